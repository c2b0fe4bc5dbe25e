/**
 * The data section of the changelog, from two editions: `npm run data:changelog -- ancien.json nouveau.json`. The words are
 * those of the editor's list of changes.
 */
import { readFileSync } from 'node:fs';
import { stop } from './command.mjs';
import { load } from './load.mjs';

const files = process.argv.slice(2);
if (files.length !== 2) stop('Usage : npm run data:changelog -- ancien.json nouveau.json');

const { changesBetween, changeText, isoDayText, loadDirectory } = await load(
  'demo/editor/changes.ts',
  'components/shared/time-words.ts',
  'src/directory.ts',
);

const [before, after] = files.map((file) => {
  try {
    const raw = JSON.parse(readFileSync(file, 'utf8'));
    loadDirectory(raw);
    return raw;
  } catch (error) {
    return stop(`${file} : ${error.code === 'ENOENT' ? 'fichier introuvable' : error.message}`);
  }
});

const lines = changesBetween(before, after).map((change) => `- ${changeText(change)}.`);
console.log(['### Data', '', `Édition du ${isoDayText(after.directory.date)}.`, '', ...lines].join('\n'));
