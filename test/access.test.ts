/** What all widgets owe to keyboards, screen readers, forced colours and paper. */
import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../components/entries/define.ts';
import '../components/entries/define-affiche.ts';
import '../components/entries/define-screen.ts';
import '../components/locales/languages.ts';
import { replaceBundledContours } from '../components/cpts-finder/bundled-contours.ts';
import type { Widget } from '../components/shared/widget.ts';
import { inMedia } from './browser.ts';
import { trial, useTrial, VAL, VILLE } from './fixtures/trial.ts';
import { trialContours } from './fixtures/trial-contours.ts';
import { bare, unfold, visibleText } from './reading.ts';
import { until } from './waiting.ts';

useTrial();
replaceBundledContours(trialContours);

const TUESDAY = '2026-11-24T10:00';
const HOLIDAY = '2026-12-25T10:00';
const PLACES = ['yonne-soins-now', 'yonne-cpts-finder', 'yonne-contacts'] as const;

async function show(tag: string, attributes: Record<string, string> = {}, geolocation?: object): Promise<Widget> {
  const place = await fixture(html`<div lang="fr"></div>`);
  const element = document.createElement(tag) as Widget;
  for (const [name, value] of Object.entries({ now: TUESDAY, commune: '', ...attributes }))
    element.setAttribute(name, value);
  Object.assign(element, { geolocation });
  place.append(element);
  await element.updateComplete;
  return element;
}

const all = <T extends Element = HTMLElement>(element: Element, selector: string) => [
  ...element.shadowRoot!.querySelectorAll<T>(selector),
];
const one = <T extends Element = HTMLElement>(element: Element, selector: string): T =>
  element.shadowRoot!.querySelector<T>(selector) ?? expect.fail(`nothing is ${selector}`);
const FIELD = '[role="combobox"]';
const press = (element: Element, label: string) =>
  all(element, 'button')
    .find((button) => bare(button.textContent!) === label)!
    .click();

/** Types into the field that finds a commune, which is shown first where it is not there. */
async function type(element: Widget, text: string): Promise<HTMLInputElement> {
  if (!element.shadowRoot!.querySelector(FIELD)) one(element, 'button[aria-expanded]').click();
  await element.updateComplete;
  const field = one<HTMLInputElement>(element, FIELD);
  field.focus();
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  await element.updateComplete;
  return field;
}

/** What is said of a field beside its label. */
const described = (element: Element, field: Element) =>
  bare(one(element, `#${field.getAttribute('aria-describedby') ?? 'nothing'}`).textContent!);

for (const tag of PLACES)
  describe(`<${tag}>: the field that finds a commune`, () => {
    it('has a list only while there are options', async () => {
      const element = await show(tag);
      const field = await type(element, 'zz');
      expect(all(element, '[role="listbox"]')).to.deep.equal([]);
      expect(field.getAttribute('aria-expanded')).to.equal('false');
      expect(field.hasAttribute('aria-controls')).to.equal(false);
      await type(element, 'essai');
      expect(field.getAttribute('aria-expanded')).to.equal('true');
      const list = one(element, `#${field.getAttribute('aria-controls')}`);
      expect(list.getAttribute('role')).to.equal('listbox');
      expect([...list.children].every((option) => option.getAttribute('role') === 'option')).to.equal(true);
      field.blur();
      await element.updateComplete;
      expect(all(element, '[role="listbox"]')).to.deep.equal([]);
    });

    it('keeps what is wrong beside it, and says so, when it is left', async () => {
      const element = await show(tag);
      const field = await type(element, 'zzzzz');
      expect(field.hasAttribute('aria-invalid')).to.equal(false);
      await until(() => visibleText(element).includes('Aucune'), 'no commune');
      field.blur();
      await element.updateComplete;
      expect(visibleText(element)).to.include('Aucune commune ne correspond à « zzzzz ».');
      expect(described(element, field)).to.equal('Aucune commune ne correspond à « zzzzz ».');
      expect(field.getAttribute('aria-invalid')).to.equal('true');
      await type(element, 'essai');
      expect(visibleText(element)).not.to.include('Aucune commune');
      expect(field.hasAttribute('aria-invalid')).to.equal(false);
    });

    const refusals: [title: string, getCurrentPosition: Geolocation['getCurrentPosition'], said: RegExp][] = [
      ['a refusal', (_, fail) => fail!({ code: 1 } as GeolocationPositionError), /n’a pas le droit .* Tapez/],
      [
        'a place outside',
        (found) => found({ coords: { latitude: 48.2, longitude: 5.04 } } as GeolocationPosition),
        /^Vous n’êtes pas dans l’Essai\. Tapez/,
      ],
    ];
    for (const [title, getCurrentPosition, said] of refusals)
      it(`${title} of the position is linked to it, said once, and makes nothing invalid`, async () => {
        const element = await show(tag, {}, { getCurrentPosition });
        const field = await type(element, '');
        press(element, 'Me localiser');
        await element.updateComplete;
        expect(described(element, field)).to.match(said);
        expect(field.hasAttribute('aria-invalid')).to.equal(false);
        const times = bare(one(element, '.card').textContent!).split('Tapez le nom').length - 1;
        expect(times).to.equal(1);
      });

    const counts: [typed: string, said: string][] = [
      ['lointain', 'Communes : 1'],
      ['essai', 'Communes : 12'],
    ];
    for (const [typed, said] of counts)
      it(`"${typed}": ${said}`, async () => {
        const element = await show(tag);
        const field = await type(element, typed);
        const status = field.closest('.field')!.querySelector('[role="status"]')!;
        await until(() => bare(status.textContent!), 'a count');
        expect(bare(status.textContent!)).to.equal(said);
      });
  });

describe('a commune that was chosen is said, once', () => {
  const statuses = (element: Element) =>
    all(element, '[role="status"]')
      .map((status) => bare(status.textContent!))
      .filter(Boolean);
  const choices: [tag: (typeof PLACES)[number], lang: string, said: string][] = [
    ['yonne-soins-now', 'fr', 'Val-d’Essai et alentours'],
    ['yonne-cpts-finder', 'fr', 'Val-d’Essai, probablement votre CPTS : CPTS Nord-Essai.'],
    ['yonne-contacts', 'fr', 'Val-d’Essai et alentours'],
    ['yonne-contacts', 'en', 'Val-d’Essai and around'],
  ];
  for (const [tag, lang, said] of choices) {
    it(`typed, in <${tag}>, ${lang}`, async () => {
      const element = await show(tag, { lang });
      await type(element, 'val');
      // Another widget renders in its own language before the choice.
      await show(tag, { lang: lang === 'fr' ? 'en' : 'fr' });
      one(element, '[role="option"]').click();
      await element.updateComplete;
      expect(statuses(element)).to.deep.equal([said]);
    });

    it(`located, in <${tag}>, ${lang}`, async () => {
      const getCurrentPosition: Geolocation['getCurrentPosition'] = (found) =>
        found({ coords: { latitude: 46.75, longitude: 3.52 } } as GeolocationPosition);
      const element = await show(tag, { lang }, { getCurrentPosition });
      await type(element, '');
      press(element, lang === 'fr' ? 'Me localiser' : 'Use my position');
      await element.updateComplete;
      expect(statuses(element)).to.deep.equal([said]);
    });
  }

  it('so is a CPTS that was pressed', async () => {
    const element = await show('yonne-cpts-finder');
    press(element, '1 CPTS Nord-Essai');
    await element.updateComplete;
    expect(statuses(element)).to.deep.equal(['CPTS Nord-Essai']);
  });
});

describe('the keyboard', () => {
  for (const tag of ['yonne-soins-now', 'yonne-contacts'])
    it(`sees where a script brought it, in <${tag}>`, async () => {
      const element = await show(tag);
      await sendKeys({ press: 'Tab' });
      const title = one(element, '.title');
      title.focus();
      expect(title.matches(':focus-visible')).to.equal(true);
      const { outlineStyle, outlineWidth } = getComputedStyle(title);
      expect([outlineStyle, outlineWidth]).to.deep.equal(['solid', '3px']);
    });

  it('alone finds the CPTS of a commune, and shows another', async () => {
    const element = await show('yonne-cpts-finder');
    const focused = () => bare(element.shadowRoot!.activeElement?.textContent ?? '');
    const tabTo = async (text: string) => {
      for (let i = 0; i < 20 && !focused().startsWith(text); i++) await sendKeys({ press: 'Tab' });
      expect(focused()).to.include(text);
    };
    one(element, FIELD).focus();
    await sendKeys({ type: 'val' });
    await until(() => all(element, '[role="option"]').length, 'options');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await until(() => visibleText(element).includes('Val-d’Essai : CPTS Nord-Essai'), 'the answer');
    expect(one(element, FIELD).matches(':focus')).to.equal(true);
    await tabTo('cpts-nord.example');
    await tabTo('36 46');
    await tabTo('2 CPTS Collines-Essai');
    await sendKeys({ press: ' ' });
    await until(() => visibleText(element).includes('cpts-collines.example'), 'another CPTS');
    expect(focused()).to.equal('2 CPTS Collines-Essai');
  });

  it('a card scrolls nothing out of sight when what it holds gets the focus', async () => {
    for (const tag of PLACES)
      expect(getComputedStyle(one(await show(tag), '.card')).overflowY, tag).to.be.oneOf(['visible', 'clip']);
  });
});

describe('a button says what it changes', () => {
  for (const tag of ['yonne-soins-now', 'yonne-contacts'])
    for (const [commune, name] of [
      ['', 'Choisir une commune'],
      [VILLE, 'Changer de commune'],
    ] as const)
      it(`${name}, in <${tag}>`, async () => {
        const button = one(await show(tag, { commune }), 'button[aria-expanded]');
        expect(button.getAttribute('aria-label')).to.equal(name);
        // Who says what is seen must reach it.
        expect(name.toLowerCase()).to.include(bare(button.textContent!).toLowerCase());
      });

  it('one contact, several contacts', async () => {
    const save = async (need: string) =>
      bare(all(await show('yonne-contacts', { need, commune: VILLE }), '.foot button')[0]!.textContent!);
    expect(await save('pharmacy')).to.equal('Enregistrer ce contact dans mon téléphone');
    expect(await save('violence')).to.equal('Enregistrer ces contacts dans mon téléphone (2)');
  });

  it('fields that must be filled say so', async () => {
    const element = await show('yonne-soins-now');
    await unfold(element, 'Autre moment');
    for (const id of ['date', 'time']) {
      expect(one<HTMLInputElement>(element, `#${id}`).required, id).to.equal(true);
      expect(bare(one(element, `label[for="${id}"]`).textContent!), id).to.include('obligatoire');
    }
  });
});

describe('forced colours', () => {
  const FORCED = { features: { 'forced-colors': 'active' } };
  /** A colour of the system, as styles have it. */
  const system = (name: string): string => {
    const probe = document.createElement('p');
    probe.style.cssText = `color: ${name}; forced-color-adjust: none`;
    document.body.append(probe);
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  };

  it('shapes, towns and the chosen CPTS of the map are seen', async () => {
    const element = await show('yonne-cpts-finder', { commune: VAL });
    await inMedia(FORCED, async () => {
      const style = (selector: string) => getComputedStyle(one<SVGElement>(element, selector));
      const [text, canvas, highlight] = ['CanvasText', 'Canvas', 'Highlight'].map(system);
      expect(style('.map .border').stroke).to.equal(text);
      expect(style('.map g:not(.chosen) path').fill).to.equal(canvas);
      expect(style('.map g.chosen path').fill).to.equal(highlight);
      expect(style('.map text').fill).to.equal(text);
      expect(style('.map circle:not(.here)').fill).to.equal(text);
      expect(style('.map .here').stroke).to.equal(text);
      expect(style('.legend [aria-pressed="true"]').backgroundColor).to.equal(highlight);
    });
  });

  for (const tag of ['yonne-cpts-finder', 'yonne-contacts'])
    it(`the magnifying glass of a field is seen, in <${tag}>`, async () => {
      const element = await show(tag);
      await inMedia(FORCED, async () => {
        expect(getComputedStyle(one<SVGElement>(element, '.box .icon')).stroke).to.equal(system('CanvasText'));
      });
    });

  it('letters that match, and the option that the arrows reached', async () => {
    const element = await show('yonne-cpts-finder');
    const field = await type(element, 'essai');
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown' }));
    await element.updateComplete;
    // Where the system's text is light, a mark has dark letters of its own.
    const features = { ...FORCED.features, 'prefers-color-scheme': 'dark' };
    await inMedia({ features }, async () => {
      const { color, textDecorationLine } = getComputedStyle(one(element, '[aria-selected="false"] mark'));
      expect([color, textDecorationLine]).to.deep.equal([system('CanvasText'), 'underline']);
      const { backgroundColor } = getComputedStyle(one(element, '[aria-selected="true"]'));
      expect(backgroundColor).to.equal(system('Highlight'));
      expect(getComputedStyle(one(element, '[aria-selected="true"] mark')).color).to.equal(system('HighlightText'));
    });
  });

  it('hours to be confirmed do not look open', async () => {
    const element = await show('yonne-soins-now', { commune: VILLE, now: HOLIDAY });
    await unfold(element);
    await inMedia(FORCED, async () => {
      const { fill, stroke } = getComputedStyle(one<SVGElement>(element, '.bar .unknown'));
      expect([fill, stroke]).to.deep.equal([system('Canvas'), system('CanvasText')]);
    });
  });

  it('the mark of what is open is full, that of what is closed is not', async () => {
    const element = await show('yonne-soins-now', { commune: VILLE, now: '2026-11-22T23:10' });
    await unfold(element);
    await inMedia(FORCED, async () => {
      const mark = (state: string) => getComputedStyle(one(element, `.status.${state}`), '::before').backgroundColor;
      expect([mark('open'), mark('closed')]).to.deep.equal([system('CanvasText'), 'rgba(0, 0, 0, 0)']);
    });
  });
});

describe('paper', () => {
  const rows: [tag: string, whole: string, heads: string][] = [
    ['yonne-contacts', '.need li, .need > p, .strip', '.need > .heading'],
    ['yonne-cpts-finder', '.steps > li, .plain > li, .map svg, .legend li', '.answer .heading'],
    ['yonne-affiche', '.lines > li, .place, .big, .bottom', '.heading'],
  ];
  for (const [tag, whole, heads] of rows)
    it(`cuts no row of <${tag}>, and parts no heading from what it heads`, async () => {
      const element = await show(tag, { commune: VAL });
      await inMedia({ media: 'print' }, async () => {
        for (const selector of whole.split(', '))
          for (const node of all<Element>(element, selector))
            expect(getComputedStyle(node).breakInside, selector).to.equal('avoid');
        expect(all(element, heads)).not.to.deep.equal([]);
        for (const node of all(element, heads)) expect(getComputedStyle(node).breakAfter, heads).to.equal('avoid');
      });
    });

  it('no sign is left before a link that is not printed', async () => {
    const element = await show('yonne-soins-now', { commune: VILLE });
    await inMedia({ media: 'print' }, async () => {
      expect(bare(one(element, '.where p').innerText)).to.match(/^Ville-d’Essai, .*[\dh]$/);
    });
  });
});

describe('French names in English text', () => {
  const names = [...trial.channels, ...trial.cpts.cpts].map(({ name }) => name);
  for (const tag of ['yonne-cpts-finder', 'yonne-contacts', 'yonne-affiche', 'yonne-garde-screen'])
    it(`are said in French, in <${tag}>`, async () => {
      const element = await show(tag, { lang: 'en', commune: VAL });
      element.style.cssText = 'width: 1280px; height: 720px';
      await unfold(element);
      await element.updateComplete;
      const texts = document.createTreeWalker(one(element, '[part~="card"]'), NodeFilter.SHOW_TEXT);
      const wrong: string[] = [];
      let met = 0;
      while (texts.nextNode()) {
        const text = bare(texts.currentNode.nodeValue!);
        const parent = texts.currentNode.parentElement!;
        // A link beside a name says in the language of the page where it leads.
        if (!names.some((name) => text.includes(bare(name))) || parent.closest('a')) continue;
        met++;
        if (parent.closest('[lang]')!.getAttribute('lang') !== 'fr') wrong.push(text);
      }
      expect(wrong).to.deep.equal([]);
      expect(met).to.be.above(0);
    });
});
