import { html, type TemplateResult } from 'lit';
import { yonneSoins } from './languages.ts';
import { renderingLocale } from './localization.ts';
import { msg } from './msg.ts';

/**
 * For the foot of a widget, in the language of the current render and in French: that no reader has confirmed that
 * language yet; empty where one has. To be called while an element renders.
 */
export const reviewMark = (): TemplateResult | '' =>
  yonneSoins().languages.get(renderingLocale())?.toReview
    ? html`${msg('Traduction à relire', { desc: 'In the foot, until a reader has confirmed this language' })} · <span lang="fr">traduction à relire</span>`
    : '';
