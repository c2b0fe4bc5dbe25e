import { nothing, type ReactiveControllerHost } from 'lit';
import { type ChildPart, Directive, directive, type PartInfo } from 'lit/directive.js';

class WhenOpen extends Directive {
  private drawn = false;
  private waits = false;

  constructor(private readonly part: PartInfo) {
    super(part);
  }

  override render(content: () => unknown): unknown {
    const { parentNode, options } = this.part as ChildPart;
    const details = parentNode as HTMLDetailsElement;
    if (details.open) this.drawn = true;
    else if (!this.waits) {
      this.waits = true;
      const host = options?.host as unknown as ReactiveControllerHost;
      details.addEventListener('toggle', () => host.requestUpdate());
    }
    return this.drawn ? content() : nothing;
  }
}

/**
 * What stands in a `<details>` after its summary, drawn once it is opened and kept from then on: most readers never open
 * it, and the first paint need not wait for it.
 *
 * @param content - Draws it.
 */
export const whenOpen = directive(WhenOpen);
