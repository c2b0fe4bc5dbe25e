/** What is said of a record where it is not drawn: in an address book, in structured data, to the filter. */

import type { Contact } from '../../src/contacts.ts';
import type { CareChannel, Cpts } from '../../src/directory-schema.ts';
import { treatsText } from '../shared/care-words.ts';
import { hoursText } from '../shared/hours-words.ts';
import { localized } from '../shared/localization.ts';
import { msg } from '../shared/msg.ts';
import { roleText } from './words.ts';

/** What a record does, when, and what to do before going there, for those who read it elsewhere. */
export function aboutTexts(record: CareChannel | Cpts): string[] {
  if (!('kind' in record)) return [];
  const { access, hours, hoursOf, place } = record;
  return [
    access === 'after-15' ? msg('Appelez le 15 d’abord') : '',
    record.service ?? '',
    roleText(record),
    treatsText(record),
    // What says when a line answers does not say when its place opens.
    ...(hours ? (hoursOf === 'line' && hours.text === '24/7' ? [msg('Répond 24 h/24')] : hoursText(hours)) : []),
    access === 'online-appointment' ? msg('sur rendez-vous en ligne') : '',
    place && hoursOf === 'line' ? msg('appelez avant de vous déplacer') : '',
    record.note ? localized(record.note) : '',
  ].filter(Boolean);
}

/** Whether there is anything to put in a phone. */
export const isReachable = ({ channel, cpts }: Contact): boolean =>
  !!(channel ? channel.phones.length || channel.site || channel.email || channel.access === 'referral-15' : cpts?.site);

/** The names, the town, the numbers of a contact, by which it may be searched. */
export function searchText({ channel, cpts, contract }: Contact): string {
  const texts = channel
    ? [
        channel.name,
        channel.service,
        roleText(channel),
        treatsText(channel),
        channel.place?.town,
        channel.site,
        ...channel.phones.map(({ number }) => number.replace(/ /g, '')),
      ]
    : cpts
      ? [cpts.name, cpts.longName, ...(cpts.aliases ?? []), cpts.site]
      : [msg('contrat local de santé'), contract!.name];
  return texts.filter(Boolean).join(' ');
}
