import { expect } from '@open-wc/testing';
import { nightlyReload } from '../components/entries/nightly-reload.ts';
import { MINUTE, parseInstant } from '../src/time/calendar.ts';

interface Case {
  title: string;
  url?: string;
  /** Version of the file when the page was loaded, and later; `undefined`: no answer. */
  loaded?: string | undefined;
  later?: string | undefined;
  status?: number;
  body?: string;
  busy?: boolean;
  from?: string;
  to?: string;
  reloads: number;
}

const MARK = '<yonne-garde-screen';

/** Runs minute by minute; the page goes on after a reload, so that a second one would be seen. */
async function run({ url = 'https://example.org/ecran.html#commune=89024', ...options }: Case) {
  const { from = '2026-11-24T20:00', to = '2026-11-25T12:00', status = 200, body = MARK, busy = false } = options;
  const asked: string[] = [];
  const reloaded: number[] = [];
  let now = parseInstant(from)!;
  const first = now;
  const tick = nightlyReload({
    url,
    mark: MARK,
    random: () => 0.5,
    reload: () => reloaded.push(now),
    async fetch(address, { cache }) {
      asked.push(`${cache} ${address}`);
      const version = now === first ? options.loaded : options.later;
      if (version === undefined) throw new TypeError('Failed to fetch');
      return new Response(body, { status: now === first ? 200 : status, headers: { etag: version } });
    },
  });
  for (; now < parseInstant(to)!; now += MINUTE) await tick(now, busy);
  return { asked, reloaded };
}

describe('the nightly reload', () => {
  const cases: Case[] = [
    { title: 'a newer file: once', loaded: 'a', later: 'b', reloads: 1 },
    { title: 'the same file: never', loaded: 'a', later: 'a', reloads: 0 },
    { title: 'no network that night: never', loaded: 'a', later: undefined, reloads: 0 },
    { title: 'offline from the start: never', loaded: undefined, later: undefined, reloads: 0 },
    { title: 'offline at the start: the version loaded is not known', loaded: undefined, later: 'b', reloads: 0 },
    { title: 'an error in its place: never', loaded: 'a', later: 'b', status: 503, reloads: 0 },
    {
      title: 'a network’s log-in page in its place: never',
      loaded: 'a',
      later: 'b',
      body: '<h1>Wi-Fi</h1>',
      reloads: 0,
    },
    { title: 'a roster in memory that does not load any more: never', loaded: 'a', later: 'b', busy: true, reloads: 0 },
    { title: 'from a USB stick: never', url: 'file:///E:/ecran.html', loaded: 'a', later: 'b', reloads: 0 },
    { title: 'two nights: twice', loaded: 'a', later: 'b', to: '2026-11-26T12:00', reloads: 2 },
    {
      title: 'the night that has no hour from 2 to 3',
      loaded: 'a',
      later: 'b',
      from: '2027-03-27T20:00',
      to: '2027-03-28T12:00',
      reloads: 1,
    },
    {
      title: 'the night that has it twice',
      loaded: 'a',
      later: 'b',
      from: '2027-10-30T20:00',
      to: '2027-10-31T12:00',
      reloads: 1,
    },
    {
      title: 'started after that hour: the next night',
      loaded: 'a',
      later: 'b',
      from: '2026-11-24T05:30',
      to: '2026-11-24T23:00',
      reloads: 0,
    },
  ];
  for (const test of cases) {
    it(test.title, async () => {
      const { asked, reloaded } = await run(test);
      expect(reloaded).to.have.length(test.reloads);
      if (test.url) expect(asked).to.deep.equal([]);
    });
  }

  it('at a moment between 3:00 and 5:00 that differs from screen to screen', async () => {
    const { reloaded, asked } = await run({ title: '', loaded: 'a', later: 'b', reloads: 1 });
    expect(reloaded).to.deep.equal([parseInstant('2026-11-25T04:00')]);
    expect(asked).to.deep.equal([
      'force-cache https://example.org/ecran.html',
      'no-cache https://example.org/ecran.html',
    ]);
  });
});
