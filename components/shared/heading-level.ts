import { warnOnce } from './warn.ts';

/** The level of a widget's heading: 1 to 4, so that those below it have one too. */
export function headingLevel(element: Element & { headingLevel: number | string }): number {
  const level = Number(element.headingLevel);
  if (level >= 1 && level <= 4 && Number.isInteger(level)) return level;
  warnOnce(element, `heading-level="${element.headingLevel}"`, 'a whole number from 1 to 4');
  return 2;
}
