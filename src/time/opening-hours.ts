/**
 * A subset of OpenStreetMap's `opening_hours`, read against the clocks of Paris.
 *
 * - Rules separated by `;`. A later rule replaces, on the days that it names, all that earlier rules say of
 *   those days, what spills over from the evening before included.
 * - A rule: days, then hours. Days: `Mo-Fr`, `Sa,Su`, `PH` (public holidays), `Su,PH`, or a date with its
 *   year: `2026 Dec 24`, `2026 Aug 10-23`, `2026 Aug 10-Sep 02`, `2026 Dec 24-2027 Jan 02`. Without days: every day
 *   (first rule only).
 * - Hours: `08:00-12:00,14:00-19:00`; past midnight `20:00-02:00` or `20:00-26:00`; `off`; none with `unknown`.
 * - After hours or in their place: `unknown`, with or without a `"comment"`.
 * - `24/7`.
 *
 * @see https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification
 */
import { type Calendar, DAY, type Day, dayAt, dayOf, type Instant, MINUTE, offsetAt, weekdayOf } from './calendar.ts';

/** `unknown`: no source says; the reader is told to call first. */
export type OpeningState = 'open' | 'closed' | 'unknown';

/** Minutes since midnight; `to` may lie on the next day (past 1440). */
interface Span {
  from: number;
  to: number;
}

interface Rule {
  /** Bits 0 (Monday) to 6 (Sunday) and 7 (public holidays); `undefined` where the rule is not by week day. */
  days?: number;
  /** First and last day of a dated rule. */
  dates?: [Day, Day];
  spans: Span[];
  state: OpeningState;
  /** A closure: what begins on its days does not go on after midnight either. */
  closure?: boolean;
}

/** Opening hours, parsed. Made by {@link parseOpeningHours} only. */
export interface OpeningHours {
  readonly text: string;
  readonly rules: readonly Rule[];
}

/** Whether they are 24/7, closures aside. */
export const isRoundTheClock = ({ text, rules }: OpeningHours): boolean =>
  text.startsWith('24/7') && rules.slice(1).every(({ closure }) => closure);

/** An interval of constant state, half-open: `to` belongs to what follows. */
export interface OpeningInterval {
  from: Instant;
  to: Instant;
  state: OpeningState;
}

/** A string outside the subset: where, what stood there, what was expected. */
export class OpeningHoursError extends Error {
  constructor(
    readonly text: string,
    readonly position: number,
    readonly expected: string,
  ) {
    const found = text.slice(position, position + 12);
    super(
      `opening hours "${text}", position ${position + 1}: found ${found ? `"${found}"` : 'the end'}, expected ${expected}`,
    );
    this.name = 'OpeningHoursError';
  }
}

const WEEKDAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const PUBLIC_HOLIDAY = 7;
const FULL_DAY: Span = { from: 0, to: 1440 };

/**
 * Reads opening hours.
 *
 * @throws {OpeningHoursError} Where `text` leaves the subset described above.
 */
export function parseOpeningHours(text: string): OpeningHours {
  let position = 0;

  const refuse = (expected: string, at = position): never => {
    throw new OpeningHoursError(text, at, expected);
  };
  const skipSpaces = () => {
    while (text[position] === ' ') position++;
  };
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    const sticky = new RegExp(pattern.source, 'y');
    sticky.lastIndex = position;
    const match = sticky.exec(text) ?? undefined;
    if (match) {
      position += match[0].length;
      skipSpaces();
    }
    return match;
  };

  const weekday = () =>
    WEEKDAYS.indexOf(take(/(?:Mo|Tu|We|Th|Fr|Sa|Su)\b/)?.[0] ?? refuse('a week day (Mo to Su) or PH'));

  const days = (): number => {
    let bits = 0;
    do {
      if (take(/PH\b/)) {
        bits |= 1 << PUBLIC_HOLIDAY;
        continue;
      }
      const first = weekday();
      const last = take(/-/) ? weekday() : first;
      for (let day = first; ; day = (day + 1) % 7) {
        bits |= 1 << day;
        if (day === last) break;
      }
    } while (take(/,/));
    return bits;
  };

  const date = (year: number, month: string, day: string, at: number): Day => {
    const result = dayOf(year, MONTHS.indexOf(month) + 1, Number(day));
    if (new Date(result * DAY).getUTCDate() !== Number(day)) refuse(`a day that ${month} ${year} has`, at);
    return result;
  };

  const dates = (): [Day, Day] => {
    const at = position;
    const [, year, month, day] = take(/(\d{4}) ([A-Z][a-z]{2}) (\d\d?)\b/) ?? refuse('a date such as 2026 Dec 24');
    if (!MONTHS.includes(month!)) refuse('a date such as 2026 Dec 24', at);
    const first = date(Number(year), month!, day!, at);
    if (!take(/-/)) return [first, first];
    const lastAt = position;
    const end = take(/(?:(?:(\d{4}) )?([A-Z][a-z]{2}) )?(\d\d?)\b(?!:)/) ?? refuse('a last day such as 31 or Dec 31');
    if (end[2] && !MONTHS.includes(end[2])) refuse('a month (Jan to Dec)', lastAt);
    const last = date(Number(end[1] ?? year), end[2] ?? month!, end[3]!, lastAt);
    if (last < first) refuse('a last day after the first', lastAt);
    return [first, last];
  };

  const minutes = (latest: '23:59' | '48:00'): number => {
    const at = position;
    const [, hour, minute] = take(/(\d\d):([0-5]\d)/) ?? refuse('a time such as 08:00');
    return `${hour}:${minute}` <= latest ? Number(hour) * 60 + Number(minute) : refuse(`a time up to ${latest}`, at);
  };

  const spans = (): Span[] => {
    const result: Span[] = [];
    do {
      const at = position;
      const from = minutes('23:59');
      if (!take(/-/)) refuse('"-" and a closing time');
      let to = minutes('48:00');
      if (to < from) to += 1440;
      if (to === from || to > from + 1440) refuse('a span of up to 24 hours', at);
      result.push({ from, to });
    } while (take(/,/));
    return result;
  };

  const rule = (first: boolean): Rule => {
    if (first && take(/24\/7/)) return { spans: [FULL_DAY], state: 'open' };
    const result: Rule = { spans: [], state: 'open' };
    if (/\d{4} /y.test(text.slice(position))) result.dates = dates();
    else if (/[A-Z]/.test(text[position] ?? '')) result.days = days();
    else if (!first) refuse('the days that this rule is for');
    if (take(/off\b/)) return { ...result, state: 'closed' };
    if (/\d/.test(text[position] ?? '')) result.spans = spans();
    if (take(/unknown\b/)) {
      take(/"[^"]*"/);
      result.state = 'unknown';
    }
    if (!result.spans.length) {
      if (result.state === 'open') refuse('hours such as 08:00-20:00, off or unknown');
      result.spans = [FULL_DAY];
    }
    return result;
  };

  skipSpaces();
  const rules: Rule[] = [];
  do rules.push(rule(rules.length === 0));
  while (take(/;/));
  if (position < text.length) refuse('",", ";" or the end');
  return { text, rules };
}

function matches(rule: Rule, day: Day, calendar: Calendar): boolean {
  if (rule.dates) return rule.dates[0] <= day && day <= rule.dates[1];
  if (rule.days === undefined) return true;
  if (rule.days & (1 << weekdayOf(day))) return true;
  return !!(rule.days & (1 << PUBLIC_HOLIDAY)) && calendar.holidayOn(day) !== undefined;
}

/** What holds on one day: spans within 0 to 1440, the later in the list winning where two overlap. */
function spansOn(hours: OpeningHours, day: Day, calendar: Calendar): (Span & { state: OpeningState })[] {
  let result: (Span & { state: OpeningState })[] = [];
  for (const rule of hours.rules) {
    const { state } = rule;
    if (matches(rule, day, calendar)) {
      if (rule.dates || rule.days !== undefined) result = [];
      for (const { from, to } of rule.spans) result.push({ from, to: Math.min(to, 1440), state });
    }
    if (
      rule.spans.some(({ to }) => to > 1440) &&
      matches(rule, day - 1, calendar) &&
      !hours.rules.some((other) => other.closure && matches(other, day - 1, calendar))
    ) {
      for (const { to } of rule.spans) if (to > 1440) result.push({ from: 0, to: to - 1440, state });
    }
  }
  return result;
}

function stateIn(spans: readonly (Span & { state: OpeningState })[], minute: number): OpeningState {
  for (let i = spans.length - 1; i >= 0; i--) {
    if (spans[i]!.from <= minute && minute < spans[i]!.to) return spans[i]!.state;
  }
  return 'closed';
}

/** The state of `hours` at `at`. */
export function stateAt(hours: OpeningHours, at: Instant, calendar: Calendar): OpeningState {
  const wall = at + offsetAt(at).offset;
  const day = dayAt(wall);
  return stateIn(spansOn(hours, day, calendar), (wall - day * DAY) / MINUTE);
}

/** Milliseconds after which the search of a change ends: what has none in two years is taken for unchanging. */
export const SEARCH = 2 * 366 * DAY;

/**
 * The first instant after `at` when the state of `hours` changes.
 *
 * @param at - Instant, in milliseconds since the Unix epoch.
 * @param end - Where the search ends.
 * @returns That instant, in the same unit, or `undefined` where the state does not change before.
 * @see https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification
 */
export function nextChange(
  hours: OpeningHours,
  at: Instant,
  calendar: Calendar,
  end = at + SEARCH,
): Instant | undefined {
  const only = hours.rules.length === 1 ? hours.rules[0] : undefined;
  if (only?.spans[0] === FULL_DAY && !only.dates && only.days === undefined) return undefined;
  let state: OpeningState | undefined;
  let now = at;
  while (now < end) {
    // The state is a function of the wall clock: look through one stretch of one day and one offset at a time.
    const { offset, until } = offsetAt(now);
    const day = dayAt(now + offset);
    const spans = spansOn(hours, day, calendar);
    const stretchEnd = Math.min(until, (day + 1) * DAY - offset);
    const minute = (now + offset - day * DAY) / MINUTE;
    const here = stateIn(spans, minute);
    state ??= here;
    if (here !== state) return now;
    let change = Number.POSITIVE_INFINITY;
    for (const { from, to } of spans) {
      for (const edge of [from, to]) {
        if (edge > minute && edge < change && edge < 1440 && stateIn(spans, edge) !== state) change = edge;
      }
    }
    const changeAt = day * DAY + change * MINUTE - offset;
    if (changeAt < stretchEnd) return changeAt;
    now = stretchEnd;
  }
  return undefined;
}

/** The state of `hours` from `from` to `to`, as intervals of constant state that follow one another. */
export function intervals(hours: OpeningHours, from: Instant, to: Instant, calendar: Calendar): OpeningInterval[] {
  const result: OpeningInterval[] = [];
  for (let start = from; start < to; ) {
    const end = Math.min(nextChange(hours, start, calendar, to) ?? to, to);
    result.push({ from: start, to: end, state: stateAt(hours, start, calendar) });
    start = end;
  }
  return result;
}
