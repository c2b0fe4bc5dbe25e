/** The elements as classes, and what their events tell. Registers nothing: see `define.ts`. */
import type { CommuneChangeDetail } from './commune-choice.ts';
import type { YonneContacts } from './contacts.ts';
import type { YonneCptsFinder } from './cpts-finder.ts';
import type { YonneGardeScreen } from './garde-screen.ts';
import type { RosterDetail } from './roster-controller.ts';
import type { RegimeChangeDetail, YonneSoinsNow } from './soins-now.ts';
import type { CallDetail } from './templates.ts';

export type { Clock } from './clock.ts';
export type { CommuneChangeDetail } from './commune-choice.ts';
export { YonneContacts } from './contacts.ts';
export { YonneCptsFinder } from './cpts-finder.ts';
export { type ScreenLock, YonneGardeScreen } from './garde-screen.ts';
export type { RosterDetail } from './roster-controller.ts';
export { type RegimeChangeDetail, YonneSoinsNow } from './soins-now.ts';
export type { CallDetail } from './templates.ts';

declare global {
  interface HTMLElementTagNameMap {
    'yonne-soins-now': YonneSoinsNow;
    'yonne-cpts-finder': YonneCptsFinder;
    'yonne-contacts': YonneContacts;
    'yonne-garde-screen': YonneGardeScreen;
  }

  // They bubble out of shadow roots: any element of the page may hear them.
  interface GlobalEventHandlersEventMap {
    'yonne-call': CustomEvent<CallDetail>;
    'yonne-commune-change': CustomEvent<CommuneChangeDetail>;
    'yonne-regime-change': CustomEvent<RegimeChangeDetail>;
    'yonne-roster': CustomEvent<RosterDetail>;
  }
}
