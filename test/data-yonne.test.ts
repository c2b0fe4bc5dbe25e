import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import '../components/entries/define.ts';
import '../components/locales/languages.ts';
import { BOURG, useTrial, VILLE } from './fixtures/trial.ts';
import { bare, visibleText, warnings } from './reading.ts';
import { turn } from './waiting.ts';

useTrial();

const FALLBACK = '<p>En cas de doute : <a href="tel:15">15</a></p>';
const SUNDAY = 'data-now="2026-11-22T14:05"';

const box = document.createElement('div');
const widgetIn = (place: Element) => place.shadowRoot!.firstElementChild as LitElement;
/** Waits until all widgets are drawn, with what follows their first paint. */
const drawn = async (): Promise<void> => {
  await turn();
  for (const place of box.querySelectorAll('[data-yonne]'))
    await (place.shadowRoot?.firstElementChild as LitElement | undefined)?.updateComplete;
};
const write = async (html: string): Promise<HTMLElement> => {
  box.innerHTML = html;
  await drawn();
  return box.firstElementChild as HTMLElement;
};

describe('<div data-yonne>', () => {
  before(() => document.body.append(box));
  after(() => box.remove());

  const rows: [string, string, string, string][] = [
    [
      'soins-now',
      `data-commune="${VILLE}" ${SUNDAY}`,
      'yonne-soins-now',
      'Ville-d’Essai, dimanche 22 novembre, 14 h 05 · changer',
    ],
    ['cpts-finder', 'data-cpts="collines-essai"', 'yonne-cpts-finder', 'Groupement d’essai de proximité'],
    ['contacts', `data-need="poison" ${SUNDAY}`, 'yonne-contacts', 'Qui appeler, pour quoi ?'],
    ['soins-now', `data-lang="en" ${SUNDAY}`, 'yonne-soins-now', 'Out-of-hours care'],
    ['soins-now', `data-heading-level="3" ${SUNDAY}`, 'yonne-soins-now', 'Permanence des soins'],
  ];
  for (const [value, attributes, name, text] of rows) {
    it(`data-yonne="${value}" ${attributes}: <${name}>`, async () => {
      const place = await write(`<div lang="fr" data-yonne="${value}" ${attributes}>${FALLBACK}</div>`);
      expect(widgetIn(place).localName).to.equal(name);
      expect(visibleText(widgetIn(place))).to.include(text);
      expect(place.innerHTML).to.equal(FALLBACK);
      expect(place.querySelector('p')!.offsetHeight).to.equal(0);
    });
  }

  it('each attribute that changes afterwards is followed, and so is its end', async () => {
    const place = await write(`<div lang="fr" data-yonne="soins-now" ${SUNDAY}></div>`);
    for (const [name, value, text] of [
      ['data-commune', BOURG, '114 Bourg-d’Essai, dimanche'],
      ['data-commune', null, '114 Essai, dimanche'],
      ['data-now', '2026-11-24T10:00', 'En journée'],
      ['data-yonne', 'contacts', 'Qui appeler, pour quoi ?'],
    ] as const) {
      if (value === null) place.removeAttribute(name);
      else place.setAttribute(name, value);
      await drawn();
      expect(visibleText(widgetIn(place)), `${name}=${value}`).to.include(text);
      expect(place.shadowRoot!.childElementCount).to.equal(1);
    }
  });

  const later: [string, (place: HTMLElement) => void][] = [
    ['inserted by a page builder, deep in other nodes', (place) => box.append(wrap(wrap(place)))],
    [
      'whose attribute comes after the element',
      (place) => {
        place.removeAttribute('data-yonne');
        box.append(place);
        place.setAttribute('data-yonne', 'soins-now');
      },
    ],
    ['cloned from one that is drawn', (place) => box.append(place, place.cloneNode(true))],
    [
      'moved and removed and back',
      (place) => {
        box.append(place);
        box.prepend(place);
        place.remove();
        box.append(place);
      },
    ],
    [
      'written again from the markup of the page',
      (place) => {
        box.append(place);
        // biome-ignore lint/correctness/noSelfAssign: the setter parses it again.
        box.innerHTML = box.innerHTML;
      },
    ],
  ];
  for (const [title, insert] of later) {
    it(`one ${title} is drawn once`, async () => {
      await write('');
      insert(element(`<div data-yonne="soins-now" ${SUNDAY}>${FALLBACK}</div>`));
      await drawn();
      const places = [...box.querySelectorAll('[data-yonne]')];
      expect(places).not.to.be.empty;
      for (const place of places) {
        expect(place.shadowRoot!.childElementCount).to.equal(1);
        expect(visibleText(widgetIn(place))).to.include('Permanence des soins');
        expect(place.innerHTML).to.equal(FALLBACK);
      }
    });
  }

  it('an editor that saves the page finds its own markup', async () => {
    const markup = `<div data-yonne="soins-now" ${SUNDAY}>${FALLBACK}</div>`;
    await write(markup);
    expect(box.innerHTML).to.equal(markup);
  });

  it('what the widget does not read stays outside: an onclick in data-onclick, an id', async () => {
    const place = await write(
      `<div data-yonne="soins-now" data-onclick="alert(1)" data-id="7" data-style="color:red" ${SUNDAY}></div>`,
    );
    expect(widgetIn(place).getAttributeNames().sort()).to.deep.equal(['exportparts', 'now']);
  });

  it('structured data stands in the page, where robots read it, once', async () => {
    const place = await write(`<div data-yonne="contacts" data-structured-data ${SUNDAY}></div>`);
    await write(box.innerHTML);
    const scripts = box.querySelectorAll('[data-yonne] > script[type="application/ld+json"]');
    expect(scripts).to.have.length(1);
    expect(widgetIn(place).querySelectorAll('script')).to.have.length(0);
    box.firstElementChild!.removeAttribute('data-structured-data');
    await turn();
    expect(box.querySelectorAll('script')).to.have.length(0);
  });

  it('events reach the page', async () => {
    const place = await write(`<div data-yonne="soins-now" ${SUNDAY}></div>`);
    const told: unknown[] = [];
    document.addEventListener('yonne-call', (event) => told.push((event as CustomEvent).detail), { once: true });
    box.addEventListener('click', (event) => event.preventDefault(), { once: true });
    widgetIn(place).shadowRoot!.querySelector<HTMLElement>('a[data-number="15"]')!.click();
    expect(told).to.deep.equal([{ channel: '15', number: '15' }]);
  });

  it('a widget that cannot be drawn shows the content of the div', async () => {
    await warnings(async () => {
      const place = await write(`<div data-yonne="soins-now" ${SUNDAY}>${FALLBACK}</div>`);
      const now = () => {
        throw new Error('no time');
      };
      Object.assign(widgetIn(place), { clock: { now, subscribe: () => () => {} }, now: undefined });
      await turn();
      expect(place.querySelector('p')!.offsetHeight).to.be.above(0);
      expect(bare(place.innerText)).to.equal('En cas de doute : 15');
    });
  });

  const refused: [string, string, RegExp][] = [
    [
      'a value that is none',
      '<div data-yonne="soins">15</div>',
      /<div> data-yonne="soins"; expected soins-now or cpts-finder or contacts/,
    ],
    ['no value', '<div data-yonne>15</div>', /<div> data-yonne=""; expected/],
    [
      'an element without shadow root',
      '<ul data-yonne="soins-now"><li>15</li></ul>',
      /<ul> data-yonne: .*; expected a div/,
    ],
  ];
  for (const [title, html, message] of refused) {
    it(`${title}: named once, the content stays`, async () => {
      const said = await warnings(async () => {
        const place = await write(html);
        place.setAttribute('data-commune', VILLE);
        await turn();
        expect(bare(place.innerText)).to.equal('15');
      });
      expect(said).to.have.length(1);
      expect(said[0]).to.match(message);
    });
  }
});

function element(html: string): HTMLElement {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content.firstElementChild as HTMLElement;
}

function wrap(node: Node): HTMLElement {
  const section = document.createElement('section');
  section.append(node);
  return section;
}
