/**
 * The roster of pharmacies on duty that a pharmacist keeps in a spreadsheet: CSV (semicolon, comma or tab) or JSON.
 *
 * Read line by line: a wrong line is left out and named, the others serve. Every text stays text, markup included.
 */
import { DAY, type Instant, parseInstant } from './time/calendar.ts';

/** A pharmacy on duty, half-open: at `to` the next one begins. */
export interface Duty {
  from: Instant;
  to: Instant;
  name: string;
  address?: string;
  town?: string;
  /** As people read it: `03 86 65 91 82`. */
  phone?: string;
}

/** The columns that a roster may not lack. */
const REQUIRED = ['from', 'to', 'name'] as const;
export type RequiredColumn = (typeof REQUIRED)[number];

/** What a column is called, in lower case without accents. */
const COLUMNS = {
  from: /^(from|start|d[eu]$|((date|jour|heure|et|de) ?)*debut)/,
  to: /^(to$|end|au?$|((date|jour|heure|et|de) ?)*fin\b)/,
  name: /^(name|nom|pharmacie|officine)\b/,
  address: /^(address|adresse|rue)\b/,
  town: /^(town|city|ville|commune|localite)\b/,
  phone: /\b(phone|tel)/,
};

type RosterColumn = keyof typeof COLUMNS;

/** What is wrong on a line, or between two. */
export interface RosterProblem {
  /** The row that a spreadsheet shows, header included: a cell on several lines is one row. Absent: the whole file. */
  line: number | undefined;
  /** `line` counts the objects of a JSON array instead, from 1. */
  item?: boolean;
  /**
   * - `not-a-roster`: no valid line at all; `value` is how the text begins
   * - `missing-column`: `column` is not in the header
   * - `missing-value`: the cell of `column` is empty
   * - `bad-date`: `value` in `column` is no date and time, or none that exists
   * - `missing-time`: `value` in `column` is a day; nobody knows at what time the duty begins or ends
   * - `end-before-start`: `value` is the end as written
   * - `duplicate`: says again what line `other` says
   * - `bad-phone`: `value` is no French number; the duty is kept without it
   * - `long`: more than two weeks, as with a wrong year; kept
   * - `overlap`: with line `other`, between `from` and `to`; both are kept
   * - `gap`: nobody is on duty between `from` and `to`
   * - `truncated`: the file stops amid this line; its last cell is not believed
   */
  kind:
    | 'not-a-roster'
    | 'missing-column'
    | 'missing-value'
    | 'bad-date'
    | 'missing-time'
    | 'end-before-start'
    | 'duplicate'
    | 'bad-phone'
    | 'long'
    | 'overlap'
    | 'gap'
    | 'truncated';
  column?: RequiredColumn;
  value?: string;
  from?: Instant;
  to?: Instant;
  other?: number;
}

export interface Roster {
  /** Sorted by `from`, then by `to`. */
  duties: readonly Duty[];
  /** In the order of the lines; first those of the file as a whole. */
  problems: readonly RosterProblem[];
}

const KEPT = ['bad-phone', 'long', 'overlap', 'gap', 'truncated'];

/** Whether the problem leaves its line out (or, without a line, the whole file). */
export const isFatal = ({ kind }: RosterProblem): boolean => !KEPT.includes(kind);

/** The longest duty that is not a typing error: a week, and as much again. */
const LONGEST = 14 * DAY;

/**
 * The text of a file: UTF-8 or, as Excel's "Unicode" files, UTF-16 (the BOM is dropped), else Windows-1252.
 * Never fails: what is no text gives nonsense, which {@link parseRoster} refuses.
 */
export function decodeRoster(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    // `stream`: a character cut at the end of the file is left out, and does not make all others Windows-1252.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    // Without a BOM or another accent to prove UTF-8, half a character at the end may be the `é` of Windows-1252.
    if (bytes[0] === 0xef || /[^\0-\x7f]/.test(text) || text.length === bytes.length) return text;
  } catch {
    // Not UTF-8.
  }
  return new TextDecoder('windows-1252').decode(bytes);
}

const clean = (text: string) => text.replace(/\s+/g, ' ').trim();
const two = (digits: string) => digits.padStart(2, '0');

/**
 * Reads a date and time: `23/11/2026 09:00`, `23/11/26 à 9h`, `2026-11-23T09:00`; seconds and an offset may follow.
 *
 * @returns The instant, Paris time without an offset; `undefined` where there is no such date from 2000 to 2099, or no
 * time.
 */
function parseMoment(text: string): Instant | undefined {
  const iso = text.replace(
    /^(\d\d?)[/.-](\d\d?)[/.-](?:20)?(\d\d)(?!\d)/,
    (_, day: string, month: string, year: string) => `20${year}-${two(month)}-${two(day)}`,
  );
  // Only this century: the clocks of each year are computed and kept.
  const parts = /^(20\d\d-\d\d-\d\d)(?:T| (?:à )?)(\d\d?)(?: ?h ?(\d\d)?|:(\d\d))(.*)$/i.exec(iso);
  if (!parts) return undefined;
  const [, day, hour, afterH, afterColon, rest] = parts;
  return parseInstant(`${day}T${two(hour!)}:${afterH ?? afterColon ?? '00'}${rest}`);
}

/**
 * A French number as people read it: `03 86 65 91 82`, `0 820 89 00 00`, `3237`.
 *
 * @param text - With or without +33, with any usual separator, or without the leading 0 that spreadsheets drop.
 */
export function frenchPhone(text: string): string | undefined {
  const parts = /^(?:(?:(?:\+|00)?33)?(?:\(0\)|0)?([1-9]\d{8})|(3\d{3}))$/.exec(text.replace(/[\s./-]/g, ''));
  if (!parts) return undefined;
  const [, number, short] = parts;
  if (!number) return short;
  return number.replace(/^(?:(8..)|(.)(..))(..)(..)(..)$/, (_, special, first, second, ...pairs: string[]) =>
    [special ? `0 ${special}` : `0${first} ${second}`, ...pairs.slice(0, 3)].join(' '),
  );
}

/**
 * The rows of a CSV text, blank ones included, so that the row that a spreadsheet calls 7 is at 6.
 * A quote amid a cell is text, as in a spreadsheet.
 *
 * @returns `open`: the last cell has an opening quote without a closing one.
 */
export function parseCsv(text: string, separator: string): { rows: string[][]; open: boolean } {
  const cell = new RegExp(`(?: *"([^"]*(?:""[^"]*)*)("?))?([^${separator}\\r\\n]*)(${separator}|\\r\\n?|\\n|$)`, 'y');
  const rows: string[][] = [[]];
  for (;;) {
    const [, quoted, closing, plain, end] = cell.exec(text)!;
    rows[rows.length - 1]!.push(quoted === undefined ? plain! : quoted.replace(/""/g, '"') + plain);
    if (!end) return { rows, open: closing === '' };
    if (end !== separator) rows.push([]);
  }
}

/** The separator that is most frequent in the first line that has one. */
export function separatorOf(text: string): string {
  // Not one regular expression for the line: on a long one without separators it would start again at each character.
  const line = text.slice(text.search(/[;\t,]/)).split(/[\r\n]/, 1)[0]!;
  const count = (separator: string) => line.split(separator).length;
  return [';', '\t', ','].reduce((best, other) => (count(other) > count(best) ? other : best));
}

function columnOf(header: string): RosterColumn | undefined {
  const name = header
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();
  return (Object.keys(COLUMNS) as RosterColumn[]).find((column) => COLUMNS[column].test(name));
}

type Cells = { [column in RosterColumn]?: string };

interface Line {
  line: number;
  item?: boolean;
  cells: Cells;
}

/** The lines after the header; none where there is no header, which may stand below a title. */
function csvLines(text: string, problems: RosterProblem[]): Line[] {
  const { rows, open } = parseCsv(text, separatorOf(text));
  let columns: (RosterColumn | undefined)[] = [];
  const header = rows.findIndex((row) => {
    columns = row.map(columnOf);
    return new Set(columns.filter(Boolean)).size > 1 && (columns.includes('from') || columns.includes('to'));
  });
  if (header < 0) return [];
  const missing = REQUIRED.filter((column) => !columns.includes(column));
  for (const column of missing) problems.push({ line: header + 1, kind: 'missing-column', column });
  if (missing.length) return [];

  const last = rows.length - 1;
  if (last > header) {
    // Where the file ends with a line break, the last row is blank.
    const short = rows[last]!.some((cell) => cell.trim()) && rows[last]!.length < rows[last - 1]!.length;
    if (open || short) {
      rows[last]!.pop();
      problems.push({ line: last + 1, kind: 'truncated' });
    }
  }
  return rows.flatMap((row, i) => {
    if (i <= header || !row.some((cell) => cell.trim())) return [];
    const cells: Cells = {};
    // From the last: of two columns with one name, the first counts.
    for (let c = row.length - 1; c >= 0; c--) {
      const column = columns[c];
      if (column) cells[column] = clean(row[c]!);
    }
    return { line: i + 1, cells };
  });
}

/** The objects of a JSON array; whatever else stands in it is an object without values. */
function jsonLines(text: string, problems: RosterProblem[]): Line[] {
  let items: unknown[];
  try {
    items = JSON.parse(text);
  } catch {
    if (!text.endsWith(']')) problems.push({ line: undefined, kind: 'truncated' });
    return [];
  }
  const known = new Map<string, RosterColumn | undefined>();
  return items.map((item, i) => {
    const cells: Cells = {};
    for (const [key, value] of Object.entries(item ?? {})) {
      if (!known.has(key)) known.set(key, columnOf(key));
      const column = known.get(key);
      // A phone may be a number.
      if (column && (typeof value === 'string' || typeof value === 'number')) cells[column] = clean(String(value));
    }
    return { line: i + 1, item: true, cells };
  });
}

/** The duty of a line, or `undefined` where it is left out: `report` is told why. */
function dutyOf(cells: Cells, report: (problem: Omit<RosterProblem, 'line'>) => void): Duty | undefined {
  const instant = (column: 'from' | 'to') => {
    const value = cells[column];
    if (!value) return undefined;
    const at = parseMoment(value);
    if (at === undefined) {
      report({ kind: parseMoment(`${value} 0:00`) === undefined ? 'bad-date' : 'missing-time', column, value });
    }
    return at;
  };
  for (const column of REQUIRED) if (!cells[column]) report({ kind: 'missing-value', column });
  const from = instant('from');
  const to = instant('to');
  const { name } = cells;
  if (from === undefined || to === undefined || !name) return undefined;
  if (to <= from) {
    report({ kind: 'end-before-start', value: cells.to!, from, to });
    return undefined;
  }
  if (to - from > LONGEST) report({ kind: 'long', from, to });
  const duty: Duty = { from, to, name };
  if (cells.address) duty.address = cells.address;
  if (cells.town) duty.town = cells.town;
  if (cells.phone) {
    const phone = frenchPhone(cells.phone);
    if (phone) duty.phone = phone;
    else report({ kind: 'bad-phone', value: cells.phone });
  }
  return duty;
}

/**
 * Reads a roster, JSON where its first character is `[`, else CSV. Not to be trimmed before: a last line without its
 * line break and with fewer cells than the line above shows that the file was cut.
 *
 * @returns All that can be used, and all that is wrong. Never throws.
 */
export function parseRoster(text: string): Roster {
  const problems: RosterProblem[] = [];
  const content = text.replace(/^\ufeff/, '');
  const lines = /^\s*\[/.test(content) ? jsonLines(content.trim(), problems) : csvLines(content, problems);

  const entries: { duty: Duty; line: number; item?: boolean }[] = [];
  const seen = new Map<string, number>();
  for (const { cells, ...place } of lines) {
    const duty = dutyOf(cells, (problem) => problems.push({ ...place, ...problem }));
    if (!duty) continue;
    const key = [duty.from, duty.to, duty.name, duty.town].join('\n');
    const other = seen.get(key);
    if (other === undefined) {
      seen.set(key, place.line);
      entries.push({ duty, ...place });
    } else problems.push({ ...place, kind: 'duplicate', other });
  }
  entries.sort((a, b) => a.duty.from - b.duty.from || a.duty.to - b.duty.to);

  /** The one that ends last among those before. */
  let latest = entries[0];
  if (!latest)
    problems.push({ line: undefined, kind: 'not-a-roster', value: clean(content.slice(0, 400)).slice(0, 40) });
  for (const entry of entries.slice(1)) {
    const { duty, ...place } = entry;
    const end = latest!.duty.to;
    if (duty.from < end) {
      problems.push({ ...place, kind: 'overlap', other: latest!.line, from: duty.from, to: Math.min(duty.to, end) });
    } else if (duty.from > end) problems.push({ ...place, kind: 'gap', from: end, to: duty.from });
    if (duty.to > end) latest = entry;
  }
  problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return { duties: entries.map(({ duty }) => duty), problems };
}

/** The pharmacies on duty at `at`, in the order of the roster; none in a gap and outside its dates. */
export const dutiesAt = ({ duties }: Roster, at: Instant): Duty[] =>
  duties.filter(({ from, to }) => from <= at && at < to);

/** The first instant after `at` at which a duty begins or ends; `undefined` once all are over. */
export function nextDutyChange({ duties }: Roster, at: Instant): Instant | undefined {
  let next: Instant | undefined;
  for (const { from, to } of duties) {
    const change = from > at ? from : to;
    if (change > at && (next === undefined || change < next)) next = change;
  }
  return next;
}

/** The duties that are the next to begin after `at`, all at one instant; none once the last one has begun. */
export function nextDuties({ duties }: Roster, at: Instant): Duty[] {
  const from = duties.find((duty) => duty.from > at)?.from;
  return duties.filter((duty) => duty.from === from);
}
