/** The files of the data page: tables for spreadsheets, contacts for phones. */
import { readFileSync } from 'node:fs';
import { aboutTexts } from '../dist/npm/components/contacts/about.js';
import { phoneText, vcard } from '../dist/npm/src/engine.js';
import { communes, directory, reachable } from './model.mjs';

const read = (name) => readFileSync(new URL(`../data/${name}.csv`, import.meta.url), 'utf8');

/** A cell that a spreadsheet reads as text: quoted where it must be, and no formula. */
function cell(value = '') {
  const text = String(value).replace(/^[=+@-]/, "'$&");
  return /[";\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** With a byte-order mark: Excel takes a file without one for Windows-1252. */
const csv = (rows) => `\ufeff${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;

const services = () =>
  csv([
    [
      'identifiant',
      'nom',
      'sorte',
      'commune',
      'adresse',
      'numéros',
      'site',
      'courriel',
      'horaires',
      'sources',
      'vérifié le',
    ],
    ...directory.channels.map(({ id, name, kind, place, phones, site, email, hours, sources, checked }) => [
      id,
      name,
      kind,
      place?.town,
      place?.street,
      phones.map(({ number }) => phoneText(number).replace(/\u00a0/g, ' ')).join(', '),
      site,
      email,
      hours?.text,
      sources.join(', '),
      checked,
    ]),
  ]);

const territories = () =>
  csv([
    ['code insee', 'commune', 'intercommunalité', 'CPTS', 'niveau'],
    ...communes.map((commune) => {
      const attachment = directory.attachment(commune);
      const groups = attachment.level === 'undetermined' ? attachment.neighbours : [attachment.cpts];
      const level = { documented: 'documentée', presumed: 'présumée', undetermined: 'indéterminée' }[attachment.level];
      return [
        commune.code,
        commune.name,
        directory.epci.get(commune.epci),
        groups.map(({ name }) => name).join(' ou '),
        level,
      ];
    }),
  ]);

const contacts = () => {
  const referral = directory.vital.phones;
  return vcard(
    reachable.map(({ channel, cpts }) => ({
      record: channel ?? cpts,
      phones: channel?.access === 'referral-15' ? referral : undefined,
      note: aboutTexts(channel ?? cpts).join('. ') || undefined,
    })),
  );
};

/** Name and content of each. */
export const downloads = () => [
  ['services.csv', services()],
  ['communes.csv', territories()],
  ['pharmacies.csv', `\ufeff${read('pharmacies')}`],
  ['france-services.csv', `\ufeff${read('france-services')}`],
  ['maisons-de-sante.csv', `\ufeff${read('health-structures')}`],
  ['contacts.vcf', contacts()],
];
