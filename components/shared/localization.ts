import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Words } from '../../src/directory-schema.ts';
import { LANGUAGE_EVENT, SOURCE_LANGUAGE, yonneSoins } from './languages.ts';
import { msg, translateBy } from './msg.ts';
import { warnOnce } from './warn.ts';

/** The locale of the element that is rendering. */
let rendering = SOURCE_LANGUAGE;

/** The value of the nearest `lang`, out through the shadow roots. */
function nearestLang(element: Element): string {
  // Step by step: old libraries replace `closest`.
  for (let node: Node | null = element; node; node = node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null) {
    const lang = (node as Partial<Element>).getAttribute?.('lang');
    if (lang != null) return lang;
  }
  return '';
}

/** Sets the language of each render of its host from the nearest `lang`; French where the page has no other. */
export class LocaleController implements ReactiveController {
  locale = SOURCE_LANGUAGE;

  /** @param instead - A language to speak in place of that of the page; empty for that of the page. */
  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly instead = () => '',
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener(LANGUAGE_EVENT, this.update);
    // A language may have come since it was last on the page.
    this.update();
  }

  hostDisconnected(): void {
    window.removeEventListener(LANGUAGE_EVENT, this.update);
  }

  hostUpdate(): void {
    // The property first: its attribute is written only after this.
    const { languages, language: chosen } = yonneSoins();
    const asked = this.instead() || chosen || this.host.lang || nearestLang(this.host);
    const language = String(asked).split('-')[0]!.toLowerCase();
    const known = language === SOURCE_LANGUAGE || languages.has(language);
    this.locale = known ? language : SOURCE_LANGUAGE;
    rendering = this.locale;
    translateBy(languages.get(rendering));
    if (known || !language) return;
    // Until all scripts of the page have run, its language may still come.
    if (document.readyState !== 'complete') window.addEventListener('load', this.update, { once: true });
    else warnOnce(this.host, `lang="${asked}"`, [SOURCE_LANGUAGE, ...languages.keys()].join(' or '));
  }

  private readonly update = (): void => this.host.requestUpdate();
}

/** The locale of the current render. */
export const renderingLocale = (): string => rendering;

/** Words of the data in the language of the current render. */
export const localized = (words: Words): string => words[rendering] ?? words.fr;

/** The language that these words of the data then have. */
export const languageOf = (words: Words): string => (words[rendering] ? rendering : SOURCE_LANGUAGE);

/** `rtl` where the language of the current render is written from right to left, else `ltr`. */
export const direction = (): string =>
  msg('ltr', { desc: 'Direction of the writing of this language: rtl where it runs from right to left' });

/** What is enumerated, in the signs of the current language. */
export const listText = (parts: readonly string[]): string =>
  parts.join(msg(', ', { desc: 'Between what is enumerated' }));

/** The languages of the page beside that of the current render: code and own name. */
export function otherLanguages(): { code: string; name: string }[] {
  const { languages } = yonneSoins();
  const others = [SOURCE_LANGUAGE, ...languages.keys()].filter((code) => code !== rendering);
  const named = others.map((code) => {
    translateBy(languages.get(code));
    return { code, name: msg('Français', { desc: 'Name of this language, in itself' }) };
  });
  translateBy(languages.get(rendering));
  return named;
}

/** The reader chose a language: all widgets of the page speak it. */
export function chooseLanguage(code: string): void {
  yonneSoins().language = code;
  window.dispatchEvent(new Event(LANGUAGE_EVENT));
}
