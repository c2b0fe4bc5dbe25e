import { offsets, waits } from '../../data/clocks.zone';

/** A point in time: milliseconds since the Unix epoch. */
export type Instant = number;

/**
 * What the clocks of Paris show, as milliseconds since 1970-01-01 00:00 on that same clock.
 * It is not an instant: the autumn night shows each time between 02:00 and 03:00 twice.
 */
export type WallTime = number;

/** A calendar day: days since 1970-01-01. */
export type Day = number;

export const MINUTE = 60_000;
export const DAY = 86_400_000;

const HOUR = 60 * MINUTE;

/** A public holiday by its rule: `easter` days after Easter Sunday, or without it a fixed date. */
export interface PublicHoliday {
  id: string;
  month?: number | undefined;
  day?: number | undefined;
  easter?: number | undefined;
}

/** The days and the clock that opening hours are read against. */
export interface Calendar {
  /** The public holiday that falls on `day`, by its id. */
  holidayOn(day: Day): string | undefined;
}

/** @param year - Full year, `month` 1 to 12, `day` 1 to 31. */
export const dayOf = (year: number, month: number, day: number): Day => Date.UTC(year, month - 1, day) / DAY;

/** The day that the clocks of Paris show at `wall`. */
export const dayAt = (wall: WallTime): Day => Math.floor(wall / DAY);

/** Day of the week, Monday 0 to Sunday 6. */
export const weekdayOf = (day: Day): number => (((day + 3) % 7) + 7) % 7;

/**
 * Easter Sunday in the Gregorian calendar.
 *
 * @see https://en.wikipedia.org/wiki/Date_of_Easter#Anonymous_Gregorian_algorithm
 */
export function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return dayOf(year, Math.floor(f / 31), (f % 31) + 1);
}

/** A calendar with these public holidays, computed year by year. */
export function createCalendar(publicHolidays: readonly PublicHoliday[]): Calendar {
  const years = new Map<number, Map<Day, string>>();
  return {
    holidayOn(day) {
      const year = new Date(day * DAY).getUTCFullYear();
      let days = years.get(year);
      if (!days) {
        const easter = easterSunday(year);
        // Where two fall on one day (Ascension on 1 May 2008) the first of the list names it.
        days = new Map();
        for (const { id, month = 1, day: date = 1, easter: after } of publicHolidays) {
          const on = after === undefined ? dayOf(year, month, date) : easter + after;
          if (!days.has(on)) days.set(on, id);
        }
        years.set(year, days);
      }
      return days.get(day);
    },
  };
}

/** The instants at which the clocks of Paris change, from one of `offsets` to the other; read at the first use. */
const changes: Instant[] = [];

/** How many changes came before the instant that was asked last: the next one is often near it. */
let passed = 0;

/**
 * The clocks of Paris around `at`. luxon made the table of their changes when the script was built, from 1970 to 2100;
 * before and after it the clocks stand still.
 *
 * @returns `offset` from UTC in milliseconds, and `until`: the instant up to which it holds.
 */
export function offsetAt(at: Instant): { offset: number; until: Instant } {
  if (!changes.length) {
    let change = 0;
    for (const wait of waits.match(/\w+/g) ?? []) {
      change += Number.parseInt(wait, 36) * HOUR;
      changes.push(change);
    }
  }
  if (
    !(at >= (changes[passed - 1] ?? Number.NEGATIVE_INFINITY) && at < (changes[passed] ?? Number.POSITIVE_INFINITY))
  ) {
    let [low, high] = [0, changes.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (changes[middle]! <= at) low = middle + 1;
      else high = middle;
    }
    passed = low;
  }
  return { offset: offsets[passed % 2]! * MINUTE, until: changes[passed] ?? Number.POSITIVE_INFINITY };
}

/** What the clocks of Paris show at `at`. */
export const wallAt = (at: Instant): WallTime => at + offsetAt(at).offset;

/**
 * The first instant at which the clocks of Paris show `wall`. A time that the spring night skips gives
 * the instant one hour later on the clock, as a person who sets an alarm would expect.
 */
export function instantOf(wall: WallTime): Instant {
  const before = offsetAt(wall - DAY).offset;
  const after = offsetAt(wall + DAY).offset;
  for (const offset of [before, after]) {
    if (offsetAt(wall - offset).offset === offset) return wall - offset;
  }
  return wall - before;
}

/** The beginning of a day as `2026-11-22`, or of one some days after it. */
export const dayStart = (day: string, after = 0): Instant => instantOf(Date.parse(day) + after * DAY);

/**
 * Reads an instant: ISO 8601, with an offset or `Z`, or without one as Paris time.
 *
 * @param text - `2026-11-22`, `2026-11-22T14:05`, `2026-11-22T14:05:30+01:00`.
 * @returns The instant, or `undefined` where `text` is not such a date.
 */
export function parseInstant(text: string): Instant | undefined {
  const parts = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?)(Z|[+-]\d\d:\d\d)?)?$/.exec(text.trim());
  if (!parts) return undefined;
  const [, date, time = '00:00', offset] = parts;
  const wall = Date.parse(`${date}T${time}Z`);
  // Date.parse turns 31 February into 3 March: refuse what does not read back as written.
  if (Number.isNaN(wall) || !new Date(wall).toISOString().startsWith(`${date}T${time.slice(0, 5)}`)) return undefined;
  const instant = offset ? Date.parse(`${date}T${time}${offset}`) : instantOf(wall);
  return Number.isNaN(instant) ? undefined : instant;
}
