/**
 * The edition of 22 November 2026, frozen: tests of the engine ask it questions to which they know the answers. It is
 * never updated, whatever becomes of `data/`: a corrected number breaks no test. Where the schema changes its shape, the
 * shape alone follows.
 */
import { loadDirectory } from '../src/directory.ts';
import edition from './fixtures/edition-2026-11-22.json';

/** As `loadDirectory` reads it. */
export { edition };

export const frozen = loadDirectory(edition);
