/** The rows of a roster that is a text: CSV, what a spreadsheet copies, JSON. */
import { parseCsv, separatorOf } from '../../src/roster.ts';

/** The rows of a text, blank ones included. */
export function rowsOf(text: string): string[][] {
  const content = text.replace(/^\ufeff/, '');
  return jsonRows(content.trim()) ?? parseCsv(content, separatorOf(content)).rows;
}

/** The objects of a JSON array as rows below their keys; `undefined` where the text is no such array. */
function jsonRows(text: string): string[][] | undefined {
  if (!text.startsWith('[')) return undefined;
  let items: unknown;
  try {
    items = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!Array.isArray(items)) return undefined;
  const objects = items.map((item): Record<string, unknown> => (item && typeof item === 'object' ? item : {}));
  const keys = [...new Set(objects.flatMap(Object.keys))];
  const cell = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
  return [keys, ...objects.map((object) => keys.map((key) => cell(object[key])))];
}

/** Rows as a spreadsheet copies them, to be read again by {@link rowsOf}. */
export const tabbed = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((row) => row.map((cell) => (/[\t\r\n"]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell)).join('\t'))
    .join('\n');
