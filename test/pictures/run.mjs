/**
 * Each widget as it looks, beside the pictures that a person has reviewed (`reviewed/*.png`): `npm run test:pictures`. What
 * differs stands in a page, reviewed, now and difference beside each other. After looking at it: `PICTURES=renew npm run
 * test:pictures` keeps what is drawn now. Words after the command name the cases: `… -- affiche print`.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { browserOfPictures, photograph } from './camera.mjs';
import { casesOf } from './cases.mjs';
import { asKept, compare, fileOf } from './compare.mjs';
import { writeReport } from './report.mjs';

const root = join(import.meta.dirname, '../..');
const folder = join(import.meta.dirname, 'reviewed');
const differencesFolder = join(root, 'dist/pictures');
const renew = process.env.PICTURES === 'renew';
const words = process.argv.slice(2);
const cases = casesOf();
const chosen = cases.filter(({ name }) => words.every((word) => `-${name}-`.includes(`-${word}-`)));
const { carried, options } = browserOfPictures();

function stop(said) {
  console.error(said);
  process.exit(1);
}

if (!chosen.length) stop(`No picture has the words "${words.join(' ')}" in its name: see test/pictures/cases.mjs`);
if (!carried) {
  const which = 'the Chromium that npm carries for Linux x64';
  if (renew) stop(`PICTURES=renew: the reviewed pictures are those of ${which}, and this is ${options.executablePath}`);
  console.log(`${options.executablePath} is not ${which}: it may draw letters and edges in another way`);
}

mkdirSync(folder, { recursive: true });
const file = (name) => join(folder, `${name}.png`);

/** The reviewed picture of a case; `undefined` where there is none yet. */
function reviewedOf(name) {
  try {
    return readFileSync(file(name));
  } catch {
    return undefined;
  }
}

/** What differs from what was reviewed, and how, in words; `undefined` where nothing does. */
function differenceOf(name, now) {
  const reviewed = reviewedOf(name);
  if (!reviewed) return { name, said: 'new, not reviewed yet', now: fileOf(now) };
  const { differing, difference } = compare(reviewed, now);
  if (!differing) return undefined;
  return { name, said: `${differing} pixels differ`, reviewed, now: fileOf(now), difference: fileOf(difference) };
}

const differences = [];
await photograph(chosen, options, (name, picture) => {
  const different = differenceOf(name, asKept(picture));
  if (!different) return;
  differences.push(different);
  console.log(`${name}: ${different.said}`);
  if (renew) writeFileSync(file(name), different.now);
});

// Of cases that are no more.
const names = new Set(cases.map(({ name }) => name));
for (const name of readdirSync(folder).map((entry) => entry.replace(/\.png$/, ''))) {
  if (names.has(name)) continue;
  differences.push({ name, said: 'of no case any more', reviewed: reviewedOf(name) });
  console.log(`${name}: of no case any more`);
  if (renew) rmSync(file(name));
}

const page = writeReport(differencesFolder, differences);
const [all, differ] = [chosen.length, differences.length];
if (!differ) console.log(`${all} pictures, none differs`);
else {
  console.log(`${all} pictures, ${differ} ${renew ? 'renewed' : 'differ'}: ${relative(process.cwd(), page)}`);
  if (!renew) {
    console.log('Once they look well: PICTURES=renew npm run test:pictures');
    process.exitCode = 1;
  }
}
