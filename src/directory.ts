/**
 * The directory: what `data/` holds, with the look-ups that the engine needs.
 *
 * Bundled and remote data take the same way in; remote data are checked first ({@link loadDirectory}), while those in the
 * script were checked before it was published.
 */
import {
  type CareChannel,
  type Commune,
  type Cpts,
  checkShape,
  type RawChannel,
  type RawDirectory,
  type RawNotice,
  type Role,
  type Source,
  type Words,
} from './directory-schema.ts';
import { pdsaHours } from './pdsa.ts';
import { readTable } from './table.ts';
import { createCalendar, type Instant, parseInstant } from './time/calendar.ts';
import { type OpeningHours, parseOpeningHours } from './time/opening-hours.ts';

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

/** What people must know for a time, half-open. */
export interface Notice extends Omit<RawNotice, 'from' | 'to' | 'records'> {
  from: Instant;
  to: Instant;
  /** The channels that it is about; `undefined`: it is for everybody. */
  channels: readonly CareChannel[] | undefined;
}

/** The CPTS of an attachment, or those of which it is one. */
export const possibleCpts = (attachment: Attachment): readonly Cpts[] =>
  attachment.level === 'undetermined' ? attachment.neighbours : [attachment.cpts];

/** A directory, ready for use. */
export type Directory = ReturnType<typeof readDirectory>;

/** The numbers that no directory may lack. */
const ALWAYS: readonly Role[] = ['vital', 'european-emergency', 'text-emergency'];

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A rule of opening hours for some days of the calendar, to be put after others: it replaces what they say. */
function datedRule(first: string, last: string, what: string): string {
  const [from, to] = [first, last].map(
    (day) => `${day.slice(0, 4)} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(8)}`,
  );
  return `; ${from}-${to} ${what}`;
}

/** Computes a value when it is first asked for. */
function lazy<T>(compute: () => T): () => T {
  let value: T | undefined;
  return () => {
    value ??= compute();
    return value;
  };
}

/** The communes of a table; each is read when it is first asked for. */
function readCommunes(text: string) {
  const column = readTable(text);
  const list = (cell: string) => (cell ? cell.split('|') : []);
  const read: Commune[] = [];
  const at = (row: number): Commune => {
    const cell = (name: string) => column(name)[row]!;
    read[row] ??= {
      code: cell('code'),
      name: cell('name'),
      epci: cell('epci'),
      point: [Number(cell('lat')), Number(cell('lon'))],
      // These are for the search: most pages never ask.
      get postcodes() {
        return list(cell('postcodes'));
      },
      get population() {
        return Number(cell('population'));
      },
      get former() {
        return list(cell('former'));
      },
    };
    return read[row];
  };
  return {
    codes: () => column('code'),
    epci: () => column('epci'),
    all: lazy((): readonly Commune[] => column('code').map((_, row) => at(row))),
    find: (code: string): Commune | undefined => {
      const row = column('code').indexOf(code);
      return row < 0 ? undefined : at(row);
    },
  };
}

/**
 * Makes a directory that is known to be right ready for use: each part of it when it is first asked for, so that the
 * first paint of a widget waits for no more than it shows.
 */
export function readDirectory(raw: RawDirectory) {
  const { directory } = raw;
  const hoursByText = new Map<string, OpeningHours>();
  const readHours = (text: string): OpeningHours => {
    const hours = hoursByText.get(text) ?? parseOpeningHours(text);
    hoursByText.set(text, hours);
    return hours;
  };
  const read = new Map<RawChannel, CareChannel>();
  const channel = (record: RawChannel): CareChannel => {
    const { phones = [], closed = [], hours } = record;
    const off = closed.map(({ from, to }) => datedRule(from, to, 'off')).join('');
    const found = read.get(record) ?? {
      ...record,
      phones,
      hours: hours === undefined ? undefined : readHours(hours + off),
    };
    read.set(record, found);
    return found;
  };
  const channels = lazy(() => raw.channels.map(channel));
  const channelOf = (role: Role): CareChannel | undefined => {
    const record = raw.channels.find((other) => other.role === role);
    return record && channel(record);
  };
  const cpts = lazy(() => new Map(raw.cpts.cpts.map((group) => [group.id, group])));
  const attachments = lazy(() => {
    const found = new Map<string, Attachment>();
    for (const group of raw.cpts.cpts) {
      for (const { epci, commune, ...how } of group.territory) found.set((commune ?? epci)!, { ...how, cpts: group });
    }
    for (const { epci, neighbours } of raw.cpts.undetermined)
      found.set(epci, { level: 'undetermined', neighbours: neighbours.map((id) => cpts().get(id)!) });
    return found;
  });
  const pdsa = lazy(() => {
    const { hours, bridgeDays } = directory.pdsa;
    const bridges = bridgeDays.map((day) => datedRule(day, day, '00:00-24:00'));
    return parseOpeningHours(hours + bridges.join(''));
  });
  const hours = lazy(() => pdsaHours(pdsa()));
  // Wherever sources are listed, those who answer for what they say come before the press.
  const sources = lazy(() => {
    const ranked = [...raw.sources].sort((a, b) => Number(!!a.press) - Number(!!b.press));
    return new Map<string, Source>(ranked.map((source) => [source.id, source]));
  });
  const epci = lazy(() => {
    const column = readTable(raw.epci);
    return new Map(column('code').map((code, row) => [code, column('name')[row]!]));
  });
  const communes = readCommunes(raw.communes);
  const notices = lazy(() =>
    (directory.notices ?? []).map(
      ({ from, to, records, ...notice }): Notice => ({
        ...notice,
        from: parseInstant(from)!,
        to: parseInstant(to)!,
        channels: records && channels().filter(({ id }) => records.includes(id)),
      }),
    ),
  );

  return {
    department: directory.department,
    date: directory.date,
    get pdsa() {
      return pdsa();
    },
    get pdsaHours() {
      return hours();
    },
    bridgeDays: directory.pdsa.bridgeDays,
    get notices() {
      return notices();
    },
    calendar: createCalendar(directory.publicHolidays),
    get sources() {
      return sources();
    },
    get channels(): readonly CareChannel[] {
      return channels();
    },
    /** 15: no directory lacks it. */
    get vital() {
      return channelOf('vital')!;
    },
    /** The channel with a role; `undefined` where this directory has none. */
    channelOf,
    get cpts() {
      return cpts();
    },
    localHealthContracts: raw.localHealthContracts,
    /** The names of the EPCI by their codes. */
    get epci() {
      return epci();
    },
    get communes() {
      return communes.all();
    },
    commune: communes.find,
    /** The attachment of an EPCI as a whole, or that which a commune has of its own. */
    epciAttachment: (code: string): Attachment | undefined => attachments().get(code),
    /** A commune's own attachment goes before that of its EPCI. */
    attachment: ({ code, epci: whole }: Commune): Attachment => (attachments().get(code) ?? attachments().get(whole))!,
  };
}

/**
 * Whether a channel is for the people of a commune: what belongs to the territory of a CPTS, and has no place that one
 * could travel to, is only for the communes that are attached to that CPTS.
 *
 * @param commune - Where you are; `undefined`: all of the département.
 */
export function servesCommune({ cpts, place }: CareChannel, commune: Commune | undefined, directory: Directory) {
  if (!cpts || place || !commune) return true;
  const attachment = directory.attachment(commune);
  return attachment.level !== 'undetermined' && attachment.cpts.id === cpts;
}

const refuse = (where: string, found: string, expected: string): never => {
  throw new Error(`${where}: ${found}; expected ${expected}`);
};

/** Refuses what stands twice in a list. @param key - What its values are: `id`, `code`. */
function once(where: string, key: string, values: readonly string[]): Set<string> {
  const seen = new Set<string>();
  for (const value of values) {
    if (seen.has(value)) refuse(where, `${key} "${value}" stands there twice`, 'each one once');
    seen.add(value);
  }
  return seen;
}

/** Refuses records that refer to what is not there, and communes without an answer. */
function checkReferences({ directory, sources, channels, cpts, localHealthContracts, ...tables }: RawDirectory): void {
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
  const ofCommunes = readTable(tables.communes);
  const sourceIds = once('sources', 'id', ids(sources));
  const epci = once('epci', 'code', readTable(tables.epci)('code'));
  const communes = once('communes', 'code', ofCommunes('code'));
  const groups = once('cpts.cpts', 'id', ids(cpts.cpts));
  const records = [...channels, ...cpts.cpts, ...localHealthContracts];
  const known = (where: string, what: string, among: Set<string>, code: string) => {
    if (!among.has(code)) refuse(where, `no ${what} "${code}"`, `one of this directory, such as ${[...among][0]}`);
  };

  const roles = new Map<Role, string>();
  for (const { id, role, place, cpts: group } of channels) {
    if (place && !place.point) known(`channels: ${id}: place.commune`, 'commune', communes, place.commune);
    if (group) known(`channels: ${id}: cpts`, 'CPTS', groups, group);
    if (!role) continue;
    if (roles.has(role)) refuse(`channels: ${id}`, `role "${role}" is that of ${roles.get(role)}`, 'one channel');
    roles.set(role, id);
  }
  for (const role of ALWAYS)
    if (!channels.some((channel) => channel.role === role && channel.phones?.length))
      refuse('channels', `none with the role "${role}" and a number`, 'one');

  once('records', 'id', ids(records));
  for (const { id, sources: named } of [...records, { id: 'directory.pdsa', ...directory.pdsa }])
    for (const source of named) known(`${id}: sources`, 'source', sourceIds, source);
  for (const { id, epci: codes } of localHealthContracts)
    for (const code of codes) known(`${id}: epci`, 'EPCI', epci, code);

  const attached = new Set<string>();
  const attach = (where: string, code: string) => {
    if (attached.has(code)) refuse(where, `"${code}" is attached already`, 'each commune and EPCI once');
    attached.add(code);
  };
  for (const { id, territory } of cpts.cpts) {
    const where = `${id}: territory`;
    for (const { epci: whole, commune } of territory) {
      const code = commune ?? whole ?? refuse(where, 'neither epci nor commune', 'one of them');
      known(where, commune ? 'commune' : 'EPCI', commune ? communes : epci, code);
      attach(where, code);
    }
  }
  for (const { epci: code, neighbours } of cpts.undetermined) {
    known('cpts.undetermined', 'EPCI', epci, code);
    for (const id of neighbours) known(`cpts.undetermined: ${code}: neighbours`, 'CPTS', groups, id);
    attach('cpts.undetermined', code);
  }
  for (const [row, code] of ofCommunes('code').entries()) {
    const whole = ofCommunes('epci')[row]!;
    known(`communes: ${code}`, 'EPCI', epci, whole);
    if (!attached.has(code) && !attached.has(whole)) {
      const found = `${ofCommunes('name')[row]} has no CPTS`;
      refuse(`communes: ${code}`, found, 'its EPCI in a territory or in cpts.undetermined');
    }
  }
}

/**
 * Checks raw data (the JSON that `directory` points to) and makes it ready for use.
 *
 * @param raw - An object with the files of `data/` by name: JSON as it is, tables in columns.
 * @throws {Error} Naming the first value that is wrong, where it stands and what was expected.
 */
export function loadDirectory(raw: unknown): Directory {
  const checked = checkShape(raw);
  checkReferences(checked);
  const directory = readDirectory(checked);
  // A day that the ARS added and that does not exist is refused here, not when a widget is drawn.
  void directory.pdsa;
  return directory;
}
