import { bundled } from '../../src/bundled.ts';
import { type Directory, loadDirectory, readDirectory } from '../../src/directory.ts';
import type { RawDirectory } from '../../src/directory-schema.ts';

let inUse: Directory | undefined;

/** The directory in the script, read at its first use. The tests check it: no page has to. */
export function bundledDirectory(): Directory {
  inUse ??= readDirectory(bundled as RawDirectory);
  return inUse;
}

/** Puts another directory in its place, for all widgets drawn from then on: tests show them made-up records. */
export function replaceBundledDirectory(other: unknown): void {
  inUse = loadDirectory(other);
}
