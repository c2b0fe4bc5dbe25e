/** Registers the widgets of pages; a second load of the script does no harm, and on a server nothing happens. */
import { YonneContacts } from '../contacts/contacts.ts';
import { YonneCptsFinder } from '../cpts-finder/cpts-finder.ts';
import { YonneSoinsNow } from '../soins-now/soins-now.ts';
import { defineElements } from './define-elements.ts';

export type * from '../index.ts';

defineElements({
  'yonne-soins-now': YonneSoinsNow,
  'yonne-cpts-finder': YonneCptsFinder,
  'yonne-contacts': YonneContacts,
});
