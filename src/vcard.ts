import type { CareChannel, Cpts, Phone } from './directory-schema.ts';
import { phoneUri } from './format.ts';

/** A record for an address book. */
export interface VcardContact {
  record: CareChannel | Cpts;
  /** In place of its own, where it is reached through another: those of 15 for a maison médicale de garde. */
  phones?: readonly Phone[] | undefined;
  /** What to know before calling or going there. */
  note?: string | undefined;
}

/** Octets in a line, its end left out. */
const MAX_OCTETS = 75;

const escapeText = (text: string): string => text.replace(/[\\,;]/g, '\\$&').replace(/\r\n?|\n/g, '\\n');

/** A line in pieces, each after the first begun by a space; no character is split. */
function fold(line: string): string {
  const encoder = new TextEncoder();
  let result = '';
  let octets = 0;
  for (const character of line) {
    const { length } = encoder.encode(character);
    octets += length;
    if (octets > MAX_OCTETS) {
      result += '\r\n ';
      octets = length + 1;
    }
    result += character;
  }
  return result;
}

function lines({ record, note, ...given }: VcardContact): string[] {
  const { id, name, checked, site } = record;
  const { access, email, hoursOf, place, text, phones = [] }: Partial<CareChannel> = record;
  const [fn, street, town, comment] = [name, place?.street, place?.town, note].map((value) => escapeText(value ?? ''));
  return [
    'BEGIN:VCARD',
    'VERSION:4.0',
    'KIND:org',
    // A URN would need a registered namespace: RFC 6350, 6.7.6, allows text.
    `UID;VALUE=text:yonne-soins-${id}`,
    `FN:${fn}`,
    // Address books that do not know KIND take the name of a card without N from here.
    `ORG:${fn}`,
    ...(given.phones ?? phones).map(
      ({ number }) => `TEL;VALUE=uri;TYPE=${text ? `text:sms:${number}` : `voice:${phoneUri(number)}`}`,
    ),
    email ? `EMAIL:${escapeText(email)}` : '',
    // Nobody goes there but whom 15 sends.
    // Nor where only the line's hours are known, and one would walk in.
    place && access !== 'referral-15' && !(access === 'direct' && hoursOf === 'line')
      ? `ADR:;;${street};${town};;${place.postcode ?? ''};France`
      : '',
    site ? `URL:${site}` : '',
    comment ? `NOTE:${comment}` : '',
    // A time of day is asked for: midnight UTC falls on the same day in France.
    `REV:${checked.replace(/-/g, '')}T000000Z`,
    'END:VCARD',
  ].filter(Boolean);
}

/**
 * Contacts for an address book: vCard 4.0, one card after another, in one text of type `text/vcard`.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6350
 */
export const vcard = (contacts: readonly VcardContact[]): string =>
  contacts
    .flatMap(lines)
    .map((line) => `${fold(line)}\r\n`)
    .join('');
