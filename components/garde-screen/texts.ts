/** Small drawings and texts of the screen that its parts share. To be called while an element renders. */
import { html, type TemplateResult } from 'lit';
import type { Phone } from '../../src/directory-schema.ts';
import { phoneText } from '../../src/format.ts';
import { priceText } from '../shared/care-words.ts';

/** A number with its price beside it. */
export function renderNumber(phone: Phone, kind = ''): TemplateResult {
  const price = phone.price === 'free' ? '' : priceText(phone);
  return html`<span class="phone"><span class="number ${kind}">${phoneText(phone.number)}</span>${price ? ` (${price})` : ''}</span> `;
}

/** Longer than this, a text that a stranger wrote would make all others small. */
const LONGEST = 70;

export const shorten = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

/** The class of a text with a word that no line holds; other words are never broken. */
export const breaks = (text: string): string => (/\S{24}/.test(text) ? 'long' : '');
