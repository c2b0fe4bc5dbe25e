/** Parts of a schema: what can be drawn, and what can be computed. */
import * as v from 'valibot';
import { parseInstant } from './time/calendar.ts';

/** Whether a day exists; a month or a year stands for its first day. */
export const exists = (text: string): boolean => parseInstant(`${text}-01-01`.slice(0, 10)) !== undefined;

/** Without a prototype: valibot goes through the entries with for…in, which sees what old libraries add to Object's. */
export const object = <const Entries extends v.ObjectEntries>(entries: Entries) =>
  v.object({ __proto__: null, ...entries } as Entries);

export const NO_DAY = 'expected a day that exists';

/** A text of a length that can be drawn. */
export const upTo = (most: number) =>
  v.check((text: string) => text.length <= most, `expected up to ${most} characters`);

/** A number that can be drawn. @param step - 1: a whole one. */
export const within = (least: number, most: number, step = 0) =>
  v.pipe(
    v.number(),
    v.check((n) => n >= least && n <= most && !(step && n % step), `expected a number from ${least} to ${most}`),
  );

/** Whether browsers know an address: a host of four numbers may be none. */
export function isUrl(text: string): boolean {
  try {
    return !!new URL(text);
  } catch {
    return false;
  }
}
