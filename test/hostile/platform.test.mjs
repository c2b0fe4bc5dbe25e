/**
 * What a browser, a policy or another script of the page may take away from the widgets, and what stays of them after a
 * thousand insertions: `npm run build && node --test test/hostile/platform.test.mjs`.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { start, stop } from '../browser-and-server.mjs';

const root = join(import.meta.dirname, '../..');
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8' };
const NOW = '2026-11-24T10:00';
const KINDS = ['yonne-soins-now', 'yonne-contacts', 'yonne-cpts-finder'];

const PAGE = `<!doctype html><html lang="fr"><meta charset="utf-8"><link rel="icon" href="data:,"><body>
  <script src="/dist/yonne-soins.js"></script><script src="/dist/yonne-affiche.js"></script>
  ${KINDS.map((kind) => `<${kind} now="${NOW}" directory="/dist/annuaire.json"><a href="tel:15">15</a></${kind}>`).join('')}
  <div data-yonne="contacts" data-now="${NOW}"><a href="tel:15">15</a></div>`;

let origin;
let browser;
const server = createServer(({ url }, response) => {
  const { pathname } = new URL(url, 'http://localhost');
  if (pathname === '/page.html') return response.writeHead(200, { 'content-type': TYPES['.html'] }).end(PAGE);
  if (!pathname.startsWith('/dist/')) return response.writeHead(404).end();
  const type = TYPES[extname(pathname)] ?? 'application/json';
  response.writeHead(200, { 'content-type': type }).end(readFileSync(join(root, pathname)));
});

before(async () => {
  ({ origin, browser } = await start(server));
});

after(() => stop(server, browser));

/** A page in which a script ran before all others. */
async function open(address, first = '') {
  const page = await browser.newPage();
  page.setDefaultTimeout(120_000);
  await page.setViewport({ width: 800, height: 600 });
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.evaluateOnNewDocument(first);
  await page.goto(`${origin}${address}`, { waitUntil: 'load' });
  return { page, errors };
}

/** The places of a page in which 15 is not seen; none of them stays so. */
const unseen = () =>
  [...document.querySelectorAll('yonne-soins-now, yonne-contacts, yonne-garde-screen, [data-yonne]')].flatMap(
    (place) => {
      const seen = (node) => node.getBoundingClientRect().width > 0 && node.getBoundingClientRect().height > 0;
      const find = (root) =>
        [...root.querySelectorAll('*')].flatMap((node) => [node, ...(node.shadowRoot ? find(node.shadowRoot) : [])]);
      const all = [...find(place), ...(place.shadowRoot ? find(place.shadowRoot) : [])];
      return all.some((node) => /^(15|15\b.*)$/s.test(node.textContent.trim()) && seen(node))
        ? []
        : [place.outerHTML.slice(0, 60)];
    },
  );

const gone = (...names) => names.map((name) => `delete window.${name};`).join('');
const refused = (name) =>
  `Object.defineProperty(window, '${name}', { get() { throw new DOMException('refused', 'SecurityError') } });`;

/** What is taken away, and whether the widgets draw all the same; else what the page has in their tags is seen. */
const TAKEN = [
  ['fetch', gone('fetch'), true],
  ['fetch, which throws', `window.fetch = () => { throw new Error('essai') };`, true],
  ['fetch, which never answers', `window.fetch = () => new Promise(() => {});`, true],
  ['fetch, which gives no response', `window.fetch = async () => undefined;`, true],
  ['Intl', gone('Intl'), true],
  // Every engine has had these for longer than the elements: what the page has in their tags is seen.
  ['matchMedia', gone('matchMedia'), false],
  ['matchMedia, which gives nothing', `window.matchMedia = () => null;`, false],
  ['IntersectionObserver', gone('IntersectionObserver'), true],
  ['ResizeObserver', gone('ResizeObserver'), false],
  ['storage', ['localStorage', 'sessionStorage', 'indexedDB', 'caches'].map(refused).join(''), true],
  [
    'cookies',
    `Object.defineProperty(document, 'cookie', { get() { throw new DOMException('refused', 'SecurityError') } });`,
    true,
  ],
  ['the wake lock', `Object.defineProperty(navigator, 'wakeLock', { value: undefined });`, true],
  [
    'the wake lock, which refuses',
    `Object.defineProperty(navigator, 'wakeLock', { value: { request: () => Promise.reject(new DOMException('refused', 'NotAllowedError')) } });`,
    true,
  ],
  [
    'the wake lock, which throws',
    `Object.defineProperty(navigator, 'wakeLock', { value: { request() { throw new TypeError('essai') } } });`,
    true,
  ],
  ['the position', `Object.defineProperty(navigator, 'geolocation', { value: undefined });`, true],
  ['frames', `window.requestAnimationFrame = () => 0;`, true],
  [
    'the clipboard and sharing',
    `for (const name of ['clipboard', 'share']) Object.defineProperty(navigator, name, { value: undefined });`,
    true,
  ],
  [
    'constructed style sheets',
    `delete Document.prototype.adoptedStyleSheets; delete ShadowRoot.prototype.adoptedStyleSheets;`,
    true,
  ],
  ['crypto', gone('crypto'), true],
  ['Trusted Types', gone('trustedTypes'), true],
  [
    'the names of the elements',
    `for (const name of ${JSON.stringify([...KINDS, 'yonne-garde-screen'])}) customElements.define(name, class extends HTMLElement {});`,
    false,
  ],
];

describe(`taken away from a page: ${2 * TAKEN.length}`, () => {
  for (const [what, first, drawn] of TAKEN)
    for (const address of ['/page.html', `/dist/ecran.html#now=${NOW}&roster=/dist/annuaire.json`])
      test(`${what}, ${address.split('#')[0]}`, async () => {
        const { page, errors } = await open(address, first);
        await page
          .waitForFunction(`!(${unseen})().length`)
          .catch(async () => assert.deepEqual(await page.evaluate(unseen), []));
        const text = await page.evaluate(() =>
          [...document.querySelectorAll('yonne-soins-now, yonne-garde-screen')]
            .map(({ shadowRoot }) => shadowRoot?.querySelector('[part~="card"]')?.textContent ?? '')
            .join(' '),
        );
        if (drawn) assert.match(text, /Se soigner maintenant|qui appeler maintenant/);
        assert.doesNotMatch(text, /undefined|\bNaN\b|\[object/);
        // The page of the screen registers its element by itself, and says so where that fails.
        if (drawn) assert.deepEqual(errors, []);
        await page.close();
      });
});

describe('a thousand widgets that come and go', () => {
  const ROUNDS = 10;
  const EACH = 100;

  for (const tag of [...KINDS, 'yonne-affiche', 'yonne-garde-screen'])
    test(`<${tag}> leaves neither nodes, nor listeners, nor timers`, async () => {
      const count = `
        window.armed = new Set();
        const { setTimeout, clearTimeout } = window;
        window.setTimeout = (call, ms, ...rest) => {
          const id = setTimeout((...given) => { armed.delete(id); call(...given); }, ms, ...rest);
          armed.add(id);
          return id;
        };
        window.clearTimeout = (id) => { armed.delete(id); clearTimeout(id); };
        window.setInterval = () => { throw new Error('no interval') };`;
      const { page, errors } = await open(
        tag === 'yonne-garde-screen' ? `/dist/ecran.html#now=${NOW}` : '/page.html',
        count,
      );
      const session = await page.createCDPSession();
      await session.send('Performance.enable');
      /** Inserts and removes some, all drawn. */
      const pass = () =>
        page.evaluate(
          async (tag, each, now) => {
            const widgets = Array.from({ length: each }, () => document.createElement(tag));
            for (const widget of widgets) {
              widget.setAttribute('now', now);
              widget.setAttribute('directory', '/dist/annuaire.json');
              if (tag === 'yonne-contacts') widget.setAttribute('structured-data', '');
            }
            document.body.append(...widgets);
            for (const widget of widgets) await widget.updateComplete;
            for (const widget of widgets) widget.remove();
            // What was put off to the next frames is done.
            for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
          },
          tag,
          EACH,
          NOW,
        );
      const measure = async () => {
        await session.send('HeapProfiler.collectGarbage');
        await session.send('HeapProfiler.collectGarbage');
        const { metrics } = await session.send('Performance.getMetrics');
        const metric = (name) => metrics.find((candidate) => candidate.name === name).value;
        const timers = await page.evaluate(() => window.armed.size);
        return {
          nodes: metric('Nodes'),
          listeners: metric('JSEventListeners'),
          heap: metric('JSHeapUsedSize'),
          timers,
        };
      };
      await pass();
      const first = await measure();
      for (let i = 0; i < ROUNDS; i++) await pass();
      const last = await measure();
      const made = ROUNDS * EACH;
      console.log(
        `<${tag}>: ${made} insertions; nodes ${first.nodes} → ${last.nodes}, listeners ${first.listeners} → ${last.listeners}, ` +
          `timers ${first.timers} → ${last.timers}, ${Math.round((last.heap - first.heap) / made)} bytes each`,
      );
      // Each widget has hundreds of nodes and a dozen listeners: one that stayed of ten would be seen.
      assert.ok(last.nodes - first.nodes < made, `${last.nodes - first.nodes} nodes more`);
      assert.ok(last.listeners - first.listeners < made / 10, `${last.listeners - first.listeners} listeners more`);
      assert.ok(last.timers <= first.timers, `${last.timers} timers`);
      assert.deepEqual(errors, []);
      await page.close();
    });
});
