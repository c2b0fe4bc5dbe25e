import { msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import calendarIcon from 'lucide-static/icons/calendar-days.svg';
import moonIcon from 'lucide-static/icons/moon.svg';
import sunIcon from 'lucide-static/icons/sun.svg';
import alertIcon from 'lucide-static/icons/triangle-alert.svg';
import type { CareChannel, Commune, Directory } from '../src/directory.ts';
import {
  type Availability,
  type ChannelNow,
  FAR,
  type Guidance,
  guide,
  type Moment,
  upcomingMoments,
} from '../src/guidance.ts';
import { DAY, dayAt, type Instant, MINUTE, parseInstant, wallAt } from '../src/time/calendar.ts';
import { type Clock, ClockController, pageClock } from './clock.ts';
import { DirectoryController } from './directory-controller.ts';
import { LocaleController } from './localization.ts';
import { sharedStyles } from './styles.ts';
import { addressLink, callButton, callLink, dayBar, siteLink } from './templates.ts';
import { warnOnce } from './warn.ts';
import {
  accessText,
  attachmentText,
  availabilityNote,
  availabilityText,
  distanceText,
  holidayText,
  isoDayText,
  momentText,
  reasonText,
  regimeText,
  sourceDateText,
  untilText,
  whenText,
} from './words.ts';

/** The detail of `yonne-call`. */
export interface CallDetail {
  /** Id of the channel in the directory. */
  channel: string;
  /** The number, as the directory writes it. */
  number: string;
}

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
 * @customElement yonne-soins-now
 * @slot - Shown until the script runs: the numbers that never change.
 * @fires {CustomEvent<CallDetail>} yonne-call - A number was pressed.
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
export class YonneSoinsNow extends LitElement {
  static override styles = [
    sharedStyles,
    css`
      .strip {
        background: var(--danger-band);
      }
      .strip .heading {
        color: var(--danger);
      }
      .strip a:not(.button) {
        display: inline-block;
        padding: 0.2em 0;
        color: inherit;
      }
      .band {
        display: flex;
        align-items: flex-start;
        background: var(--band);
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
      .group > .heading {
        padding-bottom: 0.25em;
        font-size: 0.875em;
        color: var(--muted);
      }
      .channels > li {
        padding: 0.75em 0;
        border-top: 1px solid var(--line);
      }
      .channels > li:first-child {
        border-top: 0;
      }
      .group > details {
        border-top: 1px solid var(--line);
      }
      .group > details:only-child {
        margin: -0.5em 0;
        border-top: 0;
      }
      .calls {
        display: flex;
        flex-wrap: wrap;
        align-items: flex-start;
        min-width: 0;
      }
      .calls > * {
        margin: 0.25em;
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
      .foot {
        background: var(--sunken);
        font-size: 0.875em;
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
      input {
        min-height: 2.75em;
        padding: 0.3em 0.6em;
        border: 1px solid var(--muted);
        border-radius: calc(var(--radius) * 0.6);
        background: var(--surface);
        color: inherit;
        font: inherit;
      }
      .sources li {
        padding: 0.25em 0;
      }
      @media print {
        .foot {
          display: none;
        }
      }
    `,
  ];

  /** INSEE code of the commune: what is near comes first. */
  @property() commune?: string;

  /** An instant to show instead of now: ISO 8601, read as Paris time without an offset. */
  @property() now?: string;

  /** URL of a fresher directory; on any failure the bundled one stays. */
  @property() directory?: string;

  /** `light` (default), `dark`, or `auto`: as the reader's system asks. */
  @property({ reflect: true }) theme?: string;

  /** Level of the widget's heading, 1 to 4: the ones below it follow. */
  @property({ attribute: 'heading-level' }) headingLevel: number | string = 2;

  /** What tells the time. */
  @property({ attribute: false }) clock: Clock = pageClock;

  /** Another moment, chosen by the reader. */
  @state() private moment: Instant | undefined;

  /** What a screen reader is told: a change of regime, or the moment just chosen. */
  @state() private announcement = '';

  private readonly locale = new LocaleController(this);
  private readonly directories = new DirectoryController(this);
  private guidance!: Guidance;

  constructor() {
    super();
    new ClockController(this);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (this.theme && !['light', 'dark', 'auto'].includes(this.theme))
      warnOnce(this, `theme="${this.theme}"`, 'light, dark or auto');
    const directory = this.directories.value;
    const before = this.guidance as Guidance | undefined;
    this.guidance = guide(directory, this.instant(directory), this.communeIn(directory));
    const { at, regime } = this.guidance;
    if (changed.has('moment') && before) {
      this.announcement = at === undefined ? '' : `${momentText(at)}. ${this.regimeSentence(this.guidance)}`;
    } else if (before?.regime && regime && before.regime.kind !== regime.kind) {
      this.announcement = this.regimeSentence(this.guidance);
      const detail: RegimeChangeDetail = { regime: regime.kind, reason: regime.reason, until: regime.until };
      this.dispatchEvent(new CustomEvent('yonne-regime-change', { detail, bubbles: true, composed: true }));
    }
  }

  /** The instant to show; `undefined` where the device's clock is before the day of the directory. */
  private instant(directory: Directory): Instant | undefined {
    if (this.moment !== undefined) return this.moment;
    if (this.now) {
      const instant = parseInstant(this.now);
      if (instant !== undefined) return instant;
      warnOnce(this, `now="${this.now}"`, 'an ISO 8601 date such as 2026-11-22T14:05; the present instant is shown');
    }
    const present = this.clock.now();
    return present < Date.parse(directory.date) ? undefined : present;
  }

  private communeIn(directory: Directory): Commune | undefined {
    if (!this.commune) return undefined;
    const commune = directory.commune(this.commune);
    if (!commune) {
      warnOnce(
        this,
        `commune="${this.commune}"`,
        `the INSEE code of a commune of the ${directory.department.name}, such as ${directory.communes[0]?.code}`,
      );
    }
    return commune;
  }

  private level(below: number): number {
    const level = Number(this.headingLevel);
    if (level >= 1 && level <= 4 && Number.isInteger(level)) return level + below;
    warnOnce(this, `heading-level="${this.headingLevel}"`, 'a whole number from 1 to 4');
    return 2 + below;
  }

  private readonly onClick = (event: Event): void => {
    const link = (event.target as Element).closest<HTMLElement>('a[data-number]');
    if (!link) return;
    const detail: CallDetail = { channel: link.dataset.channel!, number: link.dataset.number! };
    this.dispatchEvent(new CustomEvent('yonne-call', { detail, bubbles: true, composed: true }));
  };

  private readonly onMoment = (event: Event): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const { value: date } = form.elements.namedItem('date') as HTMLInputElement;
    const { value: time } = form.elements.namedItem('time') as HTMLInputElement;
    this.moment = parseInstant(`${date}T${time}`) ?? this.moment;
  };

  protected override render(): TemplateResult {
    const { guidance } = this;
    const directory = this.directories.value;
    const commune = this.communeIn(directory);
    return html`
      <div class="card" part="card" lang=${this.locale.locale} @click=${this.onClick}>
        <div>
          <div class="title" role="heading" aria-level=${this.level(0)}>${msg('Se soigner maintenant')}</div>
          <p class="subtitle">
            ${commune ? msg(str`${commune.name} et alentours`) : directory.department.name}${guidance.at === undefined ? nothing : html` · ${momentText(guidance.at)}`}
          </p>
        </div>
        ${this.renderMoment(guidance)} ${this.renderStrip(directory)} ${this.renderRegime(guidance)} ${this.renderFirst(guidance, directory)}
        ${this.renderGroup('open', msg('Ouvert maintenant'))} ${this.renderGroup('referral', msg('Sur orientation du 15'))}
        ${this.renderEmergency()} ${this.renderGroup('unconfirmed', msg('À confirmer avant de vous déplacer'))} ${this.renderClosed()}
        <div class="group">
          <div class="heading" role="heading" aria-level=${this.level(1)}>${msg('Jour et nuit aussi')}</div>
          <ul class="helplines">
            ${guidance.helplines.map((channel) => html`<li><span>${channel.name}</span>${channel.phones.map((phone) => callButton(channel, phone))}</li>`)}
          </ul>
        </div>
        ${this.renderFoot(guidance, directory)}
        <p class="visually-hidden" role="status">${this.announcement}</p>
      </div>
    `;
  }

  private renderMoment({ at }: Guidance): TemplateResult | typeof nothing {
    if (at === undefined) {
      return html`<div class="band alert">
        ${alertIcon}<span>${msg('L’horloge de cet appareil est fausse : voici seulement ce qui vaut à toute heure.')}</span>
      </div>`;
    }
    if (this.moment === undefined) return nothing;
    return html`<div class="band moment">
      ${calendarIcon}<span>${msg(str`Vous regardez un autre moment : ${momentText(at)}`)}</span>
      <button
        @click=${() => {
          this.moment = undefined;
        }}
      >
        ${msg('Revenir à maintenant')}
      </button>
    </div>`;
  }

  private renderStrip(directory: Directory): TemplateResult {
    const channel = (id: string) => directory.channels.find((candidate) => candidate.id === id);
    const call = (id: string, label: string, kind: string) => {
      const found = channel(id);
      return found ? found.phones.map((phone) => callButton(found, phone, { label, kind })) : nothing;
    };
    return html`<div class="strip">
      <div class="row">
        <div class="grow">
          <div class="heading" role="heading" aria-level=${this.level(1)}>${msg('Urgence vitale')}</div>
          <p class="small">
            <a href="sms:114" data-channel="114" data-number="114">${msg('Sourd ou malentendant : SMS au 114')}</a>
          </p>
        </div>
        <div class="calls">${call('15', msg('15 SAMU'), 'vital')} ${call('112', '112', 'danger')}</div>
      </div>
    </div>`;
  }

  private regimeSentence({ at, regime }: Guidance): string {
    if (!regime || at === undefined) return '';
    const reason = reasonText(regime);
    return `${regimeText(regime)} — ${reason ? `${reason}, ` : ''}${untilText(regime.until, at)}`;
  }

  private renderRegime(guidance: Guidance): TemplateResult | typeof nothing {
    const { regime } = guidance;
    if (!regime) return nothing;
    const icon = regime.kind === 'daytime' ? sunIcon : regime.reason === 'night' ? moonIcon : calendarIcon;
    const [name, rest] = this.regimeSentence(guidance).split(' — ');
    return html`<div class="band">${icon}<p><strong>${name}</strong> — ${rest}</p></div>`;
  }

  private renderFirst({ first, attachment }: Guidance, directory: Directory): TemplateResult {
    const samu = directory.channels.find(({ id }) => id === '15');
    const call = samu?.phones.map((phone) => callButton(samu, phone, { label: msg('Appeler le 15'), kind: 'primary' }));
    const insurance = directory.channels.find(({ id }) => id === 'cpam-89');
    const day = first === 'own-doctor';
    return html`<div class="first">
      <div class="row">
        <div class="grow">
          <div class="heading" role="heading" aria-level=${this.level(1)}>
            ${day ? msg('D’abord votre médecin traitant') : msg('Besoin d’un médecin : appelez le 15 avant de vous déplacer')}
          </div>
          <p>
            ${
              day
                ? msg(
                    'Sans médecin traitant, ou s’il ne peut pas vous recevoir : un centre de soins non programmés, ou le 15 (service d’accès aux soins), où un médecin régulateur vous oriente.',
                  )
                : msg(
                    'Un médecin régulateur vous oriente : médecin de garde, maison médicale de garde, SOS Médecins, visite à domicile si nécessaire.',
                  )
            }
          </p>
        </div>
        ${call}
      </div>
      ${
        day && attachment
          ? html`<p class="small">
              ${msg('Trouver un médecin traitant :')} ${this.renderAttachment(attachment)}
              ${insurance?.phones.map((phone) => html`· ${msg('Assurance maladie')} ${callLink(insurance, phone)}`)}
            </p>`
          : nothing
      }
    </div>`;
  }

  private renderAttachment(attachment: NonNullable<Guidance['attachment']>): TemplateResult | string {
    const text = attachmentText(attachment);
    return attachment.level !== 'undetermined' && attachment.cpts.site ? siteLink(attachment.cpts.site, text) : text;
  }

  private renderGroup(
    availability: Exclude<Availability, 'emergency' | 'closed'>,
    title: string,
  ): TemplateResult | typeof nothing {
    const list = this.guidance.channels[availability];
    if (!list.length) return nothing;
    const far = (now: ChannelNow) => (now.distance ?? 0) > FAR;
    const near = list.filter((now) => !far(now));
    const farther = list.filter(far);
    return html`<div class="group">
      <div class="heading" role="heading" aria-level=${this.level(1)}>${title}</div>
      ${near.length ? this.renderChannels(near) : nothing}
      ${
        farther.length
          ? html`<details ?open=${farther.length < 4}>
              <summary>${msg(str`Plus loin (${farther.length})`)}</summary>
              ${this.renderChannels(farther)}
            </details>`
          : nothing
      }
    </div>`;
  }

  /** Hospitals with an emergency department: folded, since one goes there after a call to 15. */
  private renderEmergency(): TemplateResult | typeof nothing {
    const list = this.guidance.channels.emergency;
    if (!list.length) return nothing;
    return html`<div class="group">
      <details>
        <summary>${msg(str`Urgences des hôpitaux (${list.length}) — appelez le 15 d’abord`)}</summary>
        ${this.renderChannels(list)}
      </details>
    </div>`;
  }

  private renderClosed(): TemplateResult | typeof nothing {
    const { at, channels } = this.guidance;
    if (!channels.closed.length || at === undefined) return nothing;
    const [next] = [...channels.closed].sort((a, b) => (a.opens ?? a.mayOpen ?? 0) - (b.opens ?? b.mayOpen ?? 0));
    const opens =
      next?.opens !== undefined && next.mayOpen === undefined
        ? msg(str`${next.channel.name} : ouverture ${whenText(next.opens, at)}`)
        : '';
    return html`<div class="group">
      <details>
        <summary>${msg(str`Fermé pour l’instant (${channels.closed.length})`)}${opens ? ` — ${opens}` : nothing}</summary>
        ${this.renderChannels(channels.closed)}
      </details>
    </div>`;
  }

  private renderChannels(list: readonly ChannelNow[]): TemplateResult {
    return html`<ul class="channels">
      ${list.map((now) => this.renderChannel(now))}
    </ul>`;
  }

  private renderChannel(now: ChannelNow): TemplateResult {
    const { channel, availability, distance, today } = now;
    const { at } = this.guidance;
    const { place } = channel;
    const directory = this.directories.value;
    // One is never invited to walk in where 15 decides: no address, and 15 as the number.
    const through15 = channel.access === 'referral-15' || channel.access === 'after-15';
    const answering = through15 ? directory.channels.find(({ id }) => id === '15') : channel;
    const cpts =
      availability === 'unconfirmed' && !channel.hours && channel.cpts ? directory.cpts.get(channel.cpts) : undefined;
    const details = [
      availabilityNote(now, at),
      accessText(channel),
      place && (through15 || !place.street) ? place.town : '',
      distance === undefined ? '' : distanceText(distance),
      channel.paediatric ? msg('urgences pédiatriques') : '',
    ];
    return html`<li part="channel">
      <div class="row">
        <div class="grow">
          <strong>${channel.name}</strong>
          <p class="small">
            <span class="status ${availability}">${availabilityText(now, at)}</span>
            ${details.filter(Boolean).map((detail) => html` · ${detail}`)}
          </p>
          ${place?.street && !through15 ? html`<p class="small">${addressLink(place)}</p>` : nothing}
          ${channel.entrance ? html`<p class="small">${msg('Entrée par la gauche de l’établissement')}</p>` : nothing}
          ${channel.site ? html`<p class="small">${siteLink(channel.site, siteLabel(channel))}</p>` : nothing}
          ${cpts?.site ? html`<p class="small">${msg('À demander à la')} ${siteLink(cpts.site, cpts.name)}</p>` : nothing}
        </div>
        ${answering ? html`<div class="calls">${answering.phones.map((phone) => callButton(answering, phone))}</div>` : nothing}
      </div>
      ${today && at !== undefined ? dayBar(today, (wallAt(at) - dayAt(wallAt(at)) * DAY) / MINUTE) : nothing}
    </li>`;
  }

  private renderFoot({ at, nextChange }: Guidance, directory: Directory): TemplateResult {
    const shown = at ?? this.clock.now();
    const iso = new Date(wallAt(shown)).toISOString();
    return html`<div class="foot">
      ${nextChange !== undefined && at !== undefined ? html`<p>${msg('Prochain changement :')} <strong>${whenText(nextChange, at)}</strong></p>` : nothing}
      <details>
        <summary>${msg('Voir un autre moment')}</summary>
        <div class="shortcuts">
          ${upcomingMoments(directory, this.clock.now()).map(
            (moment) =>
              html`<button
                @click=${() => {
                  this.moment = moment.at;
                }}
              >
                ${momentLabel(moment)}
              </button>`,
          )}
        </div>
        <form class="fields" @submit=${this.onMoment}>
          <div><label for="date">${msg('Jour')}</label><input id="date" name="date" type="date" required .value=${iso.slice(0, 10)} /></div>
          <div><label for="time">${msg('Heure')}</label><input id="time" name="time" type="time" required .value=${iso.slice(11, 16)} /></div>
          <button>${msg('Voir ce moment')}</button>
        </form>
      </details>
      <details>
        <summary>${msg(str`Annuaire du ${isoDayText(directory.date)} · Sources`)}</summary>
        <ul class="sources">
          ${[...directory.sources.values()].map(
            ({ title, publisher, date, url }) =>
              html`<li>${url ? siteLink(url, title) : title}, ${publisher}${date ? html`, ${sourceDateText(date)}` : nothing}</li>`,
          )}
        </ul>
      </details>
    </div>`;
  }
}

function siteLabel({ site, access }: CareChannel): string {
  const name = new URL(site!).hostname.replace(/^www\./, '');
  return access === 'online-appointment' ? msg(str`Prendre rendez-vous sur ${name}`) : name;
}

function momentLabel({ id, holiday }: Moment): string {
  switch (id) {
    case 'evening':
      return msg('Ce soir');
    case 'saturday':
      return msg('Samedi après-midi');
    case 'sunday':
      return msg('Dimanche');
    case 'holiday':
      return msg(str`Prochain jour férié (${holidayText(holiday!)})`);
  }
}
