import { readFileSync } from 'node:fs';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { parse } from 'acorn';
import MagicString from 'magic-string';
import esbuild from 'rollup-plugin-esbuild';
import { assets, plainProperties } from './assets.mjs';

/** The white space around line breaks in templates and styles: after terser, no other line breaks are left. */
function collapse() {
  return {
    name: 'collapse',
    renderChunk(code) {
      const text = new MagicString(code);
      for (const { 0: space, index } of code.trimEnd().matchAll(/\s*\n\s*/g)) {
        const between = code[index - 1] === '>' && code[index + space.length] === '<';
        text.update(index, index + space.length, between ? '' : ' ');
      }
      return { code: text.toString(), map: text.generateMap({ hires: true }) };
    },
  };
}

/**
 * ASCII only: a script that is served without a charset is read in that of the page, which may be of before UTF-8. A
 * byte-order mark would say it too, but not in the middle of a file that a site joins from several. After gzip, escapes
 * weigh less than UTF-8. All that is not ASCII stands in strings, templates and regular expressions: what did not would
 * be refused by `es2019`.
 */
function ascii() {
  return {
    name: 'ascii',
    renderChunk(code) {
      const text = new MagicString(code);
      for (const { 0: sign, index } of code.matchAll(/[^\0-\x7f]/g)) {
        const hex = sign.charCodeAt(0).toString(16);
        text.update(index, index + 1, sign < '\u0100' ? `\\x${hex}` : `\\u${hex.padStart(4, '0')}`);
      }
      return { code: text.toString(), map: text.generateMap({ hires: true }) };
    },
  };
}

/** Signage players stop at newer syntax: this throws where some is left. */
function es2019() {
  return {
    name: 'es2019',
    renderChunk(code) {
      parse(code, { ecmaVersion: 2019 });
      return null;
    },
  };
}

/**
 * Data after code: gzip looks back over 32 kB only, and finds more where like stands beside like. The data are read when
 * the first widget is drawn, after the last statement, which registers it: so are `src/bundled*.ts`, which gather them.
 * No module may read them while it loads.
 */
function dataLast() {
  return {
    name: 'data-last',
    renderChunk(code, { modules }) {
      const text = new MagicString(code);
      // The line of the last statement, which registers the elements.
      const end = code.lastIndexOf('\n', code.lastIndexOf('define')) + 1;
      for (const [id, { code: data }] of Object.entries(modules)) {
        if (!/\/data\/[\w-]+\.(json|csv)$|\/src\/bundled[\w-]*\.ts$/.test(id) || !data) continue;
        const start = code.indexOf(data.trim());
        if (start < 0 || start > end) throw new Error(`data-last: ${id} is not where it was expected`);
        text.move(start, start + data.trim().length, end);
      }
      return { code: text.toString(), map: text.generateMap({ hires: true }) };
    },
  };
}

/**
 * From TypeScript to the smallest script that a signage player reads.
 *
 * @param {Record<string, (value: any) => any>} [carried] - See `assets`.
 * @param {object[]} [before] - Plugins that need the code as people wrote it.
 */
export const script = (carried, before = []) => [
  nodeResolve({ extensions: ['.ts', '.js', '.mjs'] }),
  assets(carried),
  // Dependencies too: Lit is published for newer engines than ours.
  esbuild({
    target: 'es2019',
    loaders: { '.mjs': 'js' },
    include: /\.m?[jt]s$/,
    exclude: [],
    tsconfig: 'tsconfig.json',
  }),
  plainProperties(),
  ...before,
  dataLast(),
  terser({
    ecma: 2019,
    compress: {
      passes: 3,
      pure_funcs: ['RegExp'],
      unsafe_arrows: true,
      unsafe_methods: true,
      keep_fargs: false,
      // After gzip, functions that stay where they are called weigh more than functions side by side.
      hoist_funs: true,
      reduce_funcs: false,
    },
    format: { comments: false },
  }),
  collapse(),
  ascii(),
  es2019(),
];

/** HTML in ASCII only. */
export const entities = (html) => html.replace(/[^\0-\x7f]/gu, (sign) => `&#${sign.codePointAt(0)};`);

/** A page with the script inside, in place of its `<script src>`; ASCII only too, but for what only people read. */
export function inPage(template) {
  return {
    name: 'in-page',
    buildStart() {
      this.addWatchFile(template);
    },
    renderChunk(code) {
      const page = readFileSync(template, 'utf8')
        .replace(/\n\s+/g, '\n')
        .replace(/(<!--.*?-->)|[^<]+/gs, (text, comment) => comment ?? entities(text));
      // In HTML these end a script, or hide its end.
      const text = code.replace(/<\/(script)/gi, '<\\/$1');
      if (/<!--/.test(text)) throw new Error('the script has "<!--", which HTML reads in its own way');
      return { code: page.replace(/<script src=.*?<\/script>/, () => `<script>${text}</script>`), map: null };
    },
  };
}
