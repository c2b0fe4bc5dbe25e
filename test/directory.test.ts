/** What `loadDirectory` refuses, and how it says so: where, what was found, what was expected. */
import { expect } from '@open-wc/testing';
import { loadDirectory, servesCommune } from '../src/directory.ts';
import { dayOf } from '../src/time/calendar.ts';
import { parseOpeningHours } from '../src/time/opening-hours.ts';
import first from './fixtures/annuaire-0.1.json';
import { edition } from './frozen.ts';
import { type RawDirectory, smallDirectory } from './small-directory.ts';

type Change = (raw: RawDirectory) => void;

const changed = (change: Change) => {
  const raw = smallDirectory();
  change(raw);
  return () => loadDirectory(raw);
};
/** What becomes of it: all of it is refused, or what is left out. */
function outcome(change: Change): string {
  try {
    return changed(change)()
      .leftOut.map((message) => `left out: ${message}`)
      .join('\n');
  } catch (error) {
    return `refused: ${(error as Error).message}`;
  }
}
const clinic = ({ channels }: RawDirectory) => channels[3]!;
const upland = ({ cpts }: RawDirectory) => cpts.cpts[0]!;
const lowland = ({ cpts }: RawDirectory) => cpts.cpts[1]!;
const drop = (record: Record<string, unknown>, key: string) => Reflect.deleteProperty(record, key);

describe('records that do not fit together are left out; where a commune has no answer then, or nobody 15, all is refused', () => {
  it('the same directory unchanged is believed', () => expect(outcome(() => undefined)).to.equal(''));

  const rows: [title: string, change: Change, message: string][] = [
    // What a record refers to.
    [
      'a source that is not listed, of a channel',
      (raw) => Object.assign(clinic(raw), { sources: ['rumour'] }),
      'left out: clinic: sources: no source "rumour"; expected one of this directory, such as survey',
    ],
    [
      'a source that is not listed, of a CPTS',
      (raw) => Object.assign(upland(raw), { sources: ['survey', 'rumour'] }),
      'upland: sources: no source "rumour"; expected one of this directory, such as survey',
    ],
    [
      'a source that is not listed, of a contrat local de santé',
      (raw) => Object.assign(raw.localHealthContracts[0]!, { sources: ['rumour'] }),
      'left out: contract: sources: no source "rumour"; expected one of this directory, such as survey',
    ],
    [
      'a source that is not listed, of the permanence des soins',
      (raw) => Object.assign(raw.directory.pdsa, { sources: ['rumour'] }),
      'refused: directory.pdsa: sources: no source "rumour"; expected one of this directory, such as survey',
    ],
    [
      'a place in an unknown commune',
      (raw) => Object.assign(clinic(raw), { place: { commune: '98099', town: 'Nulleville' } }),
      'left out: channels: clinic: place.commune: no commune "98099"; expected one of this directory, such as 98001',
    ],
    [
      'a channel of the territory of an unknown CPTS',
      (raw) => Object.assign(clinic(raw), { cpts: 'midland' }),
      'left out: channels: clinic: cpts: no CPTS "midland"; expected one of this directory, such as upland',
    ],
    [
      'a contrat local de santé of an unknown EPCI',
      (raw) => Object.assign(raw.localHealthContracts[0]!, { epci: ['north', 'east'] }),
      'left out: contract: epci: no EPCI "east"; expected one of this directory, such as north',
    ],
    [
      'a commune of an unknown EPCI',
      (raw) => {
        raw.communes = raw.communes.replace('epci;north;north;south', 'epci;north;north;east');
      },
      'refused: communes: 98003: no EPCI "east"; expected one of this directory, such as north',
    ],

    // Territories.
    [
      'a territory of an unknown EPCI',
      (raw) => lowland(raw).territory.push({ epci: 'east', level: 'presumed' }),
      'left out: lowland: territory: no EPCI "east"; expected one of this directory, such as north',
    ],
    [
      'a territory of an unknown commune',
      (raw) => lowland(raw).territory.push({ commune: '98099', level: 'documented' }),
      'left out: lowland: territory: no commune "98099"; expected one of this directory, such as 98001',
    ],
    [
      'a territory that names nothing',
      (raw) => lowland(raw).territory.push({ level: 'documented' }),
      'left out: lowland: territory: neither epci nor commune; expected one of them',
    ],
    [
      'an EPCI in the territory of two CPTS',
      (raw) => lowland(raw).territory.push({ epci: 'north', level: 'presumed' }),
      'left out: lowland: territory: "north" is attached already; expected each commune and EPCI once',
    ],
    [
      'a commune in the territory of two CPTS',
      (raw) => {
        for (const { territory } of raw.cpts.cpts) territory.push({ commune: '98003', level: 'documented' });
      },
      'left out: lowland: territory: "98003" is attached already; expected each commune and EPCI once',
    ],
    [
      'an EPCI in a territory and without an answer at once',
      (raw) => raw.cpts.undetermined.push({ epci: 'north', neighbours: ['upland'] }),
      'left out: cpts.undetermined: "north" is attached already; expected each commune and EPCI once',
    ],
    [
      'an unknown EPCI without an answer',
      (raw) => raw.cpts.undetermined.push({ epci: 'east', neighbours: ['upland'] }),
      'left out: cpts.undetermined: no EPCI "east"; expected one of this directory, such as north',
    ],
    [
      'a neighbour that is no CPTS',
      (raw) => raw.cpts.undetermined[0]!.neighbours.push('midland'),
      'cpts.undetermined: south: neighbours: no CPTS "midland"; expected one of this directory, such as upland',
    ],
    [
      'a commune of which nothing says a CPTS',
      (raw) => {
        raw.cpts.undetermined = [];
      },
      'refused: communes: 98003: Basbourg has no CPTS; expected its EPCI in a territory or in cpts.undetermined',
    ],

    // Each thing once.
    [
      'the id of a channel twice',
      (raw) => raw.channels.push({ ...clinic(raw) }),
      'left out: records: id "clinic" stands there twice; expected each one once',
    ],
    [
      'a channel with the id of a CPTS',
      (raw) => Object.assign(clinic(raw), { id: 'upland' }),
      'left out: records: id "upland" stands there twice; expected each one once',
    ],
    [
      'a contrat local de santé with the id of a channel',
      (raw) => Object.assign(raw.localHealthContracts[0]!, { id: 'clinic' }),
      'left out: records: id "clinic" stands there twice; expected each one once',
    ],
    [
      'the id of a CPTS twice',
      (raw) => Object.assign(lowland(raw), { id: 'upland' }),
      'records: id "upland" stands there twice; expected each one once',
    ],
    [
      'a source twice',
      (raw) => raw.sources.push({ ...raw.sources[0] }),
      'left out: sources: id "survey" stands there twice; expected each one once',
    ],
    [
      'an EPCI twice',
      (raw) => {
        raw.epci = 'code;north;north\nname;CC du Nord;CC du Sud';
      },
      'refused: epci: code "north" stands there twice; expected each one once',
    ],
    [
      'a commune twice',
      (raw) => {
        raw.communes = raw.communes.replace('98003', '98001');
      },
      'refused: communes: code "98001" stands there twice; expected each one once',
    ],

    // Roles.
    [
      'a role twice',
      (raw) => Object.assign(clinic(raw), { role: 'vital' }),
      'left out: channels: clinic: role "vital" is that of fifteen; expected one channel',
    ],
    ...Object.entries({ vital: '15', 'european-emergency': '112', 'text-emergency': '114' }).flatMap(
      ([role, number], i): [string, Change, string][] => [
        [
          `nothing with the role ${role}`,
          ({ channels }) => drop(channels[i]!, 'role'),
          `refused: channels: none with the role "${role}" and the number ${number}; expected one`,
        ],
        [
          `the role ${role} without a number`,
          ({ channels }) => drop(channels[i]!, 'phones'),
          `refused: channels: none with the role "${role}" and the number ${number}; expected one`,
        ],
      ],
    ),
  ];
  for (const [title, change, message] of rows) {
    it(title, () => expect(outcome(change).split('\n')).to.include(message));
  }
});

describe('what is wrong in itself is left out, a field or its record; what is no directory is refused', () => {
  const rows: [title: string, change: Change, message: RegExp][] = [
    [
      'hours that cannot be read',
      (raw) => Object.assign(clinic(raw), { hours: 'Mo-Su 8h-20h' }),
      /^left out: channels\.clinic\.hours: .*position 7: found "8h-20h", expected/,
    ],
    [
      'hours of the permanence des soins that cannot be read',
      (raw) => Object.assign(raw.directory.pdsa, { hours: 'nights' }),
      /^refused: directory\.pdsa\.hours: .*position 1: found "nights", expected/,
    ],
    [
      'a bridge day that no year has',
      (raw) => raw.directory.pdsa.bridgeDays.push('2026-02-30'),
      /^left out: directory\.pdsa\.bridgeDays\.0: expected a day that exists$/,
    ],
    ['a missing name', (raw) => drop(clinic(raw), 'name'), /^left out: channels\.clinic\.name: .*Expected "name"/],
    [
      'an unknown kind',
      (raw) => Object.assign(clinic(raw), { kind: 'clinic' }),
      /^left out: channels\.clinic\.kind: .*Expected \("emergency-number" \|.* but received "clinic"/,
    ],
    [
      'an unknown role',
      (raw) => Object.assign(clinic(raw), { role: 'best' }),
      /^left out: channels\.clinic\.role: .*Expected \("vital" \|.* but received "best"/,
    ],
    [
      'an unknown way of access',
      (raw) => Object.assign(clinic(raw), { access: 'walk-in' }),
      /^left out: channels\.clinic\.access: .*received "walk-in"/,
    ],
    [
      'an unknown treatment',
      (raw) => Object.assign(clinic(raw), { treats: ['trauma', 'surgery'] }),
      /^left out: channels\.clinic\.treats\.1: .*Expected \("general-medicine" \|.* but received "surgery"/,
    ],
    [
      'an empty list of treatments',
      (raw) => Object.assign(clinic(raw), { treats: [] }),
      /^left out: channels\.clinic\.treats: expected a list/,
    ],
    [
      'a note without French',
      (raw) => Object.assign(clinic(raw), { note: { en: 'closed at night' } }),
      /^left out: channels\.clinic\.note: expected words by language, French among them/,
    ],
    [
      'a number with hours of its own, which nothing reads',
      (raw) => Object.assign(clinic(raw), { phones: [{ number: '15', hours: '24/7' }] }),
      /^left out: channels\.clinic\.phones\.0\.hours: .*Expected "unpublished" but received "24\/7"/,
    ],
    [
      'an announced site without the time of its announcement',
      (raw) => Object.assign(upland(raw), { announcedSite: { address: 'upland.example' } }),
      /^left out: cpts\.cpts\.upland\.announcedSite\.when: /,
    ],
    [
      'a malformed number',
      (raw) => Object.assign(clinic(raw), { phones: [{ number: '+33 15' }] }),
      /^left out: channels\.clinic\.phones\.0\.number: .*received "\+33 15"/,
    ],
    [
      'a site without https',
      (raw) => Object.assign(upland(raw), { site: 'javascript:alert(1)' }),
      /^left out: cpts\.cpts\.upland\.site: .*received "javascript:/,
    ],
    [
      'a site whose host is written with an accent',
      (raw) => Object.assign(upland(raw), { site: 'https://upland.site-santé.example' }),
      /^left out: cpts\.cpts\.upland\.site: .*received "https:\/\/upland/,
    ],
    [
      'a record without a source',
      (raw) => Object.assign(clinic(raw), { sources: [] }),
      /^left out: channels\.clinic\.sources: expected a list/,
    ],
    [
      'a record without the day of its check',
      (raw) => drop(clinic(raw), 'checked'),
      /^left out: channels\.clinic\.checked: /,
    ],
    [
      'words without French',
      (raw) => Object.assign(raw.localHealthContracts[0]!, { actions: [{ en: 'a trial' }] }),
      /^left out: localHealthContracts\.contract\.actions\.0: expected words by language, French among them: \{ "fr": "…" \}$/,
    ],
    [
      'words that are empty in one language',
      (raw) => upland(raw).territory.push({ commune: '98003', level: 'presumed', because: { fr: 'usage', en: '' } }),
      /^left out: cpts\.cpts\.upland\.territory\.1\.because: /,
    ],
    [
      'words that are no text',
      (raw) => Object.assign(raw.localHealthContracts[0]!, { actions: [{ fr: ['un essai'] }] }),
      /^left out: localHealthContracts\.contract\.actions\.0: expected words by language/,
    ],
    [
      'one text in place of words by language',
      (raw) => Object.assign(raw.localHealthContracts[0]!, { actions: ['un essai'] }),
      /^left out: localHealthContracts\.contract\.actions\.0: expected words by language/,
    ],
    [
      'a commune without its cells',
      (raw) => {
        raw.communes = raw.communes.replace(';Basbourg', '');
      },
      /^refused: communes: columns code \(3\), name \(2\).*expected code, name, .* as many values in each/,
    ],
    [
      'a table with another column',
      (raw) => {
        raw.epci = raw.epci.replace('name', 'title');
      },
      /^refused: epci: columns code \(2\), title \(2\); expected code, name, as many values in each/,
    ],
    [
      'nothing in it',
      (raw) => {
        for (const key of Object.keys(raw)) Reflect.deleteProperty(raw, key);
      },
      /^refused: directory: /,
    ],
  ];
  for (const [title, change, message] of rows) it(title, () => expect(outcome(change)).to.match(message));

  for (const raw of [undefined, null, [], 'a page that says 404', 404]) {
    it(`${JSON.stringify(raw)} is none`, () => expect(() => loadDirectory(raw)).to.throw(/^directory: .*received/));
  }
});

describe('what records say of one another', () => {
  const load = (change: Change = () => undefined) => changed(change)();

  it('a place outside the département has a point in place of a commune of ours', () => {
    const place = { commune: '97001', town: 'Voisine', point: [48.3, 2.9] };
    expect(load((raw) => Object.assign(clinic(raw), { place })).channels[3]!.place).to.deep.equal(place);
  });

  it('the channel with a role is found by it, whatever its id', () => {
    const directory = load();
    expect(directory.vital.id).to.equal('fifteen');
    expect(directory.channelOf('text-emergency')!.id).to.equal('one-one-four');
    expect(directory.channelOf('insurance')).to.equal(undefined);
  });

  it('a commune has the CPTS of its EPCI, or those around it', () => {
    const { attachment, commune, epciAttachment, cpts } = load();
    expect(attachment(commune('98001')!)).to.deep.equal({ level: 'documented', cpts: cpts.get('upland') });
    expect(attachment(commune('98003')!)).to.deep.equal({
      level: 'undetermined',
      neighbours: [cpts.get('upland'), cpts.get('lowland')],
    });
    expect(epciAttachment('north')).to.equal(attachment(commune('98001')!));
    expect(epciAttachment('east')).to.equal(undefined);
  });

  it('what was confirmed for one commune goes before its EPCI, with its source and its day', () => {
    // As `npm run data:cpts` writes it.
    const confirmed = { commune: '98002', level: 'documented', source: 'Lettre de l’ARS', checked: '2026-01-01' };
    const { attachment, commune, epciAttachment, cpts } = load((raw) => lowland(raw).territory.push(confirmed));
    expect(attachment(commune('98002')!)).to.deep.equal({
      level: 'documented',
      cpts: cpts.get('lowland'),
      source: 'Lettre de l’ARS',
      checked: '2026-01-01',
    });
    expect(attachment(commune('98001')!)).to.deep.equal({ level: 'documented', cpts: cpts.get('upland') });
    expect(epciAttachment('north')).to.equal(attachment(commune('98001')!));
  });

  const territories: [title: string, given: Record<string, unknown>, serves: [string, boolean][]][] = [
    [
      'of no CPTS serves all',
      { cpts: undefined, place: undefined },
      [
        ['98001', true],
        ['98003', true],
      ],
    ],
    [
      'of a CPTS serves its communes, documented or presumed, and none that lies between two',
      { cpts: 'upland', place: undefined },
      [
        ['98001', true],
        ['98002', false],
        ['98003', false],
      ],
    ],
    [
      'of a CPTS serves the one commune that is presumed',
      { cpts: 'lowland', place: undefined },
      [
        ['98002', true],
        ['98001', false],
      ],
    ],
    [
      'with a place serves all who can travel there',
      { cpts: 'upland' },
      [
        ['98001', true],
        ['98003', true],
      ],
    ],
  ];
  for (const [title, given, serves] of territories)
    it(`a channel ${title}`, () => {
      const directory = load((raw) => {
        Object.assign(clinic(raw), given);
        lowland(raw).territory.push({ commune: '98002', level: 'presumed' });
      });
      const channel = directory.channels[3]!;
      for (const [code, served] of serves)
        expect(servesCommune(channel, directory.commune(code), directory), code).to.equal(served);
      expect(servesCommune(channel, undefined, directory)).to.equal(true);
    });

  it('the press comes after those who answer for what they say, each in its order', () => {
    const { sources } = load((raw) =>
      raw.sources.unshift(
        { id: 'daily', publisher: 'The daily', press: true },
        { id: 'agency', publisher: 'The agency' },
        { id: 'weekly', publisher: 'The weekly', press: true },
      ),
    );
    expect([...sources.keys()]).to.deep.equal(['agency', 'survey', 'daily', 'weekly']);
  });

  it('a contrat local de santé may have no last year, no day of signature, no actions', () => {
    const known = { to: undefined, signed: undefined, actions: [], signatories: [] };
    const { localHealthContracts } = load((raw) => Object.assign(raw.localHealthContracts[0]!, known));
    expect(localHealthContracts[0]).to.deep.include({ from: 2025, actions: [] });
  });

  const confirmations: [title: string, given: Record<string, unknown>, message: RegExp][] = [
    [
      'an empty source',
      { source: '', checked: '2026-01-01' },
      /^left out: cpts\.cpts\.lowland\.territory\.0\.source: /,
    ],
    [
      'a day that is written otherwise',
      { source: 'ARS', checked: '01/01/2026' },
      /^left out: cpts\.cpts\.lowland\.territory\.0\.checked: /,
    ],
  ];
  for (const [title, given, message] of confirmations) {
    it(`a confirmation with ${title} loses it`, () =>
      expect(
        outcome((raw) => lowland(raw).territory.push({ commune: '98002', level: 'documented', ...given })),
      ).to.match(message));
  }

  it('says why an attachment is presumed, in words or by a sign', () => {
    const because = { fr: 'le journal', en: 'the newspaper', de: 'die Zeitung' };
    const { attachment, commune } = load((raw) =>
      lowland(raw).territory.push(
        { commune: '98002', level: 'presumed', because },
        { commune: '98003', level: 'presumed', because: 'local-use' },
      ),
    );
    expect(attachment(commune('98002')!)).to.deep.include({ level: 'presumed', because });
    expect(attachment(commune('98003')!)).to.deep.include({ level: 'presumed', because: 'local-use' });
  });

  it('bridge days are wholly in the permanence des soins', () => {
    const { pdsa, bridgeDays } = load((raw) => raw.directory.pdsa.bridgeDays.push('2026-05-15', '2026-07-13'));
    expect(bridgeDays).to.deep.equal(['2026-05-15', '2026-07-13']);
    expect(pdsa.rules).to.deep.equal(
      parseOpeningHours(`${smallDirectory().directory.pdsa.hours}; 2026 May 15 00:00-24:00; 2026 Jul 13 00:00-24:00`)
        .rules,
    );
  });

  it('several contrats locaux de santé, or none', () => {
    const { localHealthContracts } = load((raw) =>
      raw.localHealthContracts.push({ ...raw.localHealthContracts[0], id: 'second', epci: ['south'] }),
    );
    expect(localHealthContracts.map(({ id }) => id)).to.deep.equal(['contract', 'second']);
    const none = load((raw) => {
      raw.localHealthContracts = [];
    });
    expect(none.localHealthContracts).to.deep.equal([]);
  });
});

describe('what a part that is broken would change the meaning of is left out with it', () => {
  const rows: [title: string, change: Change, gone: (directory: ReturnType<typeof loadDirectory>) => unknown][] = [
    ['a way of access', (raw) => Object.assign(clinic(raw), { access: 'drone' }), ({ channels }) => channels[3]],
    ['a regime', (raw) => Object.assign(clinic(raw), { regime: 'lunch' }), ({ channels }) => channels[3]],
    ['a closure', (raw) => Object.assign(clinic(raw), { closed: [{ from: 'soon' }] }), ({ channels }) => channels[3]],
    ['a place', (raw) => Object.assign(clinic(raw), { place: { town: 'Hautbourg' } }), ({ channels }) => channels[3]],
    [
      'a price',
      (raw) => Object.assign(clinic(raw), { phones: [{ number: '3624', price: 'dear' }] }),
      ({ channels }) => channels[3]!.phones[0],
    ],
    [
      'for whom a notice is',
      (raw) =>
        Object.assign(raw.directory, {
          notices: [
            { id: 'n', text: { fr: 'Avis' }, from: '2026-01-01T00:00', to: '2026-01-02T00:00', records: 'all' },
          ],
        }),
      ({ notices }) => notices[0],
    ],
    [
      'the rule of a holiday',
      (raw) => Object.assign(raw.directory.publicHolidays[1]!, { easter: 1.5 }),
      ({ calendar }) => calendar.holidayOn(dayOf(2026, 4, 6)),
    ],
  ];
  for (const [title, change, gone] of rows)
    it(title, () => {
      expect(outcome(change)).to.match(/^left out: /);
      expect(gone(changed(change)())).to.equal(undefined);
    });
});

describe('beside the directory of the script', () => {
  const own = smallDirectory() as Parameters<typeof loadDirectory>[1];

  it('what saves lives stays, with its sources; the rest is that of the file', () => {
    const raw = smallDirectory();
    raw.channels.shift();
    raw.channels[2]!.name = 'Renamed';
    raw.sources = [{ id: 'other', publisher: 'Others' }];
    for (const record of [raw.directory.pdsa, ...raw.channels, ...raw.cpts.cpts, ...raw.localHealthContracts])
      record.sources = ['other'];
    const { vital, channels, sources, leftOut } = loadDirectory(raw, own);
    expect(vital.phones[0]!.number).to.equal('15');
    expect(vital.sources.map((id) => sources.get(id)?.publisher)).to.deep.equal(['Those who made it up']);
    expect(channels.map(({ name }) => name)).to.include('Renamed');
    expect(leftOut).to.deep.equal([]);
  });

  it('without it, 15 must be 15', () =>
    expect(outcome((raw) => Object.assign(raw.channels[0]!, { phones: [{ number: '3624' }] }))).to.equal(
      'refused: channels: none with the role "vital" and the number 15; expected one',
    ));
});

describe('forms of old and new', () => {
  it('that of version 0.1 is refused by name', () =>
    expect(() => loadDirectory(first)).to.throw('localHealthContracts: Invalid key: Expected "localHealthContracts"'));

  it('a frozen edition is believed whole', () => expect(loadDirectory(edition).leftOut).to.deep.equal([]));

  it('a later form is refused by its number', () =>
    expect(outcome((raw) => Object.assign(raw.directory, { format: 2 }))).to.equal(
      'refused: directory.format: 2; expected 1, the only one known to this version',
    ));

  it('a later edition of this form: what is new is named, and the rest serves', () => {
    const raw = smallDirectory();
    Object.assign(raw.directory, { format: 1, weather: { source: 'sky' } });
    raw.channels.push(
      { ...clinic(raw), id: 'drone', kind: 'drone-base' },
      { ...clinic(raw), id: 'second', languages: ['fr'] },
    );
    Object.assign(raw, { bikes: [] });
    Object.assign(raw.sources[0]!, { licence: 'open' });
    const { channels, leftOut } = loadDirectory(raw);
    expect(channels.map(({ id }) => id)).to.deep.equal(['fifteen', 'one-one-two', 'one-one-four', 'clinic', 'second']);
    const unknown = 'a field that this version does not know; expected none';
    expect(leftOut.slice(1)).to.have.members([
      `directory.weather: ${unknown}`,
      `sources.survey.licence: ${unknown}`,
      `channels.second.languages: ${unknown}`,
      `bikes: ${unknown}`,
    ]);
    expect(leftOut[0]).to.match(/^channels\.drone\.kind: .*received "drone-base"/);
  });
});
