import type { LocaleModule } from '@lit/localize';
import { runtimeMsg } from '@lit/localize/internal/runtime-msg.js';
import { LANGUAGE_EVENT, type Translate, yonneSoins } from './languages.ts';

/** Messages go by a hash of their French; the build keeps its first letters (`build/assets.mjs`). */
const ID_LENGTH = 5;

/**
 * Makes a language known to the widgets of the page, those that are drawn already included.
 *
 * @param searchWords - What people type in it: `data/search-words.….json`.
 * @param toReview - No reader has confirmed it yet: its file has no phase of review.
 */
export function registerLanguage(
  code: string,
  messages: LocaleModule['templates'],
  searchWords?: Translate['searchWords'],
  toReview = false,
): void {
  const { languages } = yonneSoins();
  if (languages.has(code)) return;
  const byShortId = new Proxy(messages, { get: (all, id: string) => all[id.slice(0, ID_LENGTH)] });
  const translate: Translate = (template) => runtimeMsg(byShortId, template, undefined) as ReturnType<Translate>;
  Object.assign(translate, { searchWords, toReview });
  languages.set(code, translate);
  // A server that renders the page has no window to tell.
  globalThis.dispatchEvent?.(new Event(LANGUAGE_EVENT));
}
