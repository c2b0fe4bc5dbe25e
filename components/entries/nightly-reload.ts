import { DAY, dayAt, type Instant, MINUTE, wallAt } from '../../src/time/calendar.ts';

/** Minutes of the day between which a page looks for a newer file of itself, in Paris. */
const FROM = 3 * 60;
const TO = 5 * 60;

/** What a page needs to replace itself, as an argument so that a test can bring its own. */
export interface ReloadablePage {
  url: string;
  /** What tells this page from another that answers in its place, such as a network's log-in page. */
  mark: string;
  fetch(url: string, options: RequestInit): Promise<Response>;
  random(): number;
  reload(): void;
}

/** What a server says of the version of a file. */
const versionOf = ({ headers }: Response): string | undefined =>
  headers.get('etag') ?? headers.get('last-modified') ?? undefined;

/**
 * Once a night, at a moment that differs from screen to screen, loads the page anew where its server has a newer file;
 * never where it does not answer, and never from a disk.
 *
 * @returns What to call at each minute; `busy`: the page has in memory what it could not load again.
 */
export function nightlyReload(page: ReloadablePage): (now: Instant, busy: boolean) => Promise<void> {
  const url = page.url.replace(/#.*/, '');
  const served = /^https?:/.test(url);
  const minute = FROM + Math.floor(page.random() * (TO - FROM));
  /** The version in the browser's cache is the one that was loaded, even without a network. */
  let loaded: Promise<string | undefined> | undefined;
  let lastNight: number | undefined;

  // Async: where there is no fetch, it fails as one without a network does.
  const ask = async (cache: RequestCache) => page.fetch(url, { cache, credentials: 'same-origin' });

  return async (now, busy) => {
    if (!served) return;
    loaded ??= ask('force-cache')
      .then((response) => (response.ok ? versionOf(response) : undefined))
      .catch(() => undefined);
    const wall = wallAt(now);
    const night = dayAt(wall);
    const minutes = (wall - night * DAY) / MINUTE;
    if (busy || minutes < minute || minutes >= TO || night === lastNight) return;
    lastNight = night;
    const before = await loaded;
    if (!before) {
      loaded = undefined;
      return;
    }
    try {
      const response = await ask('no-cache');
      const after = versionOf(response);
      if (!response.ok || !after || after === before) return;
      if ((await response.text()).includes(page.mark)) page.reload();
    } catch {
      // Without a network, what runs goes on.
    }
  };
}
