/** What a person sees of a widget, and what a page suffers from it. */
import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { bare } from '../reading.ts';

/** What happens that must not, from now on. */
export function watch() {
  const errors: string[] = [];
  const onError = (event: ErrorEvent | PromiseRejectionEvent) =>
    errors.push(String('reason' in event ? event.reason : event.message));
  // That of the layout, which comes back to it in the next frame, is none.
  const listen = (event: ErrorEvent | PromiseRejectionEvent) => {
    if (!('message' in event && /ResizeObserver/.test(event.message))) onError(event);
  };
  window.addEventListener('error', listen);
  window.addEventListener('unhandledrejection', listen);
  const { fetch } = window;
  const before = performance.getEntriesByType('resource').length;
  return {
    errors,
    /** What was asked of the network by other ways than `fetch`, from elsewhere than this page. */
    foreign: () =>
      performance
        .getEntriesByType('resource')
        .slice(before)
        .map(({ name }) => name)
        .filter((name) => !name.startsWith(location.origin)),
    end() {
      window.removeEventListener('error', listen);
      window.removeEventListener('unhandledrejection', listen);
      window.fetch = fetch;
    },
  };
}

/** Opens all that is folded in a widget, twice: what is folded in it too. */
export async function openAll(element: LitElement): Promise<void> {
  for (let depth = 0; depth < 2; depth++) {
    const folded = [...element.shadowRoot!.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
    const toggled = folded.map(
      (details) => new Promise((done) => details.addEventListener('toggle', done, { once: true })),
    );
    for (const details of folded) details.open = true;
    await Promise.all(toggled);
    await element.updateComplete;
  }
}

/** Those that show 15 at every hour; the finder says how to find a doctor, and names it nowhere else. */
const WITH_15 = /yonne-(soins-now|contacts|affiche|garde-screen)/;

/** A person sees a widget; 15 in it, where it is one of those that show it; and no number beside the name of 15 is another. */
export function expectSound(element: LitElement, what: string): void {
  const root = element.shadowRoot!;
  const seen = (node: Element) => {
    const { width, height } = node.getBoundingClientRect();
    return width > 0 && height > 0;
  };
  const card = root.querySelector('[part~="card"]');
  expect(card && seen(card) && bare(card.textContent!).length > 20, `${what}: something is drawn`).to.equal(true);
  expect(bare(card!.textContent!), what).not.to.match(/undefined|\bNaN\b|\[object|Infinity/);
  const numbers = [...root.querySelectorAll<HTMLElement>('a[href="tel:15"], .vital .number')].filter(seen);
  if (WITH_15.test(element.localName))
    expect(
      numbers.some((node) => /^15\b/.test(bare(node.textContent!))),
      `${what}: 15 is seen`,
    ).to.equal(true);
  for (const [id, uri] of [
    ['15', 'tel:15'],
    ['112', 'tel:112'],
    ['114', 'sms:114'],
    ['18', 'tel:18'],
    ['17', 'tel:17'],
    ['119', 'tel:119'],
    ['3114', 'tel:3114'],
  ])
    for (const link of root.querySelectorAll(`a[data-channel="${id}"]`))
      expect(link.getAttribute('href'), `${what}: the number of ${id}`).to.equal(uri);
  for (const link of root.querySelectorAll('a')) expect(link.protocol, what).to.match(/^(https|tel|sms|mailto):$/);
}
