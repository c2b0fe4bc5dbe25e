/** A file that someone drops: its rows as text, so that they can be seen and corrected where they would be pasted. */
import { decodeRoster } from '../../src/roster.ts';
import { tabbed } from './text.ts';

const begins = (bytes: Uint8Array, ...signature: number[]) => signature.every((byte, i) => bytes[i] === byte);

/**
 * The text of a roster's file. A spreadsheet and an agenda come as lines with tabs; their readers are loaded only then.
 *
 * @throws An `Error` that says in French what the file is and what is expected.
 */
export async function textOfFile(bytes: Uint8Array): Promise<string> {
  if (begins(bytes, 0x25, 0x50, 0x44, 0x46))
    throw new Error('Ce fichier est un PDF : ouvrez-le, copiez le tableau et collez-le ci-dessous.');
  // A zip (xlsx, ods) or a compound file (xls).
  if (begins(bytes, 0x50, 0x4b) || begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    try {
      const { workbookRows } = await import('./workbook.ts');
      return tabbed(await workbookRows(bytes));
    } catch {
      throw new Error(
        'Ce fichier n’est pas une feuille de calcul lisible (protégée, abîmée ou d’un autre logiciel) : enregistrez-la en .xlsx, .ods ou .csv.',
      );
    }
  }
  return textOfText(decodeRoster(bytes));
}

/** The same for a text that was pasted: an agenda becomes rows. */
export async function textOfText(text: string): Promise<string> {
  if (!/^\ufeff?\s*BEGIN:VCALENDAR/i.test(text)) return text;
  try {
    const { agendaRows } = await import('./agenda.ts');
    return tabbed(agendaRows(text));
  } catch {
    throw new Error('Cet agenda (.ics) est coupé ou abîmé : exportez-le de nouveau.');
  }
}
