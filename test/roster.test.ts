import { expect } from '@open-wc/testing';
import { parse } from 'csv-parse/browser/esm/sync';
import { parsePhoneNumber } from 'libphonenumber-js';
import { rosterProblemText } from '../components/garde-screen/roster-words.ts';
import {
  type Duty,
  decodeRoster,
  dutiesAt,
  isFatal,
  nextDutyChange,
  parseCsv,
  parseRoster,
  type Roster,
} from '../src/roster.ts';
import { DAY, MINUTE } from '../src/time/calendar.ts';
import { chance } from './chance.ts';

const HOUR = 60 * MINUTE;
const HEADER = 'from;to;name;address;town;phone';
const at = (iso: string) => Date.parse(iso);
/** A roster with these lines below the usual header: the first is line 2. */
const roster = (...lines: string[]) => parseRoster([HEADER, ...lines, ''].join('\n'));
const names = (duties: readonly Duty[]) => duties.map(({ name }) => name);
/** What the pharmacist reads, with plain spaces. */
const messages = ({ problems }: Roster) =>
  problems.map((problem) => rosterProblemText(problem).replace(/\u00a0/g, ' '));

const SAMPLE = [
  '23/11/2026 09:00;24/11/2026 09:00;Pharmacie du Marché;3 place des Cordeliers;Auxerre;03 86 65 91 82',
  '24/11/2026 09:00;25/11/2026 09:00;Pharmacie de l’Étoile;;Sens;',
];
const DUTIES: Duty[] = [
  {
    from: at('2026-11-23T09:00+01:00'),
    to: at('2026-11-24T09:00+01:00'),
    name: 'Pharmacie du Marché',
    address: '3 place des Cordeliers',
    town: 'Auxerre',
    phone: '03 86 65 91 82',
  },
  {
    from: at('2026-11-24T09:00+01:00'),
    to: at('2026-11-25T09:00+01:00'),
    name: 'Pharmacie de l’Étoile',
    town: 'Sens',
  },
];

describe('a roster is read as the pharmacist’s spreadsheet writes it', () => {
  const objects = [
    {
      from: '2026-11-23T09:00',
      to: '2026-11-24T09:00',
      name: 'Pharmacie du Marché',
      address: '3 place des Cordeliers',
      town: 'Auxerre',
      phone: 386659182,
    },
    { début: '24/11/2026 9h00', fin: '25/11/2026 9h00', nom: 'Pharmacie de l’Étoile', commune: 'Sens', note: null },
  ];
  const rows: [string, string][] = [
    ['semicolons', [HEADER, ...SAMPLE].join('\n')],
    ['semicolons, line breaks of Windows, BOM', `\ufeff${[HEADER, ...SAMPLE, ''].join('\r\n')}`],
    ['line breaks of old Macs', [HEADER, ...SAMPLE, ''].join('\r')],
    ['commas', [HEADER, ...SAMPLE, ''].join('\n').replace(/;/g, ',')],
    ['tabs: pasted from a spreadsheet', [HEADER, ...SAMPLE].join('\n').replace(/;/g, '\t')],
    ['every cell in quotes', `\ufeff${[HEADER, ...SAMPLE].join('\n').replace(/[^;\n]+/g, '"$&"')}`],
    ['spaces around cells', [HEADER, ...SAMPLE].join('\n').replace(/;/g, ' ; ')],
    ['quotes after spaces', [HEADER, ...SAMPLE].join('\n').replace(/[^;\n]+/g, ' "$&"')],
    ['French headers', ['début;fin;nom;adresse;ville;téléphone', ...SAMPLE].join('\n')],
    ['loud French headers', ['DEBUT;FIN;NOM;ADRESSE;COMMUNE;TELEPHONE', ...SAMPLE].join('\n')],
    [
      'wordy French headers',
      [
        'Date et heure de début;Date et heure de fin;Pharmacie de garde;Adresse de la pharmacie;Ville (89);N° de tél.',
        ...SAMPLE,
      ].join('\n'),
    ],
    ['headers du, au', ['Du;Au;Officine;Rue;Localité;Tél', ...SAMPLE].join('\n')],
    ['an accent in two characters', ['de\u0301but;fin;nom;adresse;ville;te\u0301l', ...SAMPLE].join('\n')],
    ['a title and an empty line above', ['Gardes, secteur 4;;;;;', ';;;;;', HEADER, ...SAMPLE].join('\n')],
    ['Excel’s first line', ['sep=;', HEADER, ...SAMPLE].join('\n')],
    ['empty lines', ['', HEADER, '', SAMPLE[0], ';;;;;', '  ', SAMPLE[1], ';;;;;', '', ''].join('\n')],
    ['lines in any order', [HEADER, SAMPLE[1], SAMPLE[0], ''].join('\n')],
    ['other columns', [HEADER, ...SAMPLE].map((line, i) => `${i};${line};x`).join('\n')],
    ['other order of columns', [HEADER, ...SAMPLE].map((line) => line.split(';').reverse().join(';')).join('\n')],
    ['JSON', JSON.stringify(objects)],
    ['JSON with a BOM, on many lines', `\ufeff\n${JSON.stringify(objects, null, 2)}\n`],
  ];
  for (const [title, text] of rows) {
    it(title, () => expect(parseRoster(text)).to.deep.equal({ duties: DUTIES, problems: [] }));
  }

  it('separators, line breaks and quotes in a cell', () => {
    const { duties } = roster(
      '23/11/2026 09:00;24/11/2026 09:00;"Pharmacie ""du; Pont""";"3 rue du Temple,\r\n  bâtiment B";Auxerre;',
    );
    expect(duties[0]).to.include({ name: 'Pharmacie "du; Pont"', address: '3 rue du Temple, bâtiment B' });
  });

  it('a quote amid a cell is text', () =>
    expect(roster('23/11/2026 09:00;24/11/2026 09:00;Pharmacie "du Pont";;;').duties[0]!.name).to.equal(
      'Pharmacie "du Pont"',
    ));

  it('markup stays text', () => {
    const markup = '<img src=x onerror=alert(1)> & <script>alert(2)</script>';
    const { duties, problems } = roster(`23/11/2026 09:00;24/11/2026 09:00;${markup};${markup};\u202e${markup};`);
    expect(problems).to.deep.equal([]);
    expect(duties[0]).to.include({ name: markup, address: markup, town: `\u202e${markup}` });
  });

  it('names of a JSON object that every object has are no columns', () =>
    expect(
      parseRoster('[{"__proto__":{"name":"x"},"from":"2026-11-23 09:00","to":"2026-11-24 09:00","constructor":"y"}]')
        .duties,
    ).to.deep.equal([]));
});

describe('encodings', () => {
  const text = [HEADER, ...SAMPLE, ''].join('\n');
  const utf8 = (content: string) => new TextEncoder().encode(content);
  /** By hand: Latin 1, but for the apostrophe. */
  const windows = (content: string) =>
    Uint8Array.from(content, (character) => (character === '’' ? 0x92 : character.charCodeAt(0)));
  const utf16 = (content: string) => new Uint8Array(Uint16Array.from(content, (c) => c.charCodeAt(0)).buffer);
  const rows: [string, Uint8Array, string][] = [
    ['UTF-8', utf8(text), text],
    ['UTF-8 with BOM', utf8(`\ufeff${text}`), text],
    ['UTF-8 with BOM, without an accent', utf8('\ufeffnom'), 'nom'],
    ['UTF-8 cut amid a character', utf8('été à Hé').slice(0, -1), 'été à H'],
    ['UTF-8 with BOM, cut amid its only accent', utf8('\ufeffmarché').slice(0, -1), 'march'],
    ['Windows-1252', windows(text), text],
    ['Windows-1252, its only accent at the end', windows('Pharmacie du Marché'), 'Pharmacie du Marché'],
    ['UTF-16 of Excel', utf16(`\ufeff${text}`), text],
    ['nothing', new Uint8Array(), ''],
  ];
  for (const [title, bytes, expected] of rows) {
    it(title, () => expect(decodeRoster(bytes)).to.equal(expected));
  }

  it('a workbook that was not saved as CSV is no roster', () => {
    const random = chance(4);
    const zip = Uint8Array.from({ length: 20_000 }, (_, i) => (i < 4 ? [80, 75, 3, 4][i]! : random.below(256)));
    expect(parseRoster(decodeRoster(zip)).problems.map(({ kind }) => kind)).to.deep.equal(['not-a-roster']);
  });
});

describe('dates are read in Paris time', () => {
  const rows: [string, string][] = [
    ['23/11/2026 09:00', '2026-11-23T09:00+01:00'],
    ['23/11/2026 9:00', '2026-11-23T09:00+01:00'],
    ['23/11/2026 09:00:30', '2026-11-23T09:00:30+01:00'],
    ['23/11/2026 9h00', '2026-11-23T09:00+01:00'],
    ['23/11/2026 9h', '2026-11-23T09:00+01:00'],
    ['23/11/2026 09 H 30', '2026-11-23T09:30+01:00'],
    ['23/11/2026 à 9h30', '2026-11-23T09:30+01:00'],
    ['23/11/2026\u00a0\u00a009:00', '2026-11-23T09:00+01:00'],
    ['23/11/26 09:00', '2026-11-23T09:00+01:00'],
    ['01/01/20 09:00', '2020-01-01T09:00+01:00'],
    ['1/7/2026 0h00', '2026-07-01T00:00+02:00'],
    ['23-11-2026 09:00', '2026-11-23T09:00+01:00'],
    ['23.11.2026 09:00', '2026-11-23T09:00+01:00'],
    ['2026-11-23T09:00', '2026-11-23T09:00+01:00'],
    ['2026-11-23 09:00', '2026-11-23T09:00+01:00'],
    ['2026-11-23 9h00', '2026-11-23T09:00+01:00'],
    ['2026-11-23T09:00:30.500', '2026-11-23T09:00:30.500+01:00'],
    ['2026-11-23T09:00Z', '2026-11-23T10:00+01:00'],
    ['2026-11-23T09:00:00-05:00', '2026-11-23T15:00+01:00'],
    ['29/02/2028 09:00', '2028-02-29T09:00+01:00'],
    ['25/10/2026 02:30', '2026-10-25T02:30+02:00'],
    ['29/03/2026 02:30', '2026-03-29T03:30+02:00'],
  ];
  for (const [text, expected] of rows) {
    it(`"${text}" is ${expected}`, () => {
      const [duty] = roster(`${text};31/12/2099 23:59;Pharmacie;;;`).duties;
      expect(duty!.from).to.equal(at(expected));
    });
  }

  for (const text of [
    '31/02/2026 09:00',
    '29/02/2026 09:00',
    '11/23/2026 09:00',
    '00/01/1900 00:00',
    '23/11/1926 09:00',
    '23/11/0026 09:00',
    '23/11/2026 24:30',
    '23/11/2026 09:60',
    '23/11/2026 09',
    '23/11/2026 9:00 PM',
    '23/11 09:00',
    '2026-11 09:00',
    '46349,375',
    '#####',
    'lundi',
    '09:00',
    '2026-11-23T09:00+99:99',
  ]) {
    it(`"${text}" is refused and named`, () => {
      const { duties, problems } = roster(`${text};31/12/2099 23:59;Pharmacie;;;`);
      expect(duties).to.deep.equal([]);
      expect(problems[1]).to.deep.equal({ line: 2, kind: 'bad-date', column: 'from', value: text });
    });
  }

  for (const text of ['23/11/2026', '2026-11-23', '3/1/26']) {
    it(`"${text}" has no time: nobody guesses one`, () => {
      const { duties, problems } = roster(`31/12/2019 23:59;${text};Pharmacie;;;`);
      expect(duties).to.deep.equal([]);
      expect(problems[1]).to.deep.equal({ line: 2, kind: 'missing-time', column: 'to', value: text });
    });
  }
});

describe('phones are read as people write them, or left out', () => {
  const phoneOf = (text: string) => roster(`23/11/2026 09:00;24/11/2026 09:00;Pharmacie;;;${text}`);
  const rows: [string, string][] = [
    ['03 86 65 91 82', '03 86 65 91 82'],
    ['0386659182', '03 86 65 91 82'],
    ['386659182', '03 86 65 91 82'],
    ['338665918', '03 38 66 59 18'],
    ['03.86.65.91.82', '03 86 65 91 82'],
    ['03-86-65-91-82', '03 86 65 91 82'],
    ['03/86/65/91/82', '03 86 65 91 82'],
    ['03\u00a086\u202f65 91 82', '03 86 65 91 82'],
    ['+33 3 86 65 91 82', '03 86 65 91 82'],
    ['+33 (0)3 86 65 91 82', '03 86 65 91 82'],
    ['0033386659182', '03 86 65 91 82'],
    ['33386659182', '03 86 65 91 82'],
    ['820890000', '0 820 89 00 00'],
    ['3237', '3237'],
    ['32 37', '3237'],
  ];
  for (const [text, expected] of rows) {
    it(`"${text}" is ${expected}`, () => {
      const { duties, problems } = phoneOf(text);
      expect(duties[0]!.phone).to.equal(expected);
      expect(problems).to.deep.equal([]);
    });
  }

  for (const text of [
    '03 86 65 91',
    '3,87E+08',
    '+32 2 555 12 12',
    '1234',
    '03 86 65 91 82 / 06 12 34 56 78',
    'fermé',
  ]) {
    it(`"${text}" is named, the duty stays`, () => {
      const { duties, problems } = phoneOf(text);
      expect(names(duties)).to.deep.equal(['Pharmacie']);
      expect(duties[0]).not.to.have.property('phone');
      expect(problems).to.deep.equal([{ line: 2, kind: 'bad-phone', value: text }]);
      expect(problems.some(isFatal)).to.equal(false);
    });
  }

  it('500 random numbers as libphonenumber formats them', () => {
    const random = chance(33);
    for (let i = 0; i < 500; i++) {
      const text = String(100_000_000 + random.below(800_000_000));
      const phone = parsePhoneNumber(text, 'FR');
      if (phone.isValid()) expect(phoneOf(text).duties[0]!.phone).to.equal(phone.formatNational());
    }
  });
});

describe('what is wrong is said line by line, in French', () => {
  const rows: [string, string, string[], string[]][] = [
    [
      'an end before its beginning',
      [HEADER, ...SAMPLE, '26/11/2026 09:00;25/11/2026 09:00;Pharmacie;;;', ''].join('\n'),
      ['Pharmacie du Marché', 'Pharmacie de l’Étoile'],
      ['ligne 4 : la fin précède le début : « 25/11/2026 09:00 », attendu après jeudi 26 novembre, 9 h'],
    ],
    [
      'empty lines and line breaks in quotes count as rows of the spreadsheet',
      [
        HEADER,
        '',
        SAMPLE[0]!.replace('3 place', '"3\nplace').replace('Cordeliers', 'Cordeliers"'),
        '',
        '31/02/2026 09:00;25/11/2026 09:00;Pharmacie;;;',
        '',
      ].join('\n'),
      ['Pharmacie du Marché'],
      ['ligne 5 : début « 31/02/2026 09:00 » : date inexistante ou illisible, attendu par exemple 23/11/2026 09:00'],
    ],
    [
      'all faults of a line',
      [HEADER, ...SAMPLE, ';26/11/2026;  ;1 rue Haute;Sens;12', ''].join('\n'),
      ['Pharmacie du Marché', 'Pharmacie de l’Étoile'],
      [
        'ligne 4 : case « début » vide : début, fin et nom attendus',
        'ligne 4 : case « nom » vide : début, fin et nom attendus',
        'ligne 4 : fin « 26/11/2026 » : heure absente, attendu par exemple 23/11/2026 09:00',
      ],
    ],
    [
      'a phone',
      [HEADER, SAMPLE[0]!.replace('82', '8'), ''].join('\n'),
      ['Pharmacie du Marché'],
      ['ligne 2 : téléphone « 03 86 65 91 8 » non affiché : attendu un numéro comme 03 86 65 91 82'],
    ],
    [
      'a gap, from the last end so far',
      [HEADER, ...SAMPLE, '26/11/2026 20:00;27/11/2026 09:00;Pharmacie du Pont;;;', ''].join('\n'),
      ['Pharmacie du Marché', 'Pharmacie de l’Étoile', 'Pharmacie du Pont'],
      ['ligne 4 : aucune garde du mercredi 25 novembre, 9 h au jeudi 26 novembre, 20 h : l’écran affiche le 32 37'],
    ],
    [
      'an overlap: both stay',
      [HEADER, ...SAMPLE, '24/11/2026 20:00;25/11/2026 09:00;Pharmacie du Pont;;;', ''].join('\n'),
      ['Pharmacie du Marché', 'Pharmacie de l’Étoile', 'Pharmacie du Pont'],
      [
        'ligne 4 : en même temps qu’une autre (ligne 3) du mardi 24 novembre, 20 h au mercredi 25 novembre, 9 h : les deux sont affichées',
      ],
    ],
    [
      'a line twice is shown once',
      [HEADER, SAMPLE[0], SAMPLE[0], SAMPLE[1], ''].join('\n'),
      ['Pharmacie du Marché', 'Pharmacie de l’Étoile'],
      ['ligne 3 : garde déjà donnée (ligne 2) : une seule fois attendue'],
    ],
    [
      'a wrong year',
      [HEADER, SAMPLE[0]!.replace('24/11/2026', '24/11/2027'), ''].join('\n'),
      ['Pharmacie du Marché'],
      ['ligne 2 : garde de plus de deux semaines, jusqu’au mercredi 24 novembre, 9 h : vérifiez l’année'],
    ],
    [
      'a column',
      ['début;fin;adresse', '23/11/2026 09:00;24/11/2026 09:00;3 place des Cordeliers', ''].join('\n'),
      [],
      [
        'aucune garde dans « début;fin;adresse 23/11/2026 09:00;24/11 » : feuille attendue en CSV, avec les colonnes début, fin et nom',
        'ligne 1 : colonne « nom » absente de l’en-tête : attendu début, fin et nom',
      ],
    ],
    [
      'an object of a JSON array',
      '[{"from":"2026-11-23 09:00","to":"2026-11-24 09:00","name":"A"},null,{"name":"B","from":20261123}]',
      ['A'],
      [
        'élément 2 : case « début » vide : début, fin et nom attendus',
        'élément 2 : case « fin » vide : début, fin et nom attendus',
        'élément 2 : case « nom » vide : début, fin et nom attendus',
        'élément 3 : case « fin » vide : début, fin et nom attendus',
        'élément 3 : début « 20261123 » : date inexistante ou illisible, attendu par exemple 23/11/2026 09:00',
      ],
    ],
  ];
  for (const [title, text, expected, said] of rows) {
    it(title, () => {
      const read = parseRoster(text);
      expect(names(read.duties)).to.deep.equal(expected);
      expect(messages(read)).to.deep.equal(said);
    });
  }

  it('a no-break space before each colon', () => {
    for (const [, text] of rows) {
      for (const problem of parseRoster(text).problems)
        expect(rosterProblemText(problem)).not.to.match(/[^\u00a0] [:»]|« /);
    }
  });
});

describe('a file that is no roster, or half of one', () => {
  const nothing: [string, string][] = [
    ['nothing', ''],
    ['white space', ' \r\n\n\t\n'],
    [
      'the page of a 404',
      '<!DOCTYPE html>\n<html lang="fr"><head><title>404; introuvable, page du nom de garde</title></head>\n<body>Début, fin</body></html>',
    ],
    ['an error in JSON', '{"error":"not found","from":"x","to":"y"}'],
    ['JSON of something else', '[1,"from",[],{}]'],
    ['an empty JSON array', '[]'],
    ['broken JSON', '[{"from":}]'],
    ['a header alone', `${HEADER}\n`],
    ['no header', `${SAMPLE.join('\n')}\n`],
    ['one long line without separators', 'QUJD'.repeat(100_000)],
    ['quotes only', '"'.repeat(100_001)],
  ];
  for (const [title, text] of nothing) {
    it(title, () => {
      const { duties, problems } = parseRoster(text);
      expect(duties).to.deep.equal([]);
      const value = text.replace(/\s+/g, ' ').trim().slice(0, 40);
      expect(problems[0]).to.deep.equal({ line: undefined, kind: 'not-a-roster', value });
      expect(isFatal(problems[0]!)).to.equal(true);
    });
  }

  const whole = [HEADER, ...SAMPLE.map((line) => line.replace(/;$/, ';0386000000')), ''].join('\n');

  it('cut anywhere: no duty that the whole file has not, and no address or town cut short', () => {
    const { duties } = parseRoster(whole);
    for (let end = 0; end < whole.length; end++) {
      const cut = parseRoster(whole.slice(0, end));
      cut.duties.forEach((duty, i) => {
        const { phone, ...rest } = duty;
        expect(duties[i], `cut at ${end}`).to.include(rest);
        if (phone) expect(phone).to.equal(duties[i]!.phone);
      });
    }
  });

  it('cut amid a line: it says so', () => {
    const { duties, problems } = parseRoster(`${HEADER}\n${SAMPLE[0]}\n${SAMPLE[1]!.slice(0, 40)}`);
    expect(names(duties)).to.deep.equal(['Pharmacie du Marché']);
    expect(problems).to.deep.equal([
      { line: 3, kind: 'truncated' },
      { line: 3, kind: 'missing-value', column: 'name' },
    ]);
  });

  it('a quote that nothing closes: the lines above stay', () => {
    const { duties, problems } = roster(
      SAMPLE[0]!,
      '24/11/2026 09:00;25/11/2026 09:00;"Pharmacie du Pont;;;',
      '25/11/2026 09:00;26/11/2026 09:00;Pharmacie du Port;;;',
    );
    expect(names(duties)).to.deep.equal(['Pharmacie du Marché']);
    expect(problems[0]).to.deep.equal({ line: 3, kind: 'truncated' });
  });

  it('JSON cut short is no roster', () => {
    const read = parseRoster('[{"from":"2026-11-23 09:00","to":"2026-11-24 09:00","name":"A"},{"fr');
    expect(read.duties).to.deep.equal([]);
    expect(read.problems.map(({ kind }) => kind)).to.deep.equal(['truncated', 'not-a-roster']);
  });
});

describe('who is on duty', () => {
  const week = roster(
    ...SAMPLE,
    '25/11/2026 20:00;26/11/2026 08:00;Pharmacie du Pont;;;',
    '25/11/2026 22:00;26/11/2026 08:00;Pharmacie du Port;;;',
  );
  const rows: [string, string, string[], string | undefined][] = [
    ['before its dates', '2026-11-23T08:59:59+01:00', [], '2026-11-23T09:00+01:00'],
    ['from the first minute', '2026-11-23T09:00+01:00', ['Pharmacie du Marché'], '2026-11-24T09:00+01:00'],
    ['to the last', '2026-11-24T08:59:59+01:00', ['Pharmacie du Marché'], '2026-11-24T09:00+01:00'],
    ['at 09:00 the next one', '2026-11-24T09:00+01:00', ['Pharmacie de l’Étoile'], '2026-11-25T09:00+01:00'],
    ['nobody in the gap', '2026-11-25T09:00+01:00', [], '2026-11-25T20:00+01:00'],
    ['one', '2026-11-25T21:00+01:00', ['Pharmacie du Pont'], '2026-11-25T22:00+01:00'],
    ['two together', '2026-11-26T03:00+01:00', ['Pharmacie du Pont', 'Pharmacie du Port'], '2026-11-26T08:00+01:00'],
    ['never after its end', '2026-11-26T08:00+01:00', [], undefined],
  ];
  for (const [title, moment, expected, change] of rows) {
    it(`${title}: ${moment}`, () => {
      expect(names(dutiesAt(week, at(moment)))).to.deep.equal(expected);
      expect(nextDutyChange(week, at(moment))).to.equal(change && at(change));
    });
  }

  const nights: [string, string, string, number][] = [
    ['an ordinary night', '23/10/2026 20:00', '24/10/2026 09:00', 13],
    ['the autumn night has an hour more', '24/10/2026 20:00', '25/10/2026 09:00', 14],
    ['the spring night has an hour less', '28/03/2026 20:00', '29/03/2026 09:00', 12],
  ];
  for (const [title, from, to, hours] of nights) {
    it(title, () => {
      const night = roster(`${from};${to};Pharmacie;;;`);
      const [duty] = night.duties;
      expect(duty!.to - duty!.from).to.equal(hours * HOUR);
      for (let hour = 0; hour < hours; hour++) expect(dutiesAt(night, duty!.from + hour * HOUR)).to.deep.equal([duty]);
      expect(dutiesAt(night, duty!.from + hours * HOUR)).to.deep.equal([]);
    });
  }

  it('an empty roster never changes', () => {
    expect(nextDutyChange(parseRoster(''), 0)).to.equal(undefined);
    expect(dutiesAt(parseRoster(''), 0)).to.deep.equal([]);
  });
});

describe('10,000 lines', () => {
  const two = (number: number) => String(number).padStart(2, '0');
  const first = Date.UTC(2026, 0, 1);
  const date = (day: number) => {
    const utc = new Date(first + day * DAY);
    return `${two(utc.getUTCDate())}/${two(utc.getUTCMonth() + 1)}/${utc.getUTCFullYear()} 09:00`;
  };
  const lines = Array.from({ length: 10_000 }, (_, i) => `${date(i)};${date(i + 1)};Pharmacie ${i};1 rue Haute;Sens;`);

  it('without a problem, each day its own', () => {
    const read = roster(...lines);
    expect(read.problems).to.deep.equal([]);
    expect(read.duties.length).to.equal(10_000);
    const random = chance(10);
    for (let i = 0; i < 50; i++) {
      const day = random.below(10_000);
      const noon = first + day * DAY + 12 * HOUR;
      expect(names(dutiesAt(read, noon))).to.deep.equal([`Pharmacie ${day}`]);
      expect(nextDutyChange(read, noon)).to.equal(read.duties[day]!.to);
    }
  });

  it('in any order', () => {
    const random = chance(11);
    const shuffled = lines.map((line) => ({ line, rank: random.next() })).sort((a, b) => a.rank - b.rank);
    expect(roster(...shuffled.map(({ line }) => line))).to.deep.equal(roster(...lines));
  });

  it('all wrong: each is named', () => {
    const { duties, problems } = roster(...lines.map((line) => line.replace(/\/20/g, '/19')));
    expect(duties).to.deep.equal([]);
    expect(problems.length).to.equal(20_001);
  });
});

describe('the CSV reader against csv-parse', () => {
  for (const separator of [';', ',', '\t']) {
    it(`2,000 generated files, separator ${JSON.stringify(separator)}`, () => {
      const random = chance(separator.charCodeAt(0));
      const pieces = ['a', 'é', '"', ' ', ';', ',', '\t', '\n', '\r\n', '1', ''];
      for (let i = 0; i < 2000; i++) {
        const end = random.of(['\n', '\r\n', '\r']);
        const cell = () => {
          const text = Array.from({ length: random.below(5) }, () => random.of(pieces)).join('');
          const bare = !/["\r\n]/.test(text) && !text.includes(separator) && random.below(3) > 0;
          return bare ? text : `"${text.replace(/"/g, '""')}"`;
        };
        const rows = Array.from({ length: 1 + random.below(5) }, () =>
          Array.from({ length: 1 + random.below(4) }, cell).join(separator),
        );
        // A line that is empty is a row for both; an end of file after a line break is one for us only.
        const text = rows.join(end) + end;
        const expected: string[][] = parse(text, {
          delimiter: separator,
          record_delimiter: end,
          relax_column_count: true,
        });
        expect(parseCsv(text, separator), JSON.stringify(text)).to.deep.equal({
          rows: [...expected, ['']],
          open: false,
        });
      }
    });
  }
});
