/**
 * The PHP of the SPIP plugin alone, with what it calls of SPIP as `doublures.php` has it: `npm run test:spip`. SPIP itself
 * is not here.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';

const root = join(import.meta.dirname, '../..');
const ZIP = join(root, 'dist/hosts/yonne-soins-spip.zip');
if (!existsSync(ZIP)) {
  console.error(`${ZIP} is not there: npm run plugins`);
  process.exit(1);
}
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'yonne-spip-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const files = unzipSync(readFileSync(ZIP));
for (const [name, bytes] of Object.entries(files)) {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), bytes);
}
const plugin = join(folder, 'yonne_soins');

/** What a function of the plugin gives. */
function call(name, args, { html = true, private: isPrivate = false } = {}) {
  const asked = JSON.stringify({ function: name, arguments: args, html, private: isPrivate });
  const stubs = join(import.meta.dirname, 'doublures.php');
  return JSON.parse(execFileSync('php', ['-d', 'display_errors=stderr', stubs, plugin, asked], { encoding: 'utf8' }));
}
const widget = (name, args = {}, where = {}) => call('yonne_soins_widget', [name, { lang: 'fr', args }], where);
/** The attributes of the place. */
const place = (html) =>
  Object.fromEntries([...html.matchAll(/ data-([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));

describe('the place of a widget', () => {
  for (const [title, name, args, expected] of [
    ['without anything', 'soins-now', {}, { yonne: 'soins-now' }],
    ['a commune by its code', 'soins-now', { commune: '89024' }, { yonne: 'soins-now', commune: '89024' }],
    ['a commune by its name', 'soins-now', { commune: 'Saint-Florentin' }, { yonne: 'soins-now', commune: '89345' }],
    ['a name without accents and capitals', 'contacts', { commune: 'héry' }, { yonne: 'contacts', commune: '89201' }],
    [
      'an unknown commune, which the widget names',
      'soins-now',
      { commune: 'Lyon' },
      { yonne: 'soins-now', commune: 'Lyon' },
    ],
    ['what one widget has', 'contacts', { audience: 'mairie', cpts: 'x' }, { yonne: 'contacts', audience: 'mairie' }],
    ['an attribute that is none', 'soins-now', { onclick: 'alert(1)' }, { yonne: 'soins-now' }],
    ['the language that the tag asks for', 'cpts-finder', { lang: 'en' }, { yonne: 'cpts-finder', lang: 'en' }],
    [
      'what would end the attribute',
      'soins-now',
      { commune: '"><b>' },
      { yonne: 'soins-now', commune: '&quot;&gt;&lt;b&gt;' },
    ],
  ])
    test(title, () => assert.deepEqual(place(widget(name, args)), expected));

  test('its environment as SPIP gives it, serialized', () => {
    const serialized = 'a:2:{s:4:"lang";s:2:"fr";s:4:"args";a:1:{s:7:"commune";s:6:"Joigny";}}';
    assert.equal(place(call('yonne_soins_widget', ['soins-now', serialized])).commune, '89206');
  });

  test('the numbers inside, in ASCII; its room only where the script comes', () => {
    const html = widget('soins-now');
    for (const link of ['tel:15', 'tel:112', 'sms:114']) assert.ok(html.includes(`href="${link}"`), link);
    assert.match(html, /^[\0-\x7f]+$/);
    assert.match(html, /min-height:100vh/);
    assert.doesNotMatch(widget('soins-now', {}, { private: true }), /100vh/);
  });
});

describe('the script in the page', () => {
  const page = (body, lang = 'fr') => `<html lang="${lang}"><body>${body}</body></html>`;
  const scripts = (html) =>
    [...html.matchAll(/<script src="plugins\/yonne_soins\/([^"]+)" defer><\/script>/g)].map(([, src]) => src);
  const final = (html, where) => call('yonne_soins_affichage_final', [html], where);
  const place = widget('soins-now');
  for (const [title, html, expected] of [
    ['once for two widgets, at the foot', page(place + place), [`yonne-soins.js?${version}`]],
    ['none where no widget is', page('<p>yonne-soins</p>'), []],
    ['none in what is no whole page', place, []],
    [
      'the language of a widget too',
      page(widget('contacts', { lang: 'en' })),
      [`yonne-soins.js?${version}`, `langues/en.js?${version}`],
    ],
    ['no language of the rest of the page', page(`<b lang="en">Now</b>${place}`), [`yonne-soins.js?${version}`]],
    ['the language of the page too', page(place, 'en'), [`yonne-soins.js?${version}`, `langues/en.js?${version}`]],
    ['no language that the plugin has not', page(place, 'de'), [`yonne-soins.js?${version}`]],
  ])
    test(title, () => {
      const given = final(html);
      assert.deepEqual(scripts(given), expected);
      assert.equal(given.replace(/<script.*?<\/script>\n/g, ''), html);
    });
  test('none in what SPIP serves that is no HTML', () =>
    assert.equal(final(page(place), { html: false }), page(place)));
});

test('each model asks for its widget, and the package names what it holds', () => {
  const text = (name) => strFromU8(files[`yonne_soins/${name}`]);
  for (const [model, name] of [
    ['yonne_soins', 'soins-now'],
    ['yonne_cpts', 'cpts-finder'],
    ['yonne_contacts', 'contacts'],
  ])
    assert.equal(text(`modeles/${model}.html`).trim(), `[(#VAL{${name}}|yonne_soins_widget{#ENV**})]`);
  assert.match(text('paquet.xml'), new RegExp(`version="${version}"`));
  for (const [, file] of text('paquet.xml').matchAll(/inclure="([^"]+)"/g))
    assert.ok(files[`yonne_soins/${file}`], file);
});
