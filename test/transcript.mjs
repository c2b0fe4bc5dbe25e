/** The accessibility tree of Chromium as a text: a line for each thing that a screen reader names, indented. */

/** What is said of a node beside its role and name, in the order in which it is written. */
const PROPERTIES = [
  'level',
  'focused',
  'expanded',
  'pressed',
  'selected',
  'required',
  'invalid',
  'autocomplete',
  'live',
  'hasPopup',
];

/** What breaks the text and says nothing of itself: what is in it stands in its place. */
const BLOCKS = new Set(['paragraph', 'group', 'Details', 'Section', 'LineBreak', 'form', 'LayoutTable']);

/** The same for what stands within a line. */
const INLINE = new Set(['generic', 'none', 'strong', 'emphasis', 'mark', 'small', 'time', 'LabelText']);

/** What the browser itself draws, in its own words, or says again in another way. */
const SILENT = new Set(['InlineTextBox', 'ListMarker']);

/** What is in them is their value, or the browser's own. */
const WHOLE = new Set(['combobox', 'searchbox', 'textbox', 'Date', 'InputTime']);

/** Names that differ from one Chromium to the next. */
const ROLES = { DisclosureTriangle: 'summary', DisclosureTriangleGrouped: 'summary', image: 'img' };

const bare = (text) =>
  String(text ?? '')
    .replace(/\s+/g, ' ')
    .trim();

/** The state of a node in words: `level 2`, `not expanded`. */
function saidOf(node, role) {
  const values = Object.fromEntries((node.properties ?? []).map(({ name, value }) => [name, value.value]));
  const said = PROPERTIES.flatMap((key) => {
    const value = values[key];
    if (value === undefined || value === '' || (key === 'level' && role === 'listitem')) return [];
    // What may be pressed or opened, and is not, says so.
    if (value === false || value === 'false') return key === 'expanded' || key === 'pressed' ? [`not ${key}`] : [];
    return [value === true || value === 'true' ? key : `${key} ${value}`];
  });
  for (const key of ['description', 'value']) {
    const text = bare(node[key]?.value);
    if (text) said.push(`${key} “${text}”`);
  }
  return said;
}

/**
 * @param nodes - Those of `Accessibility.getFullAXTree`.
 * @param backendNodeId - The element from which it is told.
 */
export function transcript(nodes, backendNodeId) {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines = [];
  let text = [];

  /** Text that runs on is one line. */
  const endText = (indent) => {
    const line = bare(text.join(' '));
    if (line) lines.push(`${indent}${line}`);
    text = [];
  };

  const tell = (node, depth) => {
    const indent = '  '.repeat(depth);
    const role = ROLES[node.role?.value] ?? node.role?.value ?? '';
    const name = bare(node.name?.value);
    if (role === 'StaticText') text.push(node.name?.value ?? '');
    if (role === 'StaticText' || SILENT.has(role)) return;
    const children = (node.childIds ?? []).flatMap((id) => byId.get(id) ?? []);
    const inline = node.ignored || INLINE.has(role);
    if (inline || (BLOCKS.has(role) && !name)) {
      if (!inline) endText(indent);
      for (const child of children) tell(child, depth);
      if (!inline) endText(indent);
      return;
    }
    endText(indent);
    const said = saidOf(node, role);
    const before = lines.length;
    lines.push(`${indent}${role}${name ? ` “${name}”` : ''}${said.length ? ` (${said.join(', ')})` : ''}`);
    if (!WHOLE.has(role)) for (const child of children) tell(child, depth + 1);
    endText('  '.repeat(depth + 1));
    // Its text is its name already.
    const solid = (line) => line.replace(/\s/g, '');
    if (lines.length === before + 2 && solid(lines[before + 1]) === solid(name)) lines.pop();
  };

  const root = nodes.find((node) => node.backendDOMNodeId === backendNodeId);
  tell(root, 0);
  endText('');
  return `${lines.join('\n')}\n`;
}

/** What is a heading, or is used: the roles of which every engine that is tried tells. */
const OUTLINED = new Set(['heading', 'link', 'button', 'summary', 'combobox', 'searchbox', 'option', 'img']);

/**
 * The roles and names of these as a text, a line each. Engines put spaces between the parts of a name in their own ways.
 *
 * @param nodes - The role and the name of each.
 */
export const outline = (nodes) =>
  nodes
    .filter(([role]) => OUTLINED.has(role))
    .map(([role, name]) => `${role} “${name.replace(/\s/g, '')}”\n`)
    .join('');

/** The same of a transcript. */
export const outlineOf = (text) =>
  outline([...text.matchAll(/^ *([a-z]+)(?: “(.*?)”)?(?: \(.*\))?$/gm)].map(([, role, name = '']) => [role, name]));
