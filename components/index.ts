/** The elements as classes, and what their events tell. Registers nothing: see `entries/define.ts`. */
export { YonneAffiche } from './affiche/affiche.ts';
export type { CommuneChangeDetail } from './commune/commune-choice.ts';
export { YonneContacts } from './contacts/contacts.ts';
export { YonneCptsFinder } from './cpts-finder/cpts-finder.ts';
export { YonneGardeScreen } from './garde-screen/garde-screen.ts';
export type { RosterDetail } from './garde-screen/roster-controller.ts';
export type { ScreenLock } from './garde-screen/wake-lock.ts';
export type { Clock } from './shared/clock.ts';
export type { YonneSoins } from './shared/languages.ts';
export type { CallDetail } from './shared/templates.ts';
export { type RegimeChangeDetail, YonneSoinsNow } from './soins-now/soins-now.ts';
