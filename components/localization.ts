import { configureReentrantLocalization } from '@lit/localize/init/reentrant.js';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import * as en from './locales/en.ts';

const SOURCE_LOCALE = 'fr';

/** Messages go by a hash of their French; the build keeps its first letters (`assets()` in rollup.config.mjs). */
const ID_LENGTH = 5;
const byShortId = (templates: typeof en.templates): typeof en => ({
  templates: new Proxy(templates, { get: (all, id: string) => all[id.slice(0, ID_LENGTH) as keyof typeof all] }),
});
const translations: Record<string, typeof en> = { en: byShortId(en.templates) };

/** The locale of the element that is rendering: elements render one after the other, each in its own. */
let rendering = SOURCE_LOCALE;

configureReentrantLocalization({
  sourceLocale: SOURCE_LOCALE,
  targetLocales: Object.keys(translations),
  getLocale: () => rendering,
  loadLocaleSync: (locale) => translations[locale]!,
});

/** The value of the nearest `lang`, out through the shadow roots. */
function nearestLang(element: Element): string {
  // Step by step: old libraries replace `closest`.
  for (let node: Node | null = element; node; node = node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null) {
    const lang = (node as Partial<Element>).getAttribute?.('lang');
    if (lang != null) return lang;
  }
  return '';
}

/** Sets the language of each render of its host from the nearest `lang`; French where we do not speak it. */
export class LocaleController implements ReactiveController {
  locale = SOURCE_LOCALE;

  /** @param instead - A language to speak in place of that of the page; empty for that of the page. */
  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly instead = () => '',
  ) {
    host.addController(this);
  }

  hostUpdate(): void {
    // The property first: its attribute is written only after this.
    const asked = this.instead() || this.host.lang || nearestLang(this.host);
    const language = asked.split('-')[0]!.toLowerCase();
    this.locale = language in translations ? language : SOURCE_LOCALE;
    rendering = this.locale;
  }
}

/** The locale of the current render, for `Intl`. */
export const renderingLocale = (): string => rendering;
