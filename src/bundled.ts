import channels from '../data/channels.json';
import communes from '../data/communes.csv';
import cpts from '../data/cpts.json';
import directory from '../data/directory.json';
import epci from '../data/epci.csv';
import localHealthContracts from '../data/local-health-contracts.json';
import sources from '../data/sources.json';

/** The files of `data/`, as `loadDirectory` reads them and as `dist/annuaire.json` publishes them. */
export const bundled: unknown = { directory, sources, channels, cpts, localHealthContracts, epci, communes };
