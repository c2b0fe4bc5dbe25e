/** The hours of the permanence des soins are those of the directory: other hours, other nights, other moments. */
import { expect } from '@open-wc/testing';
import { loadDirectory } from '../src/directory.ts';
import { regimeAt, upcomingMoments } from '../src/guidance.ts';
import { isNight, pdsaHours } from '../src/pdsa.ts';
import { MINUTE, parseInstant, wallAt } from '../src/time/calendar.ts';
import { parseOpeningHours } from '../src/time/opening-hours.ts';
import { smallDirectory } from './small-directory.ts';

const at = (text: string) => parseInstant(text)!;
const clock = (minutes: number) => new Date(minutes * MINUTE).toISOString().slice(11, 16);

/** The made-up directory with these hours of the permanence des soins. */
function directoryOf(hours: string, bridgeDays: string[] = []) {
  const raw = smallDirectory();
  Object.assign(raw.directory.pdsa, { hours, bridgeDays });
  return loadDirectory(raw);
}

const USUAL = 'Mo-Fr 00:00-08:00,20:00-24:00; Sa 00:00-08:00,12:00-24:00; Su,PH 00:00-24:00';
const EARLY = 'Mo-Fr 00:00-07:00,19:00-24:00; Sa 00:00-07:00,13:00-24:00; Su,PH 00:00-24:00';

describe('the hours of the permanence des soins on ordinary days', () => {
  const rows: [title: string, hours: string, night: string, saturday: string][] = [
    ['from 20:00 to 8:00, and on Saturday from noon', USUAL, '20:00–08:00', '12:00'],
    ['from 19:00 to 7:00, and on Saturday from 13:00', EARLY, '19:00–07:00', '13:00'],
    ['the night as one span', 'Mo-Fr 20:00-08:00; Sa 00:00-08:00,12:00-24:00; Su 00:00-24:00', '20:00–08:00', '12:00'],
    [
      'to the half hour',
      'Mo-Fr 00:00-07:30,18:30-24:00; Sa 00:00-07:30,12:30-24:00; Su,PH 00:00-24:00',
      '18:30–07:30',
      '12:30',
    ],
    ['until midnight only', 'Mo-Fr 20:00-24:00; Sa 12:00-24:00; Su,PH 00:00-24:00', '20:00–00:00', '12:00'],
    ['on Saturday at no time', 'Mo-Fr 00:00-08:00,20:00-24:00; Su 00:00-24:00', '20:00–08:00', '00:00'],
    ['always', '24/7', '00:00–00:00', '00:00'],
  ];
  for (const [title, hours, night, saturday] of rows) {
    it(`${title}: night ${night}, Saturday from ${saturday}`, () => {
      const { nightFrom, nightTo, saturdayFrom } = pdsaHours(parseOpeningHours(hours));
      expect(`${clock(nightFrom)}–${clock(nightTo)}`).to.equal(night);
      expect(clock(saturdayFrom)).to.equal(saturday);
    });
  }

  it('bridge days, a Tuesday or a Saturday, do not change them', () => {
    expect(directoryOf(EARLY, ['2026-05-12', '2026-05-16']).pdsaHours).to.deep.equal(directoryOf(EARLY).pdsaHours);
  });
});

describe('night', () => {
  const rows: [hours: string, time: string, night: boolean][] = [
    [USUAL, '2026-11-24T07:59', true],
    [USUAL, '2026-11-24T08:00', false],
    [USUAL, '2026-11-24T19:59', false],
    [USUAL, '2026-11-24T20:00', true],
    [EARLY, '2026-11-24T06:59', true],
    [EARLY, '2026-11-24T07:00', false],
    [EARLY, '2026-11-24T18:59', false],
    [EARLY, '2026-11-24T19:00', true],
    // Night is by the clock, on the day of 25 hours too.
    [EARLY, '2026-10-25T02:30:00+02:00', true],
    [EARLY, '2026-10-25T02:30:00+01:00', true],
    [EARLY, '2026-10-25T07:00', false],
  ];
  for (const [hours, time, night] of rows) {
    it(`${time} ${night ? 'is' : 'is not'} in it where it begins ${hours === USUAL ? 'at 20:00' : 'at 19:00'}`, () =>
      expect(isNight(directoryOf(hours).pdsaHours, wallAt(at(time)))).to.equal(night));
  }
});

describe('the regime where the night is from 19:00 to 7:00, and Saturday begins at 13:00', () => {
  const directory = directoryOf(EARLY, ['2026-04-03']);
  const rows: [time: string, kind: string, reason: string, until: string][] = [
    ['2026-11-24T06:59', 'pdsa', 'night', '2026-11-24T07:00'],
    ['2026-11-24T07:00', 'daytime', 'day', '2026-11-24T19:00'],
    ['2026-11-24T18:59', 'daytime', 'day', '2026-11-24T19:00'],
    ['2026-11-24T19:00', 'pdsa', 'night', '2026-11-25T07:00'],
    ['2026-11-21T06:00', 'pdsa', 'night', '2026-11-21T07:00'],
    ['2026-11-21T12:59', 'daytime', 'day', '2026-11-21T13:00'],
    ['2026-11-21T13:00', 'pdsa', 'saturday', '2026-11-23T07:00'],
    ['2026-11-21T18:59', 'pdsa', 'saturday', '2026-11-23T07:00'],
    ['2026-11-21T19:00', 'pdsa', 'night', '2026-11-23T07:00'],
    ['2026-11-22T10:00', 'pdsa', 'sunday', '2026-11-23T07:00'],
    ['2026-04-06T10:00', 'pdsa', 'holiday', '2026-04-07T07:00'],
    // The bridge day: the Friday before Easter.
    ['2026-04-03T06:00', 'pdsa', 'night', '2026-04-04T07:00'],
    ['2026-04-03T10:00', 'pdsa', 'bridge-day', '2026-04-04T07:00'],
    ['2026-04-03T19:00', 'pdsa', 'night', '2026-04-04T07:00'],
  ];
  for (const [time, kind, reason, until] of rows) {
    it(`${time}: ${kind}, ${reason}, until ${until}`, () => {
      const regime = regimeAt(directory, at(time));
      expect([regime.kind, regime.reason, regime.until]).to.deep.equal([kind, reason, at(until)]);
    });
  }
});

describe('the moments worth looking at lie within the hours that they name', () => {
  const rows: [title: string, hours: string, moments: string[]][] = [
    ['from 20:00 to 8:00, Saturday from noon', USUAL, ['24T21:00', '28T15:00', '29T10:00']],
    ['from 19:00 to 7:00, Saturday from 13:00', EARLY, ['24T20:00', '28T16:00', '29T09:00']],
  ];
  for (const [title, hours, moments] of rows) {
    const directory = directoryOf(hours);
    it(title, () => {
      const found = upcomingMoments(directory, at('2026-11-24T10:00'));
      expect(found.slice(0, 3).map((moment) => moment.at)).to.deep.equal(moments.map((day) => at(`2026-11-${day}`)));
      const reasons = found.map((moment) => regimeAt(directory, moment.at).reason);
      expect(reasons).to.deep.equal(['night', 'saturday', 'sunday', 'holiday']);
      expect(found[3]!.holiday).to.equal('new-year');
    });
  }
});
