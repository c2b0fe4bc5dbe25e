/** Times and dates in words. To be called while an element renders: see `localization.ts`. */

import {
  DAY,
  type Day,
  dayAt,
  type Instant,
  MINUTE,
  type WallTime,
  wallAt,
  weekdayOf,
} from '../../src/time/calendar.ts';
import { msg, str } from './msg.ts';

// Words, not `Intl`: the first of its objects on a page costs a quarter of the time to the first paint.

/** `lundi` for 0 to `dimanche` for 6. */
export const weekdayText = (weekday: number): string =>
  msg('lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche', { desc: 'Week days' }).split('|')[weekday]!;

/** `janvier` for 0 to `décembre` for 11. */
const monthText = (month: number): string =>
  msg('janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre', {
    desc: 'Months as they stand in a date',
  }).split('|')[month]!;

/** `14 h 05`, `8 h`, `minuit`. */
export function clockText(wall: WallTime): string {
  return minutesText(Math.floor((wall - dayAt(wall) * DAY) / MINUTE));
}

/** The same for minutes since midnight; 1440 is the midnight that ends the day. */
export function minutesText(minutes: number): string {
  if (minutes % 1440 === 0) return msg('minuit', { desc: 'Time of day, 00:00' });
  const hour = Math.floor(minutes / 60);
  const rest = String(minutes % 60).padStart(2, '0');
  return rest === '00'
    ? msg(str`${hour} h`, { desc: 'Time of day on the hour, such as 8:00, with no-break spaces' })
    : msg(str`${hour} h ${rest}`, { desc: 'Time of day, such as 14:05, with no-break spaces' });
}

/**
 * A date and a time in a pattern of the language: placeholders of `str` between which only spaces stand would be one, in
 * one order for all languages.
 */
function dateText(pattern: string, wall: WallTime): string {
  const date = new Date(wall);
  const day = date.getUTCDate();
  const words: Record<string, string | number> = {
    weekday: weekdayText(weekdayOf(dayAt(wall))),
    day: day === 1 ? msg('1er', { desc: 'First day of a month' }) : day,
    month: monthText(date.getUTCMonth()),
    year: date.getUTCFullYear(),
    time: clockText(wall),
  };
  return pattern.replace(/\{(\w+)\}/g, (_, name) => String(words[name]));
}

/** `dimanche 22 novembre`. */
export const dayText = (on: Day): string => dateText(msg('{weekday} {day} {month}'), on * DAY);

/** `22 novembre 2026`. */
export const isoDayText = (date: string): string => dateText(msg('{day} {month} {year}'), Date.parse(date));

/** A date that may lack its day or month, as sources give it. */
export function sourceDateText(date: string): string {
  const parts = date.split('-').length;
  if (parts !== 2) return parts === 3 ? isoDayText(date) : date;
  return dateText(msg('{month} {year}', { desc: 'Date of a source, without its day' }), Date.parse(date));
}

/** A time on a day: `dimanche 22 novembre, 14 h 05`. */
const dayTimeText = (wall: WallTime): string => dateText(msg('{weekday} {day} {month}, {time}'), wall);

export const momentText = (at: Instant): string => dayTimeText(wallAt(at));

/**
 * An instant as seen from `now`: `20 h` on the same day, `lundi 8 h` within the week, else
 * `lundi 30 novembre, 8 h`. Never "demain", which is ambiguous at two in the morning.
 */
export function whenText(at: Instant, now: Instant): string {
  const wall = wallAt(at);
  // A midnight ends the day before it.
  const on = wall % DAY === 0 ? wall - DAY : wall;
  const days = dayAt(on) - dayAt(wallAt(now));
  if (days <= 0) return clockText(wall);
  return days < 7
    ? dateText(msg('{weekday} {time}', { desc: 'Such as Monday 8:00, also within a sentence' }), on)
    : dayTimeText(on);
}

export const untilText = (at: Instant, now: Instant): string => msg(str`jusqu’à ${whenText(at, now)}`);
