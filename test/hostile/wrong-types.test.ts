/**
 * Every public property of every element, set to what it is not, also as its attribute where it has one. The properties
 * are those of the manifest (`npm run build`), so that a new one is tried by itself.
 */
import { expect, fixture, html } from '@open-wc/testing';
import type { LitElement } from 'lit';
import '../../components/entries/define.ts';
import '../../components/entries/define-affiche.ts';
import '../../components/entries/define-screen.ts';
import { useTrial, VILLE } from '../fixtures/trial.ts';
import { handClock } from '../hand-clock.ts';
import { bare, visibleText, warnings } from '../reading.ts';
import { until } from '../waiting.ts';
import { expectSound, watch } from './sight.ts';

useTrial();

interface Member {
  kind: 'field' | 'method';
  name: string;
  attribute?: string;
  readonly?: boolean;
}
interface Manifest {
  modules: { declarations?: { tagName?: string; members?: Member[] }[] }[];
}

const manifest: Manifest = await (await fetch(new URL('../../dist/npm/custom-elements.json', import.meta.url))).json();
const elements = manifest.modules
  .flatMap(({ declarations = [] }) => declarations)
  .flatMap(({ tagName, members = [] }) => (tagName ? [{ tagName, members }] : []));

const fail = () => {
  throw new Error('essai');
};

/** An object of which nothing can be asked. */
const refusing = (target: object) =>
  new Proxy(target, { get: fail, has: fail, ownKeys: fail, getPrototypeOf: fail, apply: fail });

const VALUES: [title: string, value: unknown][] = [
  ['undefined', undefined],
  ['null', null],
  ['NaN', Number.NaN],
  ['-1', -1],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['a number of 300 digits', 1e300],
  ['true', true],
  ['a Symbol', Symbol('essai')],
  ['a BigInt', 10n],
  ['{}', {}],
  ['[]', []],
  ['a list in a list', [[VILLE]]],
  ['a function', () => VILLE],
  ['a class', class {}],
  ['a date that is none', new Date(Number.NaN)],
  ['a promise', Promise.resolve(VILLE)],
  ['an element', document.createElement('p')],
  ['an object without a prototype', Object.create(null)],
  ['an object whose toString and valueOf throw', { toString: fail, valueOf: fail, [Symbol.toPrimitive]: fail }],
  [
    'an object whose getters throw',
    Object.defineProperties({}, { now: { get: fail }, subscribe: { get: fail }, request: { get: fail } }),
  ],
  ['an object whose methods are none', { now: 1, subscribe: 1, request: 1, getCurrentPosition: 1 }],
  ['a Proxy that throws', refusing({})],
  ['a Proxy of a function that throws', refusing(fail)],
  ['nothing', ''],
  ['a number that is none, as a text', 'nan'],
  ['100,000 letters', 'é'.repeat(100_000)],
  ['a lone surrogate', '\ud800'],
  ['a bell', 'a\u0007b'],
  ['__proto__', '__proto__'],
  ['HTML', '"><img src=x onerror=alert(1)>'],
];

/** What tells each time: of it and of what a data file is asked, nothing comes from the network. */
async function place(tag: string): Promise<LitElement> {
  const box = await fixture(html`<div lang="fr" style="width: 640px; height: 360px"></div>`);
  const element = document.createElement(tag) as LitElement & { clock: unknown };
  element.clock = handClock('2026-12-01T09:00:00Z');
  box.append(element);
  await element.updateComplete;
  return element;
}

/** What no value at all is right for is named whatever stands there. */
const NAMED = /^(clock|theme|lang|commune|now|audience|need)$/;

/** Without a clock there is nothing to tell: the numbers that save lives are seen instead. */
function expectNumbers(element: LitElement, what: string): void {
  const seen = [...element.shadowRoot!.querySelectorAll<HTMLElement>('a, .number')]
    .filter((node) => node.getBoundingClientRect().height > 0)
    .map((node) => bare(node.textContent!));
  expect(
    seen.some((text) => /^15\b/.test(text)),
    `${what}: 15 is seen`,
  ).to.equal(true);
}

let tried = 0;

describe('wrong types', () => {
  it('no element has a public method: one that is new needs its wrong arguments here', () => {
    const methods = elements.flatMap(({ members }) => members.filter(({ kind }) => kind === 'method'));
    expect(methods.map(({ name }) => name)).to.deep.equal([]);
    expect(elements).to.have.length(5);
  });

  for (const { tagName, members } of elements)
    for (const { name, attribute, readonly } of members)
      it(`<${tagName}>: ${name}${attribute ? ` and ${attribute}="…"` : ''}`, async () => {
        const watched = watch();
        const expectRight = name === 'clock' ? expectNumbers : expectSound;
        window.fetch = async () => new Response('', { status: 404 });
        try {
          const said = await warnings(async () => {
            const element = await place(tagName);
            const right = Reflect.get(element, name);
            for (const [title, value] of VALUES) {
              tried++;
              expect(Reflect.set(element, name, value), title).to.equal(!readonly);
              await element.updateComplete;
              expectRight(element, `${name} is ${title}`);
            }
            // An element that is put on a page with it is drawn too.
            const parent = element.parentElement!;
            element.remove();
            Reflect.set(element, name, VALUES.find(([title]) => title === 'a Proxy that throws')![1]);
            parent.append(element);
            await element.updateComplete;
            expectRight(element, `${name}, put on a page`);
            for (const [title, value] of attribute ? VALUES : []) {
              if (typeof value !== 'string') continue;
              tried++;
              element.setAttribute(attribute!, value);
              await element.updateComplete;
              expectSound(element, `${attribute} is ${title}`);
            }
            if (attribute) element.removeAttribute(attribute);
            Reflect.set(element, name, right);
            await element.updateComplete;
            expectSound(element, `${name}, right again`);
            const unharmed = await place(tagName);
            if (!readonly) expect(visibleText(element)).to.equal(visibleText(unharmed));
          });
          // What is wrong is named with what is expected, in one line.
          for (const line of said) expect(line.slice(0, 200)).to.match(/^<yonne-|^yonne-soins/);
          if (!readonly && NAMED.test(name)) expect(said.join('\n')).to.match(/; expected /);
          expect(watched.errors).to.deep.equal([]);
          expect(watched.foreign().filter((url) => !/^data:/.test(url))).to.deep.equal([]);
        } finally {
          watched.end();
        }
      });

  for (const [title, geolocation] of VALUES.filter(([, value]) => value != null))
    it(`a position asked of what cannot give one (${title}): the field says what to do instead`, async () => {
      tried++;
      await warnings(async () => {
        const element = await place('yonne-cpts-finder');
        Object.assign(element, { geolocation });
        const button = [...element.shadowRoot!.querySelectorAll<HTMLElement>('.field button')].at(-1)!;
        button.click();
        await until(() => visibleText(element).includes('Tapez le nom de votre commune.'), 'what to do instead');
        expectSound(element, title);
      });
    });

  after(() => console.log(`${tried} values of wrong types`));
});
