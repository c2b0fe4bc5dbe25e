import { clocks } from './clocks.mjs';

/** Decimals of two digits as their smallest one, then for each the tens and then the units of its distance from it. */
function decimals(values) {
  const hundredths = values.map((value) => Math.round(value * 100));
  const least = Math.min(...hundredths);
  const digits = (digit) => hundredths.map((value) => digit(value - least).toString(36)).join('');
  return `${least}:${digits((value) => Math.floor(value / 10))}:${digits((value) => value % 10)}`;
}

/**
 * A table turned on its side: a line for each column, its name first. Values of one kind side by side weigh a
 * fifth less in the script; people edit rows. `src/table.ts` reads it.
 */
export function columns(csv) {
  const [names, ...rows] = csv
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(';'));
  const ragged = rows.findIndex((cells) => cells.length !== names.length);
  if (ragged >= 0) throw new Error(`line ${ragged + 2}: ${rows[ragged].length} cells, expected ${names.length}`);
  // A code is written as its distance from the one above: neighbours have neighbouring codes.
  const close = (value, above) =>
    /^\d{5,}$/.test(value) && /^\d{5,}$/.test(above) && value >= above ? `+${value - above}` : value;
  return names
    .map((name, i) => {
      const values = rows.map((cells) => cells[i]);
      return values.length && values.every((value) => /^-?\d+\.\d\d$/.test(value))
        ? `${name}=${decimals(values)}`
        : [name, ...values.map((value, j) => close(value, values[j - 1]))].join(';');
    })
    .join('\n');
}

/** Ids of messages are hashes of 16 digits: four tell them apart, and weigh less. */
function shortIds(code) {
  const short = code.match(/'s[0-9a-f]{16}'/g)?.map((id) => id.slice(1, 6)) ?? [];
  if (new Set(short).size < short.length)
    throw new Error('two messages share the beginning of their ids: keep more of it');
  return code.replace(/'(s[0-9a-f]{4})[0-9a-f]{12}'/g, "'$1'");
}

/** Styles without the white space that people read them by. */
const tightStyles = (code) =>
  code.replace(/css`[^`]*`/g, (styles) =>
    styles
      .replace(/\s+/g, ' ')
      .replace(/ ?([{},;]) ?/g, '$1')
      .replace(/: /g, ':')
      .replace(/;}/g, '}'),
  );

/** Messages without what only translators read. */
const withoutDescriptions = (code) => code.replace(/,\s*\{\s*desc: '[^'\n]*',?\s*\}(?=,?\s*\))/g, '');

/**
 * What esbuild makes of `@property(…)` and `@state()`, as what Lit's decorators do with it: without them and their
 * helper, which each module would carry.
 */
export function plainProperties() {
  return {
    name: 'plain-properties',
    transform(code, id) {
      if (!/\/components\/.*\.ts$/.test(id)) return null;
      const plain = code.replace(
        /__decorateClass\(\[\s*(property|state)\(([^)]*)\)\s*\], (\w+)\.prototype, "(\w+)", 2\);/g,
        (_, decorator, options, element, name) =>
          `${element}.createProperty("${name}", ${decorator === 'state' ? '{ state: true }' : options || '{}'});`,
      );
      if (/__decorateClass\(/.test(plain)) throw new Error(`plain-properties: another decorator in ${id}`);
      return { code: plain.replace(/var __decorateClass = [\s\S]*?\n};\n/, ''), map: null };
    },
  };
}

/** An SVG file as a Lit template. */
function icon(svg) {
  const shapes = svg
    .slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>'))
    .replace(/\s+/g, ' ')
    .replace(/> </g, '><')
    .trim();
  const template = `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${shapes}</svg>`;
  return `import { html } from 'lit';\nexport default html\`${template}\`;`;
}

/** A JSON file of ours as data: of the package its version; of the sources all but their titles; of words no accents. */
function data(path, code, carry) {
  const value = carry(JSON.parse(code));
  if (path.endsWith('/package.json') && !path.includes('/node_modules/'))
    return `export const version = ${JSON.stringify(value.version)};`;
  // The published directory has titles too.
  const kept = path.endsWith('/data/sources.json') ? ['id', 'publisher', 'date', 'url', 'press'] : undefined;
  const text = JSON.stringify(value, kept);
  // What people type is read without accents.
  return `export default ${path.includes('/data/search-words.') ? text.normalize('NFD').replace(/\p{M}/gu, '') : text}`;
}

/**
 * Files that are not code, as modules; code without what only people read.
 *
 * @param {Record<string, (value: any) => any>} [carried] - What the script carries of a file in `data/`, by its name: a
 * part of it, where no widget of the script draws the rest.
 */
export function assets(carried = {}) {
  return {
    name: 'assets',
    transform(code, id) {
      const [path] = id.split('?');
      const module = (text) => ({ code: text, map: { mappings: '' } });
      const changed = (text) => ({ code: text, map: null });
      if (/\/locales\/[a-z]+\.ts$/.test(path)) return changed(shortIds(code));
      if (/\/components\/.*\.ts$/.test(path)) return changed(withoutDescriptions(tightStyles(code)));
      const carry = carried[/\/data\/([\w.-]+)$/.exec(path)?.[1]] ?? ((all) => all);
      if (path.endsWith('.json') && !path.includes('/dist/')) return module(data(path, code, carry));
      if (path.endsWith('.csv')) return module(`export default ${JSON.stringify(columns(carry(code)))}`);
      if (path.endsWith('.zone')) return module(clocks(code));
      if (path.endsWith('.svg')) return module(icon(code));
      return null;
    },
  };
}
