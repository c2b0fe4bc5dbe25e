import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What keeps the screen lit: `navigator.wakeLock`, where there is one. */
export type ScreenLock = Pick<WakeLock, 'request'>;

interface Host extends ReactiveControllerHost {
  readonly isConnected: boolean;
  now?: string | undefined;
  wakeLock: ScreenLock | undefined;
}

/** Keeps the screen lit; asked again at each minute while it is not, since the system may take it back at any time. */
export class WakeLockController implements ReactiveController {
  private lock: WakeLockSentinel | undefined;
  private asking = false;

  constructor(private readonly host: Host) {
    host.addController(this);
  }

  hostUpdated(): void {
    // A preview of another moment keeps no one's screen lit.
    if (this.asking || document.hidden || (this.lock && !this.lock.released) || this.host.now) return;
    this.asking = true;
    void this.take();
  }

  hostDisconnected(): void {
    void this.lock?.release().catch(() => {});
    this.lock = undefined;
  }

  private async take(): Promise<void> {
    try {
      this.lock = await this.host.wakeLock?.request('screen');
      if (!this.host.isConnected) this.hostDisconnected();
    } catch {
      // Refused: the screen's own settings decide.
    }
    this.asking = false;
  }
}
