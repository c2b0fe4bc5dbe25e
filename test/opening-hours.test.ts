import { expect } from '@open-wc/testing';
import directoryJson from '../data/directory.json';
import { createCalendar, type PublicHoliday, parseInstant } from '../src/time/calendar.ts';
import { intervals, nextChange, OpeningHoursError, parseOpeningHours, stateAt } from '../src/time/opening-hours.ts';

const calendar = createCalendar(directoryJson.publicHolidays as PublicHoliday[]);
const paris = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'short' });
const at = (text: string) => parseInstant(text)!;

describe('opening hours: equivalent strings, and when they are not closed', () => {
  // Each row: strings that mean the same, from, to, then every interval that is not closed.
  const rows: [string[], string, string, string[]][] = [
    [
      ['Mo-Fr 08:00-20:00', 'Mo,Tu,We,Th,Fr 08:00-20:00', 'Mo-Su 08:00-20:00; Sa,Su off'],
      '2026-11-20',
      '2026-11-24',
      ['2026-11-20 08:00 – 2026-11-20 20:00 open', '2026-11-23 08:00 – 2026-11-23 20:00 open'],
    ],
    [
      ['Sa-Mo 10:00-12:00', 'Su,Mo,Sa 10:00-12:00'],
      '2026-11-20',
      '2026-11-23',
      ['2026-11-21 10:00 – 2026-11-21 12:00 open', '2026-11-22 10:00 – 2026-11-22 12:00 open'],
    ],
    [
      ['24/7', '00:00-24:00', 'Mo-Su 00:00-24:00'],
      '2026-11-20',
      '2026-11-21',
      ['2026-11-20 00:00 – 2026-11-21 00:00 open'],
    ],
    [['Fr 20:00-02:00', 'Fr 20:00-26:00'], '2026-11-20', '2026-11-22', ['2026-11-20 20:00 – 2026-11-21 02:00 open']],
    [
      ['Mo-Fr 09:00-12:00,14:00-18:00'],
      '2026-11-20',
      '2026-11-21',
      ['2026-11-20 09:00 – 2026-11-20 12:00 open', '2026-11-20 14:00 – 2026-11-20 18:00 open'],
    ],
    [['Mo-Sa 08:00-20:00; PH off'], '2026-11-11', '2026-11-12', []],
    [
      ['Mo-Sa 08:00-20:00; PH unknown', 'Mo-Sa 08:00-20:00; PH unknown "sur appel"'],
      '2026-11-11',
      '2026-11-12',
      ['2026-11-11 00:00 – 2026-11-12 00:00 unknown'],
    ],
    [
      ['Mo-Sa 08:00-20:00; PH 08:00-20:00 unknown; Su off'],
      '2027-08-14',
      '2027-08-17',
      ['2027-08-14 08:00 – 2027-08-14 20:00 open', '2027-08-16 08:00 – 2027-08-16 20:00 open'],
    ],
    [
      [
        '08:00-20:00; 2026 Aug 10-Aug 23 off',
        '08:00-20:00; 2026 Aug 10-23 off',
        '08:00-20:00; 2026 Aug 10-2026 Aug 23 off',
      ],
      '2026-08-09',
      '2026-08-25',
      ['2026-08-09 08:00 – 2026-08-09 20:00 open', '2026-08-24 08:00 – 2026-08-24 20:00 open'],
    ],
    [
      ['Mo-Su 08:00-20:00; 2026 Dec 24 08:00-12:00'],
      '2026-12-24',
      '2026-12-25',
      ['2026-12-24 08:00 – 2026-12-24 12:00 open'],
    ],
    [['2026 Dec 24-2027 Jan 02 10:00-11:00'], '2027-01-02', '2027-01-04', ['2027-01-02 10:00 – 2027-01-02 11:00 open']],
    [['Mo-Su 01:00-04:00'], '2026-03-29', '2026-03-30', ['2026-03-29 01:00 – 2026-03-29 04:00 open']],
    [
      ['Mo-Su 02:30-04:00'],
      '2026-10-25',
      '2026-10-26',
      ['2026-10-25 02:30 – 2026-10-25 02:00 open', '2026-10-25 02:30 – 2026-10-25 04:00 open'],
    ],
  ];
  for (const [texts, from, to, expected] of rows) {
    for (const text of texts) {
      it(`${text}, ${from} to ${to}`, () => {
        const found = intervals(parseOpeningHours(text), at(from), at(to), calendar).filter(
          ({ state }) => state !== 'closed',
        );
        expect(
          found.map((span) => `${paris.format(span.from)} – ${paris.format(span.to)} ${span.state}`),
        ).to.deep.equal(expected);
      });
    }
  }
});

describe('opening hours: boundaries and changes', () => {
  const hours = parseOpeningHours('Mo-Sa 08:00-20:00; PH 08:00-20:00 unknown; Su off');
  const rows: [string, string, string, string][] = [
    ['the minute before opening is closed', '2026-11-24T07:59', 'closed', '2026-11-24T08:00'],
    ['08:00 belongs to what begins', '2026-11-24T08:00', 'open', '2026-11-24T20:00'],
    ['20:00 too', '2026-11-24T20:00', 'closed', '2026-11-25T08:00'],
    ['Saturday evening to Monday', '2026-11-21T20:00', 'closed', '2026-11-23T08:00'],
    ['11 November is to be confirmed', '2026-11-11T10:00', 'unknown', '2026-11-11T20:00'],
    ['spring night', '2026-03-28T21:00', 'closed', '2026-03-30T08:00'],
  ];
  for (const [title, when, state, change] of rows) {
    it(title, () => {
      expect(stateAt(hours, at(when), calendar)).to.equal(state);
      expect(nextChange(hours, at(when), calendar)).to.equal(at(change));
    });
  }

  for (const text of ['24/7', '00:00-24:00', 'Mo-Su 00:00-24:00', 'unknown', 'Mo off', '2020 Jan 01 08:00-10:00']) {
    it(`"${text}" never changes after 2026`, () =>
      expect(nextChange(parseOpeningHours(text), at('2026-11-22'), calendar)).to.equal(undefined));
  }

  it('the day after a change of the clocks has the evening before it, not the one 24 hours ago', () => {
    // The reference takes Saturday for yesterday: its oracle leaves these days out.
    const hours = parseOpeningHours('Mo-Su 05:45-16:15; We,Th-Sa 21:00-09:45 unknown');
    expect(stateAt(hours, at('2027-03-28T09:44'), calendar)).to.equal('unknown');
    expect(stateAt(hours, at('2027-03-29T00:30'), calendar)).to.equal('closed');
    expect(stateAt(hours, at('2027-10-31T09:44'), calendar)).to.equal('unknown');
    expect(stateAt(hours, at('2027-11-01T00:30'), calendar)).to.equal('closed');
  });

  for (const [when, found] of [
    ['2028-11-01', true],
    ['2041-05-02', false],
  ] as const)
    it(`a closure at ${when} is ${found ? 'found' : 'past the two years that are searched'}`, () => {
      const [year, , day] = when.split('-');
      const hours = parseOpeningHours(`24/7; ${year} ${found ? 'Nov' : 'May'} ${day} off`);
      expect(nextChange(hours, at('2026-11-22'), calendar)).to.equal(found ? at(when) : undefined);
    });
});

describe('opening hours outside the subset are refused: where, what, what was expected', () => {
  const rows: [string, number, RegExp][] = [
    ['', 1, /found the end, expected hours/],
    ['Mo-Su 8h-20h', 7, /found "8h-20h", expected a time such as 08:00/],
    ['Lu-Ve 08:00-20:00', 1, /found "Lu-Ve 08:00-", expected a week day/],
    ['Mo-Fr', 6, /found the end, expected hours/],
    ['Mo-Fr 08:00', 12, /found the end, expected "-"/],
    ['Mo-Fr 08:00-', 13, /found the end, expected a time/],
    ['Mo-Fr 08:00-20:00,', 19, /found the end, expected a time/],
    ['Mo-Fr 08:60-20:00', 7, /expected a time/],
    ['Mo-Fr 24:00-26:00', 7, /expected a time up to 23:59$/],
    ['Mo-Fr 08:00-08:00', 7, /expected a span of up to 24 hours/],
    ['Mo-Fr 08:00-49:00', 13, /expected a time up to 48:00/],
    ['Mo-Fr 08:00-20:00 || "sur appel"', 19, /found "\|\| "sur appe/],
    ['Mo-Fr 08:00-20:00; 10:00-12:00', 20, /expected the days/],
    ['Mo-Fr 08:00-20:00; 24/7', 20, /expected the days/],
    ['Mo-Fr sunrise-sunset', 7, /expected hours/],
    ['week 1-10 Mo 08:00-20:00', 1, /expected/],
    ['Dec 24 off', 1, /found "Dec 24 off", expected a week day/],
    ['2026 Dez 24 off', 1, /expected a date such as 2026 Dec 24/],
    ['2026 Feb 30 off', 1, /expected a day that Feb 2026 has/],
    ['2026 Dec 24-20 off', 13, /expected a last day after the first/],
    ['PH Mo-Fr 08:00-20:00', 4, /expected hours/],
    ['Mo-Fr 08:00-20:00 open', 19, /found "open"/],
  ];
  for (const [text, position, message] of rows) {
    it(`"${text}"`, () => {
      try {
        parseOpeningHours(text);
      } catch (error) {
        expect(error).to.be.instanceOf(OpeningHoursError);
        expect((error as OpeningHoursError).message).to.match(message);
        expect((error as OpeningHoursError).position + 1).to.equal(position);
        return;
      }
      expect.fail('accepted');
    });
  }
});
