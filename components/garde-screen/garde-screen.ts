import { html, nothing, type PropertyValues, render, type TemplateResult } from 'lit';
import { property } from 'lit/decorators/property.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Phone } from '../../src/directory-schema.ts';
import { phoneText, siteName } from '../../src/format.ts';
import { type ChannelNow, FAR, type Guidance, guide, nearFirst } from '../../src/guidance.ts';
import { isNight } from '../../src/pdsa.ts';
import { type Duty, dutiesAt, nextDutyChange } from '../../src/roster.ts';
import { dayAt, type Instant, MINUTE, wallAt } from '../../src/time/calendar.ts';
import {
  accessText,
  availabilityNote,
  availabilityText,
  distanceText,
  oldDirectoryText,
  priceText,
  reasonText,
  regimeText,
} from '../shared/care-words.ts';
import { msg, str } from '../shared/msg.ts';
import { noticesBox, noticesStyles } from '../shared/notices.ts';
import { qrCode } from '../shared/qr-code.ts';
import { dayText, isoDayText, momentText, untilText, whenText } from '../shared/time-words.ts';
import { versionText } from '../shared/version.ts';
import { warnOnce } from '../shared/warn.ts';
import { Widget } from '../shared/widget.ts';
import { layoutOf, TextFit } from './fit.ts';
import { RosterController } from './roster-controller.ts';
import { screenStyles } from './styles.ts';
import { type ScreenLock, WakeLockController } from './wake-lock.ts';

/** Pharmacies on duty at a time past which the others are counted: no town has as many. */
const MOST_DUTIES = 6;

/**
 * A whole screen that says who can treat you now: for a pharmacy's or town hall's window, unattended.
 *
 * @tag yonne-garde-screen
 * @slot - Shown until the script runs: the numbers that never change. A `<script type="text/csv">` or
 * `<script type="application/json">` in it is the roster of pharmacies on duty.
 * @attr commune - INSEE code of the commune: only what is near is shown, where something is.
 * @prop commune - INSEE code of the commune: only what is near is shown, where something is.
 * @attr [theme='auto'] - Colours: `auto` is dark from 20:00 to 8:00 in Paris.
 * @prop [theme='auto'] - Colours: `auto` is dark from 20:00 to 8:00 in Paris.
 * @fires {CustomEvent<RosterDetail>} yonne-roster - A roster was read, or could not be.
 * @csspart card - The whole screen.
 * @csspart vital - 15, and how to reach it without hearing.
 * @csspart pharmacy - The pharmacy on duty.
 * @csspart channels - What is open now.
 * @csspart channel - One care channel.
 * @cssprop [--yonne-radius=0.5em] - Corners.
 */
export class YonneGardeScreen extends Widget {
  static override styles = [screenStyles, noticesStyles];

  /** A language that takes turns with `lang`, minute by minute. */
  @property({ attribute: 'second-lang' }) secondLang?: string;

  /** The name of the place in whose window the screen is. */
  @property() name?: string;

  /** URL of the roster of pharmacies on duty, CSV or JSON. */
  @property() roster?: string;

  /** URL of a page for telephones: drawn as a QR code. */
  @property() page?: string;

  /** What keeps the screen lit. */
  @property({ attribute: false }) wakeLock: ScreenLock | undefined = navigator.wakeLock;

  private readonly rosters = new RosterController(this);
  private readonly sizes = new ResizeObserver(() => this.requestUpdate());
  private readonly text = new TextFit();
  private guidance!: Guidance;
  /** How many channels are shown; the others are counted. */
  private channels = Number.POSITIVE_INFINITY;

  constructor() {
    super();
    new WakeLockController(this);
  }

  /** A new page could not load the roster that this one has in memory. */
  get keepsRoster(): boolean {
    return this.rosters.failing && this.rosters.since !== undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.sizes.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
  }

  // Not in willUpdate: the controllers (language, directory, roster) are up to date only after it.
  protected override update(changed: PropertyValues): void {
    const second = this.otherLanguage();
    if (second && second.split('-')[0]!.toLowerCase() !== this.locale.locale)
      warnOnce(this, `second-lang="${second}"`, 'a language that the page has');
    const directory = this.directories.value;
    this.guidance = guide(directory, this.shownInstant(), this.communeOf(this.commune, directory));
    this.channels = Number.POSITIVE_INFINITY;
    super.update(changed);
    const { clientWidth: width, clientHeight: height } = this;
    if (!width || !height) return;
    this.text.fit({
      root: this.renderRoot.querySelector<HTMLElement>('.screen')!,
      width,
      height,
      language: this.locale.locale,
      most: this.listed().length,
      show: (channels) => {
        this.channels = channels;
        render(this.render(), this.renderRoot as HTMLElement, this.renderOptions);
      },
      minute: this.minute(),
    });
  }

  /** The second language in every other minute; empty in those of the first. */
  protected override otherLanguage(): string {
    return this.secondLang && this.minute() % 2 ? this.secondLang : '';
  }

  private minute(): number {
    return Math.floor(this.clock.now() / MINUTE);
  }

  protected override render(): TemplateResult {
    const { guidance } = this;
    const { at } = guidance;
    const { pdsaHours } = this.directories.value;
    const night = at === undefined || isNight(pdsaHours, wallAt(at));
    const dark = this.theme === 'dark' || (this.theme !== 'light' && night);
    const layout = layoutOf(this.clientWidth, this.clientHeight);
    return html`
      <div class="screen ${layout} ${dark ? 'night' : 'day'}" part="card" lang=${this.locale.locale}>
        <div class="sheet">
          <div class="main">
            ${this.renderHead(guidance)}
            <div class="body">
              <div class="column">${this.renderVital(guidance)} ${this.renderPharmacy(at)}</div>
              ${this.renderSecondColumn()}
            </div>
          </div>
          ${this.renderFoot(guidance)}
        </div>
      </div>
    `;
  }

  private renderHead({ at, regime }: Guidance): TemplateResult {
    const directory = this.directories.value;
    const commune = this.communeOf(this.commune, directory);
    const place = this.name
      ? shorten(this.name)
      : commune
        ? msg(str`${commune.name} et alentours`)
        : directory.department.name;
    const wall = at === undefined ? undefined : wallAt(at);
    const aside = regime?.reason === 'holiday' || regime?.reason === 'bridge-day' ? reasonText(regime) : '';
    return html`<div class="head">
      <div class="say">
        <p class="where ${breaks(place)}">${msg(str`${place} — qui appeler maintenant ?`)}</p>
        <p class="regime" role="heading" aria-level="1">
          ${
            regime && at !== undefined
              ? `${regimeText(regime)} ${untilText(regime.until, at)}`
              : msg('L’horloge de cet appareil est fausse : voici seulement ce qui vaut à toute heure.')
          }
        </p>
        ${noticesBox(directory, at, commune)}
      </div>
      ${
        wall === undefined
          ? nothing
          : html`<div class="clock">
              <p class="time">${new Date(wall).toISOString().slice(11, 16)}</p>
              <div>
                <p class="date nowrap">${dayText(dayAt(wall))}</p>
                ${aside ? html`<p class="date nowrap">${aside}</p>` : nothing}
              </div>
            </div>`
      }
    </div>`;
  }

  private renderVital({ regime }: Guidance): TemplateResult {
    const day = regime?.kind === 'daytime';
    return html`<div class="box vital" part="vital" role="group" aria-labelledby="vital">
      <div class="numbers">
        <p class="number">15</p>
        <p class="also nowrap">${msg('ou 112', { desc: 'Under a large 15' })}</p>
      </div>
      <div class="text">
        <p class="title" id="vital" role="heading" aria-level="2">${day ? msg('Urgence vitale') : msg('Urgence, ou besoin d’un médecin')}</p>
        <p class="then">
          ${
            day
              ? msg('Besoin d’un médecin : d’abord votre médecin traitant ; sans autre solution, le 15.')
              : msg('Appelez avant de vous déplacer.')
          }
        </p>
        <p class="deaf">${msg('Sourd ou malentendant : SMS au 114')}</p>
      </div>
    </div>`;
  }

  private renderPharmacy(at: Instant | undefined): TemplateResult {
    const roster = this.rosters.value;
    const line = this.directories.value.channels.find(({ kind }) => kind === 'pharmacy-line');
    const duties = roster && at !== undefined ? dutiesAt(roster, at) : [];
    const more = duties.length - MOST_DUTIES;
    return html`<div class="box pharmacy" part="pharmacy">
      <p class="label" role="heading" aria-level="2">${duties.length > 1 ? msg('Pharmacies de garde') : msg('Pharmacie de garde')}</p>
      ${duties.slice(0, MOST_DUTIES).map((duty) => renderDuty(duty, at!))}
      ${more > 0 ? html`<p class="line">${othersText(more)}</p>` : nothing}
      ${line?.phones.map((phone) =>
        duties.length
          ? html`<p class="line">${msg('ou par téléphone :')} ${renderNumber(phone)}</p>`
          : html`<p class="line">${renderNumber(phone, 'only')}</p>
              <p>${msg('indique la pharmacie de garde')}</p>`,
      )}
    </div>`;
  }

  /** What is open or reached through 15, near first; what is far only where nothing is near. */
  private listed(): ChannelNow[] {
    const { at, channels } = this.guidance;
    // Which hours a place on referral has is not known without a clock.
    const all = [...channels.open, ...(at === undefined ? [] : channels.referral)]
      .filter(({ channel }) => channel.kind !== 'pharmacy-line')
      .sort(nearFirst);
    const near = all.filter(({ distance = 0 }) => distance <= FAR);
    return near.length ? near : all;
  }

  private renderSecondColumn(): TemplateResult | typeof nothing {
    const all = this.listed();
    const shown = all.slice(0, this.channels);
    const more = all.length - shown.length;
    const code = this.renderCode();
    // A ribbon too small for it has one row of three.
    if (!shown.length && code === nothing) return nothing;
    return html`<div class="column two">
      ${
        shown.length
          ? html`<div class="box channels" part="channels">
              ${this.renderGroup('open', msg('Ouvert maintenant'), shown)}
              ${this.renderGroup('referral', msg('Seulement si le 15 vous y envoie'), shown)}
              ${more > 0 ? html`<p class="label">${othersText(more)}</p>` : nothing}
            </div>`
          : nothing
      }
      ${code}
    </div>`;
  }

  private renderGroup(
    kind: 'open' | 'referral',
    title: string,
    list: readonly ChannelNow[],
  ): TemplateResult | typeof nothing {
    const group = list.filter(({ availability }) => availability === kind);
    if (!group.length) return nothing;
    return html`<p class="label" role="heading" aria-level="2">${title}</p>
      <ul>
        ${repeat(
          group,
          ({ channel }) => channel.id,
          (now) => this.renderChannel(now),
        )}
      </ul>`;
  }

  private renderChannel(now: ChannelNow): TemplateResult {
    const { channel, availability, distance, callFirst } = now;
    const { at } = this.guidance;
    const { place, phones } = channel;
    const referral = availability === 'referral';
    const details = [
      callFirst ? availabilityNote(now, at) : accessText(now),
      // One is never invited to walk in where 15 decides.
      place ? [callFirst ? '' : place.street, place.town].filter(Boolean).join(', ') : '',
      distance === undefined ? '' : distanceText(distance),
      callFirst || !channel.entrance ? '' : msg('Entrée par la gauche de l’établissement'),
    ].filter(Boolean);
    return html`<li class="channel" part="channel">
      <p class="name" lang="fr">${channel.name}</p>
      ${
        // What stands beside "answers around the clock" must do so.
        referral ? nothing : html`<p>${phones.filter(({ hours }) => !hours).map((phone) => renderNumber(phone))}</p>`
      }
      <p>
        ${referral ? nothing : html`<span class="status">${availabilityText(now, at)}</span>${details.length ? ' · ' : ''}`}${details.join(' · ')}
      </p>
    </li>`;
  }

  private renderCode(): TemplateResult | typeof nothing {
    if (!this.page) return nothing;
    let name: string;
    try {
      if (!/^https?:/.test(this.page)) throw new Error();
      name = siteName(this.page);
    } catch {
      warnOnce(this, `page="${this.page}"`, 'the URL of a page, from https://');
      return nothing;
    }
    const code = qrCode(this.page, msg(str`Code QR : ${name}`));
    return code === nothing
      ? nothing
      : html`<div class="box code">
          ${code}
          <p>${msg('Sur votre téléphone :')}<br /><strong class=${breaks(name)}>${name}</strong></p>
        </div>`;
  }

  private renderFoot({ at, regime, channels }: Guidance): TemplateResult {
    const roster = this.rosters.value;
    const duty = roster && at !== undefined ? nextDutyChange(roster, at) : undefined;
    // Of what is shown: a passer-by looks for the change here.
    const { open, closed } = channels;
    const reach = this.listed().every(({ distance = 0 }) => distance <= FAR) ? FAR : Number.POSITIVE_INFINITY;
    const near = ({ distance = 0 }: ChannelNow) => distance <= reach;
    const changes = [
      regime?.until,
      duty,
      ...open.filter(near).map(({ until }) => until),
      ...closed.filter(near).map(({ opens }) => opens),
    ];
    const next = Math.min(...changes.map((change) => change ?? Number.POSITIVE_INFINITY));
    const { failing, since } = this.rosters;
    return html`<p class="foot">
      ${at !== undefined && next < Number.POSITIVE_INFINITY ? html`<span>${msg('Prochain changement :')} <strong>${whenText(next, at)}</strong></span>` : nothing}
      <span>${msg(str`Annuaire du ${isoDayText(this.directories.value.date)}`)}</span>
      <span>${versionText()}</span>
      ${this.directories.old ? html`<span>${oldDirectoryText()}</span>` : nothing}
      ${
        failing
          ? html`<span>${since === undefined ? msg('tour de garde injoignable') : msg(str`tour de garde reçu ${momentText(since)}, injoignable depuis`)}</span>`
          : roster && at !== undefined && duty === undefined
            ? html`<span>${msg('tour de garde terminé')}</span>`
            : nothing
      }
    </p>`;
  }
}

function renderDuty({ name, address = '', town = '', phone, to }: Duty, at: Instant): TemplateResult {
  const where = [address, town].filter(Boolean).map(shorten).join(', ');
  return html`<div class="duty">
    <p class="name ${breaks(name)}" lang="fr">${shorten(name)}</p>
    ${where ? html`<p class=${breaks(where)}>${where}</p>` : nothing}
    <p>${phone ? html`<span class="number">${phoneText(phone)}</span> · ` : nothing}${untilText(to, at)}</p>
  </div>`;
}

/** A number with its price beside it. */
function renderNumber(phone: Phone, kind = ''): TemplateResult {
  const price = phone.price === 'free' ? '' : priceText(phone);
  return html`<span class="phone"><span class="number ${kind}">${phoneText(phone.number)}</span>${price ? ` (${price})` : ''}</span> `;
}

const othersText = (count: number): string =>
  count === 1 ? msg('et 1 autre : appelez le 15') : msg(str`et ${count} autres : appelez le 15`);

/** Longer than this, a text that a stranger wrote would make all others small. */
const LONGEST = 70;

const shorten = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

/** The class of a text with a word that no line holds; other words are never broken. */
const breaks = (text: string): string => (/\S{24}/.test(text) ? 'long' : '');

declare global {
  interface HTMLElementTagNameMap {
    /** A whole screen that says who can treat you now: for a pharmacy's or town hall's window, unattended. */
    'yonne-garde-screen': YonneGardeScreen;
  }
}
