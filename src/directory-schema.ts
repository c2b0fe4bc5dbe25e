/** The shape of what `data/` holds: each record by itself. What records say of one another, `directory.ts` checks. */
import * as v from 'valibot';
import { KINDS, type Kind } from './kinds.ts';
import { exists, isUrl, NO_DAY, object, upTo, within } from './schema-parts.ts';
import { tableProblem } from './table.ts';
import { parseInstant } from './time/calendar.ts';
import { type OpeningHours, parseOpeningHours } from './time/opening-hours.ts';

/** What people need, in the order in which they are told. */
export const NEEDS = [
  'vital-emergency',
  'medical-advice',
  'family-doctor',
  'professional',
  'pharmacy',
  'mental-health',
  'violence',
  'poison',
  'hospital',
  'procedures',
  'prevention',
  'town-hall',
] as const;

/** What is treated at a place, in the order in which it is told: medical acts such as stitches are `procedures`. */
export const TREATS = ['general-medicine', 'procedures', 'trauma'] as const;

/** What a widget looks for by its role, never by its id: each département has its own record of it. */
export const ROLES = [
  /** 15: a doctor answers, and says where to go. */
  'vital',
  /** 112. */
  'european-emergency',
  /** 114: for those who do not hear, or cannot speak. */
  'text-emergency',
  'fire',
  'police',
  'suicide-prevention',
  'child-protection',
  'violence-against-women',
  /** Bullying at school, violence on the internet. */
  'bullying',
  /** Ill-treatment of who is old or disabled. */
  'elder-abuse',
  'addiction',
  /** The general health insurance, which helps to find a family doctor. */
  'insurance',
  'agricultural-insurance',
  'health-check',
  'professional-search',
  'health-agency',
  'care-coordination',
] as const;

/**
 * The number of the form of `data/`, which changes where what exists gets another meaning; what is new besides is left
 * out by scripts that do not know it. A file of another form is refused.
 */
const FORMAT = 1;

/** Made at its first use: the directory in the script is checked by the tests, and most pages read no other. */
function makeSchema() {
  const Text = v.pipe(v.string(), v.regex(/\S/), upTo(1000));
  const Id = v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/));
  const InseeCode = v.pipe(v.string(), v.regex(/^\d[\dAB]\d{3}$/));
  const Url = v.pipe(
    v.string(),
    v.regex(/^https:\/\/[\w.-]+(\/\S*)?$/),
    upTo(1000),
    v.check(isUrl, 'expected an address'),
  );
  const Email = v.pipe(v.string(), v.regex(/^[^\s@?&]+@[^\s@?&]+$/), upTo(254));
  const Year = within(1900, 2100, 1);
  /** No more records than a widget can draw. */
  const List = <const Item extends v.GenericSchema>(item: Item, most = 500, least = 0) =>
    v.pipe(
      v.array(item),
      v.check(({ length }) => length >= least && length <= most, `expected a list of ${least} to ${most}`),
    );
  /** A day, or a month or a year where the source says no more. */
  const SourceDate = v.pipe(v.string(), v.regex(/^\d{4}(-\d\d(-\d\d)?)?$/), v.check(exists, NO_DAY));
  const IsoDay = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/), v.check(exists, NO_DAY));
  /** What the clocks of Paris show. */
  const WallMinute = v.pipe(
    v.string(),
    v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/),
    v.check((text) => parseInstant(text) !== undefined, NO_DAY),
  );
  const Point = v.custom<readonly [latitude: number, longitude: number]>(
    (point) =>
      Array.isArray(point) &&
      point.length === 2 &&
      point.every((degrees) => typeof degrees === 'number' && Math.abs(degrees) <= 180),
    'expected latitude and longitude',
  );

  /** OpenStreetMap `opening_hours`, the subset of `time/opening-hours.ts`. */
  const Hours = v.pipe(
    v.string(),
    // As OpenStreetMap bounds a value: what is read day after day is short.
    upTo(255),
    v.rawCheck(({ dataset, addIssue }) => {
      try {
        if (dataset.typed) parseOpeningHours(dataset.value);
      } catch (error) {
        addIssue({ message: (error as Error).message });
      }
    }),
  );

  /** A table in columns, each cell of which has the form that its column asks for. */
  const Table = (columns: Record<string, RegExp>) =>
    v.pipe(
      v.string(),
      v.rawCheck(({ dataset, addIssue }) => {
        const problem = dataset.typed && tableProblem(dataset.value, columns);
        if (problem) addIssue({ message: problem });
      }),
    );

  /** Where a record comes from and the day on which it was last compared with it. */
  const Provenance = {
    sources: List(Id, 20, 1),
    checked: IsoDay,
    /** The day on which the establishment itself, or who answers for it, confirmed the record; and who that was. */
    confirmed: v.optional(object({ on: IsoDay, by: Text })),
  };

  /** The script carries no titles: see `build/assets.mjs`. */
  const Source = object({
    id: Id,
    title: v.optional(Text),
    publisher: Text,
    date: v.optional(SourceDate),
    url: v.optional(Url),
    /** A newspaper or another medium: it is named after those who answer for what they say. */
    press: v.optional(v.boolean()),
  });

  /** A number as people read it, and what a call costs beside the caller's own plan. */
  const Phone = object({
    number: v.pipe(v.string(), v.regex(/^(\d{2,4}|0 8\d\d( \d\d){3}|0\d( \d\d){4})$/)),
    /**
     * Euros per minute; `free`; `call`: the service is free, the call is charged as usual; `paid`: charged, at a
     * tariff that no source gives. Absent: an ordinary number.
     */
    price: v.optional(v.union([within(0, 100), v.picklist(['free', 'call', 'paid'])])),
    /** Beside euros per minute, the call itself is charged as usual. */
    plusCall: v.optional(v.boolean()),
    /** The hours of the channel are those of its other numbers: no source gives any for this one. */
    hours: v.optional(v.picklist(['unpublished'])),
  });
  const Place = object({
    commune: InseeCode,
    town: Text,
    street: v.optional(Text),
    postcode: v.optional(v.pipe(v.string(), v.regex(/^\d{5}$/))),
    /** Latitude and longitude of the town, where it lies outside the département. */
    point: v.optional(Point),
  });

  /** Words that stand in the data, by language; other languages fall back to French. */
  const Words = v.custom<{ fr: string; [language: string]: string }>(
    (words) =>
      words instanceof Object &&
      'fr' in words &&
      Object.values(words).every((text) => typeof text === 'string' && /\S/.test(text) && text.length < 1000),
    'expected words by language, French among them: { "fr": "…" }',
  );

  /** From a day to a day, both included. */
  const Closure = v.pipe(
    object({ from: IsoDay, to: IsoDay }),
    v.check(({ from, to }) => from <= to, 'expected a last day that is not before the first'),
  );

  const CareChannel = object({
    id: Id,
    name: Text,
    kind: v.picklist(Object.keys(KINDS) as Kind[]),
    /** What makes it the one that a widget names in a sentence: one channel has a role. */
    role: v.optional(v.picklist(ROLES)),
    /** The French name of the service within the house that `name` names. */
    service: v.optional(Text),
    /** The main need that it answers. */
    need: v.picklist(NEEDS),
    /**
     * How it is reached: `direct` without appointment; `online-appointment`; `referral-15` only when 15 sends you;
     * `after-15` call 15 before going; `phone`. Absent: no source says.
     */
    access: v.optional(v.picklist(['direct', 'online-appointment', 'referral-15', 'after-15', 'phone'])),
    place: v.optional(Place),
    /** Id of the CPTS whose territory it is a resource of: without a place of its own, it serves no other communes. */
    cpts: v.optional(Id),
    /** What is treated there, where a source says so. */
    treats: v.optional(List(v.picklist(TREATS), 9, 1)),
    phones: v.optional(List(Phone, 9)),
    /** Answers text messages. */
    text: v.optional(v.boolean()),
    email: v.optional(Email),
    site: v.optional(Url),
    hours: v.optional(Hours),
    /** `line`: the hours are those of the telephone, not of a place. */
    hoursOf: v.optional(v.picklist(['line'])),
    /** Days on which it is closed whatever its hours are. */
    closed: v.optional(List(Closure, 20)),
    /** Serves in this regime only; when exactly, nobody publishes. */
    regime: v.optional(v.picklist(['daytime', 'pdsa'])),
    /** Announced, not yet open when the source was written. */
    announced: v.optional(v.boolean()),
    /** Has an emergency department for children. */
    paediatric: v.optional(v.boolean()),
    /** The entrance is on the left of the building. */
    entrance: v.optional(v.picklist(['left'])),
    /** Street of the entrance for adults. */
    adultEntrance: v.optional(Text),
    /** What else the sources say, or leave open. */
    note: v.optional(Words),
    ...Provenance,
  });

  /**
   * How the attachment of a commune or EPCI to a CPTS is known: `documented` by an official source; `presumed` from
   * names and local use, to be confirmed.
   */
  const Territory = object({
    epci: v.optional(Id),
    commune: v.optional(InseeCode),
    level: v.picklist(['documented', 'presumed']),
    /** Why it is presumed: the name of the EPCI, local use, or the body that says so. */
    because: v.optional(v.union([v.picklist(['name', 'local-use']), Words])),
    /** Who confirmed it, in words, and on which day: as `npm run data:cpts` writes them. */
    source: v.optional(Text),
    checked: v.optional(IsoDay),
  });

  const Cpts = object({
    id: Id,
    name: Text,
    longName: v.optional(Text),
    aliases: v.optional(List(Text, 20)),
    phones: v.optional(List(Phone, 9)),
    email: v.optional(Email),
    site: v.optional(Url),
    /** A site that one of the sources announced and nobody has seen: its address is a text, never a link. */
    announcedSite: v.optional(object({ address: Text, when: Words })),
    territory: List(Territory),
    ...Provenance,
  });

  /** A fixed date, or days after Easter Sunday. */
  const PublicHoliday = v.pipe(
    object({
      id: Id,
      month: v.optional(within(1, 12, 1)),
      day: v.optional(within(1, 31, 1)),
      easter: v.optional(within(-80, 250, 1)),
    }),
    v.check(
      // A leap year: 29 February is a day.
      ({ month, day, easter }) =>
        easter !== undefined || exists(`2000-${`0${month}`.slice(-2)}-${`0${day}`.slice(-2)}`),
      NO_DAY,
    ),
  );

  const LocalHealthContract = object({
    id: Id,
    /** Whose it is, where the names of its EPCI do not say so. */
    name: v.optional(Text),
    from: Year,
    /** Its last year; absent: no source says. */
    to: v.optional(Year),
    signed: v.optional(IsoDay),
    epci: List(Id, 50),
    /** Empty where no source lists them. */
    signatories: List(Text, 50),
    /** What it plans; empty where no source says. */
    actions: List(Words, 50),
    ...Provenance,
  });

  /** What people must know for a time, half-open: at `to` it is over. */
  const Notice = v.pipe(
    object({
      id: Id,
      text: Words,
      from: WallMinute,
      to: WallMinute,
      /** Ids of the channels that it is about; absent: it is for everybody. */
      records: v.optional(List(Id, 50, 1)),
      sources: v.optional(List(Id, 9)),
    }),
    v.check(({ from, to }) => from < to, 'expected an end after the beginning'),
  );

  /** All of `data/`. */
  return object({
    directory: object({
      /** See {@link FORMAT}; absent: 1. */
      format: v.optional(v.picklist([FORMAT])),
      /** `article`: how its name goes in a sentence, a space included where one stands (`l’`, `la `, `le `, `les `). */
      department: object({ code: Text, name: Text, article: v.picklist(['l’', 'la ', 'le ', 'les ']) }),
      /** The day of this edition. */
      date: IsoDay,
      pdsa: object({
        hours: Hours,
        /** Days that the ARS adds (R6315-1, 3°), each wholly in the permanence des soins. */
        bridgeDays: List(IsoDay, 99),
        ...Provenance,
      }),
      publicHolidays: List(PublicHoliday, 99, 1),
      notices: v.optional(List(Notice, 99)),
    }),
    sources: List(Source),
    channels: v.pipe(
      List(CareChannel),
      v.check(
        (list) => list.reduce((sum, { hours = '', closed = [] }) => sum + hours.length + 25 * closed.length, 0) < 3e4,
        'expected hours of 30,000 characters in all',
      ),
    ),
    cpts: object({ cpts: List(Cpts, 50), undetermined: List(object({ epci: Id, neighbours: List(Id, 50) })) }),
    localHealthContracts: List(LocalHealthContract, 50),
    epci: Table({ code: /^[a-z0-9-]+$/, name: /./ }),
    communes: Table({
      code: /^\d[\dAB]\d{3}$/,
      name: /./,
      postcodes: /^\d{5}(\|\d{5})*$/,
      population: /^\d{1,9}$/,
      epci: /^[a-z0-9-]+$/,
      lat: /^-?\d{1,3}(\.\d+)?$/,
      lon: /^-?\d{1,3}(\.\d+)?$/,
      former: /^/,
    }),
  });
}

let schema: ReturnType<typeof makeSchema> | undefined;

/** The schema of a directory: the editor makes its forms from it. */
export function directorySchema(): ReturnType<typeof makeSchema> {
  schema ??= makeSchema();
  return schema;
}

/** The files of `data/` by name, as they are published: JSON as it is, tables in columns. */
export type RawDirectory = v.InferOutput<ReturnType<typeof makeSchema>>;

/** A value that is wrong: where it stands, what was found and what was expected. */
export interface ShapeProblem {
  path: readonly string[];
  message: string;
}

/**
 * Checks the shape of a directory.
 *
 * @returns What it has of our fields; or all that is wrong.
 * @throws {Error} Where its form is one that this version cannot read.
 */
export function shapeOf(raw: unknown): { directory?: RawDirectory; problems: ShapeProblem[] } {
  const { format = FORMAT } = (raw as Partial<RawDirectory> | undefined)?.directory ?? {};
  if (format !== FORMAT)
    throw new Error(`directory.format: ${format}; expected ${FORMAT}, the only one known to this version`);
  const { success, output, issues = [] } = v.safeParse(directorySchema(), raw);
  if (success) return { directory: output, problems: [] };
  const problems = issues.map((issue) => ({
    path: (issue.path ?? []).map(({ key }) => String(key)),
    message: issue.message,
  }));
  return { problems };
}

export type RawChannel = RawDirectory['channels'][number];

export type Need = (typeof NEEDS)[number];
export type Role = (typeof ROLES)[number];
export type Treat = (typeof TREATS)[number];
export type Closure = NonNullable<RawChannel['closed']>[number];
export type RawNotice = NonNullable<RawDirectory['directory']['notices']>[number];
export type Source = RawDirectory['sources'][number];
export type Provenance = Pick<RawChannel, 'sources' | 'checked' | 'confirmed'>;
export type Phone = NonNullable<RawChannel['phones']>[number];
export type Place = NonNullable<RawChannel['place']>;
export type Cpts = RawDirectory['cpts']['cpts'][number];
export type LocalHealthContract = RawDirectory['localHealthContracts'][number];
/** Words in French and perhaps other languages, by their codes. */
export type Words = LocalHealthContract['actions'][number];

/** A care channel, its hours read. */
export interface CareChannel extends Omit<RawChannel, 'hours' | 'phones'> {
  hours: OpeningHours | undefined;
  phones: readonly Phone[];
}

export interface Commune {
  /** INSEE code. */
  code: string;
  name: string;
  postcodes: readonly string[];
  /** To two significant digits. */
  population: number;
  epci: string;
  /** Latitude and longitude of a point inside the commune. */
  point: readonly [number, number];
  /** Names of the communes that it replaced: people still search for them. */
  former: readonly string[];
}
