/** What the columns of a roster hold: by their header, or without one by what stands in them. */
import { frenchPhone } from './roster.ts';
import { plain, readWhen } from './roster-when.ts';

/** `start`, `end`: of the duty, a day or an hour or both; `when`: both ends in one column, or a day alone. */
export type Role = 'start' | 'end' | 'when' | 'name' | 'address' | 'town' | 'postcode' | 'phone' | 'finess';

export interface Column {
  role: Role | undefined;
  /** Bare numbers in it are hours. */
  hours: boolean;
  /** Bare numbers in it are weeks. */
  weeks: boolean;
}

/** What a header says, the first that fits counting. */
const HEADERS: [Role, RegExp][] = [
  ['phone', /\b(phone|tel|telephone|portable|mobile)\b/],
  ['finess', /\bfiness\b/],
  ['postcode', /\b(code postal|cp|postcode|zip)\b/],
  ['address', /^(address|adresse|rue|voie)\b/],
  ['town', /^(town|city|ville|commune|localite)\b/],
  ['name', /^(la |les |nom de la )?(name|nom|pharmacies?|pharmaciens?|officines?|titulaires?)\b/],
  ['end', /\b(fin|fermeture|jusqu)\b|^(to|end)\b|^((date|jour|heure)s? )?(au?|jusqu.*)$/],
  ['start', /\b(debut|ouverture|depuis|a partir)\b|^(from|start)\b|^((date|jour|heure)s? )?d[eu]$/],
  ['when', /\b(dates?|jours?|periodes?|semaines?|nuits?|quand|horaires?|heures?|creneaux?|when|day|hours|gardes?)\b/],
];

/** The header in words: letters only. */
const words = (header: string): string =>
  plain(header)
    .replace(/[^a-z]+/g, ' ')
    .trim();

export function columnOf(header: string): Column {
  const name = words(header);
  return {
    role: name ? HEADERS.find(([, pattern]) => pattern.test(name))?.[0] : undefined,
    hours:
      /\b(heures?|horaires?|h|ouverture|fermeture|creneaux?|hours)\b/.test(name) && !/\b(date|jour)s?\b/.test(name),
    weeks: /^(semaines?|sem|n semaine|s)$/.test(name),
  };
}

/** A row of labels: no digit but in brackets, and at least two roles, one of which says when. */
export function isHeader(row: readonly string[]): boolean {
  const roles = new Set(row.map((cell) => columnOf(cell).role).filter(Boolean));
  const short = row.every((cell) => cell.length <= 60 && !/\d/.test(cell.replace(/\([^)]*\)/g, '')));
  return short && roles.size > 1 && (roles.has('start') || roles.has('end') || roles.has('when'));
}

/** Whether a header says again what an earlier one says: a row of words may look like one. */
export const repeats = (row: readonly string[], header: readonly string[]): boolean =>
  row.filter((cell) => cell.trim() && header.some((label) => plain(label) === plain(cell))).length > 1;

/**
 * A header on two rows, `Début` above `Jour` and `Heure`, as one; the upper label holds until the next one.
 *
 * @returns `undefined` where `below` is not the second row of a header.
 */
export function joinHeader(row: readonly string[], below: readonly string[]): string[] | undefined {
  const labels = below.filter((cell) => cell.trim());
  const known = labels.filter((cell) => columnOf(cell).role);
  if (!labels.length || known.length < labels.length || known.length < 2 || below.some((cell) => /\d/.test(cell)))
    return undefined;
  let above = '';
  return Array.from({ length: Math.max(row.length, below.length) }, (_, c) => {
    above = row[c]?.trim() || above;
    const sub = below[c]?.trim() ?? '';
    return sub ? (plain(sub) === plain(above) ? sub : `${above} ${sub}`) : (row[c] ?? '');
  });
}

/** The columns of a header; where none is called a name, the first that is called nothing known. */
export function columnsOf(header: readonly string[]): Column[] {
  const columns = header.map(columnOf);
  if (!columns.some(({ role }) => role === 'name')) {
    const free = columns.findIndex(
      ({ role }, c) => !role && !/^(n|no|numero|secteur|mois|annee)?$/.test(words(header[c]!)),
    );
    const unnamed = columns.findIndex(({ role }, c) => !role && !header[c]!.trim());
    const at = free >= 0 ? free : unnamed;
    if (at >= 0) columns[at]!.role = 'name';
  }
  return columns;
}

const STREET =
  /^\d+[ ,]|^(?:\d+ ?(?:bis|ter)?,? )?(?:rue|place|avenue|av|boulevard|bd|route|chemin|impasse|quai|allee|faubourg|fg|cours|square|centre commercial|zac?|zone)\b/;
export const isStreet = (text: string): boolean => STREET.test(plain(text));

/** The columns of rows without a header, by what most of their cells are. */
export function guessColumns(rows: readonly (readonly string[])[], isTown: (text: string) => boolean): Column[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, c): Column => {
    const cells = rows.map((row) => row[c]?.trim() ?? '').filter(Boolean);
    const most = (test: (cell: string) => boolean) => cells.length > 0 && cells.filter(test).length * 2 > cells.length;
    const kinds: [Role, (cell: string) => boolean][] = [
      ['phone', (cell) => frenchPhone(cell) !== undefined],
      ['postcode', (cell) => /^\d{5}$/.test(cell)],
      ['when', isWhen],
      ['town', isTown],
      ['address', isStreet],
      ['name', (cell) => /\p{L}{3}/u.test(cell)],
    ];
    return { role: kinds.find(([, test]) => most(test))?.[0], hours: false, weeks: false };
  });
  const first = columns.findIndex(({ role }) => role === 'name');
  for (const [c, column] of columns.entries()) if (column.role === 'name' && c !== first) column.role = undefined;
  return columns;
}

/** Only a day or an hour. */
function isWhen(cell: string): boolean {
  const { days, times, unread } = readWhen(cell);
  return (
    !unread &&
    (days.length > 0 || times.length > 0 || /^(?:lun|mar|mercre|jeu|vendre|same)di$|^dimanche$/.test(plain(cell)))
  );
}
