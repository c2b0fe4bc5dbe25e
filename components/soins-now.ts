import { msg, str } from '@lit/localize';
import {
  css,
  html,
  LitElement,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import calendarIcon from 'lucide-static/icons/calendar-days.svg';
import moonIcon from 'lucide-static/icons/moon.svg';
import sunIcon from 'lucide-static/icons/sun.svg';
import alertIcon from 'lucide-static/icons/triangle-alert.svg';
import type { Attachment, CareChannel, Directory } from '../src/directory.ts';
import { siteName } from '../src/format.ts';
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
import { commonAttributes, headingLevel, showFallback, warnOnce, warnTheme } from './attributes.ts';
import { type Clock, ClockController, pageClock } from './clock.ts';
import { CommuneChoice } from './commune-choice.ts';
import { CommuneField, communeFieldStyles } from './commune-field.ts';
import { bundledDirectory, DirectoryController } from './directory-controller.ts';
import { LocaleController } from './localization.ts';
import { sharedStyles } from './styles.ts';
import { addressLink, callButton, callLink, dayBar, onCall, siteLink } from './templates.ts';
import {
  accessText,
  attachmentLevelText,
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
export class YonneSoinsNow extends LitElement {
  static override properties: PropertyDeclarations = {
    ...commonAttributes,
    now: {},
    clock: { attribute: false },
    moment: { state: true },
    changing: { state: true },
  };

  static override styles = [
    sharedStyles,
    communeFieldStyles,
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
      .foot summary {
        min-height: 3.2em;
      }
      .title:focus,
      .moment:focus {
        outline: 0;
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

  /** INSEE code of the commune: what is near comes first. */
  commune?: string;

  /** An instant to show instead of now: ISO 8601, read as Paris time without an offset. */
  now?: string;

  /** URL of a fresher directory; on any failure the bundled one stays. */
  directory?: string;

  /** `light` (default), `dark`, or `auto`: as the reader's system asks. */
  theme?: string;

  /** Level of the widget's heading, 1 to 4: the ones below it follow. */
  headingLevel: number | string = 2;

  /** What finds the reader's position. */
  geolocation?: Geolocation;

  /** What tells the time. */
  clock: Clock = pageClock;

  /** Another moment, chosen by the reader. */
  private moment: Instant | undefined;

  /** The field to change the commune is shown. */
  private changing = false;

  /** What a screen reader is told: a change of regime, or the moment just chosen. */
  private announcement = '';

  private readonly locale = new LocaleController(this);
  private readonly directories = new DirectoryController(this);
  private readonly choice = new CommuneChoice(this);
  private readonly field = new CommuneField(this, {
    directory: () => this.directories.value,
    choose: (commune) => {
      this.changing = false;
      this.choice.choose(commune, this.directories.value);
    },
  });
  private guidance!: Guidance;

  constructor() {
    super();
    new ClockController(this);
  }

  /** One widget that cannot be drawn must not leave a hole. */
  protected override performUpdate(): void {
    try {
      super.performUpdate();
    } catch (error) {
      showFallback(this, error);
    }
  }

  // Not in willUpdate: the controllers (language, directory, commune) are up to date only after it.
  protected override update(changed: PropertyValues): void {
    warnTheme(this);
    const directory = this.directories.value;
    const before = this.guidance as Guidance | undefined;
    this.guidance = guide(directory, this.instant(), this.choice.in(directory));
    const { at, regime } = this.guidance;
    if (changed.has('moment') && before) {
      this.announcement = at === undefined ? '' : `${momentText(at)}. ${this.regimeSentence(this.guidance)}`;
    } else if (before?.regime && regime && before.regime.kind !== regime.kind) {
      this.announcement = this.regimeSentence(this.guidance);
      const detail: RegimeChangeDetail = { regime: regime.kind, reason: regime.reason, until: regime.until };
      this.dispatchEvent(new CustomEvent('yonne-regime-change', { detail, bubbles: true, composed: true }));
    }
    super.update(changed);
  }

  /** The instant to show; `undefined` where the device's clock is before the day of the script's directory. */
  private instant(): Instant | undefined {
    if (this.moment !== undefined) return this.moment;
    if (this.now) {
      const instant = parseInstant(this.now);
      if (instant !== undefined) return instant;
      warnOnce(this, `now="${this.now}"`, 'an ISO 8601 date such as 2026-11-22T14:05; the present instant is shown');
    }
    const present = this.clock.now();
    return present < Date.parse(bundledDirectory().date) ? undefined : present;
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
    const commune = this.choice.in(directory);
    return html`
      <div class="card" part="card" lang=${this.locale.locale} @click=${onCall}>
        <div>
          <div class="row">
            <div class="grow">
              <div class="title" role="heading" aria-level=${headingLevel(this)} tabindex="-1">${msg('Se soigner maintenant')}</div>
              <p class="subtitle">
                ${commune ? msg(str`${commune.name} et alentours`) : directory.department.name}${guidance.at === undefined ? nothing : html` · ${momentText(guidance.at)}`}
              </p>
            </div>
            <button
              class="link"
              aria-expanded=${this.changing}
              @click=${() => {
                this.changing = !this.changing;
              }}
            >
              ${commune ? msg('Changer de commune') : msg('Choisir une commune')}
            </button>
          </div>
          ${this.changing ? this.field.render(msg('Votre commune ou code postal')) : nothing}
        </div>
        ${this.renderMoment(guidance)} ${this.renderStrip(directory)} ${this.renderRegime(guidance)} ${this.renderFirst(guidance, directory)}
        ${this.renderGroup('open', this.moment === undefined ? msg('Ouvert maintenant') : msg('Ouvert à ce moment'))} ${this.renderGroup('referral', msg('Sur orientation du 15'))}
        ${this.renderEmergency()} ${this.renderGroup('unconfirmed', msg('À confirmer avant de vous déplacer'))} ${this.renderClosed()}
        <div class="group">
          <div class="heading" role="heading" aria-level=${headingLevel(this) + 1}>${msg('Jour et nuit aussi')}</div>
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
    return html`<div class="band moment" tabindex="-1">
      ${calendarIcon}<span>${msg(str`Vous regardez un autre moment : ${momentText(at)}`)}</span>
      <button
        @click=${() => this.look(undefined)}
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
          <div class="heading" role="heading" aria-level=${headingLevel(this) + 1}>${msg('Urgence vitale')}</div>
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
          <div class="heading" role="heading" aria-level=${headingLevel(this) + 1}>
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
        ${call}
      </div>
      ${
        day
          ? html`<p class="small">
              ${msg('Trouver un médecin traitant :')} ${attachment ? html`${this.renderAttachment(attachment)} · ` : nothing}
              ${insurance?.phones.map((phone) => html`${msg('Assurance maladie')} ${callLink(insurance, phone)}`)}
            </p>`
          : nothing
      }
    </div>`;
  }

  private renderAttachment(attachment: Attachment): (TemplateResult | string)[] {
    const undetermined = attachment.level === 'undetermined';
    const around = undetermined ? attachment.neighbours : [attachment.cpts];
    const links = around.map(
      (cpts, i) => html`${i ? ', ' : ''}${cpts.site ? siteLink(cpts.site, cpts.name) : cpts.name}`,
    );
    return [...links, attachmentLevelText(attachment)];
  }

  private renderGroup(
    availability: Exclude<Availability, 'emergency' | 'closed'>,
    title: string,
  ): TemplateResult | typeof nothing {
    const list = this.guidance.channels[availability];
    if (!list.length) return nothing;
    return html`<div class="group">
      <div class="heading" role="heading" aria-level=${headingLevel(this) + 1}>${title}</div>
      ${this.renderNearFirst(list)}
    </div>`;
  }

  /** What is far goes under a heading of its own, folded where it is long. */
  private renderNearFirst(list: readonly ChannelNow[]): TemplateResult {
    const far = (now: ChannelNow) => (now.distance ?? 0) > FAR;
    const near = list.filter((now) => !far(now));
    const farther = list.filter(far);
    return html`${near.length ? this.renderChannels(near) : nothing}
    ${
      farther.length
        ? html`<details ?open=${farther.length < 4}>
            <summary>${msg(str`Plus loin (${farther.length})`)}</summary>
            ${this.renderChannels(farther)}
          </details>`
        : nothing
    }`;
  }

  /** Hospitals with an emergency department: folded, since one goes there after a call to 15. */
  private renderEmergency(): TemplateResult | typeof nothing {
    const list = this.guidance.channels.emergency;
    const samu = this.directories.value.channels.find(({ id }) => id === '15');
    if (!list.length) return nothing;
    return html`<div class="group">
      <details>
        <summary>${msg(str`Urgences des hôpitaux (${list.length}) — appelez le 15 d’abord`)}</summary>
        ${samu?.phones.map((phone) => callButton(samu, phone, { label: msg('Appeler le 15'), kind: 'primary' }))}
        ${this.renderNearFirst(list)}
      </details>
    </div>`;
  }

  private renderClosed(): TemplateResult | typeof nothing {
    const { at, channels } = this.guidance;
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
        ${this.renderNearFirst(channels.closed)}
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
    const address = now.callFirst ? undefined : place?.street;
    const answering = channel.access === 'referral-15' ? directory.channels.find(({ id }) => id === '15') : channel;
    const town = place && directory.commune(place.commune);
    const asked =
      availability === 'unconfirmed' && !channel.hours
        ? town
          ? directory.attachment(town)
          : this.guidance.attachment
        : undefined;
    const details = [
      availabilityNote(now, at),
      accessText(now),
      place && !address ? place.town : '',
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
          ${place && address ? html`<p class="small">${addressLink(place)}</p>` : nothing}
          ${channel.adultEntrance ? html`<p class="small">${msg(str`Entrée des adultes : ${channel.adultEntrance}`)}</p>` : nothing}
          ${channel.entrance ? html`<p class="small">${msg('Entrée par la gauche de l’établissement')}</p>` : nothing}
          ${channel.site ? html`<p class="small">${siteLink(channel.site, siteLabel(channel))}</p>` : nothing}
          ${asked ? html`<p class="small">${msg('À demander :')} ${this.renderAttachment(asked)}</p>` : nothing}
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
          ${(
            this.clock.now() < Date.parse(bundledDirectory().date) ? [] : upcomingMoments(directory, this.clock.now())
          ).map(
            (moment) =>
              html`<button
                @click=${() => this.look(moment.at)}
              >
                ${momentLabel(moment, this.clock.now())}
              </button>`,
          )}
        </div>
        <form class="fields" @submit=${this.onMoment}>
          <div><label for="date">${msg('Jour')}</label><input id="date" name="date" type="date" required value=${iso.slice(0, 10)} /></div>
          <div><label for="time">${msg('Heure')}</label><input id="time" name="time" type="time" required value=${iso.slice(11, 16)} /></div>
          <button>${msg('Voir ce moment')}</button>
        </form>
      </details>
      <details>
        <summary>${msg(str`Annuaire du ${isoDayText(directory.date)} · Sources`)}</summary>
        <p>${msg('Les distances sont à vol d’oiseau, de commune à commune.')}</p>
        <ul class="sources">
          ${[...directory.sources.values()].map(
            ({ title, publisher, date, url }) => html`<li>
              ${url ? siteLink(url, title ?? publisher) : title}${title ? ', ' : ''}${publisher}${date ? `, ${sourceDateText(date)}` : ''}
            </li>`,
          )}
        </ul>
      </details>
    </div>`;
  }
}

function siteLabel({ site, access }: CareChannel): string {
  const name = siteName(site!);
  return access === 'online-appointment' ? msg(str`Prendre rendez-vous sur ${name}`) : name;
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
