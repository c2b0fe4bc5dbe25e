/** A roster of 10,000 lines: reading it, and asking it who is on duty. */
import { dutiesAt, nextDutyChange, parseRoster } from '../../src/roster.ts';
import { DAY } from '../../src/time/calendar.ts';

const LINES = 10_000;
const FIRST = Date.UTC(2026, 0, 1);
const day = (i: number) => new Date(FIRST + i * DAY).toISOString().slice(0, 10).split('-').reverse().join('/');
const lines = Array.from(
  { length: LINES },
  (_, i) => `${day(i)} 09:00;${day(i + 1)} 09:00;Pharmacie ${i};1 rue Haute;Sens;03 86 65 91 82`,
);
const text = ['début;fin;nom;adresse;ville;téléphone', ...lines, ''].join('\n');
const roster = parseRoster(text);

/** Milliseconds: the median of nine runs after two to warm up. */
function measure(run: () => unknown): string {
  const times: number[] = [];
  for (let i = 0; i < 11; i++) {
    const start = performance.now();
    run();
    times.push(performance.now() - start);
  }
  return `${times
    .slice(2)
    .sort((a, b) => a - b)[4]!
    .toFixed(2)
    .padStart(8)} ms`;
}

const middle = FIRST + (LINES / 2) * DAY;
console.log(`${measure(() => parseRoster(text))}  parseRoster, ${LINES} lines, ${text.length} characters`);
console.log(`${measure(() => [dutiesAt(roster, middle), nextDutyChange(roster, middle)])}  dutiesAt + nextDutyChange`);
