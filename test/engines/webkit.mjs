/** WebKitGTK: its MiniBrowser on a screen that nobody sees, driven by WebDriver. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { programInPath } from './program.mjs';

const driver = programInPath('WebKitWebDriver');
const xvfb = programInPath('Xvfb');

/**
 * A page of A4 and the bar of the window fit in it. The pointer rests in its middle, and without a window manager the
 * window that is there has the focus.
 */
const SCREEN = '1000x1200x24';

/** What WebDriver calls the keys that have a name. */
const KEYS = {
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};

/** What it calls the roles that transcripts name otherwise. */
const ROLES = { image: 'img' };

/** What WebDriver calls an element in its answers. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function ask(method, url, body, patience = 120_000) {
  const answer = await fetch(url, {
    method,
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(patience),
  });
  const { value } = await answer.json();
  if (!answer.ok) throw new Error(`WebDriver, ${method} ${url}: ${value.error}: ${value.message}`);
  return value;
}

/** Milliseconds after which a browser that has not started is started again. */
const STARTED = 60_000;

/** The browser with its one window, which is what `@web/test-runner-commands` knows as a page of Playwright. */
class Page {
  #screen;
  #display;
  #driver;
  /** The address of the session, which is one browser. */
  #session;

  async #startScreen() {
    process.once('exit', () => this.close());
    this.#screen = spawn(xvfb, ['-displayfd', '1', '-screen', '0', SCREEN, '-nolisten', 'tcp'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [display] = await once(this.#screen.stdout, 'data');
    return `:${String(display).trim()}`;
  }

  async #startBrowser() {
    const port = await freePort();
    const place = { DISPLAY: await this.#display, TZ: 'Europe/Paris', LANGUAGE: 'en_US' };
    // The graphics library of a machine without a graphics card has crashed beneath it.
    const env = { ...process.env, ...place, WEBKIT_DISABLE_COMPOSITING_MODE: '1' };
    // A group of its own: it ends with the browser that it starts.
    this.#driver = spawn(driver, [`--port=${port}`], { env, stdio: 'ignore', detached: true });
    const sessions = `http://127.0.0.1:${port}/session`;
    while (!(await ask('GET', sessions.replace('session', 'status')).catch(() => false))) await pause(50);
    // A page that runs its tests at once has not loaded before they are done.
    const capabilities = { alwaysMatch: { pageLoadStrategy: 'none' } };
    const { sessionId } = await ask('POST', sessions, { capabilities }, STARTED);
    this.#session = `${sessions}/${sessionId}`;
  }

  /** A browser of its own for each file of tests: one that has run dozens of them is out of memory. */
  async open() {
    this.#display ??= this.#startScreen();
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#startBrowser();
      } catch (error) {
        await this.#end();
        if (attempt === 3) throw error;
      }
    }
  }

  async leave() {
    await this.#ask('DELETE', '').catch(() => {});
    await this.#end();
  }

  /** Ends the driver and its browser: the next one would hand over to one that still runs. */
  async #end() {
    const ending = this.#driver;
    this.#driver = undefined;
    if (!ending?.pid || ending.exitCode !== null || ending.signalCode !== null) return;
    const ended = once(ending, 'exit');
    process.kill(-ending.pid, 'SIGKILL');
    await ended;
  }

  async close() {
    void this.#end();
    this.#screen?.kill();
  }

  #ask(method, path, body) {
    return ask(method, this.#session + path, body);
  }

  goto(url) {
    return this.#ask('POST', '/url', { url });
  }

  url() {
    return this.#ask('GET', '/url');
  }

  screenshot() {
    return this.#ask('GET', '/screenshot');
  }

  evaluate(script, ...args) {
    return this.#ask('POST', '/execute/sync', { script: `return (${script}).apply(null, arguments)`, args });
  }

  /** The window has a bar that is no part of the page. */
  async setViewportSize({ width, height }) {
    const bar = await this.evaluate(() => [outerWidth - innerWidth, outerHeight - innerHeight]);
    await this.#ask('POST', '/window/rect', { x: 0, y: 0, width: width + bar[0], height: height + bar[1] });
  }

  keyboard = {
    press: (key) => this.#keys([KEYS[key] ?? key]),
    type: (text) => this.#keys([...text]),
  };

  #keys(values) {
    const actions = values.flatMap((value) => ['keyDown', 'keyUp'].map((type) => ({ type, value })));
    return this.#ask('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  #of(id, what) {
    return this.#ask('GET', `/element/${id}/${what}`);
  }

  /** The role and the name that the engine computes of each element that a script finds. */
  async computed(script) {
    const said = [];
    for (const { [ELEMENT]: id } of await this.evaluate(script)) {
      const [role, name] = await Promise.all([this.#of(id, 'computedrole'), this.#of(id, 'computedlabel')]);
      // ARIA has no role for a summary.
      said.push([ROLES[role] ?? (role || (await this.#of(id, 'name'))), name]);
    }
    return said;
  }
}

/** In the page: makes the rules for paper those of the screen; those of the screen hold nowhere then. */
function layOutFor(media) {
  window.writtenMedia ??= new Map();
  const written = window.writtenMedia;
  const change = ({ cssRules }) => {
    for (const rule of cssRules ?? []) {
      if (rule instanceof CSSMediaRule) {
        if (!written.has(rule)) written.set(rule, rule.media.mediaText);
        const text = written.get(rule);
        rule.media.mediaText = media === 'print' ? text.replace('screen', 'not all').replace('print', 'all') : text;
      }
      change(rule);
    }
  };
  const visit = (root) => {
    for (const sheet of [...root.styleSheets, ...root.adoptedStyleSheets]) change(sheet);
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) visit(shadowRoot);
  };
  visit(document);
}

/** In the page: what is a heading or is used, in the order of the page. */
function outlined() {
  const found = [];
  const visit = (root) => {
    for (const element of root.querySelectorAll('*')) {
      const seen = element.checkVisibility() && !element.closest('[aria-hidden="true"]');
      if (seen && element.matches('a[href], button, summary, input, h1, h2, h3, h4, h5, h6, [role]'))
        found.push(element);
      if (element.shadowRoot) visit(element.shadowRoot);
    }
  };
  visit(document.body);
  return found;
}

export const webkit = {
  name: 'WebKitGTK',
  install: 'apt-get install webkit2gtk-driver xvfb',
  installed: Boolean(driver && xvfb),

  launcher() {
    const page = new Page();
    let active;
    return {
      name: webkit.name,
      engine: webkit,
      type: 'playwright',
      getPage: () => page,
      async startSession(id, url) {
        await page.open();
        active = id;
        await page.setViewportSize({ width: 800, height: 600 });
        await page.goto(url);
      },
      isActive: (id) => id === active,
      // A browser that is gone is at no address.
      getBrowserUrl: () => page.url().catch(() => undefined),
      async stopSession() {
        active = undefined;
        await page.leave();
        return {};
      },
      stop: () => page.close(),
    };
  },

  /** It has no command for media: paper is emulated by its rules, and forced colours are unknown to it. */
  async media(page, { media = '', features = {} }) {
    if (Object.keys(features).length) return `${webkit.name} emulates no ${Object.keys(features)}`;
    await page.evaluate(layOutFor, media);
  },

  told: (page) => page.computed(outlined),
};
