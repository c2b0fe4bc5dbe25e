import { html, LitElement, type PropertyValues, render } from 'lit';
import { property } from 'lit/decorators/property.js';
import type { Directory } from '../../src/directory.ts';
import type { Commune } from '../../src/directory-schema.ts';
import { type Instant, instantOf, parseInstant } from '../../src/time/calendar.ts';
import { bundledDirectory } from './bundled-directory.ts';
import { type Clock, ClockController, pageClock } from './clock.ts';
import { DirectoryController } from './directory-controller.ts';
import { LocaleController } from './localization.ts';
import { warnOnce } from './warn.ts';

/** What the page has inside the tag, or else the numbers that save lives. */
const lastResort = html`<slot><a href="tel:15">15</a> <a href="tel:112">112</a> <a href="sms:114">SMS 114</a></slot>`;

/** What all elements have in common: language, directory, time, theme, and something drawn whatever happens. */
export abstract class Widget extends LitElement {
  /** `fr`, or a language that the page has loaded; where absent, that of the nearest `lang` of the page. */
  @property({ reflect: true }) override lang!: string;

  /** INSEE code of the commune: what is near comes first. */
  @property() commune?: string;

  /** An instant to show instead of now: ISO 8601, read as Paris time without an offset. */
  @property() now?: string;

  /** URL of a fresher directory; on any failure the bundled one stays. */
  @property() directory?: string;

  /**
   * Colours: `auto` is as the reader's system asks.
   * @default 'light'
   */
  @property({ reflect: true }) theme?: 'light' | 'dark' | 'auto';

  /** What tells the time. */
  @property({ attribute: false }) clock: Clock = pageClock;

  protected readonly locale = new LocaleController(this, () => this.otherLanguage());
  protected readonly directories = new DirectoryController(this, () => this.shownInstant());

  constructor() {
    super();
    new ClockController(this);
  }

  /** A language to speak in place of that of the page; empty for that of the page. */
  protected otherLanguage(): string {
    return '';
  }

  /**
   * The instant to show: that of `now`, else the present one; `undefined` where the device's clock is before the day of
   * the script's directory, since it is wrong.
   */
  protected shownInstant(): Instant | undefined {
    const { now } = this;
    if (now) {
      const instant = parseInstant(now);
      if (instant !== undefined) return instant;
      warnOnce(this, `now="${now}"`, 'an ISO 8601 date such as 2026-11-22T14:05; the present instant is shown');
    }
    return this.present();
  }

  /** The present instant; `undefined` where the device's clock is wrong. */
  protected present(): Instant | undefined {
    const present = this.clock.now();
    // No number is no time either.
    return present >= instantOf(Date.parse(bundledDirectory().date)) ? present : undefined;
  }

  /** The commune of an INSEE code; an unknown one is named in the console. */
  protected communeOf(code: string | undefined, directory: Directory): Commune | undefined {
    if (!code) return undefined;
    const commune = directory.commune(String(code));
    if (!commune) {
      const { name } = directory.department;
      const expected = `the INSEE code of a commune of the ${name}, such as ${directory.communes[0]?.code}`;
      warnOnce(this, `commune="${code}"`, expected);
    }
    return commune;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.believe(changed);
    const { theme } = this;
    if (theme && !['light', 'dark', 'auto'].includes(theme)) warnOnce(this, `theme="${theme}"`, 'light, dark or auto');
  }

  /** A property that stands for an attribute is a text, or a number; whatever else it is set to is left out and named. */
  private believe(changed: PropertyValues): void {
    const { elementProperties } = this.constructor as typeof LitElement;
    const values = this as unknown as Record<PropertyKey, unknown>;
    for (const name of changed.keys()) {
      const { attribute, type } = elementProperties.get(name) ?? {};
      const value = values[name];
      if (attribute === false || type === Boolean || value == null || typeof value === 'string') continue;
      if (Number.isFinite(value)) {
        // Only a level is a number; the code of a commune, which may look like one, is a text.
        if (name !== 'headingLevel') values[name] = String(value);
      } else {
        warnOnce(this, `${String(name)} is a ${typeof value}`, 'a text; it is left out');
        values[name] = undefined;
      }
    }
  }

  /** One widget that cannot be drawn leaves no hole: what stands in the page inside its tag is shown. */
  protected override performUpdate(): void {
    const focused = this.shadowRoot?.activeElement as HTMLElement | undefined;
    try {
      super.performUpdate();
    } catch (error) {
      const again = this.directories.drop();
      const instead = again ? 'the directory of the script' : 'its content in the page';
      warnOnce(this, `could not be drawn (${(error as Error).message})`, `no error; ${instead} is shown`);
      if (again) this.requestUpdate();
      else render(lastResort, this.renderRoot as HTMLElement, this.renderOptions);
    }
    if (!focused || this.shadowRoot!.activeElement) return;
    // What moves to another place of its list loses the focus; what is gone leaves it to the last head above,
    // which says what holds now.
    const heads = this.renderRoot.querySelectorAll<HTMLElement>('[tabindex="-1"]');
    const heir = focused.isConnected ? focused : heads[heads.length - 1];
    heir?.focus({ preventScroll: true });
  }
}
