/** Attributes and properties that are set to anything, at random; the seed makes each run the same. */
import { expect, fixture, html } from '@open-wc/testing';
import type { LitElement } from 'lit';
import '../../components/entries/define.ts';
import '../../components/entries/define-affiche.ts';
import '../../components/entries/define-screen.ts';
import '../../components/locales/languages.ts';
import { chance } from '../chance.ts';
import { useTrial, VILLE } from '../fixtures/trial.ts';
import { handClock } from '../hand-clock.ts';
import { visibleText, warnings } from '../reading.ts';
import { expectSound, watch } from './sight.ts';

useTrial();

const TAGS = ['yonne-soins-now', 'yonne-contacts', 'yonne-cpts-finder', 'yonne-affiche', 'yonne-garde-screen'];
const EACH = 420;

const TEXTS = [
  '',
  ' ',
  '0',
  '-1',
  '1e309',
  'null',
  'true',
  VILLE,
  '00004',
  '99999',
  '2A004',
  '00001 00002',
  'fr',
  'en',
  'FR-fr',
  'en-GB',
  'de',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'dark',
  'auto',
  'mairie',
  'vital-emergency',
  'pharmacy poison',
  'nord-essai',
  '2026-11-22T14:05',
  '2026-02-30',
  '0000-01-01',
  '9999-12-31T23:59',
  '2026-03-29T02:30',
  '1969-12-31',
  'https://page.example/',
  'https://1.2.3.4.5',
  'javascript:alert(1)',
  'data:text/csv,a',
  '//evil.example',
  '<img src=x onerror=alert(1)>',
  '"><script>alert(1)</script>',
  '\u202e51',
  '\ud800',
  '\0',
  'é'.repeat(5000),
  'a b c '.repeat(500),
  'a@b.example',
  'a@b.example?cc=c@d.example',
  '03 53 01 00 02, a@b.example',
  '0 899 00 00 01',
  '☎',
];

const broken = {
  toString(): string {
    throw new Error('no text');
  },
};
const VALUES: unknown[] = [
  undefined,
  null,
  true,
  false,
  0,
  -1,
  89024,
  1.5,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  new Date(0),
  new Date(Number.NaN),
  [],
  ['fr'],
  [[]],
  {},
  broken,
  { toString: 1 },
  Object.create(null),
  Symbol('fr'),
  () => 'fr',
  /fr/,
  10n,
];

/** What a widget takes from a page: attributes, and the properties behind them. `clock` and the like are for programs. */
function inputsOf(element: LitElement): { attributes: string[]; properties: string[] } {
  const { elementProperties } = element.constructor as typeof LitElement;
  const given = [...elementProperties].filter(([, { attribute }]) => attribute !== false);
  return {
    attributes: (element.constructor as typeof LitElement).observedAttributes,
    properties: given.map(([name]) => String(name)),
  };
}

describe(`mutations of attributes and properties: ${TAGS.length * EACH}`, () => {
  TAGS.forEach((tag, seed) => {
    it(`<${tag}>: 15 is seen after each`, async () => {
      const random = chance(89 + seed);
      const watched = watch();
      const asked: string[] = [];
      window.fetch = async (input) => {
        asked.push(String(input));
        return new Response('', { status: 404 });
      };
      try {
        await warnings(async () => {
          const box = await fixture(html`<div style="width: 640px; height: 360px"></div>`);
          const element = document.createElement(tag) as LitElement & { clock: unknown };
          element.clock = handClock('2026-12-01T09:00:00Z');
          box.append(element);
          const { attributes, properties } = inputsOf(element);
          const declared = new Set<string>();
          for (let i = 0; i < EACH; i++) {
            let what: string;
            if (random.next() < 0.5) {
              const name = random.of(attributes);
              const value = random.of(TEXTS);
              what = `${name}="${value.slice(0, 40)}"`;
              if (name === 'directory' || name === 'roster') declared.add(value);
              if (random.next() < 0.2) element.removeAttribute(name);
              else element.setAttribute(name, value);
            } else {
              const name = random.of(properties);
              const value = random.of(random.next() < 0.3 ? TEXTS : VALUES);
              what = `.${name} = ${typeof value}`;
              if ((name === 'directory' || name === 'roster') && /string|number/.test(typeof value))
                declared.add(String(value));
              Reflect.set(element, name, value);
            }
            await element.updateComplete;
            expectSound(element, `mutation ${i}, ${what}`);
          }
          expect([...new Set(asked)].filter((url) => !declared.has(url))).to.deep.equal([]);
        });
        expect(watched.errors).to.deep.equal([]);
        expect(watched.foreign().filter((name) => !/^data:|evil/.test(name))).to.deep.equal([]);
      } finally {
        watched.end();
      }
    });
  });

  const rows: [title: string, set: (element: LitElement) => void, seen: string][] = [
    ['the commune as a number', (element) => Object.assign(element, { commune: 58194 }), 'Se soigner maintenant'],
    ['the language "__proto__"', (element) => element.setAttribute('lang', '__proto__'), 'Se soigner maintenant'],
    ['the language as an object', (element) => Object.assign(element, { lang: broken }), 'Se soigner maintenant'],
  ];
  for (const [title, set, seen] of rows)
    it(`${title}: French, and 15`, async () => {
      await warnings(async () => {
        const element = await fixture<LitElement>(html`<yonne-soins-now></yonne-soins-now>`);
        set(element);
        await element.updateComplete;
        expect(visibleText(element)).to.include(seen).and.to.include('15');
      });
    });
});
