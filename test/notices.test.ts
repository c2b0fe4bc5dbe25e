/** Notices, which stand first while they hold, and closures, which change the hours of a record. */
import { expect, fixture, html } from '@open-wc/testing';
import type { LitElement } from 'lit';
import '../components/entries/define.ts';
import '../components/entries/define-affiche.ts';
import '../components/entries/define-screen.ts';
import '../components/locales/languages.ts';
import { replaceBundledDirectory } from '../components/shared/bundled-directory.ts';
import { loadDirectory } from '../src/directory.ts';
import { channelAt, closuresIn, guide, noticesIn } from '../src/guidance.ts';
import { structuredData } from '../src/structured-data.ts';
import { parseInstant } from '../src/time/calendar.ts';
import { intervals } from '../src/time/opening-hours.ts';
import { BOURG, LOINTAIN, type RawDirectory, trialWith, VILLE } from './fixtures/trial.ts';
import { handClock } from './hand-clock.ts';
import { bare, unfold, visibleText } from './reading.ts';

const at = (text: string) => parseInstant(text)!;
type Closures = NonNullable<RawDirectory['channels'][number]['closed']>;

/** The directory where some records are closed. */
const closedWith = (closed: Record<string, Closures>) =>
  loadDirectory(
    trialWith(({ channels }) => {
      for (const channel of channels) if (closed[channel.id]) channel.closed = closed[channel.id];
    }),
  );

describe('a record that is closed for some days', () => {
  const DAYS = [{ from: '2026-12-03', to: '2026-12-04' }];
  /** The centre of the Ville is open from Monday to Saturday, 8:00 to 20:00; 3 December 2026 is a Thursday. */
  const directory = closedWith({
    'csnp-ville': DAYS,
    'urgences-ville': DAYS,
    'mmg-ville': DAYS,
    'teleconsultation-val': DAYS,
    '3114': [{ from: '2026-12-03', to: '2026-12-03' }],
  });
  const now = (id: string, when: string) => {
    const { channel, distance, today, ...rest } = channelAt(
      directory,
      directory.channels.find((channel) => channel.id === id)!,
      at(when),
    );
    return rest;
  };
  const [closure] = DAYS;

  const rows: [id: string, when: string, expected: Record<string, unknown>][] = [
    ['csnp-ville', '2026-12-02T19:59', { availability: 'open', until: at('2026-12-02T20:00') }],
    ['csnp-ville', '2026-12-02T21:00', { availability: 'closed', opens: at('2026-12-05T08:00') }],
    ['csnp-ville', '2026-12-03T00:00', { availability: 'closed', closure, opens: at('2026-12-05T08:00') }],
    ['csnp-ville', '2026-12-04T23:59', { availability: 'closed', closure, opens: at('2026-12-05T08:00') }],
    ['csnp-ville', '2026-12-05T08:00', { availability: 'open', until: at('2026-12-05T20:00') }],
    ['urgences-ville', '2026-12-02T23:00', { availability: 'emergency', until: at('2026-12-03T00:00') }],
    ['urgences-ville', '2026-12-03T10:00', { availability: 'closed', closure }],
    ['urgences-ville', '2026-12-05T00:00', { availability: 'emergency' }],
    ['mmg-ville', '2026-12-03T21:00', { availability: 'closed', closure, until: at('2026-12-05T00:00') }],
    ['mmg-ville', '2026-12-05T00:00', { availability: 'referral' }],
    ['teleconsultation-val', '2026-12-02T10:00', { availability: 'unconfirmed', until: at('2026-12-03T00:00') }],
    ['teleconsultation-val', '2026-12-03T10:00', { availability: 'closed', closure, until: at('2026-12-05T00:00') }],
  ];
  for (const [id, when, expected] of rows)
    it(`${id} at ${when}: ${expected.availability}`, () => expect(now(id, when)).to.deep.include(expected));

  it('is no next step, and the next change knows its days', () => {
    const ville = directory.commune(VILLE);
    const first = (when: string) =>
      guide(directory, at(when), ville).next.first.channels.map(({ channel }) => channel.id);
    expect(first('2026-12-02T10:00')).to.deep.equal(['csnp-ville']);
    expect(first('2026-12-03T10:00')).not.to.include('csnp-ville');
    const { nextChange } = guide(directory, at('2026-12-02T23:30'), ville);
    expect(nextChange).to.equal(at('2026-12-03T00:00'));
  });

  it('a line that answers day and night is there again after it', () => {
    const lines = (when: string) => guide(directory, at(when)).helplines.map(({ id }) => id);
    expect(lines('2026-12-02T23:59')).to.include('3114');
    expect(lines('2026-12-03T12:00')).not.to.include('3114');
    expect(lines('2026-12-04T00:00')).to.include('3114');
    expect(guide(directory, undefined).helplines.map(({ id }) => id)).not.to.include('3114');
  });

  it('what begins the evening before ends at its first midnight', () => {
    const { channels, calendar } = loadDirectory(
      trialWith((raw) =>
        Object.assign(raw.channels.find(({ id }) => id === 'csnp-ville')!, {
          hours: 'Mo-Su 20:00-02:00',
          closed: DAYS,
        }),
      ),
    );
    const hours = channels.find(({ id }) => id === 'csnp-ville')!.hours!;
    const open = intervals(hours, at('2026-12-02T12:00'), at('2026-12-06T00:00'), calendar).filter(
      ({ state }) => state === 'open',
    );
    expect(open.map(({ from, to }) => [from, to])).to.deep.equal([
      [at('2026-12-02T20:00'), at('2026-12-03T00:00')],
      [at('2026-12-05T20:00'), at('2026-12-06T00:00')],
    ]);
  });

  const spans: [from: string, to: string, commune: string | undefined, ids: string[]][] = [
    ['2026-11-24T00:00', '2026-12-03T00:00', undefined, []],
    ['2026-11-24T00:00', '2026-12-03T00:01', undefined, ['mmg-ville', 'urgences-ville', '3114']],
    ['2026-12-04T23:59', '2027-01-01T00:00', undefined, ['mmg-ville', 'urgences-ville']],
    ['2026-12-05T00:00', '2027-01-01T00:00', undefined, []],
    // 92 km away: only what answers from anywhere.
    ['2026-11-24T00:00', '2027-01-01T00:00', LOINTAIN, ['3114']],
  ];
  for (const [from, to, commune, ids] of spans)
    it(`closures from ${from} to ${to}${commune ? ` in ${commune}` : ''}: ${ids.join(', ') || 'none'}`, () => {
      const found = closuresIn(directory, at(from), at(to), commune ? directory.commune(commune) : undefined);
      const asked = ['urgences-ville', 'mmg-ville', '3114'];
      expect(found.map(({ channel }) => channel.id).filter((id) => asked.includes(id))).to.deep.equal(ids);
    });

  it('the first closure comes first', () => {
    const { closed } = { closed: [{ from: '2027-02-01', to: '2027-02-01' }, ...DAYS] };
    const found = closuresIn(closedWith({ 'csnp-ville': closed }), at('2026-11-24T00:00'), Number.POSITIVE_INFINITY);
    expect(found.map(({ closure }) => closure.from)).to.deep.equal(['2026-12-03', '2027-02-01']);
  });

  it('search engines are told of each day', () => {
    const graph = structuredData(directory, at('2026-12-01T10:00'))['@graph'];
    const node = graph.find((one) => one['@id'] === '#yonne-soins-csnp-ville')!;
    const special = node.specialOpeningHoursSpecification as { validFrom: string; opens: string; closes: string }[];
    expect(
      special
        .filter(({ validFrom }) => validFrom < '2026-12-10')
        .map(({ validFrom, opens, closes }) => [validFrom, opens, closes]),
    ).to.deep.equal([
      ['2026-12-03', '00:00', '00:00'],
      ['2026-12-04', '00:00', '00:00'],
    ]);
  });

  const words: [title: string, days: Closures, lang: string, said: string][] = [
    ['some days', DAYS, 'fr', 'Fermé du jeudi 3 décembre au vendredi 4 décembre'],
    ['one day', [{ from: '2026-12-03', to: '2026-12-03' }], 'fr', 'Fermé le jeudi 3 décembre'],
    ['in English', DAYS, 'en', 'Closed from'],
  ];
  for (const [title, days, lang, said] of words)
    it(`in words, ${title}: ${said}`, async () => {
      replaceBundledDirectory(
        trialWith(({ channels }) => Object.assign(channels.find(({ id }) => id === 'csnp-ville')!, { closed: days })),
      );
      const clock = handClock('2026-12-03T09:00:00Z');
      const element = await fixture<LitElement>(
        html`<yonne-contacts lang=${lang} commune=${VILLE} need="medical-advice" .clock=${clock}></yonne-contacts>`,
      );
      expect(visibleText(element)).to.include(said);
      await unfold(element);
      clock.set('2026-12-05T09:00:00Z');
      await element.updateComplete;
      expect(visibleText(element)).not.to.include(said);
    });
});

describe('notices', () => {
  const notices = [
    {
      id: 'heat',
      text: { fr: 'Plan canicule : buvez.', en: 'Heat: drink.' },
      from: '2026-12-01T08:00',
      to: '2026-12-03T00:00',
      sources: ['diaporama-essai'],
    },
    {
      id: 'flood',
      text: { fr: 'Entrée par la cour.' },
      from: '2026-12-01T10:30',
      to: '2026-12-01T10:31',
      records: ['csnp-bourg'],
    },
  ];
  const raw = trialWith(({ directory }) => Object.assign(directory, { notices }));
  const directory = loadDirectory(raw);

  const rows: [when: string, commune: string | undefined, ids: string[]][] = [
    ['2026-12-01T07:59:59.999', undefined, []],
    ['2026-12-01T08:00', undefined, ['heat']],
    ['2026-12-01T10:30', undefined, ['heat', 'flood']],
    ['2026-12-01T10:30', BOURG, ['heat', 'flood']],
    // 92 km away.
    ['2026-12-01T10:30', LOINTAIN, ['heat']],
    ['2026-12-01T10:30:59.999', BOURG, ['heat', 'flood']],
    ['2026-12-01T10:31', BOURG, ['heat']],
    ['2026-12-02T23:59:59.999', undefined, ['heat']],
    ['2026-12-03T00:00', undefined, []],
  ];
  for (const [when, commune, ids] of rows)
    it(`at ${when}${commune ? ` in ${commune}` : ''}: ${ids.join(', ') || 'none'}`, () => {
      const found = noticesIn(directory, at(when), at(when) + 1, commune ? directory.commune(commune) : undefined);
      expect(found.map(({ id }) => id)).to.deep.equal(ids);
    });

  const HEAT = 'Plan canicule : buvez. jusqu’à mercredi minuit · Agence d’essai';

  for (const tag of ['yonne-soins-now', 'yonne-contacts', 'yonne-garde-screen'] as const)
    it(`<${tag}> has those that hold, to the second, before what else it says`, async () => {
      replaceBundledDirectory(raw);
      const clock = handClock('2026-12-01T09:30:00Z');
      const box = await fixture(html`<div style="width: 640px; height: 360px"></div>`);
      const element = Object.assign(document.createElement(tag), { clock, lang: 'fr', commune: BOURG }) as LitElement;
      box.append(element);
      await element.updateComplete;
      const notice = () => bare(element.shadowRoot!.querySelector<HTMLElement>('.notices')?.innerText ?? '');
      expect(notice()).to.equal(
        `${HEAT} Clinique d’essai du Bourg, soins non programmés : Entrée par la cour. jusqu’à 10 h 31 · `.replace(
          / · $/,
          '',
        ),
      );
      const heads = element.shadowRoot!.querySelectorAll('.notices, [part~="channel"]');
      if (heads.length > 1) expect(heads[0]).to.have.class('notices');
      clock.set('2026-12-01T09:31:00Z');
      await element.updateComplete;
      expect(notice()).to.equal(HEAT);
      clock.set('2026-12-02T23:00:00Z');
      await element.updateComplete;
      expect(notice()).to.equal('');
    });

  it('the poster has those of its day, until which date', async () => {
    replaceBundledDirectory(raw);
    const poster = async (now: string) =>
      visibleText(await fixture(html`<yonne-affiche lang="fr" commune=${BOURG} now=${now}></yonne-affiche>`));
    const day = await poster('2026-12-01T18:00');
    expect(day)
      .to.include('Plan canicule : buvez. jusqu’à mercredi 2 décembre, minuit')
      .and.to.include('Entrée par la cour.');
    expect(await poster('2026-12-02T07:00'))
      .to.include('canicule')
      .and.not.to.include('cour');
    expect(await poster('2026-12-03T07:00')).not.to.include('canicule');
  });

  it('in another language, its words or French', async () => {
    replaceBundledDirectory(raw);
    const element = await fixture<LitElement>(
      html`<yonne-soins-now lang="en" commune=${BOURG} now="2026-12-01T10:30"></yonne-soins-now>`,
    );
    expect(visibleText(element)).to.include('Heat: drink.').and.to.include('Entrée par la cour.');
  });

  it('without a clock none is known to hold', async () => {
    replaceBundledDirectory(raw);
    const element = await fixture<LitElement>(
      html`<yonne-soins-now lang="fr" .clock=${handClock('1970-01-01T00:00:00Z')}></yonne-soins-now>`,
    );
    expect(visibleText(element)).not.to.include('canicule');
  });
});
