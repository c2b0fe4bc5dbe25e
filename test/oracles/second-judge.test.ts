/**
 * A second judge of accessibility beside axe: IBM's engine, which asks other questions. It looks into open shadow
 * roots. Nothing that it calls a violation is left, nor anything of which it says that a person must look at it, but
 * for what a person has looked at: FALSE_POSITIVES.
 */
import { expect, fixture, html } from '@open-wc/testing';
import 'accessibility-checker-engine/ace-window.js';
import type { Checker } from 'accessibility-checker-engine';
import '../../components/entries/define.ts';
import '../../components/entries/define-affiche.ts';
import '../../components/entries/define-screen.ts';
import '../../components/locales/languages.ts';
import type { Widget } from '../../components/shared/widget.ts';
import { CONFINS, LOINTAIN, useTrial, VAL, VILLE } from '../fixtures/trial.ts';
import { handClock } from '../hand-clock.ts';
import { unfold } from '../reading.ts';
import { until } from '../waiting.ts';

useTrial();

type Issue = Awaited<ReturnType<Checker['check']>>['results'][number];
const { ace_ibma: engine } = window as unknown as { ace_ibma: { Checker: new () => Checker } };

const TUESDAY = '2026-11-24T10:00';
const SUNDAY = '2026-11-22T14:05';
const HOLIDAY = '2026-12-25T10:00';

/** Whether a field of the kind that the test of the finder presses all keys of. */
const isCombobox = (node: Element): boolean => node.matches('[role="combobox"], [role="listbox"]');

/** What it takes for a fault and is none: the id of its rule, where, and why. */
const FALSE_POSITIVES: { rule: string; only: (node: Element) => boolean; why: string }[] = [
  {
    rule: 'text_block_heading',
    only: (node) => node.matches('[role="heading"]') || !!node.firstElementChild?.matches('[role="heading"]'),
    why: 'It asks for h1 to h6, and does not see that the text has the role of a heading.',
  },
  {
    rule: 'text_block_heading',
    only: (node) => !!node.closest('li, [part~="channel"], .place, .small, summary'),
    why: 'Bold is the name, the state or the number of an item: as headings, they would bury those of the sections.',
  },
  {
    rule: 'text_block_heading',
    only: (node) => !!node.querySelector('label, .badge'),
    why: 'Bold is the label of a field, or how sure the answer below it is, which its heading follows.',
  },
  {
    rule: 'text_block_heading',
    only: (node) => !!node.closest('.screen'),
    why: 'All text of the screen is larger than that of a page; what heads a part of it has the role of a heading.',
  },
  {
    rule: 'aria_keyboard_handler_exists',
    only: isCombobox,
    why: 'It looks for attributes such as onkeydown; the listener is added by a script.',
  },
  {
    rule: 'aria_child_tabbable',
    only: isCombobox,
    why: 'The focus stays in the field, whose aria-activedescendant names the option, as the APG has it.',
  },
  {
    rule: 'widget_tabbable_exists',
    only: isCombobox,
    why: 'The same of the list as a whole.',
  },
  {
    rule: 'form_submit_button_exists',
    only: (node) => !!node.querySelector('button:not([type])'),
    why: 'A button without a type is one that submits.',
  },
];

type Act = (element: Widget) => Promise<unknown>;

/** Types into a field, which a button shows first where it is not there. */
const typing =
  (field: string, text: string, seen: string): Act =>
  async (element) => {
    const root = element.shadowRoot!;
    const found = () => root.querySelector<HTMLInputElement>(field);
    if (!found()) root.querySelector<HTMLElement>('button[aria-expanded]')!.click();
    await element.updateComplete;
    const input = found()!;
    input.focus();
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    const status = input.closest('.field')!.querySelector('[role="status"]')!;
    await until(() => status.textContent!.includes(seen), `"${seen}"`);
  };
const COMMUNE = '[role="combobox"]';
const wrongClock: Act = (element) => {
  element.clock = handClock('2020-01-01T00:00Z');
  return element.updateComplete;
};
const roster: Act = (element) => {
  element.innerHTML = `<script type="text/csv">début;fin;nom;adresse;ville;téléphone
24/11/2026 09:00;25/11/2026 09:00;Pharmacie d’essai du Marché;1 place d’essai;Ville-d’Essai;3237
</script>`;
  return until(() => element.shadowRoot!.textContent!.includes('du Marché'), 'the roster');
};

const STATES: [tag: string, attributes: Record<string, string>, act?: Act][] = [
  ['yonne-soins-now', { now: TUESDAY }],
  ['yonne-soins-now', { now: TUESDAY, commune: VILLE }, unfold],
  ['yonne-soins-now', { now: SUNDAY, commune: VILLE, theme: 'dark' }],
  ['yonne-soins-now', { now: HOLIDAY, commune: LOINTAIN, lang: 'en' }, unfold],
  ['yonne-soins-now', { now: SUNDAY, commune: VILLE }, typing(COMMUNE, 'essai', 'Communes')],
  ['yonne-soins-now', { commune: VILLE }, wrongClock],
  ['yonne-cpts-finder', { now: TUESDAY }],
  ['yonne-cpts-finder', { now: TUESDAY, commune: VAL }, unfold],
  ['yonne-cpts-finder', { now: TUESDAY, commune: CONFINS, theme: 'dark' }],
  ['yonne-cpts-finder', { now: TUESDAY, commune: LOINTAIN, cpts: 'nord-essai', lang: 'en' }],
  ['yonne-cpts-finder', { cpts: 'nord-essai', territory: '000000005', contact: 'cpts@nord.example' }, unfold],
  ['yonne-cpts-finder', { now: TUESDAY }, typing(COMMUNE, 'essai', 'Communes')],
  ['yonne-cpts-finder', { now: TUESDAY }, typing(COMMUNE, 'zzzzz', 'Aucune')],
  ['yonne-contacts', { now: SUNDAY }],
  ['yonne-contacts', { now: TUESDAY, commune: VILLE, audience: 'mairie' }, unfold],
  ['yonne-contacts', { now: HOLIDAY, commune: LOINTAIN, theme: 'dark' }],
  ['yonne-contacts', { now: TUESDAY, commune: VAL, lang: 'en' }],
  ['yonne-contacts', { now: TUESDAY }, typing('#filter', 'zzzzz', 'Aucun')],
  ['yonne-contacts', { now: TUESDAY }, typing(COMMUNE, 'essai', 'Communes')],
  ['yonne-contacts', { commune: VILLE }, wrongClock],
  ['yonne-affiche', { now: TUESDAY }],
  ['yonne-affiche', { now: TUESDAY, commune: VAL, page: 'https://page.example/' }],
  ['yonne-affiche', { now: TUESDAY, commune: VILLE, lang: 'en', theme: 'dark' }],
  ['yonne-garde-screen', { now: TUESDAY, commune: VILLE, page: 'https://page.example/' }, roster],
  ['yonne-garde-screen', { now: SUNDAY, lang: 'en', theme: 'dark' }],
  ['yonne-garde-screen', { commune: VILLE }, wrongClock],
];

/** A widget in its state, in the main content of a page: what it says of pages is no business of a widget. */
async function show(tag: string, attributes: Record<string, string>, act?: Act): Promise<HTMLElement> {
  const main = await fixture<HTMLElement>(html`<main></main>`);
  const element = document.createElement(tag) as Widget;
  for (const [name, value] of Object.entries({ lang: 'fr', commune: '', ...attributes }))
    element.setAttribute(name, value);
  if (tag === 'yonne-garde-screen') element.style.cssText = 'width: 1280px; height: 720px';
  main.append(element);
  await element.updateComplete;
  await act?.(element);
  return main;
}

/** What it calls a violation, and that of which a person must say whether it is one. */
async function judge(node: HTMLElement): Promise<Issue[]> {
  const { results } = await new engine.Checker().check(node, ['WCAG_2_2']);
  return results.filter(({ value: [policy, verdict] }) => policy === 'VIOLATION' && verdict !== 'PASS');
}

const line = ({ ruleId, value, message, snippet, path }: Issue): string =>
  `${ruleId} (${value[1]}): ${message} ${snippet} ${path.dom}`;

describe('IBM’s accessibility engine finds nothing', () => {
  const met = new Set<object>();

  for (const [tag, attributes, act] of STATES)
    it(`<${tag}> ${JSON.stringify(attributes)}`, async () => {
      const issues = await judge(await show(tag, attributes, act));
      const left = issues.filter(({ ruleId, node }) => {
        const known = FALSE_POSITIVES.find(({ rule, only }) => rule === ruleId && only(node as Element));
        if (known) met.add(known);
        return !known;
      });
      expect(left.map(line)).to.deep.equal([]);
    });

  it('but what it takes for faults, all of which it still does', () =>
    expect(FALSE_POSITIVES.filter((known) => !met.has(known))).to.deep.equal([]));

  it('a field without a name in a shadow root is found', async () => {
    const main = await show('yonne-soins-now', { now: TUESDAY });
    main.firstElementChild!.shadowRoot!.querySelector('.card')!.append(document.createElement('input'));
    expect((await judge(main)).map(({ ruleId }) => ruleId)).to.include('input_label_exists');
  });
});
