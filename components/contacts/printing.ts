import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Knows when its host is drawn for paper: the event comes in time for it, the medium also where no event does. */
export class Printing implements ReactiveController {
  on = false;
  private readonly paper = matchMedia('print');

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.paper.addEventListener('change', this.update);
    window.addEventListener('beforeprint', this.update);
    window.addEventListener('afterprint', this.update);
  }

  hostDisconnected(): void {
    this.paper.removeEventListener('change', this.update);
    window.removeEventListener('beforeprint', this.update);
    window.removeEventListener('afterprint', this.update);
  }

  private readonly update = ({ type }: Event): void => {
    this.on = type === 'change' ? this.paper.matches : type === 'beforeprint';
    this.host.requestUpdate();
  };
}
