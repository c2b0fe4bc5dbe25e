/**
 * The whole browser suite in the other engines that are installed: `npm run test:engines`. Some files of it, or one
 * engine: `npm run test:engines -- webkitgtk test/access.test.ts`.
 */
import { existsSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { startTestRunner } from '@web/test-runner';
import { sources } from '../../build/sources.mjs';
import { browserCommands } from '../browser-commands.mjs';
import { DIFFERENCES } from './differences.mjs';
import { firefox } from './firefox.mjs';
import { webkit } from './webkit.mjs';

const ENGINES = [firefox, webkit];
const SUITE = ['test/*.test.ts', 'test/hostile/*.test.ts', 'test/oracles/*.test.ts'];

const given = process.argv.slice(2);
const named = ENGINES.filter(({ name }) => given.includes(name.toLowerCase()));
const files = given.filter((argument) => argument.endsWith('.test.ts'));
if (named.length + files.length < given.length) {
  const names = ENGINES.map(({ name }) => name.toLowerCase()).join(', ');
  console.error(`${given.join(' ')}: expected test files in pages, or ${names}`);
  process.exit(1);
}

const wanted = named.length ? named : ENGINES;
for (const { name, install, installed } of wanted)
  if (!installed) console.log(`${name} is not installed (Debian: ${install}): no test runs in it`);
const engines = wanted.filter(({ installed }) => installed);
if (!engines.length) process.exit(0);
if (!existsSync('dist/site/index.html')) {
  console.error('dist/site is not there, which some tests load: npm run site');
  process.exit(1);
}

const fileOf = (session) => relative('.', session.testFile).replaceAll(sep, '/');
const secondsSince = (start) => `${Math.round((Date.now() - start) / 1000)} s`;

/** The tests of a suite, with the names of the suites that they are in. */
const testsOf = ({ suites, tests }, path = []) => [
  ...tests.map((test) => ({ ...test, name: [...path, test.name].join(' › ') })),
  ...suites.flatMap((suite) => testsOf(suite, [...path, suite.name])),
];

/** What came of a file in one engine. What fails outside of its tests is one more of them. */
function resultsOf(session) {
  const engine = session.browser.name;
  const file = fileOf(session);
  const inTests = testsOf(session.testResults ?? { suites: [], tests: [] });
  const outside = session.errors.map((error) => ({ name: '(outside of its tests)', passed: false, error }));
  return [...inTests, ...outside].map((test) => {
    const difference = DIFFERENCES.find(
      (known) => known.engine === engine && known.file === file && test.name.startsWith(known.test),
    );
    return { ...test, engine, file, difference };
  });
}

const failed = ({ passed, skipped }) => !passed && !skipped;

/** Of two texts of several lines, those in which they differ. */
function differing(expected, actual) {
  const [wanted, found] = [expected, actual].map((text) => String(text).split('\n'));
  return [
    ...wanted.filter((line) => !found.includes(line)).map((line) => `- ${line}`),
    ...found.filter((line) => !wanted.includes(line)).map((line) => `+ ${line}`),
  ];
}

function report({ file, name, error, engine }) {
  console.error(`${engine}, ${file}: ${name}\n${error?.message?.slice(0, 500)}\n${error?.stack ?? ''}`);
  if (error?.expected !== undefined) console.error(differing(error.expected, error.actual).join('\n'));
}

// Browsers end with the process.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

const runner = await startTestRunner({
  autoExitProcess: false,
  readCliArgs: false,
  readFileConfig: false,
  config: {
    ...sources,
    plugins: [...sources.plugins, browserCommands],
    files: files.length ? files : SUITE,
    browsers: engines.map((engine) => engine.launcher()),
    // One page a browser: a page in the background gets no animation frames. The engines run beside each other.
    concurrency: 1,
    concurrentBrowsers: engines.length,
    reporters: [],
    // No test judges how fast the machine is: these end what hangs.
    testFramework: { config: { timeout: 300_000 } },
    browserStartTimeout: 300_000,
    testsStartTimeout: 300_000,
    testsFinishTimeout: 1_800_000,
  },
});

const start = Date.now();
const results = [];
const finished = new Map();
runner.sessions.on('session-status-updated', (session) => {
  if (session.status !== 'FINISHED') return;
  const { name } = session.browser;
  const own = resultsOf(session);
  results.push(...own);
  console.log(`${name}, ${fileOf(session)}: ${own.length} tests, ${secondsSince(finished.get(name) ?? start)}`);
  finished.set(name, Date.now());
  for (const result of own) if (failed(result) && !result.difference) report(result);
});
await new Promise((resolve) => {
  runner.on('finished', () => runner.stop());
  runner.on('stopped', resolve);
});

/** Tests of which the table says that they differ, and which pass; and lines of the table that are about no test. */
const untrue = [];
const ran = new Set(results.map(({ engine, file }) => `${engine} ${file}`));
for (const difference of DIFFERENCES) {
  const { engine, file, test } = difference;
  if (!ran.has(`${engine} ${file}`)) continue;
  const about = results.filter((result) => result.difference === difference);
  if (!about.length) untrue.push(`${engine}, ${file}: no test begins with "${test}"`);
  for (const { name, passed } of about) if (passed) untrue.push(`${engine}, ${file}: it passes: ${name}`);
}

console.log('\nengine | passed | failed | left out, and why');
for (const { name } of engines) {
  const own = results.filter(({ engine }) => engine === name);
  const left = own.filter((result) => failed(result) && result.difference);
  const reasons = new Map();
  for (const { difference } of left) reasons.set(difference.why, (reasons.get(difference.why) ?? 0) + 1);
  const why = [...reasons].map(([reason, count]) => `${count}: ${reason}`);
  const skipped = own.filter((result) => result.skipped).length;
  if (skipped) why.push(`${skipped}: skipped by the tests themselves`);
  const passed = own.filter((result) => result.passed).length;
  const wrong = own.filter((result) => failed(result) && !result.difference).length;
  console.log(`${name} | ${passed} | ${wrong} | ${why.join('; ') || '0'} (${secondsSince(start)})`);
}
if (untrue.length) console.error(`\nNot true in test/engines/differences.mjs:\n${untrue.join('\n')}`);
process.exit(untrue.length || results.some((result) => failed(result) && !result.difference) ? 1 : 0);
