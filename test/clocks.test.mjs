/** The table of clocks that the build makes of a zone: `node --test test/clocks.test.mjs`. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { build } from 'esbuild';
import { DateTime } from 'luxon';
import { clocks } from '../build/clocks.mjs';

const root = join(import.meta.dirname, '..');
const DAY = 86_400_000;

/** The calendar of the script, with the clocks of another zone. */
async function calendarOf(zone) {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'src/time/calendar.ts')],
    bundle: true,
    format: 'esm',
    write: false,
    plugins: [
      {
        name: 'clocks',
        setup: ({ onLoad }) => onLoad({ filter: /\.zone$/ }, () => ({ contents: clocks(zone), loader: 'js' })),
      },
    ],
  });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
}

describe('refused, with what was found and what was expected', () => {
  const expected = 'expected a zone and years: Europe/Paris 1970-2100';
  const rows = [
    ['a zone that does not exist', 'Europe/Auxerre 1970-2100', `found "Europe/Auxerre 1970-2100", ${expected}`],
    ['a zone without years', 'Europe/Paris', `found "Europe/Paris", ${expected}`],
    ['years that are none', 'Europe/Paris 70-2100', `found "Europe/Paris 70-2100", ${expected}`],
    ['nothing', '', `found "", ${expected}`],
    ['a zone of more than two offsets', 'Europe/Moscow 1980-2020', 'Europe/Moscow does not go from one of two offsets'],
    ['a zone that changes at the half hour', 'Australia/Lord_Howe 2000-2010', 'on the hour'],
  ];
  for (const [title, text, message] of rows) {
    test(title, () =>
      assert.throws(
        () => clocks(text),
        (error) => error.message.startsWith('clocks: ') && error.message.includes(message),
      ),
    );
  }
});

describe('the calendar with these clocks, against luxon', () => {
  const rows = [
    ['the zone of this directory', readFileSync(join(root, 'data/clocks.zone'), 'utf8')],
    ['west of Greenwich', 'America/New_York 2007-2060'],
    ['winter in July', 'America/Santiago 2024-2060'],
    ['a zone whose clocks never change', 'Indian/Reunion 1970-2100'],
  ];
  for (const [title, text] of rows) {
    test(`${title}: ${text.trim()}`, async () => {
      const { offsetAt, wallAt, instantOf } = await calendarOf(text);
      const [, zone, first, last] = /^(\S+) (\d+)-(\d+)/.exec(text);
      const end = Date.UTC(Number(last) + 1, 0);
      for (let at = Date.UTC(first, 0); at < end; at += 7 * DAY + 3_600_000) {
        const { offset, until } = offsetAt(at);
        assert.equal(offset, DateTime.fromMillis(at, { zone }).offset * 60_000, new Date(at).toISOString());
        assert.ok(until > at, new Date(at).toISOString());
        assert.equal(wallAt(instantOf(wallAt(at))), wallAt(at), new Date(at).toISOString());
      }
      assert.equal(offsetAt(end).until, Number.POSITIVE_INFINITY);
    });
  }

  test('a module of two lines, smaller than the changes themselves', () => {
    const text = clocks('Europe/Paris 2026-2027');
    assert.match(text, /^export const offsets = \[60,120\];\nexport const waits = '[0-9a-z]+( [0-9a-z]+){3}';\n$/);
  });
});
