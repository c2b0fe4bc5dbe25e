/** The files of `data/` as text: what did not change keeps every byte, what did is laid out as biome does. */
import { isDeepStrictEqual } from 'node:util';
import { parseTree } from 'jsonc-parser';

/** Line width of `data/*.json` in `biome.json`. */
const WIDTH = 200;

const flat = (value) => {
  if (Array.isArray(value)) return `[${value.map(flat).join(', ')}]`;
  if (typeof value !== 'object' || !value) return JSON.stringify(value);
  const pairs = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${flat(item)}`);
  return pairs.length ? `{ ${pairs.join(', ')} }` : '{}';
};

const textOf = (text, { offset, length }) => text.slice(offset, offset + length);
const parsed = (text, node) => JSON.parse(textOf(text, node));

/** What stands in a list twice, before and after a change: the record with the same id, or the same attachment. */
const nameOf = (value) => value?.id ?? value?.commune ?? value?.epci;

/** The node that a member of a changed list or object had before. */
function before(text, node, key, item, used) {
  if (node?.type === 'object') return node.children.find(({ children }) => children[0].value === key)?.children[1];
  if (node?.type !== 'array') return undefined;
  const free = node.children.filter((child) => !used.has(child));
  const name = nameOf(item);
  return (
    free.find((child) => isDeepStrictEqual(parsed(text, child), item)) ??
    (name === undefined ? undefined : free.find((child) => nameOf(parsed(text, child)) === name))
  );
}

/**
 * A value as JSON: on one line where it fits, and stood so before; what holds a territory, people read in lines.
 *
 * @param node - Where it stood in `text` before; `undefined`: it is new.
 */
function laidOut(text, node, value, indent, used) {
  if (node && isDeepStrictEqual(parsed(text, node), value)) return textOf(text, node);
  const line = flat(value);
  if (typeof value !== 'object' || !value) return line;
  const isList = Array.isArray(value);
  const stoodInLines =
    node?.type === (isList ? 'array' : 'object') &&
    node.children.length > 0 &&
    text.slice(node.offset, node.children[0].offset).includes('\n');
  if (!stoodInLines && used + line.length <= WIDTH && !line.includes('"territory": ')) return line;
  const found = new Set();
  const entries = Object.entries(value);
  const lines = entries.map(([key, item], i) => {
    const earlier = before(text, node, isList ? i : key, item, found);
    found.add(earlier);
    const start = `${indent}  ${isList ? '' : `${JSON.stringify(key)}: `}`;
    const end = i < entries.length - 1 ? ',' : '';
    return start + laidOut(text, earlier, item, `${indent}  `, start.length + end.length) + end;
  });
  return [isList ? '[' : '{', ...lines, indent + (isList ? ']' : '}')].join('\n');
}

/** The text of a file of `data/` with another value: the same text where the value is the same. */
export const revised = (text, value) => `${laidOut(text, parseTree(text), value, '', 0)}\n`;
