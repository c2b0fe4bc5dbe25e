/**
 * What a test page cannot do by itself, and asks of the process that drives its browser (`browser.ts` has the page's
 * side): the accessibility tree, media that are emulated, and texts that are kept.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { outline, outlineOf, transcript } from './transcript.mjs';

/** Milliseconds after which a page counts as hung: nothing judges how fast it is. */
const HUNG = 120_000;

const TRANSCRIPTS = join(import.meta.dirname, 'transcripts');

/** What Chromium is asked through its developer tools, each page in a session of its own: what one emulates ends with it. */
const sessions = new WeakMap();
const devtoolsOf = (page) => {
  if (!sessions.has(page)) sessions.set(page, page.createCDPSession());
  return sessions.get(page);
};

const chromium = {
  async media(page, { media = '', features = {} }) {
    const devtools = await devtoolsOf(page);
    await devtools.send('Emulation.setEmulatedMedia', {
      media,
      features: Object.entries(features).map(([name, value]) => ({ name, value })),
    });
  },

  async transcript(page) {
    const devtools = await devtoolsOf(page);
    const { result } = await devtools.send('Runtime.evaluate', {
      expression: 'document.querySelector("[data-transcribed]")',
    });
    const { node } = await devtools.send('DOM.describeNode', { objectId: result.objectId });
    const { nodes } = await devtools.send('Accessibility.getFullAXTree');
    return transcript(nodes, node.backendNodeId);
  },
};

const commands = {
  /** Emulates a medium and its features: `{ media: 'print', features: { 'forced-colors': 'active' } }`; else says why not. */
  async 'yonne-media'(page, engine, media) {
    return { refused: await engine.media(page, media) };
  },

  /**
   * What a screen reader is told of the element that has the attribute `data-transcribed`, and the text that is kept of
   * it under a name; `null` where none is. With TRANSCRIPTS=renew it is kept from now on. Of both, other engines than
   * Chromium compare the roles and names of headings and of what is used.
   */
  async 'yonne-transcript'(page, engine, { name }) {
    const file = join(TRANSCRIPTS, `${name}.txt`);
    if (engine !== chromium) {
      const kept = outlineOf(read(file));
      let said;
      // The process of a page sends its tree, and what changed in it, after a while.
      for (const end = Date.now() + HUNG; said !== kept && Date.now() < end; ) said = outline(await engine.told(page));
      return { said, kept };
    }
    const said = await chromium.transcript(page);
    if (process.env.TRANSCRIPTS === 'renew') {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, said);
    }
    return { said, kept: read(file) };
  },

  /** The HTTP states with which the server has answered for an address. */
  'yonne-answers': (_page, _engine, { path }) => answers.get(path) ?? [],
};

const answers = new Map();

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/** A plugin of the test runner. The launchers of `engines/` say which engine theirs is. */
export const browserCommands = {
  name: 'yonne-browser-commands',
  serverStart({ server }) {
    server.on('request', ({ url }, response) =>
      response.on('finish', () => answers.set(url, [...(answers.get(url) ?? []), response.statusCode])),
    );
  },
  executeCommand({ command, payload, session: { id, browser } }) {
    if (!Object.hasOwn(commands, command)) return undefined;
    return commands[command](browser.getPage(id), browser.engine ?? chromium, payload);
  },
};
