/**
 * A roster as people keep it, any table of days and names, read into duties line by line. What is not understood is left
 * out and named: nobody is sent to a pharmacy on a guess.
 *
 * The screen reads the strict form alone (`roster.ts`); {@link rosterCsv} writes it.
 */
import { type Duty, isFatal, parseRoster } from './roster.ts';
import { type Column, columnsOf, guessColumns, isHeader, joinHeader, repeats } from './roster-columns.ts';
import { type Above, clean, type Draft, type Habits, type Moment, type RosterLine, readLine } from './roster-line.ts';
import { readTitle, readWhen } from './roster-when.ts';
import { DAY, type Day, dayAt, type Instant, instantOf, MINUTE, wallAt } from './time/calendar.ts';

export interface RosterReading {
  /** All rows that are not empty. */
  lines: RosterLine[];
  duties: readonly Duty[];
}

const wallOf = ({ day, minutes }: Moment): Instant => instantOf(day * DAY + minutes * MINUTE);

/** Reads rows of cells, blank ones included. Never throws. */
export function readRosterTable(rows: readonly (readonly string[])[], habits: Habits): RosterReading {
  const lines: RosterLine[] = [];
  const drafts: Draft[] = [];
  const above: Above = { title: { years: [] }, near: habits.today };
  let columns: Column[] | undefined;
  let header: readonly string[] | undefined;
  if (!rows.some(isHeader)) {
    const body = rows.filter((row) => new Set(row.map(clean).filter(Boolean)).size > 1);
    columns = guessColumns(body, (cell) => habits.pharmacies.town(cell) !== undefined);
  }

  for (let r = 0; r < rows.length; r++) {
    const row = rows[r]!;
    const cells = row.map(clean).filter(Boolean);
    if (!cells.length) continue;
    const line: RosterLine = { line: r + 1, cells, kind: 'title', notes: [] };
    lines.push(line);
    if (isHeader(row) && (!header || repeats(row, header))) {
      header = row;
      delete above.when;
      const joined = rows[r + 1] && joinHeader(row, rows[r + 1]!);
      columns = columnsOf(joined ?? row);
      if (joined) lines.push({ line: ++r + 1, cells: rows[r]!.map(clean).filter(Boolean), kind: 'title', notes: [] });
      continue;
    }
    if (isTitle(row, cells, columns)) {
      const { years, ...said } = readTitle(cells[0]!);
      Object.assign(above.title, said, years.length ? { years } : {});
      if (said.hours) line.notes.push({ kind: 'usual-hours', ...said.hours });
      continue;
    }
    // Above the header, or a header that says too little to be known for one.
    if (!columns || (!header && !drafts.length && !/\d/.test(cells.join()))) continue;
    line.kind = 'left-out';
    const draft = readLine(row, columns, line, habits, above);
    // The day of a line that was not understood is not known to the lines below either.
    delete above.when;
    if (!draft) continue;
    above.when = draft.when;
    above.near = draft.from.day;
    drafts.push(draft);
  }

  includeLastNights(drafts);
  for (const { line, from, to, details } of drafts) {
    line.duty = { from: wallOf(from), to: wallOf(to), ...details };
    line.kind = 'duty';
  }
  const duties = checkDuties(drafts.map(({ line }) => line));
  return { lines, duties };
}

/** A text alone on its row, no day, and not the second name below a day that is merged. */
function isTitle(row: readonly string[], cells: readonly string[], columns: readonly Column[] | undefined): boolean {
  // A merged cell stands in each of the cells that it covers.
  if (new Set(cells).size > 1) return false;
  const at = row.findIndex((cell) => cell.trim());
  if (cells.length === 1 && at > 0 && columns?.[at]?.role === 'name') return false;
  const { days, unread } = readWhen(cells[0]!);
  return !days.some(({ month }) => month) && (!days.length || !!unread);
}

/**
 * "du 23 au 29", then "du 30 au 6": where the next duty begins the day after, the last day is on duty too, until the
 * morning that follows.
 */
function includeLastNights(drafts: readonly Draft[]): void {
  const open = drafts.filter(({ openEnd }) => openEnd);
  const begins = new Set(drafts.map(({ from }) => from.day));
  const after = open.filter(({ to }) => begins.has(to.day + 1) && !begins.has(to.day)).length;
  if (after <= open.filter(({ to }) => begins.has(to.day)).length) return;
  for (const { line, to } of open) {
    to.day++;
    line.notes.push({ kind: 'last-night' });
  }
}

/** What the strict reader of the screen makes of them; what it says is noted on their lines. */
function checkDuties(lines: readonly RosterLine[]): readonly Duty[] {
  if (!lines.length) return [];
  const { duties, problems } = parseRoster(rosterCsv(lines.map(({ duty }) => duty!)));
  for (const problem of problems) {
    // By day between two nights all pharmacies are open: a gap counts where it holds a midnight.
    if (problem.kind === 'gap' && parisDay(problem.from!) === parisDay(problem.to!)) continue;
    // The header is line 1.
    const line = problem.line === undefined ? undefined : lines[problem.line - 2];
    const other = problem.other === undefined ? undefined : lines[problem.other - 2]!.line;
    line?.notes.push({ kind: 'problem', problem: other === undefined ? problem : { ...problem, other } });
    if (line && isFatal(problem)) {
      line.kind = 'left-out';
      delete line.duty;
    }
  }
  return duties;
}

const two = (number: number): string => String(number).padStart(2, '0');

/** An instant as the strict form writes it, `23/11/2026 19:30`; with its offset where the clock shows that time twice. */
function instantText(at: Instant): string {
  const wall = new Date(wallAt(at));
  const time = `${two(wall.getUTCHours())}:${two(wall.getUTCMinutes())}`;
  if (instantOf(wall.getTime()) !== at) return `${wall.toISOString().slice(0, 10)}T${time}+01:00`;
  return `${two(wall.getUTCDate())}/${two(wall.getUTCMonth() + 1)}/${wall.getUTCFullYear()} ${time}`;
}

const cell = (text = ''): string => (/[";\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);

/** The strict form, which the screen reads: CSV with the columns début, fin, nom, adresse, ville, téléphone. */
export const rosterCsv = (duties: readonly Duty[]): string =>
  [
    'début;fin;nom;adresse;ville;téléphone',
    ...duties.map(({ from, to, name, address, town, phone }) =>
      [instantText(from), instantText(to), ...[name, address, town, phone].map(cell)].join(';'),
    ),
    '',
  ].join('\n');

/** The minutes after midnight of `19:30`. */
export const minutesOfClock = (text: string): number | undefined => {
  const [, hour, minutes] = /^(\d\d):(\d\d)/.exec(text) ?? [];
  return hour === undefined ? undefined : Number(hour) * 60 + Number(minutes);
};

/** The day that the clocks of Paris show at an instant: `today` of {@link Habits}. */
export const parisDay = (at: Instant): Day => dayAt(wallAt(at));
