import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { decodeRoster, isFatal, parseRoster, type Roster, type RosterProblem } from '../../src/roster.ts';
import { type Instant, MINUTE } from '../../src/time/calendar.ts';
import type { Clock } from '../shared/clock.ts';
import { fetchBytes } from '../shared/fetch-bytes.ts';
import { warnOnce } from '../shared/warn.ts';
import { rosterProblemText } from './roster-words.ts';

/** The detail of `yonne-roster`. */
export interface RosterDetail {
  /** How many duties the roster in use has. */
  duties: number;
  /** What is wrong with it, line by line. */
  problems: readonly RosterProblem[];
  /** The same in words, in the language of the screen; those that cost a line first. */
  messages: readonly string[];
  /** The roster's URL does not answer, or not with a roster. */
  failing: boolean;
}

/** How long after an answer, and after none, the URL is asked again; how long an answer may take. */
const AGAIN = 60 * MINUTE;
const RETRY = 5 * MINUTE;
const TIMEOUT = MINUTE / 2;

/** Bytes: years of duties. */
const LARGEST = 2_000_000;

const INLINE = 'script[type="text/csv"], script[type="application/json"]';

/**
 * The roster of pharmacies on duty: from the host's `roster` URL, else from a `<script type="text/csv">` or
 * `<script type="application/json">` in it. It has no timer: the host updates at each minute.
 */
export class RosterController implements ReactiveController {
  /** When the roster of the URL was last read. */
  since: Instant | undefined;

  /** The URL does not answer, or not with a roster. */
  failing = false;

  private url: string | undefined;
  private fetched: Roster | undefined;
  private asked: Instant | undefined;
  private request: AbortController | undefined;
  private text: string | undefined;
  private inline: Roster | undefined;
  private readonly observer = new MutationObserver(() => this.readInline());

  constructor(private readonly host: ReactiveControllerHost & Element & { roster?: string | undefined; clock: Clock }) {
    host.addController(this);
  }

  /** The last good roster of the URL, else the one inside the element. */
  get value(): Roster | undefined {
    return this.fetched ?? this.inline;
  }

  hostConnected(): void {
    this.observer.observe(this.host, { childList: true, characterData: true, subtree: true });
    window.addEventListener('online', this.onOnline);
    this.readInline();
  }

  hostDisconnected(): void {
    this.observer.disconnect();
    window.removeEventListener('online', this.onOnline);
    this.request?.abort();
    this.request = undefined;
    this.asked = undefined;
  }

  hostUpdate(): void {
    const { roster: url, clock } = this.host;
    if (url !== this.url) {
      this.url = url;
      this.request?.abort();
      this.request = this.asked = this.fetched = this.since = undefined;
      this.failing = false;
    }
    if (!url || !this.host.isConnected) return;
    // A clock that is set back counts as time that passed.
    const waited = this.asked === undefined ? Number.POSITIVE_INFINITY : Math.abs(clock.now() - this.asked);
    if (this.request) {
      if (waited > TIMEOUT) this.request.abort(new Error(`no whole answer in ${TIMEOUT / 1000} s`));
    } else if (waited >= (this.failing ? RETRY : AGAIN)) void this.load(url);
  }

  private readonly onOnline = (): void => {
    if (!this.failing) return;
    this.asked = undefined;
    this.host.requestUpdate();
  };

  private readInline(): void {
    const text = this.host.querySelector(INLINE)?.textContent ?? '';
    if (text === this.text) return;
    this.text = text;
    this.inline = text.trim() ? parseRoster(text) : undefined;
    if (this.inline) this.tell(this.inline);
    this.host.requestUpdate();
  }

  private async load(url: string): Promise<void> {
    const request = new AbortController();
    this.request = request;
    this.asked = this.host.clock.now();
    try {
      const roster = parseRoster(decodeRoster(await fetchBytes(url, LARGEST, request.signal)));
      if (this.request !== request) return;
      // What has no duty at all is another page, or the rest of one: the last good roster is worth more.
      if (!roster.duties.length) throw new Error(problemsText(roster));
      // Half a file does not take the place of a whole one.
      if (this.fetched && roster.problems.some(({ kind }) => kind === 'truncated'))
        throw new Error(problemsText(roster));
      this.fetched = roster;
      this.failing = false;
      this.since = this.host.clock.now();
      this.tell(roster);
    } catch (error) {
      if (this.request !== request) return;
      this.failing = true;
      warnOnce(this.host, `roster="${url}": ${(error as Error).message}`, 'a roster; the last good one stays');
      this.tell(this.value);
    }
    // What is not read to its end need not come.
    request.abort();
    this.request = undefined;
    this.host.requestUpdate();
  }

  private tell(roster: Roster | undefined): void {
    if (roster?.problems.length)
      warnOnce(this.host, `roster: ${problemsText(roster)}`, 'duties that follow one another');
    const detail: RosterDetail = {
      duties: roster?.duties.length ?? 0,
      problems: roster?.problems ?? [],
      messages: roster ? problemTexts(roster) : [],
      failing: this.failing,
    };
    this.host.dispatchEvent(new CustomEvent('yonne-roster', { detail, bubbles: true, composed: true }));
  }
}

/** The problems in words, those that cost a line first. */
const problemTexts = ({ problems }: Roster): string[] =>
  [...problems].sort((a, b) => Number(isFatal(b)) - Number(isFatal(a))).map(rosterProblemText);

/** The first of them. */
function problemsText(roster: Roster): string {
  const texts = problemTexts(roster);
  return texts.slice(0, 5).join('\n') + (texts.length > 5 ? `\n+ ${texts.length - 5}` : '');
}

declare global {
  // It bubbles out of shadow roots: any element of the page may hear it.
  interface GlobalEventHandlersEventMap {
    /** A roster was read, or could not be. */
    'yonne-roster': CustomEvent<RosterDetail>;
  }
}
