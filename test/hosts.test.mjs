/** What a page inside a test page cannot show: `npm run build && node --test test/hosts.test.mjs`. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { build } from 'esbuild';
import { start, stop } from './browser-and-server.mjs';

const root = join(import.meta.dirname, '..');
const TYPES = { '.html': 'text/html', '.js': 'text/javascript' };
const FALLBACK = '<p>Urgence vitale : <a href="tel:15">15</a> ou <a href="tel:112">112</a>.</p>';
const SCRIPT = '<script src="/dist/yonne-soins.js" async></script>';
const SUNDAY = '2026-11-22T14:05';

const { channels, directory } = JSON.parse(readFileSync(join(root, 'dist/annuaire.json'), 'utf8'));
/** A number that the widget shows at any hour, as a person reads it: the first of SOS Médecins. */
const shown = channels.find(({ kind }) => kind === 'sos-medecins').phones[0].number.replace(/^(3[26])/, '$1 ');

/** What the snippet keeps free: the rest of the page stays below what is seen until the widget has its height. */
const RESERVE =
  '[data-yonne], yonne-soins-now, yonne-cpts-finder, yonne-contacts, yonne-affiche { display: block; min-height: 100vh }';

/** Pages written by tests, by path: content, and headers. */
const pages = new Map();

/** What the script waits for on its way. */
let held = Promise.resolve();
/** What the server says after the type of each file. */
const UTF_8 = '; charset=utf-8';
let charset = UTF_8;
let origin;
let browser;

const server = createServer(async ({ url }, response) => {
  const { pathname } = new URL(url, 'http://localhost');
  const { content, headers = {} } = pages.get(pathname) ?? {};
  const file = join(root, pathname);
  if (content === undefined && !(existsSync(file) && statSync(file).isFile())) return response.writeHead(404).end();
  if (/^\/dist\/yonne-[\w-]+\.js$/.test(pathname)) await held;
  response
    .writeHead(200, { 'content-type': (TYPES[extname(pathname)] ?? 'text/plain') + charset, ...headers })
    .end(content ?? readFileSync(file));
});

before(async () => {
  ({ origin, browser } = await start(server));
});

after(() => stop(server, browser));

const html = (head, body) => `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Mairie</title>
  <link rel="icon" href="data:,"><style>body { margin: 0; font: 16px sans-serif }</style>${head}</head><body>
  <h1>Mairie</h1><p>Bienvenue.</p>${body}<h2 id="next">Suite</h2>${'<p>La suite de la page.</p>'.repeat(40)}</body></html>`;

/** Milliseconds after which a page counts as hung; no test judges how fast the machine is. */
const HUNG = 120_000;

/** Opens a page, and keeps what it says in the console. */
async function open(path, { width = 640, height = 800, waitUntil = 'load' } = {}) {
  const page = await browser.newPage();
  page.setDefaultTimeout(HUNG);
  await page.setViewport({ width, height });
  const said = [];
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) said.push(message.text());
  });
  page.on('pageerror', (error) => said.push(error.message));
  await page.goto(`${origin}${path}`, { waitUntil });
  return { page, said };
}

/** Waits for a widget, with what follows its first paint. */
const drawn = (page) =>
  page.waitForFunction(async () => {
    const place = document.querySelector('[data-yonne]');
    const tags = 'yonne-soins-now, yonne-cpts-finder, yonne-contacts, yonne-affiche';
    const widget = place ? place.shadowRoot?.firstElementChild : document.querySelector(tags);
    if (!widget?.shadowRoot?.querySelector('.card')?.innerText) return false;
    await widget.updateComplete;
    return true;
  });

/** Two frames: what was drawn is painted. */
const frames = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));

describe('no layout shift when the script arrives late', () => {
  const observe = `var shifts = [];
    var observer = new PerformanceObserver((list) => shifts.push(...list.getEntries()));
    observer.observe({ type: 'layout-shift', buffered: true });`;
  const tag = (name) => `<yonne-${name} commune="89024">${FALLBACK}</yonne-${name}>`;
  const place = (name) => `<div data-yonne="${name}" data-commune="89024">${FALLBACK}</div>`;
  const sizes = [
    [360, 640],
    [1280, 800],
    [1920, 1080],
    [2560, 1440],
  ];
  const rows = [
    ...['soins-now', 'cpts-finder', 'contacts'].flatMap((name) => [
      [`<yonne-${name}>`, 'yonne-soins.js', tag(name)],
      [`<div data-yonne="${name}">`, 'yonne-soins.js', place(name)],
    ]),
    ['<yonne-soins-now> of the small script', 'yonne-soins-now.js', tag('soins-now')],
    ['<yonne-affiche>', 'yonne-affiche.js', tag('affiche')],
  ];
  for (const [title, file, body] of rows) {
    test(title, async () => {
      pages.set('/shift.html', {
        content: html(
          `<style>${RESERVE}</style><script>${observe}</script><script src="/dist/${file}" async></script>`,
          body,
        ),
      });
      for (const [width, height] of sizes) {
        let arrive;
        held = new Promise((resolve) => {
          arrive = resolve;
        });
        const { page } = await open('/shift.html', { width, height, waitUntil: 'domcontentloaded' });
        // The fallback is painted: from now on, what moves is a shift.
        await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length);
        await frames(page);
        arrive();
        await drawn(page);
        await frames(page);
        const shift = await page.evaluate(() => {
          const { observer, shifts } = window;
          return [...shifts, ...observer.takeRecords()].reduce((sum, { value }) => sum + value, 0);
        });
        assert.equal(shift, 0, `${width} × ${height}`);
        await page.close();
      }
    });
  }
});

describe('policies, as headers', () => {
  const widget = `<yonne-soins-now commune="89024" now="${SUNDAY}">${FALLBACK}</yonne-soins-now>`;
  const rows = [
    [
      'this file only, Trusted Types',
      (file) => `default-src 'none'; script-src ${file}; require-trusted-types-for 'script'`,
    ],
    [
      'and the one policy that it makes',
      (file) => `default-src 'none'; script-src ${file}; require-trusted-types-for 'script'; trusted-types lit-html`,
    ],
    [
      'and the script twice',
      (file) =>
        `default-src 'none'; script-src ${file}; require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'`,
      SCRIPT,
    ],
    ['a sandbox with scripts', (file) => `default-src 'none'; script-src ${file}; sandbox allow-scripts`],
  ];
  for (const [title, policy, again = ''] of rows) {
    test(title, async () => {
      const content = `<!doctype html><html lang="fr"><title>Mairie</title>${SCRIPT}${again}${widget}</html>`;
      pages.set('/policy.html', {
        content,
        headers: { 'content-security-policy': policy(`${origin}/dist/yonne-soins.js`) },
      });
      const { page, said } = await open('/policy.html');
      await drawn(page);
      // The browser's own request for /favicon.ico is the host's.
      assert.deepEqual(
        said.filter((text) => !text.includes('favicon')),
        [],
      );
      assert.equal(await page.$eval('yonne-soins-now', (element) => getComputedStyle(element).display), 'block');
      await page.close();
    });
  }
});

describe('pages of before UTF-8: what the widgets, another language and a frame say', () => {
  const rows = [
    ['/demo/hotes/latin-1.html', ''],
    ['/demo/hotes/windows-1252.html', ''],
    ['/demo/hotes/sans-charset.html', ''],
    ['/demo/hotes/async.html', '; charset=iso-8859-1'],
    ['/dist/cadre.html', '; charset=iso-8859-1'],
    ['/dist/ecran.html', '; charset=iso-8859-1'],
  ];
  after(() => {
    charset = UTF_8;
  });

  /** The text of each widget of a page and of its frames, and the charset in which the browser read the page. */
  async function read(path, served) {
    charset = served;
    const { page } = await open(`${path}#now=${SUNDAY}`);
    // A frame that nobody comes near is not loaded.
    await page.evaluate(() => document.querySelector('iframe')?.scrollIntoView());
    const texts = await Promise.all(
      page.frames().map(async (frame) => {
        const shown = await frame.waitForFunction(async () => {
          const places = [...document.querySelectorAll('yonne-soins-now, yonne-garde-screen, [data-yonne]')];
          const widgets = places.map((place) => (place.dataset.yonne ? place.shadowRoot?.firstElementChild : place));
          const cards = widgets.map((widget) => widget?.shadowRoot?.querySelector('[part~="card"]'));
          if (!cards.length || !cards.every((card) => card?.innerText)) return false;
          // What follows the first paint.
          for (const widget of widgets) await widget.updateComplete;
          return cards.map(({ innerText }) => innerText);
        });
        return shown.jsonValue();
      }),
    );
    const encoding = await page.evaluate(() => document.characterSet);
    await page.close();
    return { texts, encoding };
  }

  for (const [path, served] of rows) {
    test(`${path}, served as “${served}”`, async () => {
      // Its widgets show one instant: that of the test.
      const content = readFileSync(join(root, path), 'utf8').replace(/ ((?:data-)?)commune="/g, ` $1now="${SUNDAY}"$&`);
      pages.set(path, { content });
      const right = await read(path, UTF_8);
      assert.equal(right.encoding, 'UTF-8');
      assert.equal(right.texts.length, content.includes('cadre.js') ? 2 : 1);
      for (const said of right.texts) assert.match(said.join(), /é/);
      const old = await read(path, served);
      pages.delete(path);
      assert.deepEqual(old, { ...right, encoding: 'windows-1252' });
    });
  }
});

test('cadre.js of another origin: its frame is as high as what it shows', async () => {
  // The same server by another name is another origin.
  const other = origin.replace('localhost', '127.0.0.1');
  const content = html('', `<script src="${other}/dist/cadre.js" data-now="${SUNDAY}" async></script>`);
  pages.set('/frame.html', { content });
  const { page, said } = await open('/frame.html');
  const frame = await page.waitForSelector('iframe');
  assert.ok((await frame.evaluate(({ src }) => src)).startsWith(`${other}/dist/cadre.html#`));
  const inside = await frame.contentFrame();
  await drawn(inside);
  const height = await inside.$eval('[data-yonne]', (place) => Math.ceil(place.getBoundingClientRect().height));
  await page.waitForFunction((element, expected) => element.clientHeight === expected, {}, frame, height);
  assert.deepEqual(said, []);
  await page.close();
});

test('back from the bfcache: the page was kept, and shows the present minute', async (t) => {
  const content = html(
    // No minute rings: what changes, the return has changed.
    `<script>var offset = 0; Date.now = ((now) => () => now() + offset)(Date.now); setTimeout = () => 0;
    var kept = []; addEventListener('pageshow', ({ persisted }) => kept.push(persisted));</script>${SCRIPT}`,
    `<yonne-soins-now commune="89024">${FALLBACK}</yonne-soins-now>`,
  );
  pages.set('/kept.html', { content });
  pages.set('/other.html', { content: html('', '') });
  const { page, said } = await open('/kept.html');
  await drawn(page);
  const subtitle = () =>
    page.$eval('yonne-soins-now', ({ shadowRoot }) => shadowRoot.querySelector('.subtitle').textContent.trim());
  const before = await subtitle();
  await page.evaluate(() => {
    window.offset = 9 * 3_600_000;
  });
  assert.equal(await subtitle(), before);
  if ((await browser.version()).startsWith('HeadlessChrome')) {
    t.diagnostic('a headless shell keeps no page: the return was only announced to the page, not made');
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  } else {
    await page.goto(`${origin}/other.html`);
    await page.goBack();
    assert.deepEqual(await page.evaluate(() => window.kept), [false, true]);
  }
  const changed = (text) =>
    document.querySelector('yonne-soins-now').shadowRoot.querySelector('.subtitle').textContent.trim() !== text;
  await page.waitForFunction(changed, {}, before);
  assert.deepEqual(said, []);
  await page.close();
});

test('printed: black on white, without buttons to press, all in the page', async () => {
  pages.set('/print.html', {
    content: html(
      `<style>${RESERVE}</style>${SCRIPT}`,
      `<yonne-soins-now commune="89024" theme="dark" now="${SUNDAY}">${FALLBACK}</yonne-soins-now>`,
    ),
  });
  const { page, said } = await open('/print.html');
  await drawn(page);
  await page.emulateMediaType('print');
  const look = await page.$eval(
    'yonne-soins-now',
    ({ shadowRoot }, number) => {
      const card = shadowRoot.querySelector('.card');
      const { color, backgroundColor } = getComputedStyle(card);
      const buttons = [...shadowRoot.querySelectorAll('button')].filter((button) => button.offsetHeight);
      return {
        color,
        backgroundColor,
        buttons: buttons.length,
        numbers: card.innerText.replace(/\s/g, ' ').includes(number),
      };
    },
    shown,
  );
  assert.deepEqual(look, { color: 'rgb(0, 0, 0)', backgroundColor: 'rgb(255, 255, 255)', buttons: 0, numbers: true });
  assert.ok((await page.pdf()).length > 10_000);
  assert.deepEqual(said, []);
  await page.close();
});

describe('single-page applications: properties, events, no leak', () => {
  // Each mounts a widget with what the test gives, and returns what changes and what removes it.
  const apps = {
    'React 19': `
      import { createElement } from 'react';
      import { createRoot } from 'react-dom/client';
      import { flushSync } from 'react-dom';
      window.mount = (box, { onCall, ...properties }) => {
        const root = createRoot(box);
        const draw = (more) => flushSync(() =>
          root.render(createElement('yonne-soins-now', { ...properties, ...more, 'onyonne-call': onCall }, createElement('p', null, '15'))));
        draw({});
        return { change: draw, unmount: () => root.unmount() };
      };`,
    'Vue 3': `
      import { createApp, h, nextTick, shallowReactive } from 'vue';
      window.mount = (box, { onCall, ...properties }) => {
        const state = shallowReactive(properties);
        const app = createApp({ render: () => h('yonne-soins-now', { ...state, onYonneCall: onCall }, h('p', '15')) });
        app.config.compilerOptions.isCustomElement = (tag) => tag.startsWith('yonne-');
        app.mount(box);
        return { change: (more) => { Object.assign(state, more); return nextTick(); }, unmount: () => app.unmount() };
      };`,
  };
  for (const [title, contents] of Object.entries(apps)) {
    test(title, async () => {
      const { outputFiles } = await build({
        stdin: { contents, resolveDir: root },
        bundle: true,
        write: false,
        minify: true,
        define: {
          'process.env.NODE_ENV': '"production"',
          __VUE_OPTIONS_API__: 'false',
          __VUE_PROD_DEVTOOLS__: 'false',
          __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
        },
      });
      pages.set('/app.js', { content: outputFiles[0].text });
      pages.set('/app.html', {
        content: html(
          '<script src="/dist/yonne-soins.js"></script>',
          '<div id="app"></div><script src="/app.js"></script>',
        ),
      });
      const { page, said } = await open('/app.html');
      const seen = await page.evaluate(
        async (now) => {
          const box = document.querySelector('#app');
          const calls = [];
          const listeners = new Set();
          const clock = {
            now: () => now,
            subscribe: (listener) => {
              listeners.add(listener);
              return () => listeners.delete(listener);
            },
          };
          const app = window.mount(box, {
            commune: '89024',
            clock,
            headingLevel: 3,
            onCall: ({ detail }) => calls.push(detail.number),
          });
          const element = box.querySelector('yonne-soins-now');
          const text = async (selector) => {
            await element.updateComplete;
            return element.shadowRoot.querySelector(selector).textContent.replace(/\s+/g, ' ').trim();
          };
          const result = { first: await text('.subtitle'), level: element.headingLevel, listening: listeners.size };
          await app.change({ commune: '89387' });
          result.second = await text('.subtitle');
          box.addEventListener('click', (event) => event.preventDefault());
          element.shadowRoot.querySelector('a[data-number="15"]').click();
          app.unmount();
          return { ...result, calls, left: listeners.size, markup: box.innerHTML };
          // The clock of a device that is behind the directory is not believed.
        },
        Date.parse(`${directory.date}T09:00Z`),
      );
      const { first, second, ...rest } = seen;
      assert.match(first, /^Auxerre, \S+ \S+ \S+, 1[01] h · changer$/);
      assert.equal(second, first.replace('Auxerre', 'Sens'));
      assert.deepEqual(rest, {
        level: 3,
        listening: 1,
        calls: ['15'],
        left: 0,
        markup: '',
      });

      await page.evaluate(async () => {
        for (let i = 0; i < 50; i++) {
          const box = document.body.appendChild(document.createElement('div'));
          const app = window.mount(box, { commune: '89024' });
          await box.firstElementChild.updateComplete;
          app.unmount();
          box.remove();
        }
      });
      const prototype = await page.evaluateHandle(() => customElements.get('yonne-soins-now').prototype);
      // `queryObjects` collects once, and takes for alive what the stack may still point to.
      const heap = await page.createCDPSession();
      const left = async () => {
        await heap.send('HeapProfiler.collectGarbage');
        const found = await page.queryObjects(prototype);
        const count = await found.evaluate(({ length }) => length);
        // Else this list itself would hold them.
        await found.dispose();
        return count;
      };
      // A framework may hold the last one that it removed, and the engine lets go of some a few frames later.
      let alive = await left();
      for (const end = Date.now() + HUNG; alive > 2 && Date.now() < end; alive = await left()) await frames(page);
      assert.ok(alive <= 2, `${alive} widgets of 51 are still in memory`);
      assert.deepEqual(said, []);
      await page.close();
    });
  }
});
