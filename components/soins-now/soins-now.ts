import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators/state.js';
import { repeat } from 'lit/directives/repeat.js';
import calendarIcon from 'lucide-static/icons/calendar-days.svg';
import moonIcon from 'lucide-static/icons/moon.svg';
import sunIcon from 'lucide-static/icons/sun.svg';
import alertIcon from 'lucide-static/icons/triangle-alert.svg';
import type { Directory } from '../../src/directory.ts';
import {
  type Availability,
  type ChannelNow,
  type Guidance,
  guide,
  type Moment,
  regimeAt,
  upcomingMoments,
} from '../../src/guidance.ts';
import { dayAt, type Instant, parseInstant, wallAt } from '../../src/time/calendar.ts';
import { PlaceWidget, placeStyles } from '../commune/place-widget.ts';
import { holidayText, oldDirectoryText, reasonText, regimeText } from '../shared/care-words.ts';
import { FirstPaint } from '../shared/first-paint.ts';
import { msg, str } from '../shared/msg.ts';
import { sharedStyles } from '../shared/styles.ts';
import {
  attachmentLinks,
  byDistance,
  callButton,
  callButtons,
  callLink,
  channelItem,
  emergencyStrip,
  onCall,
  siteLink,
} from '../shared/templates.ts';
import { isoDayText, momentText, sourceDateText, untilText, whenText } from '../shared/time-words.ts';
import { versionText } from '../shared/version.ts';
import { whenOpen } from '../shared/when-open.ts';

/** The detail of `yonne-regime-change`. */
export interface RegimeChangeDetail {
  regime: 'daytime' | 'pdsa';
  reason: string;
  /** End of the regime, in milliseconds since the Unix epoch. */
  until: Instant;
}

/**
 * Says who can treat you now, and when that changes.
 *
 * @tag yonne-soins-now
 * @slot - Shown until the script runs: the numbers that never change.
 * @fires {CustomEvent<CallDetail>} yonne-call - A number was pressed.
 * @fires {CustomEvent<CommuneChangeDetail>} yonne-commune-change - The reader chose a commune.
 * @fires {CustomEvent<RegimeChangeDetail>} yonne-regime-change - The regime changed while the widget was shown.
 * @csspart card - The whole widget.
 * @csspart channel - One care channel.
 * @csspart call - A number to press.
 * @csspart bar - The 24 hours of a channel.
 * @cssprop [--yonne-accent=#0a5c5c] - Links, buttons, marks.
 * @cssprop [--yonne-on-accent=#fff] - Text on the accent colour.
 * @cssprop [--yonne-surface=#fff] - Background.
 * @cssprop [--yonne-radius=0.625em] - Corners.
 */
export class YonneSoinsNow extends PlaceWidget {
  static override styles = [
    sharedStyles,
    placeStyles,
    css`
      .band {
        display: flex;
        align-items: flex-start;
        background: var(--band);
      }
      .band > p {
        min-width: 0;
      }
      .band .icon {
        margin: 0.15em 0.6em 0 0;
        color: var(--accent);
      }
      .band.moment,
      .band.alert {
        flex-wrap: wrap;
        align-items: center;
        background: var(--sunken);
        font-weight: 700;
      }
      .band button {
        margin-left: auto;
      }
      .first .heading {
        font-size: 1.0625em;
      }
      .helplines {
        display: flex;
        flex-wrap: wrap;
        margin: 0 -0.75em;
      }
      .helplines li {
        display: flex;
        flex: 1 1 17em;
        flex-wrap: wrap;
        min-width: 0;
        max-width: 100%;
        align-items: center;
        justify-content: space-between;
        padding: 0.25em 0.75em;
      }
      .helplines li > :first-child {
        flex: 1 1 8em;
        margin-right: 0.75em;
      }
      .moment:focus {
        outline: 0;
      }
      .shortcuts {
        display: flex;
        flex-wrap: wrap;
        margin: 0 -0.25em 0.5em;
      }
      .shortcuts > * {
        margin: 0.25em;
      }
      .fields {
        display: flex;
        flex-wrap: wrap;
        align-items: flex-end;
        margin: -0.25em;
      }
      .fields > * {
        margin: 0.25em;
      }
      .fields label {
        display: block;
      }
      .sources li {
        padding: 0.25em 0;
      }
      @media print {
        .foot > :not(:last-child) {
          display: none;
        }
      }
    `,
  ];

  /** Another moment, chosen by the reader. */
  @state() private moment: Instant | undefined;

  /** What a screen reader is told: a change of regime, or the moment just chosen. */
  private announcement = '';

  private readonly firstPaint = new FirstPaint(this);

  /** The instant shown and its regime: all that the first step says. */
  private holds!: Pick<Guidance, 'at' | 'regime'>;

  /** Who can treat you, for the second step. */
  private guidance: Guidance | undefined;

  // Not in willUpdate: the controllers (language, directory, commune) are up to date only after it.
  protected override update(changed: PropertyValues): void {
    const directory = this.directories.value;
    const at = this.moment ?? this.shownInstant();
    const before: YonneSoinsNow['holds'] | undefined = this.holds;
    this.guidance = this.firstPaint.done ? guide(directory, at, this.place(directory)) : undefined;
    this.holds = this.guidance ?? { at, regime: at === undefined ? undefined : regimeAt(directory, at) };
    const { regime } = this.holds;
    if (changed.has('moment') && before) {
      this.announcement = at === undefined ? '' : `${momentText(at)}. ${this.regimeSentence()}`;
    } else if (before?.regime && regime && before.regime.kind !== regime.kind) {
      this.announcement = this.regimeSentence();
      const detail: RegimeChangeDetail = { regime: regime.kind, reason: regime.reason, until: regime.until };
      this.dispatchEvent(new CustomEvent('yonne-regime-change', { detail, bubbles: true, composed: true }));
    }
    super.update(changed);
  }

  /** Waits for the second step too. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.firstPaint.painted;
    return super.getUpdateComplete();
  }

  private readonly onMoment = (event: Event): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const { value: date } = form.elements.namedItem('date') as HTMLInputElement;
    const { value: time } = form.elements.namedItem('time') as HTMLInputElement;
    this.look(parseInstant(`${date}T${time}`) ?? this.moment);
  };

  /** Shows another moment (or now again), and brings the reader to where it is said. */
  private look(at: Instant | undefined): void {
    this.moment = at;
    const focus = (selector: string) => this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
    void this.updateComplete.then(() => focus(at === undefined ? '.title' : '.moment'));
  }

  protected override render(): TemplateResult {
    const { guidance } = this;
    const directory = this.directories.value;
    return html`
      <div class="card" part="card" lang=${this.locale.locale} @click=${onCall}>
        ${this.renderHead(msg('Se soigner maintenant'), this.holds.at)} ${this.renderMoment()}
        ${emergencyStrip(directory, this.level + 1)} ${this.renderRegime()}
        ${guidance ? this.renderGuidance(guidance, directory) : nothing}
        <p class="visually-hidden" role="status">${this.announcement}</p>
      </div>
    `;
  }

  /** What follows the first paint. */
  private renderGuidance(guidance: Guidance, directory: Directory): TemplateResult {
    return html`${this.renderFirst(guidance, directory)}
      ${this.renderGroup(guidance, 'open', this.moment === undefined ? msg('Ouvert maintenant') : msg('Ouvert à ce moment'))}
      ${this.renderGroup(guidance, 'referral', msg('Sur orientation du 15'))} ${this.renderEmergency(guidance)}
      ${this.renderGroup(guidance, 'unconfirmed', msg('À confirmer avant de vous déplacer'))}
      ${this.renderClosed(guidance)}
      <div class="group">
        <div class="heading" role="heading" aria-level=${this.level + 1}>${msg('Jour et nuit aussi')}</div>
        <ul class="helplines">
          ${repeat(
            guidance.helplines,
            ({ id }) => id,
            (channel) =>
              html`<li><span>${channel.name}</span>${channel.phones.map((phone) => callButton(channel, phone))}</li>`,
          )}
        </ul>
      </div>
      ${this.renderFoot(guidance, directory)}`;
  }

  private renderMoment(): TemplateResult | typeof nothing {
    const { at } = this.holds;
    if (at === undefined) {
      return html`<div class="band alert">
        ${alertIcon}<span>${msg('L’horloge de cet appareil est fausse : voici seulement ce qui vaut à toute heure.')}</span>
      </div>`;
    }
    if (this.moment === undefined) return nothing;
    return html`<div class="band moment" tabindex="-1">
      ${calendarIcon}<span>${msg(str`Vous regardez un autre moment : ${momentText(at)}`)}</span>
      <button
        @click=${() => this.look(undefined)}
      >
        ${msg('Revenir à maintenant')}
      </button>
    </div>`;
  }

  private regimeSentence(): string {
    const { at, regime } = this.holds;
    if (!regime || at === undefined) return '';
    const reason = reasonText(regime);
    return `${regimeText(regime)} — ${reason ? `${reason}, ` : ''}${untilText(regime.until, at)}`;
  }

  private renderRegime(): TemplateResult | typeof nothing {
    const { regime } = this.holds;
    if (!regime) return nothing;
    const icon = regime.kind === 'daytime' ? sunIcon : regime.reason === 'night' ? moonIcon : calendarIcon;
    const [name, rest] = this.regimeSentence().split(' — ');
    return html`<div class="band">${icon}<p><strong>${name}</strong> — ${rest}</p></div>`;
  }

  private renderFirst({ first, attachment }: Guidance, directory: Directory): TemplateResult {
    const insurance = directory.channelOf('insurance');
    const day = first === 'own-doctor';
    return html`<div class="first">
      <div class="row">
        <div class="grow">
          <div class="heading" role="heading" aria-level=${this.level + 1}>
            ${day ? msg('D’abord votre médecin traitant') : msg('Besoin d’un médecin : appelez le 15 avant de vous déplacer')}
          </div>
          <p>
            ${
              day
                ? msg(
                    'Sans médecin traitant : un centre de soins non programmés vous reçoit. S’il n’y a pas d’autre solution, appelez le 15 (service d’accès aux soins) : un médecin régulateur vous oriente.',
                  )
                : msg(
                    'Un médecin régulateur vous oriente : médecin de garde, maison médicale de garde, SOS Médecins, visite à domicile si nécessaire.',
                  )
            }
          </p>
        </div>
        ${callButtons(directory.vital, msg('Appeler le 15'), 'primary')}
      </div>
      ${
        day
          ? html`<p class="small">
              ${msg('Trouver un médecin traitant :')} ${attachment ? html`${attachmentLinks(attachment)} · ` : nothing}
              ${insurance?.phones.map((phone) => html`${msg('Assurance maladie')} ${callLink(insurance, phone)}`)}
            </p>`
          : nothing
      }
    </div>`;
  }

  private renderGroup(
    guidance: Guidance,
    availability: Exclude<Availability, 'emergency' | 'closed'>,
    title: string,
  ): TemplateResult | typeof nothing {
    const list = guidance.channels[availability];
    if (!list.length) return nothing;
    return html`<div class="group">
      <div class="heading" role="heading" aria-level=${this.level + 1}>${title}</div>
      ${this.renderList(list, guidance)}
    </div>`;
  }

  private renderList(list: readonly ChannelNow[], { at, attachment }: Guidance): TemplateResult {
    const directory = this.directories.value;
    return byDistance(list, (now) => channelItem(now, at, directory, attachment));
  }

  /** Hospitals with an emergency department: folded, since one goes there after a call to 15. */
  private renderEmergency(guidance: Guidance): TemplateResult | typeof nothing {
    const list = guidance.channels.emergency;
    if (!list.length) return nothing;
    return html`<div class="group">
      <details>
        <summary>${msg(str`Urgences des hôpitaux (${list.length}) — appelez le 15 d’abord`)}</summary>
        ${whenOpen(() => html`${callButtons(this.directories.value.vital, msg('Appeler le 15'), 'primary')} ${this.renderList(list, guidance)}`)}
      </details>
    </div>`;
  }

  private renderClosed(guidance: Guidance): TemplateResult | typeof nothing {
    const { at, channels } = guidance;
    if (!channels.closed.length || at === undefined) return nothing;
    const [next] = [...channels.closed].sort(
      (a, b) => (a.opens ?? a.mayOpen ?? Number.MAX_VALUE) - (b.opens ?? b.mayOpen ?? Number.MAX_VALUE),
    );
    const opens =
      next?.opens !== undefined && next.mayOpen === undefined
        ? msg(str`${next.channel.name} : ouverture ${whenText(next.opens, at)}`)
        : '';
    return html`<div class="group">
      <details>
        <summary>${msg(str`Fermé pour l’instant (${channels.closed.length})`)}${opens ? ` — ${opens}` : nothing}</summary>
        ${whenOpen(() => this.renderList(channels.closed, guidance))}
      </details>
    </div>`;
  }

  private renderFoot({ at, nextChange }: Guidance, directory: Directory): TemplateResult {
    return html`<div class="foot">
      ${nextChange !== undefined && at !== undefined ? html`<p>${msg('Prochain changement :')} <strong>${whenText(nextChange, at)}</strong></p>` : nothing}
      ${this.directories.old ? html`<p><strong>${oldDirectoryText()}</strong></p>` : nothing}
      <details>
        <summary>${msg('Voir un autre moment')}</summary>
        ${whenOpen(() => this.renderMoments(at, directory))}
      </details>
      <details>
        <summary>${msg(str`Annuaire du ${isoDayText(directory.date)} · Sources`)}</summary>
        ${whenOpen(() => this.renderSources(directory))}
      </details>
    </div>`;
  }

  private renderMoments(at: Instant | undefined, directory: Directory): TemplateResult {
    const present = this.present();
    const iso = new Date(wallAt(at ?? this.clock.now())).toISOString();
    return html`<div class="shortcuts">
        ${
          present === undefined
            ? nothing
            : upcomingMoments(directory, present).map(
                (moment) =>
                  html`<button
                    @click=${() => this.look(moment.at)}
                  >
                    ${momentLabel(moment, present)}
                  </button>`,
              )
        }
      </div>
      <form class="fields" @submit=${this.onMoment}>
        <div><label for="date">${msg('Jour')}</label><input id="date" name="date" type="date" required value=${iso.slice(0, 10)} /></div>
        <div><label for="time">${msg('Heure')}</label><input id="time" name="time" type="time" required value=${iso.slice(11, 16)} /></div>
        <button>${msg('Voir ce moment')}</button>
      </form>`;
  }

  private renderSources(directory: Directory): TemplateResult {
    return html`<p>${msg('Les distances sont à vol d’oiseau, de commune à commune.')} ${versionText()}</p>
      <ul class="sources">
        ${[...directory.sources.values()].map(
          ({ title, publisher, date, url }) => html`<li>
            ${url ? siteLink(url, title ?? publisher) : (title ?? publisher)}${title ? `, ${publisher}` : ''}${date ? `, ${sourceDateText(date)}` : ''}
          </li>`,
        )}
      </ul>`;
  }
}

function momentLabel({ id, at, holiday }: Moment, now: Instant): string {
  switch (id) {
    case 'evening':
      return dayAt(wallAt(at)) === dayAt(wallAt(now)) ? msg('Ce soir') : msg('Demain soir');
    case 'saturday':
      return msg('Samedi après-midi');
    case 'sunday':
      return msg('Dimanche');
    case 'holiday':
      return msg(str`Prochain jour férié (${holidayText(holiday!)})`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    /** Says who can treat you now, and when that changes. */
    'yonne-soins-now': YonneSoinsNow;
  }

  interface GlobalEventHandlersEventMap {
    /** The regime changed while the widget was shown. */
    'yonne-regime-change': CustomEvent<RegimeChangeDetail>;
  }
}
