import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Directory } from '../../src/directory.ts';
import type { Commune } from '../../src/directory-schema.ts';
import { yonneSoins } from '../shared/languages.ts';

/** The detail of `yonne-commune-change`. */
export interface CommuneChangeDetail {
  /** INSEE code and name of the commune. */
  code: string;
  name: string;
  /** Id of its CPTS in the directory, where its attachment is known or presumed. */
  cpts: string | undefined;
  level: 'documented' | 'presumed' | 'undetermined';
}

/** Fired on the window when the reader chose a commune: widgets of other scripts follow it too. */
const CHOICE_EVENT = 'yonne-choice';

/**
 * The commune of a widget: what the reader chose in it, else its `commune` attribute, else what the reader chose in
 * another widget of the page. An empty attribute follows no other widget.
 */
export class CommuneChoice implements ReactiveController {
  private own: string | undefined;
  private preset: string | undefined;

  constructor(private readonly host: ReactiveControllerHost & Element & { commune?: string | undefined }) {
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener(CHOICE_EVENT, this.update);
  }

  hostDisconnected(): void {
    window.removeEventListener(CHOICE_EVENT, this.update);
  }

  hostUpdate(): void {
    // A host page that sets the attribute again means it.
    if (this.host.commune === this.preset) return;
    this.preset = this.host.commune;
    this.own = undefined;
  }

  /** Its INSEE code, as it was given. */
  get code(): string | undefined {
    return this.own ?? this.host.commune ?? yonneSoins().commune;
  }

  choose(commune: Commune, directory: Directory): void {
    this.own = commune.code;
    yonneSoins().commune = commune.code;
    window.dispatchEvent(new Event(CHOICE_EVENT));
    const attachment = directory.attachment(commune);
    const detail: CommuneChangeDetail = {
      code: commune.code,
      name: commune.name,
      cpts: attachment.level === 'undetermined' ? undefined : attachment.cpts.id,
      level: attachment.level,
    };
    this.host.dispatchEvent(new CustomEvent('yonne-commune-change', { detail, bubbles: true, composed: true }));
  }

  private readonly update = (): void => this.host.requestUpdate();
}

declare global {
  // It bubbles out of shadow roots: any element of the page may hear it.
  interface GlobalEventHandlersEventMap {
    /** The reader chose a commune. */
    'yonne-commune-change': CustomEvent<CommuneChangeDetail>;
  }
}
