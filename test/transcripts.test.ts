/**
 * What a screen reader is told of each widget, as texts that a person has read: `transcripts/*.txt`. A change that makes
 * one read differently shows how. After reading it: `npm run test:transcripts` renews them.
 */
import { expect, fixture, html } from '@open-wc/testing';
import '../components/entries/define.ts';
import '../components/entries/define-affiche.ts';
import '../components/entries/define-screen.ts';
import { replaceBundledContours } from '../components/cpts-finder/bundled-contours.ts';
import type { Widget } from '../components/shared/widget.ts';
import { transcribe } from './browser.ts';
import { useTrial, VAL, VILLE } from './fixtures/trial.ts';
import { trialContours } from './fixtures/trial-contours.ts';
import { handClock } from './hand-clock.ts';
import { unfold } from './reading.ts';
import { until } from './waiting.ts';

useTrial();
replaceBundledContours(trialContours);

const TUESDAY = '2026-11-24T10:00';
const SUNDAY_NIGHT = '2026-11-22T23:10';

type Act = (element: Widget) => Promise<unknown>;

/** Types into the field that finds a commune, shown first where it is folded away. */
const typing =
  (text: string, seen: string): Act =>
  async (element) => {
    const root = element.shadowRoot!;
    const field = () => root.querySelector<HTMLInputElement>('[role="combobox"]');
    if (!field()) root.querySelector<HTMLElement>('button[aria-expanded]')!.click();
    await element.updateComplete;
    field()!.value = text;
    field()!.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    const status = field()!.closest('.field')!.querySelector('[role="status"]')!;
    await until(() => status.textContent!.includes(seen), `"${seen}"`);
  };

const SCREENS: [name: string, tag: string, attributes: Record<string, string>, act?: Act][] = [
  ['soins-now-tuesday', 'yonne-soins-now', { now: TUESDAY, commune: VILLE }],
  ['soins-now-tuesday-without-commune', 'yonne-soins-now', { now: TUESDAY }],
  ['soins-now-sunday-night', 'yonne-soins-now', { now: SUNDAY_NIGHT, commune: VILLE }],
  ['soins-now-unfolded', 'yonne-soins-now', { now: TUESDAY, commune: VAL }, unfold],
  ['cpts-finder', 'yonne-cpts-finder', { now: TUESDAY }],
  ['cpts-finder-commune', 'yonne-cpts-finder', { now: TUESDAY, commune: VAL }],
  ['cpts-finder-typing', 'yonne-cpts-finder', { now: TUESDAY }, typing('essai', '12')],
  ['cpts-finder-no-match', 'yonne-cpts-finder', { now: TUESDAY }, typing('zzzzz', 'Aucune')],
  ['contacts', 'yonne-contacts', { now: TUESDAY, commune: VILLE }],
  ['contacts-pharmacy-unfolded', 'yonne-contacts', { now: TUESDAY, commune: VILLE, need: 'pharmacy' }, unfold],
  ['affiche', 'yonne-affiche', { now: TUESDAY, commune: VILLE, page: 'https://page.example/' }],
  ['garde-screen', 'yonne-garde-screen', { now: TUESDAY, commune: VILLE, page: 'https://page.example/' }],
  ['garde-screen-sunday-night', 'yonne-garde-screen', { now: SUNDAY_NIGHT, commune: VILLE }],
];

describe('what a screen reader is told', () => {
  for (const [name, tag, attributes, act] of SCREENS)
    it(name, async () => {
      const place = await fixture(html`<div lang="fr"></div>`);
      const element = document.createElement(tag) as Widget;
      // The moments that are offered follow the present one.
      element.clock = handClock('2026-11-24T09:00:00Z');
      for (const [key, value] of Object.entries({ commune: '', ...attributes })) element.setAttribute(key, value);
      if (tag === 'yonne-garde-screen') element.style.cssText = 'width: 1280px; height: 720px';
      place.append(element);
      await element.updateComplete;
      await act?.(element);
      const { said, kept } = await transcribe(element, name);
      expect(said, `test/transcripts/${name}.txt differs; once it reads well: npm run test:transcripts`).to.equal(kept);
    });
});
