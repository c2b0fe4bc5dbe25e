import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Directory } from '../../src/directory.ts';
import type { Commune } from '../../src/directory-schema.ts';

/** The detail of `yonne-commune-change`. */
export interface CommuneChangeDetail {
  /** INSEE code and name of the commune. */
  code: string;
  name: string;
  /** Id of its CPTS in the directory, where its attachment is known or presumed. */
  cpts: string | undefined;
  level: 'documented' | 'presumed' | 'undetermined';
}

/** What the reader chose on this page; the widgets that follow it. */
let shared: string | undefined;
const followers = new Set<ReactiveControllerHost>();

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
    followers.add(this.host);
  }

  hostDisconnected(): void {
    followers.delete(this.host);
  }

  hostUpdate(): void {
    // A host page that sets the attribute again means it.
    if (this.host.commune === this.preset) return;
    this.preset = this.host.commune;
    this.own = undefined;
  }

  /** Its INSEE code, as it was given. */
  get code(): string | undefined {
    return this.own ?? this.host.commune ?? shared;
  }

  choose(commune: Commune, directory: Directory): void {
    this.own = commune.code;
    shared = commune.code;
    for (const follower of followers) follower.requestUpdate();
    const attachment = directory.attachment(commune);
    const detail: CommuneChangeDetail = {
      code: commune.code,
      name: commune.name,
      cpts: attachment.level === 'undetermined' ? undefined : attachment.cpts.id,
      level: attachment.level,
    };
    this.host.dispatchEvent(new CustomEvent('yonne-commune-change', { detail, bubbles: true, composed: true }));
  }
}

declare global {
  // It bubbles out of shadow roots: any element of the page may hear it.
  interface GlobalEventHandlersEventMap {
    /** The reader chose a commune. */
    'yonne-commune-change': CustomEvent<CommuneChangeDetail>;
  }
}
