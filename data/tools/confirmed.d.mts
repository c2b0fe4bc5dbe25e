import type { Cpts } from '../../src/directory-schema.ts';

/** A line of the file: the CPTS, and what its territory gets. */
export interface Confirmed {
  id: string;
  entry: Cpts['territory'][number] & { commune: string; source: string; checked: string };
}

export function readConfirmed(
  bytes: Uint8Array,
  known: { cpts: readonly string[]; communes: readonly string[]; today: string },
): { confirmed: Confirmed[]; problems: string[] };

export function mergeConfirmed(
  cpts: readonly Cpts[],
  confirmed: readonly Confirmed[],
): { cpts: Cpts[]; counts: { added: number; changed: number; unchanged: number } };

export function confirmedCsv(cpts: readonly Cpts[]): string;
