/** What scripts carry of `data/`, where their widgets do not draw all of it. Whatever is fetched later is whole. */
import { readFileSync } from 'node:fs';

const RECORDS = ['channels', 'cpts', 'directory', 'local-health-contracts']
  .map((name) => readFileSync(new URL(`../data/${name}.json`, import.meta.url), 'utf8'))
  .join();

/** The sources that a record names: those of the tables, and of what only the site has, no widget draws. */
const named = (list) => list.filter(({ id }) => RECORDS.includes(`"${id}"`));

/** The widgets of pages: all but what no widget draws. */
export const wholeDirectory = { 'sources.json': named };

const without =
  (...names) =>
  (record) =>
    Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));

/** Kinds that `<yonne-soins-now>` never draws, roles that it does, and helplines that do not answer day and night. */
const NOT_NOW = ['professional-search', 'community-care', 'dentist-on-duty', 'institution', 'health-insurance'];
const ROLES_NOW = ['vital', 'european-emergency', 'text-emergency', 'insurance', 'health-agency'];

function isDrawnNow({ kind, role, hours }) {
  if (ROLES_NOW.includes(role)) return true;
  if (kind === 'helpline') return hours === '24/7';
  return kind !== 'emergency-number' && !NOT_NOW.includes(kind);
}

const noContracts = { 'local-health-contracts.json': () => [] };

/** A table without columns that nobody reads: those by which people search. */
const withoutColumns = (csv, ...names) => {
  const rows = csv.split(/\r?\n/).map((line) => line.split(';'));
  const kept = rows[0].flatMap((name, i) => (names.includes(name) ? [] : i));
  return rows.map((cells) => kept.map((i) => cells[i]).join(';')).join('\n');
};

/** The CPTS without their other names, and without how it is known whom they answer for. */
const namesOfCpts = ({ cpts, undetermined }) => ({
  cpts: cpts.map(({ territory, ...group }) => ({
    ...without('longName', 'aliases', 'announcedSite')(group),
    territory: territory.map(without('because', 'source', 'checked')),
  })),
  undetermined,
});

/** Beside those, what the poster names, and what no file from outside may say otherwise. */
const ROLES_ON_PAPER = ['professional-search', 'fire', 'police'];

/** The poster and the screen: no search, no sources, no contracts, no note that only a link makes useful. */
export const onPaper = {
  ...noContracts,
  'search-words.en.json': () => ({}),
  'channels.json': (list) =>
    list
      .filter((channel) => isDrawnNow(channel) || ROLES_ON_PAPER.includes(channel.role))
      .map(without('note', 'service', 'treats', 'email', 'adultEntrance', 'sources', 'checked', 'confirmed')),
  'cpts.json': ({ cpts, undetermined }) =>
    namesOfCpts({ cpts: cpts.map(without('phones', 'email', 'sources', 'checked', 'confirmed')), undetermined }),
  'communes.csv': (csv) => withoutColumns(csv.trim(), 'postcodes', 'population', 'former'),
  'epci.csv': (csv) => csv.split('\n', 1)[0],
  'sources.json': () => [],
};

/** `<yonne-soins-now>`: what answers now, the names and sites of the CPTS, no names of EPCI. */
export const soinsNow = {
  ...noContracts,
  ...wholeDirectory,
  'channels.json': (list) => list.filter(isDrawnNow).map(without('note', 'service')),
  'cpts.json': namesOfCpts,
  'epci.csv': (csv) => csv.split('\n', 1)[0],
};
