/** Directories that someone made wrong, by mistake or on purpose, and what is believed of them. */
import type { RawDirectory } from '../fixtures/trial.ts';

/** The records, as a file may have them: of any form. */
// biome-ignore lint/suspicious/noExplicitAny: a hostile file has any type anywhere.
export type Loose = any;

/** What is served: a change of a right directory, or the whole answer. */
export interface Hostile {
  title: string;
  change?: (raw: Loose, find: (id: string) => Loose) => void;
  answer?: () => Response;
  /** What the console must say. */
  said: RegExp;
  /** The rest of it serves. */
  serves: boolean;
}

const text = (body: BodyInit) => () => new Response(body);

/** An answer that never ends, a piece at a time. */
const endless = (piece: string) => () => {
  const bytes = new TextEncoder().encode(piece);
  return new Response(new ReadableStream({ pull: (controller) => controller.enqueue(bytes) }));
};

/** A record with other fields. */
const of = (id: string, fields: object) => (_: Loose, find: (id: string) => Loose) => Object.assign(find(id), fields);

/** The file itself with other fields. */
const inDirectory = (fields: object) => (raw: Loose) => Object.assign(raw.directory, fields);

const PREMIUM = '0 899 00 00 01';
const premium = { phones: [{ number: PREMIUM, price: 'paid' }] };

const refused: [title: string, change: NonNullable<Hostile['change']>, said: RegExp][] = [
  ['the form of a later version', inDirectory({ format: 2 }), /directory\.format: 2; expected 1/],
  ['a form that is no number', inDirectory({ format: '1' }), /directory\.format: 1; expected 1/],
  ['no public holidays', inDirectory({ publicHolidays: [] }), /publicHolidays: expected a list/],
  [
    'holidays that never come',
    inDirectory({ publicHolidays: [{ id: 'never', month: 2, day: 30 }] }),
    /publicHolidays: expected a list/,
  ],
  [
    'holidays a million years after Easter',
    inDirectory({ publicHolidays: [{ id: 'late', easter: 4e8 }] }),
    /publicHolidays: expected a list/,
  ],
  [
    'holidays of the month 1.5',
    inDirectory({ publicHolidays: [{ id: 'half', month: 1.5 }] }),
    /publicHolidays: expected a list/,
  ],
  [
    'a permanence des soins that never changes',
    (raw) => {
      raw.directory.pdsa.hours = '24/7';
    },
    /pdsa\.hours: "24\/7" never change/,
  ],
  [
    'a permanence des soins that never is',
    (raw) => {
      raw.directory.pdsa.hours = 'Mo-Su off';
    },
    /never change/,
  ],
  [
    'a permanence des soins that nobody knows',
    (raw) => {
      raw.directory.pdsa.hours = 'unknown';
    },
    /never change/,
  ],
  [
    'a permanence des soins on one day of 2099',
    (raw) => {
      raw.directory.pdsa.hours = '2099 Jan 01 08:00-20:00';
    },
    /never change/,
  ],
  [
    'a permanence des soins that cannot be read',
    (raw) => {
      raw.directory.pdsa.hours = 'nights';
    },
    /pdsa\.hours: opening hours "nights"/,
  ],
  [
    'a hundred added days',
    (raw) => {
      raw.directory.pdsa.bridgeDays = Array(100).fill('2026-12-28');
    },
    /bridgeDays/,
  ],
  ['an edition of a day that no month has', inDirectory({ date: '2026-02-31' }), /directory\.date: expected a day/],
  ['an edition of tomorrow', inDirectory({ date: '2027-01-01' }), /after today/],
  [
    'no département',
    (raw) => {
      delete raw.directory.department;
    },
    /directory\.department|directory: /,
  ],
  [
    'an article that is none',
    (raw) => {
      raw.directory.department.article = 'le';
    },
    /article/,
  ],
  [
    'a table that lacks cells',
    (raw) => {
      raw.communes = raw.communes.replace(';Hameau-d’Essai', '');
    },
    /communes: columns/,
  ],
  [
    'a commune on another planet',
    (raw) => {
      raw.communes = raw.communes.replace('46.60', '1'.repeat(400));
    },
    /communes: lat of row/,
  ],
  [
    'a commune of no CPTS',
    (raw) => {
      raw.cpts.undetermined = [];
    },
    /has no CPTS/,
  ],
  [
    'a commune twice',
    (raw) => {
      raw.communes = raw.communes.replace('00003', '00001');
    },
    /stands there twice/,
  ],
  [
    'five hundred and one records',
    (raw) => {
      raw.channels = Array.from({ length: 501 }, (_, i) => ({ ...raw.channels[0], id: `x${i}`, role: undefined }));
    },
    /channels: expected a list/,
  ],
  [
    'hours that take seconds to be read',
    (raw, find) => {
      const { role, ...one } = find('csnp-ville');
      for (let i = raw.channels.length; i < 500; i++)
        raw.channels.push({ ...one, id: `n${i}`, hours: `Mo-Su off${'; PH off'.repeat(28)}` });
    },
    /channels: expected hours of 30,000 characters in all/,
  ],
  [
    'records that are no list',
    (raw) => {
      raw.channels = { 0: raw.channels[0] };
    },
    /channels: /,
  ],
  [
    'a source of the permanence des soins that is not there',
    (raw) => {
      raw.directory.pdsa.sources = ['rumour'];
    },
    /no source "rumour"/,
  ],
];

const served: [title: string, change: NonNullable<Hostile['change']>, said: RegExp][] = [
  // What saves lives.
  ['15 with a premium number', of('15', premium), /channels\.15: 0 899 00 00 01; expected the 15/],
  [
    '15 without a number',
    (_, find) => {
      delete find('15').phones;
    },
    /channels\.15: ; expected the 15/,
  ],
  [
    'the role of 15 at a premium number',
    (_, find) => {
      delete find('15').role;
      Object.assign(find('csnp-ville'), premium, { role: 'vital' });
    },
    /channels\.csnp-ville: 0 899/,
  ],
  [
    'the role of 15 twice',
    (_, find) => Object.assign(find('csnp-ville'), premium, { role: 'vital' }),
    /channels\.csnp-ville: 0 899/,
  ],
  [
    'the id of 15 at a clinic',
    (_, find) => {
      find('15').id = 'samu';
      find('csnp-ville').id = '15';
    },
    /channels\.15: 03 53/,
  ],
  ['15 is not there', (raw, find) => raw.channels.splice(raw.channels.indexOf(find('15')), 1), /^$/],
  ['15 is closed', of('15', { closed: [{ from: '2026-01-01', to: '2027-12-31' }] }), /^$/],
  [
    '15 has no hours, and is for those whom 15 sends',
    (_, find) => Object.assign(find('15'), { hours: 'Mo-Su off', access: 'referral-15', regime: 'daytime' }),
    /^$/,
  ],
  [
    '15 is a clinic that answers messages',
    (_, find) => Object.assign(find('15'), { kind: 'csnp', text: true, announced: true }),
    /^$/,
  ],
  ['15 under a false name', of('15', { name: `Appelez le ${PREMIUM}` }), /^$/],
  [
    '112 and 114 are not there',
    (raw) => {
      raw.channels = raw.channels.filter(({ id }: Loose) => id !== '112' && id !== '114');
    },
    /^$/,
  ],
  [
    '114 by voice',
    (_, find) => {
      delete find('114').text;
    },
    /^$/,
  ],
  [
    '18 and 3114 at premium numbers',
    (_, find) => {
      Object.assign(find('18'), premium);
      Object.assign(find('3114'), premium);
    },
    /channels\.18: 0 899[\s\S]*channels\.3114: 0 899/,
  ],
  [
    'a new emergency number',
    (raw, find) =>
      raw.channels.push({ ...find('18'), ...premium, id: 'samu-bis', role: undefined, name: 'SAMU, nouveau numéro' }),
    /samu-bis: an emergency number/,
  ],

  // Records that this version does not know, or that are broken.
  ['a kind of a later version', of('csnp-ville', { kind: 'drone' }), /channels\.csnp-ville\.kind: .*"drone"/],
  ['a need of a later version', of('csnp-ville', { need: 'drone' }), /channels\.csnp-ville\.need/],
  ['a role of a later version', of('csnp-ville', { role: 'drone' }), /channels\.csnp-ville\.role/],
  ['an access of a later version', of('csnp-ville', { access: 'drone' }), /channels\.csnp-ville\.access/],
  [
    'fields of a later version',
    (raw, find) => {
      find('csnp-ville').colour = 'red';
      raw.weather = {};
      raw.directory.mood = 1;
      raw.sources[0].stars = 5;
    },
    /csnp-ville\.colour: a field that this version does not know/,
  ],
  [
    'fields with the names of what all objects have',
    (_, find) =>
      Object.defineProperty(
        Object.assign(find('csnp-ville'), { constructor: 1, hasOwnProperty: 2, toString: 3 }),
        '__proto__',
        { value: { kind: 'mmg' }, enumerable: true },
      ),
    /csnp-ville\.constructor/,
  ],
  ['a record that is nothing', (raw) => raw.channels.push(null, 15, 'SAMU', []), /channels/],
  [
    'a record without a name',
    (_, find) => {
      delete find('csnp-ville').name;
    },
    /csnp-ville\.name/,
  ],
  ['a name of spaces', of('csnp-ville', { name: ' \u00a0 ' }), /csnp-ville\.name/],
  ['a name of a million letters, nearly', of('csnp-ville', { name: 'a'.repeat(9e5) }), /csnp-ville\.name/],
  ['a name that is markup', of('csnp-ville', { name: '<img src=https://evil.example/x onerror=alert(1)>' }), /^$/],
  ['a name that turns the line around', of('csnp-ville', { name: '\u202e51 UMAS' }), /^$/],
  [
    'a record twice',
    (raw, find) => raw.channels.push({ ...find('csnp-ville'), ...premium }),
    /id "csnp-ville" stands there twice/,
  ],
  ['an id with spaces', of('csnp-ville', { id: 'a b' }), /channels/],
  ['the id "constructor"', of('csnp-ville', { id: 'constructor' }), /^$/],
  ['hours that cannot be read', of('csnp-ville', { hours: 'Mo-Su 8h-20h' }), /csnp-ville\.hours: .*8h-20h/],
  [
    'hours of ten thousand letters',
    of('csnp-ville', { hours: `Mo off${'; PH off'.repeat(1250)}` }),
    /csnp-ville\.hours/,
  ],
  ['hours that never change, in many rules', of('csnp-ville', { hours: `Mo-Su off${'; PH off'.repeat(29)}` }), /^$/],
  ['hours of the year 9999', of('csnp-ville', { hours: 'Mo-Su off; 9999 Dec 31 08:00-20:00' }), /^$/],
  [
    'five hundred records that never open',
    (raw, find) => {
      const { role, ...one } = find('csnp-ville');
      while (raw.channels.length < 500)
        raw.channels.push({
          ...one,
          id: `n${raw.channels.length}`,
          hours: `Mo-Su off; PH off; ${2100 + raw.channels.length} Jan 01 08:00-09:00`,
        });
    },
    /^$/,
  ],
  [
    'closed from the end to the beginning',
    of('csnp-ville', { closed: [{ from: '2026-12-26', to: '2026-12-24' }] }),
    /closed\.0: expected a last day/,
  ],
  [
    'closed on days that no month has',
    of('csnp-ville', { closed: [{ from: '2026-02-30', to: '2026-02-31' }] }),
    /closed\.0\.from: expected a day/,
  ],
  ['closed for a century', of('csnp-ville', { closed: [{ from: '2000-01-01', to: '2099-12-31' }] }), /^$/],
  ['closed is a text', of('csnp-ville', { closed: 'toujours' }), /csnp-ville\.closed/],
  ['a site that no browser knows', of('csnp-ville', { site: 'https://1.2.3.4.5' }), /csnp-ville\.site/],
  ['a site that is a script', of('csnp-ville', { site: 'javascript:alert(1)' }), /csnp-ville\.site/],
  [
    'an address that writes to others too',
    of('csnp-ville', { email: 'a@b.example?bcc=c@d.example' }),
    /csnp-ville\.email/,
  ],
  ['a price beyond all numbers', of('csnp-ville', { phones: [{ number: '3624', price: 1e300 }] }), /phones\.0\.price/],
  ['a price below nothing', of('csnp-ville', { phones: [{ number: '3624', price: -1 }] }), /phones\.0\.price/],
  [
    'a number of another country',
    of('csnp-ville', { phones: [{ number: '+33 15' }, { number: '3624' }] }),
    /phones\.0\.number/,
  ],
  ['ten thousand numbers', of('csnp-ville', { phones: Array(1e4).fill({ number: '3624' }) }), /csnp-ville\.phones/],
  [
    'checked on a day that no month has',
    of('csnp-ville', { checked: '2026-02-30' }),
    /csnp-ville\.checked: expected a day/,
  ],
  ['confirmed on no day, by nobody', of('csnp-ville', { confirmed: { on: 'hier', by: '' } }), /csnp-ville\.confirmed/],
  ['no source', of('csnp-ville', { sources: [] }), /csnp-ville\.sources/],
  ['a source that is not there', of('csnp-ville', { sources: ['rumour'] }), /no source "rumour"/],
  [
    'a source of the month 13',
    (raw) => {
      raw.sources[0].date = '2025-13';
    },
    /diaporama-essai\.date: expected a day/,
  ],
  [
    'a source whose link is none',
    (raw) => {
      raw.sources[2].url = 'https://..';
    },
    /^$|page-essai\.url/,
  ],
  [
    'a place in no commune',
    (_, find) => {
      find('csnp-ville').place.commune = '99999';
    },
    /no commune "99999"/,
  ],
  [
    'a place out of this world',
    (_, find) => {
      find('csnp-ville').place.point = [1e9, 0];
    },
    /place\.point/,
  ],
  [
    'a place of texts',
    (_, find) => {
      find('csnp-ville').place.point = ['48', {}, 3];
    },
    /place\.point/,
  ],
  ['a note without French', of('csnp-ville', { note: { en: 'only' } }), /csnp-ville\.note/],
  ['a note of lists', of('csnp-ville', { note: { fr: ['a'] } }), /csnp-ville\.note/],
  ['a treatment of a later version', of('csnp-ville', { treats: ['trauma', 'magic'] }), /treats\.1/],
  [
    'a CPTS whose site is none',
    (raw) => {
      raw.cpts.cpts[0].site = 'https://999.999.999.999';
    },
    /cpts\.cpts\.nord-essai\.site/,
  ],
  [
    'a territory that is nowhere',
    (raw) => raw.cpts.cpts[0].territory.push({ epci: '1', level: 'presumed' }, { level: 'presumed' }),
    /no EPCI "1"/,
  ],
  [
    'a commune in two territories',
    (raw) => raw.cpts.cpts[0].territory.push({ commune: '00001', level: 'documented' }),
    /"00001" is attached already/,
  ],
  [
    'a contract of all times',
    (raw) => {
      raw.localHealthContracts[0].from = 1e300;
    },
    /cls-essai\.from/,
  ],
  [
    'a contract of what is no text',
    (raw) => {
      raw.localHealthContracts[0].actions = [1, { fr: 'un essai' }];
    },
    /cls-essai\.actions\.0/,
  ],
  [
    'a notice that ends before it begins',
    inDirectory({ notices: [{ id: 'n', text: { fr: 'Avis' }, from: '2026-12-02T00:00', to: '2026-12-01T00:00' }] }),
    /notices\.n: expected an end/,
  ],
  [
    'a notice of no minute',
    inDirectory({ notices: [{ id: 'n', text: { fr: 'Avis' }, from: '2026-11-31T08:00', to: '2026-12-01T24:00' }] }),
    /notices\.n\.from/,
  ],
  [
    'a notice about nothing',
    inDirectory({
      notices: [
        { id: 'n', text: { fr: 'Avis' }, from: '2026-11-30T08:00', to: '2026-12-05T00:00', records: ['nobody'] },
      ],
    }),
    /no channel "nobody"/,
  ],
  [
    'a notice that is markup',
    inDirectory({
      notices: [
        { id: 'n', text: { fr: '<script>alert(1)</script>' }, from: '2026-11-30T08:00', to: '2026-12-05T00:00' },
      ],
    }),
    /^$/,
  ],
  [
    'ten thousand notices',
    inDirectory({
      notices: Array.from({ length: 1e4 }, (_, i) => ({
        id: `n${i}`,
        text: { fr: 'Avis' },
        from: '2026-11-30T08:00',
        to: '2026-12-05T00:00',
      })),
    }),
    /directory\.notices: expected a list/,
  ],
  [
    'an added day that no month has',
    (raw) => {
      raw.directory.pdsa.bridgeDays = ['2026-02-30', '2026-12-28'];
    },
    /bridgeDays\.0: expected a day/,
  ],
  [
    'a holiday that never comes, among others',
    (raw) => raw.directory.publicHolidays.push({ id: 'never', month: 13 }),
    /publicHolidays\.never: expected a day/,
  ],
];

const answers: [title: string, answer: () => Response, said: RegExp][] = [
  ['a page', text('<!doctype html><title>404</title>'), /JSON/],
  ['nothing', text(''), /JSON/],
  ['null', text('null'), /directory: .*null/],
  ['a number', text('15'), /directory: /],
  ['a list', text('[]'), /directory: /],
  ['an empty object', text('{}'), /directory/],
  ['half of it', text('{"directory":{"date":"2026-1'), /JSON/],
  ['a prototype', text('{"__proto__":{"directory":{"date":"2026-11-30"}}}'), /directory/],
  ['lists in lists', text('['.repeat(4e5)), /JSON|call stack/],
  ['objects in a record', text(`{"directory":${'{"a":'.repeat(1e5)}1${'}'.repeat(1e5)}}`), /directory|call stack/],
  ['bytes that are no text', text(new Uint8Array(1000).fill(0xff)), /JSON/],
  ['more than a megabyte', text(' '.repeat(1_000_001)), /more than 1000000 bytes/],
  ['spaces without end', endless(' '.repeat(65_536)), /more than 1000000 bytes/],
  ['letters without end, few at a time', endless('"aaaaaaaa'.repeat(100)), /more than 1000000 bytes/],
  ['an answer that says that it failed', () => new Response('{}', { status: 500 }), /answer 500/],
  [
    'an answer that breaks off',
    () => new Response(new ReadableStream({ pull: (controller) => controller.error(new TypeError('network error')) })),
    /network error/,
  ],
  [
    'no answer',
    () => {
      throw new TypeError('Failed to fetch');
    },
    /Failed to fetch/,
  ],
];

export const hostileDirectories: Hostile[] = [
  ...refused.map(([title, change, said]) => ({ title, change, said, serves: false })),
  ...served.map(([title, change, said]) => ({ title, change, said, serves: true })),
  ...answers.map(([title, answer, said]) => ({ title, answer, said, serves: false })),
];

/** The file that a change makes of a right directory. */
export function changedFile(right: RawDirectory, change: NonNullable<Hostile['change']>): string {
  const raw: Loose = structuredClone(right);
  change(raw, (id) => raw.channels.find((channel: Loose) => channel.id === id));
  return JSON.stringify(raw);
}
