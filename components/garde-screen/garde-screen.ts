import { html, nothing, type PropertyValues, render, type TemplateResult } from 'lit';
import { property } from 'lit/decorators/property.js';
import { type BoardGroup, boardDuties, boardOf, hereAt } from '../../src/board.ts';
import { type ChannelNow, type Guidance, guide } from '../../src/guidance.ts';
import { isNight } from '../../src/pdsa.ts';
import { dayAt, type Instant, MINUTE, wallAt } from '../../src/time/calendar.ts';
import { needOf15Text, reasonText, regimeHeadline } from '../shared/care-words.ts';
import { direction } from '../shared/localization.ts';
import { msg, str } from '../shared/msg.ts';
import { noticesBox, noticesStyles } from '../shared/notices.ts';
import { dayText } from '../shared/time-words.ts';
import { warnOnce } from '../shared/warn.ts';
import { Widget } from '../shared/widget.ts';
import { careBox } from './care.ts';
import { codesBox } from './codes.ts';
import { layoutOf, TextFit } from './fit.ts';
import { foot } from './foot.ts';
import { formStyles } from './form-styles.ts';
import { pharmacyBox } from './pharmacy.ts';
import { RosterController } from './roster-controller.ts';
import { screenStyles } from './styles.ts';
import { breaks, shorten } from './texts.ts';
import { type ScreenLock, WakeLockController } from './wake-lock.ts';

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
  static override styles = [screenStyles, formStyles, noticesStyles];

  /** A language that takes turns with `lang`, minute by minute. */
  @property({ attribute: 'second-lang' }) secondLang?: string;

  /** The name of the place in whose window the screen is. */
  @property() name?: string;

  /** URL of the roster of pharmacies on duty, CSV or JSON. */
  @property() roster?: string;

  /** URL of a page for telephones: drawn as a QR code. */
  @property() page?: string;

  /** The hours of the place in whose window the screen is, as OpenStreetMap writes them: `Mo-Fr 09:00-19:00; PH off`. */
  @property() hours?: string;

  /** What keeps the screen lit. */
  @property({ attribute: false }) wakeLock: ScreenLock | undefined = navigator.wakeLock;

  private readonly rosters = new RosterController(this);
  private readonly sizes = new ResizeObserver(() => this.requestUpdate());
  private readonly text = new TextFit();
  /** What changes by itself is not to: neither where the sheet stands, nor the language. */
  private readonly stillness = matchMedia('(prefers-reduced-motion: reduce)');
  private guidance!: Guidance;
  private groups: readonly BoardGroup[] = [];
  /** How many channels are shown; the others are counted. */
  private channels = 0;

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
    this.groups = boardOf(this.guidance);
    const most = this.groups.reduce((sum, { channels }) => sum + channels.length, 0);
    this.channels = most;
    super.update(changed);
    const { clientWidth: width, clientHeight: height } = this;
    if (!width || !height) return;
    this.text.fit({
      root: this.renderRoot.querySelector<HTMLElement>('.screen')!,
      width,
      height,
      language: this.locale.locale,
      most,
      show: (channels) => {
        this.channels = channels;
        render(this.render(), this.renderRoot as HTMLElement, this.renderOptions);
      },
      minute: this.stillness.matches ? 0 : this.minute(),
    });
  }

  /** The second language in every other minute; empty in those of the first. */
  protected override otherLanguage(): string {
    return this.secondLang && !this.stillness.matches && this.minute() % 2 ? this.secondLang : '';
  }

  private minute(): number {
    return Math.floor(this.clock.now() / MINUTE);
  }

  protected override render(): TemplateResult {
    const { guidance, groups } = this;
    const { at, regime } = guidance;
    const { pdsaHours, channels, date } = this.directories.value;
    const night = at === undefined || isNight(pdsaHours, wallAt(at));
    const dark = this.theme === 'dark' || (this.theme !== 'light' && night);
    const layout = layoutOf(this.clientWidth, this.clientHeight);
    const { value: roster, failing, since } = this.rosters;
    const duties = boardDuties(roster, at);
    const here = this.here(at);
    const daytime = regime?.kind === 'daytime';
    const vital = this.renderVital(guidance);
    const pharmacy = pharmacyBox({
      at,
      duties,
      daytime,
      line: channels.find(({ kind }) => kind === 'pharmacy-line'),
      here,
      name: this.name,
    });
    const rolling = layout === 'flow';
    // Who stands before a closed pharmacy looks for the one on duty; where one has to scroll, 15 comes first.
    const dutyFirst = !rolling && duties.now.length > 0 && (here ? here.availability !== 'open' : !daytime);
    // A ribbon too small for it has one row of three.
    const care = layout === 'ribbon' && !this.channels ? nothing : careBox(guidance, groups, this.channels);
    const codes = codesBox(this.checkedPage(), groups);
    // Beside the longer column.
    const codesFirst = care === nothing || daytime || !duties.now.length;
    return html`
      <div class="screen ${layout} ${dark ? 'night' : 'day'}" part="card" lang=${this.locale.locale} dir=${direction()}
        tabindex=${rolling ? 0 : nothing} role=${rolling ? 'region' : nothing} aria-labelledby=${rolling ? 'regime' : nothing}>
        <div class="sheet">
          <div class="main">
            ${this.renderHead(guidance)}
            <div class="body">
              <div class="column">${dutyFirst ? [pharmacy, vital] : [vital, pharmacy]} ${codesFirst ? codes : nothing}</div>
              ${care === nothing ? nothing : html`<div class="column two">${care} ${codesFirst ? nothing : codes}</div>`}
            </div>
          </div>
          ${foot(guidance, { roster, failing, since, date, old: this.directories.old })}
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
        <p class="regime" id="regime" role="heading" aria-level="1">
          ${
            regime && at !== undefined
              ? regimeHeadline(regime, at)
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
    return html`<div class="box vital" part="vital" role="group" aria-labelledby="vital">
      <div class="numbers">
        <p class="number">15</p>
        <p class="also nowrap">${msg('ou 112', { desc: 'Under a large 15' })}</p>
      </div>
      <div class="text">
        <p class="title" id="vital" role="heading" aria-level="2">${msg('Urgence vitale')}</p>
        ${
          regime?.kind === 'daytime'
            ? nothing
            : html`<p class="title">${needOf15Text(regime)}</p>
                <p class="then">${msg('Un médecin vous répond et vous dit où aller. Appelez avant de vous déplacer. Gratuit.')}</p>`
        }
        <p class="deaf">${msg('Sourd ou malentendant : SMS au 114')}</p>
      </div>
    </div>`;
  }

  /** The URL of `page`, checked. */
  private checkedPage(): string | undefined {
    const { page } = this;
    try {
      if (page && /^https?:/.test(page) && new URL(page)) return page;
    } catch {
      // Named below.
    }
    if (page) warnOnce(this, `page="${page}"`, 'the URL of a page, from https://');
    return undefined;
  }

  /** What holds at the place of the screen; `undefined` where its host does not say, or not so that it is understood. */
  private here(at: Instant | undefined): ChannelNow | undefined {
    if (!this.hours || at === undefined) return undefined;
    try {
      return hereAt(this.directories.value, this.hours, at);
    } catch (error) {
      warnOnce(
        this,
        `hours="${this.hours}" (${(error as Error).message})`,
        'hours such as Mo-Fr 09:00-19:00; Sa 09:00-12:00',
      );
      return undefined;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    /** A whole screen that says who can treat you now: for a pharmacy's or town hall's window, unattended. */
    'yonne-garde-screen': YonneGardeScreen;
  }
}
