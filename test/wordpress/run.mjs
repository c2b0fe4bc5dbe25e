/**
 * What a WordPress of Debian keeps of each snippet, by who pastes it, and what the visitor of the post then sees:
 * `node --test-reporter=spec test/wordpress/run.mjs`. All on loopback and in a temporary folder.
 */
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch } from 'puppeteer-core';
import { findChromium } from '../../build/chromium.mjs';

const root = join(import.meta.dirname, '../..');
const WORDPRESS = '/usr/share/wordpress';
const PACKAGES = 'wordpress php-cli php-mysql mariadb-server-core';
/** A Sunday, and what only the widget says then. */
const SUNDAY = { at: '2026-11-22T14:05+01:00', says: 'Permanence des soins' };
/** What only the fallback says. */
const FALLBACK = 'Urgence vitale : 15 ou 112';

/**
 * The ladder: the codes that the configurator writes, by their ids. `strips`: the tags that a filtered post loses, but
 * for their content. `shows`: what the visitor sees of a post left whole, and of a filtered one; `themed`: the
 * same once the theme has the script.
 */
const SNIPPETS = [
  {
    id: 'script',
    strips: ['script', 'yonne-soins-now'],
    shows: { whole: 'widget', filtered: 'fallback' },
    themed: { whole: 'widget', filtered: 'fallback' },
  },
  {
    id: 'div',
    strips: ['script'],
    shows: { whole: 'widget', filtered: 'fallback' },
    themed: { whole: 'widget', filtered: 'widget' },
  },
  {
    id: 'iframe',
    strips: ['iframe'],
    shows: { whole: 'widget', filtered: 'fallback' },
    themed: { whole: 'widget', filtered: 'fallback' },
  },
  {
    id: 'static',
    strips: [],
    shows: { whole: 'fallback', filtered: 'fallback' },
    themed: { whole: 'fallback', filtered: 'fallback' },
  },
];

/** Who pastes. `filters`: on a site that sets DISALLOW_UNFILTERED_HTML. */
const PEOPLE = [
  { who: 'administrator', role: 'administrator', unfiltered: true },
  { who: 'editor', role: 'editor', unfiltered: true },
  { who: 'editor without unfiltered_html', role: 'editor', filters: true, unfiltered: false },
  { who: 'author', role: 'author', unfiltered: false },
];

/** What an editor saves: the block of custom HTML, or the bare text that WordPress then cuts into paragraphs. */
const EDITORS = {
  block: (code) => `<!-- wp:html -->\n${code}\n<!-- /wp:html -->`,
  classic: (code) => code,
};

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
const unbuilt = ['yonne-soins.js', 'cadre.html'].filter((name) => !existsSync(join(root, 'dist', name)));
if (unbuilt.length) {
  console.error(`Missing in dist: ${unbuilt.join(', ')}. npm run build`);
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
const HUNG = 120_000;

const folder = mkdtempSync(join(tmpdir(), 'yonne-wordpress-'));
const site = join(folder, 'site');
const socket = join(folder, 'socket');
const started = [];
let browser;
// Also where a test hangs or the run is interrupted.
process.on('exit', () => {
  for (const child of [...started, browser?.process()]) child?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1));

/** Starts a server that dies with this process, however that dies, and waits for the words with which it is ready. */
function start(ready, command, args, env = {}) {
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

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

let wordpress;
/** The same site twice, as it comes and with DISALLOW_UNFILTERED_HTML: its address, and the codes to paste there. */
const sites = {};

/** Serves a folder with PHP, and gives the address. */
async function serve(directory, env) {
  const address = `http://127.0.0.1:${await freePort()}`;
  const listen = ['-S', address.slice('http://'.length), '-t', directory];
  await start(/Development Server .* started/, 'php', listen, env);
  return address;
}

/** What the configurator writes for Auxerre and a script that stands on a site. */
async function codes(demo, address) {
  const page = await browser.newPage();
  await page.goto(`${demo}/demo/?${new URLSearchParams({ commune: '89024', base: `${address}/` })}`);
  const entries = SNIPPETS.map(async ({ id }) => [id, await page.$eval(`#${id}`, (code) => code.textContent.trim())]);
  const written = Object.fromEntries(await Promise.all(entries));
  await page.close();
  return written;
}

before(async () => {
  const database = [`--datadir=${join(folder, 'database')}`, `--user=${userInfo().username}`];
  const install = ['--no-defaults', ...database, '--auth-root-authentication-method=normal'];
  execFileSync('mariadb-install-db', install, { stdio: 'pipe' });
  const listen = ['--no-defaults', ...database, `--socket=${socket}`, '--skip-networking'];
  const listening = start(/ready for connections/, 'mariadbd', listen);

  cpSync(WORDPRESS, site, { recursive: true, dereference: true });
  copyFileSync(join(import.meta.dirname, 'site.php'), join(site, 'wp-config.php'));
  // Where a town hall uploads them.
  for (const name of ['yonne-soins.js', 'cadre.html']) copyFileSync(join(root, 'dist', name), join(site, name));

  await listening;
  const env = { SITE_SOCKET: socket };
  const php = ['-d', 'display_errors=stderr', join(site, 'wp-config.php')];
  wordpress = JSON.parse(execFileSync('php', php, { env: { ...process.env, ...env }, encoding: 'utf8' }));
  const chromium = findChromium();
  browser = await launch({
    ...chromium,
    // A browser that hears no more from this process ends.
    pipe: true,
    userDataDir: join(folder, 'profile'),
    args: [...chromium.args, '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
    defaultViewport: { width: 1000, height: 3000 },
  });
  const demo = await serve(root);
  for (const SITE_FILTERS of ['no', 'yes']) {
    const address = await serve(site, { ...env, SITE_FILTERS });
    sites[SITE_FILTERS] = { address, codes: await codes(demo, address) };
  }
});

after(async () => {
  await browser?.close();
  if (wordpress) {
    console.log(`\nWordPress ${wordpress.version}, theme ${wordpress.theme}`);
    console.table(summary);
  }
  for (const child of started) {
    if (child.kill('SIGKILL')) await once(child, 'exit');
  }
});

const siteOf = ({ filters }) => sites[filters ? 'yes' : 'no'];

/** Asks the REST API, as the block editor does. */
async function rest(person, route, fields = undefined) {
  const login = Buffer.from(`${person.role}:${wordpress.passwords[person.role]}`).toString('base64');
  const response = await fetch(`${siteOf(person).address}/?rest_route=/wp/v2/${route}&context=edit`, {
    method: fields ? 'POST' : 'GET',
    headers: { 'Content-Type': 'application/json', Authorization: `Basic ${login}` },
    body: JSON.stringify(fields),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(`${route}: ${response.status} ${answer.message}`);
  return answer;
}

/** Runs in the page first: sets the visitor's clock. */
function setClock(start) {
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
const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));

/** Runs in the page: the text and the links that can be seen in the post, through shadow roots and frames. */
function survey() {
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

/** Visits a post: gives whether its widget, its fallback or both are seen, after wanting the numbers of emergencies. */
async function visit(url, expected) {
  const page = await browser.newPage();
  try {
    const errors = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await page.evaluateOnNewDocument(setClock, Date.parse(SUNDAY.at));
    await page.goto(url, { waitUntil: 'load', timeout: HUNG });
    let seen;
    let shown;
    const end = Date.now() + HUNG;
    do {
      // Scripts have run: what they draw is there after two frames, but for what an iframe loads later.
      await page.evaluate(frames);
      seen = await page.evaluate(survey);
      const parts = { widget: seen.text.includes(SUNDAY.says), fallback: seen.text.includes(FALLBACK) };
      shown =
        Object.keys(parts)
          .filter((part) => parts[part])
          .join(' and ') || 'neither';
    } while (Date.now() < end && shown !== expected);
    for (const link of ['tel:15', 'tel:112', 'sms:114']) {
      if (!seen.links.includes(link)) shown += `, no ${link}`;
    }
    if (errors.length) shown += `, ${errors.join(', ')}`;
    return { shown, text: seen.text };
  } finally {
    await page.close();
  }
}

const summary = [];
const posts = [];

for (const { id, strips, shows, themed } of SNIPPETS) {
  for (const person of PEOPLE) {
    const kind = person.unfiltered ? 'whole' : 'filtered';
    for (const [editor, save] of Object.entries(EDITORS)) {
      const title = `#${id}, ${person.who}, ${editor} editor`;
      test(title, { timeout: 3 * HUNG }, async () => {
        const row = { snippet: id, 'pasted by': person.who, editor };
        summary.push(row);
        const sent = save(siteOf(person).codes[id]);
        const post = await rest(person, 'posts', { title: id, status: 'publish', content: sent });
        assert.equal('wp:action-unfiltered-html' in post._links, person.unfiltered, 'unfiltered_html');
        posts.push({ title, row, url: post.link, expected: themed[kind] });

        const { raw } = post.content;
        const lost = [...new Set(sent.match(/<[a-z][\w-]*/g))].filter((tag) => !raw.includes(tag));
        row.stored = lost.length ? `without ${lost.map((tag) => `${tag}>`).join(' ')}` : 'whole';
        const { shown, text } = await visit(post.link, shows[kind]);
        row.shown = shown;

        const tags = new RegExp(`</?(${strips.join('|')})\\b[^>]*>`, 'g');
        assert.equal(raw.trim(), (person.unfiltered || !strips.length ? sent : sent.replace(tags, '')).trim());
        assert.equal(shown, shows[kind], text);
      });
    }
  }
}

test('the script in the theme: an administrator puts it in the footer, unless the site filters', async () => {
  const [administrator] = PEOPLE;
  const route = `template-parts/${wordpress.theme}//footer`;
  const footer = (await rest(administrator, route)).content.raw;
  const block = EDITORS.block(`<script src="${siteOf(administrator).address}/yonne-soins.js" async></script>`);
  const save = async (person) => {
    const { content } = await rest(person, route, { content: `${footer}\n${block}` });
    return content.raw.includes('<script');
  };
  assert.equal(await save({ ...administrator, filters: true }), false);
  assert.equal(await save(administrator), true);
});

test('every post again, with the script in the theme', async (t) => {
  for (const { title, row, url, expected } of posts) {
    await t.test(title, { timeout: 3 * HUNG }, async () => {
      const { shown, text } = await visit(url, expected);
      row['with the script in the theme'] = shown;
      assert.equal(shown, expected, text);
    });
  }
});
