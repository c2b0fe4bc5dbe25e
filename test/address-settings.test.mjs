import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { settingsOf } from '../demo/address-settings.js';

/** Those of a form: its buttons have none. */
const NAMES = ['widget', 'commune', 'base', ''];

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
    test(title, () => assert.deepEqual(settingsOf(search, NAMES), { settings, base: undefined }));

  test('an address of files is for the reader to say', () =>
    assert.deepEqual(settingsOf('?base=https://evil.example/&widget=contacts', NAMES), {
      settings: [['widget', 'contacts']],
      base: 'https://evil.example/',
    }));
});
