import { yonneSoins } from '../shared/languages.ts';
import { version } from '../shared/version.ts';
import { fillPlaces, type WidgetClass } from './places.ts';

/**
 * Registers elements, and puts them into the `<div data-yonne>` of the page. A name that is taken stays as it is: of two
 * scripts on a page, the first one's elements are drawn. On a server nothing happens.
 */
export function defineElements(elements: Record<string, WidgetClass>): void {
  if (typeof document === 'undefined') return;
  yonneSoins().version ??= version;
  for (const [name, element] of Object.entries(elements)) {
    if (!customElements.get(name)) customElements.define(name, element);
  }
  fillPlaces(elements);
}
