import { bundled } from '../../src/bundled.ts';
import { type Directory, loadDirectory, readDirectory } from '../../src/directory.ts';
import type { RawDirectory } from '../../src/directory-schema.ts';

let other: unknown;
let inUse: Directory | undefined;

/** Read when it is asked for: in the scripts, data stand after code. */
const own = () => (other ?? bundled) as RawDirectory;

/** The directory in the script, read at its first use. The tests check it: no page has to. */
export function bundledDirectory(): Directory {
  inUse ??= readDirectory(own());
  return inUse;
}

/** A directory from outside: what saves lives stays as the script has it. */
export const fresherDirectory = (file: unknown): Directory => loadDirectory(file, own());

/** Puts another directory in its place, for all widgets drawn from then on: tests show them made-up records. */
export function replaceBundledDirectory(made: unknown): void {
  inUse = loadDirectory(made);
  other = made;
}
