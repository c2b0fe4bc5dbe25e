import { msg, str } from '@lit/localize';
import {
  css,
  html,
  LitElement,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type ReactiveController,
  render,
  type TemplateResult,
} from 'lit';
import type { Commune, Phone } from '../src/directory.ts';
import { phoneText, siteName } from '../src/format.ts';
import { type ChannelNow, FAR, type Guidance, guide, nearFirst } from '../src/guidance.ts';
import { type Duty, dutiesAt, nextDutyChange } from '../src/roster.ts';
import { DAY, dayAt, type Instant, MINUTE, wallAt } from '../src/time/calendar.ts';
import { showFallback, warnOnce, warnTheme } from './attributes.ts';
import { type Clock, ClockController, pageClock } from './clock.ts';
import { DirectoryController, shownInstant } from './directory-controller.ts';
import { LocaleController } from './localization.ts';
import { qrCode } from './qr-code.ts';
import { RosterController } from './roster-controller.ts';
import {
  accessText,
  availabilityNote,
  availabilityText,
  dayText,
  distanceText,
  isoDayText,
  momentText,
  oldDirectoryText,
  priceText,
  reasonText,
  regimeText,
  untilText,
  whenText,
} from './words.ts';

/** What keeps the screen lit: `navigator.wakeLock`, where there is one. */
export type ScreenLock = Pick<WakeLock, 'request'>;

/** Pixels high up to which a screen is a ribbon: one row. */
const RIBBON = 320;

/** Text under this part of the smaller side (of the height of a ribbon) is not read from three metres. */
const LEGIBLE = { sheet: 0.022, ribbon: 0.075 };

/** Pixels: the text of a screen of any size is larger. */
const SMALLEST = 4;

/** Pharmacies on duty at a time past which the others are counted: no town has as many. */
const MOST_DUTIES = 6;

/** Where the sheet stands from minute to minute, in small steps around its place, against burn-in. */
const SHIFTS = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
  [-1, 1],
  [-1, 0],
  [-1, -1],
  [0, -1],
  [1, -1],
] as const;

/** The text size found for what is shown, so that nothing moves while nothing changes. */
interface Fit {
  key: string;
  channels: number;
  /** Pixels. */
  size: number;
  /** What the parts that have room add to it. */
  grown: number[];
}

/** Keeps the screen lit; asked again at each minute while it is not, since the system may take it back at any time. */
class WakeLockController implements ReactiveController {
  private lock: WakeLockSentinel | undefined;
  private asking = false;

  constructor(private readonly host: YonneGardeScreen) {
    host.addController(this);
  }

  hostUpdated(): void {
    // A preview of another moment keeps no one's screen lit.
    if (this.asking || document.hidden || (this.lock && !this.lock.released) || this.host.now) return;
    this.asking = true;
    void this.take();
  }

  hostDisconnected(): void {
    void this.lock?.release().catch(() => {});
    this.lock = undefined;
  }

  private async take(): Promise<void> {
    try {
      this.lock = await this.host.wakeLock?.request('screen');
      if (!this.host.isConnected) this.hostDisconnected();
    } catch {
      // Refused: the screen's own settings decide.
    }
    this.asking = false;
  }
}

/**
 * A whole screen that says who can treat you now: for a pharmacy's or town hall's window, unattended.
 *
 * @customElement yonne-garde-screen
 * @slot - Shown until the script runs: the numbers that never change. A `<script type="text/csv">` or
 * `<script type="application/json">` in it is the roster of pharmacies on duty.
 * @fires {CustomEvent<RosterDetail>} yonne-roster - A roster was read, or could not be.
 * @csspart card - The whole screen.
 * @csspart vital - 15, and how to reach it without hearing.
 * @csspart pharmacy - The pharmacy on duty.
 * @csspart channels - What is open now.
 * @csspart channel - One care channel.
 * @cssprop [--yonne-radius=0.5em] - Corners.
 */
export class YonneGardeScreen extends LitElement {
  static override properties: PropertyDeclarations = {
    lang: { reflect: true },
    secondLang: { attribute: 'second-lang' },
    commune: {},
    name: {},
    now: {},
    roster: {},
    page: {},
    directory: {},
    theme: { reflect: true },
    clock: { attribute: false },
    wakeLock: { attribute: false },
  };

  static override styles = css`
    :host {
      display: block;
      box-sizing: border-box;
      width: 100%;
      height: 100vh;
      overflow: hidden;
      line-height: 1.25;
      text-align: left;
      text-indent: 0;
      text-transform: none;
      letter-spacing: normal;
      word-spacing: normal;
      white-space: normal;
    }
    :host([hidden]) {
      display: none;
    }
    *,
    *::before {
      box-sizing: border-box;
    }
    p,
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    .screen {
      --text: #10181b;
      --muted: #3a474d;
      --surface: #e9eef0;
      --box: #fff;
      --line: #c5d0d4;
      --open: #0c5230;
      --vital: #a90f17;
      height: 100%;
      padding: 1.1em 1.3em;
      overflow: hidden;
      background: var(--surface);
      color: var(--text);
    }
    .screen.night {
      --text: #fff;
      --muted: #c3d2d4;
      --surface: #0b181b;
      --box: #15302f;
      --line: #365553;
      --open: #8fe0b0;
    }
    .sheet {
      display: flex;
      flex-direction: column;
      height: 100%;
    }
    .main {
      display: flex;
      flex: 1 0 auto;
      flex-direction: column;
    }
    .head {
      display: flex;
      flex: none;
      align-items: flex-end;
      justify-content: space-between;
      margin-bottom: 0.8em;
    }
    .say {
      flex: 1 1 0;
      min-width: 0;
      margin-right: 1.5em;
    }
    .where,
    .date {
      font-size: 1.15em;
      color: var(--muted);
      text-wrap: balance;
    }
    .regime {
      margin-top: 0.1em;
      font-size: 1.85em;
      font-weight: 700;
      line-height: 1.12;
      text-wrap: balance;
    }
    .clock {
      flex: none;
      text-align: right;
    }
    .time {
      font-size: 3.3em;
      font-weight: 700;
      line-height: 1;
      font-variant-numeric: tabular-nums;
    }
    .body {
      display: flex;
      flex: 1 0 auto;
    }
    .column {
      display: flex;
      flex: 1 1 0;
      flex-direction: column;
      min-width: 0;
    }
    .column + .column {
      margin-left: 0.9em;
    }
    .box {
      flex: 1 0 auto;
      padding: 0.8em 1em;
      border-radius: var(--yonne-radius, 0.5em);
      background: var(--box);
    }
    .box + .box {
      margin-top: 0.9em;
    }
    .label {
      color: var(--muted);
    }
    .number {
      white-space: nowrap;
      font-weight: 700;
    }
    .nowrap {
      white-space: nowrap;
    }
    .phone {
      display: inline-block;
      margin-right: 0.8em;
      white-space: nowrap;
    }
    .long {
      overflow-wrap: break-word;
    }
    .vital {
      display: flex;
      align-items: center;
      background: var(--vital);
      color: #fff;
    }
    .vital .numbers {
      flex: none;
      margin-right: 0.9em;
      text-align: center;
    }
    .vital .number {
      font-size: 5.2em;
      line-height: 0.95;
    }
    .vital .also {
      font-size: 1.3em;
      font-weight: 700;
    }
    .vital .text {
      flex: 1 1 0;
      min-width: 0;
    }
    .vital .title {
      font-size: 1.45em;
      font-weight: 700;
      line-height: 1.15;
    }
    .vital .then {
      margin-top: 0.25em;
      font-size: 1.2em;
    }
    .vital .deaf {
      margin-top: 0.35em;
      text-wrap: balance;
    }
    .pharmacy {
      display: flex;
      flex-direction: column;
      justify-content: center;
    }
    .duty {
      margin-top: 0.3em;
    }
    .duty .name {
      font-size: 1.6em;
      font-weight: 700;
      line-height: 1.15;
    }
    .duty .number,
    .line .number {
      font-size: 1.6em;
    }
    .line .number.only {
      font-size: 3em;
      line-height: 1.1;
    }
    .line {
      margin-top: 0.2em;
    }
    .channels {
      display: flex;
      flex-direction: column;
    }
    .channels ul {
      display: flex;
      flex: 1 0 auto;
      flex-direction: column;
      justify-content: space-evenly;
    }
    .channels ul + .label {
      padding-top: 0.4em;
      border-top: 1px solid var(--line);
    }
    .channel {
      padding: 0.35em 0;
    }
    .channel .name {
      font-size: 1.25em;
      font-weight: 700;
      line-height: 1.15;
    }
    .channel .number {
      font-size: 1.25em;
    }
    .status {
      font-weight: 700;
      color: var(--open);
    }
    .status::before {
      content: '';
      display: inline-block;
      width: 0.55em;
      height: 0.55em;
      margin-right: 0.35em;
      border-radius: 50%;
      background: currentColor;
    }
    .code {
      display: flex;
      flex: none;
      align-items: center;
    }
    .code .qr {
      flex: none;
      width: 8em;
      height: 8em;
      margin-right: 1em;
      border-radius: 0.2em;
    }
    .code p {
      flex: 1 1 0;
      min-width: 0;
    }
    .foot {
      flex: none;
      margin-top: 0.7em;
      font-size: 0.9em;
      color: var(--muted);
    }
    .foot span + span::before {
      content: ' · ';
    }
    .portrait .head {
      flex-direction: column-reverse;
      align-items: stretch;
    }
    .portrait .say {
      flex: none;
      margin: 0.5em 0 0;
    }
    .portrait .clock {
      display: flex;
      align-items: flex-end;
      justify-content: space-between;
    }
    .portrait .body {
      flex-direction: column;
    }
    .portrait .column {
      flex: 1 0 auto;
    }
    .portrait .column + .column {
      margin: 0.9em 0 0;
    }
    .ribbon.screen {
      padding: 0.5em 0.7em;
    }
    .ribbon .main {
      flex-direction: row;
    }
    .ribbon .head {
      flex: 3 1 0;
      flex-direction: column-reverse;
      align-items: flex-start;
      justify-content: center;
      min-width: 0;
      margin: 0 0.7em 0 0;
    }
    .ribbon .say {
      flex: none;
      width: 100%;
      margin: 0.3em 0 0;
    }
    .ribbon .clock {
      text-align: left;
    }
    .ribbon .time {
      font-size: 2.8em;
    }
    .ribbon .where {
      display: none;
    }
    .ribbon .date {
      font-size: 1em;
    }
    .ribbon .regime {
      font-size: 1.35em;
    }
    .ribbon .body {
      flex: 9 1 0;
      min-width: 0;
    }
    .ribbon .column {
      flex-direction: row;
      flex: 5 1 0;
    }
    .ribbon .column.two {
      flex: 3 1 0;
    }
    .ribbon .box {
      flex: 1 1 0;
      min-width: 0;
      padding: 0.4em 0.7em;
    }
    .ribbon .box + .box,
    .ribbon .column + .column {
      margin: 0 0 0 0.6em;
    }
    .ribbon .vital .number {
      font-size: 3.6em;
    }
    .ribbon .vital .title {
      font-size: 1.2em;
    }
    .ribbon .vital .then {
      font-size: 1em;
    }
    .ribbon .duty .name,
    .ribbon .duty .number {
      font-size: 1.25em;
    }
    .ribbon .channel {
      padding: 0;
    }
    .ribbon .foot {
      margin-top: 0.3em;
      font-size: 0.75em;
    }
    .ribbon .code {
      display: none;
    }
    @media (forced-colors: active) {
      .box {
        border: 2px solid;
      }
    }
  `;

  /** A language that takes turns with `lang`, minute by minute. */
  secondLang?: string;

  /** INSEE code of the commune: only what is near is shown, where something is. */
  commune?: string;

  /** The name of the place in whose window the screen is. */
  name?: string;

  /** An instant to show instead of now: ISO 8601, read as Paris time without an offset. */
  now?: string;

  /** URL of the roster of pharmacies on duty, CSV or JSON. */
  roster?: string;

  /** URL of a page for telephones: drawn as a QR code. */
  page?: string;

  /** URL of a fresher directory; on any failure the bundled one stays. */
  directory?: string;

  /** `light`, `dark`, or `auto` (default): dark from 20:00 to 8:00 in Paris. */
  theme?: string;

  /** What tells the time. */
  clock: Clock = pageClock;

  /** What keeps the screen lit. */
  wakeLock: ScreenLock | undefined = navigator.wakeLock;

  private readonly locale = new LocaleController(this, () => this.secondLanguage());
  private readonly directories = new DirectoryController(this);
  private readonly rosters = new RosterController(this);
  private readonly sizes = new ResizeObserver(() => this.requestUpdate());
  private guidance!: Guidance;
  private layout = '';
  /** How many channels are shown; the others are counted. */
  private channels = Number.POSITIVE_INFINITY;
  private readonly fits = new Map<string, Fit>();

  constructor() {
    super();
    new ClockController(this);
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

  /** A screen that cannot be drawn must not be blank; it is tried again at the next minute. */
  protected override performUpdate(): void {
    try {
      super.performUpdate();
    } catch (error) {
      showFallback(this, error);
    }
  }

  // Not in willUpdate: the controllers (language, directory, roster) are up to date only after it.
  protected override update(changed: PropertyValues): void {
    warnTheme(this);
    const second = this.secondLanguage();
    if (second && second.split('-')[0]!.toLowerCase() !== this.locale.locale)
      warnOnce(this, `second-lang="${second}"`, 'fr or en');
    this.guidance = guide(this.directories.value, shownInstant(this), this.town());
    const { clientWidth: width, clientHeight: height } = this;
    this.layout = height <= RIBBON || width > 3.2 * height ? 'ribbon' : width < height ? 'portrait' : 'landscape';
    this.channels = Number.POSITIVE_INFINITY;
    super.update(changed);
    if (width && height) this.fit(width, height);
  }

  /** The second language in every other minute; empty in those of the first. */
  private secondLanguage(): string {
    return this.secondLang && this.minute() % 2 ? this.secondLang : '';
  }

  private minute(): number {
    return Math.floor(this.clock.now() / MINUTE);
  }

  private town(): Commune | undefined {
    const directory = this.directories.value;
    const commune = this.commune ? directory.commune(this.commune) : undefined;
    if (this.commune && !commune) {
      const expected = `the INSEE code of a commune of the ${directory.department.name}, such as ${directory.communes[0]?.code}`;
      warnOnce(this, `commune="${this.commune}"`, expected);
    }
    return commune;
  }

  /**
   * Sizes the text: the largest at which nothing overflows, with as many channels as stay legible. What was found is
   * kept as long as the words do not change, so that nothing moves with the minutes.
   */
  private fit(width: number, height: number): void {
    const root = this.renderRoot.querySelector<HTMLElement>('.screen')!;
    const sheet = root.querySelector<HTMLElement>('.sheet')!;
    const most = this.listed().length;
    const language = this.locale.locale;
    const key = `${width} ${height} ${[...root.querySelectorAll('.say, .box')].map((box) => box.textContent).join('\n')}`;
    const show = (channels: number) => {
      if (channels === Math.min(this.channels, most)) return;
      this.channels = channels;
      render(this.render(), this.renderRoot as HTMLElement, this.renderOptions);
    };
    // The columns, then the boxes of the first: the numbers to call.
    const parts = () => [
      ...sheet.querySelectorAll<HTMLElement>('.column'),
      ...sheet.querySelectorAll<HTMLElement>('.vital, .pharmacy'),
    ];
    const wide = ({ scrollWidth, clientWidth }: Element) => scrollWidth > clientWidth + 1;
    const tall = ({ scrollHeight, clientHeight }: Element) => scrollHeight > clientHeight + 1;
    // A line that reaches into the margin of its box is too wide too.
    const fits = () =>
      !tall(sheet) &&
      ![sheet, ...sheet.querySelectorAll('p')].some(wide) &&
      ![...sheet.querySelectorAll('.box')].some(tall);
    /** Sets the largest size at which nothing overflows. */
    const grow = (element: HTMLElement, unit: string, smallest: number, largest: number) => {
      let [low, high] = [smallest, largest];
      const set = (size: number) => {
        element.style.fontSize = `${size}${unit}`;
        return fits();
      };
      while (high - low > smallest / 40) {
        const middle = (low + high) / 2;
        if (set(middle)) low = middle;
        else high = middle;
      }
      set(low);
      return low;
    };
    const apply = (fit: Pick<Fit, 'size' | 'grown'>) => {
      root.style.fontSize = `${fit.size}px`;
      for (const [i, part] of parts().entries()) part.style.fontSize = `${fit.grown[i] ?? 1}em`;
    };

    sheet.style.transform = 'none';
    let fit = this.fits.get(language);
    if (fit?.key === key) {
      show(fit.channels);
      apply(fit);
    }
    // A font that came late may be wider.
    if (fit?.key !== key || !fits()) {
      const ribbon = this.layout === 'ribbon';
      const legible = ribbon ? height * LEGIBLE.ribbon : Math.min(width, height) * LEGIBLE.sheet;
      const least = Math.min(most, ribbon ? 0 : 1);
      for (let channels = most; ; channels--) {
        show(channels);
        apply({ size: SMALLEST, grown: [] });
        const size = grow(root, 'px', SMALLEST, Math.min(width, height) / (ribbon ? 6 : 14));
        fit = { key, channels, size, grown: [] };
        if (size >= legible || channels <= least) break;
      }
      fit.grown = parts().map((part) => grow(part, 'em', 1, 1.7));
      this.fits.set(language, fit);
    }
    // Within the margin of the screen, which is wider.
    const [x, y] = SHIFTS[this.minute() % SHIFTS.length]!;
    const step = Math.max(1, Math.round(fit.size / 8));
    sheet.style.transform = `translate(${x * step}px, ${y * step}px)`;
  }

  protected override render(): TemplateResult {
    const { guidance } = this;
    const { at } = guidance;
    const hour = at === undefined ? 0 : (wallAt(at) % DAY) / (60 * MINUTE);
    const dark = this.theme === 'dark' || (this.theme !== 'light' && (hour < 8 || hour >= 20));
    return html`
      <div class="screen ${this.layout} ${dark ? 'night' : 'day'}" part="card" lang=${this.locale.locale}>
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
    const commune = this.town();
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

  private renderVital({ first }: Guidance): TemplateResult {
    const day = first === 'own-doctor';
    return html`<div class="box vital" part="vital">
      <div class="numbers">
        <p class="number">15</p>
        <p class="also nowrap">${msg('ou 112', { desc: 'Under a large 15' })}</p>
      </div>
      <div class="text">
        <p class="title">${day ? msg('Urgence vitale') : msg('Urgence, ou besoin d’un médecin')}</p>
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
      <p class="label">${duties.length > 1 ? msg('Pharmacies de garde') : msg('Pharmacie de garde')}</p>
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
              ${this.renderGroup('referral', msg('Sur orientation du 15'), shown)}
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
    return html`<p class="label">${title}</p>
      <ul>
        ${group.map((now) => this.renderChannel(now))}
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
      <p class="name">${channel.name}</p>
      ${referral ? nothing : html`<p>${phones.map((phone) => renderNumber(phone))}</p>`}
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
    <p class="name ${breaks(name)}">${shorten(name)}</p>
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
