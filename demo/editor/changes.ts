/** What changed from one edition to another, in words: for the editor's list, its mail, and the changelog. No DOM. */

import { priceText } from '../../components/shared/care-words.ts';
import { hoursText } from '../../components/shared/hours-words.ts';
import { isoDayText, minutesText } from '../../components/shared/time-words.ts';
import type { Phone, RawDirectory } from '../../src/directory-schema.ts';
import { addressText, phoneText } from '../../src/format.ts';
import { readTable } from '../../src/table.ts';
import { parseOpeningHours } from '../../src/time/opening-hours.ts';
import type { FieldWords } from './field-words.ts';
import { type AnyRecord, isSame, nameOf, recordsOf } from './raw.ts';
import { LISTS, type ListName } from './words.ts';

export interface Change {
  /** What it is about: the record, or the commune. */
  list: ListName | 'communes' | 'directory';
  id: string;
  name: string;
  kind: 'added' | 'removed' | 'changed';
  /** The field, or what happened to the whole: as it goes on in a sentence. */
  what: string;
  /** In words; absent: nothing stood there. */
  before?: string | undefined;
  after?: string | undefined;
}

/** `24 décembre 2026, 8 h`. */
export function wallText(text: string): string {
  const [day, time = '00:00'] = text.split('T') as [string, string?];
  const [hours, minutes] = time.split(':').map(Number) as [number, number];
  // A midnight begins the day that is named: "minuit" would leave open which.
  return `${isoDayText(day)}, ${hours + minutes ? minutesText(60 * hours + minutes) : '0 h'}`;
}

const spanText = ({ from, to }: { from: string; to: string }): string =>
  from === to ? `le ${isoDayText(from)}` : `du ${isoDayText(from)} au ${isoDayText(to)}`;

function numberText(phone: Phone): string {
  const price = priceText(phone);
  return price ? `${phoneText(phone.number)} (${price})` : phoneText(phone.number);
}

/** Opening hours in words, or as they were typed where they cannot be read. */
export function hoursWords(text: string): string {
  try {
    return hoursText(parseOpeningHours(text)).join(' ; ');
  } catch {
    return text;
  }
}

/** A label within a sentence: an abbreviation keeps its capitals. */
const midSentence = (label: string): string =>
  /^[A-Z]{2}/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);

/** A value as a person would say it. */
function valueText(value: unknown, words: FieldWords, nameFor: (id: string) => string): string {
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (typeof value === 'number') return String(value).replace('.', ',');
  if (typeof value === 'string') {
    if (words.options?.[value]) return words.options[value];
    if (words.input === 'hours') return hoursWords(value);
    if (words.input === 'date') return isoDayText(value);
    if (words.input === 'datetime-local') return wallText(value);
    if (['cpts', 'source', 'epci', 'channel'].includes(words.input ?? '')) return nameFor(value);
    return value;
  }
  if (Array.isArray(value)) return value.map((item) => valueText(item, words, nameFor)).join(' ; ');
  const fields = value as Record<string, unknown>;
  if ('number' in fields) return numberText(fields as unknown as Phone);
  if ('town' in fields) return addressText(fields as unknown as Parameters<typeof addressText>[0]);
  if ('from' in fields) return spanText(fields as unknown as Parameters<typeof spanText>[0]);
  if ('on' in fields) return `le ${isoDayText(String(fields.on))} par ${fields.by}`;
  if ('fr' in fields) return Object.values(fields).join(' / ');
  return Object.entries(fields)
    .map(([key, item]) => `${words.of?.[key]?.label ?? key} : ${valueText(item, words.of?.[key] ?? words, nameFor)}`)
    .join(', ');
}

/** The names of what records refer to. */
function namesIn(...editions: RawDirectory[]): (id: string) => string {
  const names = new Map<string, string>();
  for (const raw of editions) {
    const epci = readTable(raw.epci);
    for (const [row, code] of epci('code').entries()) names.set(code, epci('name')[row]!);
    const communes = readTable(raw.communes);
    for (const [row, code] of communes('code').entries()) names.set(code, communes('name')[row]!);
    for (const list of Object.keys(LISTS) as ListName[])
      for (const record of recordsOf(raw, list)) names.set(record.id, nameOf(record));
  }
  return (id) => names.get(id) ?? id;
}

/** The value of a field; `undefined` where there is none to speak of. */
function fieldText(record: AnyRecord, key: string, words: FieldWords, nameFor: (id: string) => string) {
  const value = record[key];
  return value === undefined || (Array.isArray(value) && !value.length) ? undefined : valueText(value, words, nameFor);
}

function changesOfRecord(
  list: ListName,
  before: AnyRecord,
  after: AnyRecord,
  nameFor: (id: string) => string,
): Change[] {
  const words: Readonly<Record<string, FieldWords>> = LISTS[list].words;
  return Object.keys({ ...before, ...after }).flatMap((key) => {
    // The territories are told by commune.
    if (key === 'territory' || isSame(before[key], after[key])) return [];
    const field = words[key] ?? { label: key };
    const [old, fresh] = [before, after].map((record) => fieldText(record, key, field, nameFor));
    return {
      list,
      id: after.id,
      name: nameOf(after),
      kind: 'changed' as const,
      what: midSentence(field.label),
      before: old,
      after: fresh,
    };
  });
}

/** What a new record says, in one line. */
const summary = (list: ListName, record: AnyRecord, nameFor: (id: string) => string): string => {
  const words: Readonly<Record<string, FieldWords>> = LISTS[list].words;
  return Object.entries(words)
    .filter(([key, field]) => !field.hidden && key !== 'name' && record[key] !== undefined)
    .map(([key, field]) => `${midSentence(field.label)} : ${valueText(record[key], field, nameFor)}`)
    .join(' ; ');
};

interface Line {
  /** What is compared. */
  line: object;
  text: string;
}

/** The lines of all territories, by the code of the commune or EPCI. */
function attachments(raw: RawDirectory, nameFor: (id: string) => string): Map<string, Line> {
  const found = new Map<string, Line>();
  for (const { id, territory } of raw.cpts.cpts)
    for (const line of territory) {
      const { level, source, checked } = line;
      const sure = level === 'documented' ? 'confirmé' : 'présumé';
      const how = [sure, source && `par ${source}`, checked && `le ${isoDayText(checked)}`].filter(Boolean).join(' ');
      found.set((line.commune ?? line.epci)!, { line: { ...line, id }, text: `${nameFor(id)} (${how})` });
    }
  for (const { epci, neighbours } of raw.cpts.undetermined)
    found.set(epci, { line: { neighbours }, text: `${neighbours.map(nameFor).join(' ou ')} (non établi)` });
  return found;
}

/** A commune without a line of its own has that of its EPCI. */
function wholeOf({ communes }: RawDirectory, lines: Map<string, Line>, code: string): string | undefined {
  const column = readTable(communes);
  return lines.get(column('epci')[column('code').indexOf(code)] ?? '')?.text;
}

function changesOfTerritories(before: RawDirectory, after: RawDirectory, nameFor: (id: string) => string): Change[] {
  const [old, fresh] = [attachments(before, nameFor), attachments(after, nameFor)];
  return [...new Set([...old.keys(), ...fresh.keys()])].sort().flatMap((code) => {
    const [was, is] = [old.get(code), fresh.get(code)];
    if (isSame(was?.line, is?.line)) return [];
    return {
      list: 'communes' as const,
      id: code,
      name: nameFor(code),
      kind: 'changed' as const,
      what: 'CPTS',
      before: was?.text ?? wholeOf(before, old, code),
      after: is?.text ?? wholeOf(after, fresh, code),
    };
  });
}

/** What holds of the permanence des soins. */
function changesOfRegime(before: RawDirectory, after: RawDirectory): Change[] {
  const days = (list: readonly string[]) => list.map(isoDayText).join(' ; ') || undefined;
  const [was, is] = [before.directory.pdsa, after.directory.pdsa];
  return [
    { what: 'heures', before: hoursWords(was.hours), after: hoursWords(is.hours) },
    { what: 'jours ajoutés par l’ARS', before: days(was.bridgeDays), after: days(is.bridgeDays) },
  ]
    .filter((change) => change.before !== change.after)
    .map((change) => ({ list: 'directory', id: 'pdsa', name: 'Permanence des soins', kind: 'changed', ...change }));
}

/** What changed from one edition to another, in the order of the lists. The day of the edition is not told. */
export function changesBetween(before: RawDirectory, after: RawDirectory): Change[] {
  const nameFor = namesIn(before, after);
  const changes = (Object.keys(LISTS) as ListName[]).flatMap((list) => {
    const [old, fresh] = [recordsOf(before, list), recordsOf(after, list)];
    const { added, removed } = LISTS[list];
    const about = (record: AnyRecord) => ({ list, id: record.id, name: nameOf(record) });
    const isIn = (records: readonly AnyRecord[], id: string) => records.find((record) => record.id === id);
    return [
      ...fresh.flatMap((record): Change[] => {
        const was = isIn(old, record.id);
        if (was) return changesOfRecord(list, was, record, nameFor);
        return [{ ...about(record), kind: 'added', what: added, after: summary(list, record, nameFor) }];
      }),
      ...old
        .filter(({ id }) => !isIn(fresh, id))
        .map((record): Change => {
          return { ...about(record), kind: 'removed', what: removed, before: summary(list, record, nameFor) };
        }),
    ];
  });
  return [...changes, ...changesOfTerritories(before, after, nameFor), ...changesOfRegime(before, after)];
}

/** A change in one line: `SOS Médecins Sens, numéros de téléphone : 3624 → 3625`. */
export function changeText({ name, kind, what, before, after }: Change): string {
  const values = kind === 'changed' ? `${before ?? 'rien'} → ${after ?? 'rien'}` : (after ?? before);
  return `${name}, ${what} : ${values}`;
}
