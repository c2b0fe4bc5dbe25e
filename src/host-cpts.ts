/** What a CPTS says of itself on its own site: whom to call, and which communes are its own. */

import type { Directory } from './directory.ts';
import type { Commune, Cpts, Phone } from './directory-schema.ts';

/**
 * Reads a contact as a host writes it: `03 86 00 00 00, contact@cpts.example`.
 *
 * @returns Also the parts that are neither the number of a French line nor an e-mail address.
 */
export function readContact(text: string): Pick<Cpts, 'phones' | 'email'> & { wrong: string[] } {
  const phones: Phone[] = [];
  const wrong: string[] = [];
  let email: string | undefined;
  for (const part of text.split(/[,;]/).map((piece) => piece.trim())) {
    const [, digits] = /^(?:\+33 ?|0)([1-79](?:[ .]?\d\d){4})$/.exec(part) ?? [];
    if (digits) phones.push({ number: `0${digits.replace(/\D/g, '')}`.replace(/\d\d(?=\d)/g, '$& ') });
    else if (/^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(part)) email = part;
    else if (part) wrong.push(part);
  }
  return { phones, email, wrong };
}

/** The directory in which communes and EPCI are those of a CPTS, because it says so. */
export function withTerritory(directory: Directory, cpts: Cpts, codes: readonly string[]): Directory {
  const attachment = { level: 'documented', cpts, source: cpts.name } as const;
  const own = (code: string) => (codes.includes(code) ? attachment : undefined);
  const whole: Directory['epciAttachment'] = (code) => own(code) ?? directory.epciAttachment(code);
  return Object.setPrototypeOf(
    {
      epciAttachment: whole,
      attachment: ({ code, epci }: Commune) => whole(code) ?? whole(epci)!,
    } satisfies Partial<Directory>,
    directory,
  );
}

/** The communes that a CPTS says to be its own, and that the directory does not say to be so for sure. */
export const unconfirmed = (directory: Directory, shown: Directory, { id }: Cpts): Commune[] =>
  directory.communes.filter((commune) => {
    const [before, now] = [directory.attachment(commune), shown.attachment(commune)];
    const isOwn = (attachment: typeof now) => attachment.level === 'documented' && attachment.cpts.id === id;
    return isOwn(now) && !isOwn(before);
  });

/**
 * The CSV file that confirms communes for all, as `npm run data:cpts` takes it.
 *
 * @param site - Where the CPTS says so.
 * @param day - When it does, as an ISO date.
 */
export function confirmation(communes: readonly Commune[], { id, name }: Cpts, site: string, day: string): string {
  const source = `${name} (${site})`.replace(/"/g, '""');
  return ['code insee;cpts;source;date', ...communes.map(({ code }) => `${code};${id};"${source}";${day}`), ''].join(
    '\r\n',
  );
}
