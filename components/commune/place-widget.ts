import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators/property.js';
import { state } from 'lit/decorators/state.js';
import { nearestCommune, type Point } from '../../src/communes.ts';
import type { Directory } from '../../src/directory.ts';
import type { Commune } from '../../src/directory-schema.ts';
import type { Instant } from '../../src/time/calendar.ts';
import type { FirstPaint } from '../shared/first-paint.ts';
import { headingLevel } from '../shared/heading-level.ts';
import { chooseLanguage, otherLanguages } from '../shared/localization.ts';
import { msg, str } from '../shared/msg.ts';
import { reportLink } from '../shared/provenance.ts';
import { ReadableAccent } from '../shared/readable-accent.ts';
import { momentText } from '../shared/time-words.ts';
import { warnOnce } from '../shared/warn.ts';
import { Widget } from '../shared/widget.ts';
import { CommuneChoice } from './commune-choice.ts';
import { CommuneField, communeFieldStyles } from './commune-field.ts';

/** Kilometres from the point of the nearest commune up to which a position may be in the département. */
const REACH = 6;

export const placeStyles = css`
  ${communeFieldStyles}
  /* A script brings the reader there: who reads with the keyboard sees where, who pressed a button need not. */
  .title:focus:not(:focus-visible) {
    outline: 0;
  }
  .title:focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  @media print {
    .heading {
      break-after: avoid;
    }
    li,
    p,
    .strip {
      break-inside: avoid;
    }
  }
`;

/** A widget of a page about a place: the reader may choose the commune in it. */
export abstract class PlaceWidget extends Widget {
  /** Level of the widget's heading, 1 to 4: the ones below it follow. */
  @property({ attribute: 'heading-level' }) headingLevel: number | string = 2;

  /**
   * Where readers report an error: an e-mail address, or the https address of a form, in which `{record}`, `{commune}`,
   * `{moment}` and `{edition}` are filled in. That of the directory's health agency where the host gives none.
   */
  @property({ attribute: 'report-to' }) reportTo?: string;

  /** What finds the reader's position. */
  @property({ attribute: false }) geolocation?: Geolocation;

  /** The field to change the commune is shown. */
  @state() private changing = false;

  /** What a screen reader is told: the commune that was chosen, or what else changed. */
  protected announcement = '';

  /** A commune was chosen here since the last update. */
  private chosen = false;

  private readonly choice = new CommuneChoice(this);
  protected readonly field = new CommuneField(this, {
    directory: () => this.shown,
    locate: (point) => this.communeAt(point),
    choose: (commune) => {
      this.choice.choose(commune, this.shown);
      this.chosen = true;
      this.afterChoice();
    },
  });

  constructor() {
    super();
    new ReadableAccent(this);
  }

  /** Of a widget that draws in two steps: whoever waits until it is drawn waits for both. */
  protected readonly firstPaint?: FirstPaint;

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.firstPaint?.painted;
    return super.getUpdateComplete();
  }

  /** The level of the widget's heading, checked. */
  protected get level(): number {
    return headingLevel(this);
  }

  /** The directory that is shown. */
  protected get shown(): Directory {
    return this.directories.value;
  }

  /** The commune that the widget is about: chosen here, given by the host, or chosen in another widget of the page. */
  protected place(directory: Directory): Commune | undefined {
    return this.communeOf(this.choice.code, directory);
  }

  /** The commune of a position; `undefined` outside the département. */
  protected communeAt(point: Point): Commune | undefined {
    const { commune, distance } = nearestCommune(this.directories.value.communes, point);
    return distance < REACH ? commune : undefined;
  }

  /** A link to report an error in a record, as it stands at `at`. */
  protected renderReport(record: string, at: Instant | undefined): TemplateResult | undefined {
    const { reportTo } = this;
    const right = !reportTo || /^([^\s@?&]+@[^\s@?&]+|https:\S+)$/.test(reportTo);
    if (!right)
      warnOnce(this, `report-to="${reportTo}"`, 'an e-mail address or https form; reports go to that of the directory');
    const directory = this.directories.value;
    const to = right ? reportTo : undefined;
    return reportLink(record, { to, directory, commune: this.place(directory), at });
  }

  // Not when it is chosen: another element may have rendered since in another language.
  protected override update(changed: PropertyValues): void {
    if (this.chosen) this.announcement = this.choiceText(this.shown);
    this.chosen = false;
    super.update(changed);
  }

  /** The field is gone: the reader goes on from the head. */
  protected afterChoice(): void {
    this.changing = false;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.title')?.focus());
  }

  /** `Sens et alentours`, or the département. */
  protected placeText(directory: Directory): string {
    const commune = this.place(directory);
    return commune ? msg(str`${commune.name} et alentours`) : directory.department.name;
  }

  /** What is told of a commune that was chosen. */
  protected choiceText(directory: Directory): string {
    return this.placeText(directory);
  }

  /** What a screen reader is told of what changed. */
  protected renderAnnouncement(): TemplateResult {
    return html`<p class="visually-hidden" role="status">${this.announcement}</p>`;
  }

  /**
   * The button that shows the field to choose the commune, or hides it again.
   *
   * @param label - What is seen; who hears it without what stands around hears what it changes, too.
   */
  protected renderChange(label: string): TemplateResult {
    const name = this.place(this.directories.value) ? msg('Changer de commune') : msg('Choisir une commune');
    return html`<button
      class="link"
      aria-label=${name}
      aria-expanded=${this.changing}
      @click=${() => {
        this.changing = !this.changing;
      }}
    >
      ${label}
    </button>`;
  }

  /** The field, while it is shown. */
  protected renderField(): TemplateResult | typeof nothing {
    return this.changing ? this.field.render(msg('Votre commune ou code postal')) : nothing;
  }

  /** The other languages of the page, each in its own name. */
  protected renderLanguages(): TemplateResult[] {
    return otherLanguages().map(
      ({ code, name }) => html`<button class="link" lang=${code} @click=${() => chooseLanguage(code)}>${name}</button>`,
    );
  }

  /** The head of a widget: its title, where and when, and the way to another commune. */
  protected renderHead(title: string, at: Instant | undefined): TemplateResult {
    const directory = this.directories.value;
    const change = this.place(directory) ? msg('Changer de commune') : msg('Choisir une commune');
    return html`<div>
      <div class="row">
        <div class="grow">
          <div class="title" role="heading" aria-level=${this.level} tabindex="-1">${title}</div>
          <p class="subtitle">${this.placeText(directory)}${at === undefined ? nothing : html` · ${momentText(at)}`}</p>
        </div>
        ${this.renderChange(change)} ${this.renderLanguages()}
      </div>
      ${this.renderField()}
    </div>`;
  }
}
