/**
 * Merges confirmed attachments of communes to CPTS into `cpts.json`: `npm run data:cpts -- file.csv`.
 *
 * The file comes from a spreadsheet: see `confirmed.mjs`. One wrong line and nothing is written; all wrong lines are listed.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArguments, stop, today } from './command.mjs';
import { mergeConfirmed, readConfirmed } from './confirmed.mjs';
import { revised } from './json-text.mjs';

const readBytes = (path) => {
  try {
    return readFileSync(path);
  } catch {
    return stop(`Fichier introuvable : ${path}`);
  }
};

const { input, data } = readArguments('data:cpts -- fichier.csv');
const file = join(data, 'cpts.json');
const text = readFileSync(file, 'utf8');
const content = JSON.parse(text);
const lines = readFileSync(join(data, 'communes.csv'), 'utf8').split('\n').slice(1);
const communes = lines.map((line) => line.split(';')[0]).filter(Boolean);

const known = { cpts: content.cpts.map(({ id }) => id), communes, today };
const { confirmed, problems } = readConfirmed(readBytes(input), known);
if (problems.length) stop(...problems, 'Rien n’a été modifié.');

const { cpts, counts } = mergeConfirmed(content.cpts, confirmed);
if (counts.added || counts.changed) {
  // Renamed once complete: whatever happens, cpts.json is the old file or the new one.
  writeFileSync(`${file}.tmp`, revised(text, { ...content, cpts }));
  renameSync(`${file}.tmp`, file);
}
console.log(`Communes ajoutées : ${counts.added}, modifiées : ${counts.changed}, inchangées : ${counts.unchanged}`);
