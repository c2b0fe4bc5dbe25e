import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { bundled } from '../src/bundled.ts';
import { type Directory, loadDirectory } from '../src/directory.ts';
import { type Instant, parseInstant } from '../src/time/calendar.ts';
import { warnOnce } from './attributes.ts';
import { type Clock, pageClock } from './clock.ts';

const TIMEOUT = 10_000;

let checkedBundle: Directory | undefined;

/** The directory in the script, checked at its first use. */
export function bundledDirectory(): Directory {
  checkedBundle ??= loadDirectory(bundled);
  return checkedBundle;
}

/**
 * The instant that a widget shows: that of its `now` attribute, else the present one.
 *
 * @returns `undefined` where the device's clock is before the day of the script's directory: it is wrong.
 */
export function shownInstant(element: Element & { now?: string | undefined; clock: Clock }): Instant | undefined {
  const { now, clock } = element;
  if (now) {
    const instant = parseInstant(now);
    if (instant !== undefined) return instant;
    warnOnce(element, `now="${now}"`, 'an ISO 8601 date such as 2026-11-22T14:05; the present instant is shown');
  }
  const present = clock.now();
  return present < Date.parse(bundledDirectory().date) ? undefined : present;
}

/** One request for each URL and page, however many widgets ask. */
const requests = new Map<string, Promise<Directory>>();

async function request(url: string): Promise<Directory> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), TIMEOUT);
  try {
    const response = await fetch(url, { signal: abort.signal, credentials: 'omit', referrerPolicy: 'no-referrer' });
    if (!response.ok) throw new Error(`answer ${response.status}`);
    return loadDirectory(await response.json());
  } finally {
    clearTimeout(timer);
  }
}

/** The directory in use: the bundled one, or a newer one from the host's `directory` URL, once it is checked. */
export class DirectoryController implements ReactiveController {
  private url: string | undefined;
  private fresh: Directory | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & Element & { directory?: string | undefined; clock?: Clock },
  ) {
    host.addController(this);
  }

  get value(): Directory {
    return this.fresh ?? bundledDirectory();
  }

  hostUpdate(): void {
    const { directory: url } = this.host;
    if (url === this.url) return;
    this.url = url;
    this.fresh = undefined;
    if (url) void this.load(url);
  }

  private async load(url: string): Promise<void> {
    try {
      if (!requests.has(url)) requests.set(url, request(url));
      const today = new Date((this.host.clock ?? pageClock).now()).toISOString().slice(0, 10);
      const directory = await requests.get(url)!;
      if (directory.date > today) throw new Error(`directory.date: ${directory.date} is after today, ${today}`);
      if (this.url !== url || directory.date <= bundledDirectory().date) return;
      this.fresh = directory;
      this.host.requestUpdate();
    } catch (error) {
      requests.delete(url);
      warnOnce(
        this.host,
        `directory="${url}": ${(error as Error).message}`,
        'a directory of this version; the bundled one stays',
      );
    }
  }
}
