/** The changes of a draft on an edition that was published since: record by record. */

import type { Cpts, RawDirectory } from '../../src/directory-schema.ts';
import { isSame, nameOf, placeOf, recordsOf, withValue } from './raw.ts';
import { LISTS, type ListName } from './words.ts';

type Lines = Map<string, { id: string; line: Cpts['territory'][number] }>;

const linesOf = ({ cpts }: RawDirectory): Lines =>
  new Map(
    cpts.cpts.flatMap(({ id, territory }) =>
      territory.map((line) => [(line.commune ?? line.epci)!, { id, line }] as const),
    ),
  );

/** The territories: line by line, since two officers may confirm communes of one CPTS. */
function mergeTerritories(base: RawDirectory, mine: RawDirectory, theirs: RawDirectory): Cpts[] {
  const [was, own, fresh] = [base, mine, theirs].map(linesOf) as [Lines, Lines, Lines];
  const moved = [...own].filter(
    ([code, line]) => !isSame(line, was.get(code)) && isSame(fresh.get(code), was.get(code)),
  );
  const codes = new Set(moved.map(([code]) => code));
  return theirs.cpts.cpts.map((group) => {
    const kept = group.territory.filter(({ commune, epci }) => !codes.has((commune ?? epci)!));
    const added = moved.filter(([, { id }]) => id === group.id).map(([, { line }]) => line);
    return added.length || kept.length < group.territory.length ? { ...group, territory: [...added, ...kept] } : group;
  });
}

/**
 * What the draft changed, on another edition. A record that this one changed too stays as it is there.
 *
 * @param base - From which the draft began.
 * @returns Also the names of the records that both changed.
 */
export function merge(base: RawDirectory, mine: RawDirectory, theirs: RawDirectory) {
  const conflicts: string[] = [];
  const territories = mergeTerritories(base, mine, theirs);
  let merged: RawDirectory = withValue(theirs, ['cpts', 'cpts'], territories);
  for (const list of Object.keys(LISTS) as ListName[]) {
    const [was, own] = [base, mine].map((raw) => new Map(recordsOf(raw, list).map((record) => [record.id, record])));
    for (const id of new Set([...was!.keys(), ...own!.keys()])) {
      // The territory was merged above.
      const [before, after] = [was!.get(id), own!.get(id)].map(
        (record) => record && { ...record, territory: undefined },
      );
      if (isSame(before, after)) continue;
      const records = recordsOf(merged, list);
      const index = records.findIndex((record) => record.id === id);
      const there = records[index];
      if (isSame(there && { ...there, territory: undefined }, before)) {
        const fresh = after && { ...own!.get(id)!, ...(there?.territory ? { territory: there.territory } : {}) };
        merged = withValue(merged, [...placeOf(list), index < 0 ? records.length : index], fresh);
      } else if (!isSame(there && { ...there, territory: undefined }, after))
        conflicts.push(nameOf((after ?? before)!));
    }
  }
  return { merged, conflicts };
}
