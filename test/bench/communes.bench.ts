/**
 * The search field: what it makes of every single typing error in the names of the Yonne, and what a keystroke costs
 * with the communes of the Yonne and with those of all France. Time of the processor: other work on the machine is none.
 */
import { createCommuneSearch } from '../../src/communes.ts';
import type { Commune } from '../../src/directory-schema.ts';
import { figuresOf } from '../single-edits.ts';

// `as string`: Node's types stay out of a project for browsers.
const { readFileSync } = await import('node:fs' as string);
const { cpuUsage } = await import('node:process' as string);

interface Official {
  code: string;
  nom: string;
  type: string;
  chefLieu?: string;
  codesPostaux?: string[];
  population?: number;
}

const ROUNDS = 40;
const TYPED = ['saint-florentin', 'auxere', 'vilenueve', 'pasy', '89600'];
const PASTED = 10_000;
const LONG = ['e'.repeat(PASTED), 'saint '.repeat(PASTED / 6), 'l s '.repeat(PASTED / 4)];

const official: Official[] = JSON.parse(
  readFileSync('node_modules/@etalab/decoupage-administratif/data/communes.json', 'utf8'),
);
const former = new Map<string | undefined, string[]>();
for (const { type, chefLieu, nom } of official) {
  if (type === 'commune-deleguee') former.set(chefLieu, [...(former.get(chefLieu) ?? []), nom]);
}
const france = official
  .filter(({ type }) => type === 'commune-actuelle')
  .map(({ code, nom, codesPostaux = [], population = 0 }): Commune => {
    const names = (former.get(code) ?? []).filter((name) => name !== nom);
    return { code, name: nom, postcodes: codesPostaux, population, epci: '', point: [0, 0], former: names };
  });
const yonne = france.filter(({ code }) => code.startsWith('89'));

const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(2)} %`.padStart(8);
const all = Object.entries(figuresOf(yonne, createCommuneSearch(yonne)));
console.log('A letter   queries     first  first ten  first, ties apart');
for (const [kind, { typed, first, ten, tied }] of all)
  console.log(
    `  ${kind.padEnd(8)}${String(typed).padStart(8)}  ${percent(first, typed)}   ${percent(ten, typed)}           ${percent(first, typed - tied)}`,
  );
const sum = (count: 'typed' | 'first' | 'ten' | 'tied') => all.reduce((total, [, figure]) => total + figure[count], 0);
console.log(
  `  ${'all'.padEnd(8)}${String(sum('typed')).padStart(8)}  ${percent(sum('first'), sum('typed'))}   ${percent(sum('ten'), sum('typed'))}           ${percent(sum('first'), sum('typed') - sum('tied'))}`,
);

const now = (): number => cpuUsage().user / 1000;
const round = (milliseconds: number) => `${milliseconds.toFixed(3)} ms`.padStart(11);

for (const communes of [yonne, france]) {
  const began = now();
  const search = createCommuneSearch(communes);
  console.log(`${communes.length} communes, index built in ${(now() - began).toFixed(0)} ms`);
  const costOf = (query: string): number => {
    search(query);
    const start = now();
    for (let i = 0; i < ROUNDS; i++) search(query);
    return (now() - start) / ROUNDS;
  };
  const keystrokes = TYPED.flatMap((text) => [...text].map((_, i) => text.slice(0, i + 1)));
  const costs = keystrokes.map((query) => ({ query, cost: costOf(query) })).sort((a, b) => a.cost - b.cost);
  const worst = costs.at(-1)!;
  console.log(
    `  a keystroke: median${round(costs[costs.length >> 1]!.cost)}, worst${round(worst.cost)} at "${worst.query}"`,
  );
  for (const text of LONG) console.log(`  10,000 characters, "${text.slice(0, 6)}…": ${round(costOf(text))}`);
}
