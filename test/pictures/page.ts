/** The page that is photographed: it draws one case of `cases.mjs`, on the trial directory, at an hour that stands still. */
import '../../components/entries/define.ts';
import '../../components/entries/define-affiche.ts';
import '../../components/entries/define-screen.ts';
import '../../components/locales/languages.ts';
import { replaceBundledContours } from '../../components/cpts-finder/bundled-contours.ts';
import { replaceBundledDirectory } from '../../components/shared/bundled-directory.ts';
import type { Widget } from '../../components/shared/widget.ts';
import { trial, trialWith } from '../fixtures/trial.ts';
import { trialContours } from '../fixtures/trial-contours.ts';
import { handClock } from '../hand-clock.ts';
import { unfold } from '../reading.ts';

/** What the page must know of a case. */
export interface Case {
  tag: string;
  /** The time of the device. */
  at: string;
  attributes?: Record<string, string>;
  /** Of the page around the widget. */
  style?: string;
  notice?: boolean;
  map?: boolean;
  roster?: boolean;
  act?: keyof typeof ACTS;
  print?: boolean;
}

const NOTICES = [
  {
    id: 'grippe',
    text: {
      fr: 'Épidémie de grippe : portez un masque dans les salles d’attente.',
      en: 'Flu epidemic: wear a mask in waiting rooms.',
    },
    from: '2026-11-20T08:00',
    to: '2026-12-01T00:00',
    sources: ['diaporama-essai'],
  },
  {
    id: 'travaux',
    text: { fr: 'Entrée par la cour.', en: 'Entrance through the courtyard.' },
    from: '2026-11-20T08:00',
    to: '2026-11-28T19:00',
    records: ['csnp-ville'],
  },
];

const ROSTER = `début;fin;nom;adresse;ville;téléphone
22/11/2026 09:00;24/11/2026 09:00;Pharmacie d’essai de la Gare;2 place d’essai;Ville-d’Essai;03 53 01 00 51
24/11/2026 09:00;26/11/2026 09:00;Pharmacie d’essai du Marché;1 place d’essai;Ville-d’Essai;03 53 01 00 50
26/11/2026 09:00;27/12/2026 09:00;Pharmacie d’essai du Port;3 quai d’essai;Rives-d’Essai;03 53 01 00 52`;

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** What a selector finds in a widget, as soon as it is there. */
async function found<E extends HTMLElement>({ shadowRoot }: Widget, selector: string): Promise<E> {
  for (;;) {
    const element = shadowRoot!.querySelector<E>(selector);
    if (element) return element;
    await frame();
  }
}

/** Types into a field, and waits for what comes of it. */
const typing = (field: string, text: string, then: string) => async (widget: Widget) => {
  const input = await found<HTMLInputElement>(widget, field);
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  await found(widget, then);
};

/** What a reader does before the picture is taken. */
const ACTS = {
  unfold: (widget: Widget) => unfold(widget),
  'unfold-pharmacies': (widget: Widget) => unfold(widget, 'harmac'),
  'type-commune': typing('[role="combobox"]', 'essai', '[role="option"]'),
  'type-no-commune': typing('[role="combobox"]', 'zzzzz', '[aria-invalid="true"]'),
  'pick-on-map': async (widget: Widget) => (await found(widget, '.legend button')).click(),
  search: typing('#filter', 'enfant', '.found li'),
  'search-in-vain': typing('#filter', 'zzzzz', '#counted'),
  focus: async (widget: Widget) => (await found(widget, '.button')).focus(),
};

/** Draws a case, and settles when nothing more will change. */
async function draw({ tag, at, attributes, style, notice, map, roster, act, print }: Case): Promise<void> {
  replaceBundledDirectory(
    notice ? trialWith(({ directory }) => Object.assign(directory, { notices: NOTICES })) : trial,
  );
  replaceBundledContours(map === false ? { ...trialContours, department: 'none' } : trialContours);
  const screen = tag === 'yonne-garde-screen';
  document.body.classList.toggle('screen', screen);
  document.body.style.cssText = style ?? '';
  // A font that came late would be fitted twice.
  await Promise.all([...document.fonts].map((font) => font.load()));

  const widget = document.createElement(tag) as Widget;
  widget.clock = handClock(at);
  for (const [name, value] of Object.entries({ lang: 'fr', ...attributes })) widget.setAttribute(name, value);
  if (roster) widget.innerHTML = `<script type="text/csv">${ROSTER}</script>`;
  document.body.append(widget);
  await settled(widget);
  if (act) await ACTS[act](widget);
  if (print) window.dispatchEvent(new Event('beforeprint'));
  await settled(widget);
}

/** Frames after which the first paint, the observers of sizes and the widgets within the widget have had their turns. */
async function settled(widget: Widget): Promise<void> {
  for (let frames = 0; frames < 6; frames++) {
    await frame();
    await widget.updateComplete;
  }
}

declare global {
  interface Window {
    draw: typeof draw;
  }
}
window.draw = draw;
