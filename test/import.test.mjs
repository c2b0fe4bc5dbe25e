/** `data/tools/import.mjs` and `changelog.mjs` on a copy of the data: `node --test test/import.test.mjs`. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { publishDirectory } from '../build/package.mjs';

const root = join(import.meta.dirname, '..');
const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
let folder;
const path = (name) => join(folder, name);

/** The directory that the build publishes. */
const published = () => {
  let json;
  publishDirectory().generateBundle.call({
    emitFile: ({ source }) => {
      json = source;
    },
  });
  return JSON.parse(json);
};

const tool = (name, ...args) => {
  const file = join(root, `data/tools/${name}.mjs`);
  return spawnSync(process.execPath, [file, ...args], { encoding: 'utf8' });
};
const files = () =>
  Object.fromEntries(readdirSync(path('data')).map((name) => [name, readFileSync(path(`data/${name}`), 'utf8')]));
const importFile = (text) => {
  writeFileSync(path('annuaire.json'), text);
  return tool('import', path('annuaire.json'), '--data', path('data'));
};
const importEdited = (edit) => {
  const raw = published();
  edit(raw);
  return importFile(JSON.stringify(raw));
};

/** The lines that went and came, by file. */
function difference(before, after) {
  const found = {};
  for (const name of Object.keys({ ...before, ...after })) {
    if (before[name] === after[name]) continue;
    const [old, fresh] = [before, after].map((side) => side[name].split('\n'));
    found[name] = [
      ...old.filter((line) => !fresh.includes(line)).map((line) => `-${line.trim()}`),
      ...fresh.filter((line) => !old.includes(line)).map((line) => `+${line.trim()}`),
    ];
  }
  return found;
}

/** As biome lays the file out. */
const formatted = (name, text) => {
  const stdin = { cwd: root, input: text, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] };
  return execFileSync(process.execPath, [biome, 'format', `--stdin-file-path=data/${name}`], stdin);
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-'));
  cpSync(join(root, 'data'), path('data'), { recursive: true, filter: (from) => !from.endsWith('tools') });
});
afterEach(() => rmSync(folder, { recursive: true }));

test('an edition that nobody touched changes no byte', () => {
  const before = files();
  const { status, stdout, stderr } = importFile(JSON.stringify(published()));
  assert.equal(stderr, '');
  assert.equal(stdout, 'Rien à modifier.\n');
  assert.equal(status, 0);
  assert.deepEqual(files(), before);
});

test('a number is a line of the difference', () => {
  const before = files();
  let old;
  const { stdout, status } = importEdited(({ channels }) => {
    const channel = channels.find(({ phones }) => phones?.length === 1 && /^03/.test(phones[0].number));
    old = channel.phones[0].number;
    channel.phones[0].number = '03 53 01 00 12';
  });
  assert.equal(status, 0);
  assert.match(stdout, /^Fichiers modifiés : channels\.json\./);
  const { 'channels.json': lines, ...others } = difference(before, files());
  assert.deepEqual(others, {});
  assert.equal(lines.length, 2);
  assert.equal(lines[0].replace(old, '03 53 01 00 12').slice(1), lines[1].slice(1));
});

test('closures, confirmations, notices, territories, new and removed records are laid out as the files are', () => {
  const before = files();
  const edit = (raw) => {
    const clinic = raw.channels.find(({ kind }) => kind === 'csnp');
    clinic.closed = [{ from: '2026-12-24', to: '2026-12-26' }];
    clinic.confirmed = { on: '2026-11-24', by: 'l’accueil (par téléphone)' };
    raw.channels.splice(
      raw.channels.findIndex(({ kind }) => kind === 'institution' && !raw.role),
      0,
      { ...structuredClone(clinic), id: 'essai', name: 'Essai' },
    );
    raw.directory.notices = [
      { id: 'essai-annonce', text: { fr: 'Essai', en: 'Trial' }, from: '2026-11-24T08:00', to: '2026-11-26T00:00' },
    ];
    raw.cpts.cpts.at(-1).territory.unshift({
      commune: '89005',
      level: 'documented',
      source: 'Courrier d’essai',
      checked: '2026-11-24',
    });
    raw.localHealthContracts[0].signatories.push('Signataire d’essai');
    raw.localHealthContracts[0].actions.splice(1, 1);
  };
  assert.equal(importEdited(edit).stderr, '');
  const after = files();
  for (const [name, text] of Object.entries(after))
    if (text !== before[name]) assert.equal(formatted(name, text), text, name);
  const lines = difference(before, after);
  assert.deepEqual(Object.keys(lines).sort(), [
    'channels.json',
    'cpts.json',
    'directory.json',
    'local-health-contracts.json',
  ]);
  assert.ok(lines['channels.json'].length <= 40, lines['channels.json'].join('\n'));
  assert.ok(lines['local-health-contracts.json'].length <= 5, lines['local-health-contracts.json'].join('\n'));
  // Read back, it is what was edited.
  const raw = published();
  edit(raw);
  assert.deepEqual(JSON.parse(after['channels.json']), raw.channels);
  assert.deepEqual(JSON.parse(after['cpts.json']), raw.cpts);
  assert.deepEqual(JSON.parse(after['directory.json']), raw.directory);
  assert.deepEqual(JSON.parse(after['local-health-contracts.json']), raw.localHealthContracts);
  assert.equal(importEdited(edit).stdout, 'Rien à modifier.\n');
});

const refused = [
  ['a number that is none', (raw) => (raw.channels[5].phones[0].number = '12 34'), /phones\.0\.number/],
  [
    'an unknown field',
    (raw) => (raw.channels[0].fax = '03 53 01 00 12'),
    /fax: a field that this version does not know/,
  ],
  ['a source that is not there', (raw) => (raw.channels.at(-1).sources = ['nowhere']), /no source "nowhere"/],
  ['an earlier edition', (raw) => (raw.directory.date = '2020-01-01'), /plus ancienne/],
  ['an edition to come', (raw) => (raw.directory.date = '2999-01-01'), /à venir/],
  ['other communes', (raw) => (raw.communes = raw.communes.replace('Auxerre', 'Ausserre')), /communes : autre que/],
];
for (const [name, edit, message] of refused) {
  test(`refuses ${name}, and changes nothing`, () => {
    const before = files();
    const { status, stdout, stderr } = importEdited((raw) => {
      // Something else is right and new.
      raw.channels[0].name = 'Essai';
      edit(raw);
    });
    assert.match(stderr, message);
    assert.match(stderr, /Rien n’a été modifié\.\n$/);
    assert.equal(stdout, '');
    assert.equal(status, 1);
    assert.deepEqual(files(), before);
  });
}

test('refuses what is no directory, and gives its usage', () => {
  const before = files();
  assert.match(importFile('{').stderr, /ce n’est pas du JSON/);
  assert.match(importFile('[]').stderr, /annuaire\.json : /);
  assert.match(tool('import', path('absent.json'), '--data', path('data')).stderr, /fichier introuvable/);
  assert.match(tool('import').stderr, /^Usage : npm run data:import/);
  assert.deepEqual(files(), before);
});

test('the changelog says what changed, old and new', () => {
  const raw = published();
  writeFileSync(path('old.json'), JSON.stringify(raw));
  const clinic = raw.channels.find(({ kind, hours }) => kind === 'csnp' && hours);
  clinic.hours = 'Mo-Fr 09:00-18:00';
  raw.directory.date = '2026-12-01';
  writeFileSync(path('new.json'), JSON.stringify(raw));
  const { stdout, stderr, status } = tool('changelog', path('old.json'), path('new.json'));
  assert.equal(stderr, '');
  assert.equal(status, 0);
  const [title, , edition, , ...lines] = stdout.trimEnd().split('\n');
  assert.equal(title, '### Data');
  assert.match(edition, /^Édition du 1er\s+décembre 2026\.$/);
  assert.equal(lines.length, 1);
  assert.ok(lines[0].startsWith(`- ${clinic.name}, horaires`));
  assert.match(lines[0], / → du lundi au vendredi, 9\s+h à 18\s+h\.$/);
  assert.match(tool('changelog', path('old.json')).stderr, /^Usage : npm run data:changelog/);
});
