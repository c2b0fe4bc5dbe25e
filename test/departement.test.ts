/** Nothing of the Yonne but the names of the elements: the widgets show another département as well. */
import { expect, fixture, html } from '@open-wc/testing';
import { replaceBundledContours } from '../components/cpts-finder/bundled-contours.ts';
import type { YonneCptsFinder } from '../components/cpts-finder/cpts-finder.ts';
import '../components/entries/define.ts';
import '../components/entries/define-affiche.ts';
import '../components/entries/define-screen.ts';
import '../components/locales/languages.ts';
import { replaceBundledDirectory } from '../components/shared/bundled-directory.ts';
import type { Widget } from '../components/shared/widget.ts';
import { bundled } from '../src/bundled.ts';
import { bundledContours } from '../src/bundled-contours.ts';
import { nearestCommune } from '../src/communes.ts';
import { communeAt } from '../src/contours.ts';
import { type Directory, loadDirectory } from '../src/directory.ts';
import { phoneText, siteName } from '../src/format.ts';
import { CLAMECY, DECIZE, NEVERS, nievre, nievreContours, SAINT_AMAND, useNievre } from './fixtures/nievre.ts';
import { bare, unfold, warnings } from './reading.ts';

const SUNDAY = '2026-11-22T14:05';
const TUESDAY = '2026-11-24T10:00';

const show = async (name: string, attributes: Record<string, string>): Promise<Widget> => {
  const element = document.createElement(name) as Widget;
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  element.style.cssText = 'display: block; width: 1280px; height: 720px';
  await fixture(html`${element}`);
  await unfold(element);
  for (const within of element.shadowRoot!.querySelectorAll<Widget>('yonne-soins-now')) {
    await within.updateComplete;
    await unfold(within);
  }
  return element;
};

/** All that is in a widget and in those within it: text, labels, where links lead. */
function told(node: Node): string {
  if (node instanceof Text) return node.data;
  if (!(node instanceof Element) || node.localName === 'style') return '';
  const labels = ['aria-label', 'title', 'alt', 'placeholder', 'href'].map((name) => node.getAttribute(name) ?? '');
  const text = [...(node.shadowRoot ?? node).childNodes].map(told).join('');
  return ` ${labels.join(' ')} ${text} `;
}

/** What a directory calls by its name: places, people to call, their numbers and sites. */
const namesIn = ({ department, cpts, channels, epci, communes, commune }: Directory): string[] =>
  [
    department.name,
    ...[...cpts.values()].flatMap(({ name, longName, aliases = [], site }) => [
      name,
      longName,
      ...aliases,
      site && siteName(site),
    ]),
    ...channels.flatMap(({ name, place, phones, site, email }) => [
      name,
      place?.town,
      place?.street,
      site && siteName(site),
      email,
      ...phones.map(({ number }) => phoneText(number)),
    ]),
    ...epci.values(),
    // Towns: the name of a village may be a word of the language.
    ...communes.filter(({ population }) => population >= 5000).map(({ name }) => name),
    ...channels.flatMap(({ place }) => place && commune(place.commune)?.name),
  ].flatMap((name) => (name ? [bare(name)] : []));

const nievreOnly = loadDirectory(nievre);
const ours = new Set([...namesIn(nievreOnly), ...nievreOnly.communes.map(({ name }) => name)]);
const foreign = [...new Set(namesIn(loadDirectory(bundled)))].filter((name) => !ours.has(name));
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const foreignName = new RegExp(`(?<![\\p{L}\\p{N}])(${foreign.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'u');

/** The name of the département, but with its own article or, in English and in titles, none. */
const wrongArticle = /(l’|d’|\b(le|du|les|des) )Nièvre/i;

const expectNothingOfTheYonne = (text: string) => {
  expect(text.match(foreignName)?.[0]).to.equal(undefined);
  expect(text).not.to.match(/yonne/i);
  expect(text).not.to.match(wrongArticle);
};

beforeEach(() => {
  useNievre();
});

describe('what is of the Yonne', () => {
  for (const name of ['Yonne', 'Auxerre', 'Sens', 'CPTS Nord Yonne', 'CPTS GIPS89'])
    it(`"${name}" is`, () => expect(`A ${name}, b`).to.match(foreignName));
  for (const name of ['Clamecy', 'Cosne-Cours-sur-Loire', '15', 'Pompiers', 'Sensible', 'sante.fr'])
    it(`"${name}" is not`, () => expect(`A ${name}, b`).not.to.match(foreignName));
});

describe('the Nièvre', () => {
  const rows: [widget: string, attributes: Record<string, string>, french: string[], english: string[]][] = [
    [
      'yonne-soins-now',
      { now: SUNDAY, commune: '' },
      [
        'Nièvre, dimanche 22 novembre, 14 h 05',
        'Appeler le 15',
        '32 37',
        'Centre hospitalier d’essai de Nevers, urgences',
        'Centre d’essai de Decize, soins non programmés : ouvre lundi 8 h',
        'Source : Service d’essai',
      ],
      ['Nièvre, Sunday 22 November, 14:05', 'Call 15', '32 37', 'Centre hospitalier d’essai de Nevers, urgences'],
    ],
    [
      'yonne-soins-now',
      { now: TUESDAY, commune: NEVERS },
      [
        'Nevers, mardi 24 novembre, 10 h',
        'Trouver un médecin traitant CPTS d’essai Sud',
        'Centre d’essai de Decize',
        '≈ 29 km',
      ],
      ['Nevers, Tuesday 24 November, 10:00', 'CPTS d’essai Sud', 'Centre d’essai de Decize', '≈ 29 km'],
    ],
    [
      'yonne-soins-now',
      { now: TUESDAY, commune: CLAMECY },
      ['Clamecy, mardi 24 novembre, 10 h', 'CPTS d’essai Nord', 'CPTS d’essai Sud', '(l’une d’elles)'],
      ['Clamecy, Tuesday 24 November, 10:00', 'CPTS d’essai Nord', 'CPTS d’essai Sud (one of them)'],
    ],
    [
      'yonne-cpts-finder',
      { now: TUESDAY, commune: '' },
      ['Choisissez votre commune, ou une CPTS de la liste.', '1 CPTS d’essai Nord', '2 CPTS d’essai Sud'],
      ['Choose your commune, or a CPTS in the list.', '1 CPTS d’essai Nord', '2 CPTS d’essai Sud'],
    ],
    [
      'yonne-cpts-finder',
      { now: TUESDAY, commune: NEVERS },
      ['Votre CPTS', 'Nevers : CPTS d’essai Sud', 'demandez au 36 46', 'Nevers, mardi 24 novembre, 10 h', '15 , SAMU'],
      ['Your CPTS', 'Nevers : CPTS d’essai Sud', 'ask 36 46', 'Nevers, Tuesday 24 November, 10:00', '15 , SAMU'],
    ],
    [
      'yonne-cpts-finder',
      { now: TUESDAY, commune: CLAMECY },
      ['Deux CPTS possibles', 'Contactez l’une de ces CPTS', 'CPTS d’essai Nord', 'CPTS d’essai Sud', '15 , SAMU'],
      ['Two possible CPTS', 'Contact one of these CPTS', 'CPTS d’essai Nord', 'CPTS d’essai Sud', '15 , SAMU'],
    ],
    [
      'yonne-cpts-finder',
      { now: TUESDAY, commune: SAINT_AMAND },
      ['Probablement votre CPTS', 'Saint-Amand-en-Puisaye : CPTS d’essai Nord', 'D’après l’usage local', '15 , SAMU'],
      ['Probably your CPTS', 'Saint-Amand-en-Puisaye : CPTS d’essai Nord', '15 , SAMU'],
    ],
    [
      'yonne-cpts-finder',
      { now: TUESDAY, commune: '', cpts: 'nord' },
      ['CPTS d’essai Nord', 'CC Coeur de Loire', 'CC Les Bertranges (probablement)'],
      ['CPTS d’essai Nord', 'CC Coeur de Loire', 'CC Les Bertranges (probably)'],
    ],
    [
      'yonne-contacts',
      { now: TUESDAY, commune: '' },
      ['Nièvre · mardi 24 novembre, 10 h', '15', 'CPAM de la Nièvre', 'CPTS d’essai Nord', '3114', 'Service d’essai'],
      ['Nièvre · Tuesday 24 November, 10:00', '15', 'CPAM de la Nièvre', 'CPTS d’essai Nord', '3114'],
    ],
    [
      'yonne-contacts',
      { now: TUESDAY, commune: DECIZE, audience: 'mairie' },
      ['Decize et alentours', 'Pour la mairie', 'CPTS de votre commune (probablement)', 'Un habitant sans médecin'],
      ['Decize and around', 'For the town hall', 'CPTS d’essai Sud', '36 46'],
    ],
    [
      'yonne-affiche',
      { commune: '', page: 'https://www.nievre.example/sante' },
      ['Nièvre : qui appeler pour se soigner ?', '15', 'De 20 h à 8 h, du samedi midi', 'Centre d’essai de Decize'],
      ['Nièvre: whom to call for care', '15', 'from Saturday noon', 'Centre d’essai de Decize'],
    ],
    [
      'yonne-affiche',
      { commune: NEVERS },
      ['Nevers : qui appeler pour se soigner ?', '15', 'CPTS d’essai Sud', '36 46', '3919'],
      ['Nevers: whom to call for care', '15', 'CPTS d’essai Sud', '36 46', '3919'],
    ],
    [
      'yonne-garde-screen',
      { now: SUNDAY },
      ['Nièvre — qui appeler maintenant ?', '15', '32 37', 'Annuaire du 22 novembre 2026'],
      ['Nièvre — whom to call now?', '15', '32 37', 'Directory of 22 November 2026'],
    ],
    [
      'yonne-garde-screen',
      { now: TUESDAY, commune: NEVERS, page: 'https://www.nievre.example/sante' },
      ['Nevers et alentours — qui appeler maintenant ?', '15', 'Centre d’essai de Decize', '≈ 29 km'],
      ['Nevers and around — whom to call now?', '15', 'Centre d’essai de Decize', '≈ 29 km'],
    ],
  ];
  for (const [widget, attributes, french, english] of rows)
    for (const [lang, expected] of Object.entries({ fr: french, en: english }))
      it(`${widget} ${JSON.stringify(attributes)} in ${lang}`, async () => {
        let element!: Widget;
        const said = await warnings(async () => {
          element = await show(widget, { lang, ...attributes });
        });
        const text = bare(told(element));
        for (const part of expected) expect(text).to.include(part);
        expectNothingOfTheYonne(text);
        expect(said).to.deep.equal([]);
      });

  it('has nothing of the Yonne in schema.org data either', async () => {
    const element = await show('yonne-contacts', { lang: 'fr', now: TUESDAY, 'structured-data': '' });
    const json = element.querySelector('script')!.text;
    expect(json).to.include('CPAM de la Nièvre');
    expectNothingOfTheYonne(json.replaceAll('#yonne-soins-', ''));
  });

  it('has no heading over nothing, where the directory has no care for those without a doctor', async () => {
    const text = bare(told(await show('yonne-cpts-finder', { lang: 'fr', now: TUESDAY, commune: NEVERS })));
    expect(text).not.to.include('En attendant, près de chez vous');
  });

  it('names its own communes where a page asks for one of the Yonne', async () => {
    const said = await warnings(async () => {
      await show('yonne-soins-now', { lang: 'fr', now: TUESDAY, commune: '89024' });
    });
    expect(said.join()).to.include('the INSEE code of a commune of the Nièvre, such as 58194');
  });
});

describe('the map of the Nièvre', () => {
  const finder = async (lang: string, commune = ''): Promise<YonneCptsFinder> =>
    (await show('yonne-cpts-finder', { lang, now: TUESDAY, commune })) as YonneCptsFinder;
  const map = (element: Element) => element.shadowRoot!.querySelector('.map > svg');
  const texts = (element: Element) => [...map(element)!.querySelectorAll('text')].map(({ textContent }) => textContent);

  afterEach(() => replaceBundledContours(bundledContours));

  it('is its legend alone, where the script has the shapes of the Yonne', async () => {
    const element = await finder('fr', NEVERS);
    expect(map(element) === null).to.equal(true);
    expect(bare(told(element))).not.to.include('Contours');
    const [, south] = element.shadowRoot!.querySelectorAll<HTMLElement>('.legend button');
    south!.click();
    await element.updateComplete;
    expect(south!.getAttribute('aria-pressed')).to.equal('true');
    expect(bare(told(element.shadowRoot!.querySelector('.answer')!))).to.match(
      /^CPTS d’essai Sud .*Son territoire : CA de Nevers, .*CC Sud Nivernais \(probablement\)/,
    );
  });

  const labels: [lang: string, commune: string, label: string][] = [
    ['fr', '', 'Carte de la Nièvre et de ses CPTS'],
    ['en', '', 'Map of the Nièvre and its CPTS'],
    ['fr', NEVERS, 'Carte de la Nièvre : Nevers, CPTS d’essai Sud'],
    ['en', NEVERS, 'Map of the Nièvre: Nevers, CPTS d’essai Sud'],
    ['fr', CLAMECY, 'Carte de la Nièvre : Clamecy'],
    ['en', CLAMECY, 'Map of the Nièvre: Clamecy'],
  ];
  for (const [lang, commune, label] of labels)
    it(`with its own shapes: "${label}"`, async () => {
      replaceBundledContours(nievreContours);
      const element = await finder(lang, commune);
      expect(bare(map(element)!.getAttribute('aria-label')!)).to.equal(label);
      // These shapes are those of two EPCI, both of the second CPTS.
      expect(texts(element)).to.deep.equal(['Nevers', '2']);
      expect(map(element)!.outerHTML).not.to.include('NaN');
      expectNothingOfTheYonne(bare(told(element)));
    });

  it('has no number for a CPTS without communes', async () => {
    const raw = structuredClone(nievre);
    raw.cpts.cpts.push({ ...raw.cpts.cpts[0]!, id: 'vide', name: 'CPTS d’essai vide', territory: [] });
    replaceBundledDirectory(raw);
    replaceBundledContours(nievreContours);
    const element = await finder('fr');
    expect(texts(element)).to.deep.equal(['Nevers', '2']);
    expect(map(element)!.outerHTML).not.to.include('NaN');
    expect(bare(told(element))).to.include('3 CPTS d’essai vide');
  });

  const articles: [article: 'l’' | 'la ' | 'le ' | 'les ', name: string, french: string, english: string][] = [
    ['l’', 'Yonne', 'de l’Yonne', 'of the Yonne'],
    ['la ', 'Nièvre', 'de la Nièvre', 'of the Nièvre'],
    ['le ', 'Loiret', 'du Loiret', 'of the Loiret'],
    ['les ', 'Ardennes', 'des Ardennes', 'of the Ardennes'],
  ];
  for (const [article, name, french, english] of articles)
    for (const [lang, expected] of Object.entries({ fr: `Carte ${french} et`, en: `Map ${english} and` }))
      it(`is in ${lang} the "${expected} …"`, async () => {
        const raw = structuredClone(nievre);
        raw.directory.department = { code: '58', name, article };
        replaceBundledDirectory(raw);
        replaceBundledContours(nievreContours);
        const label = map(await finder(lang))!.getAttribute('aria-label')!;
        expect(bare(label).startsWith(expected), label).to.equal(true);
      });
});

describe('where one is in the Nièvre', () => {
  const positions: [where: string, position: [number, number], french: string, english: string][] = [
    ['in Nevers', [46.98, 3.17], 'Nevers : CPTS d’essai Sud', 'Nevers : CPTS d’essai Sud'],
    ['in Auxerre', [47.8, 3.57], 'Vous n’êtes pas dans la Nièvre.', 'You are not in the Nièvre.'],
    [
      'in Saint-Fargeau, which is in the same EPCI as Saint-Amand-en-Puisaye',
      [47.64, 3.07],
      'Vous n’êtes pas dans la Nièvre.',
      'You are not in the Nièvre.',
    ],
  ];
  for (const [where, [latitude, longitude], french, english] of positions)
    for (const [lang, expected] of Object.entries({ fr: french, en: english }))
      it(`${where}: "${expected}"`, async () => {
        const element = (await show('yonne-cpts-finder', { lang, now: TUESDAY, commune: '' })) as YonneCptsFinder;
        element.geolocation = {
          getCurrentPosition: (found: PositionCallback) =>
            found({ coords: { latitude, longitude } } as GeolocationPosition),
        } as Geolocation;
        element.shadowRoot!.querySelector<HTMLElement>('.field .link')!.click();
        await element.updateComplete;
        const text = bare(told(element));
        expect(text).to.include(expected);
        expectNothingOfTheYonne(text);
      });

  it('is the commune nearby, where the shape around is that of an EPCI which is no more', () => {
    const { epci } = nievreContours;
    const contours = { ...nievreContours, epci: { ...epci, '245800000': 'm160 30l140 0 0 60-140 0z' } };
    expect(communeAt(nievreOnly, contours, [47.46, 3.53])?.name).to.equal('Clamecy');
    const away = [47.5, 3.75] as const;
    expect(communeAt(nievreOnly, contours, away)).to.equal(nearestCommune(nievreOnly.communes, away).commune);
  });
});
