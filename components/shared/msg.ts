/**
 * `msg` of @lit/localize, but for where it translates: in the script of each language, so that French pages carry none
 * of that. To be called while an element renders.
 */
import type { msg as localizeMsg } from '@lit/localize';
import { defaultMsg } from '@lit/localize/internal/default-msg.js';
import type { Translate } from './languages.ts';

export { str } from '@lit/localize/internal/str-tag.js';

const french = defaultMsg as Translate;
let translate = french;

/** Sets the language of the element that renders: elements render one after the other, each in its own. */
export function translateBy(translation = french): void {
  translate = translation;
}

export const msg = ((template: Parameters<Translate>[0]) => translate(template)) as typeof localizeMsg;
