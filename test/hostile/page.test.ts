/** What happens to a page that holds many widgets, stays open for a year, loses its network or has a clock that jumps. */
import { expect, fixture, html } from '@open-wc/testing';
import type { LitElement } from 'lit';
import '../../components/entries/define.ts';
import '../../components/entries/define-screen.ts';
import '../../components/locales/languages.ts';
import { bundledDirectory } from '../../components/shared/bundled-directory.ts';
import { createPageClock } from '../../components/shared/clock.ts';
import { LANGUAGE_EVENT, yonneSoins } from '../../components/shared/languages.ts';
import { Widget } from '../../components/shared/widget.ts';
import { regimeAt } from '../../src/guidance.ts';
import { MINUTE, wallAt } from '../../src/time/calendar.ts';
import { chance } from '../chance.ts';
import { trialWith, useTrial, VILLE } from '../fixtures/trial.ts';
import { handClock } from '../hand-clock.ts';
import { visibleText, warnings } from '../reading.ts';
import { answered, followed, turn } from '../waiting.ts';
import { expectSound, watch } from './sight.ts';

useTrial();

const KINDS = ['yonne-soins-now', 'yonne-contacts', 'yonne-cpts-finder'];

const settled = async (widgets: Iterable<LitElement>) => {
  for (const widget of widgets) await widget.updateComplete;
};

/** Counts how often widgets are drawn. */
function countDrawings() {
  const prototype = Widget.prototype as unknown as { performUpdate(): void };
  const { performUpdate } = prototype;
  const count = { drawn: 0, end: () => Object.assign(prototype, { performUpdate }) };
  prototype.performUpdate = function (this: Widget) {
    count.drawn++;
    performUpdate.call(this);
  };
  return count;
}

/** A page whose timers ring when told. */
function handPage(start: string) {
  let now = Date.parse(start);
  const timers = new Map<number, { at: number; call: () => void }>();
  let next = 1;
  let armed = 0;
  const page = {
    now: () => now,
    setTimeout(call: () => void, ms: number) {
      timers.set(next, { at: now + ms, call });
      armed++;
      return next++;
    },
    clearTimeout: (timer: number) => void timers.delete(timer),
    document: Object.assign(new EventTarget(), { hidden: false }),
    window: new EventTarget(),
  };
  return {
    ...page,
    clock: createPageClock(page),
    timers,
    armed: () => armed,
    /** The device sleeps until an instant, and is woken by one of its events. */
    wake(at: number, event: string) {
      now = at;
      (event === 'pageshow' || event === 'online' ? page.window : page.document).dispatchEvent(new Event(event));
    },
    /** The next timer rings, in time. */
    ring() {
      const [[timer, { at, call }]] = timers as unknown as [[number, { at: number; call: () => void }]];
      timers.delete(timer);
      now = at;
      call();
    },
  };
}

describe('fifty widgets on a page', () => {
  for (const count of [10, 50])
    it(`${count}: one timer, and each is drawn as often as it would be alone`, async () => {
      const page = handPage('2026-12-01T09:00:30Z');
      const drawings = countDrawings();
      try {
        const box = await fixture(html`<div lang="fr"></div>`);
        const widgets = Array.from({ length: count }, (_, i) => {
          const widget = document.createElement(KINDS[i % 3]!) as Widget;
          widget.clock = page.clock;
          return widget;
        });
        box.append(...widgets);
        await settled(widgets);
        expect(page.timers.size).to.equal(1);
        const drawn = async (act: () => unknown): Promise<number> => {
          drawings.drawn = 0;
          await act();
          await settled(widgets);
          return drawings.drawn;
        };
        const armed = page.armed();
        expect(await drawn(() => page.ring()), 'a minute').to.equal(count);
        expect(page.armed() - armed, 'timers of a minute').to.equal(1);
        yonneSoins().language = 'en';
        expect(await drawn(() => window.dispatchEvent(new Event(LANGUAGE_EVENT))), 'a language').to.equal(count);
        for (const widget of widgets) expect(visibleText(widget)).to.match(/Getting care|Whom to call|Find my/);
        delete yonneSoins().language;
        await drawn(() => window.dispatchEvent(new Event(LANGUAGE_EVENT)));

        const finder = widgets[2]!.shadowRoot!;
        const field = finder.querySelector<HTMLInputElement>('[role="combobox"]')!;
        field.value = 'val';
        field.dispatchEvent(new Event('input', { bubbles: true }));
        await settled(widgets);
        // The one in which it is chosen is drawn once more, since its field closes.
        const chosen = await drawn(() => finder.querySelector<HTMLElement>('[role="option"]')!.click());
        expect(chosen, 'a commune').to.be.within(count, count + 2);
        for (const widget of widgets.filter((other) => other.localName !== 'yonne-cpts-finder'))
          expect(visibleText(widget)).to.include('Val-d’Essai');
        for (const widget of widgets) expectSound(widget, `${count} widgets`);

        for (const widget of widgets) widget.remove();
        expect(page.timers.size).to.equal(0);
      } finally {
        delete yonneSoins().commune;
        delete yonneSoins().language;
        drawings.end();
      }
    });

  it('a directory for all of them: one request, and each is drawn twice at most for it', async () => {
    const drawings = countDrawings();
    const { fetch } = window;
    const file = JSON.stringify(
      trialWith((raw) => {
        raw.directory.date = '2026-11-30';
      }),
    );
    let asked = 0;
    window.fetch = async () => {
      asked++;
      return followed(new Response(file));
    };
    try {
      const clock = handClock('2026-12-01T09:00:00Z');
      const widgets = Array.from({ length: 50 }, (_, i) => {
        const widget = document.createElement(KINDS[i % 3]!) as Widget;
        Object.assign(widget, { clock, directory: 'https://mairie.example/cinquante.json' });
        return widget;
      });
      const box = await fixture(html`<div lang="fr"></div>`);
      box.append(...widgets);
      await settled(widgets);
      drawings.drawn = 0;
      await answered();
      await settled(widgets);
      expect(asked).to.equal(1);
      expect(drawings.drawn).to.be.at.most(100);
    } finally {
      window.fetch = fetch;
      drawings.end();
    }
  });
});

/** `20 h`, `mardi 8 h`: what a widget says of the end of a regime. */
const HEADLINE =
  /(En journée|Hors des heures de cabinet), jusqu’à (?:\p{L}+ )?(?:\d+ h(?: \d\d)?|minuit|[^.]*?, \d+ h)/u;

describe('a page that stays open for a year', () => {
  it('says what holds at each of 400 random instants, woken in all ways, with one timer and the same nodes', async () => {
    const random = chance(16);
    const page = handPage('2026-11-22T11:00:00Z');
    const start = page.now();
    const box = await fixture(html`<div lang="fr"></div>`);
    const widgets = KINDS.map((kind) => {
      const widget = document.createElement(kind) as Widget;
      Object.assign(widget, { clock: page.clock, commune: VILLE });
      return widget;
    });
    box.append(...widgets);
    await settled(widgets);
    const [soins, contacts] = widgets as [Widget, Widget, Widget];
    const nodes = () => widgets.reduce((sum, { shadowRoot }) => sum + shadowRoot!.querySelectorAll('*').length, 0);
    const regimes = new Map<string, number>();
    const instants = Array.from(
      { length: 400 },
      () => start + random.below(365 * 1440) * MINUTE + random.below(60_000),
    );
    await warnings(async () => {
      for (const at of instants.sort((a, b) => a - b)) {
        page.wake(at, random.of(['pageshow', 'online', 'visibilitychange', 'resume']));
        if (random.below(3) === 0) page.ring();
        await settled(widgets);
        expect(page.timers.size).to.equal(1);
        const now = page.now();
        const { kind, reason } = regimeAt(bundledDirectory(), now);
        const text = visibleText(soins);
        const [, said] = HEADLINE.exec(text) ?? [];
        const what = new Date(now).toISOString();
        expect(said, what).to.equal(kind === 'daytime' ? 'En journée' : 'Hors des heures de cabinet');
        const clock = new Date(wallAt(now)).toISOString().slice(11, 16);
        const [hour, minute] = clock.split(':').map(Number) as [number, number];
        const time = hour || minute ? `${hour} h${minute ? ` ${String(minute).padStart(2, '0')}` : ''}` : 'minuit';
        for (const widget of [soins, contacts]) expect(visibleText(widget), what).to.include(`, ${time}`);
        for (const widget of widgets) expectSound(widget, what);
        const before = regimes.get(reason);
        // The same regime needs as many nodes, give or take what opens and closes in it.
        if (before) expect(Math.abs(nodes() - before), what).to.be.below(before / 4);
        else regimes.set(reason, nodes());
      }
    });
    expect(regimes.size).to.be.above(4);
    for (const widget of widgets) widget.remove();
    expect(page.timers.size).to.equal(0);
  });
});

describe('clocks that jump', () => {
  const FALSE_CLOCK = 'L’horloge de cet appareil est fausse : voici seulement ce qui vaut à toute heure.';
  const jumps: [title: string, at: string | number, seen: string][] = [
    ['five minutes on', '2026-12-01T09:05:00Z', 'mardi 1er décembre, 10 h 05'],
    ['an hour back', '2026-12-01T08:00:00Z', 'mardi 1er décembre, 9 h'],
    ['a day on', '2026-12-02T09:00:00Z', 'mercredi 2 décembre, 10 h'],
    ['a day back', '2026-11-30T09:00:00Z', 'lundi 30 novembre, 10 h'],
    ['to a night', '2026-12-02T22:00:00Z', 'Hors des heures de cabinet, jusqu’à jeudi 8 h'],
    ['ten years on', '2036-12-02T09:00:00Z', 'mardi 2 décembre, 10 h'],
    ['to 1970', 0, FALSE_CLOCK],
    ['before 1970', '1901-12-13T20:45:52Z', FALSE_CLOCK],
    ['to the day before the edition', '2026-11-21T12:00:00Z', FALSE_CLOCK],
    ['to 2038', 2 ** 31 * 1000, 'mardi 19 janvier, 4 h 14'],
    ['to 2100', '2100-02-28T23:30:00Z', 'lundi 1er mars, 0 h 30'],
    ['to 2106', 2 ** 32 * 1000, 'Hors des heures de cabinet'],
    ['to 9999', '9999-12-31T12:00:00Z', 'vendredi 31 décembre'],
    ['and back', '2026-12-01T09:00:00Z', 'mardi 1er décembre, 10 h'],
  ];
  it(`${jumps.length} of them, one after the other: what holds then, or that the clock is wrong`, async () => {
    const watched = watch();
    try {
      await warnings(async () => {
        const clock = handClock('2026-12-01T09:00:00Z');
        const box = await fixture(html`<div lang="fr"></div>`);
        const widgets = [...KINDS, 'yonne-garde-screen'].map((kind) => {
          const widget = document.createElement(kind) as Widget;
          Object.assign(widget, { clock, commune: VILLE });
          widget.style.cssText = 'width: 640px; height: 360px';
          return widget;
        });
        box.append(...widgets);
        await settled(widgets);
        for (const [title, at, seen] of jumps) {
          clock.set(at);
          await settled(widgets);
          const text = visibleText(widgets[0]!);
          expect(text, title).to.include(seen);
          for (const widget of widgets) expectSound(widget, `${widget.localName} ${title}`);
        }
      });
      expect(watched.errors).to.deep.equal([]);
    } finally {
      watched.end();
    }
  });

  const NOWS = [
    'NaN',
    'Infinity',
    '-1',
    '0',
    'now',
    '24/11/2026',
    '2026-13-01',
    '2026-11-31T10:00',
    '2026-11-24T25:00',
    '2026-11-24T10:00:00+99:00',
    '275760-09-13',
    '-000001-01-01T00:00Z',
    '１９７０-01-01',
  ];
  for (const now of NOWS)
    it(`now="${now}": named once, and the present is shown`, async () => {
      const clock = handClock('2026-12-01T09:00:00Z');
      const said = await warnings(async () => {
        const element = await fixture<Widget>(
          html`<yonne-soins-now lang="fr" now=${now} .clock=${clock}></yonne-soins-now>`,
        );
        expect(visibleText(element)).to.include('mardi 1er décembre, 10 h');
        expectSound(element, now);
      });
      expect(said).to.have.length(1);
      expect(said[0]).to.include(`now="${now}"; expected an ISO 8601 date`);
    });
});

describe('a network that comes and goes', () => {
  /** A roster whose answers come when told, in any order. */
  function slow() {
    const requests: { url: string; signal: AbortSignal; answer(body: string): void }[] = [];
    const { fetch } = window;
    window.fetch = (input, options) =>
      new Promise((resolve, reject) => {
        const { signal } = options!;
        signal!.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
        requests.push({
          url: String(input),
          signal: signal!,
          answer: (body) => resolve(followed(new Response(body))),
        });
      });
    return { requests, end: () => Object.assign(window, { fetch }) };
  }
  const roster = (name: string) => `début;fin;nom\n01/12/2026 09:00;03/12/2026 09:00;${name}\n`;
  const screen = async (attributes: Record<string, unknown>) => {
    const element = document.createElement('yonne-garde-screen') as Widget & { roster: string };
    Object.assign(element, { lang: 'fr', wakeLock: undefined }, attributes);
    element.style.cssText = 'width: 640px; height: 360px';
    await fixture(html`${element}`);
    await element.updateComplete;
    return element;
  };
  const read = async (element: LitElement) => {
    await answered();
    await turn();
    await element.updateComplete;
  };

  it('an answer to what was asked before does not take the place of a newer one', async () => {
    const { requests, end } = slow();
    try {
      await warnings(async () => {
        const element = await screen({ clock: handClock('2026-12-01T10:00:00Z'), roster: '/ancien.csv' });
        element.roster = '/nouveau.csv';
        await element.updateComplete;
        expect(requests.map(({ url, signal }) => [url, signal.aborted])).to.deep.equal([
          ['/ancien.csv', true],
          ['/nouveau.csv', false],
        ]);
        requests[1]!.answer(roster('Pharmacie nouvelle'));
        await read(element);
        requests[0]!.answer(roster('Pharmacie ancienne'));
        await read(element);
        expect(visibleText(element)).to.include('Pharmacie nouvelle').and.not.to.include('ancienne');
      });
    } finally {
      end();
    }
  });

  it('a directory that was named before, and answers last, is not shown', async () => {
    const { requests, end } = slow();
    const edition = (name: string, date: string) =>
      JSON.stringify(
        trialWith((raw) => {
          raw.directory.date = date;
          raw.channels.find(({ id }) => id === 'csnp-bourg')!.name = name;
        }),
      );
    try {
      const element = await fixture<Widget>(
        html`<yonne-contacts
          lang="fr"
          need="medical-advice"
          directory="/ancien.json"
          .clock=${handClock('2026-12-01T10:00:00Z')}
        ></yonne-contacts>`,
      );
      element.directory = '/nouveau.json';
      await element.updateComplete;
      requests[1]!.answer(edition('Clinique nouvelle', '2026-11-29'));
      await read(element);
      requests[0]!.answer(edition('Clinique ancienne', '2026-11-30'));
      await read(element);
      expect(visibleText(element)).to.include('Clinique nouvelle').and.not.to.include('ancienne');
    } finally {
      end();
    }
  });

  it('a hundred times on and off in a second: one request at a time, and the roster when it holds', async () => {
    const { requests, end } = slow();
    try {
      await warnings(async () => {
        const clock = handClock('2026-12-01T10:00:00Z');
        const element = await screen({ clock, roster: '/duties.csv' });
        const { fetch } = window;
        let asked = 0;
        window.fetch = () => {
          asked++;
          return Promise.reject(new TypeError('no network'));
        };
        element.roster = '/autre.csv';
        await read(element);
        for (let i = 0; i < 100; i++) {
          window.dispatchEvent(new Event(i % 2 ? 'online' : 'offline'));
          expectSound(element, `change ${i}`);
        }
        await read(element);
        expect(asked, 'requests that were made').to.be.below(5);
        window.fetch = fetch;
        window.dispatchEvent(new Event('online'));
        await element.updateComplete;
        requests.at(-1)!.answer(roster('Pharmacie d’essai'));
        await read(element);
        expect(visibleText(element)).to.include('Pharmacie d’essai');
      });
    } finally {
      end();
    }
  });

  for (const [title, tag, attribute] of [
    ['directory', 'yonne-soins-now', 'directory'],
    ['roster', 'yonne-garde-screen', 'roster'],
  ])
    it(`a widget that leaves while its ${title} comes: nothing fails, and it is right when it is back`, async () => {
      const watched = watch();
      const { requests, end } = slow();
      try {
        await warnings(async () => {
          const element = document.createElement(tag!) as Widget;
          Object.assign(element, { lang: 'fr', clock: handClock('2026-12-01T10:00:00Z'), wakeLock: undefined });
          element.style.cssText = 'width: 640px; height: 360px';
          element.setAttribute(attribute!, `/${title}-qui-part`);
          const box = await fixture(html`<div></div>`);
          for (let i = 0; i < 5; i++) {
            box.append(element);
            await element.updateComplete;
            element.remove();
            await turn();
          }
          for (const request of requests) request.answer('{');
          await answered();
          box.append(element);
          await element.updateComplete;
          expectSound(element, title!);
          // A roster is asked for by each screen; a directory is the page's.
          expect(requests.filter(({ signal }) => !signal.aborted).length).to.be.below(2);
        });
        expect(watched.errors).to.deep.equal([]);
      } finally {
        end();
        watched.end();
      }
    });
});
