/**
 * Merges confirmed attachments of communes to CPTS into `cpts.json`: `npm run data:cpts -- file.csv`.
 *
 * The file comes from a spreadsheet: `code insee;cpts;source;date`, separated by semicolons or commas, in UTF-8. One
 * wrong line and nothing is written; all wrong lines are listed. Lines about the same commune and CPTS: the last wins.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { parse } from 'csv-parse/sync';

const HEADERS = ['code insee,cpts,source,date', 'insee,cpts,source,date'];
/** Line width of `data/*.json` in `biome.json`. */
const WIDTH = 200;
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format();

const stop = (...messages) => {
  console.error(messages.join('\n'));
  process.exit(1);
};

const readArguments = () => {
  const usage = 'Usage : npm run data:cpts -- fichier.csv [--data dossier]';
  try {
    const options = { data: { type: 'string', default: join(import.meta.dirname, '..') } };
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    return positionals.length === 1 ? { input: positionals[0], data: values.data } : stop(usage);
  } catch {
    return stop(usage);
  }
};

const readText = (path) => {
  try {
    // Without `fatal`, a file in Windows-1252 would lose its accents in silence. The decoder takes the BOM away.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
    return text.normalize().replace(/\r\n?/g, '\n');
  } catch (error) {
    return stop(error.code === 'ENOENT' ? `Fichier introuvable : ${path}` : `Fichier illisible en UTF-8 : ${path}`);
  }
};

/** The records of a CSV text with the numbers of their lines; the last has a `problem` where quotes are misplaced. */
const readRecords = (text) => {
  const records = [];
  let end = 0;
  try {
    parse(text, {
      // The header says which: a source may well contain the other one.
      delimiter: text.trim().split('\n', 1)[0].includes(';') ? ';' : ',',
      record_delimiter: '\n',
      relax_column_count: true,
      trim: true,
      on_record: (cells, { lines }) => {
        records.push({ line: end + 1, cells: cells.map((cell) => cell.trim()) });
        end = lines;
      },
    });
  } catch {
    // From here on, nobody knows which quotes open and which close: the rest of the file is not read.
    records.push({ line: end + 1, cells: [text], problem: 'guillemet mal placé ou non refermé' });
  }
  // Spreadsheets leave empty lines, or lines of separators only.
  return records.filter(({ cells }) => cells.some(Boolean));
};

/** An existing day, written 2026-11-23 or 23/11/2026, as an ISO date. */
const isoDay = (text) => {
  const iso = text.replace(/^(\d\d)\/(\d\d)\/(\d{4})$/, '$3-$2-$1');
  const time = /^\d{4}-\d\d-\d\d$/.test(iso) ? Date.parse(iso) : Number.NaN;
  // 30 February is read as a day of March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? iso : undefined;
};

const flat = (value) => {
  if (Array.isArray(value)) return `[${value.map(flat).join(', ')}]`;
  if (typeof value !== 'object' || !value) return JSON.stringify(value);
  const pairs = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${flat(item)}`);
  return pairs.length ? `{ ${pairs.join(', ')} }` : '{}';
};

/** JSON as biome writes it: on one line where it fits, except what holds a territory, which people read in lines. */
const format = (value, indent = '', used = 0) => {
  const line = flat(value);
  if (typeof value !== 'object' || (used + line.length <= WIDTH && !line.includes('"territory": '))) return line;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const lines = Object.entries(value).map(([key, item], i, { length }) => {
    const start = `${indent}  ${open === '{' ? `${JSON.stringify(key)}: ` : ''}`;
    const end = i < length - 1 ? ',' : '';
    return start + format(item, `${indent}  `, start.length + end.length) + end;
  });
  return [open, ...lines, indent + close].join('\n');
};

const { input, data } = readArguments();
const file = join(data, 'cpts.json');
const content = JSON.parse(readFileSync(file, 'utf8'));
const ids = content.cpts.map(({ id }) => id);
const communes = readFileSync(join(data, 'communes.csv'), 'utf8').split('\n').slice(1);
const codes = new Set(communes.map((line) => line.split(';')[0]).filter(Boolean));

const [header, ...records] = readRecords(readText(input));
const names = header?.cells.map((cell) => cell.toLowerCase().replace(/\s+/g, ' ')).join();
if (!HEADERS.includes(names))
  stop(`ligne ${header?.line ?? 1} : en-tête attendu « code insee;cpts;source;date » ou « insee,cpts,source,date »`);

const confirmed = new Map();
const problems = [];
for (const { line, cells, problem } of records) {
  const [code, id, source, date] = cells;
  const report = (text) => problems.push(`ligne ${line} : ${text}`);
  if (problem) report(problem);
  // Two forgotten quotes would swallow the lines between them.
  else if (cells.some((cell) => cell.includes('\n'))) report('retour à la ligne entre guillemets');
  else if (cells.length !== 4) report(`${cells.length} colonne${cells.length > 1 ? 's' : ''} au lieu de 4`);
  else {
    const day = isoDay(date);
    const before = confirmed.get(code);
    if (!codes.has(code)) report(`code INSEE inconnu « ${code} »`);
    else if (before && before.id !== id)
      report(`commune ${code} déjà rattachée à « ${before.id} » ligne ${before.line}`);
    if (!ids.includes(id)) report(`CPTS inconnue « ${id} » (connues : ${ids.join(', ')})`);
    if (!source) report('source manquante');
    if (!day) report(`date incorrecte « ${date} » (attendu : 2026-11-23 ou 23/11/2026)`);
    else if (day > today) report(`date à venir « ${date} »`);
    confirmed.set(code, { id, line, entry: { commune: code, level: 'documented', source, checked: day } });
  }
}
if (problems.length) stop(...problems, 'Rien n’a été modifié.');

const counts = { added: 0, changed: 0, unchanged: 0 };
for (const [code, { id, entry }] of confirmed) {
  const earlier = content.cpts.flatMap((cpts) =>
    cpts.territory.filter(({ commune }) => commune === code).map((found) => ({ id: cpts.id, entry: found })),
  );
  if (isDeepStrictEqual(earlier, [{ id, entry }])) counts.unchanged++;
  else {
    counts[earlier.length ? 'changed' : 'added']++;
    for (const cpts of content.cpts) {
      cpts.territory = cpts.territory.filter(({ commune }) => commune !== code);
      if (cpts.id === id) cpts.territory.push(entry);
    }
  }
}

if (counts.added || counts.changed) {
  for (const cpts of content.cpts) {
    const own = cpts.territory.filter(({ commune }) => commune).sort((a, b) => (a.commune < b.commune ? -1 : 1));
    cpts.territory = [...own, ...cpts.territory.filter(({ commune }) => !commune)];
  }
  // Renamed once complete: whatever happens, cpts.json is the old file or the new one.
  writeFileSync(`${file}.tmp`, `${format(content)}\n`);
  renameSync(`${file}.tmp`, file);
}
console.log(`Communes ajoutées : ${counts.added}, modifiées : ${counts.changed}, inchangées : ${counts.unchanged}`);
