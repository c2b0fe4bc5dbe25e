import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { parse } from 'acorn';
import { transformSync } from 'esbuild';
import MagicString from 'magic-string';
import esbuild from 'rollup-plugin-esbuild';

/** Bytes, gzip -9: fails past the limit; the aim is what the finished library should reach. */
const BUDGET = { aim: 40_000, limit: 64_000 };

/** The same for the page of the screen, whose script has one element. */
const PAGE_BUDGET = { aim: 44_000, limit: 48_000 };

/** The page of the iframe has all that the script has. */
const FRAME_BUDGET = { aim: 42_000, limit: 66_000 };

/**
 * A table turned on its side: a line for each column, its name first. Values of one kind side by side weigh a
 * fifth less in the script; people edit rows.
 */
function columns(csv) {
  const rows = csv
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(';'));
  const ragged = rows.findIndex((cells) => cells.length !== rows[0].length);
  if (ragged > 0) throw new Error(`line ${ragged + 1}: ${rows[ragged].length} cells, expected ${rows[0].length}`);
  // A code is written as its distance from the one above: neighbours have neighbouring codes.
  const close = (value, above) =>
    /^\d{5,}$/.test(value) && /^\d{5,}$/.test(above) && value >= above ? `+${value - above}` : value;
  return rows[0].map((_, i) => rows.map((cells, j) => close(cells[i], rows[j - 1]?.[i])).join(';')).join('\n');
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

/** Files that are not code, as modules: JSON as data, CSV as columns, SVG icons as Lit templates. */
export function assets() {
  return {
    name: 'assets',
    transform(code, id) {
      const [path] = id.split('?');
      if (/\/locales\/\w+\.ts$/.test(path)) return { code: shortIds(code), map: null };
      if (path.endsWith('.json') && !path.includes('/dist/')) {
        // The script says who published what when; the published directory has titles and links too.
        const kept = path.endsWith('/data/sources.json') ? ['id', 'publisher', 'date'] : undefined;
        return { code: `export default ${JSON.stringify(JSON.parse(code), kept)}`, map: { mappings: '' } };
      }
      if (/\/components\/[\w-]+\.ts$/.test(path)) return { code: tightStyles(code), map: null };
      if (path.endsWith('.csv'))
        return { code: `export default ${JSON.stringify(columns(code))}`, map: { mappings: '' } };
      if (path.endsWith('.svg')) {
        const shapes = code
          .slice(code.indexOf('>', code.indexOf('<svg')) + 1, code.lastIndexOf('</svg>'))
          .replace(/\s+/g, ' ')
          .replace(/> </g, '><')
          .trim();
        const icon = `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${shapes}</svg>`;
        return { code: `import { html } from 'lit';\nexport default html\`${icon}\`;`, map: { mappings: '' } };
      }
      return null;
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

/** A page with the script inside, in place of its `<script src>`. */
function inPage(template) {
  return {
    name: 'in-page',
    buildStart() {
      this.addWatchFile(template);
    },
    renderChunk(code) {
      const page = readFileSync(template, 'utf8').replace(/\n\s+/g, '\n');
      // In HTML these end a script, or hide its end.
      const script = code.replace(/<\/(script)/gi, '<\\/$1');
      if (/<!--/.test(script)) throw new Error('the script has "<!--", which HTML reads in its own way');
      return { code: page.replace(/<script src=.*?<\/script>/, () => `<script>${script}</script>`), map: null };
    },
  };
}

/** Prints what the output weighs, gzip -9, and what takes it; fails past the budget. */
function budget({ aim, limit }) {
  return {
    name: 'budget',
    writeBundle(_, bundle) {
      const { code, modules, fileName } = Object.values(bundle).find(({ type }) => type === 'chunk');
      const total = gzipSync(code, { level: 9 }).length;
      const texts = new Map();
      for (const [id, { code: rendered }] of Object.entries(modules)) {
        if (rendered)
          texts.set(
            module(id),
            (texts.get(module(id)) ?? '') + transformSync(rendered, { minify: true, target: 'es2019' }).code,
          );
      }
      // What a module costs beside the others cannot be measured alone: the total, shared out by what each gzips to.
      const rows = [...texts].map(([name, text]) => ({
        name,
        bytes: text.length,
        gzip: gzipSync(text, { level: 9 }).length - 20,
      }));
      const sum = rows.reduce((all, { gzip }) => all + gzip, 0);
      for (const { name, bytes, gzip } of rows.sort((a, b) => b.gzip - a.gzip)) {
        console.log(`${String(Math.round((gzip / sum) * total)).padStart(7)} ${String(bytes).padStart(8)}  ${name}`);
      }
      console.log(`${fileName}: ${total} bytes gzip -9 (aim ${aim}, limit ${limit}); columns: gzip share, minified`);
      if (total > limit) this.error(`${fileName} is ${total - limit} bytes over its budget`);
    },
  };
}

/** A module's name in the report: our files one by one, a package as one. */
function module(source) {
  const [, name] = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source) ?? [];
  return name ?? relative(import.meta.dirname, source);
}

/** The bundled directory as the JSON that the `directory` attribute reads. */
function publishDirectory() {
  const read = (name) => readFileSync(new URL(`data/${name}`, import.meta.url), 'utf8').trim();
  const files = { directory: 0, sources: 0, channels: 0, cpts: 0, 'local-health-contract': 0 };
  return {
    name: 'publish-directory',
    generateBundle() {
      const raw = Object.fromEntries(
        Object.keys(files).map((name) => [
          name.replace(/-(.)/g, (_, letter) => letter.toUpperCase()),
          JSON.parse(read(`${name}.json`)),
        ]),
      );
      const source = JSON.stringify({
        ...raw,
        epci: columns(read('epci.csv')),
        communes: columns(read('communes.csv')),
      });
      this.emitFile({ type: 'asset', fileName: 'annuaire.json', source });
    },
  };
}

/** From TypeScript to the smallest script that a signage player reads. */
const script = () => [
  nodeResolve({ extensions: ['.ts', '.js', '.mjs'] }),
  assets(),
  // Dependencies too: Lit is published for newer engines than ours.
  esbuild({
    target: 'es2019',
    loaders: { '.mjs': 'js' },
    include: /\.m?[jt]s$/,
    exclude: [],
    tsconfig: 'tsconfig.json',
  }),
  terser({
    ecma: 2019,
    compress: { passes: 3, pure_funcs: ['RegExp'], unsafe_arrows: true, keep_fargs: false },
    format: { comments: false },
  }),
  collapse(),
  es2019(),
];

/**
 * What the package holds beside its modules: nothing of an earlier build, the licences of what is inlined, types, and
 * what `cem analyze` makes of the docstrings.
 */
function packageFiles(folder) {
  return {
    name: 'package-files',
    buildStart: () => rmSync(folder, { recursive: true, force: true }),
    generateBundle() {
      for (const name of ['@lit/localize', 'lucide-static']) {
        const source = readFileSync(new URL(`node_modules/${name}/LICENSE`, import.meta.url));
        this.emitFile({ type: 'asset', fileName: `vendor/${name}/LICENSE`, source });
      }
    },
    writeBundle() {
      const run = (script, ...args) =>
        execFileSync(process.execPath, [`node_modules/${script}`, ...args], {
          cwd: import.meta.dirname,
          stdio: 'inherit',
        });
      run('typescript/bin/tsc', '-p', 'tsconfig.package.json');
      run('@custom-elements-manifest/analyzer/cem.js', 'analyze', '--quiet');
    },
  };
}

/** Where a module goes in the package: npm leaves every `node_modules` out. */
const packagePath = ({ name }) => `${name.replace(/(.*\/)?node_modules\//, 'vendor/')}.js`;

export default [
  {
    input: 'components/define.ts',
    treeshake: 'smallest',
    output: { file: 'dist/yonne-soins.js', format: 'iife', sourcemap: true },
    plugins: [...script(), publishDirectory(), budget(BUDGET)],
  },
  {
    input: 'components/ecran.ts',
    treeshake: 'smallest',
    output: { file: 'dist/ecran.html', format: 'iife' },
    plugins: [...script(), inPage('components/ecran.html'), budget(PAGE_BUDGET)],
  },
  {
    input: 'components/cadre.ts',
    treeshake: { preset: 'smallest', moduleSideEffects: (id) => id.endsWith('/define.ts') },
    output: { file: 'dist/cadre.html', format: 'iife' },
    plugins: [...script(), inPage('components/cadre.html'), budget(FRAME_BUDGET)],
  },
  // The npm package: a module for each source, so that a bundler leaves out the elements that are not imported.
  {
    input: ['components/index.ts', 'components/define.ts', 'components/define-screen.ts', 'src/engine.ts'],
    // What the package asks npm for. @lit/localize is none of it: it can be configured once, and that is for the page.
    external: /^(lean-qr|lit|luxon|valibot)($|\/)/,
    output: { dir: 'dist/npm', preserveModules: true, preserveModulesRoot: '.', entryFileNames: packagePath },
    plugins: [
      packageFiles('dist/npm'),
      nodeResolve({ extensions: ['.ts', '.js'] }),
      assets(),
      esbuild({ target: 'es2022', tsconfig: 'tsconfig.json' }),
    ],
  },
];
