/**
 * What is photographed. A case is a widget and some words of the vocabulary below; together they are the name of its
 * picture: `soins-now weekday commune 320` is `soins-now-weekday-commune-320.png`. Where a word says nothing of it, a case
 * is French, light, and of text of an ordinary size. Not every word beside every other: each widget has each situation,
 * width and look at least once, and those together that are known to be hard.
 */

/** The communes of `test/fixtures/trial.ts`: one whose CPTS is documented, one presumed, one of which nobody knows it. */
const [VILLE, VAL, CONFINS] = ['00001', '00005', '00007'];

/** What each word makes of a case: `Case` in `page.ts` is what the page is told, the rest is the browser's. */
const VOCABULARY = {
  // When: on the clock of the device.
  weekday: { at: '2026-11-24T10:00+01:00' },
  night: { at: '2026-11-24T23:10+01:00' },
  saturday: { at: '2026-11-28T14:05+01:00' },
  sunday: { at: '2026-11-22T14:05+01:00' },
  holiday: { at: '2026-12-25T10:00+01:00' },
  // A day before that of the directory, and one when it is more than a year old.
  'wrong-clock': { at: '2020-01-01T01:00+01:00' },
  'old-directory': { at: '2028-02-01T10:00+01:00' },

  // Where.
  commune: { attributes: { commune: VILLE } },
  presumed: { attributes: { commune: VAL } },
  undetermined: { attributes: { commune: CONFINS } },

  // What its host says.
  english: { attributes: { lang: 'en' } },
  moment: { attributes: { now: '2026-11-29T14:05' } },
  mairie: { attributes: { audience: 'mairie' } },
  needs: { attributes: { need: 'pharmacy violence' } },
  site: {
    attributes: { cpts: 'nord-essai', territory: '000000002', contact: '03 53 01 00 30, accueil@cpts-nord.example' },
  },
  code: { attributes: { page: 'https://soins.example/communes/ville-d-essai/' } },
  'town-hall': {
    attributes: { name: 'Mairie de Ville-d’Essai', phone: '03 53 01 00 40', hours: 'Mo-Fr 09:00-12:00,14:00-17:00' },
  },
  'large-print': { attributes: { 'large-print': '' } },
  place: { attributes: { name: 'Pharmacie d’essai des Tilleuls', hours: 'Mo-Fr 09:00-19:00; PH off' } },
  dark: { attributes: { theme: 'dark' }, media: { 'prefers-color-scheme': 'dark' } },
  auto: { attributes: { theme: 'auto' }, media: { 'prefers-color-scheme': 'dark' } },
  brand: { style: '--yonne-accent: #ffcf00; --yonne-radius: 0' },

  // What its directory has, and its roster.
  notice: { notice: true },
  'no-map': { map: false },
  roster: { roster: true },

  // What its reader does.
  unfolded: { act: 'unfold' },
  'one-need': { act: 'unfold-pharmacies' },
  typing: { act: 'type-commune' },
  'no-match': { act: 'type-no-commune' },
  picked: { act: 'pick-on-map' },
  searching: { act: 'search' },
  'nothing-found': { act: 'search-in-vain' },
  focused: { act: 'focus' },

  // How it is looked at.
  320: { width: 320 },
  360: { width: 360 },
  640: { width: 640 },
  1280: { width: 1280 },
  large: { style: 'font-size: 200%' },
  forced: { media: { 'forced-colors': 'active' } },
  'forced-dark': { media: { 'forced-colors': 'active', 'prefers-color-scheme': 'dark' } },
  // A page of A4 without margins, at 96 dots per inch.
  print: { width: 794, height: 1123, print: true },
  // Screens: across, upright, small, a strip above a counter, a telephone.
  across: { width: 1920, height: 1080 },
  upright: { width: 1080, height: 1920 },
  small: { width: 1280, height: 720 },
  strip: { width: 1920, height: 360 },
  telephone: { width: 360, height: 740 },
};

const TABLE = {
  'soins-now': `
    weekday commune 320
    weekday commune 360
    weekday commune 640
    weekday commune 1280
    weekday 320
    weekday 1280
    night commune 320
    night 360
    saturday commune 360
    sunday commune 360
    sunday commune 640
    sunday 320
    holiday commune 360
    holiday commune 1280
    sunday notice commune 320
    weekday notice 1280
    weekday english commune 320
    weekday english commune 640
    night english 360
    holiday english 1280
    weekday commune dark 360
    night commune auto 640
    sunday notice commune dark 1280
    weekday commune forced 360
    sunday notice commune forced-dark 640
    weekday commune large 320
    sunday notice commune large 360
    weekday english large 320
    weekday commune print
    sunday notice commune print
    weekday commune unfolded 320
    weekday presumed unfolded dark 640
    weekday commune moment 360
    weekday commune brand 360
    weekday commune brand dark 640
    weekday commune focused 360
    wrong-clock 360
    old-directory commune 640`,

  'cpts-finder': `
    weekday 320
    weekday 360
    weekday 640
    weekday 1280
    weekday commune 320
    weekday commune 640
    weekday commune 1280
    weekday presumed 360
    weekday undetermined 360
    weekday undetermined 1280
    weekday typing 320
    weekday typing 640
    weekday no-match 360
    weekday picked 360
    weekday picked 1280
    weekday no-map commune 640
    weekday site 640
    weekday site commune 360
    weekday english 640
    weekday english commune 320
    weekday english undetermined 1280
    sunday commune unfolded 360
    weekday commune dark 360
    weekday picked dark 1280
    weekday typing dark 320
    weekday commune forced 640
    weekday typing forced-dark 360
    weekday large 320
    weekday commune large 320
    weekday typing large 360
    weekday commune print
    weekday undetermined print`,

  contacts: `
    weekday commune 320
    weekday commune 360
    weekday commune 640
    weekday commune 1280
    weekday 320
    weekday 1280
    night commune 360
    sunday 640
    holiday commune 360
    weekday notice commune 320
    weekday commune one-need 360
    night one-need 640
    weekday unfolded 1280
    weekday commune needs 360
    sunday commune needs 1280
    weekday commune searching 320
    night commune searching 640
    weekday nothing-found 360
    weekday mairie commune unfolded 360
    weekday mairie commune 1280
    weekday english commune 320
    night english one-need 1280
    weekday commune dark 360
    sunday needs dark 1280
    weekday commune forced 640
    weekday commune searching forced-dark 360
    weekday commune large 320
    weekday commune searching large 320
    weekday english needs large 360
    weekday commune print
    weekday mairie commune print`,

  affiche: `
    weekday commune 320
    weekday commune code 640
    weekday town-hall code 1280
    weekday commune large-print 360
    weekday commune large 320
    weekday commune forced 640
    weekday commune dark 360
    weekday english commune code 360
    weekday print
    weekday commune code print
    weekday town-hall commune code print
    weekday notice commune code print
    weekday english commune code print
    weekday commune large-print code print
    weekday english large-print print`,

  'garde-screen': `
    weekday commune code across
    weekday commune upright
    weekday small
    weekday commune roster place upright
    weekday commune roster place small
    night commune roster across
    night commune roster upright
    night code small
    sunday commune across
    sunday commune roster code small
    holiday commune roster place across
    holiday upright
    weekday notice commune across
    night notice commune roster small
    sunday notice commune roster code upright
    weekday english commune code across
    night english roster small
    holiday english commune upright
    weekday commune dark small
    weekday commune forced small
    night commune roster forced-dark across
    weekday commune strip
    night commune roster strip
    weekday commune telephone
    night commune roster telephone
    weekday commune large telephone
    wrong-clock small`,
};

/** What some words together make of a widget: attributes and media are added up. */
function read(widget, words) {
  const one = { name: [widget, ...words].join('-'), tag: `yonne-${widget}`, attributes: {}, media: {}, style: '' };
  for (const word of words) {
    const meaning = VOCABULARY[word];
    if (!meaning) throw new Error(`${one.name}: "${word}" is none of ${Object.keys(VOCABULARY).join(', ')}`);
    const { attributes, media, style, ...rest } = meaning;
    Object.assign(one, rest);
    Object.assign(one.attributes, attributes);
    Object.assign(one.media, media);
    if (style) one.style += `${style};`;
  }
  return one;
}

/** The cases of a table such as that above. */
export const casesOf = (table = TABLE) =>
  Object.entries(table).flatMap(([widget, lines]) =>
    lines
      .trim()
      .split('\n')
      .map((line) => read(widget, line.trim().split(' '))),
  );
