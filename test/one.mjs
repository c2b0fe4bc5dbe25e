/** Some test files, in one zone, in seconds: `npm run test:one -- test/clock.test.ts test/oracles/screen-year.test.ts`. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';

const files = process.argv.slice(2);
const wrong = files.filter((file) => !/\.test\.(ts|mjs)$/.test(file) || !existsSync(file));
if (wrong.length || !files.length) {
  console.error(`${wrong.join(', ') || 'No file'}: expected files such as test/clock.test.ts or test/hosts.test.mjs`);
  process.exit(1);
}

function run(command, ...args) {
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}

const changed = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const xliff = readdirSync('components/locales').filter((name) => name.endsWith('.xlf'));
const translations = ['lit-localize.json', ...xliff.map((name) => `components/locales/${name}`)];
if (translations.some((file) => changed(file) > changed('components/locales/languages.ts'))) {
  run('lit-localize', 'build');
  run(process.execPath, 'build/languages.mjs');
}
if (!existsSync('dist/yonne-soins.js')) console.log('dist is not there, which some tests load: npm run build');
if (!existsSync('dist/site/index.html')) console.log('dist/site is not there, which some tests load: npm run site');

const [inNode, inPages] = ['.mjs', '.ts'].map((ending) => files.filter((file) => file.endsWith(ending)));
if (inNode.length) run(process.execPath, '--test', '--test-concurrency=1', '--test-reporter=spec', ...inNode);
// The group "default" is the configuration without its groups, which would run whatever files are named.
if (inPages.length) run('wtr', '--group', 'default', '--files', ...inPages);
