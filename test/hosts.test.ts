/** The hostile pages of `demo/hotes/`, with the script as hosts load it: `npm test` builds it first. */
import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { version } from '../package.json';
import { bundled } from '../src/bundled.ts';
import { loadDirectory } from '../src/directory.ts';
import { DAY } from '../src/time/calendar.ts';
import { bare, visibleText } from './reading.ts';
import { frames, until } from './waiting.ts';

type Page = Window & typeof globalThis;

const SUNDAY = '2026-11-22T14:05';
const SCRIPT = '/dist/yonne-soins.js';

/** An instant of this year: before the day of the directory, no device's clock is believed. */
const STOPPED = Date.parse(`${loadDirectory(bundled).date}T09:00Z`) + 2 * DAY;
const inParis = (parts: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('fr', { timeZone: 'Europe/Paris', ...parts }).format(STOPPED);
const stoppedDay = inParis({ weekday: 'long', day: 'numeric', month: 'long' }).replace(' 1 ', ' 1er ');
const stoppedHour = Number.parseInt(inParis({ hour: 'numeric' }), 10);
const WIDGETS = 'yonne-soins-now, yonne-cpts-finder, yonne-contacts, yonne-affiche, [data-yonne]';

interface Opened {
  page: Page;
  /** Uncaught errors, unhandled rejections, what a policy stopped, console.error. */
  errors: string[];
  warnings: string[];
}

/** The file with addresses that hold anywhere, without what the test server adds, and `now` for its widgets. */
async function source(file: string, now = SUNDAY): Promise<string> {
  const html = await (await fetch(`/demo/hotes/${file}`)).text();
  const page = html
    .replace(/<script[^>]*web-dev-server[^>]*><\/script>/g, '')
    .replaceAll('../../', new URL('/', location.href).href);
  if (!now) return page.replace(/Date\.UTC\([^)]*\)/, String(STOPPED));
  return page.replace(/ ((?:data-)?)commune="/g, ` $1now="${now}" $&`);
}

/** Without the widgets' scripts: what the host is by itself. */
const withoutScript = (html: string) =>
  html.replace(/[^"]*\/dist\/(yonne-[a-z]+|langues\/[a-z]+)\.js(?=["?])/g, 'data:text/javascript,//');

/** Runs in a page before its first line, and leaves nothing in it: what goes wrong there is heard here. */
function listen(): void {
  const { errors, warnings } = (window.parent as unknown as { heard: Omit<Opened, 'page'> }).heard;
  addEventListener('error', ({ message }) => errors.push(message), false);
  addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason)));
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    errors.push(`${violatedDirective} ${blockedURI}`),
  );
  console.error = (...parts: unknown[]) => errors.push(parts.join(' '));
  console.warn = (...parts: unknown[]) => warnings.push(parts.join(' '));
  document.currentScript!.remove();
}

/** A page in a frame, as the browser loads it. A page that is written by a script is complete before its own scripts. */
async function open(html: string): Promise<Opened> {
  const frame = document.createElement('iframe');
  // In view: what is out of it gets no animation frames in some engines.
  frame.style.cssText = 'position: fixed; inset: 0 auto auto 0; width: 640px; height: 800px';
  const heard = { errors: [], warnings: [] };
  Object.assign(window, { heard });
  frame.srcdoc = html.replace(/<html[^>]*>/, (tag) => `${tag}<script>(${listen})()</script>`);
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  await frames();
  return { page: frame.contentWindow as Page, ...heard };
}

/** Every widget of a page, those in a `<div data-yonne>` too. */
const widgetsOf = ({ document }: Page): LitElement[] =>
  [...document.querySelectorAll<LitElement>(WIDGETS)].map((element) =>
    element.matches.call(element, '[data-yonne]') || element.hasAttribute('data-yonne')
      ? (element.shadowRoot?.firstElementChild as LitElement)
      : element,
  );

/** Before the script, a place has no widget. */
const isDrawn = (widget: HTMLElement | undefined) => widget?.shadowRoot?.querySelector('.card');

/** Every widget of a page, once what follows their first paint is drawn too. */
async function drawnIn(page: Page): Promise<LitElement[]> {
  await until(() => widgetsOf(page).every(isDrawn), 'the widgets');
  const widgets = widgetsOf(page);
  for (const widget of widgets) await widget.updateComplete;
  return widgets;
}

/** What a widget says below its title, where the buttons of the page’s other languages are. */
const answerOf = (widget: Element) => visibleText(widget).replace(/^.*?(?=Urgence vitale)/, '');

/** Properties whose computed value says how high what is above or inside is. */
const VERTICAL = /^(height|block-size|inset|inset-.*|top|bottom|perspective-origin|transform-origin)$/;

/** What the host is outside of the widgets: its markup, and how each of its elements looks and where it stands. */
function snapshot({ document, getComputedStyle }: Page) {
  const elements = [...document.querySelectorAll('*')].filter(
    (element) => !element.closest.call(element, 'script, link, meta'),
  );
  const inWidget = new Set(
    [...document.querySelectorAll(WIDGETS)].flatMap((widget) => [widget, ...widget.querySelectorAll('*')]),
  );
  const looks = elements
    .filter((element) => !inWidget.has(element))
    .map((element) => {
      const style = getComputedStyle(element);
      const { left, width } = element.getBoundingClientRect();
      const values = [...style]
        .filter((name) => !VERTICAL.test(name))
        .map((name) => `${name}: ${style.getPropertyValue(name)}`);
      return [element.localName, element.id, `left ${left}, width ${width}`, ...values].join('\n');
    });
  const markup = document.documentElement.outerHTML.replace(/<script\b[\s\S]*?<\/script>/g, '').replace(/\s+/g, ' ');
  return { looks, markup };
}

/** How the text of a widget is set, apart from the host's font: the same on each page. */
function textOf(widget: Element) {
  const card = widget.shadowRoot!.querySelector('.card')!;
  const view = widget.ownerDocument.defaultView!;
  const properties = [
    'direction',
    'font-style',
    'font-variant',
    'font-weight',
    'letter-spacing',
    'text-align',
    'text-indent',
    'text-shadow',
    'text-transform',
    'white-space',
    'word-break',
    'word-spacing',
    'cursor',
    'float',
    'border-top-width',
  ];
  return ['.card', '.title', '.subtitle', 'li', '.status', '.call a', 'summary'].map((selector) => {
    const element = selector === '.card' ? card : card.querySelector(selector);
    const style = element && view.getComputedStyle(element);
    // Text runs from left to right here: engines differ in what they call its side.
    const value = (name: string) => style?.getPropertyValue(name).replace(/^start$/, 'left');
    return [selector, ...properties.map((name) => `${name}: ${value(name)}`)].join('\n');
  });
}

interface Expected {
  /** How many widgets are drawn. */
  widgets: number;
  /** What the first says. */
  text?: string;
  /** Requests beyond the script. */
  requests?: string[];
  /** What the console is told. */
  said?: string[];
  /** Whether the page has done its worst, where it takes time to do it. */
  done?: (page: Page) => unknown;
  /** What a reader does, in the page with the script and in the one without. */
  act?: (page: Page) => void;
  check?: (page: Page) => void;
}

const rows: Record<string, Expected> = {
  'async.html': { widgets: 2 },
  'defer.html': { widgets: 2 },
  'module.html': { widgets: 2 },
  'bloquant.html': { widgets: 2 },
  'optimiseur.html': { widgets: 2, done: ({ document }) => !document.querySelector('script[data-src]') },
  'balises.html': { widgets: 2 },
  'constructeur.html': { widgets: 2, done: ({ document }) => document.querySelectorAll('section').length === 2 },
  'csp.html': { widgets: 1 },
  'csp-trusted-types.html': { widgets: 1 },
  'deux-fois.html': { widgets: 2, requests: ['/dist/yonne-soins.js?autre'] },
  'rem.html': {
    widgets: 1,
    check: (page) => {
      const [widget] = widgetsOf(page);
      const card = widget!.shadowRoot!.querySelector('.card')!;
      expect(page.getComputedStyle(card).fontSize).to.equal('16px');
      expect(widget!.shadowRoot!.querySelector<HTMLElement>('.call a')!.offsetHeight).to.be.at.least(44);
    },
  },
  'remise-a-zero.html': { widgets: 2 },
  'important.html': { widgets: 2 },
  'rtl.html': { widgets: 1, said: ['<yonne-soins-now> lang="ar"; expected fr'] },
  'base.html': { widgets: 1 },
  'remue.html': {
    widgets: 2,
    done: ({ document }) => document.documentElement.className === 'fini',
  },
  'prototypes.html': { widgets: 2 },
  'heure-figee.html': { widgets: 1, text: `${stoppedDay}, ${stoppedHour} h` },
  'dix.html': { widgets: 10, requests: ['/dist/langues/en.js', '/dist/yonne-affiche.js'] },
  'dialogue.html': {
    widgets: 3,
    act: ({ document }) => {
      for (const button of document.querySelectorAll<HTMLElement>('body > button')) button.click();
      document.querySelector('details')!.open = true;
    },
  },
};

describe('hostile pages', () => {
  let neutral: string[];
  let answer: string;
  before(async () => {
    const [widget] = await drawnIn((await open(await source('bloquant.html'))).page);
    neutral = textOf(widget!);
    answer = answerOf(widget!);
  });
  afterEach(() => {
    for (const frame of document.querySelectorAll('iframe')) frame.remove();
  });

  for (const [file, { widgets, text, requests = [], said = [], done = () => true, act, check }] of Object.entries(
    rows,
  )) {
    it(`${file}: the widget is right, the host untouched`, async () => {
      const cookie = document.cookie;
      const html = await source(file, text ? '' : SUNDAY);
      const before = await open(withoutScript(html));
      const after = await open(html);
      const { page } = after;
      await until(() => done(before.page), 'the worst without the script');
      await until(() => done(page), 'the worst');
      await drawnIn(page);
      act?.(page);
      act?.(before.page);
      await frames();
      check?.(page);

      expect(after.errors, 'errors').to.deep.equal([]);
      expect(after.warnings.map(bare), 'warnings').to.deep.equal(said);
      const drawn = widgetsOf(page);
      expect(drawn).to.have.length(widgets);
      for (const widget of drawn) {
        const card = widget.shadowRoot!.querySelector<HTMLElement>('.card')!;
        expect(card.offsetWidth, 'width').to.be.above(250);
        expect(card.scrollWidth, 'no overflow').to.be.at.most(card.offsetWidth);
        expect(widget.shadowRoot!.querySelectorAll('.card')).to.have.length(1);
        // The fallback is in the page, and not shown.
        expect(widget.querySelector('p')?.offsetHeight ?? 0).to.equal(0);
      }
      expect(visibleText(drawn[0]!)).to.include(text ?? 'dimanche 22 novembre, 14 h 05');
      if (!text) {
        expect(visibleText(drawn[0]!)).to.include(
          'Hors des heures de cabinet, jusqu’à lundi 8 h Permanence des soins · dimanche',
        );
        expect(answerOf(drawn[0]!), 'the answer of a quiet page').to.equal(answer);
      }
      expect(textOf(drawn[0]!)).to.deep.equal(neutral);

      const asked = page.performance.getEntriesByType('resource').map(({ name }) => name.slice(location.origin.length));
      expect([...new Set(asked)].sort(), 'requests').to.deep.equal([SCRIPT, ...requests].sort());
      expect(document.cookie, 'cookie').to.equal(cookie);
      expect([page.localStorage.length, page.sessionStorage.length], 'storage').to.deep.equal([0, 0]);
      expect(await page.indexedDB.databases(), 'databases').to.deep.equal([]);
      expect(await page.caches.keys(), 'caches').to.deep.equal([]);

      const [host, alone] = [snapshot(page), snapshot(before.page)];
      expect(host.markup, 'markup').to.equal(alone.markup);
      expect(host.looks.length).to.be.above(4);
      for (const [i, look] of host.looks.entries()) expect(look, 'style').to.equal(alone.looks[i]);
      const names = (window: Page) => Object.getOwnPropertyNames(window).filter((name) => !/^(charger|_)/.test(name));
      const known = new Set(names(before.page));
      expect(
        names(page)
          .filter((name) => !known.has(name))
          .sort(),
        'globals',
      ).to.deep.equal([
        'litElementVersions',
        'litHtmlVersions',
        'litPropertyMetadata',
        'reactiveElementVersions',
        'yonneSoins',
      ]);
    });
  }

  it('bloque.html: the fallback is shown, with numbers to press', async () => {
    const { page } = await open(await source('bloque.html'));
    for (const element of page.document.querySelectorAll<HTMLElement>(WIDGETS)) {
      expect(bare(element.innerText)).to.include('Urgence vitale : 15 ou 112.');
      expect(element.querySelectorAll('a[href^="tel:"], a[href^="sms:"]')).to.have.length(5);
      expect(element.offsetHeight).to.be.above(20);
    }
  });

  it('cadre.html: 280 pixels at a fixed height, and a height that is followed', async () => {
    const { page, errors } = await open(await source('cadre.html', ''));
    const [fixed, followed] = page.document.querySelectorAll('iframe');
    const widget = (frame: HTMLIFrameElement) => widgetsOf(frame.contentWindow as Page)[0]!;
    for (const frame of [fixed!, followed!]) await drawnIn(frame.contentWindow as Page);
    const height = () => Math.ceil(widget(followed!).getBoundingClientRect().height);
    await until(() => followed!.clientHeight === height(), 'the height that is followed');
    expect(visibleText(widget(fixed!))).to.match(/114 Auxerre, .* · changer /);
    expect([fixed!.clientWidth, fixed!.clientHeight]).to.deep.equal([280, 400]);
    expect(fixed!.contentDocument!.scrollingElement!.scrollWidth).to.be.at.most(280);
    expect(visibleText(widget(followed!))).to.include('Whom to call, for what?');
    expect(errors).to.deep.equal([]);
  });

  it('two versions: what is there first draws, once, and nothing is thrown', async () => {
    const text = await (await fetch(SCRIPT)).text();
    const other = text.replaceAll('Se soigner maintenant', 'Une autre version').replaceAll(`"${version}"`, '"99.0.0"');
    const url = URL.createObjectURL(new Blob([other], { type: 'text/javascript' }));
    for (const [first, second, title, number] of [
      [SCRIPT, url, 'Se soigner maintenant', version],
      [url, SCRIPT, 'Une autre version', '99.0.0'],
    ]) {
      const html = (await source('bloquant.html')).replace(
        /<script.*?<\/script>/,
        `<script src="${first}"></script><script src="${second}"></script>`,
      );
      const { page, errors, warnings } = await open(html);
      expect([...errors, ...warnings]).to.deep.equal([]);
      for (const widget of await drawnIn(page)) {
        expect(visibleText(widget)).to.include(title);
        expect(widget.shadowRoot!.querySelectorAll('.card')).to.have.length(1);
      }
      expect(widgetsOf(page)).to.have.length(2);
      expect((page as unknown as { yonneSoins: { version: string } }).yonneSoins.version).to.equal(number);
    }
  });
});
