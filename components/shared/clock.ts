import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Instant, MINUTE } from '../../src/time/calendar.ts';

/** What tells the time to the widgets. */
export interface Clock {
  now(): Instant;
  /** Calls `listener` whenever the time to show may have changed. @returns What ends the subscription. */
  subscribe(listener: () => void): () => void;
}

/** The timers and events of a page, as an argument so that a test can bring its own. */
export interface Page {
  now(): Instant;
  setTimeout(callback: () => void, ms: number): number;
  clearTimeout(timer: number): void;
  document: EventTarget & { hidden: boolean };
  window: EventTarget;
}

const thisPage: Page = {
  now: () => Date.now(),
  setTimeout: (callback, ms) => window.setTimeout(callback, ms),
  clearTimeout: (timer) => window.clearTimeout(timer),
  get document() {
    return document;
  },
  get window() {
    return window;
  },
};

/**
 * One timer for all widgets of the page. Every opening and closing falls on a whole minute, so it rings at each
 * one: the minute shown and what is open are right to the second. It sleeps while the page is hidden and rings
 * when the page is seen again, comes back from sleep or from the bfcache, or is online again.
 */
export function createPageClock(page: Page = thisPage): Clock {
  const listeners = new Set<() => void>();
  let timer: number | undefined;

  const arm = () => {
    page.clearTimeout(timer!);
    timer = undefined;
    if (listeners.size && !page.document.hidden) timer = page.setTimeout(ring, MINUTE - (page.now() % MINUTE));
  };
  const ring = () => {
    arm();
    const errors: unknown[] = [];
    for (const listener of [...listeners]) {
      try {
        listener();
      } catch (error) {
        errors.push(error);
      }
    }
    // One that fails keeps the time from no other; the page hears of it as of any error.
    if (errors.length) throw errors[0];
  };
  // Not before someone listens: a server that renders the page imports this too.
  const wakeUps = (): [EventTarget, string][] => [
    [page.document, 'visibilitychange'],
    [page.document, 'resume'],
    [page.window, 'pageshow'],
    [page.window, 'online'],
  ];

  return {
    now: () => page.now(),
    subscribe(listener) {
      if (!listeners.size) for (const [target, type] of wakeUps()) target.addEventListener(type, ring);
      listeners.add(listener);
      arm();
      return () => {
        listeners.delete(listener);
        if (!listeners.size) for (const [target, type] of wakeUps()) target.removeEventListener(type, ring);
        arm();
      };
    },
  };
}

/** The clock that all widgets of the page share. */
export const pageClock: Clock = createPageClock();

/** Asks its host to update whenever the time to show may have changed, while the host is on the page. */
export class ClockController implements ReactiveController {
  private unsubscribe: (() => void) | undefined;
  private subscribed: Clock | undefined;

  constructor(private readonly host: ReactiveControllerHost & { clock: Clock; isConnected: boolean }) {
    host.addController(this);
  }

  hostConnected(): void {
    // Away from the page, it did not follow the time.
    this.host.requestUpdate();
  }

  // Not before: a clock that is none then fails where a host can draw something in its place.
  hostUpdate(): void {
    const { clock, isConnected } = this.host;
    if (!isConnected || this.subscribed === clock) return;
    this.hostDisconnected();
    this.subscribed = clock;
    this.unsubscribe = clock.subscribe(() => this.host.requestUpdate());
  }

  hostDisconnected(): void {
    this.unsubscribe?.();
    this.unsubscribe = this.subscribed = undefined;
  }
}
