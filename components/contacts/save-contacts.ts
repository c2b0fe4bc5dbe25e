import type { Contact } from '../../src/contacts.ts';
import type { Directory } from '../../src/directory.ts';
import { phoneText } from '../../src/format.ts';
import { vcard } from '../../src/vcard.ts';
import { priceText } from '../shared/care-words.ts';
import { saveFile } from '../shared/save-file.ts';
import { aboutTexts } from './about.ts';

/** Gives the reader a vCard file, made here: `name`.vcf. */
export function saveContacts({ vital }: Directory, list: readonly Contact[], name: string): void {
  const cards = vcard(
    list.map(({ channel, cpts }) => {
      const record = (channel ?? cpts)!;
      // 15 decides who comes: its number, no address.
      const phones = channel?.access === 'referral-15' ? vital.phones : undefined;
      const prices = (channel?.phones ?? []).map((phone) => {
        const price = priceText(phone);
        return price && `${phoneText(phone.number)} : ${price}`;
      });
      const note = [...aboutTexts(record), ...prices].filter(Boolean).join('\n');
      return { record, phones, note };
    }),
  );
  saveFile(cards, 'text/vcard', `${name}.vcf`);
}
