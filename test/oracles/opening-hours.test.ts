/**
 * Our opening hours against the reference implementation, the `opening_hours` package. It reads the
 * device's clock, so this file runs in Europe/Paris only.
 */
import { expect } from '@open-wc/testing';
import Reference from 'opening_hours';
import channels from '../../data/channels.json';
import directory from '../../data/directory.json';
import { createCalendar, type Instant, MINUTE, offsetAt, type PublicHoliday } from '../../src/time/calendar.ts';
import { intervals, nextChange, type OpeningState, parseOpeningHours, stateAt } from '../../src/time/opening-hours.ts';
import { chance } from '../chance.ts';

const calendar = createCalendar(directory.publicHolidays as PublicHoliday[]);
const YEARS = { from: Date.UTC(2024, 0), to: Date.UTC(2045, 0) };
const YONNE = {
  lat: 47.8,
  lon: 3.57,
  address: { country_code: 'fr', state: 'Bourgogne-Franche-Comté', country: 'France' },
};

const inData = [
  ...new Set([
    directory.pdsa.hours,
    ...channels.flatMap((channel) => ('hours' in channel ? [channel.hours as string] : [])),
  ]),
];

const reference = (text: string) => new Reference(text, YONNE);

function referenceState(hours: Reference, at: Instant): OpeningState {
  const date = new Date(at);
  return hours.getUnknown(date) ? 'unknown' : hours.getState(date) ? 'open' : 'closed';
}

/** The reference reports changes of rule too: go on to the next change of state. */
function referenceNextChange(hours: Reference, at: Instant): Instant | undefined {
  const state = referenceState(hours, at);
  let next: Date | undefined = new Date(at);
  for (let i = 0; i < 50; i++) {
    next = hours.getNextChange(next);
    if (!next) return undefined;
    if (referenceState(hours, next.getTime()) !== state) return next.getTime();
  }
  return undefined;
}

/** A random string of the subset, every construct of it possible. */
function generate(random: ReturnType<typeof chance>): string {
  const weekdays = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const clock = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  const span = () => {
    const from = random.below(96) * 15;
    const to = from + 15 + random.below(60) * 15;
    return `${clock(from)}-${clock(to > 1440 && random.below(2) ? to - 1440 : to)}`;
  };
  const spans = () => {
    if (random.below(3)) return span();
    const cuts = [...new Set([0, 0, 0, 0].map(() => random.below(95) * 15))].sort((a, b) => a - b);
    return cuts.length === 4 ? `${clock(cuts[0]!)}-${clock(cuts[1]!)},${clock(cuts[2]!)}-${clock(cuts[3]!)}` : span();
  };
  const days = () => {
    const item = () => (random.below(4) ? random.of(weekdays) : `${random.of(weekdays)}-${random.of(weekdays)}`);
    return random.of([
      () => 'Mo-Fr',
      () => 'Mo-Su',
      () => 'PH',
      () => 'Su,PH',
      () => `${item()},PH`,
      item,
      item,
      () => `${item()},${item()}`,
    ])();
  };
  const dates = () => {
    const year = 2024 + random.below(21);
    const month = random.below(12);
    const first = 1 + random.below(20);
    return random.of([
      `${year} ${months[month]} ${first}`,
      `${year} ${months[month]} ${String(first).padStart(2, '0')}-${first + 1 + random.below(8)}`,
      `${year} ${months[month]} ${first}-${year} ${random.of(months.slice(Math.min(month + 1, 11)))} ${month === 11 ? 31 : 1 + random.below(28)}`,
      `${year} Dec ${20 + random.below(11)}-${year + 1} Jan ${1 + random.below(9)}`,
    ]);
  };
  const hours = () =>
    random.of([
      spans,
      spans,
      spans,
      () => 'off',
      () => 'unknown',
      () => `${spans()} unknown`,
      () => `${spans()} unknown "sur appel"`,
    ])();
  const rules = [random.of([() => '24/7', spans, () => `${days()} ${hours()}`, () => `${days()} ${hours()}`])()];
  for (let i = random.below(4); i > 0; i--) rules.push(`${random.below(4) ? days() : dates()} ${hours()}`);
  return rules.join('; ');
}

describe('opening hours agree with the opening_hours package', () => {
  const random = chance(20_261_122);
  const generated = Array.from({ length: 300 }, () => generate(random));
  /** Each test has its own: a string more in the data does not change what the generated ones are asked. */
  const instants = (seed: number) => {
    const own = chance(seed);
    return () => YEARS.from + Math.floor(own.next() * (YEARS.to - YEARS.from));
  };
  /**
   * On the day after a change of the clocks the reference errs: its yesterday is 24 hours ago, and a span that begins in
   * the hour that spring skips is none. The nights themselves are compared minute by minute below.
   */
  const afterClockChange = (at: Instant) =>
    offsetAt(at - 25 * 60 * MINUTE).offset !== offsetAt(at + 60 * MINUTE).offset;

  for (const [title, texts, perText, seed] of [
    ['every string of data/', inData, 40_000, 1],
    ['300 generated strings of the subset', generated, 400, 2],
  ] as const) {
    it(`state at ${texts.length * perText} random instants 2024–2044: ${title}`, () => {
      const instant = instants(seed);
      for (const text of texts) {
        const ours = parseOpeningHours(text);
        const theirs = reference(text);
        for (let i = 0; i < perText; i++) {
          const at = instant();
          if (afterClockChange(at)) continue;
          const expected = referenceState(theirs, at);
          if (stateAt(ours, at, calendar) !== expected)
            expect.fail(`"${text}" at ${new Date(at)}: expected ${expected}`);
        }
      }
    });
  }

  it(`next change at ${(inData.length + generated.length) * 40} random instants`, () => {
    const instant = instants(3);
    for (const text of [...generated, ...inData]) {
      const ours = parseOpeningHours(text);
      const theirs = reference(text);
      for (let i = 0; i < 40; i++) {
        const at = instant();
        const mine = nextChange(ours, at, calendar);
        if (mine === undefined || mine > YEARS.to) continue;
        const expected = referenceNextChange(theirs, at);
        if ([at, mine, expected ?? mine].some(afterClockChange)) continue;
        // The reference gives up after some years: there, the states on both sides must differ.
        if (
          expected === undefined &&
          mine > at + 4 * 366 * 1440 * MINUTE &&
          referenceState(theirs, mine - MINUTE) !== referenceState(theirs, mine)
        )
          continue;
        if (mine !== expected)
          expect.fail(`"${text}" after ${new Date(at)}: ${new Date(mine)}, expected ${expected && new Date(expected)}`);
      }
    }
  });

  const clockChanges: Instant[] = [];
  for (let at = YEARS.from; at < YEARS.to; at = offsetAt(at).until) {
    if (at !== YEARS.from && offsetAt(at - 1).offset !== offsetAt(at).offset) clockChanges.push(at);
  }

  it(`both DST nights of 21 years, minute by minute: ${clockChanges.length} nights`, () => {
    expect(clockChanges).to.have.length(42);
    const edges = [
      'Mo-Su 01:30-02:30',
      'Mo-Su 02:00-03:00',
      'Mo-Su 02:15-02:45,03:00-04:00',
      'Sa 22:00-02:30',
      'Su 02:30-08:00; PH off',
      'Sa,Su 23:00-03:00',
    ];
    for (const text of [...inData, ...edges, ...generated.slice(0, 40)]) {
      const ours = parseOpeningHours(text);
      const theirs = reference(text);
      for (const change of clockChanges) {
        const from = change - 300 * MINUTE;
        const to = change + 300 * MINUTE;
        const states = intervals(ours, from, to, calendar);
        let i = 0;
        for (let at = from; at < to; at += MINUTE) {
          const expected = referenceState(theirs, at);
          if (stateAt(ours, at, calendar) !== expected)
            expect.fail(`"${text}" at ${new Date(at)}: expected ${expected}`);
          while (states[i]!.to <= at) i++;
          if (states[i]!.state !== expected)
            expect.fail(`"${text}": interval at ${new Date(at)} is ${states[i]!.state}, expected ${expected}`);
        }
      }
    }
  });
});
