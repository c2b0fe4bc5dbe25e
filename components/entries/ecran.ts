/** The page of the single file `ecran.html`: its settings come from the hash of its address. */

import { DAY, wallAt } from '../../src/time/calendar.ts';
import { YonneGardeScreen } from '../garde-screen/garde-screen.ts';
import { pageClock } from '../shared/clock.ts';
import '../locales/languages.ts';
import { isOwn } from './link-settings.ts';
import { nightlyReload } from './nightly-reload.ts';

const NAME = 'yonne-garde-screen';

/** The attribute that each setting of the hash sets. */
const SETTINGS = {
  commune: 'commune',
  nom: 'name',
  roster: 'roster',
  lang: 'lang',
  lang2: 'second-lang',
  theme: 'theme',
  page: 'page',
  horaires: 'hours',
  annuaire: 'directory',
  now: 'now',
};

const screen = document.querySelector<YonneGardeScreen>(NAME)!;
const corner = document.querySelector<HTMLElement>('#error')!;
let failedAt = 0;

/** What the file itself sets, for where the hash says nothing. */
const preset = Object.values(SETTINGS).map((attribute) => [attribute, screen.getAttribute(attribute)] as const);
const presets = new Map(preset);

function readHash(): void {
  const hash = new URLSearchParams(location.hash.slice(1));
  const known = Object.keys(SETTINGS);
  const unknown = [...hash.keys()].find((name) => !known.includes(name));
  if (unknown) showError(`${unknown.slice(0, 20)} ; attendu : ${known.join(', ')}`);
  for (const [setting, attribute] of Object.entries(SETTINGS)) {
    const asked = hash.get(setting);
    const isData = attribute === 'roster' || attribute === 'directory';
    const value = asked !== null && !(isData && !isOwn(setting, asked)) ? asked : presets.get(attribute);
    if (value == null) screen.removeAttribute(attribute);
    else screen.setAttribute(attribute, value);
  }
}

/** Says in a corner that something failed, for a day: whoever looks after the screen sees it, others do not. */
function showError(error: unknown): void {
  failedAt = pageClock.now();
  const time = new Date(wallAt(failedAt)).toISOString().slice(5, 16).replace('T', ' ');
  corner.textContent = `⚠ ${time} ${error instanceof Error ? error.message : error}`.slice(0, 120);
  corner.hidden = false;
}

addEventListener('error', ({ error, message }) => showError(error ?? message));
addEventListener('unhandledrejection', ({ reason }) => showError(reason));
addEventListener('hashchange', readHash);
readHash();

const reload = nightlyReload({
  url: location.href,
  mark: `<${NAME}`,
  fetch: (url, options) => fetch(url, options),
  random: () => Math.random(),
  reload: () => location.reload(),
});
const onMinute = (): void => {
  const now = pageClock.now();
  if (Math.abs(now - failedAt) > DAY) corner.hidden = true;
  void reload(now, screen.keepsRoster);
};
pageClock.subscribe(onMinute);
onMinute();
// Last, with its settings; no place of the page but this one is to be filled.
customElements.define(NAME, YonneGardeScreen);
