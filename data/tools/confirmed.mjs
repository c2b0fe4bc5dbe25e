/**
 * Confirmed attachments of communes to CPTS, as a spreadsheet has them: `code insee;cpts;source;date`, separated by
 * semicolons or commas. Pure: `npm run data:cpts` and the editor of the site read and merge them with this.
 */
// The edition for browsers runs everywhere.
import { parse } from 'csv-parse/browser/esm/sync';

const HEADERS = ['code insee,cpts,source,date', 'insee,cpts,source,date'];

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

/** Reads such a file; all wrong lines are named. Lines about the same commune and CPTS: the last wins. */
export function readConfirmed(bytes, { cpts, communes, today }) {
  let text;
  try {
    // Without `fatal`, a file in Windows-1252 would lose its accents in silence. The decoder takes the BOM away.
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).normalize().replace(/\r\n?/g, '\n');
  } catch {
    return { confirmed: [], problems: ['Fichier illisible en UTF-8'] };
  }
  const [header, ...records] = readRecords(text);
  const names = header?.cells.map((cell) => cell.toLowerCase().replace(/\s+/g, ' ')).join();
  if (!HEADERS.includes(names)) {
    const expected = 'en-tête attendu « code insee;cpts;source;date » ou « insee,cpts,source,date »';
    return { confirmed: [], problems: [`ligne ${header?.line ?? 1} : ${expected}`] };
  }
  const found = new Map();
  const problems = [];
  for (const { line, cells, problem } of records) {
    const [code, id, source, date] = cells;
    const report = (words) => problems.push(`ligne ${line} : ${words}`);
    if (problem) report(problem);
    // Two forgotten quotes would swallow the lines between them.
    else if (cells.some((cell) => cell.includes('\n'))) report('retour à la ligne entre guillemets');
    else if (cells.length !== 4) report(`${cells.length} colonne${cells.length > 1 ? 's' : ''} au lieu de 4`);
    else {
      const day = isoDay(date);
      const before = found.get(code);
      if (!communes.includes(code)) report(`code INSEE inconnu « ${code} »`);
      else if (before && before.id !== id)
        report(`commune ${code} déjà rattachée à « ${before.id} » ligne ${before.line}`);
      if (!cpts.includes(id)) report(`CPTS inconnue « ${id} » (connues : ${cpts.join(', ')})`);
      if (!source) report('source manquante');
      if (!day) report(`date incorrecte « ${date} » (attendu : 2026-11-23 ou 23/11/2026)`);
      else if (day > today) report(`date à venir « ${date} »`);
      found.set(code, { id, line, entry: { commune: code, level: 'documented', source, checked: day } });
    }
  }
  return { confirmed: [...found.values()].map(({ id, entry }) => ({ id, entry })), problems };
}

const isSame = (a, b) => Object.keys({ ...a, ...b }).every((key) => a[key] === b[key]);

/** The CPTS with these communes in their territories, before their EPCI and by code; and how many lines that changes. */
export function mergeConfirmed(cpts, confirmed) {
  const counts = { added: 0, changed: 0, unchanged: 0 };
  const fresh = confirmed.filter(({ id, entry }) => {
    const earlier = cpts.flatMap((group) =>
      group.territory.filter(({ commune }) => commune === entry.commune).map((own) => ({ id: group.id, own })),
    );
    const isKept = earlier.length === 1 && earlier[0].id === id && isSame(earlier[0].own, entry);
    counts[isKept ? 'unchanged' : earlier.length ? 'changed' : 'added']++;
    return !isKept;
  });
  const moved = new Set(fresh.map(({ entry }) => entry.commune));
  const merged = cpts.map((group) => {
    const kept = group.territory.filter(({ commune }) => !moved.has(commune));
    const own = fresh.filter(({ id }) => id === group.id).map(({ entry }) => entry);
    if (!own.length && kept.length === group.territory.length) return group;
    const communes = [...kept.filter(({ commune }) => commune), ...own];
    communes.sort((a, b) => (a.commune < b.commune ? -1 : 1));
    return { ...group, territory: [...communes, ...kept.filter(({ commune }) => !commune)] };
  });
  return { cpts: merged, counts };
}

/** The communes that somebody confirmed, as a file that `readConfirmed` takes. */
export function confirmedCsv(cpts) {
  const lines = cpts.flatMap(({ id, territory }) =>
    territory
      .filter(({ commune, source, checked }) => commune && source && checked)
      .map(({ commune, source, checked }) => `${commune};${id};"${source.replace(/"/g, '""')}";${checked}`),
  );
  return ['code insee;cpts;source;date', ...lines.sort(), ''].join('\r\n');
}
