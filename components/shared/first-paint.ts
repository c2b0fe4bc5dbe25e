import type { ReactiveController, ReactiveControllerHost } from 'lit';

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

  /** A page that nobody sees is not painted. The second frame begins when the first one is on its way to the screen. */
  private async frame(): Promise<void> {
    if (document.hidden) return;
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
  }
}
