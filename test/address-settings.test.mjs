import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { settingsOf } from '../demo/address-settings.js';

/** Those of a form: its buttons have none. */
const NAMES = ['widget', 'commune', 'base', ''];

/** What fills in, of a reader who answers `yes`; and what was asked of the reader. */
function filled(search, yes) {
  const asked = [];
  const settings = settingsOf(search, NAMES, (question) => {
    asked.push(question);
    return yes;
  });
  return { settings, asked };
}

describe('what the address of the configurator fills in', () => {
  const rows = [
    [
      'the fields that there are',
      '?widget=contacts&commune=89024',
      [
        ['widget', 'contacts'],
        ['commune', '89024'],
      ],
    ],
    ['no property of the form', '?length=1&submit=x&__proto__=y&constructor=z&item=0', []],
    ['no field without a name', '?=x', []],
    ['nothing', '', []],
  ];
  for (const [title, search, settings] of rows)
    test(title, () => assert.deepEqual(filled(search, true), { settings, asked: [] }));

  test('an address of files only where the reader says that it is theirs', () => {
    const search = '?base=https://evil.example/&widget=contacts';
    const { settings, asked } = filled(search, false);
    assert.deepEqual(settings, [['widget', 'contacts']]);
    assert.equal(asked.length, 1);
    assert.match(asked[0], /https:\/\/evil\.example\//);
    assert.deepEqual(filled(search, true).settings[0], ['base', 'https://evil.example/']);
  });
});
