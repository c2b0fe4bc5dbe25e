import { expect } from '@open-wc/testing';
import { loadDirectory } from '../src/directory.ts';
import { guide, type NextStep, type Step } from '../src/guidance.ts';
import { parseInstant } from '../src/time/calendar.ts';
import { edition, frozen } from './frozen.ts';

type Edition = typeof edition;

/** The frozen edition with something else in it. */
const editionWith = (change: (raw: Edition) => void) => {
  const raw = structuredClone(edition);
  change(raw);
  return loadDirectory(raw);
};

const channelOf = (raw: Edition, id: string) => raw.channels.find((channel) => channel.id === id)!;

const stepText = (step: Step | undefined): string =>
  step ? [step.action, ...step.channels.map(({ channel }) => channel.id)].join(' ') : 'nothing';

const words = ({ first, after, because }: NextStep): string =>
  `${stepText(first)}, ${because}; then ${stepText(after)}`;

const step = (when: string | undefined, code: string | undefined, directory = frozen): string =>
  words(
    guide(
      directory,
      when === undefined ? undefined : parseInstant(when)!,
      code === undefined ? undefined : directory.commune(code),
    ).next,
  );

const SAINTE_MARGUERITE = 'csnp-sainte-marguerite';
const PAUL_PICQUET = 'csnp-paul-picquet';

/** Communes, and what is near each: the centre for the day, the one for Sundays, whose number SOS Médecins answers. */
const places: { name: string; code: string | undefined; day?: string; sunday?: string; sos: string }[] = [
  { name: 'Auxerre', code: '89024', day: SAINTE_MARGUERITE, sos: 'auxerre' },
  { name: 'Toucy', code: '89419', day: SAINTE_MARGUERITE, sos: 'auxerre' },
  { name: 'Vézelay, 39 km from Auxerre', code: '89446', day: SAINTE_MARGUERITE, sos: 'auxerre' },
  { name: 'Chablis', code: '89068', day: SAINTE_MARGUERITE, sos: 'auxerre' },
  { name: 'Tonnerre', code: '89418', day: SAINTE_MARGUERITE, sos: 'auxerre' },
  { name: 'Migennes', code: '89257', day: SAINTE_MARGUERITE, sunday: PAUL_PICQUET, sos: 'auxerre' },
  { name: 'Saint-Florentin', code: '89345', day: SAINTE_MARGUERITE, sunday: PAUL_PICQUET, sos: 'auxerre' },
  { name: 'Joigny', code: '89206', day: PAUL_PICQUET, sunday: PAUL_PICQUET, sos: 'auxerre' },
  { name: 'Villeneuve-sur-Yonne', code: '89464', day: PAUL_PICQUET, sunday: PAUL_PICQUET, sos: 'sens' },
  { name: 'Sens', code: '89387', day: PAUL_PICQUET, sunday: PAUL_PICQUET, sos: 'sens' },
  { name: 'Pont-sur-Yonne', code: '89309', day: PAUL_PICQUET, sunday: PAUL_PICQUET, sos: 'sens' },
  { name: 'Avallon, 42 km from Auxerre', code: '89025', sos: 'auxerre' },
  { name: 'Saint-Fargeau', code: '89344', sos: 'auxerre' },
  { name: 'Bléneau', code: '89046', sos: 'auxerre' },
  { name: 'Ancy-le-Franc', code: '89005', sos: 'auxerre' },
  { name: 'Quarré-les-Tombes', code: '89318', sos: 'auxerre' },
];

/** The télécabines of the frozen edition have no territory; here they are those of one CPTS, and far from most. */
const withoutTelecabins = editionWith((raw) => {
  raw.channels = raw.channels.filter(({ id }) => id !== 'telecabines');
});

describe('the next step: places and hours', () => {
  const cases: [string, string, (place: (typeof places)[number]) => string][] = [
    ...[
      ['Tuesday 11:00', '2026-11-24T11:00'],
      ['Tuesday 8:00', '2026-11-24T08:00'],
      ['Tuesday 19:59', '2026-11-24T19:59'],
      ['Saturday 11:59', '2026-11-21T11:59'],
    ].map(([title, when]): (typeof cases)[number] => [
      title!,
      when!,
      ({ day }) =>
        day ? `visit ${day}, near; then call-15` : `call-15, nothing-near; then visit ${SAINTE_MARGUERITE}`,
    ]),
    ...[
      ['Tuesday 7:59', '2026-11-24T07:59'],
      ['Tuesday 20:00', '2026-11-24T20:00'],
      ['a night', '2026-11-25T02:30'],
    ].map(([title, when]): (typeof cases)[number] => [
      title!,
      when!,
      ({ sos }) => `call-15, out-of-hours; then call sos-medecins-${sos}`,
    ]),
    [
      'Saturday 12:00',
      '2026-11-21T12:00',
      ({ day, sos }) => `call-15, out-of-hours; then ${day ? `visit ${day}` : `call sos-medecins-${sos}`}`,
    ],
    [
      'Sunday 10:00',
      '2026-11-22T10:00',
      ({ sunday, sos }) => `call-15, out-of-hours; then ${sunday ? `visit ${sunday}` : `call sos-medecins-${sos}`}`,
    ],
    [
      '11 November 10:00',
      '2026-11-11T10:00',
      ({ day, sos }) => `call-15, out-of-hours; then ${day ? `confirm ${day}` : `call sos-medecins-${sos}`}`,
    ],
    [
      'Christmas 15:00',
      '2026-12-25T15:00',
      ({ day, sos }) => `call-15, out-of-hours; then ${day ? `confirm ${day}` : `call sos-medecins-${sos}`}`,
    ],
  ];
  for (const [title, when, expected] of cases) {
    for (const place of places)
      it(`${title}, ${place.name}: ${expected(place)}`, () =>
        expect(step(when, place.code, withoutTelecabins)).to.equal(expected(place)));
  }
});

describe('the next step: without a commune', () => {
  for (const [when, expected] of [
    ['2026-11-24T11:00', `visit ${SAINTE_MARGUERITE} ${PAUL_PICQUET}, near; then call-15`],
    ['2026-11-25T02:30', 'call-15, out-of-hours; then call sos-medecins-auxerre sos-medecins-sens'],
    ['2026-11-22T10:00', `call-15, out-of-hours; then visit ${PAUL_PICQUET}`],
    ['2026-11-11T10:00', `call-15, out-of-hours; then confirm ${SAINTE_MARGUERITE} ${PAUL_PICQUET}`],
  ] as const)
    it(`${when}: ${expected}`, () => expect(step(when, undefined)).to.equal(expected));
});

describe('the next step: what is open', () => {
  const closed = (...ids: string[]) =>
    editionWith((raw) => {
      raw.channels = raw.channels.filter(({ id }) => id !== 'telecabines');
      for (const id of ids) channelOf(raw, id).hours = 'off';
    });
  const centresClosed = closed(SAINTE_MARGUERITE, PAUL_PICQUET);
  const TUESDAY = '2026-11-24T11:00';
  const cases: [string, string, ReturnType<typeof closed>, string][] = [
    [
      'centres closed, Auxerre: SOS Médecins takes people directly',
      '89024',
      centresClosed,
      'call sos-medecins-auxerre, near; then call-15',
    ],
    ['centres closed, Toucy', '89419', centresClosed, 'call sos-medecins-auxerre, near; then call-15'],
    [
      'centres closed, Sens: SOS Médecins by appointment only, so the teleconsultation',
      '89387',
      centresClosed,
      'ask teleconsultation-migennes, near; then call-15',
    ],
    ['centres closed, Avallon: nothing within 40 km', '89025', centresClosed, 'call-15, nothing-near; then nothing'],
    [
      'the near centre is closed, Auxerre: SOS Médecins before the centre of Sens',
      '89024',
      closed(SAINTE_MARGUERITE),
      'call sos-medecins-auxerre, near; then call-15',
    ],
    [
      'the near centre is closed, Joigny: the other one',
      '89206',
      closed(PAUL_PICQUET),
      `visit ${SAINTE_MARGUERITE}, near; then call-15`,
    ],
    [
      'a centre by appointment is no place to walk in, Sens',
      '89387',
      editionWith((raw) => {
        channelOf(raw, PAUL_PICQUET).access = 'online-appointment';
      }),
      'ask teleconsultation-migennes telecabines, near; then call-15',
    ],
    ['télécabines without a town serve everywhere, Avallon', '89025', frozen, 'ask telecabines, near; then call-15'],
  ];
  for (const [title, code, directory, expected] of cases)
    it(`${title}: ${expected}`, () => expect(step(TUESDAY, code, directory)).to.equal(expected));

  it('a clock that cannot be believed: 15, and the line that answers at any hour', () =>
    expect(step(undefined, '89024')).to.equal('call-15, unknown-hour; then call sos-medecins-auxerre'));
});
