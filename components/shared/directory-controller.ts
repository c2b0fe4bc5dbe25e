import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Directory } from '../../src/directory.ts';
import { DAY, type Instant, MINUTE, wallAt } from '../../src/time/calendar.ts';
import { bundledDirectory, fresherDirectory } from './bundled-directory.ts';
import type { Clock } from './clock.ts';
import { fetchBytes } from './fetch-bytes.ts';
import { warnOnce } from './warn.ts';

const TIMEOUT = 10_000;

/** Bytes: twenty times the directory of the script. */
const LARGEST = 1_000_000;

/** How many of the things that are wrong the console names. */
const NAMED = 9;

/** How long after an answer, and after none, a URL is asked again. */
const AGAIN = DAY;
const RETRY = 15 * MINUTE;

/** How old a directory may be before the reader is told. */
const OLD = 365 * DAY;

/** A URL that widgets of the page name: it is asked once for all of them. */
interface Source {
  asked: Instant;
  pending: boolean;
  answered: boolean;
  failed: boolean;
  /** The newest answer that was right, where it is newer than the bundled directory. */
  directory: Directory | undefined;
  readers: Set<ReactiveControllerHost>;
}

const sources = new Map<string, Source>();

function sourceOf(url: string): Source {
  const source = sources.get(url) ?? {
    asked: Number.NEGATIVE_INFINITY,
    pending: false,
    answered: false,
    failed: false,
    directory: undefined,
    readers: new Set(),
  };
  sources.set(url, source);
  return source;
}

async function request(url: string): Promise<Directory> {
  const abort = new AbortController();
  const late = () => abort.abort(new Error(`no whole answer in ${TIMEOUT / 1000} s`));
  const timer = setTimeout(late, TIMEOUT);
  try {
    return fresherDirectory(JSON.parse(new TextDecoder().decode(await fetchBytes(url, LARGEST, abort.signal))));
  } finally {
    clearTimeout(timer);
    // What is not read to its end need not come.
    abort.abort();
  }
}

/** The days of the directories that the console was told to be old. */
const toldOld = new Set<string>();

/**
 * The directory in use: the bundled one, or a newer one from the host's `directory` URL, once it is checked. It has no
 * timer: the URL is asked again when a host updates.
 */
export class DirectoryController implements ReactiveController {
  private source: Source | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & Element & { directory?: string | undefined; clock: Clock },
    /** The instant that the host shows. */
    private readonly shownInstant: () => Instant | undefined,
  ) {
    host.addController(this);
  }

  get value(): Directory {
    return this.source?.directory ?? bundledDirectory();
  }

  hostConnected(): void {
    // Away from the page, it heard of no answer.
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.source?.readers.delete(this.host);
  }

  hostUpdate(): void {
    const { directory: url } = this.host;
    this.hostDisconnected();
    this.source = url ? sourceOf(url) : undefined;
    if (url && this.host.isConnected) void this.load(url);
  }

  /** Goes back to the bundled directory, where the one in use cannot be drawn. @returns Whether there is a way back. */
  drop(): boolean {
    const { source } = this;
    if (!source?.directory) return false;
    source.directory = undefined;
    return true;
  }

  /** Whether the directory in use is more than a year old: the reader must know, and the console is told once. */
  get old(): boolean {
    const at = this.shownInstant();
    const { date } = this.value;
    const old = this.source?.answered !== false && at !== undefined && at - Date.parse(date) > OLD;
    if (old && !toldOld.has(date)) {
      toldOld.add(date);
      console.warn(`yonne-soins: the directory is of ${date}; expected one of the last 365 days: update the script`);
    }
    return old;
  }

  private async load(url: string): Promise<void> {
    const source = sourceOf(url);
    const { clock } = this.host;
    source.readers.add(this.host);
    // A clock that is set back counts as time that passed.
    if (source.pending || Math.abs(clock.now() - source.asked) < (source.failed ? RETRY : AGAIN)) return;
    source.pending = true;
    source.asked = clock.now();
    try {
      const directory = await request(url);
      const today = new Date(wallAt(clock.now())).toISOString().slice(0, 10);
      if (directory.date > today) throw new Error(`directory.date: ${directory.date} is after today, ${today}`);
      const { leftOut } = directory;
      if (leftOut.length) {
        const more = leftOut.length > NAMED ? `\n+ ${leftOut.length - NAMED}` : '';
        const found = leftOut.slice(0, NAMED).join('\n') + more;
        warnOnce(this.host, `directory="${url}": ${found}`, 'a directory of this version; the rest of it serves');
      }
      if (directory.date > (source.directory ?? bundledDirectory()).date) source.directory = directory;
      source.failed = false;
    } catch (error) {
      source.failed = true;
      warnOnce(
        this.host,
        `directory="${url}": ${(error as Error).message}`,
        'a directory of this version; the one in use stays',
      );
    }
    source.pending = false;
    source.answered = true;
    for (const reader of source.readers) reader.requestUpdate();
  }
}
