/** What the page says of each line of a roster, in French as the page. */
import { rosterProblemText } from '../../components/garde-screen/roster-words.ts';
import { clockText, dayText, minutesText } from '../../components/shared/time-words.ts';
import type { Duty } from '../../src/roster.ts';
import type { Fault, Note, RosterLine } from '../../src/roster-line.ts';
import { DAY, type Day, dayAt, type Instant, wallAt } from '../../src/time/calendar.ts';

const datedText = (day: Day): string => `${dayText(day)} ${new Date(day * DAY).getUTCFullYear()}`;

/** `lundi 23 novembre 2026, 19 h 30`; midnight at the end of a duty is that of the day before. */
function momentText(at: Instant, end = false): string {
  const wall = wallAt(at);
  const day = dayAt(wall);
  return `${datedText(end && wall % DAY === 0 ? day - 1 : day)}, ${clockText(wall)}`;
}

export const spanText = ({ from, to }: Duty): string => `du ${momentText(from)} au ${momentText(to, true)}`;

function faultText(fault: Fault): string {
  switch (fault.kind) {
    case 'missing-name':
      return 'le nom de la pharmacie manque';
    case 'missing-day':
      return 'le jour manque : attendu par exemple 23/11/2026 ou lundi 23 novembre';
    case 'missing-end':
      return 'la fin manque';
    case 'missing-columns':
      return 'aucune colonne ne donne le nom de la pharmacie';
    case 'missing-hour':
      return `l’heure de ${fault.end === 'from' ? 'début' : 'fin'} manque : écrivez-la, ou donnez plus haut les heures habituelles`;
    case 'bad-day':
      return `« ${fault.value} » : ce jour n’existe pas, ou l’écran ne le lit pas`;
    case 'unread':
      return `« ${fault.value} » n’est pas compris à côté de la date ou de l’heure : retirez-le, ou mettez-le dans une autre colonne`;
    case 'too-much':
      return `« ${fault.value} » : trop de jours ou d’heures sur une ligne ; une ligne pour chaque garde`;
    case 'wrong-weekday':
      return `« ${fault.value} » : c’est un ${dayText(fault.day).split(' ')[0]}. Corrigez la date ou le jour`;
    case 'end-before-start':
      return 'la fin précède le début';
  }
}

function noteText(note: Note): string {
  switch (note.kind) {
    case 'day-above':
      return 'jour de la ligne au-dessus';
    case 'last-night':
      return 'le dernier jour compte en entier, car la garde suivante commence le lendemain';
    case 'supposed-year':
      return 'année supposée : écrivez-la pour en être sûr';
    case 'homonyms':
      return 'plusieurs pharmacies de l’Yonne ont ce nom : ajoutez la ville';
    case 'completed':
      return `« ${note.value} » ajouté d’après la liste des pharmacies (FINESS 2026)`;
    case 'usual-hours':
      return `heures habituelles : de ${minutesText(note.from)} à ${minutesText(note.to)}`;
    case 'problem':
      // The line is named beside it.
      return rosterProblemText({ ...note.problem, line: undefined });
  }
}

/** Why a line is left out, or what is to be known of it. */
export const lineTexts = ({ fault, notes }: RosterLine): string[] => (fault ? [faultText(fault)] : notes.map(noteText));
