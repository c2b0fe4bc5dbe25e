/** That the comparison of pictures can fail, and that the pictures are those of the cases: `npm run test:pictures` takes them. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { PNG } from 'pngjs';
import { casesOf } from './pictures/cases.mjs';
import { asKept, compare, fileOf } from './pictures/compare.mjs';
import { writeReport } from './pictures/report.mjs';

const reviewed = join(import.meta.dirname, 'pictures/reviewed');
const folder = mkdtempSync(join(tmpdir(), 'yonne-pictures-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** The file of a white picture with blocks in it: left, top, width, height, colour. */
function drawn(width, height, ...blocks) {
  const picture = new PNG({ width, height });
  picture.data.fill(255);
  for (const [left, top, across, down, colour] of blocks)
    for (let y = top; y < top + down; y++)
      for (let x = left; x < left + across; x++) picture.data.set(colour, 4 * (y * width + x));
  return PNG.sync.write(picture);
}

const BAND = [0, 0, 80, 20, [230, 239, 240]];
const PALER = [0, 0, 80, 20, [231, 239, 240]];
const plain = drawn(80, 60, BAND);

const changes = [
  ['the same', plain, 0],
  ['a block of 6 × 4 pixels', drawn(80, 60, BAND, [30, 30, 6, 4, [10, 92, 92]]), 24],
  ['one pixel', drawn(80, 60, BAND, [79, 59, 1, 1, [0, 0, 0]]), 1],
  ['a surface one step paler', drawn(80, 60, PALER), 80 * 20],
  ['a line of a hair', drawn(80, 60, BAND, [0, 40, 80, 1, [220, 228, 231]]), 80],
  ['a row more', drawn(80, 61, BAND), 80],
  ['a row less', drawn(80, 59, BAND), 80],
];
for (const [title, now, expected] of changes)
  test(`a picture with ${title}: ${expected} pixels differ`, () => {
    const { differing, difference } = compare(fileOf(asKept(plain)), asKept(now));
    assert.equal(differing, expected);
    let red = 0;
    for (let i = 0; i < difference.data.length; i += 4) if (difference.data.readUIntBE(i, 3) === 0xff0000) red++;
    assert.equal(red, expected, 'marked in the difference');
  });

test('what is kept differs from no other picture of the same', () => {
  const [name] = readdirSync(reviewed);
  const file = readFileSync(join(reviewed, name));
  assert.equal(compare(file, asKept(file)).differing, 0);
});

test('the page of differences names each, says how much, and has its pictures', () => {
  const differences = [
    { name: 'contacts-night-360', said: '24 pixels differ', reviewed: plain, now: plain, difference: plain },
    { name: 'affiche-print', said: 'new, not reviewed yet', now: plain },
  ];
  const page = readFileSync(writeReport(join(folder, 'differences'), differences), 'utf8');
  for (const words of ['contacts-night-360', '24 pixels differ', 'affiche-print', 'new, not reviewed yet'])
    assert.ok(page.includes(words), words);
  const images = [...page.matchAll(/<img src="([^"]+)"/g)].map(([, file]) => file);
  assert.equal(images.length, 4);
  for (const file of images) assert.ok(existsSync(join(folder, 'differences', file)), file);
});

test('each case has its reviewed picture, and each picture its case', () => {
  const names = casesOf().map(({ name }) => `${name}.png`);
  assert.equal(new Set(names).size, names.length, 'two cases of one name');
  assert.deepEqual(readdirSync(reviewed).sort(), names.sort());
});

test('a word that is none stops with those that are', () =>
  assert.throws(
    () => casesOf({ affiche: 'weekday wide' }),
    /affiche-weekday-wide: "wide" is none of .*weekday, night, /,
  ));

test('all pictures together stay small', () => {
  const bytes = readdirSync(reviewed).reduce((sum, name) => sum + statSync(join(reviewed, name)).size, 0);
  assert.ok(bytes < 6_000_000, `${bytes} bytes`);
});
