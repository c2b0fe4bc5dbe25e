/** The poster as a browser prints it: `npm run build && node --test test/affiche.test.mjs`. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch } from 'puppeteer-core';
import { findChromium } from '../build/chromium.mjs';

const script = readFileSync(join(import.meta.dirname, '../dist/yonne-affiche.js'), 'utf8');
let browser;
before(async () => {
  browser = await launch(findChromium());
});
after(() => browser?.close());

/** How many pages a PDF has. */
async function print(body, options) {
  const page = await browser.newPage();
  try {
    await page.setContent(`<!doctype html><html lang="fr"><body style="margin: 0">${body}</body></html>`);
    await page.addScriptTag({ content: script });
    await page.evaluate(`addEventListener('beforeprint', () => {
      window.sheet = document.querySelector('yonne-affiche').shadowRoot.querySelector('.poster.sheet') !== null;
    })`);
    // As people print: with the margins of the browser, and its headers.
    const margin = { top: '12mm', right: '12mm', bottom: '12mm', left: '12mm' };
    const pdf = Buffer.from(await page.pdf({ margin, displayHeaderFooter: true, preferCSSPageSize: true, ...options }));
    assert.equal(await page.evaluate('window.sheet'), true, 'the poster was not laid out as a sheet');
    return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length;
  } finally {
    await page.close();
  }
}

const HALL = 'name="Mairie d’essai" phone="03 53 01 00 09" hours="Mo-Fr 09:00-12:00" site="https://www.example.org/"';

for (const format of ['A4', 'A3', 'Letter'])
  for (const attributes of ['', HALL, `${HALL} large-print`])
    test(`${format}, ${attributes || 'nothing given'}: one page`, async () => {
      assert.equal(await print(`<yonne-affiche commune="89024" ${attributes}></yonne-affiche>`, { format }), 1);
    });

test('on a page that has the margins of a browser: one page', async () => {
  const body = `<style>body { margin: 8px !important }</style><yonne-affiche commune="89345" ${HALL}></yonne-affiche>`;
  assert.equal(await print(body, { format: 'A4' }), 1);
});

test('on a page of a host: a page of its own, between those of the host', async () => {
  const body = `<p>Avant</p><yonne-affiche commune="89024" ${HALL}></yonne-affiche><p>Après</p>`;
  assert.equal(await print(body, { format: 'A4' }), 3);
});
