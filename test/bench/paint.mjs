/**
 * The time to the first paint on a slow phone: `npm run build && node test/bench/paint.mjs [--rounds 15] [--dist dist]`.
 *
 * Each page has one thing on it, so that its First Contentful Paint is that of this thing: `<yonne-soins-now>` with each
 * script that defines it, the button of add-to-calendar-button, and what the widget drew as HTML without a script (which
 * the browser may paint from its head on, before it has read the rest). It measures, and judges nothing.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { launch } from 'puppeteer-core';
import { findChromium } from '../../build/chromium.mjs';

const { values: options } = parseArgs({
  options: { rounds: { type: 'string', default: '15' }, dist: { type: 'string' } },
});
const rounds = Number(options.rounds);
if (!Number.isInteger(rounds) || rounds < 1) {
  throw new Error(`--rounds ${options.rounds}; expected a whole number from 1`);
}
const dist = resolve(options.dist ?? join(import.meta.dirname, '../../dist'));

/** A phone of the lower class beside the machine of a developer. */
const CPU_SLOWDOWN = 6;
const VIEWPORT = { width: 360, height: 740 };

/** Milliseconds after which a page without a paint is one that will never have any. */
const PATIENCE = 30_000;

const WIDGET = '<yonne-soins-now commune="89024" now="2026-11-24T11:00"></yonne-soins-now>';
const BUTTON = `<add-to-calendar-button name="Rendez-vous" startDate="2026-11-24" startTime="11:00" endTime="11:30"
timeZone="Europe/Paris" options="'Apple','Google','iCal'" language="fr"></add-to-calendar-button>`;

/** The scripts that define `<yonne-soins-now>`, where the build has made them. */
const widgetScripts = ['yonne-soins.js', 'yonne-soins-now.js'].filter((name) => existsSync(join(dist, name)));
if (!widgetScripts.length) throw new Error(`${dist} has no script with <yonne-soins-now>: npm run build makes it`);

/**
 * The script of the peer, as its package gives it to browsers. It is fetched when it is measured, not installed with the
 * project: its licence (Elastic 2.0) is not one for reuse.
 */
function peerScript() {
  const peer = 'add-to-calendar-button';
  const folder = join(import.meta.dirname, '../../node_modules/.cache/peer');
  const file = join(folder, 'node_modules', peer, 'dist/atcb.js');
  if (!existsSync(file))
    execFileSync('npm', ['install', '--prefix', folder, '--no-save', '--ignore-scripts', `${peer}@2.15.0`], {
      stdio: 'inherit',
    });
  return readFileSync(file);
}
const buttonCode = peerScript();

/** The same page around each thing. Both documentations ask for the script in the head, with `async`. */
const pageOf = (body, script) => `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Mairie</title><link rel="icon" href="data:,"><style>body { margin: 0; font: 16px/1.5 sans-serif }</style>
${script ? `<script src="${script}" async></script>` : ''}</head><body>${body}</body></html>`;

/** What the server answers, by path. */
const files = new Map();

const add = (path, type, content) =>
  files.set(path, { content: Buffer.from(content), headers: { 'content-type': `${type}; charset=utf-8` } });

/** The pages in the order of a round, and what was measured at each of their loads. */
const pages = [];

function addPage(name, html) {
  const path = `/${pages.length}.html`;
  add(path, 'text/html', html);
  const page = { name, path, loads: [] };
  pages.push(page);
  return page;
}

for (const name of widgetScripts) {
  add(`/${name}`, 'text/javascript', readFileSync(join(dist, name)));
  addPage(name, pageOf(WIDGET, name));
}
add('/atcb.js', 'text/javascript', buttonCode);

const server = createServer(({ url }, response) => {
  const { content, headers } = files.get(url) ?? {};
  if (!content) return response.writeHead(404).end();
  // Without compression, so that the time is that of the browser alone.
  response.writeHead(200, { ...headers, 'content-length': content.length, 'cache-control': 'no-store' }).end(content);
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const origin = `http://127.0.0.1:${server.address().port}`;
const browser = await launch(findChromium());

/** In the page: the First Contentful Paint, in milliseconds from the start of the navigation. */
const firstPaint = (patience) =>
  new Promise((done) => {
    setTimeout(done, patience);
    new PerformanceObserver((list) => {
      const [entry] = list.getEntriesByName('first-contentful-paint');
      if (entry) done(entry.startTime);
    }).observe({ type: 'paint', buffered: true });
  });

/** In the page, once all is drawn: when the largest text so far was painted. */
const largestPaint = () =>
  new Promise((done) => {
    const widget = document.body.firstElementChild;
    Promise.resolve(widget.updateComplete).then(() =>
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          const observer = new PerformanceObserver(() => undefined);
          observer.observe({ type: 'largest-contentful-paint', buffered: true });
          const entries = observer.takeRecords();
          done(entries.length ? entries[entries.length - 1].startTime : undefined);
        }),
      ),
    );
  });

/**
 * In the page: whether the thing is all that could paint. Where its tag stands alone and empty, no contentful paint can
 * come before that of its shadow root.
 */
const standsAlone = () => {
  const { children, textContent } = document.body;
  return children.length === 1 && !textContent.trim() && !!children[0].shadowRoot?.textContent.trim();
};

/** In the page: what the widget drew, as HTML that needs no script, and the number of its elements. */
const serialize = () => {
  const widget = document.body.firstElementChild;
  const root = widget.shadowRoot;
  const styles = root.adoptedStyleSheets.flatMap((sheet) => Array.from(sheet.cssRules, ({ cssText }) => cssText));
  const elements = root.querySelectorAll('*').length;
  // The comments are marks of Lit, which finds its places again by them.
  const content = root.innerHTML.replace(/<!--.*?-->/gs, '');
  const shadow = `<template shadowrootmode="open"><style>${styles.join('\n')}</style>${content}</template>`;
  return { html: widget.outerHTML.replace('></', () => `>${shadow}</`), elements };
};

/** In the page: the number of elements in the shadow root, its styles left out. */
const countElements = () => document.body.firstElementChild.shadowRoot.querySelectorAll(':not(style)').length;

/**
 * Loads a page as the first visit of a browser that keeps nothing: neither the script nor its compiled code.
 *
 * @param read - Runs in the page once it has painted.
 */
async function load(path, read) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport(VIEWPORT);
    await page.emulateCPUThrottling(CPU_SLOWDOWN);
    const errors = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await page.goto(origin + path, { waitUntil: 'load', timeout: PATIENCE });
    const paint = await page.evaluate(firstPaint, PATIENCE);
    const { ScriptDuration, TaskDuration } = await page.metrics();
    if (paint === undefined || errors.length) throw new Error(`${path}: no paint, or errors: ${errors.join('; ')}`);
    if (!(await page.evaluate(standsAlone))) throw new Error(`${path} has other content than the thing to paint`);
    const largest = await page.evaluate(largestPaint);
    const result = read && (await page.evaluate(read));
    return { paint, largest, script: ScriptDuration * 1000, tasks: TaskDuration * 1000, result };
  } finally {
    await context.close();
  }
}

const sorted = (values) => [...values].sort((a, b) => a - b);

function median(values) {
  const all = sorted(values);
  return (all[Math.floor((all.length - 1) / 2)] + all[Math.ceil((all.length - 1) / 2)]) / 2;
}

/** The median of the ratios of two pages, each taken within one round: the machine was then equally busy. */
const ratio = (page, other) => median(page.loads.map(({ paint }, round) => paint / other.loads[round].paint));

function print(columns, rows) {
  const table = [columns, ...rows];
  const widths = columns.map((_, i) => Math.max(...table.map((row) => row[i].length)));
  for (const row of table) {
    console.log(row.map((cell, i) => (i ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join('  '));
  }
}

try {
  const widgets = [...pages];
  // The first load of each warms the browser up, and is left out of the times.
  const { result: drawn } = await load(widgets[0].path, serialize);
  for (const other of widgets.slice(1)) await load(other.path);
  const button = addPage('add-to-calendar-button', pageOf(BUTTON, 'atcb.js'));
  const still = addPage('static HTML', pageOf(drawn.html));
  await load(button.path);
  const { result: elements } = await load(still.path, countElements);
  if (elements !== drawn.elements)
    throw new Error(`static HTML: ${elements} elements; the widget has ${drawn.elements}`);

  for (let round = 0; round < rounds; round++) {
    for (const page of pages) page.loads.push(await load(page.path));
  }

  console.log(
    `First Contentful Paint, ${await browser.version()}, CPU slowed down ${CPU_SLOWDOWN} times, ${rounds} rounds`,
  );
  const ms = (value) => value.toFixed(0);
  print(
    ['ms', 'median', 'min', 'max', 'largest text', 'script', 'all tasks'],
    pages.map(({ name, loads }) => {
      const paints = sorted(loads.map(({ paint }) => paint));
      const work = ['largest', 'script', 'tasks'].map((kind) => median(loads.map((load) => load[kind])));
      return [name, ...[median(paints), paints[0], paints[paints.length - 1], ...work].map(ms)];
    }),
  );
  console.log();
  print(
    ['ratio, by round', `/ ${button.name}`, `/ ${still.name}`],
    widgets.map((page) => [page.name, ratio(page, button).toFixed(2), ratio(page, still).toFixed(2)]),
  );
  console.log();
  const weights = readdirSync(dist).filter((name) => name.endsWith('.js'));
  print(
    ['script', 'bytes', 'gzip -9'],
    [...weights.map((name) => [name, readFileSync(join(dist, name))]), [`${button.name}/dist/atcb.js`, buttonCode]].map(
      ([name, code]) => [name, String(code.length), String(gzipSync(code, { level: 9 }).length)],
    ),
  );
} finally {
  await browser.close();
  server.close();
}
