/** The shape of what `data/` holds: each record by itself. What records say of one another, `directory.ts` checks. */
import * as v from 'valibot';
import { KINDS, type Kind } from './kinds.ts';
import { type OpeningHoursError, parseOpeningHours } from './time/opening-hours.ts';

/** Without a prototype: valibot goes through the entries with for…in, which sees what old libraries add to Object's. */
const object = <const Entries extends v.ObjectEntries>(entries: Entries) =>
  v.object({ __proto__: null, ...entries } as Entries);

const Text = v.pipe(v.string(), v.nonEmpty());
const Id = v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/));
const InseeCode = v.pipe(v.string(), v.regex(/^\d[\dAB]\d{3}$/));
const Url = v.pipe(v.string(), v.regex(/^https:\/\/[\w.-]+(\/\S*)?$/));
/** A day, or a month or a year where the source says no more. */
const SourceDate = v.pipe(v.string(), v.regex(/^\d{4}(-\d\d(-\d\d)?)?$/));
const IsoDay = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/));
const Point = v.pipe(
  v.array(v.number()),
  v.transform((numbers) => numbers as [number, number]),
);

/** OpenStreetMap `opening_hours`, the subset of `time/opening-hours.ts`. */
const Hours = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    try {
      return parseOpeningHours(dataset.value);
    } catch (error) {
      addIssue({ message: (error as OpeningHoursError).message });
      return NEVER;
    }
  }),
);

/** Where a record comes from and the day on which it was last compared with it. */
const Provenance = {
  sources: v.pipe(v.array(Id), v.nonEmpty()),
  checked: IsoDay,
};

/** The script carries neither titles nor links: see `build/assets.mjs`. */
const Source = object({
  id: Id,
  title: v.optional(Text),
  publisher: Text,
  date: v.optional(SourceDate),
  url: v.optional(Url),
});

/** A number as people read it, and what a call costs beside the caller's own plan. */
const Phone = object({
  number: v.pipe(v.string(), v.regex(/^(\d{2,4}|0 8\d\d( \d\d){3}|0\d( \d\d){4})$/)),
  /**
   * Euros per minute; `free`; `call`: the service is free, the call is charged as usual; `paid`: charged, at a
   * tariff that no source gives. Absent: an ordinary number.
   */
  price: v.optional(v.union([v.number(), v.picklist(['free', 'call', 'paid'])])),
});

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
  /** The general health insurance, which helps to find a family doctor. */
  'insurance',
  'agricultural-insurance',
  'health-check',
  'professional-search',
  'health-agency',
  'care-coordination',
] as const;

const Place = object({
  commune: InseeCode,
  town: Text,
  street: v.optional(Text),
  postcode: v.optional(v.pipe(v.string(), v.regex(/^\d{5}$/))),
  /** Latitude and longitude of the town, where it lies outside the département. */
  point: v.optional(Point),
});

const CareChannel = object({
  id: Id,
  name: Text,
  kind: v.picklist(Object.keys(KINDS) as Kind[]),
  /** What makes it the one that a widget names in a sentence: one channel has a role. */
  role: v.optional(v.picklist(ROLES)),
  /** The main need that it answers. */
  need: v.picklist(NEEDS),
  /**
   * How it is reached: `direct` without appointment; `online-appointment`; `referral-15` only when 15 sends you;
   * `after-15` call 15 before going; `phone`. Absent: no source says.
   */
  access: v.optional(v.picklist(['direct', 'online-appointment', 'referral-15', 'after-15', 'phone'])),
  place: v.optional(Place),
  phones: v.optional(v.array(Phone), []),
  /** Answers text messages. */
  text: v.optional(v.boolean()),
  email: v.optional(v.pipe(v.string(), v.regex(/^\S+@\S+$/))),
  site: v.optional(Url),
  hours: v.optional(Hours),
  /** `line`: the hours are those of the telephone, not of a place. */
  hoursOf: v.optional(v.picklist(['line'])),
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
  ...Provenance,
});

/** Words that stand in the data, by language; other languages fall back to French. */
const Words = v.custom<{ fr: string; [language: string]: string }>(
  (words) =>
    words instanceof Object && 'fr' in words && Object.values(words).every((text) => text && typeof text === 'string'),
  'expected words by language, French among them: { "fr": "…" }',
);

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
  aliases: v.optional(v.array(Text)),
  site: v.optional(Url),
  territory: v.array(Territory),
  ...Provenance,
});

/** A fixed date, or days after Easter Sunday. */
const PublicHoliday = object({
  id: Id,
  month: v.optional(v.number(), 1),
  day: v.optional(v.number(), 1),
  easter: v.optional(v.number()),
});

const LocalHealthContract = object({
  id: Id,
  from: v.number(),
  to: v.number(),
  signed: IsoDay,
  epci: v.array(Id),
  signatories: v.array(Text),
  /** What it plans. */
  actions: v.array(Words),
  ...Provenance,
});

/** `lat=4730:b2…:07…`: hundredths, the smallest, then the tens of each value's distance from it, then the units. */
function decimals(line: string): string[] | undefined {
  const [, name, least, tens, units] = /^(\w+)=(-?\d+):(\w+):(\d+)$/.exec(line) ?? [];
  return name === undefined
    ? undefined
    : [
        name,
        ...[...tens!].map((ten, i) =>
          String((Number(least) + Number.parseInt(ten, 36) * 10 + Number(units![i])) / 100),
        ),
      ];
}

/**
 * A table: a line for each column, its name, then a value for each row, separated by `;`. `+3`: three more than the
 * value before. A column of decimals is written by digits: see `decimals`.
 */
const table = <const C extends readonly string[]>(columns: C) =>
  v.pipe(
    v.string(),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const cells = dataset.value.split('\n').map((line) => {
        let above = '';
        return (
          decimals(line) ??
          line.split(';').map((cell) => {
            above = cell[0] === '+' ? String(Number(above) + Number(cell)).padStart(above.length, '0') : cell;
            return above;
          })
        );
      });
      const names = cells.map(([name]) => name);
      const length = cells[0]!.length;
      if (names.join() !== columns.join() || cells.some((column) => column.length !== length)) {
        const found = cells.map((column) => `${column[0]} (${column.length - 1})`).join(', ');
        addIssue({ message: `columns ${found}; expected ${columns.join(', ')}, as many values in each` });
        return NEVER;
      }
      return cells[0]!.slice(1).map((_, row) => {
        const record = {} as Record<C[number], string>;
        columns.forEach((column: C[number], i) => {
          record[column] = cells[i]![row + 1]!;
        });
        return record;
      });
    }),
  );

const Commune = v.pipe(
  object({
    code: InseeCode,
    name: Text,
    postcodes: Text,
    population: v.string(),
    epci: Id,
    lat: v.string(),
    lon: v.string(),
    former: v.string(),
  }),
  v.transform(({ code, name, postcodes, population, epci, lat, lon, former }) => ({
    code,
    name,
    postcodes: postcodes.split('|'),
    /** To two significant digits. */
    population: Number(population),
    epci,
    /** Latitude and longitude of a point inside the commune. */
    point: [Number(lat), Number(lon)] as [number, number],
    /** Names of the communes that it replaced: people still search for them. */
    former: former ? former.split('|') : [],
  })),
);

/** All of `data/`. */
export const Data = object({
  directory: object({
    /** `article`: how its name goes in a sentence, a space included where one stands (`l’`, `la `, `le `, `les `). */
    department: object({ code: Text, name: Text, article: v.picklist(['l’', 'la ', 'le ', 'les ']) }),
    /** The day of this edition. */
    date: IsoDay,
    pdsa: object({
      hours: Text,
      /** Days that the ARS adds (R6315-1, 3°), each wholly in the permanence des soins. */
      bridgeDays: v.array(IsoDay),
      ...Provenance,
    }),
    publicHolidays: v.array(PublicHoliday),
  }),
  sources: v.array(Source),
  channels: v.array(CareChannel),
  cpts: object({ cpts: v.array(Cpts), undetermined: v.array(object({ epci: Id, neighbours: v.array(Id) })) }),
  localHealthContracts: v.array(LocalHealthContract),
  epci: v.pipe(table(['code', 'name']), v.array(object({ code: Id, name: Text }))),
  communes: v.pipe(
    table(['code', 'name', 'postcodes', 'population', 'epci', 'lat', 'lon', 'former']),
    v.array(Commune),
  ),
});

export type Need = (typeof NEEDS)[number];
export type Role = (typeof ROLES)[number];
export type Words = v.InferOutput<typeof Words>;
export type Phone = v.InferOutput<typeof Phone>;
export type Place = v.InferOutput<typeof Place>;
export type Source = v.InferOutput<typeof Source>;
export type CareChannel = v.InferOutput<typeof CareChannel>;
export type Cpts = v.InferOutput<typeof Cpts>;
export type LocalHealthContract = v.InferOutput<typeof LocalHealthContract>;
export type Commune = v.InferOutput<typeof Commune>;
