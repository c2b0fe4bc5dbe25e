/**
 * What differs in another engine than Chromium, and why. `test` is how the names of the tests begin, as they are printed.
 * They run all the same: `npm run test:engines` fails where one of them passes, so that this table stays true.
 */
const WEBKIT_FORCED = 'WebKitGTK has no forced colours';
const WEBKIT_PREFERENCES = 'WebDriver cannot tell WebKitGTK what the device prefers';
const WEBKIT_PRINT =
  'WebDriver cannot tell the scripts of WebKitGTK that paper is laid out; its rules for paper are tried';

const WEBKIT_COPIES = 'WebKitGTK keeps no copies of what it fetches while WebDriver drives it';

export const DIFFERENCES = [
  { engine: 'WebKitGTK', file: 'test/access.test.ts', test: 'forced colours › ', why: WEBKIT_FORCED },
  {
    engine: 'WebKitGTK',
    file: 'test/colours.test.ts',
    test: 'the accent of a host › takes another shade when the device turns dark',
    why: WEBKIT_PREFERENCES,
  },
  {
    engine: 'WebKitGTK',
    file: 'test/directory-controller.test.ts',
    test: 'a fresher directory › the browser’s copy serves where the server says that nothing changed (ETag)',
    why: WEBKIT_COPIES,
  },
  {
    engine: 'WebKitGTK',
    file: 'test/garde-screen.test.ts',
    test: '<yonne-garde-screen>: magnified, and on a telephone › who asked for less motion',
    why: WEBKIT_PREFERENCES,
  },
  {
    engine: 'WebKitGTK',
    file: 'test/contacts.test.ts',
    test: '<yonne-contacts>: what needs are open › paper has them all, as it is laid out',
    why: WEBKIT_PRINT,
  },
];
