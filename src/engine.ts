/** The engine, for those who draw the answers themselves: no DOM, no clock. */
export { bundled } from './bundled.ts';
export { type CommuneMatch, createCommuneSearch, distance, nearestCommune } from './communes.ts';
export { type Contact, contactsByNeed } from './contacts.ts';
export { type Attachment, type Directory, loadDirectory, type Notice } from './directory.ts';
export {
  type CareChannel,
  type Closure,
  type Commune,
  type Cpts,
  type LocalHealthContract,
  NEEDS,
  type Need,
  type Phone,
  type Place,
  type Role,
} from './directory-schema.ts';
export { addressText, mapUrl, phoneText, phoneUri } from './format.ts';
export {
  type Availability,
  type ChannelNow,
  channelAt,
  closuresIn,
  type Guidance,
  guide,
  type Moment,
  noticesIn,
  type Regime,
  regimeAt,
  upcomingMoments,
} from './guidance.ts';
export type { Kind } from './kinds.ts';
export type { PdsaHours } from './pdsa.ts';
export {
  type Duty,
  decodeRoster,
  dutiesAt,
  isFatal,
  nextDutyChange,
  parseRoster,
  type RequiredColumn,
  type Roster,
  type RosterProblem,
} from './roster.ts';
export { createSearch, type SearchWords, type Topic } from './search.ts';
export { type StructuredData, type StructuredNode, structuredData } from './structured-data.ts';
export {
  type Calendar,
  createCalendar,
  DAY,
  type Day,
  dayAt,
  dayOf,
  easterSunday,
  type Instant,
  instantOf,
  MINUTE,
  type PublicHoliday,
  parseInstant,
  type WallTime,
  wallAt,
  weekdayOf,
} from './time/calendar.ts';
export {
  intervals,
  nextChange,
  type OpeningHours,
  OpeningHoursError,
  type OpeningInterval,
  type OpeningState,
  parseOpeningHours,
  stateAt,
} from './time/opening-hours.ts';
export { type VcardContact, vcard } from './vcard.ts';
