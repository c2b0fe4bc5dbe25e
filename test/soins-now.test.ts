import { generateMsgId } from '@lit/localize/internal/id-generation.js';
import { expect, fixture, html } from '@open-wc/testing';
import { DateTime } from 'luxon';
import '../components/entries/define.ts';
import { replaceBundledDirectory } from '../components/shared/bundled-directory.ts';
import '../components/locales/languages.ts';
import { yonneSoins } from '../components/shared/languages.ts';
import { registerLanguage } from '../components/shared/register-language.ts';
import type { YonneSoinsNow } from '../components/soins-now/soins-now.ts';
import { BOURG, LOINTAIN, type RawDirectory, trialWith, useTrial, VAL, VILLE } from './fixtures/trial.ts';
import { handClock } from './hand-clock.ts';
import { bare, unfold, visibleText, warnings } from './reading.ts';
import scenarios from './scenarios.json';
import { answered, followedFetch } from './waiting.ts';

useTrial();

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

/** The text of a channel, by its name; what is folded away too, once it was opened. */
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
      const regime = row.regime === 'pdsa' ? 'Hors des heures de cabinet' : 'En journée';
      expect(text).to.include(`${regime}, jusqu’à ${end} `);
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
      expect(visibleText(await show({ now }))).to.include(`Permanence des soins · ${reason}`));
  }
});

describe('<yonne-soins-now>: Sunday 22 November 2026, 14:05, Ville-d’Essai', () => {
  let element: YonneSoinsNow;
  beforeEach(async () => {
    element = await show({ now: '2026-11-22T14:05', commune: VILLE });
  });

  it('says where and when', () =>
    expect(visibleText(element)).to.include('Ville-d’Essai, dimanche 22 novembre, 14 h 05 · changer'));
  it('15 before going anywhere', () => {
    const card = bare(element.shadowRoot!.querySelector('.first')!.textContent!);
    expect(card).to.match(
      /^Besoin d’un médecin ce dimanche \? Appeler le 15.*Appelez avant de vous déplacer\. Gratuit\.$/,
    );
  });
  it('the emergency numbers come before all else', () =>
    expect(visibleText(element)).to.match(/^Se soigner maintenant English Urgence vitale 15.*112.*SMS 114/));
  it('the centre that closes on Sundays is closed until Monday 8 h', async () => {
    expect(visibleText(element)).to.include(
      'Fermé (1) – Centre d’essai de la Ville, soins non programmés : ouvre lundi 8 h',
    );
    await unfold(element);
    expect(channel(element, 'Centre d’essai de la Ville')).to.include('Fermé jusqu’à lundi 8 h');
  });
  it('the one that opens on Sundays is open until 20 h, farther away', async () => {
    expect(visibleText(element)).to.include('Plus loin (2)');
    await unfold(element, 'Plus loin (2)');
    expect(channel(element, 'Clinique d’essai du Bourg')).to.include(
      'Ouvert jusqu’à 20 h · sans rendez-vous · ≈ 50 km',
    );
  });
  it('maisons médicales de garde: only where 15 sends one, no address to walk in', () => {
    expect(visibleText(element)).to.include(
      'Seulement si le 15 vous y envoie : maisons médicales de garde (Ville-d’Essai, Faubourg-d’Essai).',
    );
    expect(channel(element, 'Maison médicale de garde')).to.equal('');
  });
  it('the hospitals: the nearest, and where children are taken, after a call to 15', () =>
    expect(visibleText(element)).to.include(
      'Urgences de l’hôpital : le 15 d’abord Ville-d’Essai (sur place). Pour un enfant : Ville-d’Essai (sur place), Bourg-d’Essai ≈ 50 km.',
    ));
  it('prices stand beside surcharged numbers', () => {
    expect(channel(element, 'SOS Médecins Ville-d’Essai')).to.match(/36 24.*0,15 €\/min/);
    expect(channel(element, 'Pharmacie de garde')).to.match(/32 37.*0,35 €\/min/);
  });
  it('every number is a link that calls it', async () => {
    await unfold(element);
    const links = [...element.shadowRoot!.querySelectorAll<HTMLAnchorElement>('a[href^="tel:"]')].map(
      ({ href }) => href,
    );
    for (const number of [
      '15',
      '112',
      '3624',
      '3237',
      '+33353010002',
      '+33353010001',
      '+33199000020',
      '3114',
      '119',
      '3919',
    ]) {
      expect(links, number).to.include(`tel:${number}`);
    }
    expect(element.shadowRoot!.querySelector('a[href="sms:114"]')).to.exist;
  });
  it('a service has one number, the one of which the price is known', () =>
    expect(channel(element, 'SOS Médecins Ville-d’Essai')).not.to.include('0 820'));
  it('SOS Médecins is to be called first: outside the day no source says that its door is open', () => {
    expect(channel(element, 'SOS Médecins Ville-d’Essai')).to.include(
      'Répond 24 h/24 · appelez d’abord · Ville-d’Essai',
    );
    expect(channel(element, 'SOS Médecins Ville-d’Essai')).not.to.match(/boulevard|sans rendez-vous/);
  });
  it('an emergency department has its address, for when 15 has said to go', async () => {
    await unfold(element);
    expect(channel(element, 'Centre hospitalier de Bourg-d’Essai')).to.match(
      /Appelez le 15 d’abord · ≈ 50 km · 1 avenue d’essai, Bourg-d’Essai.*entrée des adultes : rue d’essai des Adultes · urgences pédiatriques/,
    );
  });
  it('each channel of which the hours vary has a bar that says them, by the name of the day', async () => {
    await unfold(element);
    const labels = [...element.shadowRoot!.querySelectorAll('[part="bar"]')].map((bar) =>
      bare(bar.getAttribute('aria-label')!),
    );
    expect(labels).to.deep.equal(['Horaires, dimanche 22 novembre : 8 h à 20 h']);
  });
});

describe('<yonne-soins-now>: other days', () => {
  it('Wednesday 11 November 10:00: whether a centre opens is to be confirmed', async () => {
    const element = await show({ now: '2026-11-11T10:00', commune: VILLE });
    expect(channel(element, 'Centre d’essai de la Ville')).to.include(
      'Ouverture à confirmer · jour férié : appelez d’abord',
    );
  });

  it('the night before: perhaps in the morning, surely the day after', async () => {
    const element = await show({ now: '2026-11-10T22:00', commune: VILLE });
    await unfold(element);
    expect(channel(element, 'Centre d’essai de la Ville')).to.include(
      'Fermé · mercredi 8 h : à confirmer, jour férié · sinon, ouvre jeudi 8 h',
    );
  });

  it('Tuesday 10:00: own doctor first; else the centre, until 20 h without appointment, entrance on the left', async () => {
    const element = await show({ now: '2026-11-24T10:00', commune: VILLE });
    const text = visibleText(element);
    expect(text).to.include('En journée, jusqu’à 20 h Le médecin traitant d’abord');
    expect(text).to.include('Vous avez un médecin traitant ? Appelez son cabinet d’abord.');
    expect(bare(element.shadowRoot!.querySelector('.first')!.textContent!)).to.match(
      /^Vous n’en avez pas, ou il ne peut pas \? Centre d’essai de la Ville, soins non programmés Ouvert jusqu’à 20 h · sans rendez-vous · 5 avenue d’essai, Ville-d’Essai.*entrée par la gauche.*03 53 01 00 01/,
    );
    expect(text).to.include('Pas de solution ? Le 15 : un médecin vous oriente, de jour aussi.');
    expect(text).to.include('Trouver un médecin traitant CPTS Ville-Essai');
    await unfold(element);
    expect(channel(element, 'Maison médicale de garde de Ville-d’Essai')).to.include(
      'le soir, le week-end et les jours fériés, si le 15 vous y envoie',
    );
    expect(channel(element, 'Rives-d’Essai')).to.match(
      /Horaires non publiés.*à demander : CPTS Nord-Essai.*\(probablement\)/,
    );
  });

  it('Tuesday 10:00: the card says the service of the house and what is treated there', async () => {
    replaceBundledDirectory(
      trialWith((raw) => {
        const centre = raw.channels.find(({ id }) => id === 'csnp-ville')!;
        Object.assign(centre, { service: 'Service d’essai', treats: ['general-medicine', 'trauma'] });
      }),
    );
    const element = await show({ now: '2026-11-24T10:00', commune: VILLE });
    useTrial();
    expect(bare(element.shadowRoot!.querySelector('.first')!.textContent!)).to.include(
      'Service d’essai · Médecine générale, blessures (traumatologie)',
    );
  });

  it('Tuesday 10:00 where no place is near: 15, then the nearest place', async () => {
    replaceBundledDirectory(
      trialWith((raw) => {
        raw.channels = raw.channels.filter(({ kind }) => kind !== 'telecabin');
      }),
    );
    const element = await show({ now: '2026-11-24T10:00', commune: LOINTAIN });
    useTrial();
    const text = visibleText(element);
    expect(text).to.include('Aucun lieu ouvert sans rendez-vous à moins de 40 km. Appeler le 15');
    expect(text).to.match(/Sans rendez-vous, plus loin Centre d’essai de la Ville, soins non programmés.*≈ 42 km/);
    expect(text).not.to.include('Pas de solution ?');
  });

  it('Tuesday 10:00: an address opens a map', async () => {
    const element = await show({ now: '2026-11-24T10:00', commune: VILLE });
    const link = [...element.shadowRoot!.querySelectorAll('a')].find((a) =>
      a.textContent!.includes('48 bis boulevard d’essai'),
    )!;
    expect(link.href).to.equal(
      'https://www.openstreetmap.org/search?query=48%20bis%20boulevard%20d%E2%80%99essai%2C%2000100%C2%A0Ville-d%E2%80%99Essai',
    );
    expect(link.rel).to.include('noreferrer');
  });

  it('an attachment that is presumed says so', async () => {
    expect(visibleText(await show({ now: '2026-11-24T10:00', commune: BOURG }))).to.include(
      'CPTS Nord-Essai (probablement)',
    );
  });

  it('without a commune: the département, no distance', async () => {
    const text = visibleText(await show({ now: '2026-11-22T14:05' }));
    expect(text).to.include('Essai, dimanche 22 novembre, 14 h 05 · choisir une commune');
    expect(text).not.to.match(/≈|sur place/);
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
    await unfold(element, 'Autre moment');
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
        `${shown}. Hors des heures de cabinet`,
      );
    }
    button(element, 'Revenir à maintenant').click();
    await element.updateComplete;
    expect(visibleText(element)).not.to.include('autre moment :');
    expect(visibleText(element)).to.include('mardi 24 novembre, 10 h');
  });

  it('a day and a time typed in', async () => {
    const element = await show({ now: '2026-11-24T10:00' });
    await unfold(element, 'Autre moment');
    const field = (name: string) => element.shadowRoot!.querySelector<HTMLInputElement>(`input[name="${name}"]`)!;
    field('date').value = '2026-12-25';
    field('time').value = '03:30';
    element.shadowRoot!.querySelector('form')!.requestSubmit();
    await element.updateComplete;
    expect(visibleText(element)).to.include(
      'Hors des heures de cabinet, jusqu’à samedi 8 h Permanence des soins · jour férié (Noël)',
    );
  });
});

describe('<yonne-soins-now>: time passes', () => {
  it('opens and closes to the second, announces and tells a change of regime only', async () => {
    const clock = handClock('2026-11-24T18:58:00Z');
    const element = await fixture<YonneSoinsNow>(
      html`<yonne-soins-now lang="fr" commune=${VILLE} .clock=${clock}></yonne-soins-now>`,
    );
    const told: unknown[] = [];
    element.addEventListener('yonne-regime-change', (event) => told.push((event as CustomEvent).detail));
    const status = () => bare(element.shadowRoot!.querySelector('[role="status"]')!.textContent!);
    clock.set('2026-11-24T18:59:59.999Z');
    await element.updateComplete;
    expect(channel(element, 'Centre d’essai de la Ville')).to.include('Ouvert jusqu’à 20 h');
    expect(status()).to.equal('');
    clock.set('2026-11-24T19:00:00Z');
    await element.updateComplete;
    await unfold(element);
    expect(channel(element, 'Centre d’essai de la Ville')).to.include('Fermé jusqu’à mercredi 8 h');
    expect(status()).to.equal(
      'Hors des heures de cabinet, jusqu’à mercredi 8 h. Besoin d’un médecin cette nuit ? Appeler le 15.',
    );
    expect(told).to.deep.equal([{ regime: 'pdsa', reason: 'night', until: Date.parse('2026-11-25T07:00:00Z') }]);
  });

  it('is right at once when it comes back to the page', async () => {
    const clock = handClock('2026-11-24T18:50:00Z');
    const element = await fixture<YonneSoinsNow>(
      html`<yonne-soins-now lang="fr" commune=${VILLE} .clock=${clock}></yonne-soins-now>`,
    );
    const parent = element.parentElement!;
    element.remove();
    clock.set('2026-11-24T20:00:00Z');
    parent.append(element);
    await element.updateComplete;
    await unfold(element);
    expect(channel(element, 'Centre d’essai de la Ville')).to.include('Fermé jusqu’à mercredi 8 h');
  });

  it('keeps the time that the reader is typing', async () => {
    const clock = handClock('2026-11-24T09:00:00Z');
    const element = await fixture<YonneSoinsNow>(html`<yonne-soins-now .clock=${clock}></yonne-soins-now>`);
    await unfold(element);
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
    await element.updateComplete;
    expect(clock.listeners.size).to.equal(1);
  });

  it('believes a clock in the first minutes of the day of the directory, which begins in Paris', async () => {
    const clock = handClock('2026-11-21T23:05:00Z');
    const element = await fixture<YonneSoinsNow>(html`<yonne-soins-now lang="fr" .clock=${clock}></yonne-soins-now>`);
    expect(visibleText(element)).not.to.include('L’horloge');
    expect(visibleText(element)).to.include('dimanche 22 novembre, 0 h 05');
  });

  it('what is said of a wrong clock stands beside its icon, on a narrow phone too', async () => {
    const clock = handClock('1970-01-01T00:00:00Z');
    const element = await fixture<YonneSoinsNow>(html`<yonne-soins-now lang="fr" .clock=${clock}></yonne-soins-now>`);
    element.style.width = '304px';
    const [icon, words] = [...element.shadowRoot!.querySelector('.band')!.children].map((part) =>
      part.getBoundingClientRect(),
    );
    expect(icon!.right).to.be.below(words!.left);
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
      expect(text).to.include('Urgence vitale 15');
      expect(text).to.include('SOS Médecins Ville-d’Essai');
      expect(text).not.to.match(/Ouvert jusqu|Clinique|jusqu’à|En journée/);
      clock.set('2026-11-24T09:00:00Z');
      await element.updateComplete;
      expect(visibleText(element)).to.include('En journée, jusqu’à 20 h');
    });
  }
});

describe('<yonne-soins-now>: events', () => {
  it('yonne-call names the channel and the number', async () => {
    const element = await show({ now: '2026-11-22T14:05' });
    const told: unknown[] = [];
    document.addEventListener('yonne-call', (event) => told.push((event as CustomEvent).detail), { once: true });
    const link = element.shadowRoot!.querySelector<HTMLAnchorElement>('a[href="tel:3624"]')!;
    element.addEventListener('click', (event) => event.preventDefault());
    link.click();
    expect(told).to.deep.equal([{ channel: 'sos-ville', number: '3624' }]);
  });
});

describe('<yonne-soins-now>: bad input is named once, and the widget works', () => {
  const rows: [string, Record<string, string>, RegExp][] = [
    [
      'a commune elsewhere',
      { commune: '99999' },
      /<yonne-soins-now> commune="99999"; expected the INSEE code of a commune of the Essai, such as 00001/,
    ],
    ['a name for a commune', { commune: 'Ville-d’Essai' }, /commune="Ville-d’Essai"; expected/],
    ['a word for an instant', { now: 'hier' }, /now="hier"; expected an ISO 8601 date/],
    ['a heading level of 9', { 'heading-level': '9' }, /heading-level="9"; expected a whole number from 1 to 4/],
    [
      'an offset that is none',
      { now: '2026-11-22T14:05+99:99' },
      /now="2026-11-22T14:05\+99:99"; expected an ISO 8601/,
    ],
    ['no e-mail address', { 'report-to': 'mairie' }, /report-to="mairie"; expected an e-mail address/],
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
        await unfold(element, 'Sources');
        expect(visibleText(element)).to.include('Urgence vitale 15');
        expect(visibleText(element)).to.include('Enfance en danger');
      });
      expect(said).to.have.length(1);
      expect(said[0]).to.match(message);
    });
  }
});

describe('<yonne-soins-now>: a fresher directory', () => {
  const url = (change: (raw: RawDirectory) => void) =>
    URL.createObjectURL(new Blob([JSON.stringify(trialWith(change))], { type: 'application/json' }));
  const rename = (raw: RawDirectory) => {
    raw.channels.find(({ id }) => id === 'csnp-bourg')!.name = 'Clinique renommée';
  };
  const without = (raw: RawDirectory, id: string) => {
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
      'hours that cannot be read: without them it is used',
      () =>
        url((raw) => {
          rename(raw);
          raw.directory.date = '2027-01-01';
          raw.channels[5]!.hours = 'toujours';
        }),
      true,
      /channels\.sos-ville\.hours: opening hours "toujours", position 1: found "toujours", expected/,
    ],
    [
      'a record that lacks its kind: without it it is used',
      () =>
        url((raw) => {
          rename(raw);
          raw.directory.date = '2027-01-01';
          delete (raw.channels[5]! as Partial<RawDirectory['channels'][number]>).kind;
        }),
      true,
      /channels\.sos-ville\.kind/,
    ],
    ['without 15: with that of the script it is used', () => url((raw) => without(raw, '15')), true, undefined],
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
        expect(visibleText(element)).to.include('Urgence vitale 15');
      });
      expect(said).to.have.length(message ? 1 : 0);
      if (message) expect(said[0]).to.match(message);
    });
  }
});

describe('<yonne-soins-now>: language', () => {
  it('English from the nearest lang, complete', async () => {
    const element = await show({ now: '2026-11-22T14:05', commune: VILLE, lang: 'en-GB' });
    await unfold(element);
    const text = visibleText(element);
    expect(text).to.include('Getting care now');
    expect(text).to.include('Sunday 22 November, 14:05');
    expect(text).to.include('Outside office hours, until Monday 8:00 Out-of-hours care · Sunday');
    expect(text).to.include('€0.15/min');
    expect(text).to.include('Pharmacie de garde Answers 24/7 · tells you the pharmacy on duty');
    expect(text).to.include('Walk-in clinic – Clinique d’essai du Bourg');
    expect(text).to.include('3114 Suicide prevention');
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
    await Promise.all([english!.updateComplete, french!.updateComplete]);
    clock.set('2026-11-24T19:00:00Z');
    await Promise.all([english!.updateComplete, french!.updateComplete]);
    const status = (element: Element) =>
      bare(element.shadowRoot!.querySelector('.card > [role="status"]')!.textContent!);
    expect(status(english!)).to.equal('Outside office hours, until Wednesday 8:00. Need a doctor tonight? Call 15.');
    expect(status(french!)).to.equal(
      'Hors des heures de cabinet, jusqu’à mercredi 8 h. Besoin d’un médecin cette nuit ? Appeler le 15.',
    );
  });

  it('French typography: no line breaks before punctuation and units', async () => {
    const element = await show({ now: '2026-11-22T14:05', commune: VILLE });
    await unfold(element);
    const breaks = element
      .shadowRoot!.querySelector('.card')!
      .textContent!.match(/.{0,20}(?: [:;?!»]|\d (?:h|km)\b|\b0 8|36 24)/g);
    expect(breaks ?? []).to.deep.equal([]);
  });
});

describe('<yonne-soins-now>: a language that comes when it will', () => {
  const TITLE = 'Se soigner maintenant';
  /** The title in a made-up language, which has no other words. */
  const words = (title: string) => ({ [generateMsgId(TITLE, false).slice(0, 5)]: title });
  after(() => {
    const { languages } = yonneSoins();
    for (const code of languages.keys()) if (code.startsWith('qa')) languages.delete(code);
  });
  const title = (element: Element) => bare(element.shadowRoot!.querySelector('.title')!.textContent!);

  it('registered after the widget is drawn, it is taken up at once; what it lacks stays French', async () => {
    const element = await show({ now: '2026-11-22T14:05', lang: 'qaa' });
    expect(title(element)).to.equal(TITLE);
    registerLanguage('qaa', words('Kurasor nu'));
    await element.updateComplete;
    expect(title(element)).to.equal('Kurasor nu');
    expect(element.shadowRoot!.querySelector('.card')!.getAttribute('lang')).to.equal('qaa');
    expect(visibleText(element)).to.include('Urgence vitale');
  });

  it('registered before, it is there from the start', async () => {
    registerLanguage('qab', words('Kurasor ja'));
    expect(title(await show({ now: '2026-11-22T14:05', lang: 'qab' }))).to.equal('Kurasor ja');
  });

  it('registered twice, as by two scripts of a page: the first stays, the widgets are not told again', async () => {
    const element = await show({ now: '2026-11-22T14:05', lang: 'qac' });
    let told = 0;
    const count = () => void told++;
    window.addEventListener('yonne-language', count);
    for (const text of ['Kurasor un', 'Kurasor du']) registerLanguage('qac', words(text));
    window.removeEventListener('yonne-language', count);
    await element.updateComplete;
    expect(title(element)).to.equal('Kurasor un');
    expect(told).to.equal(1);
  });

  it('away from the page when it came: it speaks it on its return', async () => {
    const element = await show({ now: '2026-11-22T14:05', lang: 'qad' });
    const parent = element.parentElement!;
    element.remove();
    registerLanguage('qad', words('Kurasor re'));
    parent.append(element);
    await element.updateComplete;
    expect(title(element)).to.equal('Kurasor re');
  });

  const missing: [string, Options, string][] = [
    ['of the widget', { lang: 'qaz' }, 'qaz'],
    ['with a region', { lang: 'qay-FR' }, 'qay-FR'],
  ];
  for (const [whose, options, value] of missing) {
    it(`one ${whose} that is not loaded: French, and said once in the console`, async () => {
      const said = await warnings(async () => {
        const element = await show({ now: '2026-11-22T14:05', ...options });
        element.requestUpdate();
        await element.updateComplete;
        expect(title(element)).to.equal(TITLE);
        expect(element.shadowRoot!.querySelector('.card')!.getAttribute('lang')).to.equal('fr');
      });
      expect(said).to.have.length(1);
      expect(said[0]).to.match(new RegExp(`^<yonne-soins-now> lang="${value}"; expected fr or en`));
    });
  }

  it('no language at all: French, and nothing to say', async () => {
    const said = await warnings(async () => {
      expect(title(await show({ lang: '' }))).to.equal(TITLE);
    });
    expect(said).to.be.empty;
  });
});

describe('<yonne-soins-now>: what is folded', () => {
  const SUMMARIES: [string, string][] = [
    ['Urgences (7)', 'Centre hospitalier de Ville-d’Essai'],
    ['Fermé (1)', 'Fermé jusqu’à lundi 8 h'],
    ['Autre moment', 'Samedi après-midi'],
    ['Sources, 22 novembre 2026', 'Association d’essai'],
  ];
  const folded = (element: Element, summary: string) =>
    [...element.shadowRoot!.querySelectorAll('details')].find((details) =>
      bare(details.firstElementChild!.textContent!).includes(summary),
    )!;
  /** What stands after the summary. */
  const content = (details: Element) =>
    bare([...details.children].map((node, i) => (i ? node.textContent! : '')).join(' '));

  for (const [summary, text] of SUMMARIES) {
    it(`${summary}: not drawn until it is opened, and kept when it is closed again`, async () => {
      const element = await show({ now: '2026-11-22T14:05', commune: VILLE });
      element.requestUpdate();
      await element.updateComplete;
      const details = folded(element, summary);
      expect(details.childElementCount).to.equal(1);
      await unfold(element, summary);
      expect(content(details)).to.include(text);
      const nodes = [...details.children];
      const toggled = new Promise((resolve) => details.addEventListener('toggle', resolve, { once: true }));
      details.querySelector('summary')!.click();
      await toggled;
      element.requestUpdate();
      await element.updateComplete;
      expect(details.open).to.equal(false);
      expect([...details.children]).to.deep.equal(nodes);
      expect(content(details)).to.include(text);
      expect(visibleText(element)).not.to.include(text);
    });
  }

  it('opened and closed at once, then opened: it is drawn', async () => {
    const element = await show({ now: '2026-11-22T14:05', commune: VILLE });
    const details = folded(element, 'Fermé');
    const head = details.querySelector('summary')!;
    const toggled = new Promise((resolve) => details.addEventListener('toggle', resolve, { once: true }));
    head.click();
    head.click();
    await toggled;
    await element.updateComplete;
    await unfold(element, 'Fermé');
    expect(content(details)).to.include('Fermé jusqu’à lundi 8 h');
  });

  /** What is said of a record's sources, without the words for screen readers. */
  const sourcesOf = (element: Element, name: string) => {
    const items = [...element.shadowRoot!.querySelectorAll('.sources li')];
    const item = items.find(({ firstElementChild }) => bare(firstElementChild!.textContent!) === name)!;
    return bare(item.querySelector('p')!.textContent!.replace('(nouvelle fenêtre)', ''));
  };

  const provenances: [string, string][] = [
    [
      'SAMU – service d’accès aux soins (SAS)',
      'Sources : Agence d’essai, 5 août 2025 ; Bureau d’essai des numéros. Vérifié le 22 novembre 2026. Signaler une erreur, SAMU – service d’accès aux soins (SAS)',
    ],
    [
      'Centre hospitalier de Bourg-d’Essai, urgences',
      'Sources : Service d’essai, 2023 ; Association d’essai , décembre 2023. Vérifié le 22 novembre 2026. Signaler une erreur, Centre hospitalier de Bourg-d’Essai, urgences',
    ],
    [
      'Pharmacie de garde',
      'Source : Agence d’essai, 5 août 2025. Vérifié le 22 novembre 2026. Signaler une erreur, Pharmacie de garde',
    ],
  ];
  for (const [name, said] of provenances)
    it(`the sources of ${name}, with their days, and when it was checked`, async () => {
      const element = await show({ now: '2026-11-22T14:05', commune: VILLE });
      await unfold(element, 'Sources');
      expect(sourcesOf(element, name)).to.equal(said);
    });

  it('a source that has an address is a link to it', async () => {
    const element = await show({ now: '2026-11-22T14:05', commune: VILLE });
    await unfold(element, 'Sources');
    expect(element.shadowRoot!.querySelector('.sources a[href="https://association.example/page"]')).to.exist;
  });

  it('who confirmed a record, and when', async () => {
    replaceBundledDirectory(
      trialWith((raw) => {
        raw.channels.find(({ id }) => id === 'csnp-ville')!.confirmed = { on: '2026-11-20', by: 'l’accueil du centre' };
      }),
    );
    const element = await show({ now: '2026-11-22T14:05', commune: VILLE });
    await unfold(element, 'Sources');
    useTrial();
    expect(visibleText(element)).to.include('Confirmé le 20 novembre 2026 par l’accueil du centre.');
  });

  const reports: [string, string | undefined, string][] = [
    ['to the health agency of the directory', undefined, 'agence@essai.example'],
    ['to the address of the host', 'mairie@ville.example', 'mairie@ville.example'],
  ];
  for (const [title, reportTo, address] of reports)
    it(`a report of an error goes ${title}, with the record, the commune, the moment and the version`, async () => {
      const element = await show({ now: '2026-11-22T14:05', commune: VILLE });
      if (reportTo) element.setAttribute('report-to', reportTo);
      await unfold(element, 'Sources');
      const link = [...element.shadowRoot!.querySelectorAll<HTMLAnchorElement>('.sources a')].find((a) =>
        a.textContent!.includes('Pharmacie de garde'),
      )!;
      const { pathname, searchParams } = new URL(link.href);
      expect(pathname).to.equal(address);
      expect(searchParams.get('subject')).to.equal('Erreur dans l’annuaire des soins : Pharmacie de garde');
      expect(bare(searchParams.get('body')!)).to.match(
        /^Fiche : Pharmacie de garde Commune : Ville-d’Essai \(00001\) Moment : dimanche 22 novembre, 14 h 05 Annuaire : 2026-11-22, yonne-soins \d+\.\d+\.\d+ Ce qui est faux/,
      );
    });

  it('a report of an error goes to the form of the host, with the same', async () => {
    const element = await show({ now: '2026-11-22T14:05', commune: VILLE });
    element.setAttribute(
      'report-to',
      'https://ville.example/erreur?f={record}&c={commune}&m={moment}&e={edition}&x={other}',
    );
    await unfold(element, 'Sources');
    const link = [...element.shadowRoot!.querySelectorAll<HTMLAnchorElement>('.sources a')].find((a) =>
      a.textContent!.includes('Pharmacie de garde'),
    )!;
    const { origin, searchParams } = new URL(link.href);
    expect(origin).to.equal('https://ville.example');
    expect(bare([...searchParams.values()].join(' | '))).to.match(
      /^Pharmacie de garde \| Ville-d’Essai \(00001\) \| dimanche 22 novembre, 14 h 05 \| 2026-11-22, yonne-soins \d+\.\d+\.\d+ \| \{other\}$/,
    );
  });

  it('one that is opened opens no other', async () => {
    const element = await show({ now: '2026-11-22T14:05', commune: VILLE });
    await unfold(element, 'Autre moment');
    for (const [summary] of SUMMARIES.filter(([name]) => name !== 'Autre moment'))
      expect(folded(element, summary).childElementCount, summary).to.equal(1);
  });

  it('the hospitals come near first', async () => {
    const element = await show({ now: '2026-11-22T14:05', commune: VILLE });
    await unfold(element, 'Urgences');
    expect(content(folded(element, 'Urgences'))).to.match(
      /Ville-d’Essai.*Val-d’Essai.*Dehors.*Lointain-d’Essai.*Bourg-d’Essai.*Dehors-le-Sud.*Dehors-le-Nord/,
    );
  });

  it('what was opened follows the time, the place and the language', async () => {
    const clock = handClock('2026-11-24T19:30:00Z');
    const element = await fixture<YonneSoinsNow>(
      html`<yonne-soins-now lang="fr" commune=${VILLE} .clock=${clock}></yonne-soins-now>`,
    );
    await unfold(element);
    const closed = folded(element, 'Fermé');
    expect(content(closed)).to.include('Fermé jusqu’à mercredi 8 h');
    clock.set('2026-11-24T23:30:00Z');
    await element.updateComplete;
    expect(content(closed)).to.include('Fermé jusqu’à 8 h');
    element.commune = BOURG;
    await element.updateComplete;
    expect(content(closed)).to.include('≈ 50 km');
    element.lang = 'en';
    await element.updateComplete;
    expect(content(closed)).to.include('Closed until 8:00');
  });

  it('gathers no listeners, however often the widget is drawn before it is opened', async () => {
    const element = await show({ now: '2026-11-22T14:05', commune: VILLE });
    const details = folded(element, 'Fermé');
    let listeners = 0;
    const { addEventListener } = details;
    details.addEventListener = (...parts: Parameters<typeof addEventListener>) => {
      listeners++;
      return addEventListener.apply(details, parts);
    };
    for (let i = 0; i < 10; i++) {
      element.requestUpdate();
      await element.updateComplete;
    }
    expect(listeners).to.equal(0);
  });
});

describe('<yonne-soins-now>: the focus stays on what it is', () => {
  const active = (element: Element) => element.shadowRoot!.activeElement as HTMLElement | null;
  const order = (element: Element) =>
    [...element.shadowRoot!.querySelector('.group .channels')!.querySelectorAll('strong')].map(({ textContent }) =>
      bare(textContent!),
    );

  for (const id of ['sos-bourg', 'pharmacie-de-garde']) {
    it(`the number of ${id}, when another commune changes the order of the list`, async () => {
      const element = await show({ now: '2026-11-25T02:30' });
      const before = order(element);
      const link = element.shadowRoot!.querySelector<HTMLElement>(`a[data-channel="${id}"]`)!;
      link.focus();
      element.commune = BOURG;
      await element.updateComplete;
      expect(order(element)).not.to.deep.equal(before);
      expect(active(element)).to.equal(link);
    });
  }

  /** Minutes at which what is to be done changes. */
  const turns: [string, string, string][] = [
    ['Tuesday 19:59 → 20:00', '2026-11-24T18:59:00Z', '2026-11-24T19:00:00Z'],
    ['Saturday 11:59 → 12:00', '2026-11-28T10:59:00Z', '2026-11-28T11:00:00Z'],
    ['Tuesday 7:59 → 8:00', '2026-11-24T06:59:00Z', '2026-11-24T07:00:00Z'],
  ];
  for (const [title, before, after] of turns) {
    for (const commune of [VILLE, LOINTAIN, undefined]) {
      it(`${title}, ${commune ?? 'no commune'}: under the focus no number becomes another, nor does it fall to the page`, async () => {
        const clock = handClock(before);
        const make = () =>
          fixture<YonneSoinsNow>(
            html`<yonne-soins-now lang="fr" commune=${commune ?? ''} .clock=${clock}></yonne-soins-now>`,
          );
        const count = (await make()).shadowRoot!.querySelectorAll('a, button, summary').length;
        expect(count).to.be.greaterThan(10);
        for (let i = 0; i < count; i++) {
          clock.set(before);
          const element = await make();
          const link = element.shadowRoot!.querySelectorAll<HTMLElement>('a, button, summary')[i]!;
          const said = { text: bare(link.textContent!), href: link.getAttribute('href') };
          link.focus();
          clock.set(after);
          await element.updateComplete;
          const now = active(element)!;
          expect(now, said.text).to.exist;
          if (now === link) {
            expect(now.getAttribute('href')).to.equal(said.href);
            if (said.href) expect(bare(now.textContent!)).to.equal(said.text);
          } else {
            // What is gone leaves the focus to the words that say what holds now, which nobody can press.
            expect(link.isConnected, said.text).to.equal(false);
            expect(now.className).to.include('regime');
          }
          element.remove();
        }
      });
    }
  }
});

describe('<yonne-soins-now>: access for all', () => {
  const states: Options[] = [
    { now: '2026-11-22T14:05', commune: VILLE },
    { now: '2026-11-24T10:00', commune: VILLE },
    { now: '2026-11-11T10:00', commune: BOURG },
    { now: '2026-11-25T02:30' },
    { now: '2026-11-22T14:05', commune: VILLE, lang: 'en' },
    { now: '2026-11-22T14:05', commune: VILLE, theme: 'dark' },
    { now: '2026-11-11T10:00', commune: VILLE, theme: 'dark' },
  ];
  for (const state of states) {
    it(`axe finds nothing: ${Object.values(state).join(' ')}`, async () => {
      const element = await show(state);
      await unfold(element);
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
        await unfold(element);
        const right = element.getBoundingClientRect().right;
        const seen = [...element.shadowRoot!.querySelectorAll('.card *:not(.visually-hidden):not(rect)')];
        const cut = seen.filter((node) => node.getBoundingClientRect().right > right + 0.5);
        expect(cut.map((node) => `${node.localName} ${node.textContent!.trim().slice(0, 40)}`)).to.deep.equal([]);
      });
    }
  }

  it('headings follow the page’s', async () => {
    const element = await fixture<YonneSoinsNow>(html`<yonne-soins-now heading-level="3"></yonne-soins-now>`);
    await unfold(element);
    const levels = [...element.shadowRoot!.querySelectorAll('[role="heading"]')].map((heading) =>
      heading.getAttribute('aria-level'),
    );
    expect(levels[0]).to.equal('3');
    expect(new Set(levels.slice(1))).to.deep.equal(new Set(['4']));
  });

  it('numbers to press are 44 px high', async () => {
    const element = await show({ now: '2026-11-22T14:05' });
    await unfold(element);
    for (const button of element.shadowRoot!.querySelectorAll('a[data-number]'))
      expect(button.getBoundingClientRect().height, button.textContent!).to.be.at.least(44);
  });

  it('a status is never told by colour alone', async () => {
    const element = await show({ now: '2026-11-11T10:00', commune: VILLE });
    await unfold(element);
    for (const status of element.shadowRoot!.querySelectorAll('.status'))
      expect(bare(status.textContent!)).to.match(/\p{L}{4}/u);
  });
});

describe('<yonne-soins-now>: nothing is ever blank', () => {
  it('where it cannot be drawn, its content in the page is shown, and said why', async () => {
    const said = await warnings(async () => {
      const now = () => {
        throw new Error('no time');
      };
      const broken = { now, subscribe: () => () => undefined };
      const element = await fixture<YonneSoinsNow>(
        html`<yonne-soins-now .clock=${broken}>Appelez le 15</yonne-soins-now>`,
      );
      expect(element.shadowRoot!.querySelector('slot')!.assignedNodes()[0]!.textContent).to.equal('Appelez le 15');
    });
    expect(said[0]).to.match(/<yonne-soins-now> could not be drawn \(no time\)/);
  });
});

describe('the script', () => {
  it('registers once: a second load does no harm', async () => {
    const again = '../components/entries/define.ts?again';
    await import(again);
    expect(customElements.get('yonne-soins-now')).to.exist;
  });
});

describe('<yonne-soins-now>: in one screenful of a phone, 360 × 740', () => {
  // Made-up names are longer than those of the Yonne, with which test/bench/heights.mjs measures 1,200 px at most.
  const LARGEST = 1300;
  const instants = [
    '2026-11-24T11:00',
    '2026-11-24T20:00',
    '2026-11-25T02:30',
    '2026-11-28T12:00',
    '2026-11-29T10:00',
    '2026-11-11T10:00',
    '2027-05-17T10:00',
  ];
  const SENTENCE = 'Un médecin vous répond et vous dit où aller. Appelez avant de vous déplacer.';
  /** Its width in pixels in Arial at 16 px, which the fonts of phones come near. */
  const WIDTH_IN_ARIAL = 551;
  /** The size at which the font of this machine has as many letters in a line as Arial at 16 px. */
  const sizeLikeArial = (): number => {
    const context = document.createElement('canvas').getContext('2d')!;
    context.font = '16px sans-serif';
    return (16 * WIDTH_IN_ARIAL) / context.measureText(SENTENCE).width;
  };
  it('at 200 %, no word of what is to be pressed first is broken', async () => {
    const element = await show({ now: '2026-11-25T02:30' });
    element.style.cssText = 'width: 344px; font: 32px Arial, "Liberation Sans", sans-serif';
    const word = document.createRange();
    const text = document.createTreeWalker(element.shadowRoot!.querySelector('.first .button span')!, 4).nextNode()!;
    word.setStart(text, 0);
    word.setEnd(text, 'Appeler'.length);
    expect(word.toString()).to.equal('Appeler');
    expect(word.getClientRects()).to.have.length(1);
  });

  it('at 200 %, no pair of digits of a number to press is broken', async () => {
    const element = await show({ now: '2026-11-24T10:00', commune: VILLE });
    element.style.font = '32px Arial, "Liberation Sans", sans-serif';
    const pair = document.createRange();
    for (let width = 264; width <= 344; width += 4) {
      element.style.width = `${width}px`;
      for (const number of element.shadowRoot!.querySelectorAll('.button > span:not(.visually-hidden)')) {
        const texts = document.createTreeWalker(number, NodeFilter.SHOW_TEXT);
        for (let text = texts.nextNode(); text; text = texts.nextNode())
          for (const { 0: digits, index } of text.textContent!.matchAll(/\d+/g)) {
            pair.setStart(text, index);
            pair.setEnd(text, index + digits.length);
            expect(pair.getClientRects().length, `lines of ${digits} in ${number.textContent} at ${width} px`).to.equal(
              1,
            );
          }
      }
    }
  });

  for (const lang of ['fr', 'en']) {
    for (const commune of ['', VILLE, BOURG, VAL, LOINTAIN]) {
      it(`${lang}, commune ${commune || 'not chosen'}: the number within the first 740 px, all within two screenfuls`, async () => {
        const element = await show({ lang });
        element.style.cssText = `width: 360px; font: ${sizeLikeArial()}px sans-serif`;
        for (const now of instants) {
          element.setAttribute('commune', commune);
          element.setAttribute('now', now);
          await element.updateComplete;
          const top = element.getBoundingClientRect().top;
          expect(element.offsetHeight, now).to.be.at.most(LARGEST);
          const number =
            element.shadowRoot!.querySelector('.first .button') ?? element.shadowRoot!.querySelector('.fallback a')!;
          expect(number.getBoundingClientRect().bottom - top, now).to.be.at.most(740);
        }
      });
    }
  }
});

describe('<yonne-soins-now>: another language', () => {
  it('a button for each other language of the page, in its own name; all widgets of the page then speak it', async () => {
    const [first, second] = await Promise.all([
      show({ now: '2026-11-22T14:05', commune: VILLE }),
      show({ now: '2026-11-22T14:05', commune: VILLE }),
    ]);
    const button = () => first!.shadowRoot!.querySelector<HTMLButtonElement>('.head button')!;
    expect(bare(button().textContent!)).to.equal('English');
    expect(button().lang).to.equal('en');
    button().click();
    await Promise.all([first!.updateComplete, second!.updateComplete]);
    for (const element of [first!, second!]) expect(visibleText(element)).to.include('Getting care now');
    expect(bare(button().textContent!)).to.equal('Français');
    button().click();
    await Promise.all([first!.updateComplete, second!.updateComplete]);
    for (const element of [first!, second!]) expect(visibleText(element)).to.include('Se soigner maintenant');
    delete yonneSoins().language;
  });

  it('one that is written from right to left: the card is laid out that way, and nothing is cut', async () => {
    registerLanguage('qar', { [generateMsgId('ltr', false).slice(0, 5)]: 'rtl' });
    const element = await show({ now: '2026-11-22T14:05', commune: VILLE, lang: 'qar' });
    const box = element.parentElement!;
    box.style.width = '320px';
    await unfold(element);
    const { left, right } = element.getBoundingClientRect();
    expect(getComputedStyle(element.shadowRoot!.querySelector('.card')!).direction).to.equal('rtl');
    const title = element.shadowRoot!.querySelector('.title')!;
    const range = document.createRange();
    range.selectNodeContents(title);
    expect(right - range.getBoundingClientRect().right).to.be.below(range.getBoundingClientRect().left - left);
    const seen = [...element.shadowRoot!.querySelectorAll('.card *:not(.visually-hidden):not(rect)')];
    const cut = seen.filter((node) => {
      const place = node.getBoundingClientRect();
      return place.width > 0 && (place.right > right + 0.5 || place.left < left - 0.5);
    });
    expect(cut.map((node) => `${node.localName} ${node.textContent!.trim().slice(0, 40)}`)).to.deep.equal([]);
    yonneSoins().languages.delete('qar');
  });
});

describe('<yonne-soins-now>: choosing a commune', () => {
  it('is said, and the reader goes on from the head', async () => {
    const element = await show({ now: '2026-11-22T14:05' });
    const root = element.shadowRoot!;
    root.querySelector<HTMLButtonElement>('.where button')!.click();
    await element.updateComplete;
    const input = root.querySelector<HTMLInputElement>('input[role="combobox"]')!;
    input.value = 'Bourg';
    input.dispatchEvent(new Event('input'));
    await element.updateComplete;
    root.querySelector<HTMLElement>('[role="option"]')!.click();
    await element.updateComplete;
    expect(bare(root.querySelector('.card > [role="status"]')!.textContent!)).to.equal('Bourg-d’Essai et alentours');
    expect(root.activeElement!.className).to.include('title');
    delete yonneSoins().commune;
  });
});

describe('<yonne-soins-now>: drawn in two steps', () => {
  /** The widget on the page, at the end of its first step. */
  const firstStep = async (width: number): Promise<YonneSoinsNow> => {
    const element = document.createElement('yonne-soins-now');
    element.lang = 'fr';
    element.now = '2026-11-22T14:05';
    element.commune = VILLE;
    element.style.width = `${width}px`;
    document.body.append(element);
    // Its first update is a microtask, long before the next frame.
    await Promise.resolve();
    for (let i = 0; i < 20 && !element.shadowRoot?.querySelector('.strip'); i++) await Promise.resolve();
    return element;
  };

  for (const width of [280, 320, 360, 640]) {
    it(`${width} px: first the title and the emergency numbers, which the second step does not move`, async () => {
      const element = await firstStep(width);
      const places = () =>
        ['.title', '.strip'].map((part) => {
          const { top, height } = element.shadowRoot!.querySelector(part)!.getBoundingClientRect();
          return [part, Math.round(top), Math.round(height)];
        });
      const text = visibleText(element);
      for (const part of ['Se soigner maintenant', 'Urgence vitale 15', '112', 'SMS 114'])
        expect(text).to.include(part);
      expect(text).not.to.include('Sources, ');
      const before = places();
      await element.updateComplete;
      expect(visibleText(element)).to.include('Sources, ');
      expect(places()).to.deep.equal(before);
      element.remove();
    });
  }

  it('the second step comes where the page has no frames, too', async () => {
    const { requestAnimationFrame } = window;
    window.requestAnimationFrame = () => 0;
    try {
      const element = await firstStep(360);
      await element.updateComplete;
      expect(visibleText(element)).to.include('Sources, ');
      element.remove();
    } finally {
      window.requestAnimationFrame = requestAnimationFrame;
    }
  });
});
