/** What a link to our pages may set: `npm run build && node --test test/hostile/pages.test.mjs`. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { start, stop } from '../browser-and-server.mjs';

const root = join(import.meta.dirname, '../..');
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8' };
const EVIL = 'https://evil.example';
const NOW = 'now=2026-11-24T10:00';

/** A directory that calls 15 by a premium number, as an attacker would serve it. */
const evilDirectory = () => {
  const raw = JSON.parse(readFileSync(join(root, 'dist/annuaire.json'), 'utf8'));
  raw.directory.date = '2026-11-25';
  raw.channels[0].phones = [{ number: '0 899 00 00 01' }];
  return JSON.stringify(raw);
};

let page_ = '';
let origin;
let browser;

const server = createServer(({ url }, response) => {
  const { pathname } = new URL(url, 'http://localhost');
  const file = join(root, pathname);
  if (pathname === '/page.html')
    return response.writeHead(200, { 'content-type': TYPES['.html'] }).end(`<!doctype html><html lang="fr">${page_}`);
  if (!(existsSync(file) && statSync(file).isFile())) return response.writeHead(404).end();
  response.writeHead(200, { 'content-type': TYPES[extname(pathname)] ?? 'text/plain' }).end(readFileSync(file));
});

before(async () => {
  ({ origin, browser } = await start(server));
});

after(() => stop(server, browser));

/** What a person sees in a page, what it asked for and what failed in it. */
async function visit(path) {
  const page = await browser.newPage();
  page.setDefaultTimeout(120_000);
  await page.setViewport({ width: 800, height: 600 });
  const errors = [];
  const asked = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('dialog', (dialog) => {
    errors.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const url = request.url();
    asked.push(url.replace(origin, ''));
    if (!url.startsWith(EVIL)) return request.continue();
    request.respond({ headers: { 'access-control-allow-origin': '*' }, body: evilDirectory() });
  });
  await page.goto(`${origin}${path}`, { waitUntil: 'load' });
  const numbers = () => {
    const found = [];
    const look = (root) => {
      for (const node of root.querySelectorAll('a[href="tel:15"], .vital .number, .always strong')) {
        const { width, height } = node.getBoundingClientRect();
        if (width && height && /^15\b/.test(node.textContent.trim())) found.push(node.textContent.trim());
      }
      for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) look(shadowRoot);
      for (const { contentDocument } of root.querySelectorAll('iframe')) if (contentDocument) look(contentDocument);
      return found;
    };
    return look(document);
  };
  await page.waitForFunction(numbers).catch(() => assert.fail('15 is not seen'));
  await page.waitForNetworkIdle({ idleTime: 50 });
  const text = await page.evaluate(() => {
    const read = (root) =>
      [...root.querySelectorAll('*')]
        .map(({ shadowRoot, href = '' }) => href + (shadowRoot ? shadowRoot.textContent + read(shadowRoot) : ''))
        .join(' ');
    return document.body.innerText + read(document);
  });
  await page.close();
  return {
    errors,
    asked: asked.filter((url) => !/^\/dist\/(cadre|ecran)\.html|^\/page\.html|^\/favicon\.ico|^data:,$/.test(url)),
    text,
  };
}

async function expectSound(path, declared = []) {
  const { errors, asked, text } = await visit(path);
  assert.deepEqual(errors, []);
  assert.deepEqual(
    asked.filter((url) => !declared.includes(url)),
    [],
  );
  assert.doesNotMatch(text, /0[\s\u00a0]?899|\[object|undefined|\bNaN\b/);
}

const q = encodeURIComponent;
const SCRIPT = '<script src=x onerror=alert(1)>';

describe('links to cadre.html', () => {
  const rows = [
    `directory=${q(`${EVIL}/a.json`)}`,
    `directory=${q('//evil.example/a.json')}`,
    `directory=${q('data:application/json,{}')}`,
    `directory=${q('blob:https://evil.example/1')}`,
    `directory=${q('javascript:alert(1)')}`,
    `directory=${q(`${EVIL.replace('https', 'http')}/a.json`)}`,
    `widget=soins-now&directory=${q(`https:evil.example/a.json`)}`,
    `directory=${q('\\\\evil.example\\a.json')}`,
    `accent=${q(`url(${EVIL}/x.png)`)}`,
    `surface=${q(`url(${EVIL}/x.svg#a)`)}&now=2026-11-11T10:00&commune=89024`,
    `accent=${q('red;background:url(https://evil.example/y)')}`,
    `surface=${q('var(--x,url(https://evil.example/z))')}`,
    `on-accent=${q('u\\72l(https://evil.example/z)')}`,
    `radius=${q('url(https://evil.example/z)')}`,
    `radius=${q('99999999em')}`,
    `widget=${q(SCRIPT)}`,
    'widget=__proto__',
    'widget=constructor',
    'widget=garde-screen',
    'lang=__proto__',
    `lang=${q(SCRIPT)}`,
    `commune=${q(SCRIPT)}`,
    'commune=__proto__',
    `onclick=alert(1)&style=display:none&hidden=1&class=x`,
    `now=9999-12-31T23:59`,
    `heading-level=1e9&theme=${q(SCRIPT)}`,
    `report-to=${q('a@b.example?bcc=c@d.example')}`,
    `contact=0899000001&territory=89024&widget=contacts`,
    `widget=contacts&need=${q('pharmacy'.repeat(2000))}`,
    `origin=${q('javascript:alert(1)')}`,
    `origin=${q(EVIL)}`,
    `${'a=1&'.repeat(5000)}commune=89024`,
  ];
  for (const row of rows)
    test(row.slice(0, 70), () =>
      // No server reads as much in a query.
      expectSound(`/dist/cadre.html${row.length > 4000 ? '#' : '?'}${row.includes('now=') ? row : `${row}&${NOW}`}`),
    );

  test('a directory of the page’s own origin is asked for', async () => {
    const { asked } = await visit(`/dist/cadre.html?directory=annuaire.json&${NOW}`);
    assert.deepEqual(asked, ['/dist/annuaire.json']);
  });
});

describe('links to ecran.html', () => {
  const rows = [
    `annuaire=${q(`${EVIL}/a.json`)}`,
    `roster=${q(`${EVIL}/r.csv`)}`,
    `roster=${q('data:text/csv,début;fin;nom')}`,
    `annuaire=${q('//evil.example/a.json')}`,
    `nom=${q(SCRIPT)}`,
    `nom=${q('a'.repeat(5000))}`,
    `page=${q('javascript:alert(1)')}`,
    `page=${q(`https://page.example/${'a'.repeat(5000)}`)}`,
    `lang2=__proto__&lang=constructor`,
    `commune=${q(SCRIPT)}&theme=${q(SCRIPT)}`,
    `now=0000-01-01`,
  ];
  for (const row of rows)
    test(row.slice(0, 70), () => expectSound(`/dist/ecran.html#${row.includes('now=') ? row : `${row}&${NOW}`}`));
});

describe('what a page writes', () => {
  const place = (attributes) =>
    `<script src="/dist/yonne-soins.js"></script><div data-yonne="soins-now" ${attributes}></div>`;
  const frame = (attributes) => `<body><script src="/dist/cadre.js" ${attributes}></script>`;
  const rows = [
    ['div, handlers', place('data-onclick="alert(1)" data-style="x" data-inner-h-t-m-l="x"')],
    [
      'div, values that are none',
      place('data-lang="__proto__" data-theme="<b>" data-commune="{}" data-heading-level="-1"'),
    ],
    [
      'div, an unknown widget beside a right one',
      `${place('')}<div data-yonne="__proto__"></div><div data-yonne=""></div>`,
    ],
    ['cadre.js, values that are none', frame('data-lang="__proto__" data-widget="__proto__" data-commune="<b>"')],
    ['cadre.js, a directory of another site', frame(`data-directory="${EVIL}/a.json"`)],
    ['cadre.js, a colour that is a request', frame(`data-accent="url(${EVIL}/x)" data-surface="var(--x)"`)],
    ['cadre.js, settings of cadre.html alone', frame(`data-origin="${EVIL}" data-contact="0899000001"`)],
  ];
  for (const [title, content] of rows)
    test(title, async () => {
      page_ = content;
      await expectSound('/page.html', ['/dist/yonne-soins.js', '/dist/cadre.js']);
    });
});
