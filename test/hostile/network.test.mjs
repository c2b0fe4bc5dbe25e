/**
 * What a server may answer in place of a directory or a roster, as a browser hears it: each time 15 is seen, what was
 * wrong is named, the connection ends, and a right answer serves afterwards.
 * `npm run build && node --test test/hostile/network.test.mjs`.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { start, stop } from '../browser-and-server.mjs';

const root = join(import.meta.dirname, '../..');
const DAY = 86_400_000;
const HUGE = 200_000_000;
/** What the kernel and the browser take before anyone reads: far above it, and far below 200 MB. */
const BUFFERED = 64_000_000;

const raw = JSON.parse(readFileSync(join(root, 'dist/annuaire.json'), 'utf8'));
const edition = Date.parse(raw.directory.date);
/** The present moment of the pages: a morning three days after the edition of the scripts. */
const NOW = edition + 3 * DAY + 9 * 3_600_000;
const isoDay = (at) => new Date(at).toISOString().slice(0, 10);
raw.directory.date = isoDay(edition + DAY);
raw.channels.find(({ kind }) => kind === 'csnp').name = 'Clinique d’essai';
const RIGHT = {
  directory: JSON.stringify(raw),
  roster: `début;fin;nom\n${isoDay(NOW - DAY)} 09:00;${isoDay(NOW + 2 * DAY)} 09:00;Pharmacie d’essai\n`,
};

const spaces = Buffer.alloc(65_536, ' ');
const bomb = gzipSync(Buffer.alloc(HUGE));
const CORS = { 'access-control-allow-origin': '*' };

/** Sends the same bytes again and again, as fast as they are taken. */
function pour(response, bytes = spaces, most = Number.POSITIVE_INFINITY) {
  let sent = 0;
  const more = () => {
    while (sent < most && !response.destroyed) {
      sent += bytes.length;
      if (!response.write(bytes)) return response.once('drain', more);
    }
    response.end();
  };
  more();
}

/** Sends one byte at a time for as long as someone listens. */
function trickle(response) {
  const drop = () => response.destroyed || response.write(' ', () => setImmediate(drop));
  drop();
}

const half = (text) => Buffer.from(text).subarray(0, Buffer.byteLength(text) / 2);
const status =
  (code, body = '') =>
  (response) =>
    response.writeHead(code).end(body);
const typed = (type) => (response, right) => response.writeHead(200, { 'content-type': type }).end(right);
const FAILED = /Failed to fetch|network error/;
const HTML = '<!doctype html><title>Erreur</title><p>Essayez plus tard';

/**
 * What is answered; what the console says of it, of a directory and of a roster, or nothing where it serves; `waits`: it
 * never ends by itself.
 */
const FAULTS = [
  [
    '200 MB, of a length that is given',
    (r) => pour(r.writeHead(200, { 'content-length': HUGE }), spaces, HUGE),
    /more than \d000000 bytes/,
  ],
  ['200 MB, of a length that is not given', (r) => pour(r, spaces, HUGE), /more than \d000000 bytes/],
  ['bytes without end', (r) => pour(r), /more than \d000000 bytes/],
  [
    '200 MB of zeros in 0.2 MB of gzip',
    (r) => r.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    /more than \d000000 bytes/,
  ],
  ['gzip that is none', (r, right) => r.writeHead(200, { 'content-encoding': 'gzip' }).end(right), FAILED],
  ['half of a gzip', (r) => r.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb.subarray(0, 1000)), /./],
  ['a failure with bytes without end', (r) => pour(r.writeHead(500)), /answer 500/],
  ['no answer', () => {}, /no whole answer in \d+ s/, 'waits'],
  ['a head, and nothing after it', (r) => r.writeHead(200).flushHeaders(), /no whole answer in \d+ s/, 'waits'],
  ['one byte at a time', trickle, /no whole answer in \d+ s/, 'waits'],
  ['half of it, and silence', (r, right) => r.write(half(right)), /no whole answer in \d+ s/, 'waits'],
  ['half of it, and the line is cut', (r, right) => r.write(half(right), () => r.destroy()), FAILED],
  [
    'less than its length',
    (r, right) => r.writeHead(200, { 'content-length': 9_999_999 }).write(right, () => r.destroy()),
    FAILED,
  ],
  ['the line cut at once', (r) => r.destroy(), FAILED],
  ['nothing, as 204', status(204), /./],
  ['nothing, as 200', status(200), /./],
  ['304 that nobody asked for', status(304), /answer 304/],
  ['404', status(404, HTML), /answer 404/],
  ['403 in place of a login', status(403, HTML), /answer 403/],
  ['500', status(500, HTML), /answer 500/],
  ['503', (r) => r.writeHead(503, { 'retry-after': '3600' }).end(), /answer 503/],
  ['a page, as 200', (r) => r.writeHead(200, { 'content-type': 'text/html' }).end(HTML), /./],
  ['itself, as an image', typed('image/png'), undefined],
  ['itself, as a page', typed('text/html; charset=utf-8'), undefined],
  ['itself, as nothing that is known', typed('x/y; charset=utf-7'), undefined],
  ['from another place of its origin', (r) => r.writeHead(302, { location: '/right' }).end(), undefined],
  [
    'from another origin, which allows it',
    (r) => r.writeHead(302, { location: `${elsewhere}/right` }).end(),
    /redirected to http:\/\/127/,
  ],
  ['from another origin, which does not', (r) => r.writeHead(302, { location: `${elsewhere}/closed` }).end(), FAILED],
  ['from itself, without end', (r, _, url) => r.writeHead(302, { location: url }).end(), FAILED],
  ['from nowhere', (r) => r.writeHead(302).end(), /answer 302|Failed to fetch/],
];

let origin;
let elsewhere;
let browser;
/** What the present fault answers; who asked for it, and what was sent when the connection was over. */
let fault;

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url, 'http://localhost');
  if (pathname.startsWith('/dist/') || pathname === '/page.html') {
    const content =
      pathname === '/page.html'
        ? '<!doctype html><html lang="fr"><meta charset="utf-8"><script src="/dist/yonne-soins.js"></script><body>'
        : readFileSync(join(root, pathname));
    const type = extname(pathname) === '.js' ? 'text/javascript' : 'text/html; charset=utf-8';
    return response.writeHead(200, { 'content-type': type }).end(content);
  }
  if (!fault) return response.writeHead(404).end();
  if (pathname === '/right') return response.writeHead(200, CORS).end(fault.right);
  if (pathname === '/closed') return response.writeHead(200).end(fault.right);
  response.setHeader('connection', 'close');
  if (fault.over) return response.end(fault.right);
  const { socket } = request;
  const { asked, closed, answer, right } = fault;
  socket.on('close', () => closed(socket.bytesWritten));
  response.on('error', () => {});
  asked();
  answer(response, right, request.url);
});

before(async () => {
  ({ origin, browser } = await start(server));
  elsewhere = origin.replace('localhost', '127.0.0.1');
});

after(() => stop(server, browser));

/** A page whose clock moves when told, and which notes what the console says. */
async function open(address) {
  const page = await browser.newPage();
  page.setDefaultTimeout(120_000);
  await page.setViewport({ width: 800, height: 600 });
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.evaluateOnNewDocument((now) => {
    const late = [];
    const { setTimeout } = window;
    let ahead = now - Date.now();
    const device = Date.now;
    Date.now = () => device() + ahead;
    window.setTimeout = (call, ms, ...rest) => (ms === 10_000 ? late.push(call) && 0 : setTimeout(call, ms, ...rest));
    window.said = [];
    console.warn = (text) => window.said.push(text);
    /** The minutes pass, and whatever waits for ten seconds hears of it. */
    window.pass = (minutes) => {
      ahead += minutes * 60_000;
      for (const call of late.splice(0)) call();
      dispatchEvent(new Event('pageshow'));
    };
    /** Widgets in which nothing is seen, or not 15. */
    window.blank = () =>
      [...document.querySelectorAll('yonne-soins-now, yonne-contacts, yonne-garde-screen')].flatMap((widget) => {
        const seen = (node) => node.getBoundingClientRect().width > 0 && node.getBoundingClientRect().height > 0;
        const card = widget.shadowRoot.querySelector('[part~="card"]');
        const numbers = [...widget.shadowRoot.querySelectorAll('a[href="tel:15"], .vital .number')].filter(seen);
        return card && seen(card) && numbers.some((node) => /^15\b/.test(node.textContent.trim()))
          ? []
          : [widget.localName];
      });
    window.shows = (text) =>
      [...document.querySelectorAll('yonne-contacts, yonne-garde-screen')].some(({ shadowRoot }) =>
        shadowRoot.textContent.includes(text),
      );
  }, NOW);
  await page.goto(`${origin}${address}`, { waitUntil: 'load' });
  return { page, errors };
}

const SORTS = [
  {
    sort: 'directory',
    address: '/page.html',
    shown: 'Clinique d’essai',
    ask: (url) => {
      document.body.innerHTML = `<yonne-soins-now directory="${url}"></yonne-soins-now>
        <yonne-contacts need="medical-advice" directory="${url}"></yonne-contacts>`;
    },
  },
  {
    sort: 'roster',
    address: '/dist/ecran.html',
    shown: 'Pharmacie d’essai',
    ask: (url) => document.querySelector('yonne-garde-screen').setAttribute('roster', url),
  },
];

for (const { sort, address, shown, ask } of SORTS)
  describe(`in place of a ${sort}: ${FAULTS.length} answers`, () => {
    let opened;
    before(async () => {
      opened = await open(address);
    });
    after(() => opened?.page.close());

    FAULTS.forEach(([title, answer, said, waits], i) => {
      test(title, async () => {
        const { page, errors } = opened;
        const url = `/${sort}/${i}`;
        const right = RIGHT[sort];
        const asked = deferred();
        const closed = deferred();
        fault = { answer, right, asked: asked.resolve, closed: closed.resolve, over: false };
        await page.evaluate(ask, url);
        await asked.promise;
        assert.deepEqual(await page.evaluate(() => window.blank()), [], 'before the answer');
        if (waits) await page.evaluate(() => window.pass(1));
        if (said) {
          await page.waitForFunction((url) => window.said.some((text) => text.includes(`="${url}"`)), {}, url);
          const texts = await page.evaluate((url) => window.said.filter((text) => text.includes(`="${url}"`)), url);
          assert.equal(texts.length, 1);
          assert.match(texts[0], said);
          assert.match(texts[0], new RegExp(`expected a ${sort}`));
          const sent = await closed.promise;
          assert.ok(sent < BUFFERED, `${sent} bytes were sent`);
          fault.over = true;
          assert.deepEqual(await page.evaluate(() => window.blank()), [], 'after it');
          assert.equal(await page.evaluate((name) => window.shows(name), shown), false);
          await page.evaluate(() => window.pass(16));
        }
        await page.waitForFunction((name) => window.shows(name), {}, shown);
        assert.deepEqual(await page.evaluate(() => window.blank()), [], 'with the right one');
        assert.deepEqual(errors, []);
      });
    });
  });

/** Node 20 has no `Promise.withResolvers`. */
function deferred() {
  const made = {};
  made.promise = new Promise((resolve) => Object.assign(made, { resolve }));
  return made;
}
