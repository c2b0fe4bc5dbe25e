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
