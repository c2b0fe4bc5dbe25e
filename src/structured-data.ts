/**
 * What search engines and assistants read: schema.org, as JSON-LD.
 *
 * It says nothing that the directory does not know, nor sends anyone where 15 must be called first: a place that only
 * 15 sends you to has no address, neither it nor an emergency department has hours, and both point to 15.
 */
import type { Directory } from './directory.ts';
import type { CareChannel, Cpts, Phone, Place } from './directory-schema.ts';
import { phoneUri } from './format.ts';
import { kindOf } from './kinds.ts';
import {
  type Calendar,
  DAY,
  type Day,
  dayAt,
  type Instant,
  instantOf,
  MINUTE,
  wallAt,
  weekdayOf,
} from './time/calendar.ts';
import { type OpeningHours, stateAt } from './time/opening-hours.ts';

/** A thing with the properties that schema.org gives its type; those that are `undefined` vanish in JSON. */
export interface StructuredNode {
  '@type': string;
  [property: string]: unknown;
}

export interface StructuredData {
  '@context': 'https://schema.org';
  '@graph': StructuredNode[];
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
/** 5 January 1970: no public holiday in its week, and no rule for a date so long ago. */
const PLAIN_MONDAY: Day = 4;
/** Days for which exceptions are given. */
const HORIZON = 365;

const term = (name: string) => `https://schema.org/${name}`;
const isoDay = (day: Day) => new Date(day * DAY).toISOString().slice(0, 10);
/** 1440, midnight at the end of the day, is 00:00: what closes before it opens closes on the next day. */
const time = (minute: number) => new Date(minute * MINUTE).toISOString().slice(11, 16);
/** Nothing, one value or several. */
const some = <T>(values: T[]) => (values.length > 1 ? values : values[0]);

/**
 * When it is open on `day`: `08:00-12:00,14:00-18:00`; nothing: closed; `undefined`: not known for some or all of it.
 */
function openOn(hours: OpeningHours, day: Day, calendar: Calendar): string | undefined {
  const edges = hours.rules.flatMap(({ spans }) => spans.flatMap(({ from, to }) => [from, to % 1440]));
  // Asked for by the wall clock, a day of 23 or 25 hours is like any other.
  const minutes = [...new Set([0, ...edges])].sort((a, b) => a - b);
  const states = minutes.map((minute) => stateAt(hours, instantOf(day * DAY + minute * MINUTE), calendar));
  if (states.includes('unknown')) return undefined;
  const spans: string[] = [];
  minutes.forEach((from, i) => {
    if (states[i] !== 'open' || states[i - 1] === 'open') return;
    const to = minutes[states.indexOf('closed', i)] ?? 1440;
    // The usual way to write a whole day: 00:00 to 00:00 stands for a closed one.
    spans.push(`${time(from)}-${to - from === 1440 ? '23:59' : time(to)}`);
  });
  return spans.join();
}

const specifications = (open: string, when: object): StructuredNode[] =>
  (open || '00:00-00:00').split(',').map((span) => {
    const [opens, closes] = span.split('-');
    return { '@type': 'OpeningHoursSpecification', ...when, opens, closes };
  });

/**
 * The hours of a week, and those of the days within a year that differ from it.
 *
 * schema.org knows open and closed only. A day that nobody can vouch for is therefore left out of the dates on which
 * the week holds: nothing is said of it.
 *
 * @param overriding - Whether `special` will replace `weekly`; if not, its days too are left out of `weekly`.
 * @see https://developers.google.com/search/docs/appearance/structured-data/local-business
 */
function openingHours(hours: OpeningHours, at: Instant, calendar: Calendar, overriding: boolean) {
  const week = WEEKDAYS.map((_, i) => openOn(hours, PLAIN_MONDAY + i, calendar));
  const weekly: StructuredNode[] = [];
  const special: StructuredNode[] = [];
  const addWeek = (valid?: object) => {
    for (const open of new Set(week)) {
      const dayOfWeek = WEEKDAYS.filter((_, i) => week[i] === open).map(term);
      if (open) weekly.push(...specifications(open, { dayOfWeek, ...valid }));
    }
  };
  const addWeeks = (from: Day, end: Day) => {
    if (from < end) addWeek({ validFrom: isoDay(from), validThrough: isoDay(end - 1) });
  };

  if (!/PH|\d{4} /.test(hours.text)) {
    addWeek();
    return { weekly, special };
  }
  let from = dayAt(wallAt(at));
  const end = from + HORIZON;
  for (let day = from; day < end; day++) {
    const open = openOn(hours, day, calendar);
    if (open === week[weekdayOf(day)]) continue;
    if (open !== undefined) {
      special.push(...specifications(open, { validFrom: isoDay(day), validThrough: isoDay(day) }));
      if (overriding) continue;
    }
    addWeeks(from, day);
    from = day + 1;
  }
  addWeeks(from, end);
  return { weekly, special };
}

const telephone = (phones: readonly Phone[]) => some(phones.map(({ number }) => phoneUri(number).slice('tel:'.length)));

function telephoneLine(channel: CareChannel, at: Instant, calendar: Calendar): StructuredNode {
  const { need, hours } = channel;
  // A number of which no source gives hours is not given those of the others.
  const phones = channel.phones.filter((phone) => !phone.hours);
  const found = hours && openingHours(hours, at, calendar, false);
  return {
    '@type': 'ContactPoint',
    contactType: need.replace('-', ' '),
    telephone: telephone(phones),
    contactOption: phones.length && phones.every(({ price }) => price === 'free') ? term('TollFree') : undefined,
    hoursAvailable: found && some([...found.weekly, ...found.special]),
  };
}

function placeHours(hours: OpeningHours, at: Instant, calendar: Calendar) {
  const { weekly, special } = openingHours(hours, at, calendar, true);
  return { openingHoursSpecification: some(weekly), specialOpeningHoursSpecification: some(special) };
}

const postalAddress = ({ street, postcode, town }: Place): StructuredNode => ({
  '@type': 'PostalAddress',
  streetAddress: street,
  postalCode: postcode,
  addressLocality: town,
  addressCountry: 'FR',
});

const nodeId = (id: string) => `#yonne-soins-${id}`;

/** What is particular to a channel: its type, and how and when it is reached. */
function channelProperties(channel: CareChannel, at: Instant, { calendar, vital }: Directory): StructuredNode {
  const { kind, access, place, email, hours, paediatric } = channel;
  const type = kindOf(channel).schemaType;
  if (!type) return { ...telephoneLine(channel, at, calendar), email };
  const through15 = access === 'referral-15' || access === 'after-15';
  const ofLine = channel.hoursOf === 'line';
  return {
    '@type': type,
    email,
    telephone: telephone(channel.phones),
    address: place && access !== 'referral-15' ? postalAddress(place) : undefined,
    medicalSpecialty:
      kind === 'emergency-department' ? some(['Emergency', ...(paediatric ? ['Pediatric'] : [])].map(term)) : undefined,
    contactPoint: through15 ? { '@id': nodeId(vital.id) } : ofLine ? telephoneLine(channel, at, calendar) : undefined,
    ...(hours && !through15 && !ofLine && placeHours(hours, at, calendar)),
  };
}

/**
 * The records as a graph of schema.org, 15 first since others refer to it. Left out: what is announced only, and what
 * no number, site or place leads to.
 *
 * @param at - Instant, in milliseconds since the Unix epoch: exceptions to the weekly hours are given for a year from it.
 * @param records - Channels and CPTS of `directory`; without it all of them.
 * @param describe - A sentence about a record in the language of the page: schema.org has no word for "call first".
 * @see https://schema.org/docs/schemas.html
 */
export function structuredData(
  directory: Directory,
  at: Instant,
  records: readonly (CareChannel | Cpts)[] = [...directory.channels, ...directory.cpts.values()],
  describe?: (record: CareChannel | Cpts) => string | undefined,
): StructuredData {
  const graph: StructuredNode[] = [];
  for (const record of new Set([directory.vital, ...records])) {
    const { id, name, site } = record;
    const common = { '@id': nodeId(id), name, url: site, description: describe?.(record) };
    if (!('kind' in record)) {
      const { longName, aliases = [] } = record;
      const alternateName = some([...(longName ? [longName] : []), ...aliases]);
      graph.push({ '@type': 'Organization', ...common, alternateName });
    } else if (!record.announced && (record.phones.length || site || record.email || record.place)) {
      graph.push({ ...common, ...channelProperties(record, at, directory) });
    }
  }
  return { '@context': 'https://schema.org', '@graph': graph };
}
