/** The zips of the plugins: `npm run build && node --test test/plugins.test.mjs`. What they do: test/wordpress, test/spip. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';

const root = join(import.meta.dirname, '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const { targetLocales } = JSON.parse(readFileSync(join(root, 'lit-localize.json'), 'utf8'));
const zip = (host) => readFileSync(join(root, `dist/hosts/yonne-soins-${host}.zip`));
const pack = (TZ) =>
  execFileSync(process.execPath, [join(root, 'build/plugins.mjs')], { env: { ...process.env, TZ }, stdio: 'pipe' });

before(() => pack('UTC'));

for (const [host, folder, main] of [
  ['wordpress', 'yonne-soins', 'yonne-soins.php'],
  ['spip', 'yonne_soins', 'paquet.xml'],
])
  describe(host, () => {
    const files = () =>
      Object.fromEntries(Object.entries(unzipSync(zip(host))).map(([name, bytes]) => [name, strFromU8(bytes)]));
    const text = (name) => files()[`${folder}/${name}`];

    test('one folder, with the version of the package', () => {
      assert.deepEqual([...new Set(Object.keys(files()).map((name) => name.split('/')[0]))], [folder]);
      assert.ok(text(main).includes(version));
      for (const [name, content] of Object.entries(files())) assert.ok(!content.includes('@version@'), name);
    });

    test('the scripts of the build, and what PHP knows of the directory', () => {
      for (const name of ['yonne-soins.js', ...targetLocales.map((code) => `langues/${code}.js`)])
        assert.ok(readFileSync(join(root, 'dist', name), 'utf8').startsWith(text(name)), name);
      const { communes, cpts, languages, edition, fallback } = JSON.parse(text('bundled.json'));
      const { directory } = JSON.parse(readFileSync(join(root, 'dist/annuaire.json'), 'utf8'));
      assert.equal(edition, directory.date);
      assert.equal(communes['89206'], 'Joigny');
      assert.ok(Object.keys(cpts).length);
      assert.deepEqual(Object.keys(languages), targetLocales);
      assert.match(fallback, /^<p>[\0-\x7f]*href="tel:15"[\0-\x7f]*<\/p>$/);
    });

    test('the same bytes, wherever it is packed', () => {
      const here = zip(host);
      pack('Asia/Tokyo');
      assert.ok(here.equals(zip(host)));
    });
  });
