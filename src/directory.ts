/**
 * The directory: what `data/` holds, with the look-ups that the engine needs.
 *
 * Bundled and remote data take the same way in; remote data are checked first ({@link loadDirectory}), while those in the
 * script were checked before it was published.
 */
import { believed } from './directory-check.ts';
import type {
  CareChannel,
  Commune,
  Cpts,
  RawChannel,
  RawDirectory,
  RawNotice,
  Role,
  Source,
  Words,
} from './directory-schema.ts';
import { pdsaHours } from './pdsa.ts';
import { readTable } from './table.ts';
import { createCalendar, type Instant, parseInstant } from './time/calendar.ts';
import { nextChange, type OpeningHours, parseOpeningHours } from './time/opening-hours.ts';

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
export function readDirectory(raw: RawDirectory, leftOut: readonly string[] = []) {
  const { directory } = raw;
  const hoursByText = new Map<string, OpeningHours>();
  const readHours = (text: string): OpeningHours => {
    const hours = hoursByText.get(text) ?? parseOpeningHours(text);
    hoursByText.set(text, hours);
    return hours;
  };
  const read = new Map<RawChannel, CareChannel>();
  const channel = (record: RawChannel): CareChannel => {
    const { phones = [], closed = [] } = record;
    const off = closed.map(({ from, to }) => datedRule(from, to, 'off')).join('');
    const hours = record.hours === undefined ? undefined : readHours(record.hours + off);
    for (const rule of hours?.rules.slice(hours.rules.length - closed.length) ?? []) rule.closure = true;
    const found = read.get(record) ?? { ...record, phones, hours };
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
    /** What of a file from outside is not believed: which record, what was found, what was expected. */
    leftOut,
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

/**
 * Checks raw data (the JSON that `directory` points to) and makes it ready for use. A broken field or record is left out,
 * and named in `leftOut`.
 *
 * @param raw - An object with the files of `data/` by name: JSON as it is, tables in columns.
 * @param own - The directory of the script: what saves lives (15, 112, 3114…) stays as it is there.
 * @throws {Error} Naming the first value that is wrong, where it stands and what was expected, where the rest cannot serve.
 */
export function loadDirectory(raw: unknown, own?: RawDirectory): Directory {
  const leftOut: string[] = [];
  const directory = readDirectory(believed(raw, leftOut, own), leftOut);
  // What cannot be drawn is refused here, not when a widget is drawn.
  const { nightFrom, nightTo } = directory.pdsaHours;
  if (nightTo >= nightFrom || nextChange(directory.pdsa, Date.parse(directory.date), directory.calendar) === undefined)
    throw new Error(`directory.pdsa.hours: "${directory.pdsa.text}" never change; expected nights and days`);
  return directory;
}
