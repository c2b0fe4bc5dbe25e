/** What is wrong with a directory, in plain French, and where. */

import { type Directory, loadDirectory } from '../../src/directory.ts';
import { VITAL } from '../../src/directory-check.ts';
import { type RawDirectory, shapeOf } from '../../src/directory-schema.ts';
import { readTable } from '../../src/table.ts';
import { hoursProblem } from '../hours-problem.ts';
import type { FieldWords } from './field-words.ts';
import { type AnyRecord, nameOf, type Path, placeOf, recordsOf, valueAt } from './raw.ts';
import { LISTS, type ListName } from './words.ts';

export interface Problem {
  /** The record that it is about; none: it is about the whole. */
  record?: { list: ListName; id: string; name: string };
  /** Where it stands in the directory. */
  path: Path;
  text: string;
}

/** What the form says of a wrong value. */
function textFor(words: Readonly<Record<string, FieldWords>>, path: Path, value: unknown): string {
  let fields: Readonly<Record<string, FieldWords>> | undefined = words;
  let text = '';
  for (const key of path) {
    if (typeof key === 'number') continue;
    const field: FieldWords | undefined = fields?.[key];
    if (field?.input === 'hours') return hoursProblem(String(value));
    text =
      field?.error ??
      (field?.options ? 'Choisissez dans la liste.' : field ? `${field.label} : valeur inattendue.` : text);
    fields = field?.of;
  }
  return text || 'Valeur inattendue.';
}

/** The list and the record of a path. */
function recordAt(raw: RawDirectory, path: Path) {
  for (const list of Object.keys(LISTS) as ListName[]) {
    const place = placeOf(list);
    const index = path[place.length];
    if (typeof index !== 'number' || place.some((key, i) => path[i] !== key)) continue;
    const record = recordsOf(raw, list)[index];
    if (record) return { list, record, within: path.slice(place.length + 1) };
  }
  return undefined;
}

function problemAt(raw: RawDirectory, path: Path, message: string): Problem {
  const found = recordAt(raw, path);
  if (!found) return { path, text: `${path.join('.')} : ${message}` };
  const { list, record, within } = found;
  // A notice as a whole is wrong where its end comes before its beginning.
  const field = within.length || list !== 'notices' ? within : ['to'];
  return {
    record: { list, id: record.id, name: nameOf(record) },
    path: within.length ? path : [...path, ...field],
    text: textFor(LISTS[list].words, field, valueAt(record, field)),
  };
}

/** What records say of one another. */
function betweenRecords(raw: RawDirectory): Problem[] {
  const problems: Problem[] = [];
  const about = (list: ListName, i: number, record: AnyRecord, field: Path, text: string) =>
    problems.push({
      record: { list, id: record.id, name: nameOf(record) },
      path: [...placeOf(list), i, ...field],
      text,
    });
  const communes = new Set(readTable(raw.communes)('code'));
  const roles = new Map<unknown, string>();
  for (const [i, record] of recordsOf(raw, 'channels').entries()) {
    const { role, place } = record as { role?: string; place?: { commune: string; point?: unknown } };
    if (place && !place.point && !communes.has(place.commune))
      about('channels', i, record, ['place', 'commune'], 'Choisissez une commune de la liste.');
    if (role && roles.has(role)) about('channels', i, record, ['role'], `Ce rôle est celui de « ${roles.get(role)} ».`);
    if (role) roles.set(role, nameOf(record));
  }
  for (const role of ['vital', 'european-emergency', 'text-emergency'] as const)
    if (!raw.channels.some((channel) => channel.role === role && channel.phones?.length))
      problems.push({
        path: ['channels'],
        text: `Il faut une fiche avec le rôle « ${LISTS.channels.words.role.options[role]} » et un numéro.`,
      });
  return problems;
}

/** What saves lives: pages keep the numbers of their script, whatever a file says. */
function ofVital(raw: RawDirectory, base: RawDirectory): Problem[] {
  const numbers = ({ phones = [] }: { phones?: { number: string }[] | undefined }) =>
    phones.map(({ number }) => number).join();
  return raw.channels.flatMap((channel, i) => {
    const was = base.channels.find(({ id }) => id === channel.id);
    const isVital = VITAL.includes(was?.role) || VITAL.includes(channel.role) || channel.kind === 'emergency-number';
    if (!isVital || (was && was.role === channel.role && numbers(was) === numbers(channel))) return [];
    return {
      record: { list: 'channels' as const, id: channel.id, name: nameOf(channel) },
      path: ['channels', i, was?.role === channel.role ? 'phones' : 'role'],
      text: 'Les numéros qui sauvent (15, 112, 114, 17, 18…) ne changent pas par un fichier : les pages gardent ceux de leur script.',
    };
  });
}

/**
 * All that is wrong with a directory; without a problem, the directory as the widgets read it.
 *
 * @param base - The edition from which it began.
 */
export function check(raw: RawDirectory, base: RawDirectory): { problems: Problem[]; directory?: Directory } {
  try {
    const shape = shapeOf(raw).problems.map(({ path, message }) =>
      problemAt(
        raw,
        path.map((key) => (/^\d+$/.test(key) ? Number(key) : key)),
        message,
      ),
    );
    const problems = [...shape, ...(shape.length ? [] : [...betweenRecords(raw), ...ofVital(raw, base)])];
    // Of what is wrong in one place, the first says enough.
    const places = problems.map(({ path }) => path.join());
    if (problems.length) return { problems: problems.filter((_, i) => places.indexOf(places[i]!) === i) };
    const directory = loadDirectory(raw);
    const { leftOut } = directory;
    return leftOut.length
      ? { problems: leftOut.map((text) => ({ path: [], text: `Les widgets ne le croiraient pas : ${text}` })) }
      : { problems, directory };
  } catch (error) {
    return { problems: [{ path: [], text: `Les widgets refuseraient cet annuaire : ${(error as Error).message}` }] };
  }
}
