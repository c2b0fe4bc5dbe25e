import { expect, fixture, html } from '@open-wc/testing';
import { DateTime } from 'luxon';
import { YonneGardeScreen } from '../components/garde-screen/garde-screen.ts';
import type { ScreenLock } from '../components/garde-screen/wake-lock.ts';
import { replaceBundledDirectory } from '../components/shared/bundled-directory.ts';
import type { Clock } from '../components/shared/clock.ts';
import '../components/locales/languages.ts';
import type { RosterDetail } from '../components/garde-screen/roster-controller.ts';
import { MINUTE, parseInstant } from '../src/time/calendar.ts';
import { inMedia } from './browser.ts';
import { FAUBOURG, LOINTAIN, trialWith, useTrial, VILLE } from './fixtures/trial.ts';
import { handClock } from './hand-clock.ts';
import { bare, visibleText, warnings } from './reading.ts';
import scenarios from './scenarios.json';
import { turn, until } from './waiting.ts';

useTrial();
if (!customElements.get('yonne-garde-screen')) customElements.define('yonne-garde-screen', YonneGardeScreen);

const NIGHT = '2026-11-24T23:10';
const DAYTIME = '2026-11-24T10:00';
const CHRISTMAS = '2026-12-25T10:00';

const ROSTER = `début;fin;nom;adresse;ville;téléphone
24/11/2026 09:00;25/11/2026 09:00;Pharmacie d’essai du Marché;1 place d’essai;Ville-d’Essai;3237
26/11/2026 09:00;27/11/2026 09:00;Pharmacie d’essai de la Gare;2 place d’essai;Ville-d’Essai;
`;

interface Options {
  clock?: Clock;
  wakeLock?: ScreenLock;
  width?: number;
  height?: number;
  /** Content of the element. */
  inside?: string;
  [attribute: string]: unknown;
}

const show = async ({ clock, wakeLock, width = 1280, height = 720, inside, ...attributes }: Options = {}) => {
  const element = document.createElement('yonne-garde-screen') as YonneGardeScreen;
  if (inside) element.innerHTML = inside;
  element.wakeLock = wakeLock;
  if (clock) element.clock = clock;
  for (const [name, value] of Object.entries({ lang: 'fr', ...attributes }))
    if (value !== undefined) element.setAttribute(name, String(value));
  element.style.cssText = `width: ${width}px; height: ${height}px`;
  const place = async () => {
    await fixture(html`${element}`);
    await element.updateComplete;
  };
  // The gaps of these rosters are meant.
  await (inside ? warnings(place) : place());
  return element;
};

const part = (element: Element, name: string): string =>
  bare([...element.shadowRoot!.querySelectorAll(`[part~="${name}"]`)].map((node) => node.textContent).join(' | '));

const screenOf = (element: Element) => element.shadowRoot!.querySelector<HTMLElement>('.screen')!;

/** A file at a URL. */
const file = (content: BlobPart, type = 'text/csv') => URL.createObjectURL(new Blob([content], { type }));

/** Until the element has read its roster, or failed to. */
const rosterRead = (element: Element) =>
  new Promise<RosterDetail>((resolve) =>
    element.addEventListener('yonne-roster', (event) => resolve((event as CustomEvent).detail), { once: true }),
  );

describe('<yonne-garde-screen>: years of days', () => {
  it('keep nothing of the lists that were shown before', async () => {
    const element = await show({ commune: VILLE });
    const nodes = async (now: string) => {
      element.now = now;
      await element.updateComplete;
      const all = document.createNodeIterator(element.shadowRoot!, NodeFilter.SHOW_ALL);
      let count = 0;
      while (all.nextNode()) count++;
      return count;
    };
    const day = await nodes(DAYTIME);
    const night = await nodes(NIGHT);
    for (let days = 0; days < 10; days++) {
      expect(await nodes(DAYTIME), `after ${days + 1} nights`).to.equal(day);
      expect(await nodes(NIGHT)).to.equal(night);
    }
  });
});

describe('<yonne-garde-screen>: numbers beside "answers around the clock"', () => {
  it('are those of which a source says so, the price of the call beside them', async () => {
    replaceBundledDirectory(
      trialWith(({ channels }) => {
        channels.find(({ id }) => id === 'sos-ville')!.phones = [
          { number: '3624', price: 0.15, plusCall: true },
          { number: '0 820 00 00 01', price: 'paid', hours: 'unpublished' },
        ];
      }),
    );
    try {
      const text = visibleText(await show({ now: '2026-11-22T14:05', commune: VILLE }));
      expect(text).to.include('SOS Médecins Ville-d’Essai 36 24 (0,15 €/min + prix de l’appel) Répond 24 h/24');
      expect(text).not.to.include('0 820');
    } finally {
      useTrial();
    }
  });
});

describe('<yonne-garde-screen>: in the day with nothing near', () => {
  it('says so, and where one can go farther away', async () => {
    replaceBundledDirectory(
      trialWith((edition) => {
        edition.channels = edition.channels.filter(({ kind }) => kind !== 'telecabin');
      }),
    );
    try {
      expect(part(await show({ now: DAYTIME, commune: LOINTAIN }), 'channels')).to.match(
        /Vous n’en avez pas, ou il ne peut pas \? Aucun lieu ouvert sans rendez-vous à moins de 40 km\. Sans rendez-vous, plus loin Centre d’essai de la Ville.*≈ 42 km/,
      );
    } finally {
      useTrial();
    }
  });
});

describe('<yonne-garde-screen>: the regime and its end', () => {
  for (const row of scenarios) {
    const at = DateTime.fromISO(row.at, { zone: 'Europe/Paris', locale: 'fr' });
    const until = DateTime.fromISO(row.until, { zone: 'Europe/Paris', locale: 'fr' });
    const end = `${until.hasSame(at, 'day') ? '' : `${until.weekdayLong} `}${until.hour} h`;
    const regime = row.regime === 'pdsa' ? 'Hors des heures de cabinet' : 'En journée';
    it(`${row.at}: ${regime}, jusqu’à ${end}`, async () => {
      const text = visibleText(await show({ now: row.at }));
      expect(text).to.include(`${regime}, jusqu’à ${end} `);
      expect(text).to.include(at.toFormat('HH:mm'));
    });
  }
});

describe('<yonne-garde-screen>: what it says', () => {
  const cases: [string, Options, { [part: string]: RegExp }][] = [
    [
      'Tuesday 23:10: 15 before going anywhere, 114, 3237 with its price',
      { commune: VILLE, name: 'Pharmacie du Marché', now: NIGHT },
      {
        card: /Pharmacie du Marché — qui appeler maintenant \? Hors des heures de cabinet, jusqu’à mercredi 8 h 23:10 mardi 24 novembre/,
        vital:
          /^15 ou 112 Urgence vitale Besoin d’un médecin cette nuit \? Un médecin vous répond et vous dit où aller\. Appelez avant de vous déplacer\. Gratuit\. Sourd ou malentendant : SMS au 114$/,
        pharmacy: /^Pharmacie de garde 32 37 \(0,35 €\/min\) indique la pharmacie de garde$/,
        channels:
          /^Ouvert ou joignable maintenant SOS Médecins Ville-d’Essai 36 24 \(0,15 €\/min\) 0 820 00 00 01 \(numéro payant\) Répond 24 h\/24 · appelez d’abord · Ville-d’Essai Urgences de l’hôpital : le 15 d’abord Ville-d’Essai \(sur place\)\. Pour un enfant : Ville-d’Essai \(sur place\), Bourg-d’Essai ≈ 50 km\. Seulement si le 15 vous y envoie : maison médicale de garde \(Ville-d’Essai\)\.$/,
      },
    ],
    [
      'in the day: one’s own doctor first',
      { commune: VILLE, now: DAYTIME },
      {
        card: /Ville-d’Essai et alentours — qui appeler maintenant \? En journée, jusqu’à 20 h/,
        vital: /^15 ou 112 Urgence vitale Sourd ou malentendant : SMS au 114$/,
        channels:
          /^Vous avez un médecin traitant \? Appelez son cabinet d’abord\. Vous n’en avez pas, ou il ne peut pas \? Centre d’essai de la Ville.*03 53 01 00 01 Ouvert jusqu’à 20 h · sans rendez-vous · 5 avenue d’essai, Ville-d’Essai · Entrée par la gauche.*Aussi ouvert ou joignable SOS Médecins Ville-d’Essai.*Pas de solution \? Le 15 : un médecin vous oriente, de jour aussi\./,
      },
    ],
    ['a public holiday has its name', { now: CHRISTMAS }, { card: /vendredi 25 décembre jour férié \(Noël\)/ }],
    [
      'without a commune: the département',
      { now: NIGHT },
      { card: /^Essai —/, channels: /Ville-d’Essai.*Bourg-d’Essai.*Faubourg-d’Essai/ },
    ],
    [
      'what is far only where nothing is near',
      { commune: LOINTAIN, now: DAYTIME },
      {
        channels:
          /Télécabines d’essai en pharmacie Horaires non publiés · à demander : CPTS.* Aussi ouvert ou joignable SOS Médecins Ville-d’Essai.*≈ 42 km/,
      },
    ],
    [
      'the next change, the day of the data',
      { now: NIGHT },
      {
        card: /Prochain changement : mercredi 8 h – Centre d’essai de la Ville ouvre Annuaire du 22 novembre 2026 Version \d+\.\d+\.\d+\.$/,
      },
    ],
    [
      'a public holiday: what no source says to be open is to be confirmed by a call',
      { commune: VILLE, now: CHRISTMAS },
      {
        vital: /Besoin d’un médecin ce jour férié \?/,
        channels:
          /À confirmer avant de vous déplacer Centre d’essai de la Ville.*Ouverture à confirmer · jour férié : appelez d’abord/,
      },
    ],
    ['English', { now: NIGHT, lang: 'en' }, { card: /Outside office hours, until Wednesday 8:00/, vital: /text 114/ }],
  ];
  for (const [title, options, expected] of cases) {
    it(title, async () => {
      const element = await show(options);
      for (const [name, text] of Object.entries(expected))
        expect(part(element, name).replace(/ +/g, ' ')).to.match(text);
    });
  }

  for (const now of [NIGHT, CHRISTMAS]) {
    it(`${now}: no address to walk in where 15 decides or a call comes first`, async () =>
      expect(part(await show({ now, commune: VILLE }), 'channels')).not.to.match(
        /rue|boulevard|avenue|sans rendez-vous/,
      ));
  }

  it('where one books: its short address and a code', async () => {
    const element = await show({ now: NIGHT, commune: FAUBOURG });
    expect(part(element, 'channels')).to.include('SOS Médecins Bourg-d’Essai');
    expect(part(element, 'channels')).to.include('sur rendez-vous : rendez-vous.example');
    const code = element.shadowRoot!.querySelector('svg[role="img"]')!;
    expect(code.getAttribute('aria-label')).to.match(/rendez-vous\.example/);
    expect(bare(code.parentElement!.textContent!)).to.match(
      /^SOS Médecins Bourg-d’Essai, sur rendez-vous : ?rendez-vous\.example$/,
    );
  });

  it('a QR code leads to the page given', async () => {
    const element = await show({ now: NIGHT, page: 'https://www.example.org/essai' });
    expect(element.shadowRoot!.querySelector('svg[role="img"]')!.getAttribute('aria-label')).to.match(/example\.org/);
  });

  const wrong: [string, string, RegExp][] = [
    ['page', 'javascript:alert(1)', /expected the URL of a page/],
    ['page', 'https://', /expected the URL of a page/],
    ['hours', '9h-19h', /expected hours such as Mo-Fr/],
    ['commune', '75056', /expected the INSEE code of a commune of the Essai, such as 00001/],
    ['now', 'noon', /expected an ISO 8601 date/],
    ['theme', 'night', /expected light, dark or auto/],
    ['second-lang', 'kl', /expected fr or en/],
  ];
  for (const [name, value, message] of wrong) {
    it(`${name}="${value}" is named once and the screen goes on`, async () => {
      const clock = handClock('2026-11-24T22:11:00Z');
      let element!: YonneGardeScreen;
      const said = await warnings(async () => {
        element = await show({ clock, [name]: value });
        clock.set(clock.now() + 2 * MINUTE);
        await element.updateComplete;
      });
      expect(said.filter((text) => message.test(text))).to.have.length(1);
      expect(part(element, 'vital')).to.include('15');
    });
  }

  it('the theme: dark from 20:00 to 8:00 in Paris, or as asked', async () => {
    const cases: [string, string | undefined, string][] = [
      ['2026-11-24T07:59', undefined, 'night'],
      ['2026-11-24T08:00', undefined, 'day'],
      ['2026-11-24T19:59', 'auto', 'day'],
      ['2026-11-24T20:00', 'auto', 'night'],
      [DAYTIME, 'dark', 'night'],
      [NIGHT, 'light', 'day'],
    ];
    for (const [now, theme, expected] of cases)
      expect([...screenOf(await show({ now, theme })).classList], `${now} ${theme}`).to.include(expected);
  });

  it('the second language takes turns with the first, minute by minute', async () => {
    const clock = handClock('2026-11-24T22:10:00Z');
    const element = await show({ clock, 'second-lang': 'en' });
    const seen: string[] = [];
    for (let i = 0; i < 4; i++) {
      await element.updateComplete;
      seen.push(screenOf(element).lang);
      expect(visibleText(element)).to.match(seen[i] === 'fr' ? /Hors des heures de cabinet/ : /Outside office hours/);
      clock.set(clock.now() + MINUTE);
    }
    expect(new Set(seen.slice(0, 2)).size).to.equal(2);
    expect(seen.slice(2)).to.deep.equal(seen.slice(0, 2));
  });

  it('is accessible', async () => {
    for (const now of [NIGHT, DAYTIME]) {
      const element = await show({
        now,
        commune: VILLE,
        page: 'https://www.example.org/',
        inside: `<script type="text/csv">${ROSTER}</script>`,
      });
      await expect(element).to.be.accessible();
    }
  });
});

describe('<yonne-garde-screen>: the text fills the screen and nothing is cut', () => {
  const sizes = [
    [1920, 1080],
    [1080, 1920],
    [1280, 720],
    [3840, 2160],
    [1024, 768],
    [1280, 280],
    [1920, 280],
    [3840, 540],
    [800, 480],
  ] as const;
  const long = `début;fin;nom;adresse;ville;téléphone\n${[
    'Marché',
    'Gare',
    'Porte de Paris, centre commercial d’essai des Quatre-Vents',
    'x'.repeat(200),
  ]
    .map(
      (name) =>
        `24/11/2026 09:00;25/11/2026 09:00;Pharmacie d’essai ${name};12 bis avenue d’essai;Les Écluses-d’Essai;3237`,
    )
    .join('\n')}`;
  const contents: [string, Options][] = [
    ['a night', { now: NIGHT, commune: VILLE, name: 'Pharmacie du Marché' }],
    ['a day, all of the département, a code', { now: DAYTIME, page: 'https://www.example.org/' }],
    [
      'a night, English, four pharmacies, a long name',
      { now: NIGHT, lang: 'en', name: 'Pharmacie '.repeat(20), inside: `<script type="text/csv">${long}</script>` },
    ],
    ['a wrong clock', { clock: handClock('1970-01-01T00:00:30Z'), name: 'x'.repeat(300) }],
  ];
  for (const [width, height] of sizes) {
    for (const [title, options] of contents) {
      it(`${width}×${height}: ${title}`, async () => {
        const element = await show({ ...options, width, height });
        const outer = element.getBoundingClientRect();
        const shown = [...element.shadowRoot!.querySelectorAll<HTMLElement>('p, .box, .sheet, svg')];
        for (const node of shown.filter((candidate) => candidate.getClientRects().length)) {
          const rect = node.getBoundingClientRect();
          const inside =
            rect.left >= outer.left &&
            rect.top >= outer.top &&
            rect.right <= outer.right &&
            rect.bottom <= outer.bottom;
          expect(inside, `${node.className} ${node.textContent}`).to.equal(true);
          if (node.clientWidth)
            expect(node.scrollWidth, `${node.className} ${node.textContent}`).to.be.at.most(node.clientWidth + 1);
        }
        const vital = element.shadowRoot!.querySelector<HTMLElement>('.vital .number')!;
        expect(vital.getBoundingClientRect().height).to.be.above(Math.min(width, height) * 0.07);
      });
    }
  }

  it('with channels too many to be read, the nearest stay and the others are counted', async () => {
    const directory = trialWith(({ directory: edition, channels }) => {
      edition.date = '2026-11-23';
      const clinic = channels.find(({ id }) => id === 'csnp-ville')!;
      for (let i = 0; i < 20; i++) channels.push({ ...clinic, id: `essai-${i}`, name: `Centre d’essai ${i}` });
    });
    const element = await show({
      clock: handClock(`${DAYTIME}+01:00`),
      commune: VILLE,
      width: 1920,
      height: 1080,
      directory: file(JSON.stringify(directory), 'application/json'),
    });
    await until(() => visibleText(element).includes('de plus'));
    const shown = element.shadowRoot!.querySelectorAll('[part="channel"]').length;
    expect(shown).to.be.within(2, 8);
    expect(visibleText(element)).to.include(`et ${22 - shown} de plus : appelez le 15`);
    expect(Number.parseFloat(screenOf(element).style.fontSize)).to.be.above(1080 * 0.022);
  });

  it('follows the size of the screen', async () => {
    const element = await show({ now: NIGHT });
    const size = () => Number.parseFloat(screenOf(element).style.fontSize);
    const before = size();
    element.style.height = '1440px';
    element.style.width = '2560px';
    await until(() => size() !== before, 'another size of the text');
    expect(size()).to.be.within(before * 1.9, before * 2.1);
  });

  it('stays as it is while only the minute changes; shifts by a few pixels within its margin', async () => {
    const clock = handClock('2026-11-24T22:10:00Z');
    const element = await show({ clock, commune: VILLE });
    const screen = screenOf(element);
    const sheet = element.shadowRoot!.querySelector<HTMLElement>('.sheet')!;
    const size = screen.style.fontSize;
    const places = new Set<string>();
    for (let i = 0; i < 18; i++) {
      expect(screen.style.fontSize).to.equal(size);
      places.add(sheet.style.transform);
      const [outer, inner] = [screen.getBoundingClientRect(), sheet.getBoundingClientRect()];
      for (const margin of [
        inner.left - outer.left,
        inner.top - outer.top,
        outer.right - inner.right,
        outer.bottom - inner.bottom,
      ])
        expect(margin).to.be.above(Number.parseFloat(size) / 2);
      clock.set(clock.now() + MINUTE);
      await element.updateComplete;
    }
    expect(places.size).to.equal(9);
  });
});

describe('<yonne-garde-screen>: the next duty, and the hours of the place', () => {
  const inside = `<script type="text/csv">${ROSTER}</script>`;
  const cases: [title: string, now: string, options: Options, expected: RegExp][] = [
    [
      'in the day: that of this evening before 32 37',
      '2026-11-26T08:00',
      { inside: inside.replace('26/11/2026 09:00', '26/11/2026 19:00') },
      /^Pharmacie de garde Ce soir dès 19 h Pharmacie d’essai de la Gare 2 place d’essai, Ville-d’Essai jusqu’à vendredi 9 h ou par téléphone : 32 37/,
    ],
    [
      'that of the same morning',
      '2026-11-26T08:30',
      { inside },
      /^Pharmacie de garde Dès 9 h Pharmacie d’essai de la Gare/,
    ],
    [
      'out of hours with nobody on duty: 32 37 first',
      '2026-11-25T23:00',
      { inside },
      /^Pharmacie de garde 32 37 \(0,35 €\/min\) indique la pharmacie de garde Dès jeudi 9 h Pharmacie d’essai de la Gare/,
    ],
    [
      'one that begins in more than a day is not said',
      '2026-11-25T08:59:59',
      { inside: inside.replace('25/11/2026 09:00', '24/11/2026 20:00') },
      /^Pharmacie de garde 32 37 \(0,35 €\/min\) indique la pharmacie de garde$/,
    ],
    [
      'the place, open: before the next duty',
      '2026-11-26T08:30',
      { inside, name: 'Pharmacie d’essai du Pont', hours: 'Mo-Fr 08:00-12:30,14:00-19:00' },
      /^Pharmacie d’essai du Pont Ouvert jusqu’à 12 h 30 Pharmacie de garde Dès 9 h/,
    ],
    [
      'the place, closed: after the pharmacy on duty',
      NIGHT,
      { inside, hours: 'Mo-Fr 09:00-19:00' },
      /^Pharmacie de garde Pharmacie d’essai du Marché .* Ici Fermé jusqu’à mercredi 9 h$/,
    ],
    [
      'the place, on a public holiday of which its hours say nothing',
      CHRISTMAS,
      { hours: 'Mo-Fr 09:00-19:00' },
      / Ici Ouverture à confirmer · jour férié : appelez d’abord$/,
    ],
    [
      'the place, on a public holiday of which they do',
      CHRISTMAS,
      { hours: 'Mo-Fr 09:00-19:00; PH off' },
      / Ici Fermé jusqu’à lundi 9 h$/,
    ],
  ];
  for (const [title, now, options, expected] of cases)
    it(title, async () => expect(part(await show({ now, ...options }), 'pharmacy')).to.match(expected));

  it('the pharmacy on duty stands before 15 where the one of the screen is closed, after it in the day', async () => {
    const first = async (options: Options) => {
      const element = await show({ inside, ...options });
      return element.shadowRoot!.querySelector('.box')!.getAttribute('part');
    };
    expect(await first({ now: NIGHT })).to.equal('pharmacy');
    expect(await first({ now: DAYTIME })).to.equal('vital');
    expect(await first({ now: DAYTIME, hours: 'Mo-Fr 14:00-19:00' })).to.equal('pharmacy');
    expect(await first({ now: '2026-11-25T23:00' })).to.equal('vital');
  });

  const changes: [now: string, options: Options, expected: string][] = [
    ['2026-11-26T08:00', { inside }, '9 h – Pharmacie d’essai de la Gare prend la garde'],
    ['2026-11-25T08:30', { inside }, '9 h – fin de garde, Pharmacie d’essai du Marché'],
    ['2026-11-24T07:00', { commune: VILLE }, '8 h – Centre d’essai de la Ville ouvre'],
    ['2026-11-24T19:00', { commune: VILLE }, '20 h – fin des heures de cabinet'],
    ['2026-11-28T15:00', { commune: VILLE }, '20 h – Centre d’essai de la Ville ferme'],
  ];
  for (const [now, options, expected] of changes)
    it(`${now}: next, ${expected}`, async () =>
      expect(visibleText(await show({ now, ...options }))).to.include(`Prochain changement : ${expected} Annuaire`));
});

describe('<yonne-garde-screen>: magnified, and on a telephone', () => {
  // 1920×1080 at 400 %, 1280×1024 at 400 %, a telephone, a ribbon at 200 %; telephones whose text alone is larger.
  for (const [width, height, text] of [
    [480, 270, '100%'],
    [320, 256, '100%'],
    [360, 740, '100%'],
    [960, 140, '100%'],
    [360, 740, '200%'],
    [320, 640, '200%'],
  ] as const) {
    it(`${width}×${height}, text of ${text}: all of it, in ordinary text that scrolls`, async () => {
      const inside = `<script type="text/csv">${ROSTER}</script>`;
      const element = await show({ now: NIGHT, commune: VILLE, name: 'x'.repeat(60), inside, width, height });
      element.style.fontSize = text;
      const screen = screenOf(element);
      expect(Number.parseFloat(getComputedStyle(screen).fontSize)).to.be.at.least(16);
      for (const text of [
        '15',
        'Pharmacie d’essai du Marché',
        'SOS Médecins Ville-d’Essai',
        'maison médicale de garde',
      ])
        expect(visibleText(element)).to.include(text);
      expect(screen.scrollHeight).to.be.above(screen.clientHeight);
      expect(screen.scrollWidth).to.equal(screen.clientWidth);
      for (const box of element.shadowRoot!.querySelectorAll<HTMLElement>('.box'))
        expect(box.scrollWidth, bare(box.textContent!)).to.be.at.most(box.clientWidth);
      screen.scrollTop = screen.scrollHeight;
      const { bottom } = element.shadowRoot!.querySelector('.foot')!.getBoundingClientRect();
      expect(bottom).to.be.at.most(element.getBoundingClientRect().bottom + 1);
      screen.focus();
      expect(element.shadowRoot!.activeElement).to.equal(screen);
      // What counts first is seen first.
      expect(element.shadowRoot!.querySelector('.box')!.getAttribute('part')).to.equal('vital');
      await expect(element).to.be.accessible();
    });
  }

  it('a window that becomes large again is filled again', async () => {
    const element = await show({ now: NIGHT, width: 320, height: 256 });
    expect(screenOf(element).style.fontSize).to.equal('');
    Object.assign(element.style, { width: '1280px', height: '720px' });
    await until(() => Number.parseFloat(screenOf(element).style.fontSize) > 15, 'text that fills the window');
    expect(screenOf(element).hasAttribute('tabindex')).to.equal(false);
    Object.assign(element.style, { width: '320px', height: '256px' });
    await until(() => screenOf(element).style.fontSize === '', 'ordinary text');
    expect(
      [...element.shadowRoot!.querySelectorAll<HTMLElement>('.column, .box')]
        .map(({ style }) => style.fontSize)
        .join(''),
    ).to.equal('');
  });

  it('who asked for less motion: neither the language nor the sheet changes by itself', () =>
    inMedia({ features: { 'prefers-reduced-motion': 'reduce' } }, async () => {
      const clock = handClock('2026-11-24T22:10:00Z');
      const element = await show({ clock, 'second-lang': 'en' });
      const seen = new Set<string>();
      for (let i = 0; i < 4; i++) {
        await element.updateComplete;
        const { transform } = element.shadowRoot!.querySelector<HTMLElement>('.sheet')!.style;
        seen.add(`${screenOf(element).lang} ${new DOMMatrix(transform).isIdentity ? 'in its place' : transform}`);
        clock.set(clock.now() + MINUTE);
      }
      expect([...seen]).to.deep.equal(['fr in its place']);
    }));
});

describe('<yonne-garde-screen>: the pharmacy on duty', () => {
  const during: [string, RegExp][] = [
    ['2026-11-24T08:59', /^Pharmacie de garde Dès 9 h Pharmacie d’essai du Marché/],
    [
      '2026-11-24T09:00',
      /^Pharmacie de garde Pharmacie d’essai du Marché 1 place d’essai, Ville-d’Essai 32 37 · jusqu’à mercredi 9 h ou par téléphone : 32 37 \(0,35 €\/min\)$/,
    ],
    ['2026-11-25T08:59', /Pharmacie d’essai du Marché/],
    ['2026-11-25T09:00', /^Pharmacie de garde 32 37/],
    ['2026-11-26T09:00', /Pharmacie d’essai de la Gare/],
    ['2026-11-27T09:00', /^Pharmacie de garde 32 37/],
  ];
  for (const [now, expected] of during) {
    it(`${now}: ${expected.source.slice(0, 50)}`, async () =>
      expect(part(await show({ now, inside: `<script type="text/csv">${ROSTER}</script>` }), 'pharmacy')).to.match(
        expected,
      ));
  }

  const together = (letters: string) =>
    `<script type="application/json">${JSON.stringify(
      [...letters].map((letter) => ({
        from: '2026-11-24T09:00',
        to: '2026-11-25T09:00',
        name: `Pharmacie d’essai ${letter}`,
      })),
    )}</script>`;

  it('several at a time: all', async () =>
    expect(part(await show({ now: NIGHT, inside: together('AB') }), 'pharmacy')).to.match(
      /^Pharmacies de garde .*essai A .*essai B /,
    ));

  it('more than the screen holds: the others are counted, and the line for pharmacies tells them, not 15', async () =>
    expect(part(await show({ now: NIGHT, inside: together('ABCDEFGH') }), 'pharmacy')).to.match(
      /essai F [^G]*et 2 de plus ou par téléphone : 32 37/,
    ));

  it('a roster that is written in the page later, or corrected, is read', async () => {
    const element = await show({ now: NIGHT });
    const script = Object.assign(document.createElement('script'), { type: 'text/csv', textContent: ROSTER });
    element.append(script);
    await rosterRead(element);
    await element.updateComplete;
    expect(part(element, 'pharmacy')).to.include('du Marché');
    const read = rosterRead(element);
    script.textContent = ROSTER.replace('du Marché', 'du Pont');
    await read;
    await element.updateComplete;
    expect(part(element, 'pharmacy')).to.include('du Pont');
  });

  it('gaps and overlaps are reported, in the console and to the page', async () => {
    let detail!: RosterDetail;
    const said = await warnings(async () => {
      const element = await show({ now: NIGHT });
      const read = rosterRead(element);
      element.setAttribute('roster', file(`${ROSTER}24/11/2026 20:00;25/11/2026 08:00;Pharmacie d’essai de nuit;;;`));
      detail = await read;
    });
    expect(detail.problems.map(({ kind }) => kind)).to.have.members(['overlap', 'gap']);
    expect(detail).to.include({ duties: 3, failing: false });
    expect(said.join()).to.include('<yonne-garde-screen> roster: ');
  });

  it('the end of a duty is shown at its second, and counts as the next change', async () => {
    const clock = handClock('2026-11-25T07:58:59Z');
    const element = await show({ clock, inside: `<script type="text/csv">${ROSTER}</script>` });
    expect(visibleText(element)).to.include('Prochain changement : 9 h');
    clock.set('2026-11-25T07:59:59Z');
    await element.updateComplete;
    expect(part(element, 'pharmacy')).to.include('du Marché');
    clock.set('2026-11-25T08:00:00Z');
    await element.updateComplete;
    expect(part(element, 'pharmacy')).not.to.include('du Marché');
    expect(visibleText(element)).not.to.include('tour de garde terminé');
    clock.set('2026-11-27T08:00:00Z');
    await element.updateComplete;
    expect(visibleText(element)).to.include('tour de garde terminé');
  });
});

describe('<yonne-garde-screen>: faults', () => {
  const rosters: [string, () => string, RegExp][] = [
    ['404', () => '/test/no-such-roster.csv', /tour de garde injoignable$/],
    [
      'HTML instead of CSV',
      () => file('<!doctype html><title>Connexion</title><p>Pharmacie;de;garde</p>', 'text/html'),
      /injoignable$/,
    ],
    ['no server there', () => 'http://127.0.0.1:9/roster.csv', /injoignable$/],
    ['truncated JSON', () => file('[{"from":"2026-11-24T09:00","to":"2026-11-2'), /injoignable$/],
    ['an image', () => file(new Uint8Array(5000).map((_, i) => i * 37)), /injoignable$/],
    ['nothing at all', () => file(''), /injoignable$/],
  ];
  for (const [title, url, foot] of rosters) {
    it(`roster: ${title} → 3237, and the screen says so`, async () => {
      const said = await warnings(async () => {
        const element = await show({ now: NIGHT });
        const read = rosterRead(element);
        element.setAttribute('roster', url());
        expect((await read).failing).to.equal(true);
        await element.updateComplete;
        expect(part(element, 'pharmacy')).to.match(/^Pharmacie de garde 32 37/);
        expect(visibleText(element)).to.match(foot);
      });
      expect(said.join()).to.match(/roster="/);
    });
  }

  it('roster: truncated CSV → its whole lines', async () => {
    await warnings(async () => {
      const element = await show({ now: NIGHT });
      const read = rosterRead(element);
      element.setAttribute('roster', file(ROSTER.slice(0, ROSTER.indexOf('Gare') - 20)));
      expect((await read).duties).to.equal(1);
      await element.updateComplete;
      expect(part(element, 'pharmacy')).to.include('du Marché');
    });
  });

  it('roster: 10,000 lines, all of them', async () => {
    const day = (i: number) =>
      DateTime.fromISO('2026-01-01T09:00', { zone: 'Europe/Paris' }).plus({ days: i }).toFormat('yyyy-MM-dd HH:mm');
    const lines = Array.from({ length: 10_000 }, (_, i) => `${day(i)};${day(i + 1)};Pharmacie d’essai ${i}`);
    const element = await show({ now: NIGHT });
    const read = rosterRead(element);
    element.setAttribute('roster', file(`début;fin;nom\n${lines.join('\n')}`));
    expect((await read).duties).to.equal(10_000);
    await element.updateComplete;
    expect(part(element, 'pharmacy')).to.include('Pharmacie d’essai 327');
  });

  it('roster: hostile markup stays text, and cannot make the rest unreadable', async () => {
    const name = `<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>${'W'.repeat(5000)}`;
    const element = await show({ now: NIGHT });
    const read = rosterRead(element);
    element.setAttribute(
      'roster',
      file(
        JSON.stringify([
          { from: '2026-11-24T09:00', to: '2026-11-25T09:00', name, address: name, town: name, phone: name },
        ]),
      ),
    );
    await warnings(async () => {
      await read;
      await element.updateComplete;
    });
    expect(part(element, 'pharmacy')).to.include('<img src=x');
    expect(element.shadowRoot!.querySelectorAll('img, script')).to.have.length(0);
    expect(window).not.to.have.property('hacked');
    expect(Number.parseFloat(screenOf(element).style.fontSize)).to.be.above(10);
  });

  it('roster: the last good one stays while its URL fails, says since when, never past its end; back with the network', async () => {
    const clock = handClock('2026-11-24T20:00:00Z');
    const url = file(ROSTER);
    await warnings(async () => {
      const element = await show({ clock });
      let read = rosterRead(element);
      element.setAttribute('roster', url);
      await read;
      const text = async () => {
        await element.updateComplete;
        return visibleText(element);
      };
      expect(await text()).to.include('du Marché');
      expect(element.keepsRoster).to.equal(false);
      URL.revokeObjectURL(url);
      clock.set('2026-11-24T20:59:00Z');
      expect(await text()).not.to.include('injoignable');
      read = rosterRead(element);
      clock.set('2026-11-24T21:00:00Z');
      expect((await read).failing).to.equal(true);
      expect(await text()).to.include('du Marché');
      expect(await text()).to.include('tour de garde reçu mardi 24 novembre, 21 h, injoignable depuis');
      expect(element.keepsRoster).to.equal(true);
      clock.set('2026-11-25T08:00:00Z');
      expect(await text()).not.to.include('du Marché');
      // A file at the same URL again is as good as one at another: the URL of a blob never comes back.
      element.setAttribute('roster', file(ROSTER));
      // What is heard from now on is of this file: the request of the one before it was given up.
      await element.updateComplete;
      await rosterRead(element);
      clock.set('2026-11-26T20:00:00Z');
      expect(await text()).to.include('de la Gare');
    });
  });

  it('roster: a file cut off on its way does not take the place of the whole one', async () => {
    const { fetch } = window;
    let content = ROSTER;
    window.fetch = () => Promise.resolve(new Response(content));
    try {
      await warnings(async () => {
        const clock = handClock('2026-11-24T20:00:00Z');
        const element = await show({ clock });
        let read = rosterRead(element);
        element.setAttribute('roster', '/roster.csv');
        expect((await read).duties).to.equal(2);
        content = ROSTER.slice(0, ROSTER.indexOf('Gare'));
        read = rosterRead(element);
        clock.set('2026-11-24T21:00:00Z');
        expect((await read).duties).to.equal(2);
        clock.set('2026-11-26T20:00:00Z');
        await element.updateComplete;
        expect(visibleText(element)).to.include('de la Gare');
      });
    } finally {
      window.fetch = fetch;
    }
  });

  it('roster: asked again as soon as the network is back', async () => {
    await warnings(async () => {
      const element = await show({ now: NIGHT });
      let read = rosterRead(element);
      element.setAttribute('roster', '/test/no-such-roster.csv');
      await read;
      read = rosterRead(element);
      window.dispatchEvent(new Event('online'));
      expect((await read).failing).to.equal(true);
    });
  });

  it('roster: a server that never answers is given up, without a timer of its own', async () => {
    const { fetch, setTimeout } = window;
    let timers = 0;
    window.fetch = (_, options) =>
      new Promise((_resolve, reject) => options!.signal!.addEventListener('abort', () => reject(new Error('aborted'))));
    window.setTimeout = ((...parts: Parameters<typeof setTimeout>) => {
      timers++;
      return setTimeout(...parts);
    }) as typeof setTimeout;
    try {
      await warnings(async () => {
        const clock = handClock('2026-11-24T20:00:00Z');
        const element = await show({ clock, roster: 'https://example.org/roster.csv' });
        const read = rosterRead(element);
        timers = 0;
        clock.set('2026-11-24T20:01:00Z');
        expect((await read).failing).to.equal(true);
        expect(timers).to.equal(0);
      });
    } finally {
      Object.assign(window, { fetch, setTimeout });
    }
  });

  for (const wrong of ['1970-01-01T00:00:00Z', '2026-11-21T22:59:00Z']) {
    it(`a clock at ${wrong}, before the day of the data: says so, and only what holds at any hour`, async () => {
      const clock = handClock('2026-11-24T22:10:00Z');
      const element = await show({ clock, commune: VILLE, inside: `<script type="text/csv">${ROSTER}</script>` });
      expect(part(element, 'pharmacy')).to.include('du Marché');
      clock.set(wrong);
      await element.updateComplete;
      const text = visibleText(element);
      expect(text).to.match(/L’horloge de cet appareil est fausse/);
      expect(text).not.to.match(/\d\d:\d\d|jusqu’à|du Marché|Sur orientation/);
      for (const number of ['15', '112', '114', '32 37']) expect(text).to.include(number);
      clock.set('2026-11-24T22:11:00Z');
      await element.updateComplete;
      expect(visibleText(element)).to.include('23:11');
    });
  }

  it('a clock that jumps by a day, forth and back: recomputed', async () => {
    const clock = handClock('2026-11-27T22:10:00Z');
    const element = await show({ clock });
    const jumps: [string, string][] = [
      ['2026-11-28T22:10:00Z', 'Hors des heures de cabinet, jusqu’à lundi 8 h 23:10 samedi 28 novembre'],
      ['2026-11-27T11:10:00Z', 'En journée, jusqu’à 20 h 12:10 vendredi 27 novembre'],
    ];
    for (const [at, expected] of jumps) {
      clock.set(at);
      await element.updateComplete;
      expect(visibleText(element)).to.include(expected);
    }
  });

  const nights: [string, string, string[]][] = [
    ['without the hour from 2 to 3', '2027-03-28T00:58:00Z', ['01:58', '01:59', '03:00', '03:01']],
    ['with it twice', '2027-10-31T00:58:00Z', ['02:58', '02:59', '02:00', '02:01']],
  ];
  for (const [title, start, times] of nights) {
    it(`the night ${title}: the clocks of Paris, minute by minute`, async () => {
      const clock = handClock(start);
      const element = await show({ clock });
      for (const time of times) {
        await element.updateComplete;
        expect(visibleText(element)).to.include(`Hors des heures de cabinet, jusqu’à`);
        expect(element.shadowRoot!.querySelector('.time')!.textContent).to.equal(time);
        clock.set(clock.now() + MINUTE);
      }
    });
  }

  it('what cannot be drawn gives way to the numbers in the page, and comes back', async () => {
    const clock = handClock('2026-11-24T22:10:00Z');
    const element = await show({ clock, inside: '<p>15 112 114</p>' });
    let broken = true;
    const { now } = clock;
    clock.now = () => {
      if (broken) throw new Error('no time');
      return now();
    };
    await warnings(async () => {
      element.requestUpdate();
      await element.updateComplete;
      expect(element.shadowRoot!.querySelector('slot')).to.exist;
    });
    broken = false;
    clock.set('2026-11-24T22:11:00Z');
    await element.updateComplete;
    expect(visibleText(element)).to.include('23:11');
  });

  it('uses neither storage nor cookies', async () => {
    const before = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie];
    await show({ now: NIGHT });
    expect([JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie]).to.deep.equal(before);
  });

  it('leaves nothing behind when it goes', async () => {
    const clock = handClock('2026-11-24T22:10:00Z');
    const element = await show({ clock });
    expect(clock.listeners.size).to.equal(1);
    element.remove();
    expect(clock.listeners.size).to.equal(0);
  });
});

describe('<yonne-garde-screen>: the screen stays lit', () => {
  const lock = (answer: () => Promise<WakeLockSentinel>) => {
    const fake = {
      asked: 0,
      request() {
        fake.asked++;
        return answer();
      },
    };
    return fake;
  };

  it('asked once; again when the system took it back', async () => {
    const clock = handClock('2026-11-24T22:10:00Z');
    const sentinel = { released: false, release: async () => {} };
    const wakeLock = lock(async () => sentinel as unknown as WakeLockSentinel);
    const element = await show({ clock, wakeLock });
    await turn();
    clock.set(clock.now() + MINUTE);
    await element.updateComplete;
    expect(wakeLock.asked).to.equal(1);
    sentinel.released = true;
    clock.set(clock.now() + MINUTE);
    await element.updateComplete;
    expect(wakeLock.asked).to.equal(2);
  });

  it('refused: the screen goes on, and asks again at the next minute', async () => {
    const clock = handClock('2026-11-24T22:10:00Z');
    const wakeLock = lock(() => Promise.reject(new DOMException('low battery', 'NotAllowedError')));
    const element = await show({ clock, wakeLock });
    await turn();
    const before = wakeLock.asked;
    clock.set(clock.now() + MINUTE);
    await element.updateComplete;
    expect(wakeLock.asked).to.equal(before + 1);
    expect(visibleText(element)).to.include('23:11');
  });

  it('a preview of another moment asks for none', async () => {
    const wakeLock = lock(() => new Promise(() => {}));
    await show({ now: NIGHT, wakeLock });
    expect(wakeLock.asked).to.equal(0);
  });

  it('given back when the screen goes', async () => {
    let released = 0;
    const wakeLock = lock(
      async () => ({ released: false, release: async () => void released++ }) as unknown as WakeLockSentinel,
    );
    const element = await show({ wakeLock, clock: handClock('2026-11-24T22:10:00Z') });
    await turn();
    element.remove();
    expect(released).to.equal(1);
  });
});

it('the moments of these tests are what they say', () =>
  expect(parseInstant(NIGHT)).to.equal(Date.parse('2026-11-24T22:10:00Z')));
