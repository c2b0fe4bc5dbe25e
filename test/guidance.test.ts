import { expect } from '@open-wc/testing';
import { loadDirectory } from '../src/directory.ts';
import { FAR, guide, regimeAt, upcomingMoments } from '../src/guidance.ts';
import { parseInstant } from '../src/time/calendar.ts';
import { frozen as directory } from './frozen.ts';
import scenarios from './scenarios.json';
import { smallDirectory } from './small-directory.ts';

const at = (text: string) => parseInstant(text)!;
const auxerre = directory.commune('89024')!;

describe('the regime and its end', () => {
  for (const row of scenarios) {
    it(`${row.at} → ${row.regime}${row.holiday ? ` (${row.holiday})` : ''} until ${row.until}`, () => {
      const { kind, holiday = null, until } = regimeAt(directory, Date.parse(row.at));
      expect({ kind, holiday, until: new Date(until).toISOString() }).to.deep.equal({
        kind: row.regime,
        holiday: row.holiday,
        until: new Date(row.until).toISOString(),
      });
    });
  }

  const reasons: [string, string, string][] = [
    ['a working morning', '2026-11-24T10:00', 'day'],
    ['Saturday morning', '2026-11-21T10:00', 'day'],
    ['a week night', '2026-11-25T02:30', 'night'],
    ['the evening before a public holiday', '2026-11-10T20:00', 'night'],
    ['Saturday noon', '2026-11-21T12:00', 'saturday'],
    ['Saturday evening', '2026-11-21T21:00', 'night'],
    ['Sunday', '2026-11-22T14:05', 'sunday'],
    ['a Sunday that is a public holiday', '2027-08-15T10:00', 'holiday'],
    ['a public holiday at night', '2026-11-11T03:00', 'holiday'],
    ['Easter Sunday is a Sunday', '2027-03-28T12:00', 'sunday'],
  ];
  for (const [title, when, reason] of reasons)
    it(`${title}: ${reason}`, () => expect(regimeAt(directory, at(when)).reason).to.equal(reason));
});

/** Each channel in its group, near first, as `id` and, where known, until or opening. */
function summary(when: string | undefined, code?: string) {
  const { channels, next, nextChange, helplines } = guide(
    directory,
    when === undefined ? undefined : at(when),
    code ? directory.commune(code) : undefined,
  );
  const time = (instant: number | undefined) =>
    instant === undefined
      ? ''
      : new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'short' }).format(
          instant,
        );
  const list = (group: keyof typeof channels) =>
    channels[group].map(({ channel, until, opens, mayOpen }) =>
      [channel.id, time(opens ?? (mayOpen === undefined ? until : undefined)), mayOpen ? `maybe ${time(mayOpen)}` : '']
        .filter(Boolean)
        .join(' '),
    );
  return {
    first: next.first.action,
    open: list('open'),
    referral: list('referral'),
    emergency: list('emergency'),
    unconfirmed: list('unconfirmed'),
    closed: list('closed'),
    nextChange: time(nextChange),
    helplines: helplines.map(({ id }) => id),
  };
}

describe('who can treat you', () => {
  it('Sunday 14:05 in Auxerre: 15 first; Paul-Picquet until 20:00; Sainte-Marguerite until Monday; both MMG through 15', () => {
    const found = summary('2026-11-22T14:05', '89024');
    expect(found.first).to.equal('call-15');
    expect(found.open).to.deep.equal([
      'sos-medecins-auxerre',
      'pharmacie-de-garde',
      'csnp-paul-picquet 2026-11-22 20:00',
      'sos-medecins-sens',
    ]);
    expect(found.referral).to.deep.equal(['mmg-auxerre 2026-11-23 08:00', 'mmg-saint-clement 2026-11-23 08:00']);
    expect(found.closed).to.deep.equal(['csnp-sainte-marguerite 2026-11-23 08:00']);
    expect(found.unconfirmed).to.deep.equal([]);
    expect(found.nextChange).to.equal('2026-11-22 20:00');
  });

  it('Tuesday 10:00 in Auxerre: own doctor first; both centres until 20:00; the MMG closed until the permanence des soins', () => {
    const found = summary('2026-11-24T10:00', '89024');
    expect(found.first).to.equal('visit');
    expect(found.open).to.include('csnp-sainte-marguerite 2026-11-24 20:00');
    expect(found.open).to.include('csnp-paul-picquet 2026-11-24 20:00');
    expect(found.closed).to.deep.equal(['mmg-auxerre 2026-11-24 20:00', 'mmg-saint-clement 2026-11-24 20:00']);
    expect(found.referral).to.deep.equal([]);
    expect(found.unconfirmed).to.include('centre-sante-montholon');
  });

  it('11 November 10:00: both centres to be confirmed', () => {
    expect(summary('2026-11-11T10:00').unconfirmed).to.deep.equal([
      'csnp-sainte-marguerite 2026-11-11 20:00',
      'csnp-paul-picquet 2026-11-11 20:00',
    ]);
  });

  it('the night before 11 November: perhaps in the morning, surely the day after', () => {
    expect(summary('2026-11-10T22:00').closed).to.include(
      'csnp-sainte-marguerite 2026-11-12 08:00 maybe 2026-11-11 08:00',
    );
  });

  it('at night nothing of unknown hours is proposed', () =>
    expect(summary('2026-11-25T02:30').unconfirmed).to.deep.equal([]));

  it('emergency departments at any hour, the nearest first, neighbours of the Yonne too', () => {
    expect(summary('2026-11-24T10:00', '89024').emergency[0]).to.equal('urgences-auxerre');
    // Bléneau lies next to Gien, farther from Auxerre.
    expect(summary('2026-11-25T02:30', '89046').emergency[0]).to.equal('urgences-gien');
    expect(summary('2026-11-25T02:30').emergency).to.have.length(14);
  });

  it('a place only announced is not proposed', () => {
    const groups = Object.values(guide(directory, at('2026-11-24T10:00')).channels).flat();
    expect(groups.map(({ channel }) => channel.id)).not.to.include('teleconsultation-joigny');
  });

  it('near first: kilometres as the crow flies from the commune', () => {
    const { channels } = guide(directory, at('2026-11-22T14:05'), auxerre);
    const paulPicquet = channels.open.find(({ channel }) => channel.id === 'csnp-paul-picquet')!;
    expect(paulPicquet.distance).to.be.within(49, 51);
    expect(paulPicquet.distance! > FAR).to.equal(true);
    expect(channels.open[0]!.distance).to.equal(0);
  });

  it('helplines answer at any hour', () =>
    expect(summary('2026-11-25T02:30').helplines).to.deep.equal(['antipoison', '3114', '119', '3919']));

  it('an instant that is not known: only what holds at any hour', () => {
    const found = summary(undefined, '89024');
    expect(found.first).to.equal('call-15');
    expect(found.open).to.deep.equal(['sos-medecins-auxerre', 'pharmacie-de-garde', 'sos-medecins-sens']);
    expect(found.closed).to.deep.equal([]);
    expect(found.unconfirmed).to.deep.equal([]);
    expect(found.referral).to.deep.equal(['mmg-auxerre', 'mmg-saint-clement']);
  });

  it('today’s bar is in minutes of the wall clock, on DST days too', () => {
    const bar = (when: string) =>
      guide(directory, at(when)).channels.open.find(({ channel }) => channel.id === 'csnp-paul-picquet')!.today;
    const expected = [
      { from: 0, to: 480, state: 'closed' },
      { from: 480, to: 1200, state: 'open' },
      { from: 1200, to: 1440, state: 'closed' },
    ];
    for (const when of ['2026-11-24T10:00', '2026-03-29T10:00', '2026-10-25T10:00'])
      expect(bar(when), when).to.deep.equal(expected);
  });
});

describe('moments worth looking at', () => {
  const rows: [string, string[]][] = [
    ['2026-11-24T10:00', ['2026-11-24T21:00', '2026-11-28T15:00', '2026-11-29T10:00', '2026-12-25T10:00 christmas']],
    ['2026-11-22T22:30', ['2026-11-23T21:00', '2026-11-28T15:00', '2026-11-29T10:00', '2026-12-25T10:00 christmas']],
    ['2026-12-25T11:00', ['2026-12-25T21:00', '2026-12-26T15:00', '2026-12-27T10:00', '2027-01-01T10:00 new-year']],
  ];
  for (const [now, expected] of rows) {
    it(`seen from ${now}`, () => {
      expect(upcomingMoments(directory, at(now)).map((moment) => moment.at)).to.deep.equal(
        expected.map((text) => at(text.split(' ')[0]!)),
      );
      expect(upcomingMoments(directory, at(now))[3]!.holiday).to.equal(expected[3]!.split(' ')[1]);
    });
  }
});

describe('what is not for all, or not at any hour', () => {
  const provenance = { sources: ['survey'], checked: '2026-01-02' };
  const raw = smallDirectory();
  raw.channels.push(
    { id: 'cabins', name: 'Made-up cabins', kind: 'telecabin', need: 'family-doctor', cpts: 'upland', ...provenance },
    ...['24/7', 'Mo-Su 09:00-19:00', 'Su,PH unknown', undefined].map((hours, i) => ({
      id: `line-${i}`,
      name: 'Made-up helpline',
      kind: 'helpline',
      need: 'violence',
      phones: [{ number: '3977', price: 'free' }],
      hoursOf: 'line',
      ...(hours && { hours }),
      ...provenance,
    })),
  );
  const small = loadDirectory(raw);
  const offered = (code?: string) =>
    Object.values(guide(small, at('2026-11-24T10:00'), code ? small.commune(code) : undefined).channels)
      .flat()
      .some(({ channel }) => channel.id === 'cabins');

  for (const [code, expected] of [
    ['98001', true],
    ['98003', false],
    [undefined, true],
  ] as const)
    it(`a resource of one territory, in ${code ?? 'the whole département'}: ${expected ? 'there' : 'not there'}`, () =>
      expect(offered(code)).to.equal(expected));

  it('of the helplines, those that answer day and night', () => {
    for (const when of [at('2026-11-24T10:00'), at('2026-11-22T03:00'), undefined])
      expect(guide(small, when).helplines.map(({ id }) => id)).to.deep.equal(['line-0']);
  });
});
