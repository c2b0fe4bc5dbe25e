/** What the pages say: the directory, as the engine answers it, and what only the site has of `data/`. */
import { readFileSync } from 'node:fs';
import { pharmacyName } from '../dist/fabrique/roster.js';
import { isReachable } from '../dist/npm/components/contacts/about.js';
import {
  channelAt,
  closuresIn,
  contactsByNeed,
  distance,
  guide,
  loadDirectory,
  noticesIn,
  parseInstant,
  regimeAt,
  upcomingMoments,
} from '../dist/npm/src/engine.js';
import { FAR } from '../dist/npm/src/guidance.js';
import { slugOf } from './names.mjs';

const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');

export const directory = loadDirectory(JSON.parse(read('../dist/annuaire.json')));
export const { version } = JSON.parse(read('../package.json'));
export const changelog = read('../CHANGELOG.md');

/** A table of `data/` that no script carries, row by row. */
function table(name) {
  const [names, ...rows] = read(`../data/${name}.csv`)
    .trim()
    .split('\n')
    .map((line) => line.split(';'));
  return rows.map((cells) => ({
    ...Object.fromEntries(names.map((column, i) => [column, cells[i]])),
    sources: [cells[names.indexOf('source')]],
  }));
}

export const pharmacies = table('pharmacies').map((row) => ({ ...row, name: pharmacyName(row.name) }));
export const franceServices = table('france-services');
export const healthStructures = table('health-structures');

export const communes = [...directory.communes].sort((a, b) => a.name.localeCompare(b.name, 'fr'));

/** The day of the edition, at ten: what depends on the hour is told for the hours of the two regimes. */
export const edition = parseInstant(`${directory.date}T10:00`);

const [, , sunday] = upcomingMoments(directory, edition);
const HOUR = 3_600_000;

/** The first day of the week on which offices are open, at ten. */
const officeDay = (() => {
  let at = edition;
  while (regimeAt(directory, at).kind !== 'daytime' || new Date(at).getUTCDay() > 5) at += 24 * HOUR;
  return at;
})();

/** What of a list lies in a commune; where nothing does, what lies in the nearest ones. */
function nearest(list, commune, most = 3) {
  const own = list.filter((item) => item.commune === commune.code);
  if (own.length) return { own, near: [] };
  const near = list
    .filter((item) => item.commune)
    .map((item) => {
      const town = directory.commune(item.commune);
      return { ...item, town: town.name, distance: distance(commune.point, town.point) };
    })
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most);
  return { own, near };
}

/** Departments past the fourth are no help; of those before it, one that takes children is. */
function departments(channels) {
  const near = channels.slice(0, 3);
  const children = channels.find(({ channel }) => channel.paediatric);
  return children && !near.includes(children) ? [...near, children] : near;
}

/** All that the page of a commune says. */
export function communeModel(commune) {
  const day = guide(directory, officeDay, commune);
  const ofKind = (...kinds) =>
    directory.channels
      .filter(({ kind, announced }) => kinds.includes(kind) && !announced)
      .map((channel) => channelAt(directory, channel, officeDay, commune))
      .sort((a, b) => (a.distance ?? 0) - (b.distance ?? 0));
  const near = ({ distance: km = 0 }) => km <= FAR;
  const resources = ofKind('assisted-teleconsultation', 'health-centre').filter(near);
  return {
    commune,
    slug: slugOf(commune.name),
    epci: directory.epci.get(commune.epci),
    attachment: directory.attachment(commune),
    nextByDay: day.next,
    onSunday: guide(directory, sunday.at, commune).next,
    walkIn: ofKind('csnp'),
    sosMedecins: ofKind('sos-medecins'),
    mmg: ofKind('mmg').filter(near),
    departments: departments(ofKind('emergency-department')),
    resources,
    pharmacies: nearest(pharmacies, commune),
    healthStructures: nearest(healthStructures, commune, 2),
    franceServices: nearest(franceServices, commune, 2),
    contracts: directory.localHealthContracts.filter(({ epci }) => epci.includes(commune.epci)),
  };
}

/** What holds for a time only, on the day of the edition or later: a page without a clock names the days. */
export function timesOf(commune) {
  const times = [directory, parseInstant(`${directory.date}T00:00`), Number.POSITIVE_INFINITY, commune];
  return { notices: noticesIn(...times), closures: closuresIn(...times) };
}

/** The records that can be put in a phone. */
export const reachable = [...contactsByNeed(directory, edition).values()].flat().filter(isReachable);
