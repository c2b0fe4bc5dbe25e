import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import searchIcon from 'lucide-static/icons/search.svg';
import { msg, str } from '../shared/msg.ts';

/** Milliseconds without typing after which the count is announced. */
const PAUSE = 600;

/** The field in which people type what they need. */
export class SearchField implements ReactiveController {
  private text = '';

  /** Nothing was typed for a while: the count may be announced. */
  private settled = false;

  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** What was typed. */
  get typed(): string {
    return this.text.trim();
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
  }

  private readonly onType = (event: Event): void => {
    this.text = (event.target as HTMLInputElement).value;
    this.settled = false;
    this.host.requestUpdate();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.settled = true;
      this.host.requestUpdate();
    }, PAUSE);
  };

  /** @param count - How many contacts were found. */
  render(count: number): TemplateResult {
    const { typed } = this;
    const counted =
      count === 0
        ? msg(str`Aucun contact ne correspond à « ${typed} ». En cas de doute, le 15 répond jour et nuit.`)
        : msg(str`Contacts : ${count}`);
    return html`<div class="field">
      <label for="filter">${msg('Chercher un besoin, un nom, une ville, un numéro')}</label>
      <div class="box">
        ${searchIcon}
        <input
          id="filter"
          type="search"
          autocomplete="off"
          spellcheck="false"
          enterkeyhint="search"
          aria-describedby=${typed ? 'counted' : nothing}
          .value=${this.text}
          @input=${this.onType}
        />
      </div>
      ${typed ? html`<p class="small" id="counted" aria-hidden="true">${counted}</p>` : nothing}
      <p class="visually-hidden" role="status">${typed && this.settled ? counted : nothing}</p>
    </div>`;
  }
}
