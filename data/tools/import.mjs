/**
 * Brings an edited directory back into `data/`: `npm run data:import -- annuaire.json`.
 *
 * Only what differs is written, in the layout of each file. One wrong value and nothing is.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { columns } from '../../build/assets.mjs';
import { readArguments, stop, today } from './command.mjs';
import { revised } from './json-text.mjs';
import { load } from './load.mjs';

/** The files of `data/` by their names in the published directory. */
const FILES = {
  directory: 'directory.json',
  sources: 'sources.json',
  channels: 'channels.json',
  cpts: 'cpts.json',
  localHealthContracts: 'local-health-contracts.json',
};
const TABLES = { epci: 'epci.csv', communes: 'communes.csv' };

const { input, data } = readArguments('data:import -- annuaire.json');
const refuse = (...messages) => stop(...messages.map((text) => `${input} : ${text}`), 'Rien n’a été modifié.');

const readEdited = () => {
  let text;
  try {
    text = readFileSync(input, 'utf8');
  } catch {
    return refuse('fichier introuvable');
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    return refuse(`ce n’est pas du JSON (${error.message})`);
  }
};

const edited = readEdited();
const { loadDirectory } = await load('src/directory.ts');
try {
  const { leftOut } = loadDirectory(edited);
  if (leftOut.length) refuse(...leftOut);
} catch (error) {
  refuse(error.message);
}

const { date } = edited.directory;
const current = JSON.parse(readFileSync(join(data, FILES.directory), 'utf8'));
if (date < current.date) refuse(`édition du ${date}, plus ancienne que celle de data/ (${current.date})`);
if (date > today) refuse(`édition du ${date}, à venir`);
for (const [name, file] of Object.entries(TABLES))
  if (columns(readFileSync(join(data, file), 'utf8').trim()) !== edited[name])
    refuse(`${name} : autre que ${file}, qui ne se modifie pas ici (npm run data:communes)`);

const changed = [];
for (const [name, file] of Object.entries(FILES)) {
  const path = join(data, file);
  const text = readFileSync(path, 'utf8');
  if (!isDeepStrictEqual(JSON.parse(text), edited[name])) changed.push([path, revised(text, edited[name]), file]);
}
for (const [path, text] of changed) writeFileSync(`${path}.tmp`, text);
// Renamed once all are complete: no edition is half written.
for (const [path] of changed) renameSync(`${path}.tmp`, path);

console.log(
  changed.length
    ? `Fichiers modifiés : ${changed.map(([, , file]) => file).join(', ')}. Vérifiez : npm run test:one -- test/data.test.ts`
    : 'Rien à modifier.',
);
