/**
 * What a keystroke in the search field costs, with the communes of the Yonne and with those of all France:
 *
 *     esbuild test/bench/communes.bench.ts --bundle --platform=node --format=esm --outfile=/tmp/communes.bench.mjs
 *     node /tmp/communes.bench.mjs
 */
import { createCommuneSearch } from '../../src/communes.ts';
import type { Commune } from '../../src/directory-schema.ts';

// `as string`: Node's types stay out of a project for browsers.
const { readFileSync } = await import('node:fs' as string);

interface Official {
  code: string;
  nom: string;
  type: string;
  chefLieu?: string;
  codesPostaux?: string[];
  population?: number;
}

const ROUNDS = 200;
const TYPED = ['saint-florentin', 'auxere', '89600'];

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

const median = (numbers: number[]) => numbers.sort((a, b) => a - b)[numbers.length >> 1]!;
const round = (microseconds: number) => `${microseconds.toFixed(1)} µs`.padStart(12);

for (const communes of [france.filter(({ code }) => code.startsWith('89')), france]) {
  const began = performance.now();
  const search = createCommuneSearch(communes);
  console.log(`${communes.length} communes, index built in ${(performance.now() - began).toFixed(1)} ms`);
  const keystrokes = TYPED.flatMap((text) => [...text].map((_, i) => text.slice(0, i + 1)));
  const times = new Map(keystrokes.map((query) => [query, [] as number[]]));
  for (let i = 0; i < ROUNDS; i++) {
    for (const query of keystrokes) {
      const start = performance.now();
      search(query);
      times.get(query)!.push((performance.now() - start) * 1000);
    }
  }
  for (const text of TYPED) {
    const medians = [...times]
      .filter(([query]) => text.startsWith(query))
      .map(([query, taken]) => ({ query, time: median(taken) }));
    const worst = medians.reduce((a, b) => (b.time > a.time ? b : a));
    const middle = round(median(medians.map(({ time }) => time)));
    console.log(`  ${text.padEnd(16)} median${middle}, worst${round(worst.time)} at "${worst.query}"`);
  }
}
