import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators/property.js';
import { repeat } from 'lit/directives/repeat.js';
import { type Contact, contactsByNeed, recordOf } from '../../src/contacts.ts';
import { NEEDS, type Need } from '../../src/directory-schema.ts';
import { regimeAt } from '../../src/guidance.ts';
import type { Instant } from '../../src/time/calendar.ts';
import { PlaceWidget, placeStyles } from '../commune/place-widget.ts';
import { direction } from '../shared/localization.ts';
import { msg, str } from '../shared/msg.ts';
import { noticesBox, noticesStyles } from '../shared/notices.ts';
import { sharedStyles } from '../shared/styles.ts';
import { byDistance, emergencyStrip, onCall } from '../shared/templates.ts';
import { warnOnce } from '../shared/warn.ts';
import { whenOpen } from '../shared/when-open.ts';
import { searchText } from './about.ts';
import { contactsStyles } from './contacts-styles.ts';
import { type EntryContext, renderEntry } from './entry.ts';
import { searchOf } from './everyday-words.ts';
import { renderFoot } from './foot.ts';
import { Printing } from './printing.ts';
import { renderRelay } from './relay.ts';
import { SearchField } from './search-field.ts';
import { writeStructuredData } from './structured-data-script.ts';
import { needWords } from './words.ts';

/** What was searched for stands among the first; the others are folded. */
const FIRST_FOUND = 6;

/**
 * Whom to call for what: the whole directory by need.
 *
 * @tag yonne-contacts
 * @slot - Shown until the script runs: the numbers that never change.
 * @fires {CustomEvent<CallDetail>} yonne-call - A number was pressed.
 * @fires {CustomEvent<CommuneChangeDetail>} yonne-commune-change - The reader chose a commune.
 * @csspart card - The whole widget.
 * @csspart channel - One contact.
 * @csspart call - A number to press.
 * @cssprop [--yonne-accent=#0a5c5c] - Links, buttons, marks.
 * @cssprop [--yonne-on-accent=#fff] - Text on the accent colour.
 * @cssprop [--yonne-surface=#fff] - Background.
 * @cssprop [--yonne-radius=0.625em] - Corners.
 */
export class YonneContacts extends PlaceWidget {
  static override styles = [sharedStyles, placeStyles, noticesStyles, contactsStyles];

  /** The needs to show, separated by spaces (`pharmacy poison`); all of them where absent. */
  @property() need?: string;

  /**
   * `mairie`: also what a mayor needs.
   * @default 'habitants'
   */
  @property() audience?: 'habitants' | 'mairie';

  /** Adds schema.org JSON-LD to the page, for search engines. */
  @property({ attribute: 'structured-data', type: Boolean }) structuredData = false;

  /** The needs that are open; `undefined` until it is known what is asked most at this hour. */
  private openNeeds: Set<Need> | undefined;

  /** The contacts that are open, by the ids of their records. */
  private readonly openEntries = new Set<string>();

  private readonly search = new SearchField(this);
  private readonly printing = new Printing(this);

  private at: Instant | undefined;
  private contacts!: ReturnType<typeof contactsByNeed>;

  protected override update(changed: PropertyValues): void {
    const { audience } = this;
    if (audience && !['habitants', 'mairie'].includes(audience))
      warnOnce(this, `audience="${audience}"`, 'habitants or mairie');
    const directory = this.directories.value;
    this.at = this.shownInstant();
    this.contacts = contactsByNeed(directory, this.at, this.place(directory));
    // Not at each minute: what the reader looks at never moves.
    if (!this.openNeeds || changed.has('now')) this.openNeeds = this.askedMost();
    super.update(changed);
    writeStructuredData(this, directory, this.at);
  }

  /** What people ask for most at this hour. */
  private askedMost(): Set<Need> {
    return new Set(['medical-advice', this.isDay() ? 'family-doctor' : 'pharmacy']);
  }

  /** Whether surgeries are open. */
  private isDay(): boolean {
    return this.at !== undefined && regimeAt(this.directories.value, this.at).kind === 'daytime';
  }

  /** Whom to call for what was typed: whatever the host shows, who types "suicide" finds it. */
  private find(typed: string, needs: readonly Need[]): Contact[] {
    const searched = NEEDS.filter((need) => needs.includes(need) || this.allNeeds().includes(need));
    return searchOf()(typed, {
      contacts: searched.flatMap((need) => this.contacts.get(need)!),
      textOf: searchText,
      names: this.directories.value.communes.map(({ name }) => name),
      isDay: this.isDay(),
    });
  }

  /** Those of the audience. */
  private allNeeds(): readonly Need[] {
    return this.audience === 'mairie' ? NEEDS : NEEDS.filter((need) => need !== 'town-hall');
  }

  /** Those that the host asked for; none: all are shown. */
  private askedNeeds(): readonly Need[] {
    const asked = (this.need ?? '').split(/[\s,]+/).filter(Boolean);
    for (const word of asked)
      if (!NEEDS.includes(word as Need)) warnOnce(this, `need="${word}"`, `some of ${NEEDS.join(' ')}`);
    return NEEDS.filter((need) => asked.includes(need));
  }

  /** Opens what is closed in a set, and closes what is open. */
  private toggle<T>(open: Set<T>, what: T): void {
    if (!open.delete(what)) open.add(what);
    this.requestUpdate();
  }

  private async jumpTo(need: Need): Promise<void> {
    this.openNeeds!.add(need);
    this.requestUpdate();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`#${need} .fold`)?.focus();
    this.renderRoot.querySelector(`#${need}`)?.scrollIntoView();
  }

  protected override render(): TemplateResult {
    const directory = this.directories.value;
    const { level } = this;
    const asked = this.askedNeeds();
    const needs = asked.length ? asked : this.allNeeds();
    const { typed } = this.search;
    const shown = typed ? this.find(typed, needs) : needs.flatMap((need) => this.contacts.get(need)!);
    return html`<div class="card" part="card" lang=${this.locale.locale} dir=${direction()} @click=${onCall}>
      ${this.renderHead(msg('Qui appeler, pour quoi ?'), this.at)}
      ${
        this.at === undefined
          ? html`<p>${msg('L’horloge de cet appareil est fausse : voici seulement ce qui vaut à toute heure.')}</p>`
          : nothing
      }
      ${emergencyStrip(directory, level + 1)} ${noticesBox(directory, this.at, this.place(directory))}
      ${this.search.render(shown.length)}
      ${typed ? this.renderFound(shown) : this.renderNeeds(needs, asked.length > 0 || this.printing.on)}
      ${renderFoot(directory, shown, this.directories.old)} ${this.renderAnnouncement()}
    </div>`;
  }

  private context(): EntryContext {
    const directory = this.directories.value;
    return {
      directory,
      at: this.at,
      commune: this.place(directory),
      opened: this.openEntries,
      toggle: (id) => this.toggle(this.openEntries, id),
      report: (name) => this.renderReport(name, this.at),
    };
  }

  private renderList(list: readonly Contact[]): TemplateResult | typeof nothing {
    const context = this.context();
    return list.length
      ? html`<ul class="channels">${repeat(
          list,
          (contact) => recordOf(contact).id,
          (contact) => renderEntry(contact, context),
        )}</ul>`
      : nothing;
  }

  /** What was searched for, the first to call first. */
  private renderFound(found: readonly Contact[]): TemplateResult | typeof nothing {
    const others = found.slice(FIRST_FOUND);
    if (!found.length) return nothing;
    return html`<div class="needs found">
      ${this.renderList(found.slice(0, FIRST_FOUND))}
      ${
        others.length
          ? html`<details ?open=${this.printing.on}>
              <summary>${msg(str`Autres contacts (${others.length})`)}</summary>
              ${whenOpen(() => this.renderList(others))}
            </details>`
          : nothing
      }
    </div>`;
  }

  private renderNeeds(needs: readonly Need[], whole: boolean): TemplateResult {
    return html`${whole ? nothing : this.renderJump(needs)}
      <div class="needs ${whole ? 'whole' : ''}">
        ${repeat(
          needs,
          (need) => need,
          (need) => this.renderNeed(need, whole),
        )}
      </div>`;
  }

  /** From one need to another. */
  private renderJump(needs: readonly Need[]): TemplateResult {
    const directory = this.directories.value;
    return html`<nav class="jump" aria-labelledby="jump">
      <details>
        <summary id="jump">${msg('Aller à un besoin')}</summary>
        ${whenOpen(
          () => html`<ul>
            ${needs.map((need) => html`<li><button class="link" @click=${() => this.jumpTo(need)}>${needWords(need, directory).title}</button></li>`)}
          </ul>`,
        )}
      </details>
    </nav>`;
  }

  private renderNeed(need: Need, whole: boolean): TemplateResult {
    const { title } = needWords(need, this.directories.value);
    const open = whole || this.openNeeds!.has(need);
    return html`<div class="need" id=${need}>
      <div class="heading" role="heading" aria-level=${this.level + 1}>
        ${
          whole
            ? title
            : html`<button
                class="fold"
                aria-expanded=${open}
                aria-controls=${open ? `in-${need}` : nothing}
                @click=${() => this.toggle(this.openNeeds!, need)}
              >
                <span>${title}</span>
              </button>`
        }
      </div>
      ${open ? this.renderPanel(need, title, whole) : nothing}
    </div>`;
  }

  private renderPanel(need: Need, title: string, whole: boolean): TemplateResult {
    const directory = this.directories.value;
    const { note } = needWords(need, directory);
    const list = this.contacts.get(need)!;
    const context = this.context();
    return html`<div class="panel" id="in-${need}">
      ${note ? html`<p class="small">${note}</p>` : nothing}
      ${need === 'town-hall' ? renderRelay(directory, context.commune) : nothing}
      ${this.renderList(list.filter(({ cpts }) => cpts))}
      ${byDistance(
        list.flatMap((contact) => (contact.channel ? [contact.now] : [])),
        (now) => renderEntry({ channel: now.channel, now }, context),
        title,
        whole,
      )}
      ${this.renderList(list.filter(({ contract }) => contract))}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    /** Whom to call for what: the whole directory by need. */
    'yonne-contacts': YonneContacts;
  }
}
