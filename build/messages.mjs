import { readFileSync } from 'node:fs';
import MagicString from 'magic-string';

const ENTITIES = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" };

/** The longest part of each French message that stands in the code as it is, by the short id of the message. */
function fragments(xliff) {
  const found = new Map();
  for (const [, id, source] of xliff.matchAll(/<trans-unit id="(\w{5})\w*">\s*<source>(.*?)<\/source>/gs)) {
    const parts = source.split(/<x [^>]*\/>/).map((part) => part.replace(/&\w+;/g, (entity) => ENTITIES[entity]));
    found.set(
      id,
      parts.reduce((longest, part) => (part.length > longest.length ? part : longest)),
    );
  }
  return found;
}

const unescaped = (code) =>
  code.replace(/\\x(..)|\\u(....)/g, (_, two, four) => String.fromCharCode(Number.parseInt(two ?? four, 16)));

/** Of a language in a page of one file, only the messages that stand in its code: its other widgets are not there. */
export function usedMessages() {
  return {
    name: 'used-messages',
    renderChunk(code, { modules }) {
      const text = new MagicString(code);
      const isLanguage = (id) => /\/locales\/[a-z]{2}\.ts$/.test(id);
      const rest = Object.entries(modules)
        .map(([id, { code: rendered }]) => (isLanguage(id) ? '' : unescaped(rendered ?? '')))
        .join('\n');
      for (const id of Object.keys(modules).filter(isLanguage)) {
        const french = fragments(readFileSync(id.replace(/\.ts$/, '.xlf'), 'utf8'));
        for (const { 0: line, 1: message, index } of code.matchAll(/^\s*["']?(s[0-9a-f]{4})["']?: .*\n/gm))
          if (french.has(message) && !rest.includes(french.get(message))) text.remove(index, index + line.length);
      }
      return { code: text.toString(), map: text.generateMap({ hires: true }) };
    },
  };
}
