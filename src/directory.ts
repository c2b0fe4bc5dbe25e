/**
 * The directory: what `data/` holds, checked, with the look-ups that the engine needs.
 *
 * Bundled and remote data take the same way in: {@link loadDirectory}.
 */
import * as v from 'valibot';
import { type CareChannel, type Commune, type Cpts, Data, type Role, type Words } from './directory-schema.ts';
import { pdsaHours } from './pdsa.ts';
import { createCalendar } from './time/calendar.ts';
import { parseOpeningHours } from './time/opening-hours.ts';

/** A commune's CPTS and how it is known; `undetermined`: the CPTS around it. */
export type Attachment =
  | {
      level: 'documented' | 'presumed';
      cpts: Cpts;
      because?: Words | 'name' | 'local-use' | undefined;
      /** Who confirmed it, and on which day. */
      source?: string | undefined;
      checked?: string | undefined;
    }
  | { level: 'undetermined'; neighbours: Cpts[] };

/** The checked directory. Made by {@link loadDirectory} only. */
export type Directory = ReturnType<typeof loadDirectory>;

/** The numbers that no directory may lack. */
const ALWAYS: readonly Role[] = ['vital', 'european-emergency', 'text-emergency'];

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const refuse = (where: string, found: string, expected: string): never => {
  throw new Error(`${where}: ${found}; expected ${expected}`);
};

/** A list by one of its keys, each value of which stands there once. */
function byKey<T, K extends keyof T & string>(where: string, list: readonly T[], key: K): Map<T[K], T> {
  const map = new Map<T[K], T>();
  for (const item of list) {
    if (map.has(item[key])) refuse(where, `${key} "${item[key]}" stands there twice`, 'each one once');
    map.set(item[key], item);
  }
  return map;
}

/**
 * Checks raw data (the bundled files, or the JSON that `directory` points to) and makes it ready for use.
 *
 * @param raw - An object with the files of `data/` by name: JSON as it is, tables as text.
 * @throws {Error} Naming the first value that is wrong, where it stands and what was expected.
 */
export function loadDirectory(raw: unknown) {
  const result = v.safeParse(Data, raw);
  if (!result.success) {
    const [issue] = result.issues;
    throw new Error(`${v.getDotPath(issue) ?? 'directory'}: ${issue.message}`);
  }
  const { directory, channels, cpts, localHealthContracts, communes } = result.output;
  const sources = byKey('sources', result.output.sources, 'id');
  const epci = byKey('epci', result.output.epci, 'code');
  const communeByCode = byKey('communes', communes, 'code');
  const cptsById = byKey('cpts.cpts', cpts.cpts, 'id');
  const known = (where: string, what: string, among: ReadonlyMap<string, unknown>, code: string) => {
    if (!among.has(code))
      refuse(where, `no ${what} "${code}"`, `one of this directory, such as ${[...among.keys()][0]}`);
  };

  const roles = new Map<Role, CareChannel>();
  for (const channel of channels) {
    const { id, role, place } = channel;
    if (place && !place.point) known(`channels: ${id}: place.commune`, 'commune', communeByCode, place.commune);
    if (!role) continue;
    if (roles.has(role)) refuse(`channels: ${id}`, `role "${role}" is that of ${roles.get(role)!.id}`, 'one channel');
    roles.set(role, channel);
  }
  for (const role of ALWAYS)
    if (!roles.get(role)?.phones.length) refuse('channels', `none with the role "${role}" and a number`, 'one');

  const records = [...channels, ...cpts.cpts, ...localHealthContracts];
  byKey('records', records, 'id');
  for (const { id, sources: named } of [...records, { id: 'directory.pdsa', ...directory.pdsa }])
    for (const source of named) known(`${id}: sources`, 'source', sources, source);
  for (const contract of localHealthContracts)
    for (const code of contract.epci) known(`${contract.id}: epci`, 'EPCI', epci, code);

  const attachments = new Map<string, Attachment>();
  const attach = (where: string, code: string, attachment: Attachment) => {
    if (attachments.has(code)) refuse(where, `"${code}" is attached already`, 'each commune and EPCI once');
    attachments.set(code, attachment);
  };
  for (const group of cpts.cpts) {
    const where = `${group.id}: territory`;
    for (const { epci: whole, commune, ...how } of group.territory) {
      const code = commune ?? whole ?? refuse(where, 'neither epci nor commune', 'one of them');
      known(where, commune ? 'commune' : 'EPCI', commune ? communeByCode : epci, code);
      attach(where, code, { ...how, cpts: group });
    }
  }
  for (const { epci: code, neighbours } of cpts.undetermined) {
    known('cpts.undetermined', 'EPCI', epci, code);
    for (const id of neighbours) known(`cpts.undetermined: ${code}: neighbours`, 'CPTS', cptsById, id);
    attach('cpts.undetermined', code, { level: 'undetermined', neighbours: neighbours.map((id) => cptsById.get(id)!) });
  }
  /** A commune's own attachment goes before that of its EPCI. */
  const attachment = ({ code, epci: whole, name }: Commune): Attachment =>
    attachments.get(code) ??
    attachments.get(whole) ??
    refuse(`communes: ${code}`, `${name} has no CPTS`, 'its EPCI in a territory or in cpts.undetermined');
  for (const commune of communes) {
    known(`communes: ${commune.code}`, 'EPCI', epci, commune.epci);
    attachment(commune);
  }

  const { hours, bridgeDays } = directory.pdsa;
  const bridges = bridgeDays.map(
    (day) => `; ${day.slice(0, 4)} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(8)} 00:00-24:00`,
  );

  const pdsa = parseOpeningHours(hours + bridges.join(''));

  return {
    department: directory.department,
    date: directory.date,
    pdsa,
    pdsaHours: pdsaHours(pdsa),
    bridgeDays,
    calendar: createCalendar(directory.publicHolidays),
    sources,
    channels,
    /** 15: no directory lacks it. */
    vital: roles.get('vital')!,
    /** The channel with a role; `undefined` where this directory has none. */
    channelOf: (role: Role): CareChannel | undefined => roles.get(role),
    cpts: cptsById,
    localHealthContracts,
    epci,
    communes,
    commune: (code: string): Commune | undefined => communeByCode.get(code),
    /** The attachment of an EPCI as a whole. */
    epciAttachment: (code: string): Attachment | undefined => attachments.get(code),
    attachment,
  };
}
