/**
 * The languages of the page. French is in every script; each other language is a script of its own, which may come
 * before or after the widgets, twice, or from another version of them: a message that it lacks stays French.
 */
import type { TemplateResult } from 'lit';

/** What `msg` takes. Spelled out: whoever installs the package does not have @lit/localize and its types. */
type Message = string | { strTag: true; strings: TemplateStringsArray; values: unknown[] } | TemplateResult;

/** Gives a message in one language, in French where it lacks it. */
export interface Translate {
  (message: Message): string | TemplateResult;
  /** What people type in that language, by what they mean; absent where nobody has written it. */
  searchWords?: Readonly<Record<string, string>> | undefined;
  /** No reader has confirmed it yet. */
  toReview?: boolean;
}

/** What all scripts of ours on a page share, as `window.yonneSoins`. */
export interface YonneSoins {
  /** Version of the script that came first: its elements are those of the page. */
  version?: string;
  /** The languages beside French, by their codes. */
  languages: Map<string, Translate>;
  /** INSEE code of the commune that the reader chose last, in a widget of whichever script. */
  commune?: string;
  /** Code of the language that the reader chose, for all widgets; absent: each has that of its place in the page. */
  language?: string;
}

export const SOURCE_LANGUAGE = 'fr';

/** Fired on the window when a language came. */
export const LANGUAGE_EVENT = 'yonne-language';

/** What the scripts of the page share; made by the first of them. */
export function yonneSoins(): YonneSoins {
  const page = globalThis as { yonneSoins?: YonneSoins };
  page.yonneSoins ??= { languages: new Map() };
  return page.yonneSoins;
}
