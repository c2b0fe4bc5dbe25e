import type { Directory } from '../../src/directory.ts';
import { structuredData } from '../../src/structured-data.ts';
import type { Instant } from '../../src/time/calendar.ts';
import { warnOnce } from '../shared/warn.ts';
import { aboutTexts } from './about.ts';

interface TrustedTypes {
  createPolicy(name: string, rules: { createScript(text: string): string }): { createScript(text: string): string };
}

let policy: { createScript(text: string): string } | undefined;

/** Data in a script element, where the page allows it with Trusted Types only. */
function trustedScript(text: string): string {
  policy ??= (window as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('yonne-soins', {
    createScript: (data) => data,
  }) ?? { createScript: (data) => data };
  return policy.createScript(text);
}

const TYPE = 'application/ld+json';

/**
 * Writes the directory as JSON-LD into the page, or takes it away: as a child of the element, or of its
 * `<div data-yonne>`, since robots find it there and it goes where that goes.
 */
export function writeStructuredData(
  element: HTMLElement & { structuredData: boolean },
  directory: Directory,
  at: Instant | undefined,
): void {
  const { host } = element.getRootNode() as Partial<ShadowRoot>;
  const parent = host?.hasAttribute('data-yonne') ? host : element;
  const before = parent.querySelector<HTMLScriptElement>(`script[type="${TYPE}"]`);
  if (!element.structuredData) {
    before?.remove();
    return;
  }
  const data = structuredData(directory, at ?? Date.parse(directory.date), undefined, (record) =>
    aboutTexts(record).join(' · '),
  );
  const json = JSON.stringify(data);
  if (before?.text === json) return;
  const script = document.createElement('script');
  script.type = TYPE;
  try {
    script.text = trustedScript(json);
    before?.remove();
    parent.appendChild(script);
  } catch (error) {
    warnOnce(element, `structured-data: ${(error as Error).message}`, 'a policy that allows trusted-types yonne-soins');
  }
}
