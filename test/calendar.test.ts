import { expect } from '@open-wc/testing';
import type HolidaysClass from 'date-holidays';
import { DateTime } from 'luxon';
// Its modules import CommonJS; its browser build sets a global.
import '../node_modules/date-holidays/dist/umd.min.js';
import { bundled } from '../src/bundled.ts';
import { loadDirectory } from '../src/directory.ts';
import {
  DAY,
  dayAt,
  dayOf,
  instantOf,
  MINUTE,
  offsetAt,
  parseInstant,
  wallAt,
  weekdayOf,
} from '../src/time/calendar.ts';
import { chance } from './chance.ts';
import { frozen } from './frozen.ts';

const { default: Holidays } = (window as unknown as { Holidays: { default: typeof HolidaysClass } }).Holidays;
const paris = (at: number) => DateTime.fromMillis(at, { zone: 'Europe/Paris' });

/** The years of `data/clocks.zone`. */
const TABLE = { from: Date.UTC(1970, 0), to: Date.UTC(2101, 0) };

describe('the table of the clocks of Paris, against luxon', () => {
  it('every change from 1970 to 2100, to the millisecond, and no other', () => {
    const expected: [at: number, offset: number][] = [];
    for (let day = TABLE.from; day < TABLE.to; day += DAY) {
      const offset = paris(day).offset;
      if (paris(day + DAY).offset === offset) continue;
      let [before, after] = [day, day + DAY];
      while (after - before > 1) {
        const middle = Math.floor((before + after) / 2);
        if (paris(middle).offset === offset) before = middle;
        else after = middle;
      }
      expected.push([after, paris(after).offset * MINUTE]);
    }
    const found: [at: number, offset: number][] = [];
    for (let at = offsetAt(TABLE.from).until; at < TABLE.to; at = offsetAt(at).until)
      found.push([at, offsetAt(at).offset]);
    expect(found).to.deep.equal(expected);
    // Since 1976 there has been summer time each year.
    expect(found).to.have.length(2 * (2100 - 1976 + 1));
    for (const [at] of found) expect(offsetAt(at - 1).until).to.equal(at);
  });

  it('each is asked in any order: forwards, backwards, one after another that is far', () => {
    const random = chance(1976);
    const instants = Array.from({ length: 2000 }, () => TABLE.from + random.below(47_846) * DAY);
    const forwards = [...instants].sort((a, b) => a - b);
    for (const order of [instants, forwards, [...forwards].reverse()]) {
      for (const at of order) {
        const { offset, until } = offsetAt(at);
        if (offset !== paris(at).offset * MINUTE) expect.fail(`offset at ${paris(at)}`);
        if (until <= at) expect.fail(`the change after ${paris(at)}`);
      }
    }
  });

  it('before and after it, the clocks stand still', () => {
    const first = offsetAt(TABLE.from);
    for (const at of [TABLE.from - 1, Date.UTC(1969, 6), Date.UTC(1945, 3), -8e15])
      expect(offsetAt(at), new Date(at).toISOString()).to.deep.equal(first);
    const last = offsetAt(TABLE.to - 1);
    expect(last.until).to.equal(Number.POSITIVE_INFINITY);
    for (const at of [TABLE.to, Date.UTC(2101, 6), Date.UTC(2999, 3), 8e15])
      expect(offsetAt(at), new Date(at).toISOString()).to.deep.equal(last);
    // Standing still is winter time: what it was in January 1970, and what it is at the end of 2100.
    expect([first.offset, last.offset]).to.deep.equal([60 * MINUTE, 60 * MINUTE]);
  });

  it('there and back, outside of it too', () => {
    for (const at of [Date.UTC(1950, 6, 14, 12), Date.UTC(2100, 6, 14, 12), Date.UTC(2150, 6, 14, 12)])
      expect(instantOf(wallAt(at))).to.equal(at);
  });
});

describe('the clocks of Paris, whatever the device’s zone, against luxon', () => {
  const random = chance(89);

  it('100,000 random instants 1970–2100', () => {
    for (let i = 0; i < 100_000; i++) {
      const at = TABLE.from + Math.floor(random.next() * (TABLE.to - TABLE.from));
      const expected = paris(at);
      const wall = wallAt(at);
      if (offsetAt(at).offset !== expected.offset * MINUTE) expect.fail(`offset at ${expected}`);
      const date = new Date(dayAt(wall) * DAY).toISOString().slice(0, 10);
      if (date !== expected.toISODate()) expect.fail(`date at ${expected}`);
      if (weekdayOf(dayAt(wall)) !== expected.weekday - 1) expect.fail(`week day at ${expected}`);
      if (Math.floor((wall % DAY) / MINUTE) !== expected.hour * 60 + expected.minute)
        expect.fail(`time at ${expected}`);
    }
  });

  it('every minute of both DST nights of 2024–2044', () => {
    for (let year = 2024; year <= 2044; year++) {
      for (const month of [3, 10]) {
        const last = DateTime.fromObject({ year, month, day: 31 }, { zone: 'Europe/Paris' });
        const night = last
          .minus({ days: last.weekday % 7 })
          .startOf('day')
          .toMillis();
        for (let at = night; at < night + 6 * 60 * MINUTE; at += MINUTE) {
          const expected = paris(at);
          if (wallAt(at) - at !== expected.offset * MINUTE) expect.fail(`offset at ${expected}`);
          const back = instantOf(wallAt(at));
          if (wallAt(back) !== wallAt(at) || (back !== at && back !== at - 60 * MINUTE))
            expect.fail(`way back from ${expected}`);
        }
      }
    }
  });

  const rows: [string, string, string][] = [
    ['an ordinary time', '2026-11-22T14:05', '2026-11-22T14:05:00+01:00'],
    ['a day alone is its first minute', '2026-11-22', '2026-11-22T00:00:00+01:00'],
    ['summer', '2026-07-14 10:00', '2026-07-14T10:00:00+02:00'],
    ['seconds', '2026-11-22T14:05:30', '2026-11-22T14:05:30+01:00'],
    ['an offset', '2026-11-22T14:05:00-05:00', '2026-11-22T20:05:00+01:00'],
    ['UTC', '2026-11-22T13:05:00Z', '2026-11-22T14:05:00+01:00'],
    ['the time that occurs twice is the first', '2026-10-25T02:30', '2026-10-25T02:30:00+02:00'],
    ['the time that does not occur is an hour later', '2026-03-29T02:30', '2026-03-29T03:30:00+02:00'],
  ];
  for (const [title, text, expected] of rows) {
    it(`"${text}": ${title}`, () => expect(parseInstant(text)).to.equal(Date.parse(expected)));
  }

  for (const text of [
    'hier',
    '',
    '14:05',
    '22/11/2026',
    '2026-11',
    '2026-02-31',
    '2026-13-01',
    '2026-11-22T25:00',
    '2026-11-22T14h05',
    'T14:05',
    '2026-11-22T14:05+1',
    '2026-11-22T14:05+99:99',
  ]) {
    it(`"${text}" is no instant`, () => expect(parseInstant(text)).to.equal(undefined));
  }
});

describe('public holidays', () => {
  const { calendar } = loadDirectory(bundled);
  const legal = new Holidays('FR', { types: ['public'], timezone: 'Europe/Paris' });

  for (let year = 2024; year <= 2044; year++) {
    it(`${year}: those of date-holidays, no more, no less`, () => {
      // Easter Sunday and Whit Sunday are no legal holidays (L3133-1): date-holidays does not list them as public.
      const expected = new Set(legal.getHolidays(year).map(({ date }) => date.slice(0, 10)));
      const found = new Set<string>();
      for (let day = dayOf(year, 1, 1); day < dayOf(year + 1, 1, 1); day++) {
        if (calendar.holidayOn(day)) found.add(new Date(day * DAY).toISOString().slice(0, 10));
      }
      expect([...found].sort()).to.deep.equal([...expected].sort());
    });
  }

  const rows: [string, string | undefined][] = [
    ['2026-01-01', 'new-year'],
    ['2026-04-05', undefined],
    ['2026-04-06', 'easter-monday'],
    ['2026-05-14', 'ascension'],
    ['2026-05-25', 'whit-monday'],
    ['2026-11-11', 'armistice-1918'],
    ['2026-12-24', undefined],
    ['2038-04-26', 'easter-monday'],
  ];
  for (const [date, id] of rows) {
    it(`${date}: ${id ?? 'none'}`, () => expect(frozen.calendar.holidayOn(Date.parse(date) / DAY)).to.equal(id));
  }
});
