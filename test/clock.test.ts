import { expect } from '@open-wc/testing';
import { createPageClock } from '../components/shared/clock.ts';

/** A page whose time passes when told. */
function fakePage(start: string) {
  let now = Date.parse(start);
  let nextId = 1;
  const timers = new Map<number, { at: number; callback: () => void }>();
  const document = Object.assign(new EventTarget(), { hidden: false });
  return {
    timers,
    document,
    window: new EventTarget(),
    now: () => now,
    setTimeout(callback: () => void, ms: number) {
      timers.set(nextId, { at: now + ms, callback });
      return nextId++;
    },
    clearTimeout: (id: number) => void timers.delete(id),
    /** Lets time pass; `asleep`: no timer rings, as in a laptop that sleeps. */
    pass(ms: number, asleep = false) {
      const end = now + ms;
      for (;;) {
        const [next] = [...timers].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at);
        if (!next || asleep) break;
        timers.delete(next[0]);
        now = next[1].at;
        next[1].callback();
      }
      now = end;
    },
  };
}

describe('the page’s clock', () => {
  it('rings at each whole minute, to the second, with one timer for all widgets', () => {
    const page = fakePage('2026-11-22T19:58:30Z');
    const clock = createPageClock(page);
    const rung: string[] = [];
    const stops = [1, 2, 3].map((n) =>
      clock.subscribe(() => rung.push(`${n} ${new Date(clock.now()).toISOString().slice(11, 19)}`)),
    );
    expect(page.timers.size).to.equal(1);
    page.pass(120_000);
    expect(rung).to.deep.equal(['1 19:59:00', '2 19:59:00', '3 19:59:00', '1 20:00:00', '2 20:00:00', '3 20:00:00']);
    expect(page.timers.size).to.equal(1);
    for (const stop of stops) stop();
    expect(page.timers.size).to.equal(0);
  });

  it('has no timer before the first widget', () => expect(fakePage('2026-11-22T10:00:00Z').timers.size).to.equal(0));

  it('sleeps while the page is hidden and rings when it is seen again', () => {
    const page = fakePage('2026-11-22T10:00:30Z');
    const clock = createPageClock(page);
    let rung = 0;
    clock.subscribe(() => rung++);
    page.document.hidden = true;
    page.document.dispatchEvent(new Event('visibilitychange'));
    expect(page.timers.size).to.equal(0);
    const before = rung;
    page.pass(3_600_000);
    expect(rung).to.equal(before);
    page.document.hidden = false;
    page.document.dispatchEvent(new Event('visibilitychange'));
    expect(rung).to.equal(before + 1);
    expect(page.timers.size).to.equal(1);
  });

  for (const [title, target, type] of [
    ['the bfcache', 'window', 'pageshow'],
    ['a frozen tab', 'document', 'resume'],
    ['being offline', 'window', 'online'],
  ] as const) {
    it(`rings at once on return from ${title}, even where no timer rang in between`, () => {
      const page = fakePage('2026-11-22T10:00:30Z');
      const clock = createPageClock(page);
      const rung: number[] = [];
      clock.subscribe(() => rung.push(clock.now()));
      page.pass(8 * 3_600_000, true);
      page[target].dispatchEvent(new Event(type));
      expect(rung).to.deep.equal([page.now()]);
      expect(page.timers.size).to.equal(1);
    });
  }

  it('a listener that fails keeps the time from no other, nor from the next minute', () => {
    const page = fakePage('2026-11-22T10:00:30Z');
    const clock = createPageClock(page);
    let rung = 0;
    clock.subscribe(() => {
      throw new Error('amiss');
    });
    clock.subscribe(() => rung++);
    expect(() => page.pass(30_000)).to.throw('amiss');
    expect(rung).to.equal(1);
    expect(page.timers.size).to.equal(1);
    expect(() => page.pass(60_000)).to.throw('amiss');
    expect(rung).to.equal(2);
  });

  it('a clock that is set back is followed', () => {
    const page = fakePage('2026-11-22T10:00:30Z');
    const clock = createPageClock(page);
    const rung: number[] = [];
    clock.subscribe(() => rung.push(clock.now()));
    page.pass(-3_600_000, true);
    page.document.dispatchEvent(new Event('visibilitychange'));
    expect(rung).to.deep.equal([Date.parse('2026-11-22T09:00:30Z')]);
  });
});
