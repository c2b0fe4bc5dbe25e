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

/**
 * Opens what is folded in a widget, as a reader does, and what is folded in that; waits until it is drawn.
 *
 * @param summary - Opens only what has these words in its summary.
 */
export async function unfold(
  element: Element & { readonly updateComplete: Promise<boolean> },
  summary = '',
): Promise<void> {
  const folded = () =>
    [...element.shadowRoot!.querySelectorAll<HTMLElement>('details:not([open]) > summary')].filter((head) =>
      bare(head.textContent!).includes(summary),
    );
  for (let heads = folded(); heads.length; heads = folded()) {
    for (const head of heads) {
      const toggled = new Promise((resolve) => head.parentElement!.addEventListener('toggle', resolve, { once: true }));
      head.click();
      await toggled;
    }
    await element.updateComplete;
  }
}
