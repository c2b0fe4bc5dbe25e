/** What is wrong with a roster, told to the pharmacist who keeps it. To be called while an element renders. */

import type { RequiredColumn, RosterProblem } from '../../src/roster.ts';
import { msg, str } from '../shared/msg.ts';
import { momentText } from '../shared/time-words.ts';

/** The headers to write in the file, in any language of the screen. */
const HEADERS: Record<RequiredColumn, string> = { from: 'début', to: 'fin', name: 'nom' };

/** `ligne 7`; of a file in JSON `élément 7`. */
const placeText = (line: number, item: boolean | undefined): string =>
  item ? msg(str`élément ${line}`, { desc: 'Object of a JSON array, from 1' }) : msg(str`ligne ${line}`);

/** What was found and what was expected, without where. */
function faultText({ kind, item, column, value, from, to, other }: RosterProblem): string {
  const header = column && HEADERS[column];
  switch (kind) {
    case 'not-a-roster':
      return value
        ? msg(str`aucune garde dans « ${value} » : feuille attendue en CSV, avec les colonnes début, fin et nom`)
        : msg('fichier vide : feuille attendue en CSV, avec les colonnes début, fin et nom');
    case 'missing-column':
      return msg(str`colonne « ${header!} » absente de l’en-tête : attendu début, fin et nom`);
    case 'missing-value':
      return msg(str`case « ${header!} » vide : début, fin et nom attendus`);
    case 'bad-date':
      return msg(str`${header!} « ${value!} » : date inexistante ou illisible, attendu par exemple 23/11/2026 09:00`);
    case 'missing-time':
      return msg(str`${header!} « ${value!} » : heure absente, attendu par exemple 23/11/2026 09:00`);
    case 'end-before-start':
      return msg(str`la fin précède le début : « ${value!} », attendu après ${momentText(from!)}`);
    case 'duplicate':
      return msg(str`garde déjà donnée (${placeText(other!, item)}) : une seule fois attendue`);
    case 'bad-phone':
      return msg(str`téléphone « ${value!} » non affiché : attendu un numéro comme 03 86 65 91 82`);
    case 'long':
      return msg(str`garde de plus de deux semaines, jusqu’au ${momentText(to!)} : vérifiez l’année`);
    case 'overlap':
      return msg(
        str`en même temps qu’une autre (${placeText(other!, item)}) du ${momentText(from!)} au ${momentText(to!)} : les deux sont affichées`,
      );
    case 'gap':
      return msg(str`aucune garde du ${momentText(from!)} au ${momentText(to!)} : l’écran affiche le 32 37`);
    case 'truncated':
      return msg('le fichier s’arrête au milieu d’une garde : coupé, ou guillemet non refermé');
  }
}

/** `ligne 7 : la fin précède le début…`; without a line where the whole file is wrong. */
export function rosterProblemText(problem: RosterProblem): string {
  const fault = faultText(problem);
  const { line, item } = problem;
  if (line === undefined) return fault;
  return msg(str`${placeText(line, item)} : ${fault}`, { desc: 'Where and what, such as line 7: the end…' });
}
