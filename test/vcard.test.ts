/** Cards are read back by another's parser, which also names what departs from RFC 6350. */
import { expect } from '@open-wc/testing';
import { parsePhoneNumber } from 'libphonenumber-js/max';
import { parseVCards } from 'vcard4-ts';
import { bundled } from '../src/bundled.ts';
import { loadDirectory } from '../src/directory.ts';
import type { CareChannel, Cpts } from '../src/directory-schema.ts';
import { type VcardContact, vcard } from '../src/vcard.ts';
import { frozen as directory, edition } from './frozen.ts';

const records: (CareChannel | Cpts)[] = [...directory.channels, ...directory.cpts.values()];
const byId = (id: string) => records.find((record) => record.id === id)!;
const samu = directory.vital;

/** The records as they stand in the file. */
interface RawRecord {
  id: string;
  name: string;
  kind?: string;
  access?: string;
  place?: { town: string; street?: string; postcode?: string };
  phones?: { number: string }[];
  text?: boolean;
  email?: string;
  site?: string;
  checked: string;
}
const raw: RawRecord[] = [...edition.channels, ...edition.cpts.cpts];

/** The one card of `contact`, or all of several, as the parser gives them; refused where it finds any fault. */
function read(...contacts: VcardContact[]) {
  const { vCards = [], nags } = parseVCards(vcard(contacts));
  expect(nags, 'faults of the file').to.equal(undefined);
  for (const card of vCards) {
    expect(card.nags, `faults of ${card.FN[0].value}`).to.equal(undefined);
    expect(card.hasErrors).to.equal(false);
  }
  return vCards;
}

/** The lines of the text, each without its end. */
function physicalLines(text: string): string[] {
  expect(text.endsWith('\r\n'), 'ends with CR LF').to.equal(true);
  const lines = text.slice(0, -2).split('\r\n');
  for (const line of lines) expect(line).not.to.match(/[\r\n]/);
  return lines;
}

const octets = (line: string) => new TextEncoder().encode(line).length;
const isWhole = (line: string) => new TextDecoder().decode(new TextEncoder().encode(line)) === line;

/** Ten digits in international form, but 0 8xx, which is not reached from abroad; short numbers as they are. */
function telUri(number: string): string {
  const digits = number.replace(/ /g, '');
  return `tel:${/^0[1-79]\d{8}$/.test(digits) ? parsePhoneNumber(number, 'FR').number : digits}`;
}

describe('vCard: each record of the directory reads back as it stands in the file', () => {
  it('all of them, each with a UID of its own', () => {
    const uids = read(...records.map((record) => ({ record }))).map((card) => card.UID?.value);
    expect(uids).to.deep.equal(raw.map(({ id }) => `yonne-soins-${id}`));
    expect(new Set(uids).size).to.equal(uids.length);
  });

  it('those of the directory of today too, without a fault', () => {
    const { channels, cpts } = loadDirectory(bundled);
    const today = [...channels, ...cpts.values()];
    expect(read(...today.map((record) => ({ record }))).map((card) => card.FN[0].value)).to.deep.equal(
      today.map(({ name }) => name),
    );
  });

  for (const { id, name, access, place, phones, text, email, site, checked } of raw) {
    it(id, () => {
      // Long enough to be folded.
      const note = `${name} ; ${name}, ${name}`;
      const [card] = read({ record: byId(id), note });
      expect(card!.VERSION.value).to.equal('4.0');
      expect(card!.KIND?.value).to.equal('org');
      expect(card!.UID).to.deep.equal({ value: `yonne-soins-${id}`, parameters: { VALUE: 'text' } });
      expect(card!.FN).to.deep.equal([{ value: name }]);
      expect(card!.ORG).to.deep.equal([{ value: [name] }]);
      const tel = phones?.map(({ number }) => ({
        // Those who cannot hear or speak must not be led into a call.
        value: text ? `sms:${number}` : telUri(number),
        parameters: { VALUE: 'uri', TYPE: text ? ['text'] : ['voice'] },
      }));
      expect(card!.TEL).to.deep.equal(tel);
      expect(card!.EMAIL).to.deep.equal(email && [{ value: email }]);
      expect(card!.URL).to.deep.equal(site && [{ value: site }]);
      expect(card!.NOTE).to.deep.equal([{ value: note }]);
      expect(card!.REV?.value).to.equal(`${checked.replaceAll('-', '')}T000000Z`);
      expect(card!.ADR?.map(({ value }) => value)).to.deep.equal(
        place && access !== 'referral-15' && id !== 'sos-medecins-auxerre'
          ? [
              {
                postOfficeBox: [''],
                extendedAddress: [''],
                streetAddress: [place.street ?? ''],
                locality: [place.town],
                region: [''],
                postalCode: [place.postcode ?? ''],
                countryName: ['France'],
              },
            ]
          : undefined,
      );
    });
  }
});

describe('vCard: what the caller adds', () => {
  it('a maison médicale de garde is reached through 15: its number, no address', () => {
    const note = 'Appelez le 15 : lui seul y envoie.';
    const [card] = read({ record: byId('mmg-auxerre'), phones: samu.phones, note });
    expect(card!.FN[0].value).to.equal('Maison médicale de garde d’Auxerre');
    expect(card!.TEL?.map(({ value }) => value)).to.deep.equal(['tel:15']);
    expect(card!.ADR).to.equal(undefined);
    expect(card!.NOTE?.[0].value).to.equal(note);
  });

  it('nobody goes there by its street either, should a directory have it', () => {
    const record = directory.channels.find(({ id }) => id === 'mmg-auxerre')!;
    const text = vcard([{ record: { ...record, place: { ...record.place!, street: '12 rue du Test' } } }]);
    expect(text).not.to.contain('rue du Test');
  });

  it('no phones at all where the caller wants none', () => {
    expect(read({ record: samu, phones: [] })[0]!.TEL).to.equal(undefined);
  });

  const notes: [string, string, string?][] = [
    ['a comma, a semicolon', 'Sur place, sans rendez-vous ; entrée à gauche'],
    ['a backslash', 'C:\\urgences'],
    ['a backslash before what looks like an escape', '\\n \\, \\; \\\\'],
    ['two lines', 'Lundi au samedi\nDimanche : appelez'],
    ['line ends of other systems', 'a\r\nb\rc', 'a\nb\nc'],
    ['a line that would end the card', 'x\r\nEND:VCARD\r\nBEGIN:VCARD', 'x\nEND:VCARD\nBEGIN:VCARD'],
    ['colons and quotes', 'dit "15": tel:15'],
    ['two-octet characters at the fold', 'é'.repeat(200)],
    ['three-octet characters at the fold', `x${'’'.repeat(200)}`],
    ['four-octet characters at the fold', `xy${'🚑'.repeat(90)}`],
    ['spaces at the fold', ' a '.repeat(100).trim()],
  ];
  for (const [title, note, expected = note] of notes) {
    it(`a note with ${title}`, () => {
      const cards = read({ record: samu, note });
      expect(cards).to.have.length(1);
      expect(cards[0]!.NOTE).to.deep.equal([{ value: expected }]);
    });
  }

  it('an empty note is none', () => expect(vcard([{ record: samu, note: '' }])).not.to.contain('NOTE'));

  it('text in an address is kept within its component', () => {
    const channel = directory.channels.find(({ id }) => id === 'urgences-joigny')!;
    const record = { ...channel, place: { ...channel.place!, street: '3 quai; bât. A, 2e', town: 'Joi\\gny' } };
    const { value } = read({ record })[0]!.ADR![0];
    expect([value.streetAddress, value.locality]).to.deep.equal([['3 quai; bât. A, 2e'], ['Joi\\gny']]);
  });
});

describe('vCard: the text itself', () => {
  it('of one contact', () => {
    expect(vcard([{ record: byId('sos-medecins-sens'), note: 'Rendez-vous en ligne, ou par téléphone.' }])).to.equal(
      [
        'BEGIN:VCARD',
        'VERSION:4.0',
        'KIND:org',
        'UID;VALUE=text:yonne-soins-sos-medecins-sens',
        'FN:SOS Médecins Sens',
        'ORG:SOS Médecins Sens',
        'TEL;VALUE=uri;TYPE=voice:tel:0820800201',
        'TEL;VALUE=uri;TYPE=voice:tel:3624',
        'ADR:;;36 rue de Paris;Saint-Clément;;89100;France',
        'URL:https://rdvasos.fr/',
        'NOTE:Rendez-vous en ligne\\, ou par téléphone.',
        'REV:20261122T000000Z',
        'END:VCARD',
        '',
      ].join('\r\n'),
    );
  });

  it('of none is empty', () => expect(vcard([])).to.equal(''));

  // "NOTE:" has 5 octets: a line holds 70 more, the next 74 after its space.
  const folds: [string, number[]][] = [
    ['x'.repeat(70), [75]],
    ['x'.repeat(71), [75, 2]],
    ['x'.repeat(70 + 74), [75, 75]],
    ['x'.repeat(70 + 75), [75, 75, 2]],
    ['é'.repeat(36), [75, 3]],
    [`x${'é'.repeat(35)}`, [74, 3]],
    [`x${'🚑'.repeat(18)}`, [74, 5]],
  ];
  for (const [note, expected] of folds) {
    it(`${[...note].length} characters, ${octets(note)} octets, in lines of ${expected.join(', ')}`, () => {
      const lines = physicalLines(vcard([{ record: samu, note }]));
      const first = lines.findIndex((line) => line.startsWith('NOTE:'));
      expect(lines.slice(first, first + expected.length).map(octets)).to.deep.equal(expected);
      expect(lines[first + expected.length]).to.match(/^REV/);
    });
  }

  it('never has a line over 75 octets, nor a split character', () => {
    const note = 'Accès : 15, puis… « sur place » 🚑 '.repeat(20);
    for (const line of physicalLines(vcard(records.map((record) => ({ record, note }))))) {
      expect(octets(line), line).to.be.at.most(75);
      expect(isWhole(line), line).to.equal(true);
    }
  });
});
