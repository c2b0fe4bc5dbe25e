/** What the page that makes a screen knows of rosters and of hours: `dist/fabrique/roster.js`. */
import communes from '../../data/communes.csv';
import table from '../../data/pharmacies.csv';
import { pharmaciesOf } from '../../src/pharmacies.ts';
import { parseRoster } from '../../src/roster.ts';
import { minutesOfClock, parisDay, readRosterTable, rosterCsv } from '../../src/roster-table.ts';
import { readTable } from '../../src/table.ts';
import { rowsOf } from './text.ts';
import { lineTexts, spanText } from './words.ts';

export { pharmacyName } from '../../src/pharmacies.ts';
export { hoursProblem } from '../hours-problem.ts';
export { textOfFile, textOfText } from './file.ts';

const column = readTable(table);
const commune = readTable(communes);
const names = new Map(commune('code').map((code, i) => [code, commune('name')[i]!]));
const pharmacies = pharmaciesOf(
  column('finess').map((finess, i) => ({
    finess,
    name: column('name')[i]!,
    commune: names.get(column('commune')[i]!)!,
  })),
);

/** A line as the page shows it. */
export interface ShownLine {
  line: number;
  kind: 'duty' | 'left-out' | 'title';
  /** The cells as written. */
  written: string;
  /** When and who, as understood. */
  span?: string;
  who?: string;
  /** Why it is left out, or what is to be known of it. */
  remarks: string[];
}

export interface Shown {
  lines: ShownLine[];
  duties: number;
  leftOut: number;
  /** All duties have ended. */
  over: boolean;
  /** The strict form, which the screen reads. */
  csv: string;
}

/** The text of a roster as the page shows it and the screen reads it; `from` and `to` are `HH:MM` or empty. */
export function readRoster(text: string, from = '', to = ''): Shown {
  const [begins, ends] = [minutesOfClock(from), minutesOfClock(to)];
  const hours = begins === undefined || ends === undefined ? undefined : { from: begins, to: ends };
  const now = Date.now();
  const { lines, duties } = readRosterTable(rowsOf(text), { today: parisDay(now), hours, pharmacies });
  return {
    lines: lines.map((line) => ({
      line: line.line,
      kind: line.kind,
      written: line.cells.join(' · '),
      ...(line.duty
        ? {
            span: spanText(line.duty),
            who: [line.duty.name, line.duty.address, line.duty.town, line.duty.phone].filter(Boolean).join(', '),
          }
        : {}),
      remarks: lineTexts(line),
    })),
    duties: duties.length,
    over: duties.length > 0 && duties.every(({ to }) => to <= now),
    leftOut: lines.filter(({ kind }) => kind === 'left-out').length,
    csv: duties.length ? rosterCsv(duties) : '',
  };
}

/** How many duties the screen finds by itself in a text that it fetches: it reads the strict form alone. */
export const strictDuties = (text: string): number => parseRoster(text).duties.length;
