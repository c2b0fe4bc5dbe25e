/** `cadre.js` in pages, as hosts load it: `npm run build` makes it and its `cadre.html` first. */
import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { YonneContacts, YonneCptsFinder, YonneSoinsNow } from '../components/index.ts';
import { bare, unfold, visibleText } from './reading.ts';
import { frames, until } from './waiting.ts';

const FILE = new URL('../dist/cadre.js', import.meta.url).href;
const FOLDER = new URL('../dist/', import.meta.url).href;
const NOW = 'data-now="2026-11-22T14:05"';

interface Opened {
  page: Window & typeof globalThis;
  /** What was written to the console, uncaught errors, and what a policy refused. */
  said: string[];
  /** The iframes that the script made. */
  made: HTMLIFrameElement[];
}

const tag = (attributes = '', file = FILE) => `<script src="${file}" ${attributes}></script>`;

/** Runs in a page before its first line. */
function listen(): void {
  const { said } = window.parent as unknown as { said: string[] };
  console.warn = (...parts: unknown[]) => said.push(parts.join(' '));
  console.error = console.warn;
  addEventListener('error', ({ message }) => said.push(message));
  document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => said.push(violatedDirective));
}

function close(): void {
  for (const frame of document.querySelectorAll('iframe')) frame.remove();
}

/** A page whose body is `body`, as the browser reads it: the only one, since a lazy frame far below is not loaded. */
async function open(body: string, { lang = 'fr', head = '', width = 640 } = {}): Promise<Opened> {
  close();
  const said: string[] = [];
  Object.assign(window, { said });
  const host = document.createElement('iframe');
  host.style.cssText = `width: ${width}px; height: 600px; border: 0`;
  // The page has no margins, and no style that a policy could refuse.
  for (const margin of ['marginwidth', 'marginheight']) host.setAttribute(margin, '0');
  host.srcdoc = `<!doctype html><html lang="${lang}"><script>(${listen})()</script>${head}<body>${body}`;
  const loaded = new Promise((resolve) => host.addEventListener('load', resolve, { once: true }));
  document.body.append(host);
  await loaded;
  await frames();
  const page = host.contentWindow as Opened['page'];
  return { page, said, made: [...page.document.querySelectorAll('iframe')] };
}

/** The widget in a frame, once all of it is drawn. */
async function widgetIn(frame: HTMLIFrameElement): Promise<LitElement> {
  const widget = await until(() => {
    const place = frame.contentDocument?.querySelector('[data-yonne]');
    const found = place?.shadowRoot?.firstElementChild as LitElement | null | undefined;
    return found?.shadowRoot?.querySelector('.card') && found;
  }, 'the widget in the frame');
  await widget.updateComplete;
  return widget;
}

/** The widget in a frame that is as high as it. */
async function followed(frame: HTMLIFrameElement): Promise<HTMLElement> {
  const widget = await widgetIn(frame);
  await until(
    () => frame.clientHeight === Math.ceil(widget.getBoundingClientRect().height),
    'the height of the widget',
  );
  return widget;
}

const settingsOf = ({ src }: HTMLIFrameElement) => Object.fromEntries(new URLSearchParams(new URL(src).hash.slice(1)));

describe('dist/cadre.js', () => {
  afterEach(close);

  it('puts the frame where it stands, as high as what it shows, also when that changes', async () => {
    const { page, said, made } = await open(
      `<h1>Mairie</h1>${tag(`data-widget="yonne-soins-now" data-commune="89024" ${NOW}`)}<p>La suite.</p>`,
    );
    const [frame] = made;
    expect([...page.document.body.children].map(({ localName }) => localName)).to.deep.equal([
      'h1',
      'script',
      'iframe',
      'p',
    ]);
    expect(frame!.src.split('#')[0]).to.equal(`${FOLDER}cadre.html`);
    const widget = await widgetIn(frame!);
    expect(visibleText(widget)).to.include('Auxerre, dimanche 22 novembre, 14 h 05 · changer');
    const height = () => Math.ceil(widget.getBoundingClientRect().height);
    await until(() => frame!.clientHeight === height(), 'its height');
    const folded = height();
    widget.shadowRoot!.querySelector<HTMLDetailsElement>('.foot details')!.open = true;
    await until(() => height() > folded && frame!.clientHeight === height(), 'its height once it is unfolded');

    const { borderTopWidth, display } = page.getComputedStyle(frame!);
    expect([frame!.clientWidth, borderTopWidth, display]).to.deep.equal([640, '0px', 'block']);
    expect(['loading', 'allow'].map((name) => frame!.getAttribute(name))).to.deep.equal(['lazy', 'geolocation']);
    expect(said).to.deep.equal([]);
  });

  it('the longest there is: the whole directory on a narrow phone', async () => {
    const { made } = await open(tag(`data-widget="contacts" data-audience="mairie" ${NOW}`), { width: 280 });
    const widget = await widgetIn(made[0]!);
    await unfold(widget);
    await until(() => made[0]!.clientHeight === Math.ceil(widget.getBoundingClientRect().height), 'its height');
    expect(made[0]!.clientHeight).to.be.above(10_000);
  });

  describe('settings', () => {
    const base = { widget: 'soins-now', lang: 'fr', origin: location.origin };
    const rows: [title: string, attributes: string, expected: Record<string, string>, lang?: string][] = [
      ['none', '', base],
      ['none, in an English page', '', { ...base, lang: 'en' }, 'en-GB'],
      ['none, in a page of a language that is not spoken', '', base, 'ar'],
      ['French in an English page', 'data-lang="fr"', base, 'en'],
      ['a language with its country', 'data-lang="en-GB"', { ...base, lang: 'en' }],
      ['a widget by its short name', 'data-widget="contacts"', { ...base, widget: 'contacts' }],
      ['a widget by the name of its element', 'data-widget="yonne-contacts"', { ...base, widget: 'contacts' }],
      ['no other widget is followed', 'data-commune=""', { ...base, commune: '' }],
      ['spaces around', 'data-commune=" 89024 "', { ...base, commune: '89024' }],
      ['characters that addresses escape', 'data-accent="#a&amp;b=c"', { ...base, accent: '#a&b=c' }],
      ['attributes that are not its own', 'async id="soins" class="wp"', base],
    ];
    for (const [title, attributes, expected, lang] of rows) {
      it(title, async () => {
        const { made, said } = await open(tag(attributes), { lang });
        expect(made.map(settingsOf)).to.deep.equal([expected]);
        expect(said).to.deep.equal([]);
      });
    }

    it('all that the widgets read reaches them, but what no link may say', async () => {
      const values: Record<string, string> = {
        audience: 'mairie',
        commune: '89024',
        'heading-level': '3',
        lang: 'en',
        now: '2026-11-22T14:05',
        'report-to': 'mairie@ville.example',
        theme: 'dark',
      };
      for (const [widget, { observedAttributes }] of Object.entries({
        'soins-now': YonneSoinsNow,
        'cpts-finder': YonneCptsFinder,
        contacts: YonneContacts,
      })) {
        const names = observedAttributes.filter((name) => !['contact', 'territory'].includes(name));
        const given = Object.fromEntries(names.map((name) => [name, values[name] ?? '']));
        const written = Object.entries(given).map(([name, value]) => `data-${name}="${value}"`);
        const { made, said } = await open(tag(`data-widget="${widget}" ${written.join(' ')}`));
        expect(settingsOf(made[0]!)).to.deep.equal({ ...base, widget, ...given });
        expect(said).to.deep.equal([]);
      }
    });
  });

  it('the title is the heading of the widget, in each language that the frame has', async () => {
    for (const lang of ['fr', 'en']) {
      for (const widget of ['soins-now', 'cpts-finder', 'contacts']) {
        const { made, said } = await open(tag(`data-widget="${widget}" data-lang="${lang}"`));
        const [frame] = made;
        const heading = (await widgetIn(frame!)).shadowRoot!.querySelector('[role="heading"]')!;
        expect(frame!.title).to.equal(heading.textContent!.trim());
        expect(frame!.lang).to.equal(lang);
        expect(said).to.deep.equal([]);
      }
    }
  });

  describe('what is wrong is named, and the frame is there without it', () => {
    const rows: [attributes: string, warning: string | RegExp][] = [
      ['data-widget="meteo"', 'data-widget="meteo"; expected soins-now, cpts-finder, contacts'],
      ['data-widget="yonne-affiche"', 'data-widget="yonne-affiche"; expected soins-now, cpts-finder, contacts'],
      ['data-lang="de"', 'data-lang="de"; expected fr, en'],
      ['data-lang="french"', 'data-lang="french"; expected fr, en'],
      ['data-commune="Auxerre"', 'data-commune="Auxerre"; expected an INSEE code of five characters'],
      ['data-commune="8902"', 'data-commune="8902"; expected an INSEE code of five characters'],
      ['data-theme="noir"', 'data-theme="noir"; expected light, dark, auto'],
      ['data-heading-level="7"', 'data-heading-level="7"; expected 1, 2, 3, 4'],
      ['data-audience="élus"', 'data-audience="élus"; expected habitants, mairie'],
      ['data-comune="89024"', /^data-comune; expected data-widget, data-lang, data-commune, /],
      ['data-contact="03 53 01 00 40"', /^data-contact; expected data-widget, /],
      ['data-territory="000000001"', /^data-territory; expected data-widget, /],
      ['data-constructor=""', /^data-constructor; expected data-widget, /],
    ];
    for (const [attributes, warning] of rows) {
      it(attributes, async () => {
        const { made, said } = await open(tag(attributes));
        expect(made.map(settingsOf)).to.deep.equal([{ widget: 'soins-now', lang: 'fr', origin: location.origin }]);
        expect(said).to.have.length(1);
        if (typeof warning === 'string') expect(said[0]).to.equal(`cadre.js: ${warning}`);
        else expect(said[0]!.replace('cadre.js: ', '')).to.match(warning);
      });
    }
  });

  describe('where no frame can be, one warning says why', () => {
    const unknown =
      'cadre.js: the <script> that runs is not known; expected <script src="…/cadre.js"> in the page itself, not type="module"';
    const rows: [title: string, body: () => Promise<string> | string, head: string, warning: string][] = [
      ['a module', () => tag('type="module"'), '', unknown],
      ['an element that is named "currentScript"', () => `<img name="currentScript" alt="">${tag()}`, '', unknown],
      ['its text in the page', async () => `<script>${await (await fetch(FILE)).text()}</script>`, '', unknown],
      [
        'in the head',
        () => '',
        tag(),
        'cadre.js: its <script> stands in <head>; expected where the widget shall stand',
      ],
    ];
    for (const [title, body, head, warning] of rows) {
      it(title, async () => {
        const { made, said } = await open(await body(), { head });
        expect(made).to.deep.equal([]);
        expect(said).to.deep.equal([warning]);
      });
    }
  });

  describe('heights', () => {
    type Message = { data?: unknown; origin?: string; source?: 'frame' | 'page' };
    const told = (height: unknown) => ({ type: 'yonne-soins:height', height });
    const rows: [title: string, message: Message, expected: 'followed' | 'ignored'][] = [
      ['of its frame', { data: told(1234) }, 'followed'],
      ['the least', { data: told(100) }, 'followed'],
      ['the most', { data: told(50_000) }, 'followed'],
      ['from another origin', { data: told(1234), origin: 'https://other.example' }, 'ignored'],
      ['from an origin that begins alike', { data: told(1234), origin: `${location.origin}.example` }, 'ignored'],
      ['from no origin', { data: told(1234), origin: 'null' }, 'ignored'],
      ['from another window', { data: told(1234), source: 'page' }, 'ignored'],
      ['of another message', { data: { type: 'height', height: 1234 } }, 'ignored'],
      ['nothing', { data: null }, 'ignored'],
      ['a text', { data: 'yonne-soins:height' }, 'ignored'],
      ['not there', { data: told(undefined) }, 'ignored'],
      ['as a text', { data: told('1234') }, 'ignored'],
      ['not a number', { data: told(Number.NaN) }, 'ignored'],
      ['without end', { data: told(Number.POSITIVE_INFINITY) }, 'ignored'],
      ['below zero', { data: told(-1234) }, 'ignored'],
      ['none', { data: told(0) }, 'ignored'],
      ['too small', { data: told(99) }, 'ignored'],
      ['too large', { data: told(50_001) }, 'ignored'],
    ];
    for (const [title, { data, origin = location.origin, source = 'frame' }, expected] of rows) {
      it(`${title}: ${expected}`, async () => {
        const { page, made } = await open(tag(NOW));
        const [frame] = made;
        await followed(frame!);
        const own = frame!.style.height;
        const from = source === 'frame' ? frame!.contentWindow : page;
        page.dispatchEvent(new page.MessageEvent('message', { data, origin, source: from }));
        const height = (data as { height?: unknown } | null)?.height;
        expect(frame!.style.height).to.equal(expected === 'followed' ? `${height}px` : own);
      });
    }

    it('of a page of another origin in the same frame: ignored', async () => {
      const { page, made } = await open(tag());
      const [frame] = made;
      await followed(frame!);
      const own = frame!.style.height;
      const heard = new Promise<MessageEvent>((resolve) => {
        page.addEventListener('message', (event) => event.data.height === 4321 && resolve(event));
      });
      frame!.setAttribute('sandbox', 'allow-scripts');
      frame!.srcdoc = `<script>parent.postMessage({ type: 'yonne-soins:height', height: 4321 }, '*')</script>`;
      const { source, origin } = await heard;
      expect([source === frame!.contentWindow, origin]).to.deep.equal([true, 'null']);
      expect(frame!.style.height).to.equal(own);
    });
  });

  it('several on a page: each has its own settings and its own height', async () => {
    const { made, said } = await open(
      ['soins-now', 'cpts-finder'].map((widget) => tag(`async data-widget="${widget}" ${NOW}`)).join('<hr>'),
    );
    const widgets = await Promise.all(made.map(followed));
    expect(widgets.map(({ localName }) => localName)).to.deep.equal(['yonne-soins-now', 'yonne-cpts-finder']);
    expect(made[0]!.clientHeight).not.to.equal(made[1]!.clientHeight);
    expect(said).to.deep.equal([]);
  });

  it('where a site keeps the page and runs its scripts again: still one frame, which is followed', async () => {
    const { page, made, said } = await open(tag(NOW));
    const [frame] = made;
    const widget = await widgetIn(frame!);
    const script = page.document.querySelector('body script')!;
    const again = page.document.createElement('script');
    for (const { name, value } of script.attributes) again.setAttribute(name, value);
    const loaded = new Promise((resolve) => again.addEventListener('load', resolve));
    script.replaceWith(again);
    await loaded;
    expect([...page.document.querySelectorAll('iframe')]).to.deep.equal([frame]);
    frame!.contentDocument!.querySelector<HTMLElement>('[data-yonne]')!.style.padding = '1px';
    await until(() => frame!.clientHeight === Math.ceil(widget.getBoundingClientRect().height) + 2, 'its height');
    expect(said).to.deep.equal([]);
  });

  it('under a strict policy: nothing is refused, and the frame has its styles', async () => {
    const policy = `default-src 'none'; style-src 'self'; script-src ${FILE} 'unsafe-inline'; frame-src ${FOLDER}cadre.html; require-trusted-types-for 'script'; trusted-types 'none'`;
    const { page, made, said } = await open(tag(NOW), {
      head: `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    });
    await widgetIn(made[0]!);
    await until(() => made[0]!.style.height.endsWith('px'), 'its height');
    const { borderTopWidth, width } = page.getComputedStyle(made[0]!);
    expect([borderTopWidth, width]).to.deep.equal(['0px', '640px']);
    expect(said).to.deep.equal([]);
  });

  it('in a page of old libraries that replace what the browser has', async () => {
    const page = await (await fetch('/demo/hotes/prototypes.html')).text();
    const libraries = [...page.matchAll(/<script>[\s\S]*?<\/script>/g)].join('\n');
    expect(libraries).to.include('prototype');
    const { made, said } = await open(tag(NOW), { head: libraries });
    expect(bare(visibleText(await widgetIn(made[0]!)))).to.include('dimanche 22 novembre, 14 h 05');
    expect(said).to.deep.equal([]);
  });
});
