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
