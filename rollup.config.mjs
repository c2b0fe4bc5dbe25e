/** What the build makes, and what each script may weigh. How: see `build/`. */
import { readFileSync } from 'node:fs';
import nodeResolve from '@rollup/plugin-node-resolve';
import esbuild from 'rollup-plugin-esbuild';
import { assets } from './build/assets.mjs';
import { budget } from './build/budget.mjs';
import { onPaper, soinsNow, wholeDirectory } from './build/carried.mjs';
import { usedMessages } from './build/messages.mjs';
import { licences, packageFiles, packagePath, publishDirectory } from './build/package.mjs';
import { inPage, script } from './build/script.mjs';

const { targetLocales } = JSON.parse(readFileSync(new URL('lit-localize.json', import.meta.url), 'utf8'));

/** Languages of other scripts than ours: all their letters are escaped, since the files are ASCII. */
const OTHER_SCRIPTS = ['ar', 'uk'];

/** A script of one file. */
const single = (input, file, { carried, before, ...bytes }, ...plugins) => ({
  input,
  treeshake: 'smallest',
  output: { file: `dist/${file}`, format: 'iife', sourcemap: file.endsWith('.js') },
  plugins: [...script(carried, before), ...plugins, budget(bytes)],
});

/** A page with its script inside; what a module of ours registers is not to be shaken out. */
const page = (name, bytes) => ({
  ...single(
    `components/entries/${name}.ts`,
    `${name}.html`,
    { ...bytes, before: [usedMessages()] },
    inPage(`components/entries/${name}.html`),
  ),
  treeshake: { preset: 'smallest', moduleSideEffects: (id) => /\/(define[\w-]*|languages|register-\w+)\.ts$/.test(id) },
});

export default [
  single(
    'components/entries/define.ts',
    'yonne-soins.js',
    { limit: 73_000, aim: 50_000, carried: wholeDirectory },
    publishDirectory(),
  ),
  single('components/entries/define-now.ts', 'yonne-soins-now.js', { limit: 49_800, aim: 40_000, carried: soinsNow }),
  single('components/entries/define-affiche.ts', 'yonne-affiche.js', { limit: 40_000, carried: onPaper }),
  ...targetLocales.map((code) =>
    single(`components/locales/register-${code}.ts`, `langues/${code}.js`, {
      limit: OTHER_SCRIPTS.includes(code) ? 11_050 : 9_050,
      aim: 6_000,
    }),
  ),
  single('components/entries/cadre-host.ts', 'cadre.js', { limit: 1_500 }),
  page('ecran', { limit: 48_250, aim: 46_000, carried: onPaper }),
  page('cadre', { limit: 82_000, aim: 56_000, carried: wholeDirectory }),
  // What the page that makes a screen reads rosters with; the readers of spreadsheets and agendas come when they are asked for.
  {
    input: 'demo/roster/roster.ts',
    preserveEntrySignatures: 'allow-extension',
    output: { dir: 'dist/fabrique', chunkFileNames: '[name].js' },
    plugins: [
      nodeResolve({ extensions: ['.ts', '.js', '.mjs'] }),
      assets(),
      esbuild({
        target: 'es2022',
        minify: true,
        tsconfig: 'tsconfig.json',
        include: /\.m?[jt]s$/,
        exclude: [],
        loaders: { '.mjs': 'js' },
      }),
      licences('hucre', 'ical.js'),
    ],
  },
  // The editor of the site, for those who keep the directory: no visitor loads it.
  single('demo/editor/editor.ts', 'editeur.js', { limit: 120_000 }),
  // The npm package: a module for each source, so that a bundler leaves out the elements that are not imported.
  {
    input: [
      'components/index.ts',
      'components/entries/define.ts',
      'components/entries/define-now.ts',
      'components/entries/define-affiche.ts',
      'components/entries/define-screen.ts',
      'components/entries/react.ts',
      'components/entries/vue.ts',
      ...targetLocales.map((code) => `components/locales/register-${code}.ts`),
      'src/engine.ts',
    ],
    // The types of React and Vue are modules with nothing to run.
    onwarn: (warning, warn) => warning.code !== 'EMPTY_BUNDLE' && warn(warning),
    // What the package asks npm for. @lit/localize is none of it: it can be configured once, and that is for the page.
    external: /^(lean-qr|lit|valibot)($|\/)/,
    output: { dir: 'dist/npm', preserveModules: true, preserveModulesRoot: '.', entryFileNames: packagePath },
    plugins: [
      packageFiles('dist/npm'),
      nodeResolve({ extensions: ['.ts', '.js'] }),
      assets(),
      esbuild({ target: 'es2022', tsconfig: 'tsconfig.json' }),
    ],
  },
];
