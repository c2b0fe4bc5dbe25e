/** The permanence des soins ambulatoires: when a doctor is reached through 15 only. */
import { type Calendar, DAY, type Day, instantOf, MINUTE, type WallTime } from './time/calendar.ts';
import { intervals, type OpeningHours } from './time/opening-hours.ts';

/** The hours of the permanence des soins on ordinary days, in minutes since midnight. */
export interface PdsaHours {
  /** From this time of the evening to that of the morning, Monday to Friday. */
  nightFrom: number;
  nightTo: number;
  /** On Saturday, from this time on. */
  saturdayFrom: number;
}

/**
 * A week without public holidays: that of 5 January 1970, for which no directory has a rule. Its Tuesday, because the
 * night before it may be written as one span of Monday.
 */
const PLAIN_TUESDAY: Day = 5;
const PLAIN_SATURDAY: Day = 9;
const noHolidays: Calendar = { holidayOn: () => undefined };

/** The hours of the permanence des soins on ordinary days. */
export function pdsaHours(pdsa: OpeningHours): PdsaHours {
  const officeHours = (day: Day) => {
    const [from, to] = [instantOf(day * DAY), instantOf((day + 1) * DAY)];
    const office = intervals(pdsa, from, to, noHolidays).find(({ state }) => state !== 'open');
    return { from: office ? (office.from - from) / MINUTE : 0, to: office ? (office.to - from) / MINUTE : 0 };
  };
  const { from, to } = officeHours(PLAIN_TUESDAY);
  return { nightTo: from, nightFrom: to, saturdayFrom: officeHours(PLAIN_SATURDAY).to };
}

/** Whether it is night at `wall` on an ordinary day. */
export function isNight({ nightFrom, nightTo }: PdsaHours, wall: WallTime): boolean {
  const minute = (wall % DAY) / MINUTE;
  return minute < nightTo || minute >= nightFrom;
}
