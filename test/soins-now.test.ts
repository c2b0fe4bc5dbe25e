import { expect, fixture, html } from '@open-wc/testing';
import { DateTime } from 'luxon';
import '../components/entries/define.ts';
import '../components/locales/languages.ts';
import type { YonneSoinsNow } from '../components/soins-now/soins-now.ts';
import { bundled } from '../src/bundled.ts';
import { handClock } from './hand-clock.ts';
import { bare, visibleText, warnings } from './reading.ts';
import scenarios from './scenarios.json';
import { answered, followedFetch } from './waiting.ts';

interface Options {
  now?: string;
  commune?: string;
  lang?: string;
  theme?: string;
}

const show = async ({ now, commune, lang = 'fr', theme }: Options = {}): Promise<YonneSoinsNow> => {
  const element = await fixture<YonneSoinsNow>(html`<yonne-soins-now lang=${lang}></yonne-soins-now>`);
  if (now) element.setAttribute('now', now);
  if (commune) element.setAttribute('commune', commune);
  if (theme) element.setAttribute('theme', theme);
  await element.updateComplete;
  return element;
};

/** The text of a channel, by its name; what is folded away too. */
const channel = (element: Element, name: string): string => {
  const items = [...element.shadowRoot!.querySelectorAll('[part~="channel"]')];
  return bare(items.find((item) => item.textContent!.includes(name))?.textContent ?? '');
};

describe('<yonne-soins-now>: the regime and its end in words', () => {
  for (const row of scenarios) {
    const at = DateTime.fromISO(row.at, { zone: 'Europe/Paris', locale: 'fr' });
    const until = DateTime.fromISO(row.until, { zone: 'Europe/Paris', locale: 'fr' });
    const end = `${until.hasSame(at, 'day') ? '' : `${until.weekdayLong} `}${until.hour} h`;
    it(`${row.at}: ${row.regime} jusqu’à ${end}`, async () => {
      const text = visibleText(await show({ now: row.at }));
      expect(text).to.include(row.regime === 'pdsa' ? 'Permanence des soins — ' : 'En journée — ');
      expect(text).to.include(`jusqu’à ${end} `);
    });
  }

  const names: [string, string][] = [
    ['2026-11-11T10:00', 'jour férié (11 novembre)'],
    ['2026-05-14T12:00', 'jour férié (Ascension)'],
    ['2026-08-15T10:00', 'jour férié (Assomption)'],
    ['2027-03-29T12:00', 'jour férié (lundi de Pâques)'],
    ['2027-05-01T09:00', 'jour férié (1er mai)'],
    ['2026-11-25T02:30', 'la nuit'],
    ['2026-11-21T14:00', 'samedi après-midi'],
    ['2026-11-22T14:05', 'dimanche'],
  ];
  for (const [now, reason] of names) {
    it(`${now}: ${reason}`, async () =>
      expect(visibleText(await show({ now }))).to.include(`Permanence des soins — ${reason}, jusqu’à`));
  }
});

describe('<yonne-soins-now>: Sunday 22 November 2026, 14:05, Auxerre', () => {
  let element: YonneSoinsNow;
  beforeEach(async () => {
    element = await show({ now: '2026-11-22T14:05', commune: '89024' });
  });

  it('says where and when', () =>
    expect(visibleText(element)).to.include('Auxerre et alentours · dimanche 22 novembre, 14 h 05'));
  it('15 before going anywhere', () =>
    expect(visibleText(element)).to.include('Besoin d’un médecin : appelez le 15 avant de vous déplacer'));
  it('the emergency numbers come before all else', () =>
    expect(visibleText(element)).to.match(/^Se soigner maintenant.{0,90}Urgence vitale/));
  it('Sainte-Marguerite is closed until Monday 8 h', () => {
    expect(visibleText(element)).to.include(
      'Fermé pour l’instant (1) — Polyclinique Sainte-Marguerite, soins non programmés : ouverture lundi 8 h',
    );
    expect(channel(element, 'Sainte-Marguerite')).to.include('Fermé jusqu’à lundi 8 h');
  });
  it('Paul-Picquet is open until 20 h', () =>
    expect(channel(element, 'Paul-Picquet')).to.include('Ouvert jusqu’à 20 h · sans rendez-vous · à 50 km'));
  for (const name of ['Maison médicale de garde d’Auxerre', 'Maison médicale de garde de Saint-Clément']) {
    it(`${name}: sur orientation du 15, no address to walk in`, () => {
      const item = channel(element, name);
      expect(item).to.include('Sur orientation du 15');
      expect(item).not.to.match(/rue|boulevard|avenue|plan/);
      expect(visibleText(element)).to.include(name);
    });
  }
  it('prices stand beside surcharged numbers', () => {
    expect(channel(element, 'SOS Médecins Auxerre')).to.match(/0 820 89 00 00.*numéro payant.*36 24.*0,15 €\/min/);
    expect(channel(element, 'Pharmacie de garde')).to.match(/32 37.*0,35 €\/min/);
  });
  it('every number is a link that calls it', () => {
    const links = [...element.shadowRoot!.querySelectorAll<HTMLAnchorElement>('a[href^="tel:"]')].map(
      ({ href }) => href,
    );
    for (const number of [
      '15',
      '112',
      '0820890000',
      '0820800201',
      '3624',
      '3237',
      '+33386659182',
      '+33386944933',
      '+33383225050',
      '3114',
      '119',
      '3919',
    ]) {
      expect(links, number).to.include(`tel:${number}`);
    }
    expect(element.shadowRoot!.querySelector('a[href="sms:114"]')).to.exist;
  });
  it('SOS Médecins is to be called first: outside the day no source says that its door is open', () => {
    expect(channel(element, 'SOS Médecins Auxerre')).to.include(
      'Répond 24 h/24 · appelez avant de vous déplacer · Auxerre',
    );
    expect(channel(element, 'SOS Médecins Auxerre')).not.to.match(/boulevard|sans rendez-vous/);
  });
  it('an emergency department has its address, for when 15 has said to go', () => {
    expect(channel(element, 'Centre hospitalier de Sens')).to.match(
      /Appelez le 15 d’abord · à 50 km · urgences pédiatriques 1 avenue Pierre de Coubertin, Sens.*Entrée des adultes : rue René Binet/,
    );
  });
  it('each channel with hours has a bar that says them', () => {
    const labels = [...element.shadowRoot!.querySelectorAll('[part="bar"]')].map((bar) =>
      bare(bar.getAttribute('aria-label')!),
    );
    expect(labels).to.include('Aujourd’hui : 8 h à 20 h');
    expect(labels).to.include('Aujourd’hui : fermé');
    expect(labels).to.include('Aujourd’hui : 24 h/24');
  });
  it('the next change is named', () => expect(visibleText(element)).to.include('Prochain changement : 20 h'));
});

describe('<yonne-soins-now>: other days', () => {
  it('Wednesday 11 November 10:00: Sainte-Marguerite is to be confirmed', async () => {
    const element = await show({ now: '2026-11-11T10:00', commune: '89024' });
    expect(channel(element, 'Sainte-Marguerite')).to.include(
      'Ouverture à confirmer · jour férié : appelez avant de vous déplacer',
    );
  });

  it('the night before: perhaps in the morning, surely the day after', async () => {
    const element = await show({ now: '2026-11-10T22:00', commune: '89024' });
    expect(channel(element, 'Sainte-Marguerite')).to.include(
      'Fermé · mercredi 8 h : à confirmer, jour férié ; ouvre sûrement jeudi 8 h',
    );
  });

  it('Tuesday 10:00: own doctor first; Sainte-Marguerite until 20 h without appointment, entrance on the left', async () => {
    const element = await show({ now: '2026-11-24T10:00', commune: '89024' });
    const text = visibleText(element);
    expect(text).to.include('En journée — jusqu’à 20 h');
    expect(text).to.include('D’abord votre médecin traitant');
    expect(text).to.include('Trouver un médecin traitant : CPTS Auxerrois-Armance');
    expect(channel(element, 'Sainte-Marguerite')).to.match(
      /Ouvert jusqu’à 20 h · sans rendez-vous.*Entrée par la gauche/,
    );
    expect(channel(element, 'Maison médicale de garde d’Auxerre')).to.include(
      'le soir, le week-end et les jours fériés, sur orientation du 15',
    );
    expect(channel(element, 'Montholon')).to.match(
      /Horaires non publiés.*À demander : CPTS Centre-Yonne.*\(rattachement à confirmer\)/,
    );
  });

  it('Tuesday 10:00: an address opens a map', async () => {
    const element = await show({ now: '2026-11-24T10:00', commune: '89024' });
    const link = [...element.shadowRoot!.querySelectorAll('a')].find((a) =>
      a.textContent!.includes('48 bis boulevard'),
    )!;
    expect(link.href).to.equal(
      'https://www.openstreetmap.org/search?query=48%20bis%20boulevard%20Lyautey%2C%2089000%C2%A0Auxerre',
    );
    expect(link.rel).to.include('noreferrer');
  });

  it('an attachment that is presumed says so', async () => {
    expect(visibleText(await show({ now: '2026-11-24T10:00', commune: '89387' }))).to.include(
      'CPTS Nord Yonne (rattachement à confirmer)',
    );
  });

  it('without a commune: the département, no distance', async () => {
    const text = visibleText(await show({ now: '2026-11-22T14:05' }));
    expect(text).to.include('Yonne · dimanche 22 novembre');
    expect(text).not.to.match(/à \d+ km/);
  });
});

describe('<yonne-soins-now>: another moment', () => {
  const button = (element: Element, name: string) =>
    [...element.shadowRoot!.querySelectorAll('button')].find((b) => bare(b.textContent!) === name)!;

  it('a shortcut shows it, says so, and leads back', async () => {
    const element = await fixture<YonneSoinsNow>(
      html`<yonne-soins-now lang="fr" .clock=${handClock('2026-11-24T09:00:00Z')}></yonne-soins-now>`,
    );
    expect(visibleText(element)).to.include('mardi 24 novembre, 10 h');
    for (const [name, shown] of [
      ['Ce soir', 'mardi 24 novembre, 21 h'],
      ['Samedi après-midi', 'samedi 28 novembre, 15 h'],
      ['Dimanche', 'dimanche 29 novembre, 10 h'],
      ['Prochain jour férié (Noël)', 'vendredi 25 décembre, 10 h'],
    ] as const) {
      button(element, name).click();
      await element.updateComplete;
      expect(visibleText(element)).to.include(`Vous regardez un autre moment : ${shown}`);
      expect(element.shadowRoot!.activeElement!.textContent).to.include('autre moment');
      expect(bare(element.shadowRoot!.querySelector('[role="status"]')!.textContent!)).to.include(
        `${shown}. Permanence des soins`,
      );
    }
    button(element, 'Revenir à maintenant').click();
    await element.updateComplete;
    expect(visibleText(element)).not.to.include('autre moment :');
    expect(visibleText(element)).to.include('mardi 24 novembre, 10 h');
  });

  it('a day and a time typed in', async () => {
    const element = await show({ now: '2026-11-24T10:00' });
    const field = (name: string) => element.shadowRoot!.querySelector<HTMLInputElement>(`input[name="${name}"]`)!;
    field('date').value = '2026-12-25';
    field('time').value = '03:30';
    element.shadowRoot!.querySelector('form')!.requestSubmit();
    await element.updateComplete;
    expect(visibleText(element)).to.include('Permanence des soins — jour férié (Noël), jusqu’à samedi 8 h');
  });
});

describe('<yonne-soins-now>: time passes', () => {
  it('opens and closes to the second, announces and tells a change of regime only', async () => {
    const clock = handClock('2026-11-24T18:58:00Z');
    const element = await fixture<YonneSoinsNow>(
      html`<yonne-soins-now lang="fr" commune="89024" .clock=${clock}></yonne-soins-now>`,
    );
    const told: unknown[] = [];
    element.addEventListener('yonne-regime-change', (event) => told.push((event as CustomEvent).detail));
    const status = () => bare(element.shadowRoot!.querySelector('[role="status"]')!.textContent!);
    clock.set('2026-11-24T18:59:59.999Z');
    await element.updateComplete;
    expect(channel(element, 'Sainte-Marguerite')).to.include('Ouvert jusqu’à 20 h');
    expect(status()).to.equal('');
    clock.set('2026-11-24T19:00:00Z');
    await element.updateComplete;
    expect(channel(element, 'Sainte-Marguerite')).to.include('Fermé jusqu’à mercredi 8 h');
    expect(status()).to.equal('Permanence des soins — la nuit, jusqu’à mercredi 8 h');
    expect(told).to.deep.equal([{ regime: 'pdsa', reason: 'night', until: Date.parse('2026-11-25T07:00:00Z') }]);
  });

  it('is right at once when it comes back to the page', async () => {
    const clock = handClock('2026-11-24T18:50:00Z');
    const element = await fixture<YonneSoinsNow>(
      html`<yonne-soins-now lang="fr" commune="89024" .clock=${clock}></yonne-soins-now>`,
    );
    const parent = element.parentElement!;
    element.remove();
    clock.set('2026-11-24T20:00:00Z');
    parent.append(element);
    await element.updateComplete;
    expect(channel(element, 'Sainte-Marguerite')).to.include('Fermé jusqu’à mercredi 8 h');
  });

  it('keeps the time that the reader is typing', async () => {
    const clock = handClock('2026-11-24T09:00:00Z');
    const element = await fixture<YonneSoinsNow>(html`<yonne-soins-now .clock=${clock}></yonne-soins-now>`);
    const time = element.shadowRoot!.querySelector<HTMLInputElement>('input[name="time"]')!;
    time.value = '03:30';
    clock.set('2026-11-24T09:01:00Z');
    await element.updateComplete;
    expect(time.value).to.equal('03:30');
  });

  it('leaves the clock when it leaves the page, and takes it again', async () => {
    const clock = handClock('2026-11-24T09:00:00Z');
    const element = await fixture<YonneSoinsNow>(html`<yonne-soins-now .clock=${clock}></yonne-soins-now>`);
    const parent = element.parentElement!;
    expect(clock.listeners.size).to.equal(1);
    element.remove();
    expect(clock.listeners.size).to.equal(0);
    parent.append(element);
    expect(clock.listeners.size).to.equal(1);
  });

  for (const [title, start] of [
    ['1970', '1970-01-01T00:00:00Z'],
    ['the day before the directory', '2026-11-20T12:00:00Z'],
  ] as const) {
    it(`a clock in ${title}: says so, 15 visible, nothing wrongly open, then right again`, async () => {
      const clock = handClock(start);
      const element = await fixture<YonneSoinsNow>(html`<yonne-soins-now lang="fr" .clock=${clock}></yonne-soins-now>`);
      const text = visibleText(element);
      expect(text).to.include('L’horloge de cet appareil est fausse');
      expect(text).to.include('15 SAMU');
      expect(text).to.include('SOS Médecins Auxerre');
      expect(text).not.to.match(/Ouvert jusqu|Clinique|jusqu’à|En journée/);
      clock.set('2026-11-24T09:00:00Z');
      await element.updateComplete;
      expect(visibleText(element)).to.include('En journée — jusqu’à 20 h');
    });
  }
});

describe('<yonne-soins-now>: events', () => {
  it('yonne-call names the channel and the number', async () => {
    const element = await show({ now: '2026-11-22T14:05' });
    const told: unknown[] = [];
    document.addEventListener('yonne-call', (event) => told.push((event as CustomEvent).detail), { once: true });
    const link = element.shadowRoot!.querySelector<HTMLAnchorElement>('a[href="tel:0820890000"]')!;
    element.addEventListener('click', (event) => event.preventDefault());
    link.click();
    expect(told).to.deep.equal([{ channel: 'sos-medecins-auxerre', number: '0 820 89 00 00' }]);
  });
});

describe('<yonne-soins-now>: bad input is named once, and the widget works', () => {
  const rows: [string, Record<string, string>, RegExp][] = [
    [
      'a commune elsewhere',
      { commune: '99999' },
      /<yonne-soins-now> commune="99999"; expected the INSEE code of a commune of the Yonne/,
    ],
    ['a name for a commune', { commune: 'Auxerre' }, /commune="Auxerre"; expected/],
    ['a word for an instant', { now: 'hier' }, /now="hier"; expected an ISO 8601 date/],
    ['a heading level of 9', { 'heading-level': '9' }, /heading-level="9"; expected a whole number from 1 to 4/],
    [
      'an offset that is none',
      { now: '2026-11-22T14:05+99:99' },
      /now="2026-11-22T14:05\+99:99"; expected an ISO 8601/,
    ],
    ['a colour scheme that is none', { theme: 'rouge' }, /theme="rouge"; expected light, dark or auto/],
  ];
  for (const [title, attributes, message] of rows) {
    it(title, async () => {
      const said = await warnings(async () => {
        const element = await show({});
        for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
        await element.updateComplete;
        element.requestUpdate();
        await element.updateComplete;
        expect(visibleText(element)).to.include('15 SAMU');
        expect(visibleText(element)).to.include('Jour et nuit aussi');
      });
      expect(said).to.have.length(1);
      expect(said[0]).to.match(message);
    });
  }
});

describe('<yonne-soins-now>: a fresher directory', () => {
  type Raw = { directory: { date: string }; channels: Record<string, unknown>[] };
  const url = (change: (raw: Raw) => void) => {
    const raw = JSON.parse(JSON.stringify(bundled)) as Raw;
    change(raw);
    return URL.createObjectURL(new Blob([JSON.stringify(raw)], { type: 'application/json' }));
  };
  const rename = (raw: Raw) => {
    raw.channels.find(({ id }) => id === 'csnp-paul-picquet')!.name = 'Clinique renommée';
  };
  const without = (raw: Raw, id: string) => {
    rename(raw);
    raw.directory.date = '2027-01-01';
    raw.channels = raw.channels.filter((channel) => channel.id !== id);
  };
  const { fetch } = window;
  before(() => {
    window.fetch = followedFetch;
  });
  after(() => {
    window.fetch = fetch;
  });
  const rows: [string, () => string, boolean, RegExp | undefined][] = [
    [
      'newer: it is used',
      () =>
        url((raw) => {
          rename(raw);
          raw.directory.date = '2026-11-23';
        }),
      true,
      undefined,
    ],
    [
      'older: the bundled one stays',
      () =>
        url((raw) => {
          rename(raw);
          raw.directory.date = '2025-01-01';
        }),
      false,
      undefined,
    ],
    [
      'hours that cannot be read',
      () =>
        url((raw) => {
          rename(raw);
          raw.directory.date = '2027-01-01';
          raw.channels[5]!.hours = 'toujours';
        }),
      false,
      /channels\.5\.hours: opening hours "toujours", position 1: found "toujours", expected/,
    ],
    [
      'a missing field',
      () =>
        url((raw) => {
          rename(raw);
          raw.directory.date = '2027-01-01';
          delete raw.channels[5]!.kind;
        }),
      false,
      /channels\.5\.kind/,
    ],
    ['without 15', () => url((raw) => without(raw, '15')), false, /channels: 15 is missing/],
    [
      'dated after today',
      () =>
        url((raw) => {
          rename(raw);
          raw.directory.date = '2028-01-01';
        }),
      false,
      /directory.date: 2028-01-01 is after today, 2027-02-01/,
    ],
    [
      'not JSON',
      () => URL.createObjectURL(new Blob(['<!doctype html>'])),
      false,
      /directory="blob:.*the one in use stays/,
    ],
    ['not found', () => '/nowhere/annuaire.json', false, /answer 404/],
  ];
  for (const [title, source, used, message] of rows) {
    it(title, async () => {
      const said = await warnings(async () => {
        const clock = handClock('2027-02-01T09:00:00Z');
        const element = await fixture<YonneSoinsNow>(
          html`<yonne-soins-now lang="fr" .clock=${clock}></yonne-soins-now>`,
        );
        element.setAttribute('directory', source());
        await answered();
        expect(visibleText(element).includes('Clinique renommée')).to.equal(used);
        expect(visibleText(element)).to.include('15 SAMU');
      });
      expect(said).to.have.length(message ? 1 : 0);
      if (message) expect(said[0]).to.match(message);
    });
  }
});

describe('<yonne-soins-now>: language', () => {
  it('English from the nearest lang, complete', async () => {
    const text = visibleText(await show({ now: '2026-11-22T14:05', commune: '89024', lang: 'en-GB' }));
    expect(text).to.include('Getting care now');
    expect(text).to.include('Sunday 22 November, 14:05');
    expect(text).to.include('Out-of-hours care — Sunday, until Monday 8:00');
    expect(text).to.include('€0.15/min');
    expect(text).not.to.match(/jusqu|Ouvert|Fermé|appelez|alentours|garde la plus/);
  });

  it('French where we do not speak the page’s language, and says so to screen readers', async () => {
    const element = await show({ now: '2026-11-22T14:05', lang: 'de' });
    expect(visibleText(element)).to.include('Se soigner maintenant');
    expect(element.shadowRoot!.querySelector('[lang="fr"]')).to.exist;
  });

  it('two languages on one page', async () => {
    const page = await fixture(
      html`<div><div lang="en"><yonne-soins-now now="2026-11-22T14:05"></yonne-soins-now></div><div lang="fr"><yonne-soins-now now="2026-11-22T14:05"></yonne-soins-now></div></div>`,
    );
    const [english, french] = [...page.querySelectorAll('yonne-soins-now')];
    expect(visibleText(english!)).to.include('Getting care now');
    expect(visibleText(french!)).to.include('Se soigner maintenant');
  });

  it('follows its lang attribute at once', async () => {
    const element = await show({ now: '2026-11-22T14:05', lang: 'en' });
    element.lang = 'fr';
    await element.updateComplete;
    expect(visibleText(element)).to.include('Se soigner maintenant');
  });

  it('announces in its own language where two stand on the page', async () => {
    const clock = handClock('2026-11-24T18:59:00Z');
    const page = await fixture(
      html`<div>
        <yonne-soins-now lang="en" .clock=${clock}></yonne-soins-now>
        <yonne-soins-now lang="fr" .clock=${clock}></yonne-soins-now>
      </div>`,
    );
    const [english, french] = [...page.querySelectorAll<YonneSoinsNow>('yonne-soins-now')];
    clock.set('2026-11-24T19:00:00Z');
    await french!.updateComplete;
    const status = (element: Element) =>
      bare(element.shadowRoot!.querySelector('.card > [role="status"]')!.textContent!);
    expect(status(english!)).to.equal('Out-of-hours care — night, until Wednesday 8:00');
    expect(status(french!)).to.equal('Permanence des soins — la nuit, jusqu’à mercredi 8 h');
  });

  it('French typography: no line breaks before punctuation and units', async () => {
    const element = await show({ now: '2026-11-22T14:05', commune: '89024' });
    const breaks = element
      .shadowRoot!.querySelector('.card')!
      .textContent!.match(/.{0,20}(?: [:;?!»]|\d (?:h|km)\b|\b0 8|36 24)/g);
    expect(breaks ?? []).to.deep.equal([]);
  });
});

describe('<yonne-soins-now>: access for all', () => {
  const states: Options[] = [
    { now: '2026-11-22T14:05', commune: '89024' },
    { now: '2026-11-24T10:00', commune: '89024' },
    { now: '2026-11-11T10:00', commune: '89387' },
    { now: '2026-11-25T02:30' },
    { now: '2026-11-22T14:05', commune: '89024', lang: 'en' },
    { now: '2026-11-22T14:05', commune: '89024', theme: 'dark' },
    { now: '2026-11-11T10:00', commune: '89024', theme: 'dark' },
  ];
  for (const state of states) {
    it(`axe finds nothing: ${Object.values(state).join(' ')}`, async () => {
      const element = await show(state);
      for (const details of element.shadowRoot!.querySelectorAll('details')) details.open = true;
      await expect(element).to.be.accessible();
    });

    for (const [width, size] of [
      [320, 16],
      [280, 16],
      [640, 32],
      [320, 32],
    ] as const) {
      it(`nothing is cut at ${width} px, text ${size} px: ${Object.values(state).join(' ')}`, async () => {
        const element = await show(state);
        const box = element.parentElement!;
        box.style.cssText = `width: ${width}px; font-size: ${size}px`;
        for (const details of element.shadowRoot!.querySelectorAll('details')) details.open = true;
        await element.updateComplete;
        const right = element.getBoundingClientRect().right;
        const seen = [...element.shadowRoot!.querySelectorAll('.card *:not(.visually-hidden):not(rect)')];
        const cut = seen.filter((node) => node.getBoundingClientRect().right > right + 0.5);
        expect(cut.map((node) => `${node.localName} ${node.textContent!.trim().slice(0, 40)}`)).to.deep.equal([]);
      });
    }
  }

  it('headings follow the page’s', async () => {
    const element = await fixture<YonneSoinsNow>(html`<yonne-soins-now heading-level="3"></yonne-soins-now>`);
    const levels = [...element.shadowRoot!.querySelectorAll('[role="heading"]')].map((heading) =>
      heading.getAttribute('aria-level'),
    );
    expect(levels[0]).to.equal('3');
    expect(new Set(levels.slice(1))).to.deep.equal(new Set(['4']));
  });

  it('numbers to press are 44 px high', async () => {
    const element = await show({ now: '2026-11-22T14:05' });
    for (const button of element.shadowRoot!.querySelectorAll('.button'))
      expect(button.getBoundingClientRect().height, button.textContent!).to.be.at.least(44);
  });

  it('a status is never told by colour alone', async () => {
    const element = await show({ now: '2026-11-11T10:00', commune: '89024' });
    for (const status of element.shadowRoot!.querySelectorAll('.status'))
      expect(bare(status.textContent!)).to.match(/\p{L}{4}/u);
  });
});

describe('<yonne-soins-now>: nothing is ever blank', () => {
  it('where it cannot be drawn, its content in the page is shown, and said why', async () => {
    const said = await warnings(async () => {
      const broken = { now: () => Number.NaN, subscribe: () => () => undefined };
      const element = await fixture<YonneSoinsNow>(
        html`<yonne-soins-now .clock=${broken}>Appelez le 15</yonne-soins-now>`,
      );
      expect(element.shadowRoot!.querySelector('slot')!.assignedNodes()[0]!.textContent).to.equal('Appelez le 15');
    });
    expect(said[0]).to.match(/<yonne-soins-now> could not be drawn/);
  });
});

describe('the script', () => {
  it('registers once: a second load does no harm', async () => {
    const again = '../components/define.ts?again';
    await import(again);
    expect(customElements.get('yonne-soins-now')).to.exist;
  });
});
