/** Opening hours that cannot be read, told in plain French to those who typed them. */
import { OpeningHoursError, parseOpeningHours } from '../src/time/opening-hours.ts';

/** What the reader of opening hours expected, in French. */
const EXPECTED: [RegExp, string][] = [
  [/week day/, 'un jour (Mo, Tu, We, Th, Fr, Sa, Su) ou PH pour les jours fériés'],
  [/a date such/, 'une date comme 2026 Dec 24'],
  [/a day that/, 'un jour qui existe'],
  [/a last day such/, 'un dernier jour comme 31 ou Dec 31'],
  [/a month/, 'un mois en anglais (Jan à Dec)'],
  [/last day after/, 'un dernier jour après le premier'],
  [/a time up to/, 'une heure du jour'],
  [/a time such/, 'une heure comme 08:00'],
  [/closing time/, 'un tiret et une heure de fermeture'],
  [/a span of/, 'au plus 24 heures'],
  [/the days that/, 'les jours de cette règle'],
  [/hours such as/, 'des heures comme 08:00-20:00, off ou unknown'],
  [/the end$/, 'une virgule, un point-virgule ou la fin'],
];

/** Why opening hours cannot be read; empty where they can. */
export function hoursProblem(text: string): string {
  try {
    parseOpeningHours(text);
    return '';
  } catch (error) {
    const { position = 0, expected = '' } = error as Partial<OpeningHoursError>;
    if (!(error instanceof OpeningHoursError)) throw error;
    const words = EXPECTED.find(([pattern]) => pattern.test(expected))?.[1] ?? 'des horaires';
    const found = text.slice(position, position + 12);
    return `Au caractère ${position + 1}, ${found ? `« ${found} »` : 'la fin'} : il faut ${words}.`;
  }
}
