/**
 * A WordPress of Debian's, on loopback and in a temporary folder: its database, its site served by PHP, its people, and a
 * browser that visits it. Each test file that asks has its own.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { launch } from 'puppeteer-core';
import { findChromium } from '../../build/chromium.mjs';

export const root = join(import.meta.dirname, '../..');
const WORDPRESS = '/usr/share/wordpress';
const PACKAGES = 'wordpress php-cli php-mysql php-zip mariadb-server-core';

/** Who writes. `filters`: on a site that sets DISALLOW_UNFILTERED_HTML. */
export const PEOPLE = [
  { who: 'administrator', role: 'administrator', unfiltered: true },
  { who: 'editor', role: 'editor', unfiltered: true },
  { who: 'editor without unfiltered_html', role: 'editor', filters: true, unfiltered: false },
  { who: 'author', role: 'author', unfiltered: false },
];

// Where Debian keeps servers, out of a user's PATH.
process.env.PATH += ':/usr/sbin';
const missing = [
  ...['php', 'mariadbd', 'mariadb-install-db', 'setpriv'].filter((name) => !found(name)),
  ...(found('php') && !/^mysqli$/m.test(execFileSync('php', ['-m'], { encoding: 'utf8' })) ? ['mysqli for php'] : []),
  ...(existsSync(join(WORDPRESS, 'wp-settings.php')) ? [] : [WORDPRESS]),
  ...(themes().length ? [] : ['a theme, which wordpress recommends']),
];
if (missing.length) {
  console.error(`Missing: ${missing.join(', ')}. On Debian: apt-get install ${PACKAGES}`);
  process.exit(1);
}
/** Whether a command is there. */
function found(name) {
  return process.env.PATH.split(':').some((folder) => existsSync(join(folder, name)));
}

function themes() {
  const folder = join(WORDPRESS, 'wp-content/themes');
  return existsSync(folder) ? readdirSync(folder).filter((name) => existsSync(join(folder, name, 'style.css'))) : [];
}

/** Milliseconds after which something counts as hung; no test judges how fast the machine is. */
export const HUNG = 120_000;

export const folder = mkdtempSync(join(tmpdir(), 'yonne-wordpress-'));
export const site = join(folder, 'site');
const socket = join(folder, 'socket');
const started = [];
export let browser;
// Also where a test hangs or the run is interrupted.
process.on('exit', () => {
  for (const child of [...started, browser?.process()]) child?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1));

/** Starts a server that dies with this process, however that dies, and waits for the words with which it is ready. */
export function start(ready, command, args, env = {}) {
  const options = { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] };
  const server = spawn('setpriv', ['--pdeathsig', 'KILL', command, ...args], options);
  started.push(server);
  let said = '';
  return new Promise((resolve, reject) => {
    const fail = (why) => reject(new Error(`${command} ${why}; it said:\n${said}`));
    for (const stream of [server.stdout, server.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        said = (said + text).slice(-2000);
        if (ready.test(said)) resolve();
      });
    }
    server.on('error', ({ message }) => fail(`did not start (${message})`));
    server.on('exit', (code, signal) => fail(`stopped (${code ?? signal})`));
    AbortSignal.timeout(HUNG).addEventListener('abort', () => fail(`did not say ${ready}`));
  });
}

export const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

/** What WordPress is: its version, its theme, and of each role the password and the one of applications. */
export let wordpress;
/** The same site twice, as it comes and with DISALLOW_UNFILTERED_HTML: their addresses. */
export const sites = {};
export const siteOf = ({ filters }) => sites[filters ? 'yes' : 'no'];

/** Serves a folder with PHP, and gives the address. */
export async function serve(directory, env) {
  const address = `http://127.0.0.1:${await freePort()}`;
  const listen = ['-S', address.slice('http://'.length), '-t', directory];
  await start(/Development Server .* started/, 'php', listen, env);
  return address;
}

/** What the PHP of the site is told of where it stands. */
const environment = { SITE_SOCKET: socket };

/**
 * Starts the site and the browser.
 *
 * @param {Record<string, string>} [more] - Of the environment of its PHP.
 */
export async function open(more = {}) {
  Object.assign(environment, more);
  const database = [`--datadir=${join(folder, 'database')}`, `--user=${userInfo().username}`];
  const install = ['--no-defaults', ...database, '--auth-root-authentication-method=normal'];
  execFileSync('mariadb-install-db', install, { stdio: 'pipe' });
  const listen = ['--no-defaults', ...database, `--socket=${socket}`, '--skip-networking'];
  const listening = start(/ready for connections/, 'mariadbd', listen);

  cpSync(WORDPRESS, site, { recursive: true, dereference: true });
  copyFileSync(join(import.meta.dirname, 'site.php'), join(site, 'wp-config.php'));

  await listening;
  wordpress = JSON.parse(php(['-f', join(site, 'wp-config.php')]));
  const chromium = findChromium();
  browser = await launch({
    ...chromium,
    // A browser that hears no more from this process ends.
    pipe: true,
    userDataDir: join(folder, 'profile'),
    args: [...chromium.args, '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
    defaultViewport: { width: 1000, height: 3000 },
  });
  for (const SITE_FILTERS of ['no', 'yes']) sites[SITE_FILTERS] = await serve(site, { ...environment, SITE_FILTERS });
}

export async function close() {
  await browser?.close();
  for (const child of started) {
    if (child.kill('SIGKILL')) await once(child, 'exit');
  }
}

const php = (args) =>
  execFileSync('php', ['-d', 'display_errors=stderr', ...args], {
    env: { ...process.env, ...environment, HTTP_HOST: sites.no?.replace('http://', '') },
    encoding: 'utf8',
  });

/** Runs PHP in the site, and gives what it returns. */
export const inSite = (code) =>
  JSON.parse(php(['-r', `require '${site}/wp-load.php'; echo wp_json_encode((function () { ${code} })());`]));

/** Asks the REST API, as the block editor does. */
export async function rest(person, route, fields = undefined) {
  const login = Buffer.from(`${person.role}:${wordpress.people[person.role].application}`).toString('base64');
  const response = await fetch(`${siteOf(person)}/?rest_route=/wp/v2/${route}&context=edit`, {
    method: fields ? 'POST' : 'GET',
    headers: { 'Content-Type': 'application/json', Authorization: `Basic ${login}` },
    body: JSON.stringify(fields),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(`${route}: ${response.status} ${answer.message}`);
  return answer;
}

/** What only the widget says on a Sunday. */
const WIDGET = 'Permanence des soins';
/** What only the fallback says. */
export const FALLBACK = 'Urgence vitale : 15 ou 112';

/** The day of the directory that the build carries: of a clock before it, no hour is believed. */
export const { date: edition } = JSON.parse(readFileSync(join(root, 'dist/annuaire.json'), 'utf8')).directory;

/** Noon of the first Sunday after a day. */
export function sundayAfter(day) {
  const noon = Date.parse(`${day}T12:00Z`);
  return noon + (7 - new Date(noon).getUTCDay()) * 86_400_000;
}

/** Runs in the page first: sets the visitor's clock. */
export function setClock(start) {
  const RealDate = Date;
  const shift = start - RealDate.now();
  window.Date = class extends RealDate {
    constructor(...parts) {
      super(...(parts.length ? parts : [RealDate.now() + shift]));
    }
    static now() {
      return RealDate.now() + shift;
    }
  };
}

/** Runs in the page: two frames, so that what scripts changed is drawn. */
export const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));

/** Runs in the page: the text and the links that can be seen in the post, through shadow roots and frames. */
export function survey() {
  let text = '';
  const links = [];
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) text += node.data;
    if (node.nodeType !== Node.ELEMENT_NODE || node.matches('script, style')) return;
    if (node.localName === 'slot') for (const assigned of node.assignedNodes({ flatten: true })) walk(assigned);
    if (!node.checkVisibility()) return;
    if (node.matches('a[href]')) links.push(node.getAttribute('href'));
    if (node.localName === 'iframe') walk(node.contentDocument.body);
    else for (const child of (node.shadowRoot ?? node).childNodes) walk(child);
  };
  // A theme draws none for a post that is empty.
  const content = document.querySelector('.entry-content');
  if (content) walk(content);
  return { text: text.replace(/\s+/g, ' ').trim(), links };
}

/**
 * Visits a post: gives whether its widget, its fallback or both are seen, after wanting the numbers of emergencies, its
 * text, and which addresses the browser asked.
 */
export async function visit(url, expected) {
  const page = await browser.newPage();
  try {
    const errors = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.evaluateOnNewDocument(setClock, sundayAfter(edition));
    await page.goto(url, { waitUntil: 'load', timeout: HUNG });
    let seen;
    let shown;
    const end = Date.now() + HUNG;
    do {
      // Scripts have run: what they draw is there after two frames, but for what an iframe loads later.
      await page.evaluate(frames);
      seen = await page.evaluate(survey);
      const parts = { widget: seen.text.includes(WIDGET), fallback: seen.text.includes(FALLBACK) };
      shown =
        Object.keys(parts)
          .filter((part) => parts[part])
          .join(' and ') || 'neither';
    } while (Date.now() < end && shown !== expected);
    for (const link of ['tel:15', 'tel:112', 'sms:114']) {
      if (!seen.links.includes(link)) shown += `, no ${link}`;
    }
    if (errors.length) shown += `, ${errors.join(', ')}`;
    return { shown, text: seen.text, asked };
  } finally {
    await page.close();
  }
}
