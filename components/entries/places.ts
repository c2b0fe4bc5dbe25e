import { warnOnce } from '../shared/warn.ts';

const NAME = 'data-yonne';

/** An element with the attributes that it reads. */
export type WidgetClass = CustomElementConstructor & { readonly observedAttributes?: readonly string[] };

/**
 * Puts a widget in each `<div data-yonne="soins-now" data-commune="89024">` of the page, also in those that come later:
 * a CMS that strips unknown tags lets these through. The widget stands in a shadow root, and what the element holds is
 * its fallback, left as it is: an editor that saves the page, or a framework, finds its own nodes again.
 *
 * @param widgets - The elements of this script by name. Of two scripts, the one that registered a name draws it.
 */
export function fillPlaces(widgets: Record<string, WidgetClass>): void {
  const fill = (place: Element): void => {
    const value = place.getAttribute(NAME);
    const name = `yonne-${value}`;
    const widget = customElements.get(name) as WidgetClass | undefined;
    if (!widget) {
      const expected = Object.keys(widgets).map((known) => known.replace('yonne-', ''));
      const warn = () => {
        if (!customElements.get(name)) warnOnce(place, `${NAME}="${value}"`, expected.join(' or '));
      };
      // Until all scripts of the page have run, another one may still register it.
      if (document.readyState === 'complete') warn();
      else addEventListener('load', warn, { once: true });
      return;
    }
    try {
      const root = place.shadowRoot ?? place.attachShadow({ mode: 'open' });
      let element = root.querySelector(name);
      if (!element) {
        root.textContent = '';
        element = document.createElement(name);
        element.setAttribute('exportparts', 'card,channel,call,bar,poster');
        element.appendChild(document.createElement('slot'));
        root.appendChild(element);
      }
      // Only what the widget reads: an `onclick` must not come in through `data-onclick`.
      for (const attribute of widget.observedAttributes ?? []) {
        const set = place.getAttribute(`data-${attribute}`);
        if (set === element.getAttribute(attribute)) continue;
        if (set === null) element.removeAttribute(attribute);
        else element.setAttribute(attribute, set);
      }
    } catch (error) {
      warnOnce(place, `${NAME}: ${(error as Error).message}`, 'a div, a section or a p; its content is shown');
    }
  };
  const fillIn = (root: ParentNode) => {
    for (const place of root.querySelectorAll(`[${NAME}]`)) fill(place);
  };
  const isPlace = (node: Node) => node.nodeType === Node.ELEMENT_NODE && (node as Element).hasAttribute(NAME);

  new MutationObserver((records) => {
    for (const { target, type, addedNodes } of records) {
      if (type === 'attributes' && isPlace(target)) fill(target as Element);
      for (const node of addedNodes) {
        if (isPlace(node)) fill(node as Element);
        if (node.hasChildNodes()) fillIn(node as Element);
      }
    }
  }).observe(document, {
    childList: true,
    subtree: true,
    attributeFilter: [
      NAME,
      ...Object.values(widgets).flatMap(({ observedAttributes = [] }) =>
        observedAttributes.map((name) => `data-${name}`),
      ),
    ],
  });
  fillIn(document);
}
