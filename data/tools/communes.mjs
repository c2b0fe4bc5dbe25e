/**
 * Writes `communes.csv` and `epci.csv` of the département in `directory.json`, from the npm package
 * @etalab/decoupage-administratif (INSEE and DGCL, Licence Ouverte). Next year: update the package, then
 * `npm run data:communes`.
 *
 * The points (inside each commune, to a kilometre) come from IGN contours, not from the package: they are kept
 * from the file being replaced, and a new commune without one stops the script.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const from = (name) => require(`@etalab/decoupage-administratif/data/${name}.json`);
const file = (name) => new URL(`../${name}`, import.meta.url);
const { department } = JSON.parse(readFileSync(file('directory.json'), 'utf8'));

const all = from('communes').filter((c) => c.departement === department.code);
const communes = all.filter((c) => c.type === 'commune-actuelle');
const codes = new Set(communes.map((c) => c.code));
const epci = from('epci').filter((e) => e.membres.some((m) => codes.has(m.code)));
const epciOf = new Map(epci.flatMap((e) => e.membres.map((m) => [m.code, e.code])));

const points = new Map(
  readFileSync(file('communes.csv'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(';'))
    .map((cells) => [cells[0], cells.slice(5, 7)]),
);

const former = (commune) =>
  all
    .filter((c) => c.type !== 'commune-actuelle' && c.chefLieu === commune.code)
    .map((c) => c.nom)
    .filter((name) => name !== commune.nom);

/** The population only ranks the answers of a search: two significant digits are enough. */
const twoDigits = (n) => {
  const unit = 10 ** Math.max(Math.floor(Math.log10(n)) - 1, 0);
  return Math.round(n / unit) * unit;
};

const rows = communes
  .map((c) => {
    const point = points.get(c.code);
    const group = epciOf.get(c.code);
    if (!point) throw new Error(`${c.code} ${c.nom}: no interior point; add its line by hand first`);
    if (!group) throw new Error(`${c.code} ${c.nom}: in no EPCI`);
    return [c.code, c.nom, c.codesPostaux.join('|'), twoDigits(c.population), group, ...point, former(c).join('|')];
  })
  // Neighbours side by side: it halves what the columns weigh in the script.
  .sort((a, b) => (a[4] + a[2] + a[0] < b[4] + b[2] + b[0] ? -1 : 1));

const write = (name, header, lines) =>
  writeFileSync(file(name), `${[header, ...lines].map((cells) => cells.join(';')).join('\n')}\n`);

write('communes.csv', ['code', 'name', 'postcodes', 'population', 'epci', 'lat', 'lon', 'former'], rows);
write('epci.csv', ['code', 'name'], epci.map((e) => [e.code, e.nom]).sort());
console.log(`${rows.length} communes, ${epci.length} EPCI`);
