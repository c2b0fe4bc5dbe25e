/** The rows of a spreadsheet's file: `.xlsx`, `.ods`, `.xls`. */
import { type CellValue, type ReadOptions, read, type Sheet } from 'hucre';
import { readOds } from 'hucre/ods';

const DAY = 86_400_000;
const two = (number: number | string) => String(number).padStart(2, '0');
const clock = (date: Date) => `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;

/** Spreadsheets keep an hour without a day as one of the first days that they know. */
const isHour = (date: Date) => date.getUTCFullYear() <= 1904;

/** The rows of all sheets that are not hidden, one below the other, each under its name where there are several. */
export async function workbookRows(bytes: Uint8Array): Promise<string[][]> {
  const options: ReadOptions = { sheets: ({ hidden, veryHidden }) => !hidden && !veryHidden };
  // Some programs do not begin an .ods file with what it is.
  const { sheets } = await read(bytes, options).catch(() => readOds(bytes, options));
  const filled = sheets.filter(({ rows }) => rows.some((row) => row?.some((cell) => cell !== null && cell !== '')));
  return filled.flatMap((sheet) => [...(filled.length > 1 ? [[sheet.name]] : []), ...sheetRows(sheet)]);
}

function sheetRows({ rows, merges = [] }: Sheet): string[][] {
  // A row without cells is absent in what some files give.
  const cells = Array.from(rows, (row) => [...(row ?? [])]);
  for (const { startRow, startCol, endRow, endCol } of merges) {
    const value = cells[startRow]?.[startCol] ?? null;
    for (let r = startRow; r <= Math.min(endRow, cells.length - 1); r++)
      for (let c = startCol; c <= endCol; c++) cells[r]![c] = value;
  }
  const width = Math.max(0, ...cells.map((row) => row.length));
  // Where one day of a column has an hour, 00:00 is an hour too.
  const timed = Array.from({ length: width }, (_, c) =>
    cells.some(({ [c]: cell }) => cell instanceof Date && !isHour(cell) && roundedMinute(cell).getTime() % DAY !== 0),
  );
  return cells.map((row) => row.map((cell, c) => cellText(cell, timed[c]!)));
}

/** A spreadsheet keeps 19:30 as a fraction of a day, which may fall short by some milliseconds. */
const roundedMinute = (date: Date) => new Date(Math.round(date.getTime() / 60_000) * 60_000);

function cellText(cell: CellValue | undefined, timed: boolean): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) {
    const date = roundedMinute(cell);
    if (isHour(date)) return clock(date);
    const day = `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;
    return timed ? `${day} ${clock(date)}` : day;
  }
  // An hour, where the file does not say that it is one.
  if (typeof cell === 'number' && cell > 0 && cell < 1) return clock(new Date(Math.round(cell * 1440) * 60_000));
  // The hour of an .ods file: PT19H30M00S.
  return String(cell).replace(/^PT(\d\d?)H(\d\d?)M[\d.]+S$/, (_, hour, minutes) => `${two(hour)}:${two(minutes)}`);
}
