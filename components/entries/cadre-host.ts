/**
 * `cadre.js`: `<script src="https://…/cadre.js" data-widget="yonne-soins-now" data-commune="89024"></script>` puts the
 * iframe of `cadre.html` right after itself, and keeps it as high as what it shows. `cadre.html` is the one in the folder
 * of the script; its settings are written `data-…`, but for `origin`, which the script knows.
 */
import { HEIGHT, STYLES } from './frame.ts';

/** The titles of the widgets by language; the first of each is the one where none is asked for. */
const TITLES: Record<string, Record<string, string>> = {
  fr: {
    'soins-now': 'Se soigner maintenant',
    'cpts-finder': 'Trouver ma CPTS et un médecin traitant',
    contacts: 'Qui appeler, pour quoi ?',
  },
  en: {
    'soins-now': 'Getting care now',
    'cpts-finder': 'Find my CPTS and a family doctor',
    contacts: 'Whom to call, for what?',
  },
};
const LANGUAGES = Object.keys(TITLES);
const WIDGETS = Object.keys(TITLES.fr!);

/** The values that can be judged without the directory; `cadre.html` judges the others. */
const CHECKED: Record<string, [pattern: RegExp, expected: string]> = {
  widget: [new RegExp(`^(yonne-)?(${WIDGETS.join('|')})$`), WIDGETS.join(', ')],
  lang: [new RegExp(`^(${LANGUAGES.join('|')})(-|$)`, 'i'), LANGUAGES.join(', ')],
  commune: [/^(\d[\dAB]\d{3})?$/, 'an INSEE code of five characters'],
  theme: [/^(light|dark|auto)$/, 'light, dark, auto'],
  'heading-level': [/^[1-4]$/, '1, 2, 3, 4'],
  audience: [/^(habitants|mairie)$/, 'habitants, mairie'],
};
const NAMES = [...Object.keys(CHECKED), 'now', 'directory', 'cpts', 'need', 'structured-data', 'report-to', ...STYLES];

/** Heights that a widget can have, in pixels: the whole directory on the narrowest phone has 20,000. */
const LEAST = 100;
const MOST = 50_000;

const warn = (found: string, expected: string): void => console.warn(`cadre.js: ${found}; expected ${expected}`);

/** The settings that a script has and that are right; what is wrong is named, and left out. */
function settingsOf(script: Element): URLSearchParams {
  const settings = new URLSearchParams();
  for (const attribute of script.getAttributeNames()) {
    const [, name] = /^data-(.+)/.exec(attribute) || [];
    if (!name) continue;
    const value = script.getAttribute(attribute)!.trim();
    if (!NAMES.includes(name)) {
      warn(attribute, NAMES.map((known) => `data-${known}`).join(', '));
      continue;
    }
    const [pattern, expected] = CHECKED[name] || [/^/, ''];
    if (pattern.test(value)) settings.set(name, value);
    else warn(`${attribute}="${value}"`, expected);
  }
  return settings;
}

/** The language of the page where a script stands. Step by step: old libraries replace `closest`. */
function nearestLang(script: HTMLElement): string {
  let element: HTMLElement | null = script;
  while (element && !element.lang) element = element.parentElement;
  return element ? element.lang : '';
}

/** The iframe, as a page needs it whose policy refuses `style` attributes: styles are set one by one. */
function makeFrame(address: string, title: string, lang: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  // A screen reader says the title in the language of the widget, which may not be that of the page.
  frame.title = title;
  frame.lang = lang;
  frame.allow = 'geolocation';
  // Before the address: else the browser would load it at once.
  frame.loading = 'lazy';
  frame.src = address;
  Object.assign(frame.style, { display: 'block', width: '100%', border: '0' });
  // Until its height is known, what follows stays below what is seen, and does not move before the reader's eyes.
  frame.style.height = '100vh';
  return frame;
}

function run(script: HTMLOrSVGScriptElement | null): void {
  // An element of the page whose name is "currentScript" hides the real one.
  if (!(script instanceof HTMLScriptElement) || !/^(https?|file):/.test(script.src)) {
    warn('the <script> that runs is not known', '<script src="…/cadre.js"> in the page itself, not type="module"');
    return;
  }
  if (document.head.contains(script)) {
    warn('its <script> stands in <head>', 'where the widget shall stand');
    return;
  }
  const settings = settingsOf(script);
  const widget = (settings.get('widget') || WIDGETS[0]!).replace('yonne-', '');
  const asked = (settings.get('lang') || nearestLang(script)).split('-')[0]!.toLowerCase();
  const lang = LANGUAGES.includes(asked) ? asked : LANGUAGES[0]!;
  settings.set('widget', widget);
  settings.set('lang', lang);
  // Not every browser tells a frame in which page it stands.
  if (origin !== 'null') settings.set('origin', origin);
  const address = new URL('cadre.html', script.src);
  address.hash = settings.toString();

  // Where a site keeps pages and runs their scripts again, the iframe is there already.
  const next = script.nextElementSibling as HTMLIFrameElement | null;
  const frame = next?.src === address.href ? next : makeFrame(address.href, TITLES[lang]![widget]!, lang);
  if (frame !== next) script.after(frame);
  addEventListener('message', ({ data, origin, source }) => {
    if (source !== frame.contentWindow || origin !== address.origin || data?.type !== HEIGHT) return;
    const { height } = data;
    if (Number.isFinite(height) && height >= LEAST && height <= MOST) frame.style.height = `${height}px`;
  });
}

run(document.currentScript);
