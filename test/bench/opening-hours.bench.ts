/** `stateAt` and `nextChange` against the `opening_hours` package, on every string of `data/`, in one run. */
import Reference from 'opening_hours';
import { bundled } from '../../src/bundled.ts';
import { loadDirectory } from '../../src/directory.ts';
import { nextChange, type OpeningHours, stateAt } from '../../src/time/opening-hours.ts';
import { chance } from '../chance.ts';

const directory = loadDirectory(bundled);
const { calendar, pdsa } = directory;
const texts = new Map<string, OpeningHours>([[pdsa.text, pdsa]]);
for (const { hours } of directory.channels) if (hours) texts.set(hours.text, hours);
const place = {
  lat: 47.8,
  lon: 3.57,
  address: { country_code: 'fr', state: 'Bourgogne-Franche-Comté', country: 'France' },
};

const INSTANTS = 2000;
const random = chance(15);
const instants = Array.from(
  { length: INSTANTS },
  () => Date.UTC(2024, 0) + Math.floor(random.next() * 20 * 366 * 86_400_000),
);

/** Microseconds for one instant: the median of nine runs after two to warm up. */
function measure(run: (at: number) => unknown): number {
  const times: number[] = [];
  for (let i = 0; i < 11; i++) {
    const start = performance.now();
    for (const at of instants) run(at);
    times.push(((performance.now() - start) * 1000) / INSTANTS);
  }
  return times.slice(2).sort((a, b) => a - b)[4]!;
}

console.log(`state + next change at ${INSTANTS} instants 2024–2044, microseconds each (median of 9 runs)`);
for (const [text, hours] of texts) {
  const reference = new Reference(text, place);
  const ours = measure((at) => [stateAt(hours, at, calendar), nextChange(hours, at, calendar)]);
  const theirs = measure((at) => {
    const date = new Date(at);
    return [reference.getState(date), reference.getUnknown(date), reference.getNextChange(date)];
  });
  console.log(
    `${ours.toFixed(2).padStart(8)} ${theirs.toFixed(1).padStart(9)}  ×${Math.round(theirs / ours)}  ${text}`,
  );
}
