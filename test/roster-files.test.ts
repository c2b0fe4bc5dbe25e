/** Files as other programs write them: spreadsheets by SheetJS, agendas by ical.js. */
import * as SheetJS from '@e965/xlsx';
import { expect } from '@open-wc/testing';
import ICAL from 'ical.js';
import { textOfFile } from '../demo/roster/file.ts';
import { rowsOf } from '../demo/roster/text.ts';
import { pharmaciesOf } from '../src/pharmacies.ts';
import { readRosterTable, rosterCsv } from '../src/roster-table.ts';
import { DAY, dayOf } from '../src/time/calendar.ts';

const habits = { today: dayOf(2026, 11, 20), hours: { from: 19 * 60 + 30, to: 9 * 60 }, pharmacies: pharmaciesOf([]) };

/** The strict form of what a file holds, without its header. */
async function understood(bytes: Uint8Array): Promise<string[]> {
  const { duties } = readRosterTable(rowsOf(await textOfFile(bytes)), habits);
  return rosterCsv(duties).trim().split('\n').slice(1);
}

type Cell = string | number | Date | null | { hour: number };

/** A workbook whose sheets have these rows; dates and hours are cells of their kind. */
function workbook(
  format: SheetJS.BookType,
  sheets: Record<string, Cell[][]>,
  merges: string[] = [],
  hidden?: string,
): Uint8Array {
  const book = SheetJS.utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    const cells = rows.map((row) =>
      row.map((cell): SheetJS.CellObject | string | number | null => {
        if (cell instanceof Date) {
          const whole = cell.getTime() % DAY === 0;
          return { t: 'd', v: cell, z: whole ? 'dd/mm/yyyy' : 'dd/mm/yyyy hh:mm' };
        }
        return cell && typeof cell === 'object' ? { t: 'n', v: cell.hour / 24, z: 'hh:mm' } : cell;
      }),
    );
    const sheet = SheetJS.utils.aoa_to_sheet(cells, { UTC: true, cellDates: true });
    if (merges.length) sheet['!merges'] = merges.map(SheetJS.utils.decode_range);
    SheetJS.utils.book_append_sheet(book, sheet, name);
  }
  if (hidden) book.Workbook = { Sheets: book.SheetNames.map((name) => ({ name, Hidden: name === hidden ? 1 : 0 })) };
  return new Uint8Array(SheetJS.write(book, { bookType: format, type: 'array' }));
}

const day = (iso: string) => new Date(iso.includes('T') ? `${iso}Z` : iso);

describe('spreadsheets', () => {
  for (const format of ['xlsx', 'ods', 'biff8'] as const) {
    describe(format === 'biff8' ? '.xls' : `.${format}`, () => {
      it('a title, empty rows, days and hours that are cells of their kind', async () => {
        const file = workbook(format, {
          Gardes: [
            ['Tour de garde d’essai'],
            [],
            ['Date', 'Début', 'Fin', 'Pharmacie', 'Téléphone'],
            [day('2026-11-23'), { hour: 19.5 }, { hour: 9 }, 'PHARMACIE DE L’ESSAI', 386659182],
            [],
            [day('2026-12-31'), { hour: 20 }, { hour: 8.25 }, 'Pharmacie de test', '03 86 65 91 82'],
          ],
        });
        expect(await understood(file)).to.deep.equal([
          '23/11/2026 19:30;24/11/2026 09:00;Pharmacie de l’Essai;;;03 86 65 91 82',
          '31/12/2026 20:00;01/01/2027 08:15;Pharmacie de test;;;03 86 65 91 82',
        ]);
      });

      it('merged cells: a title over the table, a day for two pharmacies', async () => {
        const file = workbook(
          format,
          {
            Gardes: [
              ['Gardes de 19h30 à 9h', null, null],
              ['Jour', 'Pharmacie', 'Ville'],
              [day('2026-11-23'), 'Pharmacie d’essai', 'Essai-Ville'],
              [null, 'Pharmacie de test', 'Essai-Bourg'],
            ],
          },
          ['A1:C1', 'A3:A4'],
        );
        expect(await understood(file)).to.deep.equal([
          '23/11/2026 19:30;24/11/2026 09:00;Pharmacie d’essai;;Essai-Ville;',
          '23/11/2026 19:30;24/11/2026 09:00;Pharmacie de test;;Essai-Bourg;',
        ]);
      });

      it('days with their hours across both changes of the clocks, the end of a year and a leap day', async () => {
        const spans: [string, string][] = [
          ['2027-03-27T20:00', '2027-03-28T09:00'],
          ['2027-10-30T20:00', '2027-10-31T00:00'],
          ['2027-10-31T00:00', '2027-10-31T09:00'],
          ['2027-12-31T20:00', '2028-01-01T09:00'],
          ['2028-02-28T20:00', '2028-02-29T09:00'],
          ['2028-02-29T20:00', '2028-03-01T09:00'],
        ];
        const rows = spans.map(([from, to], i) => [day(from), day(to), `Pharmacie d’essai ${i}`]);
        const shown = (iso: string) => iso.replace(/(\d+)-(\d+)-(\d+)T(.*)/, '$3/$2/$1 $4');
        expect(await understood(workbook(format, { Gardes: [['Début', 'Fin', 'Nom'], ...rows] }))).to.deep.equal(
          spans.map(([from, to], i) => `${shown(from)};${shown(to)};Pharmacie d’essai ${i};;;`),
        );
      });

      it('a sheet for each month, whose names give month and year', async () => {
        const file = workbook(format, {
          'Novembre 2026': [
            ['Jour', 'Pharmacie'],
            ['lundi 30', 'Pharmacie d’essai'],
          ],
          'Décembre 2026': [
            ['Jour', 'Pharmacie'],
            ['mardi 1er', 'Pharmacie de test'],
          ],
        });
        expect(await understood(file)).to.deep.equal([
          '30/11/2026 19:30;01/12/2026 09:00;Pharmacie d’essai;;;',
          '01/12/2026 19:30;02/12/2026 09:00;Pharmacie de test;;;',
        ]);
      });
    });
  }

  it('a hidden sheet is not read', async () => {
    const rows = (name: string) => [
      ['Jour', 'Pharmacie'],
      [day('2026-11-23'), name],
    ];
    const file = workbook(
      'xlsx',
      { Gardes: rows('Pharmacie d’essai'), Brouillon: rows('Pharmacie cachée') },
      [],
      'Brouillon',
    );
    expect(await understood(file)).to.deep.equal(['23/11/2026 19:30;24/11/2026 09:00;Pharmacie d’essai;;;']);
  });

  it('hours as LibreOffice writes them', async () => {
    const made = workbook('ods', {
      Gardes: [
        ['Date', 'Début', 'Fin', 'Nom'],
        [day('2026-11-23'), 0.8125, 0.375, 'Pharmacie d’essai'],
      ],
    });
    const zip = SheetJS.CFB.read(made, { type: 'array' });
    const entry = SheetJS.CFB.find(zip, 'content.xml')!;
    const content = new TextDecoder().decode(Uint8Array.from(entry.content));
    const asHour = (value: string, time: string) => (xml: string) =>
      xml.replace(
        `office:value-type="float" office:value="${value}"`,
        `office:value-type="time" office:time-value="${time}"`,
      );
    const changed = asHour('0.375', 'PT09H00M00S')(asHour('0.8125', 'PT19H30M00S')(content));
    expect(changed.match(/PT\d+H/g)).to.have.length(2);
    entry.content = new TextEncoder().encode(changed);
    entry.size = entry.content.length;
    const file = new Uint8Array(SheetJS.CFB.write(zip, { fileType: 'zip', type: 'array' }) as ArrayBuffer);
    expect(await understood(file)).to.deep.equal(['23/11/2026 19:30;24/11/2026 09:00;Pharmacie d’essai;;;']);
  });

  it('what is no spreadsheet is named, with what to do', async () => {
    const said = async (bytes: Uint8Array) =>
      textOfFile(bytes).then(
        () => 'read',
        ({ message }: Error) => message,
      );
    expect(await said(new TextEncoder().encode('%PDF-1.7'))).to.match(/PDF.*copiez le tableau/);
    expect(await said(Uint8Array.of(0x50, 0x4b, 3, 4, ...new Uint8Array(400)))).to.match(/\.xlsx, \.ods ou \.csv/);
    const half = workbook('xlsx', { Gardes: [['Jour', 'Pharmacie']] });
    expect(await said(half.slice(0, half.length / 2))).to.match(/\.xlsx, \.ods ou \.csv/);
    expect(await said(new TextEncoder().encode('BEGIN:VCALENDAR\nBEGIN:VEV'))).to.match(/agenda/);
  });
});

describe('agendas', () => {
  /** An agenda by ical.js of these events: properties by name. */
  function agenda(...events: Record<string, ICAL.Time | ICAL.Recur | string>[]): Uint8Array {
    const calendar = new ICAL.Component('vcalendar');
    calendar.updatePropertyWithValue('version', '2.0');
    for (const [i, properties] of events.entries()) {
      const event = new ICAL.Component('vevent');
      event.updatePropertyWithValue('uid', `essai-${i}`);
      for (const [name, value] of Object.entries(properties)) event.updatePropertyWithValue(name, value);
      calendar.addSubcomponent(event);
    }
    return new TextEncoder().encode(calendar.toString());
  }
  const time = (iso: string) => (iso.length > 10 ? ICAL.Time.fromDateTimeString(iso) : ICAL.Time.fromDateString(iso));

  it('events in the time of Paris, in UTC, and whole days with the usual hours', async () => {
    const file = agenda(
      {
        dtstart: time('2026-11-23T19:30:00'),
        dtend: time('2026-11-24T09:00:00'),
        summary: 'Pharmacie d’essai; du Pont',
        location: '3 rue du Test',
      },
      { dtstart: time('2026-11-24T18:30:00Z'), dtend: time('2026-11-25T08:00:00Z'), summary: 'Pharmacie de test' },
      { dtstart: time('2026-11-25'), dtend: time('2026-11-26'), summary: 'Pharmacie du jour' },
      {
        dtstart: time('2026-11-26T19:30:00'),
        dtend: time('2026-11-27T09:00:00'),
        summary: 'Pharmacie annulée',
        status: 'CANCELLED',
      },
    );
    expect(await understood(file)).to.deep.equal([
      '23/11/2026 19:30;24/11/2026 09:00;"Pharmacie d’essai; du Pont";3 rue du Test;;',
      '24/11/2026 19:30;25/11/2026 09:00;Pharmacie de test;;;',
      '25/11/2026 19:30;26/11/2026 09:00;Pharmacie du jour;;;',
    ]);
  });

  it('a rule: each fourth week, across the change of the clocks', async () => {
    const file = agenda({
      dtstart: time('2026-10-05T19:30:00'),
      dtend: time('2026-10-06T09:00:00'),
      summary: 'Pharmacie d’essai',
      rrule: ICAL.Recur.fromString('FREQ=WEEKLY;INTERVAL=4;COUNT=3'),
    });
    expect(await understood(file)).to.deep.equal(
      [
        '05/10/2026 19:30;06/10/2026 09:00',
        '02/11/2026 19:30;03/11/2026 09:00',
        '30/11/2026 19:30;01/12/2026 09:00',
      ].map((span) => `${span};Pharmacie d’essai;;;`),
    );
  });

  it('a zone that the agenda itself describes', async () => {
    const text = `BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VTIMEZONE
TZID:Europe/Paris
BEGIN:DAYLIGHT
DTSTART:19810329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:1
DTSTART;TZID=Europe/Paris:20270327T200000
DTEND;TZID=Europe/Paris:20270328T090000
SUMMARY:Pharmacie d’essai
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTART;TZID=Romance Standard Time:20270401T200000
DURATION:PT13H
SUMMARY:Pharmacie de test
END:VEVENT
END:VCALENDAR`;
    expect(await understood(new TextEncoder().encode(text))).to.deep.equal([
      '27/03/2027 20:00;28/03/2027 09:00;Pharmacie d’essai;;;',
      '01/04/2027 20:00;02/04/2027 09:00;Pharmacie de test;;;',
    ]);
  });
});
