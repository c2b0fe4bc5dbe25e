/**
 * What a screen reader says by itself while a page stays open: each day minute by minute, on a clock that is driven by
 * hand, with every change in a live region noted, also one that writes the same words again.
 */
import { expect, fixture, html } from '@open-wc/testing';
import '../components/entries/define.ts';
import '../components/entries/define-screen.ts';
import '../components/locales/languages.ts';
import type { Widget } from '../components/shared/widget.ts';
import { MINUTE, wallAt } from '../src/time/calendar.ts';
import { useTrial, VILLE } from './fixtures/trial.ts';
import { handClock } from './hand-clock.ts';
import { bare, unfold } from './reading.ts';
import { until } from './waiting.ts';

useTrial();

const LIVE = '[aria-live]:not([aria-live="off"]), [role="status"], [role="alert"], [role="log"], output';

/** Notes what is announced in a shadow root, from now on, and in those of the widgets in it. */
function listen(root: ShadowRoot) {
  const records: MutationRecord[] = [];
  const followed = new Set<ShadowRoot>();
  const follow = (node: ShadowRoot) => {
    if (followed.has(node)) return;
    followed.add(node);
    observer.observe(node, { childList: true, characterData: true, subtree: true });
  };
  const observer = new MutationObserver((list) => {
    records.push(...list);
  });
  follow(root);
  return {
    /** What was announced since it was last asked: each live region that changed and has words. */
    heard(): string[] {
      const changes = [...records.splice(0), ...observer.takeRecords()];
      for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) follow(shadowRoot);
      const regions = changes.flatMap(({ target, addedNodes }) => {
        const around = (target instanceof Element ? target : target.parentElement)?.closest(LIVE);
        const added = [...addedNodes].filter((node) => node instanceof Element);
        return [
          ...(around ? [around] : []),
          ...added.flatMap((node) => [...(node.matches(LIVE) ? [node] : []), ...node.querySelectorAll(LIVE)]),
        ];
      });
      return [...new Set(regions)].map((region) => bare(region.textContent!)).filter(Boolean);
    },
  };
}

type Attributes = Record<string, string>;

/** A widget on a page, and what is heard of it from its first drawing on. */
async function open(tag: string, start: string, attributes: Attributes = {}) {
  const clock = handClock(start);
  const place = await fixture(html`<div lang="fr"></div>`);
  const element = document.createElement(tag) as Widget;
  element.clock = clock;
  for (const [name, value] of Object.entries({ commune: '', ...attributes })) element.setAttribute(name, value);
  // Without a size nothing of the screen is measured, which is not what is asked here.
  if (tag === 'yonne-garde-screen') element.style.height = '0';
  place.append(element);
  const { heard } = listen(element.shadowRoot!);
  await element.updateComplete;
  return { clock, element, heard };
}

/** `20:00` of the clocks of Paris. */
const timeAt = (at: number) => new Date(wallAt(at)).toISOString().slice(11, 16);

/** Lets each minute pass, up to an instant. @returns What was announced, with the time at which it was. */
async function pass({ clock, element, heard }: Awaited<ReturnType<typeof open>>, end: string): Promise<string[]> {
  const said: string[] = [];
  for (let at = clock.now() + MINUTE; at <= Date.parse(end); at += MINUTE) {
    clock.set(at);
    await element.updateComplete;
    said.push(...heard().map((text) => `${timeAt(at)} ${text}`));
  }
  return said;
}

const TUESDAY = ['2026-11-23T23:00:00Z', '2026-11-24T23:00:00Z'] as const;

describe('what <yonne-soins-now> announces', () => {
  const days: [title: string, start: string, end: string, said: string[]][] = [
    [
      'a Tuesday',
      ...TUESDAY,
      [
        '08:00 En journée, jusqu’à 20 h. Le médecin traitant d’abord.',
        '20:00 Hors des heures de cabinet, jusqu’à mercredi 8 h. Besoin d’un médecin cette nuit ? Appeler le 15.',
      ],
    ],
    [
      'a Saturday',
      '2026-11-27T23:00:00Z',
      '2026-11-28T23:00:00Z',
      [
        '08:00 En journée, jusqu’à 12 h. Le médecin traitant d’abord.',
        '12:00 Hors des heures de cabinet, jusqu’à lundi 8 h. Besoin d’un médecin cet après-midi ? Appeler le 15.',
      ],
    ],
    ['Christmas, a Friday', '2026-12-24T23:00:00Z', '2026-12-25T23:00:00Z', []],
    [
      'the day before Christmas and its night',
      '2026-12-23T23:00:00Z',
      '2026-12-25T01:00:00Z',
      [
        '08:00 En journée, jusqu’à 20 h. Le médecin traitant d’abord.',
        '20:00 Hors des heures de cabinet, jusqu’à samedi 8 h. Besoin d’un médecin cette nuit ? Appeler le 15.',
      ],
    ],
    [
      'the Sunday of 23 hours, and its night',
      '2028-03-25T23:00:00Z',
      '2028-03-27T06:30:00Z',
      ['08:00 En journée, jusqu’à 20 h. Le médecin traitant d’abord.'],
    ],
    [
      'the Sunday of 25 hours, and its night',
      '2028-10-28T22:00:00Z',
      '2028-10-30T07:30:00Z',
      ['08:00 En journée, jusqu’à 20 h. Le médecin traitant d’abord.'],
    ],
  ];
  for (const [title, start, end, said] of days)
    it(`${title}: ${said.length ? said.map((text) => text.slice(0, 5)).join(' and ') : 'nothing'}`, async () => {
      const page = await open('yonne-soins-now', start, { commune: VILLE });
      expect(page.heard(), 'at load').to.deep.equal([]);
      expect(await pass(page, end)).to.deep.equal(said);
    });

  it('what wakes up in another regime says it once, and what wakes up in the same one nothing', async () => {
    const { clock, element, heard } = await open('yonne-soins-now', '2026-11-24T09:00:00Z');
    const rows: [at: string, said: string[]][] = [
      ['2026-11-25T09:00:00Z', []],
      [
        '2026-11-28T02:00:00Z',
        ['Hors des heures de cabinet, jusqu’à 8 h. Besoin d’un médecin cette nuit ? Appeler le 15.'],
      ],
      ['2026-11-29T09:00:00Z', []],
      ['2026-11-30T09:00:00Z', ['En journée, jusqu’à 20 h. Le médecin traitant d’abord.']],
      ['1970-01-01T00:00:00Z', []],
      ['2026-11-30T09:00:00Z', []],
    ];
    heard();
    for (const [at, said] of rows) {
      clock.set(at);
      await element.updateComplete;
      expect(heard(), at).to.deep.equal(said);
    }
  });
});

describe('what a page with several widgets announces', () => {
  const night = (end: string) =>
    `Hors des heures de cabinet, jusqu’à ${end} 8 h. Besoin d’un médecin cette nuit ? Appeler le 15.`;

  /** Widgets side by side in the minute before 20:00 of a day, each with what it says at 20:00. */
  async function atEight(day: string, styles: readonly string[]): Promise<string[][]> {
    const clock = handClock(`${day}T18:59:00Z`);
    const place = await fixture(html`<div lang="fr"></div>`);
    const listeners = styles.map((style) => {
      const element = document.createElement('yonne-soins-now') as Widget;
      element.clock = clock;
      element.style.cssText = style;
      place.append(element);
      return { element, ...listen(element.shadowRoot!) };
    });
    for (const { element } of listeners) await element.updateComplete;
    clock.set(`${day}T19:00:00Z`);
    for (const { element } of listeners) await element.updateComplete;
    return listeners.map(({ heard }) => heard());
  }

  // Each on a day of its own, since a change that was said is not said again.
  it('a change of regime: one of them, once', async () =>
    expect(await atEight('2026-12-01', ['', '', ''])).to.deep.equal([[night('mercredi')], [], []]));

  it('a change of regime: one that is seen', async () =>
    expect((await atEight('2026-12-02', ['display: none', '']))[1]).to.deep.equal([night('jeudi')]));

  it('so it is where the finder has another in it', async () => {
    const { clock, element, heard } = await open('yonne-cpts-finder', TUESDAY[0], { commune: VILLE });
    await unfold(element, 'Sans rendez-vous');
    const inner = element.shadowRoot!.querySelector<Widget>('yonne-soins-now')!;
    inner.clock = clock;
    await inner.updateComplete;
    heard();
    clock.set('2026-12-03T18:59:00Z');
    await inner.updateComplete;
    expect(heard()).to.deep.equal(['En journée, jusqu’à 20 h. Le médecin traitant d’abord.']);
    clock.set('2026-12-03T19:00:00Z');
    await inner.updateComplete;
    expect(heard()).to.deep.equal([night('vendredi')]);
  });
});

describe('what the others announce', () => {
  for (const [tag, attributes] of [
    ['yonne-contacts', { commune: VILLE }],
    ['yonne-cpts-finder', { commune: VILLE }],
  ] satisfies [string, Attributes][])
    it(`<${tag}>, a Tuesday: nothing`, async () => {
      const page = await open(tag, TUESDAY[0], attributes);
      expect(page.heard(), 'at load').to.deep.equal([]);
      expect(await pass(page, TUESDAY[1])).to.deep.equal([]);
    });

  it('<yonne-garde-screen>, the hours around a change, in two languages: nothing', async () => {
    const page = await open('yonne-garde-screen', '2026-11-24T18:00:00Z', { commune: VILLE, 'second-lang': 'en' });
    expect(page.heard(), 'at load').to.deep.equal([]);
    expect(await pass(page, '2026-11-24T20:00:00Z')).to.deep.equal([]);
    expect(page.element.shadowRoot!.querySelector(LIVE)).to.equal(null);
  });

  for (const [tag, typed, field, said] of [
    ['yonne-contacts', 'pharmacie', '[type="search"]', /^Contacts : 1$/],
    ['yonne-cpts-finder', 'essai', '[role="combobox"]', /^Communes : 12$/],
  ] as const)
    it(`<${tag}>: how much was found for what stands in its field, once`, async () => {
      const page = await open(tag, '2026-11-24T06:00:00Z');
      const input = page.element.shadowRoot!.querySelector<HTMLInputElement>(field)!;
      input.value = typed;
      input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      const heard: string[] = [];
      await until(() => heard.push(...page.heard()), 'the count');
      expect(heard).to.have.length(1);
      expect(heard[0]).to.match(said);
      expect(await pass(page, '2026-11-24T08:00:00Z')).to.deep.equal([]);
    });
});
