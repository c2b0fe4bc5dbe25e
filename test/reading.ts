/** How a test reads a widget: what a person sees, with plain spaces. */

/** No-break spaces as spaces, runs of spaces as one. */
export const bare = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What is shown, without what is folded away or for screen readers only. */
export function visibleText(element: Element): string {
  const card = element.shadowRoot!.querySelector<HTMLElement>('[part~="card"]')!;
  const hidden = [...card.querySelectorAll<HTMLElement>('.visually-hidden')];
  for (const node of hidden) node.hidden = true;
  const text = card.innerText;
  for (const node of hidden) node.hidden = false;
  return bare(text);
}

/** What `run` says with console.warn. */
export async function warnings(run: () => Promise<void>): Promise<string[]> {
  const { warn } = console;
  const said: string[] = [];
  console.warn = (...parts: unknown[]) => said.push(parts.join(' '));
  try {
    await run();
  } finally {
    console.warn = warn;
  }
  return said;
}

/** What opens a part of a widget that is closed: but for the field that chooses another commune, which is none. */
const CLOSED =
  'details:not([open]) > summary, [role="heading"] > [aria-expanded="false"], li [aria-expanded="false"]:not([role])';

/**
 * Opens what is folded in a widget, as a reader does, and what is folded in that; waits until it is drawn.
 *
 * @param label - Opens only what has these words in its label.
 */
export async function unfold(
  element: Element & { readonly updateComplete: Promise<boolean> },
  label = '',
): Promise<void> {
  const folded = () =>
    [...element.shadowRoot!.querySelectorAll<HTMLElement>(CLOSED)].filter((head) =>
      bare(head.textContent!).includes(label),
    );
  for (let heads = folded(); heads.length; heads = folded()) {
    for (const head of heads) {
      const { parentElement: details } = head;
      const toggled =
        head.matches('summary') &&
        new Promise((resolve) => details!.addEventListener('toggle', resolve, { once: true }));
      head.click();
      await toggled;
    }
    await element.updateComplete;
  }
}
