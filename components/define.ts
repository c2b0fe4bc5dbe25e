/** Registers the elements. The only module with side effects; a second load of the script does no harm. */
import { YonneContacts } from './contacts.ts';
import { YonneCptsFinder } from './cpts-finder.ts';
import { fillPlaces } from './data-yonne.ts';
import { YonneSoinsNow } from './soins-now.ts';

export type * from './index.ts';

const elements: Record<string, CustomElementConstructor> = {
  'yonne-soins-now': YonneSoinsNow,
  'yonne-cpts-finder': YonneCptsFinder,
  'yonne-contacts': YonneContacts,
};

for (const [name, element] of Object.entries(elements)) {
  if (!customElements.get(name)) customElements.define(name, element);
}
fillPlaces(elements);
