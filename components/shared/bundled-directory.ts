import { bundled } from '../../src/bundled.ts';
import { type Directory, loadDirectory } from '../../src/directory.ts';

let raw: () => unknown = () => bundled;
let checked: Directory | undefined;

/** The directory in the script, checked at its first use. */
export function bundledDirectory(): Directory {
  checked ??= loadDirectory(raw());
  return checked;
}

/** Puts another directory in its place, for all widgets drawn from then on: tests show them made-up records. */
export function replaceBundledDirectory(other: unknown): void {
  raw = () => other;
  checked = undefined;
}
