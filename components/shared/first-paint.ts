import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A page of which no frame is drawn gets the whole answer after this time. */
const LONGEST_WAIT_MS = 500;

/**
 * Lets its host draw in two steps: what a reader looks at first, and the rest once that is painted. On a slow phone the
 * emergency numbers are there in half the time. What the second step draws stands below the first: nothing moves.
 */
export class FirstPaint implements ReactiveController {
  /** The first step is painted: all is to be drawn. */
  done = false;

  /** Settles when `done` is; `undefined` as long as nothing is drawn, which it may never be. */
  painted: Promise<void> | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostUpdated(): void {
    this.painted ??= this.frame().then(() => {
      this.done = true;
      this.host.requestUpdate();
    });
  }

  /**
   * Settles when the first step is on its way to the screen, which is when the second frame begins. A page that is not
   * seen, or of which frames are held back (a frame out of sight, a saving of power), has none: the answer does not wait.
   */
  private async frame(): Promise<void> {
    if (document.hidden) return;
    const frames = new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
    await Promise.race([frames, new Promise((late) => setTimeout(late, LONGEST_WAIT_MS))]);
  }
}
