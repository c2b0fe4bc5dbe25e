/** A directory as the editor changes it: never in place, so that what was can come back. */

import type { RawDirectory } from '../../src/directory-schema.ts';
import type { ListName } from './words.ts';

export type Path = readonly (string | number)[];

/** What all records have. */
export interface AnyRecord {
  id: string;
  name?: string;
  title?: string;
  publisher?: string;
  checked?: string;
  confirmed?: { on: string; by: string };
  [field: string]: unknown;
}

/** Where the records of a list stand. */
const PLACES: Record<ListName, Path> = {
  channels: ['channels'],
  cpts: ['cpts', 'cpts'],
  localHealthContracts: ['localHealthContracts'],
  notices: ['directory', 'notices'],
  sources: ['sources'],
};

export const placeOf = (list: ListName): Path => PLACES[list];

type Container = Record<string | number, unknown>;

export const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((within, key) => (within as Container | undefined)?.[key], value);

export const recordsOf = (raw: RawDirectory, list: ListName): readonly AnyRecord[] =>
  (valueAt(raw, PLACES[list]) ?? []) as AnyRecord[];

/** A new field goes before where the record comes from, as people write the files; the confirmation goes last. */
function withField(record: Container, key: string, value: unknown): Container {
  if (key in record || key === 'confirmed' || !('sources' in record)) return { ...record, [key]: value };
  return Object.fromEntries(
    Object.entries(record).flatMap((entry) => (entry[0] === 'sources' ? [[key, value], entry] : [entry])),
  );
}

/** The same with another value at a path; `undefined` takes it away, also from a list. */
export function withValue<T>(within: T, path: Path, value: unknown): T {
  const [key, ...rest] = path;
  if (key === undefined) return value as T;
  const old = (within as Container | undefined)?.[key];
  const fresh = rest.length ? withValue(old ?? (typeof rest[0] === 'number' ? [] : {}), rest, value) : value;
  if (Array.isArray(within)) {
    const list = [...within];
    list.splice(key as number, 1, ...(fresh === undefined ? [] : [fresh]));
    return list as T;
  }
  if (fresh !== undefined) return withField((within ?? {}) as Container, String(key), fresh) as T;
  const { [key]: _, ...others } = (within ?? {}) as Container;
  return others as T;
}

/** What says where a record comes from, and is no fact that can be compared with that. */
const PROOF: Path = ['sources', 'checked', 'confirmed'];

/** The same with another value of a fact, and the day on which that was compared with its sources. */
export function withFact(raw: RawDirectory, path: Path, value: unknown, today: string): RawDirectory {
  const changed = withValue(raw, path, value);
  for (let end = path.length - 1; end > 0; end--) {
    const record = path.slice(0, end);
    if ((valueAt(raw, record) as AnyRecord | undefined)?.checked === undefined) continue;
    return PROOF.includes(path[end]!) ? changed : withValue(changed, [...record, 'checked'], today);
  }
  return changed;
}

/** Whether two values are the same, whatever the order of their fields. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b || typeof a !== 'object' || typeof b !== 'object' || !a || !b) return a === b;
  const keys = Object.keys({ ...a, ...b });
  return (
    Array.isArray(a) === Array.isArray(b) && keys.every((key) => isSame((a as Container)[key], (b as Container)[key]))
  );
}

/** A name for people: that of the record, or the beginning of what it says. */
export function nameOf({ name, title, publisher, text, id }: AnyRecord): string {
  const words = name ?? title ?? publisher ?? ((text as { fr?: string } | undefined)?.fr || id);
  return words.length > 80 ? `${words.slice(0, 79)}…` : words;
}

/** An id that no record has, made of a name. */
export function freshId(raw: RawDirectory, name: string): string {
  const taken = new Set(
    (Object.keys(PLACES) as ListName[]).flatMap((list) => recordsOf(raw, list).map((record) => record.id)),
  );
  const base =
    name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'fiche';
  for (let i = 1; ; i++) {
    const id = i > 1 ? `${base}-${i}` : base;
    if (!taken.has(id)) return id;
  }
}
