/** Firefox, headless, driven by WebDriver BiDi and, for what that has no command, by its own scripts. */
import { chromeLauncher, puppeteerCore } from '@web/test-runner-chrome';
import { programInPath } from './program.mjs';

/** What Gecko calls the roles that transcripts name. */
const ROLES = {
  heading: 'heading',
  link: 'link',
  pushbutton: 'button',
  'toggle button': 'button',
  summary: 'summary',
  editcombobox: 'combobox',
  searchbox: 'searchbox',
  entry: 'textbox',
  'combobox list': 'listbox',
  listbox: 'listbox',
  'combobox option': 'option',
  'listbox option': 'option',
  graphic: 'img',
};

/** What Gecko calls the features of media that a test emulates. */
const OVERRIDES = {
  'forced-colors': 'forcedColorsOverride',
  'prefers-color-scheme': 'prefersColorSchemeOverride',
  'prefers-reduced-motion': 'prefersReducedMotionOverride',
};

const program = process.env.FIREFOX_PATH || programInPath('firefox-esr') || programInPath('firefox');

/** Runs a function in the window of the browser itself, which may do what no page may. */
async function inBrowser(page, fn, argument) {
  const { connection } = page.browser();
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const { result } = await connection.send('script.callFunction', {
    functionDeclaration: String(fn),
    awaitPromise: true,
    target: { context: tree.result.contexts[0].context },
    arguments: [{ type: 'string', value: JSON.stringify(argument ?? null) }],
  });
  if (result.type !== 'success') throw new Error(result.exceptionDetails.text);
  return JSON.parse(result.result.value);
}

/** In the window of the browser. */
function emulate(given) {
  Object.assign(window.gBrowser.selectedBrowser.browsingContext, JSON.parse(given));
  return 'true';
}

/** In the window of the browser: the role and the name of each node that the process of the page has sent so far. */
function accessibilityTree() {
  const { Cc, Ci } = window;
  const service = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
  const said = [];
  const tell = (node) => {
    said.push([service.getStringRole(node.role), node.name]);
    // What is in a field of a day or an hour is the browser's own.
    if (service.getStringRole(node.role).endsWith(' editor')) return;
    for (let child = node.firstChild; child; child = child.nextSibling) tell(child);
  };
  const root = service.getAccessibleFor(window.gBrowser.selectedBrowser);
  if (root) tell(root);
  return JSON.stringify(said);
}

export const firefox = {
  name: 'Firefox',
  install: 'apt-get install firefox-esr',
  installed: Boolean(program),

  launcher() {
    const launcher = chromeLauncher({
      puppeteer: puppeteerCore,
      async createPage({ context }) {
        const page = await context.newPage();
        page.setDefaultTimeout(0);
        return page;
      },
      launchOptions: {
        browser: 'firefox',
        executablePath: program,
        handleSIGINT: false,
        handleSIGTERM: false,
        args: ['--remote-allow-system-access'],
        // As a phone and headless Chromium have them: a classic scrollbar takes its width from the page.
        extraPrefsFirefox: { 'ui.useOverlayScrollbars': 1, 'intl.accept_languages': 'en-US' },
        env: { ...process.env, TZ: 'Europe/Paris', MOZ_HEADLESS_WIDTH: '1920', MOZ_HEADLESS_HEIGHT: '1080' },
      },
    });
    return Object.assign(launcher, { name: firefox.name, engine: firefox });
  },

  /** Emulates a medium and its features. */
  async media(page, { media = '', features = {} }) {
    const overrides = { mediumOverride: media };
    for (const [name, override] of Object.entries(OVERRIDES)) overrides[override] = features[name] ?? 'none';
    await inBrowser(page, emulate, overrides);
  },

  /** The roles and names of what the page has in the accessibility tree, in their order. */
  async told(page) {
    const nodes = await inBrowser(page, accessibilityTree);
    return nodes.flatMap(([role, name]) => (ROLES[role] ? [[ROLES[role], name ?? '']] : []));
  },
};
