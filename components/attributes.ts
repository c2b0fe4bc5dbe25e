import { html, type LitElement, type PropertyDeclarations, render } from 'lit';

/** The attributes that every widget has; each widget says what they mean to it. */
export const commonAttributes: PropertyDeclarations = {
  /** `fr` or `en`; where absent, that of the nearest `lang` of the page. */
  lang: { reflect: true },
  commune: {},
  directory: {},
  theme: { reflect: true },
  headingLevel: { attribute: 'heading-level' },
  geolocation: { attribute: false },
};

const said = new WeakMap<Element, Set<string>>();

/** Says once for each element and value what was wrong and what was expected. */
export function warnOnce(element: Element, what: string, expected: string): void {
  const messages = said.get(element) ?? new Set();
  said.set(element, messages);
  const message = `<${element.localName}> ${what}; expected ${expected}`;
  if (messages.has(message)) return;
  messages.add(message);
  console.warn(message);
}

/** Names a `theme` that is none. */
export function warnTheme(element: Element & { theme?: string | undefined }): void {
  const { theme } = element;
  if (theme && !['light', 'dark', 'auto'].includes(theme)) warnOnce(element, `theme="${theme}"`, 'light, dark or auto');
}

/** The level of a widget's heading. */
export function headingLevel(element: Element & { headingLevel: number | string }): number {
  const level = Number(element.headingLevel);
  if (level >= 1 && level <= 4 && Number.isInteger(level)) return level;
  warnOnce(element, `heading-level="${element.headingLevel}"`, 'a whole number from 1 to 4');
  return 2;
}

/** What stands in the page inside the tag, in place of a widget that could not be drawn: nothing is ever blank. */
export function showFallback(element: LitElement, error: unknown): void {
  warnOnce(element, `could not be drawn (${(error as Error).message})`, 'no error; its content in the page is shown');
  render(html`<slot></slot>`, element.renderRoot as HTMLElement, element.renderOptions);
}
