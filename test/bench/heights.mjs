/**
 * How much of a phone `<yonne-soins-now>` takes, with the directory of the Yonne, 360 px wide: `npm run build && node
 * test/bench/heights.mjs`. Situations are communes × instants; wanted are 1,200 px, and the number to press within 740.
 *
 * Then where `<yonne-cpts-finder>` has its answer, for each commune: the CPTS, whom to ask there, and the number of the
 * health insurance; wanted within 740, the map after it.
 *
 * Then all of `<yonne-contacts>` before anything is opened; wanted are 2,500 px.
 */
import { readFileSync } from 'node:fs';
import { launch } from 'puppeteer-core';
import { findChromium } from '../../build/chromium.mjs';

const file = (name) => readFileSync(new URL(`../../dist/${name}`, import.meta.url), 'utf8');

/** None, then from Auxerre to Quarré-les-Tombes: with a place near that is open every day, on weekdays, never. */
const COMMUNES = [
  '',
  ...'89024 89419 89446 89068 89418 89257 89345 89206 89464 89387 89309 89025 89344 89046 89005 89318'.split(' '),
];
const INSTANTS = [
  '2026-11-24T11:00',
  '2026-11-24T08:00',
  '2026-11-24T19:59',
  '2026-11-28T11:59',
  '2026-11-24T20:00',
  '2026-11-25T02:30',
  '2026-11-28T12:00',
  '2026-11-29T10:00',
  '2027-05-01T10:00',
  '2027-05-17T10:00',
  '2026-12-25T15:00',
];

const browser = await launch(findChromium());
try {
  const page = await browser.newPage();
  await page.setViewport({ width: 360, height: 740 });
  for (const lang of ['fr', 'en']) {
    await page.setContent(`<!doctype html><html lang="${lang}"><meta charset="utf-8">
      <style>body { margin: 0; font: 16px/1.5 Arial, "Liberation Sans", sans-serif }</style>
      <yonne-soins-now></yonne-soins-now>`);
    for (const name of ['langues/en.js', 'yonne-soins-now.js']) await page.addScriptTag({ content: file(name) });
    const rows = [];
    for (const commune of COMMUNES) {
      for (const now of INSTANTS) {
        const measured = await page.evaluate(
          async (commune, now) => {
            const element = document.querySelector('yonne-soins-now');
            element.commune = commune;
            element.now = now;
            await element.updateComplete;
            const number = element.shadowRoot.querySelector('.first .button').getBoundingClientRect();
            return { height: element.offsetHeight, number: Math.round(number.bottom) };
          },
          commune,
          now,
        );
        rows.push({ commune: commune || 'none', now, ...measured });
      }
    }
    rows.sort((a, b) => b.height - a.height);
    console.log(
      `${lang}: ${rows.length} situations, the number at ${Math.max(...rows.map(({ number }) => number))} px at most`,
    );
    console.table(rows.slice(0, 5));
  }

  for (const lang of ['fr', 'en']) {
    const finder = await browser.newPage();
    await finder.setViewport({ width: 360, height: 740 });
    await finder.setContent(`<!doctype html><html lang="${lang}"><meta charset="utf-8">
      <style>body { margin: 0; font: 16px/1.5 Arial, "Liberation Sans", sans-serif }</style>
      <yonne-cpts-finder></yonne-cpts-finder>`);
    for (const name of ['langues/en.js', 'yonne-soins.js']) await finder.addScriptTag({ content: file(name) });
    const codes = readFileSync(new URL('../../data/communes.csv', import.meta.url), 'utf8').match(/^\d\w+(?=;)/gm);
    const rows = await finder.evaluate(async (codes) => {
      const element = document.querySelector('yonne-cpts-finder');
      const found = [];
      for (const commune of ['', ...codes]) {
        element.commune = commune;
        await element.updateComplete;
        const bottom = (selector) => {
          const node = element.shadowRoot.querySelector(selector);
          return node && Math.round(node.getBoundingClientRect().bottom);
        };
        const cpts = commune ? bottom('.answer .heading') : 0;
        const map = Math.round(element.shadowRoot.querySelector('.map').getBoundingClientRect().top);
        found.push({ commune: commune || 'none', cpts, number: bottom('.steps [data-number="3646"]'), map });
      }
      return found;
    }, codes);
    rows.sort((a, b) => b.number - a.number);
    console.log(
      `${lang}: ${rows.length} finders, the CPTS at ${Math.max(...rows.map(({ cpts }) => cpts))} px at most, the number at ${rows[0].number}`,
    );
    console.table(rows.slice(0, 3));
  }

  for (const lang of ['fr', 'en']) {
    const contacts = await browser.newPage();
    await contacts.setViewport({ width: 360, height: 740 });
    await contacts.setContent(`<!doctype html><html lang="${lang}"><meta charset="utf-8">
      <style>body { margin: 0; font: 16px/1.5 Arial, "Liberation Sans", sans-serif }</style>
      <yonne-contacts></yonne-contacts>`);
    for (const name of ['langues/en.js', 'yonne-soins.js']) await contacts.addScriptTag({ content: file(name) });
    const rows = await contacts.evaluate(
      async (communes, instants) => {
        const element = document.querySelector('yonne-contacts');
        const found = [];
        for (const commune of communes)
          for (const now of instants) {
            Object.assign(element, { commune, now });
            await element.updateComplete;
            found.push({ commune: commune || 'none', now, height: element.offsetHeight });
          }
        return found;
      },
      COMMUNES,
      INSTANTS,
    );
    rows.sort((a, b) => b.height - a.height);
    console.log(`${lang}: ${rows.length} contacts`);
    console.table(rows.slice(0, 3));
  }
} finally {
  await browser.close();
}
