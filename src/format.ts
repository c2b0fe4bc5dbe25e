import type { Commune, Place } from './directory-schema.ts';
import { fold } from './text-match.ts';

const NO_BREAK_SPACE = '\u00a0';

/** A number as people read it: `15`, `3114`, `36 46`, `03 86 65 91 82`, `0 820 89 00 00`; never broken over two lines. */
export function phoneText(number: string): string {
  return number.replace(/^(3[26])(\d\d)$/, '$1 $2').replace(/ /g, NO_BREAK_SPACE);
}

/** The same for a `tel:` link. Short and 0 8xx numbers have no international form. */
export function phoneUri(number: string): string {
  const digits = number.replace(/\D/g, '');
  return /^0[1-79]\d{8}$/.test(digits) ? `tel:+33${digits.slice(1)}` : `tel:${digits}`;
}

/** An address on one line. */
export const addressText = ({ street, postcode, town }: Place): string =>
  [street, [postcode, town].filter(Boolean).join(NO_BREAK_SPACE)].filter(Boolean).join(', ');

/** A map of the address, on OpenStreetMap; opened only when the reader asks for it. */
export const mapUrl = (place: Place): string =>
  `https://www.openstreetmap.org/search?query=${encodeURIComponent(addressText(place))}`;

/** The host of a site, as people know it. */
export const siteName = (url: string): string => new URL(url).hostname.replace(/^www\./, '');

/** The page of a commune on a site of ours: `https://site.example/communes/joigny/`; without one, its front page. */
export const communePage = (site: string, commune: Commune | undefined): string =>
  new URL(commune ? `communes/${fold(commune.name).join('-')}/` : '', site.replace(/\/?$/, '/')).href;
