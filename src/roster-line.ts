/** A line of a roster, a row below its header, as a duty or as what is wrong with it. */
import { type Pharmacies, pharmacyName, readable } from './pharmacies.ts';
import { type Duty, frenchPhone, type RosterProblem } from './roster.ts';
import { type Column, isStreet } from './roster-columns.ts';
import { asHours, readWhen, resolveDay, type TitleWhen, type When, type WrittenDay } from './roster-when.ts';
import { DAY, type Day, weekdayOf } from './time/calendar.ts';

/** What a roster leaves unsaid. */
export interface Habits {
  /** The day on which it is read: a date without a year is the nearest one. */
  today: Day;
  /** When a duty begins and ends where only its day is written, in minutes after midnight. */
  hours?: { from: number; to: number } | undefined;
  pharmacies: Pharmacies;
}

/** Why a line is no duty. */
export type Fault =
  | { kind: 'missing-name' | 'missing-day' | 'missing-end' | 'missing-columns' }
  | { kind: 'missing-hour'; end: 'from' | 'to' }
  | { kind: 'bad-day' | 'unread' | 'too-much'; value: string }
  | { kind: 'wrong-weekday'; value: string; day: Day }
  | { kind: 'end-before-start' };

/** What is to be known of a line that is a duty, or of a title that gives the usual hours. */
export type Note =
  | { kind: 'day-above' | 'last-night' | 'supposed-year' | 'homonyms' }
  | { kind: 'completed'; value: string }
  | { kind: 'usual-hours'; from: number; to: number }
  | { kind: 'problem'; problem: RosterProblem };

export interface RosterLine {
  /** The row, from 1. */
  line: number;
  /** What stands in it. */
  cells: string[];
  /** `title`: a header, a title, or a remark alone on its row. */
  kind: 'duty' | 'left-out' | 'title';
  duty?: Duty;
  fault?: Fault;
  notes: Note[];
}

/** One end of a duty as a line writes it. */
export interface Moment {
  day: Day;
  minutes: number;
}

/** A line understood, before the rows below it say whether its last night counts. */
export interface Draft {
  line: RosterLine;
  /** When, as written: of both ends together, of the beginning, of the end. */
  when: Parts;
  from: Moment;
  to: Moment;
  /** The last day is written without an hour of its own. */
  openEnd: boolean;
  details: Omit<Duty, 'from' | 'to'>;
}

type Parts = readonly [both: When, start: When, end: When];

/** What the rows above a line say of it. */
export interface Above {
  title: TitleWhen;
  /** The day of the duty above, or today. */
  near: Day;
  /** When the duty above is, as written. */
  when?: Parts;
}

export const clean = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The texts of a line by what its columns hold. */
function textsOf(row: readonly string[], columns: readonly Column[]) {
  const of = (role: Column['role']) =>
    columns.flatMap((column, c) =>
      column.role === role && row[c]?.trim() ? [{ text: clean(row[c]!), column, raw: row[c]! }] : [],
    );
  // Where the day has a column of its own, a bare number in another one is an hour.
  const days = columns.some(({ role, hours, weeks }) => role === 'when' && !hours && !weeks);
  const when = (role: 'when' | 'start' | 'end') =>
    of(role)
      .map(({ text, column: { weeks, hours } }) => {
        if (weeks && /^\d+$/.test(text)) return `semaine ${text}`;
        return hours || (days && role !== 'when') ? asHours(text) : text;
      })
      .join(' | ');
  const first = (role: Column['role']) => of(role)[0]?.text;
  return { of, when, first };
}

type Texts = ReturnType<typeof textsOf>;

/** The duty of a line; `undefined` with what is wrong in `line.fault`. */
export function readLine(
  row: readonly string[],
  columns: readonly Column[],
  line: RosterLine,
  habits: Habits,
  above: Above,
): Draft | undefined {
  const fail = (fault: Fault) => {
    line.fault = fault;
    return undefined;
  };
  if (!columns.some(({ role }) => role === 'name' || role === 'finess')) return fail({ kind: 'missing-columns' });
  const texts = textsOf(row, columns);
  const written = [texts.when('when'), texts.when('start'), texts.when('end')] as const;
  const when = partsOf(written, texts, line, above);
  if ('kind' in when) return fail(when);
  const span = spanOf(when, clean(written.join(' ')), habits.hours ?? above.title.hours, above);
  if ('kind' in span) return fail(span);
  if (span.supposed) line.notes.push({ kind: 'supposed-year' });
  const details = detailsOf(texts, line, habits.pharmacies);
  return details ? { line, when, ...span, details } : fail({ kind: 'missing-name' });
}

/** When, as the line writes it; without a day that of the line above, as where cells are merged. */
function partsOf(
  written: readonly [string, string, string],
  texts: Texts,
  line: RosterLine,
  above: Above,
): Parts | Fault {
  const parts: Parts = [readWhen(written[0]), readWhen(written[1]), readWhen(written[2])];
  const unread = clean(parts.map((part) => part.unread).join(' '));
  if (unread) return { kind: 'unread', value: unread };
  if (parts.some(({ days }) => days.length)) return parts;
  const name = texts.first('name');
  if (!above.when || !name || isStreet(name) || frenchPhone(name)) return { kind: 'missing-day' };
  // Below "lundi 23 novembre", "mardi" is another day.
  const other = ({ weekday }: When) => weekday !== undefined && weekday !== weekdayOf(above.near);
  if (parts.slice(0, 2).some(other)) return { kind: 'missing-day' };
  line.notes.push({ kind: 'day-above' });
  if (!parts.some(({ times }) => times.length)) return above.when;
  const [both, start, end] = above.when;
  return [
    { ...both, times: parts[0].times },
    { ...start, times: parts[1].times },
    { ...parts[2], days: end.days },
  ];
}

type Span = Pick<Draft, 'from' | 'to' | 'openEnd'> & { supposed: boolean };

/** From when to when; without hours of its own, the usual ones. */
function spanOf(
  [both, start, end]: Parts,
  written: string,
  usual: Habits['hours'],
  { title, near }: Above,
): Span | Fault {
  // Where the beginning has a day of its own, one beside it says the same again.
  const days = [...(start.days.length ? [] : both.days), ...start.days, ...end.days];
  const many = [both, start, end].some(({ days, times }, i) => Math.max(days.length, times.length) > (i ? 1 : 2));
  if (days.length > 2 || many) return { kind: 'too-much', value: written };
  if (!both.days.length && !start.days.length) return { kind: 'missing-day' };
  if (!both.days.length && !end.days.length && !end.times.length) return { kind: 'missing-end' };

  const [first, last] = withSharedParts(days as [WrittenDay, WrittenDay?]);
  const from = resolveDay({ weekday: start.weekday, ...first }, title, near);
  if ('wrong' in from) return fault(from.wrong, written);
  const to = last ? resolveEnd(last, first, from.day, title) : from;
  if ('wrong' in to) return fault(to.wrong, written);

  const [begin, finish] = both.until && both.times.length === 1 ? [undefined, both.times[0]] : both.times;
  const opens = start.times[0] ?? begin ?? usual?.from;
  const closes = end.times[0] ?? finish ?? usual?.to;
  if (opens === undefined) return { kind: 'missing-hour', end: 'from' };
  if (closes === undefined) return { kind: 'missing-hour', end: 'to' };
  const overnight = closes <= opens;
  // "Samedi 28 novembre 12h – lundi 9h": the first such day after; "samedi 28 novembre 19h – samedi 9h": a week later.
  const weekday = last ? undefined : (end.weekday ?? both.weekday);
  const after = weekday === undefined ? 0 : (weekday - weekdayOf(from.day) + 7) % 7 || (overnight ? 7 : 0);
  const ends = to.day + after;
  // One day: what ends before it begins ends the next day. "Du 23 au 23" says no more than one day.
  const oneDay = weekday === undefined && (!last || (ends === from.day && !end.times.length));
  if (ends < from.day || (ends === from.day && overnight && !oneDay)) return { kind: 'end-before-start' };
  return {
    from: { day: from.day, minutes: opens },
    to: { day: ends + (overnight && (oneDay || both.both) ? 1 : 0), minutes: closes },
    openEnd: overnight && !oneDay && !both.both && !end.times.length,
    supposed: from.supposed,
  };
}

const fault = (weekday: Day | undefined, value: string): Fault =>
  weekday === undefined ? { kind: 'bad-day', value } : { kind: 'wrong-weekday', value, day: weekday };

/** "du 21 au 28 novembre 2026": the first day has the month and the year of the last, or those before. */
function withSharedParts([first, last]: [WrittenDay, WrittenDay?]): [WrittenDay, WrittenDay?] {
  if (!last?.month) return [first, last];
  const month = first.month ?? (first.day > last.day ? ((last.month + 10) % 12) + 1 : last.month);
  const year = first.year ?? (last.year && (month > last.month ? last.year - 1 : last.year));
  return [{ ...first, month, ...(year ? { year } : {}) }, last];
}

/** The last day of a duty: what it leaves open makes it the first such day after the beginning. */
function resolveEnd(last: WrittenDay, first: WrittenDay, from: Day, title: TitleWhen) {
  const begins = new Date(from * DAY);
  const monthOfFrom = begins.getUTCMonth() + 1;
  const month = last.month ?? (last.day < first.day ? (monthOfFrom % 12) + 1 : monthOfFrom);
  const year = last.year ?? begins.getUTCFullYear() + (month < monthOfFrom ? 1 : 0);
  return resolveDay({ ...last, month, year }, title, from);
}

/** Who is on duty: the name, completed by the list of pharmacies but never changed. */
function detailsOf(texts: Texts, line: RosterLine, pharmacies: Pharmacies): Draft['details'] | undefined {
  const { of, first } = texts;
  let address = first('address');
  let town = first('town');
  let phone = first('phone');
  // One cell may hold it all: "Pharmacie d’essai - Auxerre - 03 86 00 00 00".
  const [whole] = of('name');
  const parts = (whole?.raw ?? '')
    .split(/[\r\n]+| [-–—] |, |[()]/)
    .map(clean)
    .filter(Boolean);
  const own = parts.filter((part, i) => {
    const number = frenchPhone(part.replace(/^\D*?(?=\+?\d)/, ''));
    if (i && number && !phone) phone = number;
    else if (i && !town && pharmacies.town(part)) town = part;
    else if (i && !address && isStreet(part)) address = part;
    else return true;
    return false;
  });
  let name = own.length === parts.length ? (whole?.text ?? '') : own.join(' - ');
  const code = first('finess');
  const known = code ? pharmacies.byFiness(code) : name ? pharmacies.find(name, town) : undefined;
  if (known === 'several') line.notes.push({ kind: 'homonyms' });
  else if (known) {
    const short = !/pharmac|officine/i.test(name);
    if (short) {
      name = pharmacyName(known.name);
      line.notes.push({ kind: 'completed', value: name });
    }
    if (!town) {
      town = known.commune;
      line.notes.push({ kind: 'completed', value: town });
    }
  }
  if (!name) return undefined;
  const shown = town && readable(town);
  return {
    name: readable(name),
    ...(address ? { address: readable(address) } : {}),
    ...(town ? { town: shown === town ? town : (pharmacies.town(town) ?? shown!) } : {}),
    ...(phone ? { phone: frenchPhone(phone) ?? phone } : {}),
  };
}
