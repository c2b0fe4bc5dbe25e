/** Rosters as people keep them: what is understood of each habit, line by line, and what is left out and why. */
import { expect } from '@open-wc/testing';
import { DateTime } from 'luxon';
import { rowsOf } from '../demo/roster/text.ts';
import { pharmaciesOf, pharmacyName, readable } from '../src/pharmacies.ts';
import { parseRoster } from '../src/roster.ts';
import type { Habits } from '../src/roster-line.ts';
import { minutesOfClock, readRosterTable, rosterCsv } from '../src/roster-table.ts';
import { dayOf } from '../src/time/calendar.ts';
import { chance } from './chance.ts';

const pharmacies = pharmaciesOf([
  { finess: '000000001', name: "PHARMACIE D'ESSAI DU MARCHE", commune: 'Ville-d’Essai' },
  { finess: '000000002', name: 'PHARMACIE DE LA GARE', commune: 'Ville-d’Essai' },
  { finess: '000000003', name: 'PHARMACIE DE LA GARE', commune: 'Bourg-d’Essai' },
  { finess: '000000004', name: 'PHARMACIE LUNAIRE', commune: 'Bourg-d’Essai' },
]);
const hours = (from: string, to: string) => ({ from: minutesOfClock(from)!, to: minutesOfClock(to)! });
const NIGHT = hours('19:30', '09:00');
const habits = (usual?: Habits['hours']): Habits => ({ today: dayOf(2026, 11, 20), hours: usual, pharmacies });

/** As the clocks of Paris show it, by luxon. */
const clock = (at: number) => DateTime.fromMillis(at, { zone: 'Europe/Paris' }).toFormat('dd/MM/yyyy HH:mm');

/** A line for each duty and each row that is left out. */
function understood(text: string, usual?: Habits['hours']): string[] {
  return readRosterTable(rowsOf(text), habits(usual)).lines.flatMap(({ kind, line, duty, fault, notes }) => {
    if (kind === 'title') return [];
    if (!duty) return `${line}: ${fault?.kind ?? notes.map((note) => note.kind === 'problem' && note.problem.kind)}`;
    const { from, to, name, address, town, phone } = duty;
    return [`${clock(from)} → ${clock(to)}`, name, address, town, phone].filter(Boolean).join(' · ');
  });
}

const A = '23/11/2026 19:30 → 24/11/2026 09:00 · Pharmacie d’essai';
const B = '24/11/2026 19:30 → 25/11/2026 09:00 · Pharmacie de test';

/** A habit, the roster, what is understood of it, and the usual hours where the person gave them. */
const HABITS: [habit: string, roster: string, expected: string[], usual?: Habits['hours']][] = [
  [
    'the strict form',
    'début;fin;nom\n23/11/2026 19:30;24/11/2026 09:00;Pharmacie d’essai\n24/11/2026 19:30;25/11/2026 09:00;Pharmacie de test',
    [A, B],
  ],
  [
    'date and hours in columns of their own: what ends before it begins ends the next day',
    'Date;Heure début;Heure fin;Pharmacie\n23/11/2026;19:30;9:00;Pharmacie d’essai\n24/11/2026;19:30;9:00;Pharmacie de test',
    [A, B],
  ],
  [
    'a duty within a day ends on that day',
    'Date;Début;Fin;Nom\n22/11/2026;9h;12h30;Pharmacie d’essai',
    ['22/11/2026 09:00 → 22/11/2026 12:30 · Pharmacie d’essai'],
  ],
  [
    'the same hour: round the clock',
    'Date;De;À;Nom\n22/11/2026;9h;9h;Pharmacie d’essai',
    ['22/11/2026 09:00 → 23/11/2026 09:00 · Pharmacie d’essai'],
  ],
  [
    'day and hour of each end in four columns',
    'Date début;Heure début;Date fin;Heure fin;Nom\n23/11/2026;19h30;24/11/2026;9h;Pharmacie d’essai',
    [A],
  ],
  [
    'a header on two rows, the upper one merged',
    'Début;;Fin;;Pharmacie\nDate;Heure;Date;Heure;Nom\n23/11/2026;19h30;24/11/2026;9h;Pharmacie d’essai',
    [A],
  ],
  ['both hours in one cell', 'Date;Horaires;Pharmacie\n23/11/2026;19h30-9h;Pharmacie d’essai', [A]],
  ['hours in words', 'Jour;Horaire;Officine\n23/11/2026;de 19h30 à 9h le lendemain;Pharmacie d’essai', [A]],
  [
    '20h30, 12 h, 8:00',
    'Date;De;A;Nom\n23/11/2026;20h30;8:00;Essai un\n24/11/2026;12 h;20 h 15;Essai deux',
    ['23/11/2026 20:30 → 24/11/2026 08:00 · Essai un', '24/11/2026 12:00 → 24/11/2026 20:15 · Essai deux'],
  ],
  ['bare hours in a column of hours', 'Date;Heure début;Heure fin;Nom\n23/11/2026;19.30;9;Pharmacie d’essai', [A]],
  ['hours with seconds', 'Date;Heure début;Heure fin;Nom\n23/11/2026;19:30:00;09:00:00;Pharmacie d’essai', [A]],
  [
    'days that a program wrote with an hour of 0',
    'Date;Nom\n2026-11-23 00:00:00;Pharmacie d’essai\n24/11/2026 00:00:00;Pharmacie de test',
    [A, B],
    NIGHT,
  ],
  [
    'both ends in one cell, without years',
    'Garde;Pharmacie\nLUNDI 23 NOVEMBRE 19H30 - MARDI 24 NOVEMBRE 9H;Pharmacie d’essai\n24/11 19h30 au 25/11 9h;Pharmacie de test',
    [A, B],
  ],
  [
    'midi, minuit, 24h',
    'Date;De;A;Nom\n22/11/2026;midi;minuit;Essai un\n23/11/2026;9h;24h;Essai deux',
    ['22/11/2026 12:00 → 23/11/2026 00:00 · Essai un', '23/11/2026 09:00 → 24/11/2026 00:00 · Essai deux'],
  ],
  [
    'weekday before the date',
    'Date;De;A;Nom\nlundi 23/11/2026;19h30;9h;Pharmacie d’essai\nmar. 24/11/2026;19h30;9h;Pharmacie de test',
    [A, B],
  ],
  ['weekday in a column of its own', 'Jour;Date;De;A;Nom\nLundi;23/11/2026;19h30;9h;Pharmacie d’essai', [A]],
  [
    'month in letters',
    'Date;De;A;Nom\nLundi 23 novembre 2026;19h30;9h;Pharmacie d’essai\n24 nov. 2026;19h30;9h;Pharmacie de test',
    [A, B],
  ],
  [
    'two-digit years',
    'Date;De;A;Nom\n23/11/26;19h30;9h;Pharmacie d’essai\n24-11-26;19h30;9h;Pharmacie de test',
    [A, B],
  ],
  [
    'a spreadsheet’s short month',
    'Date;De;A;Nom\n23-nov-26;19:30;09:00;Pharmacie d’essai\n24.11.2026;19:30;09:00;Pharmacie de test',
    [A, B],
  ],
  ['ISO dates', 'date;start;end;name\n2026-11-23;19:30;09:00;Pharmacie d’essai', [A]],
  [
    'no year: the nearest day, the weekday deciding',
    'Date;De;A;Nom\nlundi 23 novembre;19h30;9h;Pharmacie d’essai',
    [A],
  ],
  [
    'no year, past the end of one',
    'Date;De;A;Nom\n31/12;19h30;9h;Essai un\n01/01;19h30;9h;Essai deux',
    ['31/12/2026 19:30 → 01/01/2027 09:00 · Essai un', '01/01/2027 19:30 → 02/01/2027 09:00 · Essai deux'],
  ],
  [
    'first of the month',
    'Date;De;A;Nom\n1er janvier 2027;9h;9h;Pharmacie d’essai',
    ['01/01/2027 09:00 → 02/01/2027 09:00 · Pharmacie d’essai'],
  ],
  [
    'days alone, the usual hours given once',
    'Date;Pharmacie\n23/11/2026;Pharmacie d’essai\n24/11/2026;Pharmacie de test',
    [A, B],
    NIGHT,
  ],
  [
    'days alone, the hours in a title',
    'Tour de garde, de 19h30 à 9h;\nDate;Pharmacie\n23/11/2026;Pharmacie d’essai\n24/11/2026;Pharmacie de test',
    [A, B],
  ],
  ['days alone, no hours anywhere: left out', 'Date;Pharmacie\n23/11/2026;Pharmacie d’essai', ['2: missing-hour']],
  [
    'a line’s own hours before the usual ones',
    'Date;Horaires;Nom\n23/11/2026;;Pharmacie d’essai\n29/11/2026;9h-20h;Pharmacie de test',
    [A, '29/11/2026 09:00 → 29/11/2026 20:00 · Pharmacie de test'],
    NIGHT,
  ],
  [
    'du 21 au 28 novembre',
    'Période;Pharmacie\ndu 21 au 28 novembre 2026;Essai un\ndu 28 novembre au 5 décembre 2026;Essai deux',
    ['21/11/2026 19:30 → 28/11/2026 09:00 · Essai un', '28/11/2026 19:30 → 05/12/2026 09:00 · Essai deux'],
    NIGHT,
  ],
  [
    'du 21 au 28, the month in the title',
    'NOVEMBRE 2026;\nSemaine;Pharmacie\ndu 21 au 28;Essai un\ndu 28 au 5;Essai deux',
    ['21/11/2026 09:00 → 28/11/2026 09:00 · Essai un', '28/11/2026 09:00 → 05/12/2026 09:00 · Essai deux'],
    hours('09:00', '09:00'),
  ],
  [
    '21-28/11/2026',
    'Semaine;Nom\n21-28/11/2026;Pharmacie d’essai',
    ['21/11/2026 09:00 → 28/11/2026 09:00 · Pharmacie d’essai'],
    hours('09:00', '09:00'),
  ],
  [
    'du samedi 19h au samedi 9h in one cell',
    'Période;Nom\ndu samedi 21 novembre 2026 à 19h au samedi 28 novembre 2026 à 9h;Pharmacie d’essai',
    ['21/11/2026 19:00 → 28/11/2026 09:00 · Pharmacie d’essai'],
  ],
  [
    'columns Du and Au with days alone',
    'Du;Au;Nom\n21/11/2026;28/11/2026;Essai un\n28/11/2026;05/12/2026;Essai deux',
    ['21/11/2026 19:30 → 28/11/2026 09:00 · Essai un', '28/11/2026 19:30 → 05/12/2026 09:00 · Essai deux'],
    NIGHT,
  ],
  [
    'weeks whose last day is the eve of the next: its night counts',
    'Du;Au;Nom\nlundi 23/11/2026;dimanche 29/11/2026;Essai un\nlundi 30/11/2026;dimanche 06/12/2026;Essai deux',
    ['23/11/2026 19:30 → 30/11/2026 09:00 · Essai un', '30/11/2026 19:30 → 07/12/2026 09:00 · Essai deux'],
    NIGHT,
  ],
  ['nuit du 23 au 24', 'Nuit;Pharmacie\nNuit du 23 au 24 novembre 2026;Pharmacie d’essai', [A], NIGHT],
  [
    'a weekday ends it: in the column of the end, in one cell, a week later; without hours, with the usual ones',
    'Date;Début;Fin;Nom\nsamedi 28/11/2026;12h;lundi 9h;Essai un\ndu samedi 05/12/2026 19h au lundi 9h;;;Essai deux\nsamedi 12/12/2026;19h;samedi 9h;Essai trois\nsamedi 19/12/2026;;lundi;Essai quatre',
    [
      '28/11/2026 12:00 → 30/11/2026 09:00 · Essai un',
      '05/12/2026 19:00 → 07/12/2026 09:00 · Essai deux',
      '12/12/2026 19:00 → 19/12/2026 09:00 · Essai trois',
      '19/12/2026 19:30 → 21/12/2026 09:00 · Essai quatre',
    ],
    NIGHT,
  ],
  [
    'a weekday after its date, or after the hours of its date, ends nothing; a wrong one is named',
    'Date;Horaires;Jour;Nom\n23/11/2026;19h30-9h;lundi;Pharmacie d’essai\n24/11/2026 mardi;19h30-9h;;Pharmacie de test\n25/11/2026 mardi;19h30-9h;;Essai',
    [A, B, '4: wrong-weekday'],
  ],
  [
    'the night of one weekday to the next',
    'Date;Nom\n23/11/2026, nuit du lundi au mardi, 19h30-9h;Pharmacie d’essai',
    [A],
  ],
  [
    'a weekday alone below a date is another day: its line is left out',
    'Jour;Horaires;Nom\nlundi 23/11/2026;19h30-9h;Pharmacie d’essai\nmardi;19h30-9h;Pharmacie de test',
    [A, '3: missing-day'],
  ],
  [
    'samedi 21 et dimanche 22',
    'Week-end;Garde;Pharmacie\n1;samedi 21 et dimanche 22 novembre 2026;Pharmacie d’essai',
    ['21/11/2026 09:00 → 23/11/2026 09:00 · Pharmacie d’essai'],
    hours('09:00', '09:00'),
  ],
  [
    'number of the week beside its days',
    'Semaine;Dates;Pharmacie\n48;du 23 au 30 novembre 2026;Essai un\nS49;du 30 novembre au 7 décembre 2026;Essai deux',
    ['23/11/2026 09:00 → 30/11/2026 09:00 · Essai un', '30/11/2026 09:00 → 07/12/2026 09:00 · Essai deux'],
    hours('09:00', '09:00'),
  ],
  [
    'over the end of a year',
    'Période;Nom\ndu 26 décembre 2026 au 2 janvier 2027;Essai un\ndu 26/12 au 02/01/2027;Essai deux',
    ['26/12/2026 09:00 → 02/01/2027 09:00 · Essai un', '26/12/2026 09:00 → 02/01/2027 09:00 · Essai deux'],
    hours('09:00', '09:00'),
  ],
  [
    'title lines, empty lines, a remark below',
    'Secteur d’essai;;;\nTour de garde 2026;;;\n;;;\nDate;De;A;Nom\n;;;\n23/11;19h30;9h;Pharmacie d’essai\n;;;\n24/11;19h30;9h;Pharmacie de test\nEn cas de changement, prévenir le secrétariat;;;',
    [A, B],
  ],
  [
    'merged cells as CSV leaves them: the day stands once',
    'Date;De;A;Nom\n23/11/2026;19h30;9h;Pharmacie d’essai\n;;;Pharmacie de test',
    [A, '23/11/2026 19:30 → 24/11/2026 09:00 · Pharmacie de test'],
  ],
  [
    'two duties of a day, the day written once',
    'Date;De;A;Nom\n22/11/2026;9h;20h;Pharmacie d’essai\n;20h;9h;Pharmacie de test',
    [
      '22/11/2026 09:00 → 22/11/2026 20:00 · Pharmacie d’essai',
      '22/11/2026 20:00 → 23/11/2026 09:00 · Pharmacie de test',
    ],
  ],
  [
    'months one below the other, each with its header',
    'NOVEMBRE 2026;;\nJour;Horaires;Pharmacie\nlundi 30;19h30-9h;Essai un\nDÉCEMBRE 2026;;\nJour;Horaires;Pharmacie\nmardi 1er;19h30-9h;Essai deux',
    ['30/11/2026 19:30 → 01/12/2026 09:00 · Essai un', '01/12/2026 19:30 → 02/12/2026 09:00 · Essai deux'],
  ],
  [
    'no header: pasted from a spreadsheet',
    '23/11/2026\t19:30\t09:00\tPharmacie d’essai\n24/11/2026\t19:30\t09:00\tPharmacie de test',
    [A, B],
  ],
  [
    'no header: begin and end with day and hour',
    '23/11/2026 19:30\t24/11/2026 09:00\tPharmacie d’essai\t03 86 65 91 82',
    [`${A} · 03 86 65 91 82`],
  ],
  [
    'no header: day and name',
    'Lundi 23 novembre;Pharmacie d’essai\nMardi 24 novembre;Pharmacie de test',
    [A, B],
    NIGHT,
  ],
  [
    'a column of names that is called otherwise',
    'Date;De;A;De service;Tél.\n23/11/2026;19h30;9h;Pharmacie d’essai;0386659182',
    [`${A} · 03 86 65 91 82`],
  ],
  [
    'names and towns in capitals',
    'DATE;DE;A;PHARMACIE;ADRESSE;VILLE\n23/11/2026;19H30;9H;PHARMACIE DE L’ESSAI;3 RUE DU TEST;VILLE D’ESSAI',
    ['23/11/2026 19:30 → 24/11/2026 09:00 · Pharmacie de l’Essai · 3 Rue du Test · Ville-d’Essai'],
  ],
  [
    'the list of pharmacies gives the town and "Pharmacie"',
    'Date;De;A;Nom\n23/11/2026;19h30;9h;Lunaire\n24/11/2026;19h30;9h;Pharmacie d’Essai du Marché',
    [
      '23/11/2026 19:30 → 24/11/2026 09:00 · Pharmacie Lunaire · Bourg-d’Essai',
      '24/11/2026 19:30 → 25/11/2026 09:00 · Pharmacie d’Essai du Marché · Ville-d’Essai',
    ],
  ],
  [
    'two pharmacies of one name: nothing is added',
    'Date;De;A;Nom\n23/11/2026;19h30;9h;Pharmacie de la Gare',
    ['23/11/2026 19:30 → 24/11/2026 09:00 · Pharmacie de la Gare'],
  ],
  [
    'what is written counts before the list',
    'Date;De;A;Nom;Ville\n23/11/2026;19h30;9h;Pharmacie Lunaire;Autre-Ville',
    ['23/11/2026 19:30 → 24/11/2026 09:00 · Pharmacie Lunaire · Autre-Ville'],
  ],
  [
    'a number of FINESS',
    'Date;De;A;FINESS\n23/11/2026;19h30;9h;000000002',
    ['23/11/2026 19:30 → 24/11/2026 09:00 · Pharmacie de la Gare · Ville-d’Essai'],
  ],
  [
    'name, town and phone in one cell',
    'Date;De;A;Pharmacie\n23/11/2026;19h30;9h;Pharmacie d’essai - Bourg-d’Essai - Tél : 03 86 65 91 82\n24/11/2026;19h30;9h;"Pharmacie de test\n3 rue du Test\n89000 Ville-d’Essai"',
    [`${A} · Bourg-d’Essai · 03 86 65 91 82`, `${B} · 3 rue du Test · 89000 Ville-d’Essai`],
  ],
  [
    'JSON with keys of its own',
    '[{"jour":"2026-11-23","horaires":"19h30 - 9h","pharmacie":"Pharmacie d’essai"},{"jour":"2026-11-24","horaires":"19h30 - 9h","pharmacie":"Pharmacie de test"}]',
    [A, B],
  ],
  [
    'JSON with instants',
    '[{"start":"2026-11-23T18:30:00Z","end":"2026-11-24T09:00:00+01:00","name":"Pharmacie d’essai"}]',
    [A],
  ],
  [
    'the night whose clocks go forward',
    'Date;De;A;Nom\n27/03/2027;19h30;9h;Pharmacie d’essai',
    ['27/03/2027 19:30 → 28/03/2027 09:00 · Pharmacie d’essai'],
  ],
  [
    '29 February',
    'Date;De;A;Nom\n28/02/2028;19h30;9h;Essai un\n29/02/2028;19h30;9h;Essai deux\n29/02/2027;19h30;9h;Essai trois',
    [
      '28/02/2028 19:30 → 29/02/2028 09:00 · Essai un',
      '29/02/2028 19:30 → 01/03/2028 09:00 · Essai deux',
      '4: bad-day',
    ],
  ],
  [
    'an end before its begin, both with their days: left out',
    'Du;Au;Nom\n24/11/2026 19:30;23/11/2026 09:00;Pharmacie d’essai',
    ['2: end-before-start'],
  ],
  [
    'a weekday that is not that of the date: left out',
    'Date;De;A;Nom\nmardi 23/11/2026;19h30;9h;Pharmacie d’essai',
    ['2: wrong-weekday'],
  ],
  ['words beside the date: left out', 'Date;De;A;Nom\n23/11/2026 (annulé);19h30;9h;Pharmacie d’essai', ['2: unread']],
  [
    'a holiday beside the date is understood',
    'Date;De;A;Nom\n11/11/2026 (Armistice, jour férié);9h;9h;Pharmacie d’essai',
    ['11/11/2026 09:00 → 12/11/2026 09:00 · Pharmacie d’essai'],
  ],
  [
    'morning and afternoon in one cell: left out',
    'Date;Horaires;Nom\n22/11/2026;9h-12h et 14h-19h;Pharmacie d’essai',
    ['2: too-much'],
  ],
  ['no name: left out', 'Date;De;A;Nom\n23/11/2026;19h30;9h;', ['2: missing-name']],
  ['no day at all: left out', 'Date;De;A;Nom\n;19h30;9h;Pharmacie d’essai', ['2: missing-day']],
  [
    'an empty first day is not the last one; an empty last day is none',
    'Du;Au;Nom\n;28/11/2026;Essai un\n21/11/2026;;Essai deux',
    ['2: missing-day', '3: missing-end'],
    NIGHT,
  ],
  [
    'the day once more beside both ends',
    'Date;Début;Fin;Nom\n23/11/2026;23/11/2026 19:30;24/11/2026 9:00;Pharmacie d’essai',
    [A],
  ],
  [
    'a merged day below a line that was left out: left out too',
    'Date;De;A;Nom\n23/11/2026;19h30;9h;Pharmacie d’essai\n24/11/2026 (annulé);19h30;9h;Essai un\n;19h30;9h;Essai deux',
    [A, '3: unread', '4: missing-day'],
  ],
  [
    'a row of words below a merged day is no header',
    'Date;Garde;De;A;Pharmacie\n23/11/2026;Nuit;19h30;9h;Pharmacie d’essai\n;Nuit;;;Pharmacie de test\n24/11/2026;Nuit;19h30;9h;Pharmacie de test',
    [A, '23/11/2026 19:30 → 24/11/2026 09:00 · Pharmacie de test', B],
  ],
  [
    'bare hours beside the day, under a title with a month',
    'Novembre 2026;\nDate;Début;Fin;Nom\n23;19.30;9;Pharmacie d’essai\n24;19h30;9;Pharmacie de test',
    [A, B],
  ],
  ['the day once more beside the beginning', 'Date;Début;Fin;Nom\n23/11/2026;23/11 19h30;9h;Pharmacie d’essai', [A]],
  [
    'a header of which only the day is known',
    'Date;De service\n23/11/2026;Pharmacie d’essai\n24/11/2026;Pharmacie de test',
    [A, B],
    NIGHT,
  ],
  [
    'a title that says when it was printed does not give the year against the weekday',
    'Mise à jour : octobre 2026;\nDate;De;A;Nom\nlundi 4 janvier;19h30;9h;Pharmacie d’essai',
    ['04/01/2027 19:30 → 05/01/2027 09:00 · Pharmacie d’essai'],
  ],
  [
    'a title with opening hours gives no hours of duty',
    'Pharmacie d’essai, ouverte de 9h à 19h;\nDate;Pharmacie\n23/11/2026;Pharmacie de test',
    ['3: missing-hour'],
  ],
  [
    'the same duty twice: once',
    'Date;De;A;Nom\n23/11/2026;19h30;9h;Pharmacie d’essai\n23/11/2026;19h30;9h;Pharmacie d’essai',
    [A, '3: duplicate'],
  ],
];

describe('a roster is understood as it is kept', () => {
  for (const [habit, text, expected, usual] of HABITS) {
    it(habit, () => expect(understood(text, usual)).to.deep.equal(expected));
  }

  it('the screen reads from what is written for it the duties that were understood', () => {
    for (const [habit, text, , usual] of HABITS) {
      const { duties, lines } = readRosterTable(rowsOf(text), habits(usual));
      expect(parseRoster(rosterCsv(duties)).duties, habit).to.deep.equal(duties);
      expect(lines.filter(({ duty }) => duty).length, habit).to.equal(duties.length);
    }
  });

  it('a duty that ends in the hour that the autumn night has twice', () => {
    for (const hour of ['00:30Z', '01:30Z']) {
      const text = `[{"début":"2026-10-24T20:00:00+02:00","fin":"2026-10-25T${hour}","nom":"Pharmacie d’essai"}]`;
      const [duty] = parseRoster(text).duties;
      expect(parseRoster(rosterCsv([duty!])).duties).to.deep.equal([duty]);
    }
  });

  it('any table, however strange: no error, and nothing that the screen reads otherwise', () => {
    const random = chance(15);
    const pieces =
      'Date|Début|Fin|Nom|Pharmacie|Horaires|Du|Au|du 21 au 28|23/11/2026|24/11|31/02/2026|9h|20h30|9|24h|25h|lundi|novembre 2026|1er|Pharmacie d’essai|"|0/0/0|semaine 48|et|jusqu’à 9h|99999999999|2026-11-23T19:30Z|'.split(
        '|',
      );
    for (let i = 0; i < 3000; i++) {
      const cell = () => Array.from({ length: random.below(3) }, () => random.of(pieces)).join(' ');
      const rows = Array.from({ length: random.below(8) }, () => Array.from({ length: random.below(5) }, cell));
      const { duties } = readRosterTable(rows, habits(random.below(2) ? NIGHT : undefined));
      expect(parseRoster(rosterCsv(duties)).duties, JSON.stringify(rows)).to.deep.equal(duties);
      for (const { from, to } of duties) expect(to, JSON.stringify(rows)).to.be.above(from);
    }
  });

  /** Ways to write a day, by luxon. */
  const WAYS = [
    'dd/MM/yyyy',
    'd/M/yy',
    'dd.MM.yyyy',
    'dd-MM-yy',
    'yyyy-MM-dd',
    'EEEE d MMMM yyyy',
    'EEE dd/MM/yyyy',
    'd MMM yyyy',
    'EEEE d MMMM',
    'd MMMM',
    'EEE d/M',
  ];
  for (const way of WAYS) {
    it(`each night of three years, written as ${way}`, () => {
      const first = DateTime.fromISO('2026-11-20', { zone: 'Europe/Paris', locale: 'fr' });
      const days = Array.from({ length: 1100 }, (_, i) => first.plus({ days: i }));
      const lines = days.map((day, i) => `${day.toFormat(way)};19h30;9 h 15;Essai ${i}`);
      const { duties, lines: read } = readRosterTable(rowsOf(['Jour;De;A;Nom', ...lines].join('\n')), habits());
      expect(read.filter(({ fault }) => fault).map(({ cells }) => cells.join())).to.deep.equal([]);
      expect(duties.map(({ from, to, name }) => [clock(from), clock(to), name].join())).to.deep.equal(
        days.map((day, i) =>
          [
            `${day.toFormat('dd/MM/yyyy')} 19:30`,
            `${day.plus({ days: 1 }).toFormat('dd/MM/yyyy')} 09:15`,
            `Essai ${i}`,
          ].join(),
        ),
      );
    });
  }
});

describe('what is to be known of a line', () => {
  const notes = (text: string, usual?: Habits['hours']) =>
    readRosterTable(rowsOf(text), habits(usual)).lines.map((line) =>
      line.notes.map((note) => (note.kind === 'problem' ? note.problem.kind : note.kind)).join(),
    );
  const rows: [what: string, roster: string, expected: string[], usual?: Habits['hours']][] = [
    ['the hours of a title', 'Gardes de 19h30 à 9h;\nDate;Nom\n23/11/2026;Essai', ['usual-hours', '', '']],
    ['a year that stands nowhere', 'Date;Nom\n23/11;Essai', ['', 'supposed-year'], NIGHT],
    ['the day of the line above', 'Date;Ville;Nom\n23/11/2026;;Un\n;;Deux', ['', '', 'day-above,overlap'], NIGHT],
    [
      'the last night of a week',
      'Du;Au;Nom\n23/11/2026;29/11/2026;Un\n30/11/2026;06/12/2026;Deux',
      ['', 'last-night', 'last-night'],
      hours('09:00', '08:00'),
    ],
    ['what the list adds', 'Date;Nom\n23/11/2026;Lunaire', ['', 'completed,completed'], NIGHT],
    ['two of one name', 'Date;Nom\n23/11/2026;Pharmacie de la Gare', ['', 'homonyms'], NIGHT],
    [
      'a night without a duty, but no day between two nights',
      'Date;Nom\n23/11/2026;Un\n24/11/2026;Deux\n26/11/2026;Trois',
      ['', '', '', 'gap'],
      NIGHT,
    ],
    ['a phone that is none', 'Date;Nom;Tél\n23/11/2026;Un;12', ['', 'bad-phone'], NIGHT],
  ];
  for (const [what, roster, expected, usual] of rows)
    it(what, () => expect(notes(roster, usual)).to.deep.equal(expected));
});

describe('the list of pharmacies', () => {
  const texts: [string, string][] = [
    ['PHARMACIE DE L’ESSAI', 'Pharmacie de l’Essai'],
    ["PHARMACIE D'ESSAI - VILLE", "Pharmacie d'Essai - Ville"],
    ['SELARL ESSAI', 'SELARL Essai'],
    ['VILLENEUVE-SUR-ESSAI', 'Villeneuve-sur-Essai'],
    ['Pharmacie ESSAI', 'Pharmacie ESSAI'],
    ['A B', 'A B'],
  ];
  for (const [capitals, read] of texts) it(capitals, () => expect(readable(capitals)).to.equal(read));

  const names: [string, string][] = [
    ['PHARMACIE ENTRE VILLE ET ESSAI', 'Pharmacie entre Ville et Essai'],
    ['SELARL ESSAI FRERES', 'Pharmacie Essai Freres'],
    ['SARL PARA ET PHARMACIE D’ESSAI', 'Para et Pharmacie d’Essai'],
    ['PHARMACIE DE L’ESSAI - PHIE LUNAIRE', 'Pharmacie de l’Essai'],
    ['SNC ESSAI - LUNAIRE', 'Pharmacie Essai - Lunaire'],
  ];
  for (const [finess, name] of names) it(finess, () => expect(pharmacyName(finess)).to.equal(name));

  it('a name is found by its own words, whatever stands around them', () => {
    for (const name of ['Pharmacie Lunaire', 'LUNAIRE', 'pharmacie  du lunaire', 'SELARL Pharmacie Lunaire'])
      expect(pharmacies.find(name), name).to.include({ finess: '000000004' });
    expect(pharmacies.find('Pharmacie de la Gare')).to.equal('several');
    expect(pharmacies.find('Pharmacie de la Gare', 'BOURG D’ESSAI')).to.include({ finess: '000000003' });
    expect(pharmacies.find('Pharmacie')).to.equal(undefined);
    expect(pharmacies.find('Pharmacie Solaire')).to.equal(undefined);
  });
});
