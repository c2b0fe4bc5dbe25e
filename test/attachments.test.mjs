/** `data/tools/attachments.mjs` on a copy of the data: `node --test test/attachments.test.mjs`. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { buildSync } from 'esbuild';

const root = join(import.meta.dirname, '..');
const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
const script = join(root, 'data/tools/attachments.mjs');
let folder;
const path = (name) => join(folder, name);
const bytes = () => readFileSync(path('cpts.json'), 'utf8');
const run = (...args) => spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
const merge = (csv) => {
  writeFileSync(path('input.csv'), csv);
  return run(path('input.csv'), '--data', folder);
};

const frozen = JSON.parse(readFileSync(join(root, 'test/fixtures/edition-2026-11-22.json'), 'utf8'));

/** The copy is that of a frozen edition, without commune entries but one: what becomes of `data/` breaks no test. */
const START = { commune: '89024', level: 'documented' };
const makeStart = () => {
  const { cpts, undetermined } = structuredClone(frozen.cpts);
  for (const { id, territory } of cpts) {
    const epci = territory.filter(({ commune }) => !commune);
    territory.splice(0, territory.length, ...(id === 'auxerrois-armance' ? [START] : []), ...epci);
  }
  return formatted(JSON.stringify({ cpts, undetermined }, undefined, 2));
};

/** As biome formats the file. */
const formatted = (text) => {
  const stdin = { cwd: root, input: text, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] };
  return execFileSync(process.execPath, [biome, 'format', '--stdin-file-path=data/cpts.json'], stdin);
};

const begun = makeStart();
const start = () => begun;

/** The commune entries of each CPTS that has some; they must stand before its EPCI, as biome formats the file. */
const communes = () => {
  const text = bytes();
  assert.equal(formatted(text), text);
  const found = JSON.parse(text).cpts.map(({ id, territory }) => {
    const own = territory.filter(({ commune }) => commune);
    assert.deepEqual(territory.slice(0, own.length), own);
    return [id, own];
  });
  return Object.fromEntries(found.filter(([, own]) => own.length));
};
const entry = (commune, source, checked) => ({ commune, level: 'documented', source, checked });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attachments-'));
  writeFileSync(path('communes.csv'), 'code;name\n89005;Ancy\n89006;Andryes\n89024;Auxerre\n');
  writeFileSync(path('cpts.json'), start());
});
afterEach(() => rmSync(folder, { recursive: true }));

const ARS = entry('89005', 'ARS', '2025-11-23');
const accepted = [
  ['commas', 'insee,cpts,source,date\n89005,gips89,ARS,2025-11-23\n', ARS],
  ['semicolons', 'code insee;cpts;source;date\n89005;gips89;ARS;2025-11-23\n', ARS],
  ['headers in any case', 'Code  INSEE;CPTS;Source;Date\n89005;gips89;ARS;2025-11-23\n', ARS],
  ['BOM', '\uFEFFinsee,cpts,source,date\n89005,gips89,ARS,2025-11-23\n', ARS],
  ['BOM and quotes', '\uFEFF"insee","cpts","source","date"\n"89005","gips89","ARS","2025-11-23"\n', ARS],
  ['CRLF', 'insee,cpts,source,date\r\n89005,gips89,ARS,2025-11-23\r\n', ARS],
  ['no last line end', 'insee,cpts,source,date\n89005,gips89,ARS,2025-11-23', ARS],
  ['spaces and empty lines', 'insee,cpts,source,date\n\n 89005 , gips89,"ARS " , 2025-11-23\n,,,\n', ARS],
  ['French date', 'insee,cpts,source,date\n89005,gips89,ARS,23/11/2025\n', ARS],
  ['29 February', 'insee,cpts,source,date\n89005,gips89,ARS,29/02/2024\n', entry('89005', 'ARS', '2024-02-29')],
  ['first day of Unix', 'insee,cpts,source,date\n89005,gips89,ARS,1970-01-01\n', entry('89005', 'ARS', '1970-01-01')],
  [
    'separators and quotes in quotes',
    'insee,cpts,source,date\n89005,gips89,"Arrêté ""CPTS"", p. 2 ; annexe",2025-11-23\n',
    entry('89005', 'Arrêté "CPTS", p. 2 ; annexe', '2025-11-23'),
  ],
  [
    'comma between semicolons',
    'code insee;cpts;source;date\n89005;gips89;ARS, courriel;2025-11-23\n',
    entry('89005', 'ARS, courriel', '2025-11-23'),
  ],
  [
    'same commune and CPTS twice',
    'insee,cpts,source,date\n89005,gips89,X,2025-11-22\n89005,gips89,ARS,2025-11-23',
    ARS,
  ],
];
for (const [name, csv, expected] of accepted) {
  test(`accepts: ${name}`, () => {
    const { status, stdout, stderr } = merge(csv);
    assert.equal(stderr, '');
    assert.equal(status, 0);
    assert.equal(stdout, 'Communes ajoutées : 1, modifiées : 0, inchangées : 0\n');
    assert.deepEqual(communes(), { gips89: [expected], 'auxerrois-armance': [START] });
  });
}

const HEADER = 'code insee;cpts;source;date';
const GOOD = '89005;gips89;ARS;2025-11-23';
const HEADER_EXPECTED = 'ligne 1 : en-tête attendu « code insee;cpts;source;date » ou « insee,cpts,source,date »';
const known = JSON.parse(start()).cpts.map(({ id }) => id);
const CPTS_UNKNOWN = `CPTS inconnue « gips » (connues : ${known.join(', ')})`;
const wrongDate = (date) => `date incorrecte « ${date} » (attendu : 2026-11-23 ou 23/11/2026)`;
const refused = [
  ['unknown code', [HEADER, GOOD, '99999;gips89;ARS;2025-11-23'], ['ligne 3 : code INSEE inconnu « 99999 »']],
  ['a header taken for a code', [HEADER, 'code;gips89;ARS;2025-11-23'], ['ligne 2 : code INSEE inconnu « code »']],
  ['no code', [HEADER, ';gips89;ARS;2025-11-23'], ['ligne 2 : code INSEE inconnu «  »']],
  ['unknown CPTS', [HEADER, '89006;gips;ARS;2025-11-23'], [`ligne 2 : ${CPTS_UNKNOWN}`]],
  ['no source', [HEADER, GOOD, '89006;gips89; ;2025-11-23'], ['ligne 3 : source manquante']],
  ['no date', [HEADER, '89006;gips89;ARS;'], [`ligne 2 : ${wrongDate('')}`]],
  ['a day that does not exist', [HEADER, '89006;gips89;ARS;2025-02-29'], [`ligne 2 : ${wrongDate('2025-02-29')}`]],
  ['a French one', [HEADER, '89006;gips89;ARS;31/04/2025'], [`ligne 2 : ${wrongDate('31/04/2025')}`]],
  ['an American date', [HEADER, '89006;gips89;ARS;11/23/2025'], [`ligne 2 : ${wrongDate('11/23/2025')}`]],
  ['a day to come', [HEADER, '89006;gips89;ARS;2999-01-01'], ['ligne 2 : date à venir « 2999-01-01 »']],
  ['a column missing', [HEADER, GOOD, '89006;gips89;ARS'], ['ligne 3 : 3 colonnes au lieu de 4']],
  ['a column too many', [HEADER, '89006;gips89;ARS;2025-11-23;x'], ['ligne 2 : 5 colonnes au lieu de 4']],
  ['another separator', [HEADER, '89006,gips89,ARS,2025-11-23'], ['ligne 2 : 1 colonne au lieu de 4']],
  [
    'two CPTS for a commune',
    [HEADER, GOOD, '89005;nord-yonne;ARS;2025-11-23'],
    ['ligne 3 : commune 89005 déjà rattachée à « gips89 » ligne 2'],
  ],
  ['an open quote', [HEADER, GOOD, '89006;gips89;"ARS;2025-11-23'], ['ligne 3 : guillemet mal placé ou non refermé']],
  [
    'quotes that swallow a line',
    [HEADER, '89006;gips89;"ARS;2025-11-23', '89005;gips89;ARS";2025-11-23', '99999;gips89;ARS;2025-11-23'],
    ['ligne 2 : retour à la ligne entre guillemets', 'ligne 4 : code INSEE inconnu « 99999 »'],
  ],
  [
    'all wrong lines at once, empty lines counted',
    [HEADER, '99999;gips;ARS;2025-11-23', '', GOOD, ';;;', '89006;gips89;;hier', '89007'],
    [
      'ligne 2 : code INSEE inconnu « 99999 »',
      `ligne 2 : ${CPTS_UNKNOWN}`,
      'ligne 6 : source manquante',
      `ligne 6 : ${wrongDate('hier')}`,
      'ligne 7 : 1 colonne au lieu de 4',
    ],
  ],
  ['other headers', ['commune;cpts;source;date', GOOD], [HEADER_EXPECTED]],
  ['headers in another order', ['cpts;code insee;source;date', GOOD], [HEADER_EXPECTED]],
  ['no header', [GOOD], [HEADER_EXPECTED]],
  ['nothing', [], [HEADER_EXPECTED]],
];
for (const [name, lines, messages] of refused) {
  for (const end of ['\n', '\r\n']) {
    test(`refuses: ${name} (${JSON.stringify(end)})`, () => {
      const { status, stdout, stderr } = merge(lines.join(end));
      assert.equal(stderr, `${messages.join('\n')}\nRien n’a été modifié.\n`);
      assert.equal(stdout, '');
      assert.equal(status, 1);
      assert.equal(bytes(), start());
    });
  }
}

test('refuses a file that is not in UTF-8, or not there', () => {
  const csv = Buffer.from(`${HEADER}\n89005;gips89;Arrêté;2025-11-23\n`, 'latin1');
  assert.match(merge(csv).stderr, /^Fichier illisible en UTF-8\n/);
  const { status, stderr } = run(path('absent.csv'), '--data', folder);
  assert.match(stderr, /^Fichier introuvable : /);
  assert.equal(status, 1);
  assert.equal(bytes(), start());
});

test('gives its usage', () => {
  for (const args of [[], ['--data', folder], ['a.csv', 'b.csv'], ['a.csv', '--date']]) {
    const { status, stderr } = run(...args);
    assert.equal(stderr, 'Usage : npm run data:cpts -- fichier.csv [--data dossier]\n');
    assert.equal(status, 1);
  }
});

test('sorts by code, moves a commune, changes nothing the second time', () => {
  const first = [HEADER, '89024;gips89;ARS;2025-11-23', '89006;gips89;ARS;2025-11-23', GOOD].join('\n');
  assert.match(merge(first).stdout, /ajoutées : 2, modifiées : 1, inchangées : 0/);
  const of = (code) => entry(code, 'ARS', '2025-11-23');
  assert.deepEqual(communes(), { gips89: ['89005', '89006', '89024'].map(of) });

  const once = bytes();
  assert.match(merge(first).stdout, /ajoutées : 0, modifiées : 0, inchangées : 3/);
  assert.equal(bytes(), once);

  const { stdout } = merge(`${HEADER}\n89006;nord-yonne;CPAM;24/11/2025\n${GOOD}\n`);
  assert.match(stdout, /ajoutées : 0, modifiées : 1, inchangées : 1/);
  assert.deepEqual(communes(), {
    'nord-yonne': [entry('89006', 'CPAM', '2025-11-24')],
    gips89: ['89005', '89024'].map(of),
  });
  assert.deepEqual(readdirSync(folder).sort(), ['communes.csv', 'cpts.json', 'input.csv']);
});

test('leaves the rest of the real file as it is', () => {
  const others = (text, merged) => {
    const content = JSON.parse(text);
    for (const group of content.cpts) group.territory = group.territory.filter(({ commune }) => commune !== merged);
    return content;
  };
  const real = readFileSync(join(root, 'data/cpts.json'), 'utf8');
  writeFileSync(path('cpts.json'), real);
  copyFileSync(join(root, 'data/communes.csv'), path('communes.csv'));
  const [code] = readFileSync(path('communes.csv'), 'utf8').split('\n')[1].split(';');
  const { id } = JSON.parse(real).cpts.at(-1);
  assert.equal(merge(`${HEADER}\n${code};${id};Essai de fusion;2025-11-23\n`).status, 0);
  assert.deepEqual(
    communes()[id].find(({ commune }) => commune === code),
    entry(code, 'Essai de fusion', '2025-11-23'),
  );
  assert.deepEqual(others(bytes(), code), others(real, code));
});

test('lays out as biome does, on either side of its line width', () => {
  // 30 breaks the list of Puisaye-Forterre, 108 breaks the entries themselves.
  for (const length of [1, 28, 29, 30, 31, 106, 107, 108, 109, 130]) {
    const source = 'é'.repeat(length);
    merge(`${HEADER}\n89005;puisaye-forterre;${source};2025-11-23\n89006;gips89;${source};2025-11-23\n`);
    assert.equal(communes().gips89[0].source, source);
  }
});

test('takes the file that <yonne-cpts-finder> gives to a CPTS', async () => {
  const entryPoints = [join(root, 'src/host-cpts.ts')];
  const { outputFiles } = buildSync({ entryPoints, bundle: true, format: 'esm', write: false });
  const { confirmation } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
  const gips89 = { id: 'gips89', name: 'CPTS GIPS89 ; dite "le GIPS"' };
  const csv = confirmation([{ code: '89005' }, { code: '89024' }], gips89, 'gips89.example', '2025-11-23');
  const { status, stdout, stderr } = merge(csv);
  assert.equal(stderr, '');
  assert.match(stdout, /ajoutées : 1, modifiées : 1, inchangées : 0/);
  assert.equal(status, 0);
  const source = 'CPTS GIPS89 ; dite "le GIPS" (gips89.example)';
  assert.deepEqual(communes(), { gips89: ['89005', '89024'].map((code) => entry(code, source, '2025-11-23')) });
});
