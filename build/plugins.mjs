/**
 * The plugins of `hosts/` as the files that a CMS installs, in `dist/hosts/`: `npm run plugins`, after the build. The same
 * commit gives the same bytes.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { strToU8, zipSync } from 'fflate';
import { entities } from './script.mjs';
import { choiceText, translations } from './translations.mjs';

const root = join(import.meta.dirname, '..');
const read = (name) => readFileSync(join(root, name), 'utf8');
const json = (name) => JSON.parse(read(name));
const { version } = json('package.json');

/** What stands in a page without script: the same as in the page of an iframe. ASCII, for sites of any charset. */
function fallback() {
  const [, text] = /<div data-yonne="[\w-]+">\s*(<p>.*?<\/p>)/s.exec(read('components/entries/cadre.html'));
  return entities(text.replace(/\s+/g, ' '));
}

const named = (records) => Object.fromEntries(records.map(({ id, code = id, name }) => [code, name]));

/** What the PHP of a plugin knows of the directory. */
function bundled() {
  const directory = json('dist/annuaire.json');
  return {
    edition: directory.directory.date,
    department: directory.directory.department.code,
    format: directory.format ?? null,
    parts: Object.keys(directory),
    communes: named(parse(read('data/communes.csv'), { delimiter: ';', columns: true })),
    cpts: named(directory.cpts.cpts),
    languages: Object.fromEntries(translations.map((language) => [language.code, choiceText(language)])),
    fallback: fallback(),
  };
}

/** What the build made and the plugins serve: without its map, which stays with the build. */
const scripts = ['yonne-soins.js', ...translations.map(({ code }) => `langues/${code}.js`)].map((name) => [
  name,
  read(`dist/${name}`).replace(/\n\/\/# sourceMapping.*/, ''),
]);

/**
 * The time of all files of a zip: that of the commit, so that a server sees that an update changed them; outside of Git,
 * the day of the directory. The format keeps the time of a clock without its zone: it is given that of UTC.
 */
function time() {
  let at = new Date(bundled().edition);
  try {
    at = new Date(execFileSync('git', ['log', '-1', '--format=%cI'], { cwd: root, encoding: 'utf8' }).trim());
  } catch {}
  return new Date(at.getTime() + at.getTimezoneOffset() * 60_000);
}

/** Packs a folder of `hosts/`, with what the build made, into the folder that its CMS expects. */
function pack(host, folder) {
  const sources = join(root, 'hosts', host);
  const own = readdirSync(sources, { recursive: true })
    .filter((name) => statSync(join(sources, name)).isFile() && name !== 'README.md')
    .map((name) => [name, readFileSync(join(sources, name), 'utf8').replaceAll('@version@', version)]);
  const files = [...own, ...scripts, ['bundled.json', JSON.stringify(bundled())], ['LICENSE', read('LICENSE')]].sort(
    ([a], [b]) => (a < b ? -1 : 1),
  );
  const entries = files.map(([name, text]) => [`${folder}/${name}`, strToU8(text)]);
  const zip = zipSync(Object.fromEntries(entries), { level: 9, mtime: time() });
  const name = `yonne-soins-${host}.zip`;
  mkdirSync(join(root, 'dist/hosts'), { recursive: true });
  writeFileSync(join(root, 'dist/hosts', name), zip);
  console.log(`hosts/${name}: ${zip.length} bytes, ${files.length} files`);
}

pack('wordpress', 'yonne-soins');
pack('spip', 'yonne_soins');
