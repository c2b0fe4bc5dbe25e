/** Which Chromium the tests run in, on machines with one and without: `node --test test/chromium.test.mjs`. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

const root = join(import.meta.dirname, '..');
const carried = '@sparticuz/chromium';
const linux = process.platform === 'linux' && process.arch === 'x64' ? {} : { skip: 'Linux x64 only' };
const folder = mkdtempSync(join(tmpdir(), 'yonne-chromium-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** A project beside which no browser is installed, with some of the packages of this one. */
function bareProject(name, ...packages) {
  const project = join(folder, name);
  cpSync(join(root, 'build/chromium.mjs'), join(project, 'build/chromium.mjs'));
  for (const dependency of ['chrome-launcher', ...packages]) {
    const link = join(project, 'node_modules', dependency);
    mkdirSync(join(link, '..'), { recursive: true });
    symlinkSync(join(root, 'node_modules', dependency), link, 'dir');
  }
  return project;
}

/** What `build/chromium.mjs` prints there, and how it ends. */
function ask(project, env) {
  const child = spawn(process.execPath, [join(project, 'build/chromium.mjs')], { env });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
  return new Promise((done) => child.on('close', (code) => done({ code, said })));
}

test('CHROME_PATH comes first', async () =>
  assert.deepEqual(await ask(root, { ...process.env, CHROME_PATH: process.execPath }), {
    code: 0,
    said: `Tests run in ${process.execPath}\n`,
  }));

for (const [title, path] of [
  ['nothing', join(folder, 'chrome')],
  ['a folder', folder],
]) {
  test(`CHROME_PATH that names ${title}: one line says so`, async () => {
    const { code, said } = await ask(root, { ...process.env, CHROME_PATH: path });
    assert.equal(code, 1);
    assert.match(said, /^CHROME_PATH=".*": expected the program of a Chrome or Chromium.*\n$/);
    assert.ok(said.includes(path));
  });
}

// No program is on its PATH, neither a browser nor what `chrome-launcher` looks for browsers with.
const bare = { PATH: join(folder, 'no-programs'), HOME: folder };

test('no browser at all: one line says what to install', linux, async () => {
  const { code, said } = await ask(bareProject('without'), bare);
  assert.equal(code, 1);
  assert.match(said, /^No Chrome or Chromium found: install one .*\n$/);
});

test('no browser, two processes at once: both find the one that npm carries, unpacked whole', linux, async () => {
  const project = bareProject('with', carried);
  const both = await Promise.all([ask(project, bare), ask(project, bare)]);
  const [, path] = /^Tests run in (.*)\n$/.exec(both[0].said) ?? assert.fail(both[0].said);
  assert.deepEqual(both[1], { code: 0, said: both[0].said });
  assert.ok(existsSync(path));
  assert.equal(readdirSync(join(project, 'node_modules/.cache/yonne-chromium')).length, 1, 'nothing half unpacked');
});
