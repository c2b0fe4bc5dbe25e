/**
 * What a test page cannot do by itself, and asks of the process that drives its browser (`browser.ts` has the page's
 * side): the accessibility tree, media that are emulated, and texts that are kept.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { transcript } from './transcript.mjs';

const TRANSCRIPTS = join(import.meta.dirname, 'transcripts');

const commands = {
  /** Emulates a medium and its features: `{ media: 'print', features: { 'forced-colors': 'active' } }`. */
  async 'yonne-media'(devtools, { media = '', features = {} }) {
    await devtools.send('Emulation.setEmulatedMedia', {
      media,
      features: Object.entries(features).map(([name, value]) => ({ name, value })),
    });
    return true;
  },

  /**
   * What a screen reader is told of the element that has the attribute `data-transcribed`, and the text that is kept of
   * it under a name; `null` where none is. With TRANSCRIPTS=renew it is kept from now on.
   */
  async 'yonne-transcript'(devtools, { name }) {
    const { result } = await devtools.send('Runtime.evaluate', {
      expression: 'document.querySelector("[data-transcribed]")',
    });
    const { node } = await devtools.send('DOM.describeNode', { objectId: result.objectId });
    const { nodes } = await devtools.send('Accessibility.getFullAXTree');
    const said = transcript(nodes, node.backendNodeId);
    const file = join(TRANSCRIPTS, `${name}.txt`);
    if (process.env.TRANSCRIPTS === 'renew') {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, said);
    }
    return { said, kept: read(file) };
  },
};

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/** The session with each page: what one emulates ends with it, and nothing else takes it back. */
const sessions = new WeakMap();

/** A plugin of the test runner. */
export const browserCommands = {
  name: 'yonne-browser-commands',
  async executeCommand({ command, payload, session }) {
    if (!Object.hasOwn(commands, command)) return undefined;
    const page = session.browser.getPage(session.id);
    if (!sessions.has(page)) sessions.set(page, page.createCDPSession());
    return commands[command](await sessions.get(page), payload);
  },
};
