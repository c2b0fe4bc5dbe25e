/** What npm packs, and who uses it: `npm run build && node --test test/package.test.mjs`. */
import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { launch } from 'puppeteer-core';
import { build } from 'vite';
import { findChromium } from '../build/chromium.mjs';

const root = join(import.meta.dirname, '..');
const { dependencies, exports, unpkg } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const { targetLocales } = JSON.parse(readFileSync(join(root, 'lit-localize.json'), 'utf8'));

/** Bytes: what the package may weigh, packed and unpacked. */
const LARGEST = { size: 655_000, unpackedSize: 2_100_000 };

/** The folder of a consumer: `yonne-soins` as npm unpacks it, and what it asks for, from the project's own packages. */
const consumer = mkdtempSync(join(tmpdir(), 'consumer-'));
const installed = join(consumer, 'node_modules/yonne-soins');
const write = (name, text) => {
  mkdirSync(dirname(join(consumer, name)), { recursive: true });
  writeFileSync(join(consumer, name), text);
};
const read = (name) => readFileSync(join(installed, name), 'utf8');
const run = promisify(execFile);
let tarball;
let packed;

before(() => {
  const options = { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] };
  const command = ['pack', '--ignore-scripts', '--json', '--pack-destination', consumer];
  [packed] = Object.values(JSON.parse(execFileSync('npm', command, options)));
  tarball = join(consumer, packed.filename);
  mkdirSync(installed, { recursive: true });
  execFileSync('tar', ['xzf', tarball, '-C', installed, '--strip-components=1']);
  for (const name of [...Object.keys(dependencies), '@types/react', 'vue']) {
    mkdirSync(dirname(join(consumer, 'node_modules', name)), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), join(consumer, 'node_modules', name), 'dir');
  }
  write('package.json', '{ "type": "module" }');
});
after(() => rmSync(consumer, { recursive: true, force: true }));

test('the tarball holds what is used, and weighs no more', () => {
  const expected =
    /^(package\.json|README\.md|CHANGELOG\.md|LICENSE|data\/[\w.-]+\.(json|csv)|dist\/(langues\/)?[\w-]+\.(js|json|html)|dist\/npm\/(.+\.js|.+\.d\.ts|[\w.-]+\.json|vendor\/.+\/LICENSE))$/;
  assert.deepEqual(
    packed.files.map(({ path }) => path).filter((path) => !expected.test(path)),
    [],
  );
  for (const [what, most] of Object.entries(LARGEST)) assert.ok(packed[what] <= most, `${what}: ${packed[what]} bytes`);
});

test('publint has nothing to say', async () => {
  const { messages } = await publint({ pkgDir: installed, strict: true, pack: false });
  assert.deepEqual(messages, []);
});

test('are-the-types-wrong: right wherever ES modules are read', async () => {
  const { problems } = await checkPackage(createPackageFromTarballData(new Uint8Array(readFileSync(tarball))));
  // The package is of ES modules only: `require` of TypeScript before 5.8, and what does not read `exports`.
  const intrinsic = ({ kind, resolutionKind }) => kind === 'CJSResolvesToESM' || resolutionKind === 'node10';
  assert.deepEqual(
    problems.filter((problem) => !intrinsic(problem)),
    [],
  );
});

/** The classes that the package has, without a page to register them in. */
const importClasses = () => import(join(installed, 'dist/npm/components/index.js'));
/** The elements in the manifest: with their bases, which have no tag. */
const manifest = () => JSON.parse(read('dist/npm/custom-elements.json'));
const elementsOf = ({ modules }) =>
  modules.flatMap(({ declarations }) => declarations.filter(({ tagName }) => tagName));
const namesOf = (list = []) => list.map(({ name }) => name).sort();

test('custom-elements.json names all attributes, parts, properties and events, and nothing that is not public', async () => {
  const { modules } = manifest();
  const elements = elementsOf({ modules });
  const classes = await importClasses();
  const { LitElement } = await import(join(root, 'node_modules/lit/index.js'));
  assert.deepEqual(namesOf(elements), Object.keys(classes).sort());
  const types = read('dist/npm/components/index.d.ts');
  for (const { name, attributes, members, events } of elements) {
    assert.deepEqual(namesOf(attributes), [...classes[name].observedAttributes].sort());
    for (const one of [...attributes, ...members]) assert.ok(one.description && one.type, `${name}: ${one.name}`);
    for (const one of members) {
      assert.notEqual(one.privacy ?? 'public', 'private', `${name}: ${one.name}`);
      assert.notEqual(one.privacy, 'protected', `${name}: ${one.name}`);
      assert.ok(one.name === 'lang' || !(one.name in LitElement.prototype), `${name}: ${one.name} is Lit's`);
    }
    for (const { type } of events)
      assert.match(types, new RegExp(`\\b${/^CustomEvent<(\w+)>$/.exec(type.text)?.[1]}\\b`));
    // The types of React and Vue make the names of attributes from those of properties.
    for (const { name: attribute, fieldName } of attributes)
      assert.equal(
        attribute,
        fieldName.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      );
  }
  const folder = join(installed, 'dist/npm/components');
  const code = readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
  for (const [list, pattern] of [
    ['cssParts', / part="(\w+)"/g],
    ['cssProperties', /var\((--yonne-[\w-]+)/g],
    ['events', /new CustomEvent\(["']([\w-]+)/g],
  ]) {
    const used = new Set([...code.matchAll(pattern)].map(([, name]) => name));
    const named = new Set(elements.flatMap((element) => namesOf(element[list])));
    assert.deepEqual([...named].sort(), [...used].sort(), list);
  }
  for (const { path } of modules) assert.ok(existsSync(join(installed, path)), path);
});

test('custom-elements.json says which module registers an element, and which one has its class', () => {
  const { modules } = manifest();
  const registered = new Set();
  for (const { path, exports } of modules) {
    for (const { kind, name, declaration } of exports) {
      const { declarations } = modules.find((module) => module.path === declaration.module);
      const element = declarations.find((one) => one.name === declaration.name);
      if (kind !== 'custom-element-definition') continue;
      assert.equal(element.tagName, name);
      assert.match(read(path), new RegExp(`\\b${declaration.name}\\b`));
      registered.add(name);
    }
  }
  assert.deepEqual(
    [...registered].sort(),
    elementsOf({ modules })
      .map(({ tagName }) => tagName)
      .sort(),
  );
});

test('VS Code and JetBrains read all elements with their attributes, styles and parts', () => {
  const json = (name) => JSON.parse(read(`dist/npm/${name}`));
  const elements = elementsOf(manifest());
  const expected = elements.map(({ tagName, attributes }) => [tagName, namesOf(attributes)]).sort();
  const { html, css } = json('web-types.json').contributions;
  for (const tags of [json('vscode.html-custom-data.json').tags, html.elements])
    assert.deepEqual(tags.map(({ name, attributes }) => [name, namesOf(attributes)]).sort(), expected);
  const unique = (list) => [...new Set(namesOf(list))];
  const properties = unique(elements.flatMap(({ cssProperties = [] }) => cssProperties));
  const parts = unique(elements.flatMap(({ cssParts = [] }) => cssParts)).map((name) => `part(${name})`);
  const styles = json('vscode.css-custom-data.json');
  for (const [list, names] of [
    [styles.properties, properties],
    [styles.pseudoElements, parts.map((name) => `::${name}`)],
    [css.properties, properties],
    [css['pseudo-elements'], parts],
  ])
    assert.deepEqual(unique(list), names);
  const theme = json('vscode.html-custom-data.json').tags[0].attributes.find(({ name }) => name === 'theme');
  assert.deepEqual(namesOf(theme.values), ['auto', 'dark', 'light']);
});

test('Node asks the engine, reads the data, and imports the classes without a page', async () => {
  write(
    'ask.js',
    `import channels from 'yonne-soins/data/channels.json' with { type: 'json' };
    import { bundled, guide, loadDirectory, parseInstant } from 'yonne-soins/engine';
    import * as classes from 'yonne-soins';
    const directory = loadDirectory(bundled);
    const { regime, next } = guide(directory, parseInstant('2026-11-22T14:05'), directory.commune('89024'));
    const vital = channels.find(({ id }) => id === '15').phones[0].number;
    console.log(JSON.stringify({ ...regime, first: next.first.action, vital, classes: Object.keys(classes) }));`,
  );
  const { stdout } = await run(process.execPath, ['--no-warnings', 'ask.js'], { cwd: consumer });
  assert.deepEqual(JSON.parse(stdout), {
    kind: 'pdsa',
    reason: 'sunday',
    until: Date.parse('2026-11-23T08:00+01:00'),
    first: 'call-15',
    vital: '15',
    classes: namesOf(elementsOf(manifest())),
  });
});

test('what registers does nothing on a server', async () => {
  const names = Object.keys(exports).filter((name) => /^\.\/(define|langues|react|vue)/.test(name));
  assert.deepEqual(names.length, 7);
  const imports = names.map((name) => `import '${name.replace('.', 'yonne-soins').replace('*', 'en')}';`);
  write(
    'server.js',
    `${imports.join('')}
    const tags = ${JSON.stringify(elementsOf(manifest()).map(({ tagName }) => tagName))};
    console.log(JSON.stringify(tags.filter((tag) => globalThis.customElements?.get(tag))));`,
  );
  const { stdout, stderr } = await run(process.execPath, ['server.js'], { cwd: consumer });
  assert.deepEqual([stdout, stderr], ['[]\n', '']);
});

test('the built files are exported, the modules of the package only by name', async () => {
  write(
    'files.js',
    `for (const name of process.argv.slice(2)) {
      try { console.log(import.meta.resolve(name)); } catch ({ code }) { console.log(code); }
    }`,
  );
  const files = ['yonne-soins.js', 'langues/en.js', 'annuaire.json', 'cadre.js', 'cadre.html', 'ecran.html'];
  const asked = [...files, 'npm/components/index.js'].map((name) => `yonne-soins/dist/${name}`);
  const { stdout } = await run(process.execPath, ['files.js', ...asked], { cwd: consumer });
  const expected = files.map((name) => pathToFileURL(join(installed, 'dist', name)).href);
  assert.deepEqual(stdout.trim().split('\n'), [...expected, 'ERR_PACKAGE_PATH_NOT_EXPORTED']);
  for (const name of [...files, unpkg.replace('./dist/', '')])
    assert.ok(existsSync(join(installed, 'dist', name)), name);
});

/** What each way to embed must show, in Chromium. */
const WIDGET = '<yonne-soins-now commune="89024" now="2026-11-22T14:05"></yonne-soins-now>';
/** Writes what the widget shows where `open` reads it. */
const SHOWN = `
  const widget = document.querySelector('yonne-soins-now');
  await customElements.whenDefined('yonne-soins-now');
  await widget.updateComplete;
  document.body.dataset.shown = widget.shadowRoot.querySelector('.band').textContent.trim();`;

/** What the widget shows in a page of the consumer; `undefined` where the browser refuses its script. */
async function shownOn(path) {
  const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript' };
  const server = createServer(({ url }, response) => {
    const file = join(consumer, new URL(url, 'http://consumer').pathname);
    if (!existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'text/plain' }).end(readFileSync(file));
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const browser = await launch(findChromium());
  try {
    const page = await browser.newPage();
    await page.evaluateOnNewDocument(() => {
      const note = ({ target }) => {
        window.refused ||= target.localName === 'script';
      };
      addEventListener('error', note, true);
    });
    await page.goto(`http://127.0.0.1:${server.address().port}/${path}`);
    await page.waitForFunction(() => document.body.dataset.shown || window.refused, { timeout: 120_000 });
    return await page.evaluate(() => document.body.dataset.shown);
  } finally {
    await browser.close();
    server.close();
  }
}
const FRENCH = /^Hors des heures de cabinet, jusqu’à lundi 8\sh Permanence des soins · dimanche$/;
const ENGLISH = /^Outside office hours, until Monday 8:00 Out-of-hours care · Sunday$/;
const assertShown = async (path, text = FRENCH) => assert.match((await shownOn(path)) ?? '', text);

test('a page without a bundler: an import map, in English', async () => {
  const imports = {
    'yonne-soins/define': exports['./define'].default.replace('.', '/node_modules/yonne-soins'),
    'yonne-soins/langues/en': exports['./langues/*'].default
      .replace('.', '/node_modules/yonne-soins')
      .replace('*', 'en'),
    lit: '/node_modules/lit/index.js',
    'lit/': '/node_modules/lit/',
    valibot: '/node_modules/valibot/dist/index.mjs',
    'lean-qr/nano': '/node_modules/lean-qr/nano.mjs',
  };
  for (const name of ['@lit/reactive-element', 'lit-html', 'lit-element']) {
    const main = name.replace('@lit/', '');
    mkdirSync(join(consumer, 'node_modules/@lit'), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), join(consumer, 'node_modules', name), 'dir');
    imports[name] = `/node_modules/${name}/${main === 'lit-element' ? 'index' : main}.js`;
    imports[`${name}/`] = `/node_modules/${name}/`;
  }
  const map = JSON.stringify({ imports });
  write(
    'map.html',
    `<html lang="en"><script type="importmap">${map}</script>${WIDGET}<script type="module">import 'yonne-soins/langues/en';import 'yonne-soins/define';${SHOWN}</script>`,
  );
  await assertShown('map.html', ENGLISH);
});

test('a page without a bundler: each script, with the hash that the release prints', async () => {
  execFileSync(process.execPath, [join(root, 'build/release.mjs'), 'https://host.example/folder/']);
  const released = JSON.parse(readFileSync(join(root, 'dist/release/integrity.json'), 'utf8'));
  const { version, files } = released;
  const scripts = [
    'yonne-soins',
    'yonne-soins-now',
    'yonne-affiche',
    'cadre',
    ...targetLocales.map((code) => `langues/${code}`),
  ];
  const names = scripts.flatMap((name) => [`${name}@${version}.js`, `${name}@${version.split('.')[0]}.js`]);
  assert.deepEqual(files.map(({ file }) => file).sort(), names.sort());
  for (const { file, integrity, script } of files) {
    const code = readFileSync(join(root, 'dist/release', file));
    assert.equal(integrity, `sha384-${createHash('sha384').update(code).digest('base64')}`);
    assert.match(script, new RegExp(`src="https://host.example/folder/${file}"`));
    assert.equal(script.includes(integrity), file.includes(version), file);
    write(file, code);
  }
  const pinned = (name) =>
    files.find(({ file }) => file === `${name}@${version}.js`).script.replace('https://host.example/folder/', '/');
  const page = `${WIDGET}<script type="module">${SHOWN}</script>`;
  write('script.html', `${pinned('yonne-soins')}${page}`);
  await assertShown('script.html');
  write(
    'english.html',
    `<html lang="en">${pinned('langues/en')}${pinned('yonne-soins-now').replace(' async', '')}${page}`,
  );
  await assertShown('english.html', ENGLISH);
  write(`yonne-soins@${version}.js`, ';');
  // A script that is not the one of the hash does not run.
  assert.equal(await shownOn('script.html'), undefined);
});

/** Text that only the element of that name has. */
const OWN_TEXT = {
  YonneSoinsNow: 'yonne-regime-change',
  YonneCptsFinder: 'Sans rendez-vous d’ici là',
  YonneContacts: 'Enregistrer dans mes contacts',
  YonneAffiche: 'Jour et nuit. Urgence aussi',
  YonneGardeScreen: 'second-lang',
};

/** Builds an app with Vite. @returns The names of the elements that it carries. */
async function app(name, script) {
  write(`${name}/index.html`, `<!doctype html>${WIDGET}<script type="module" src="./main.js"></script>`);
  write(`${name}/main.js`, script);
  const output = await build({ root: join(consumer, name), configFile: false, logLevel: 'error', base: './' });
  const code = output.output.map((file) => file.code ?? '').join('');
  return Object.keys(OWN_TEXT).filter((element) => code.includes(OWN_TEXT[element]));
}

test('Vite: the registered widgets', async () => {
  const carried = await app('registered', `import 'yonne-soins/define';${SHOWN}`);
  assert.deepEqual(carried, ['YonneSoinsNow', 'YonneCptsFinder', 'YonneContacts']);
  await assertShown('registered/dist/index.html');
});

test('Vite: one class, and nothing of the others', async () => {
  const carried = await app(
    'one',
    `import { YonneSoinsNow } from 'yonne-soins';customElements.define('yonne-soins-now', YonneSoinsNow);${SHOWN}`,
  );
  assert.deepEqual(carried, ['YonneSoinsNow']);
  await assertShown('one/dist/index.html');
  assert.deepEqual(await app('now', `import 'yonne-soins/define-now';`), ['YonneSoinsNow']);
  assert.deepEqual(await app('poster', `import 'yonne-soins/define-affiche';`), ['YonneAffiche']);
  assert.deepEqual(await app('screen', `import 'yonne-soins/define-screen';`), ['YonneGardeScreen']);
  assert.deepEqual(await app('none', `import 'yonne-soins';import 'yonne-soins/react';`), []);
});

test('TypeScript, React and Vue know the tags, their attributes and their events', async () => {
  write(
    'page.ts',
    `import 'yonne-soins/define';
    import { type Guidance, bundled, guide, loadDirectory } from 'yonne-soins/engine';
    export const level: number | string = document.createElement('yonne-soins-now').headingLevel;
    document.addEventListener('yonne-call', ({ detail }) => detail.number.trim());
    export const guidance: Guidance = guide(loadDirectory(bundled), 0);
    // @ts-expect-error
    document.createElement('yonne-soins-now').headinglevel;`,
  );
  write(
    'react.tsx',
    `import 'yonne-soins/react';
    import type { CSSProperties, RefObject } from 'react';
    import type { YonneContacts } from 'yonne-soins';
    export const right = (
      <yonne-soins-now commune="89024" heading-level={3} theme="dark" className="wide"
        onyonne-regime-change={({ detail }) => detail.until.toFixed()}>
        <p>15</p>
      </yonne-soins-now>
    );
    export const contacts = <yonne-contacts structured-data ref={(element) => void element?.structuredData} />;
    export const of = (ref: RefObject<YonneContacts | null>, style: CSSProperties) => <yonne-contacts ref={ref} style={style} />;
    export const poster = <yonne-affiche page="https://host.example/" heading-level={1} />;
    export const screen = <yonne-garde-screen second-lang="en" onyonne-roster={({ detail }) => detail.duties.toFixed()} />;
    // @ts-expect-error
    export const theme = <yonne-soins-now theme="blue" />;
    // @ts-expect-error
    export const attribute = <yonne-cpts-finder audience="mairie" />;
    // @ts-expect-error
    export const getter = <yonne-garde-screen keepsRoster />;
    // @ts-expect-error
    export const own = <yonne-garde-screen locale={undefined} />;`,
  );
  write(
    'vue.ts',
    `import 'yonne-soins/vue';
    import type { GlobalComponents } from 'vue';
    type Tag = InstanceType<GlobalComponents['yonne-soins-now']>;
    export const right: Tag['$props'] = { commune: '89024', headingLevel: 3, theme: 'dark', class: 'wide' };
    // @ts-expect-error
    export const wrong: Tag['$props'] = { theme: 'blue' };
    export const emit = (tag: Tag) => tag.$emit('yonne-call', new CustomEvent('yonne-call', { detail: { channel: '15', number: '15' } }));`,
  );
  const compilerOptions = { target: 'es2022', strict: true, noEmit: true, jsx: 'react-jsx', types: [] };
  const check = async (module, moduleResolution, include) => {
    const settings = `${moduleResolution}.json`;
    write(settings, JSON.stringify({ compilerOptions: { ...compilerOptions, module, moduleResolution }, include }));
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const { stdout } = await run(process.execPath, [tsc, '-p', settings], { cwd: consumer }).catch((error) => error);
    assert.equal(stdout, '', moduleResolution);
  };
  await check('esnext', 'bundler', ['*.ts', '*.tsx']);
  await check('nodenext', 'nodenext', ['page.ts']);
});
