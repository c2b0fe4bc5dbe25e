/** What a poster lists for a commune: what holds at any hour for as long as it hangs. Plain data. */
import { contactsByNeed } from './contacts.ts';
import type { Directory } from './directory.ts';
import type { CareChannel, Commune, Need } from './directory-schema.ts';
import type { ChannelNow } from './guidance.ts';
import { dayStart, type Instant } from './time/calendar.ts';
import { isRoundTheClock } from './time/opening-hours.ts';

export interface Poster {
  /** Places that see people without an appointment; one where it is known what is near. */
  walkIn: readonly ChannelNow[];
  /** Doctors who come out of hours; one where it is known what is near. */
  visits: readonly ChannelNow[];
  emergencyDepartments: readonly ChannelNow[];
  /** Lines that answer day and night, by need: no hours stand beside their numbers. */
  lines: readonly CareChannel[];
}

const LINES: readonly Need[] = ['pharmacy', 'mental-health', 'violence', 'poison'];

/**
 * @param at - When it is printed; `undefined` where the clock cannot be believed.
 * @param commune - Where it hangs; without one it is that of the whole département.
 */
export function posterOf(directory: Directory, at: Instant | undefined, commune: Commune | undefined): Poster {
  const contacts = contactsByNeed(directory, undefined, commune);
  const channelsOf = (need: Need, kind?: CareChannel['kind']): ChannelNow[] =>
    contacts
      .get(need)!
      .flatMap((contact) => (contact.channel && (!kind || contact.channel.kind === kind) ? [contact.now] : []));
  const nearest = (kind: CareChannel['kind']) => channelsOf('medical-advice', kind).slice(0, commune ? 1 : undefined);
  /** Whether a closure of a channel is still to end. */
  const closes = ({ closed = [] }: CareChannel) => closed.some(({ to }) => at === undefined || at < dayStart(to, 1));
  return {
    walkIn: nearest('csnp'),
    visits: nearest('sos-medecins'),
    emergencyDepartments: channelsOf('hospital', 'emergency-department'),
    lines: LINES.flatMap((need) => channelsOf(need).map(({ channel }) => channel)).filter(
      (channel) => channel.hours && isRoundTheClock(channel.hours) && !closes(channel),
    ),
  };
}
