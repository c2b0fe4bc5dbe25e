import type { Clock } from '../components/shared/clock.ts';

/** A clock that a test moves: to an ISO date or an instant. */
export function handClock(start: string) {
  let now = Date.parse(start);
  const listeners = new Set<() => void>();
  return {
    listeners,
    now: () => now,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set(at: string | number) {
      now = typeof at === 'number' ? at : Date.parse(at);
      for (const listener of listeners) listener();
    },
  } satisfies Clock & Record<string, unknown>;
}
