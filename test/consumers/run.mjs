/**
 * The packed package as others build it: Vite, webpack, Next, and a module from the folder of a CDN. It asks npm for them
 * (400 MB, in a temporary folder): `npm run test:consumers`.
 */
import assert from 'node:assert/strict';
import { execFile, execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { launch } from 'puppeteer-core';
import { findChromium } from '../../build/chromium.mjs';

const root = join(import.meta.dirname, '../..');
const { version, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const run = promisify(execFile);

/** Milliseconds after which something counts as hung; no test judges how fast the machine is. */
const HUNG = 600_000;

const folder = mkdtempSync(join(tmpdir(), 'yonne-consumers-'));
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript' };
/** Serves the folder; as a CDN does, other origins may read it. */
const server = createServer(({ url }, response) => {
  const { pathname } = new URL(url, 'http://localhost');
  const file = join(folder, pathname.replace(`/npm/yonne-soins@${version}/`, '/node_modules/yonne-soins/'));
  if (!existsSync(file)) return response.writeHead(404).end();
  const headers = { 'content-type': TYPES[extname(file)] ?? 'text/plain', 'access-control-allow-origin': '*' };
  response.writeHead(200, headers).end(readFileSync(file));
});
let browser;
let origin;

before(
  async () => {
    cpSync(join(import.meta.dirname, 'pages'), folder, { recursive: true });
    const command = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
    const [{ filename }] = Object.values(JSON.parse(execFileSync('npm', command, { cwd: root, encoding: 'utf8' })));
    const { react, 'react-dom': reactDom, vite } = devDependencies;
    const dependencies = {
      'yonne-soins': `file:${filename}`,
      vite,
      webpack: '^5.113.0',
      next: '^16.4.6',
      react,
      'react-dom': reactDom,
    };
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module', dependencies }));
    await run('npm', ['install', '--no-audit', '--no-fund'], { cwd: folder });
    await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
    origin = `http://127.0.0.1:${server.address().port}`;
    browser = await launch(findChromium());
  },
  { timeout: HUNG },
);
after(async () => {
  await browser?.close();
  server.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** Opens a page, waits for what the widget says on that Sunday, and gives it, with what the console was told. */
async function open(address) {
  const page = await browser.newPage();
  const said = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', ({ message }) => said.push(message));
  await page.goto(address);
  const band = await page.waitForFunction(
    () => document.querySelector('yonne-soins-now')?.shadowRoot?.querySelector('.band')?.innerText,
    { timeout: 120_000 },
  );
  assert.match(
    await band.jsonValue(),
    /^Hors des heures de cabinet, jusqu’à lundi 8\sh\s+Permanence des soins · dimanche$/,
  );
  // The browser's own request for /favicon.ico is the host's.
  return { page, said: said.filter((text) => !/404/.test(text)) };
}

test('Vite', { timeout: HUNG }, async () => {
  await run('npx', ['vite', 'build', '--base', './', 'vite'], { cwd: folder });
  const { said } = await open(`${origin}/vite/dist/index.html`);
  assert.deepEqual(said, []);
});

test('webpack', { timeout: HUNG }, async () => {
  const { default: webpack } = await import(join(folder, 'node_modules/webpack/lib/index.js'));
  const output = { path: join(folder, 'webpack/dist') };
  const stats = await promisify(webpack)({
    mode: 'production',
    context: join(folder, 'webpack'),
    entry: './main.js',
    output,
  });
  assert.deepEqual(stats.toJson({ errors: true }).errors, []);
  const { said } = await open(`${origin}/webpack/index.html`);
  assert.deepEqual(said, []);
});

test('Next: built and served, the fallback is in the page; hydrated, the widget hears and is heard', {
  timeout: HUNG,
}, async () => {
  const next = (...args) => [join(folder, 'node_modules/next/dist/bin/next'), ...args];
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' };
  await run(process.execPath, next('build', 'next'), { cwd: folder, env });
  const served = spawn(process.execPath, next('start', 'next', '--port', '0'), { cwd: folder, env });
  try {
    const address = await new Promise((ready, fail) => {
      let said = '';
      for (const stream of [served.stdout, served.stderr])
        stream.setEncoding('utf8').on('data', (text) => {
          said += text;
          const [, port] = /http:\/\/localhost:(\d+)/.exec(said) ?? [];
          if (port && /Ready/.test(said)) ready(`http://localhost:${port}/`);
        });
      served.on('exit', () => fail(new Error(said)));
    });
    const html = await (await fetch(address)).text();
    assert.match(html, /<yonne-soins-now commune="89024"[^>]*><p>Urgence vitale : <a href="tel:15">15<\/a>/);
    const { page, said } = await open(address);
    await page.evaluate(() => {
      document.addEventListener('click', (event) => event.preventDefault());
      document.querySelector('yonne-soins-now').shadowRoot.querySelector('a[data-number="15"]').click();
    });
    await page.waitForFunction(() => document.querySelector('#called').textContent === 'Appelé : 15', {
      timeout: 120_000,
    });
    await page.click('#sens');
    await page.waitForFunction(
      () =>
        document.querySelector('yonne-soins-now').shadowRoot.querySelector('.subtitle').textContent.includes('Sens'),
      { timeout: 120_000 },
    );
    assert.deepEqual(said, []);
  } finally {
    served.kill('SIGKILL');
  }
});

test('a module from the folder of a CDN, of another origin', { timeout: HUNG }, async () => {
  const cdn = `${origin.replace('127.0.0.1', 'localhost')}/npm/yonne-soins@${version}`;
  const page = readFileSync(join(folder, 'cdn.html'), 'utf8').replaceAll('CDN', cdn);
  writeFileSync(join(folder, 'cdn.html'), page);
  const { said } = await open(`${origin}/cdn.html`);
  assert.deepEqual(said, []);
});
