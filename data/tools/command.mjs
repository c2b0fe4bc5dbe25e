/** What the commands that change `data/` have in common. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/** The day in Paris, `2026-11-24`. */
export const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format();

/** Says why, and ends the command. */
export function stop(...messages) {
  console.error(messages.join('\n'));
  process.exit(1);
}

/**
 * The file that a command takes, and the folder that it changes: `data/`, or another with `--data`.
 *
 * @param {string} command - How it is called, such as `data:cpts -- fichier.csv`.
 */
export function readArguments(command) {
  const usage = `Usage : npm run ${command} [--data dossier]`;
  try {
    const options = { data: { type: 'string', default: join(import.meta.dirname, '..') } };
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    return positionals.length === 1 ? { input: positionals[0], data: values.data } : stop(usage);
  } catch {
    return stop(usage);
  }
}
