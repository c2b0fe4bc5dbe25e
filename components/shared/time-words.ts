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
  [msg('lundi'), msg('mardi'), msg('mercredi'), msg('jeudi'), msg('vendredi'), msg('samedi'), msg('dimanche')][
    weekday
  ]!;

/** `janvier` for 0 to `décembre` for 11. */
const monthText = (month: number): string =>
  [
    msg('janvier'),
    msg('février'),
    msg('mars'),
    msg('avril'),
    msg('mai'),
    msg('juin'),
    msg('juillet'),
    msg('août'),
    msg('septembre'),
    msg('octobre'),
    msg('novembre'),
    msg('décembre'),
  ][month]!;

/** The parts of a date in words: `1er`, `novembre`, `2026`. */
function dateWords(day: Day) {
  const date = new Date(day * DAY);
  const number = date.getUTCDate();
  return {
    day: number === 1 ? msg('1er', { desc: 'First day of a month' }) : number,
    month: monthText(date.getUTCMonth()),
    year: date.getUTCFullYear(),
  };
}

/** `14 h 05`, `8 h`, `minuit`. */
export function clockText(wall: WallTime): string {
  const minutes = Math.floor((wall - dayAt(wall) * DAY) / MINUTE);
  return minutesText(minutes);
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

/** `dimanche 22 novembre`. */
export function dayText(on: Day): string {
  const { day, month } = dateWords(on);
  return `${weekdayText(weekdayOf(on))} ${day}\u00a0${month}`;
}

/** `22 novembre 2026`. */
export function isoDayText(date: string): string {
  const { day, month, year } = dateWords(Date.parse(date) / DAY);
  return `${day}\u00a0${month} ${year}`;
}

/** A date that may lack its day or month, as sources give it. */
export function sourceDateText(date: string): string {
  const parts = date.split('-').length;
  if (parts !== 2) return parts === 3 ? isoDayText(date) : date;
  const { month, year } = dateWords(Date.parse(date) / DAY);
  return `${month} ${year}`;
}

/** `dimanche 22 novembre, 14 h 05`. */
export const momentText = (at: Instant): string => {
  const wall = wallAt(at);
  return `${dayText(dayAt(wall))}, ${clockText(wall)}`;
};

/**
 * An instant as seen from `now`: `20 h` on the same day, `lundi 8 h` within the week, else
 * `lundi 30 novembre, 8 h`. Never "demain", which is ambiguous at two in the morning.
 */
export function whenText(at: Instant, now: Instant): string {
  const wall = wallAt(at);
  // A midnight ends the day before it.
  const midnight = wall % DAY === 0;
  const day = dayAt(wall) - (midnight ? 1 : 0);
  const days = day - dayAt(wallAt(now));
  if (days <= 0) return clockText(wall);
  return days < 7 ? `${weekdayText(weekdayOf(day))} ${clockText(wall)}` : `${dayText(day)}, ${clockText(wall)}`;
}

export const untilText = (at: Instant, now: Instant): string => msg(str`jusqu’à ${whenText(at, now)}`);
