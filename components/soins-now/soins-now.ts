import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators/state.js';
import calendarIcon from 'lucide-static/icons/calendar-days.svg';
import moonIcon from 'lucide-static/icons/moon.svg';
import sunIcon from 'lucide-static/icons/sun.svg';
import alertIcon from 'lucide-static/icons/triangle-alert.svg';
import type { Directory } from '../../src/directory.ts';
import { phoneText } from '../../src/format.ts';
import { type ChannelNow, type Guidance, guide } from '../../src/guidance.ts';
import { type Instant, parseInstant } from '../../src/time/calendar.ts';
import { PlaceWidget, placeStyles } from '../commune/place-widget.ts';
import {
  glossText,
  hospitalsText,
  needOf15Text,
  oldDirectoryText,
  referralText,
  regimeHeadline,
  regimeNote,
} from '../shared/care-words.ts';
import { FirstPaint } from '../shared/first-paint.ts';
import { direction, listText } from '../shared/localization.ts';
import { msg, str } from '../shared/msg.ts';
import { noticesBox, noticesStyles } from '../shared/notices.ts';
import { provenanceText } from '../shared/provenance.ts';
import { reviewMark } from '../shared/review-mark.ts';
import { sharedStyles } from '../shared/styles.ts';
import {
  attachmentLinks,
  callLink,
  channelItem,
  channelList,
  emergencyStrip,
  glossedName,
  onCall,
} from '../shared/templates.ts';
import { isoDayText, momentText, whenText } from '../shared/time-words.ts';
import { versionText } from '../shared/version.ts';
import { whenOpen } from '../shared/when-open.ts';
import { momentsForm } from './moments.ts';
import { nextStepCards } from './next-step.ts';
import { type Sections, sectionsOf } from './sections.ts';
import { soinsNowStyles } from './soins-now-styles.ts';

/** What was announced last, with the end of that regime: of several widgets on a page, one says it in each language. */
let announced = '';

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
  static override styles = [sharedStyles, placeStyles, noticesStyles, soinsNowStyles];

  /** Another moment, chosen by the reader. */
  @state() private moment: Instant | undefined;

  protected override readonly firstPaint = new FirstPaint(this);

  /** What to do and who can treat you; `undefined` in the first step, which needs nothing of it. */
  private guidance: Guidance | undefined;

  // Not in willUpdate: the controllers (language, directory, commune) are up to date only after it.
  protected override update(changed: PropertyValues): void {
    if (this.firstPaint.done) this.follow(changed.has('moment'));
    super.update(changed);
  }

  /** Brings the guidance up to date, and tells what changed. */
  private follow(otherMoment: boolean): void {
    const directory = this.directories.value;
    const before = this.guidance;
    const at = this.moment ?? this.shownInstant();
    this.guidance = guide(directory, at, this.place(directory));
    const { regime } = this.guidance;
    if (otherMoment && before) {
      this.announcement = at === undefined ? '' : `${momentText(at)}. ${this.regimeSentence()}`;
    } else if (before?.regime && regime && before.regime.kind !== regime.kind) {
      this.announceRegime(regime.until);
      const detail: RegimeChangeDetail = { regime: regime.kind, reason: regime.reason, until: regime.until };
      this.dispatchEvent(new CustomEvent('yonne-regime-change', { detail, bubbles: true, composed: true }));
    }
  }

  /** Says what holds from now on, where no other widget of the page did; what is said of another time goes. */
  private announceRegime(until: Instant): void {
    const sentence = this.regimeSentence();
    const said = `${until} ${sentence}`;
    this.announcement = said === announced ? '' : sentence;
    // Of what is not shown nothing is heard.
    if (this.getClientRects().length) announced = said;
  }

  private readonly onMoment = (event: Event): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const { value: date } = form.elements.namedItem('date') as HTMLInputElement;
    const { value: time } = form.elements.namedItem('time') as HTMLInputElement;
    this.look(parseInstant(`${date}T${time}`) ?? this.moment);
  };

  /** Shows another moment (or now again), and brings the reader to where it is said. */
  private readonly look = (at: Instant | undefined): void => {
    this.moment = at;
    const focus = (selector: string) => this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
    void this.updateComplete.then(() => focus(at === undefined ? '.title' : '.moment'));
  };

  private readonly heading = (text: string): TemplateResult =>
    html`<div class="heading" role="heading" aria-level=${this.level + 1}>${text}</div>`;

  protected override render(): TemplateResult {
    const { guidance } = this;
    const directory = this.directories.value;
    return html`
      <div class="card" part="card" lang=${this.locale.locale} dir=${direction()} @click=${onCall}>
        <div class="row head">
          <div class="title grow" role="heading" aria-level=${this.level} tabindex="-1">${msg('Se soigner maintenant')}</div>
          ${this.renderLanguages()}
        </div>
        ${emergencyStrip(directory, this.level + 1)} ${guidance ? this.renderGuidance(guidance, directory) : nothing}
        ${this.renderAnnouncement()}
      </div>
    `;
  }

  /** What follows the first paint. */
  private renderGuidance(guidance: Guidance, directory: Directory): TemplateResult {
    const sections = sectionsOf(guidance, !!this.place(directory));
    return html`${noticesBox(directory, guidance.at, this.place(directory))} ${this.renderWhere(guidance, directory)} ${this.renderMoment(guidance)} ${this.renderRegime(guidance)}
      ${nextStepCards(guidance, directory, this.heading)} ${this.renderOpen(guidance, sections, directory)}
      ${guidance.regime?.kind === 'daytime' ? this.renderDoctor(guidance, directory) : this.renderReferral(guidance)}
      ${this.renderFoot(guidance, sections, directory)}`;
  }

  /** Where and when: what all below is about. */
  private renderWhere({ at }: Guidance, directory: Directory): TemplateResult {
    const commune = this.place(directory);
    return html`<div class="where">
      <p class="subtitle">
        ${listText([commune?.name ?? directory.department.name, ...(at === undefined ? [] : [momentText(at)])])}<span class="change">&nbsp;· ${this.renderChange(commune ? msg('changer', { desc: 'Link after the commune: choose another one' }) : msg('choisir une commune'))}</span>
      </p>
      ${this.renderField()}
    </div>`;
  }

  private renderMoment({ at }: Guidance): TemplateResult | typeof nothing {
    if (at === undefined) {
      return html`<div class="band alert" tabindex="-1">
        ${alertIcon}<span>${msg('L’horloge de cet appareil est fausse : voici seulement ce qui vaut à toute heure.')}</span>
      </div>`;
    }
    if (this.moment === undefined) return nothing;
    return html`<div class="band moment" tabindex="-1">
      ${calendarIcon}<span>${msg(str`Vous regardez un autre moment : ${momentText(at)}`)}</span>
      <button @click=${() => this.look(undefined)}>${msg('Revenir à maintenant')}</button>
    </div>`;
  }

  /** The regime, its end, and what to do in it: who hears it does not see the cards. */
  private regimeSentence(): string {
    const { at, regime } = this.guidance!;
    if (!regime || at === undefined) return '';
    const step = regime.kind === 'pdsa' ? `${needOf15Text(regime)} ${msg('Appeler le 15')}` : regimeNote(regime);
    return `${regimeHeadline(regime, at)}. ${step}.`;
  }

  private renderRegime({ at, regime }: Guidance): TemplateResult | typeof nothing {
    if (!regime || at === undefined) return nothing;
    const icon = regime.kind === 'daytime' ? sunIcon : regime.reason === 'night' ? moonIcon : calendarIcon;
    return html`<div class="band regime" tabindex="-1">
      ${icon}
      <p class="grow"><strong>${regimeHeadline(regime, at)}</strong> <span class="small">${regimeNote(regime)}</span></p>
    </div>`;
  }

  /** What is open or answers, beside the next step; then what no source says to be open that day. */
  private renderOpen(guidance: Guidance, { beyond, open, toConfirm }: Sections, directory: Directory): TemplateResult {
    const title =
      guidance.regime?.kind === 'daytime'
        ? msg('Aussi ouvert ou joignable')
        : this.moment === undefined
          ? msg('Ouvert ou joignable maintenant')
          : msg('Ouvert ou joignable à ce moment');
    const group = (heading: string, list: readonly ChannelNow[]) =>
      this.renderGroup(heading, list, guidance, directory);
    return html`${group(msg('Sans rendez-vous, plus loin'), beyond)} ${group(title, open)}
    ${group(msg('À confirmer avant de vous déplacer'), toConfirm)}`;
  }

  private renderGroup(
    title: string,
    list: readonly ChannelNow[],
    guidance: Guidance,
    directory: Directory,
  ): TemplateResult | typeof nothing {
    if (!list.length) return nothing;
    return html`<div class="group">${this.heading(title)} ${this.renderList(list, guidance, directory, false)}</div>`;
  }

  /** @param bar - Draws the hours of each as a bar. */
  private renderList(
    list: readonly ChannelNow[],
    { at, attachment }: Guidance,
    directory: Directory,
    bar: boolean,
  ): TemplateResult {
    // Without a commune all of the département are there: in a few words each.
    const brief = !this.place(directory);
    return channelList(list, (now) => channelItem(now, at, directory, attachment, { brief, bar }));
  }

  /** Who helps to find a family doctor. */
  private renderDoctor({ attachment }: Guidance, directory: Directory): TemplateResult {
    const insurance = directory.channelOf('insurance');
    const yours = attachment && attachmentLinks(attachment);
    return html`<div class="group">
      ${this.heading(msg('Trouver un médecin traitant'))}
      <p>
        ${yours ? html`${yours} · ` : nothing}
        ${insurance?.phones.map((phone) => html`${msg('Assurance maladie')} ${callLink(insurance, phone, phoneText(phone.number))}`)}
      </p>
      ${yours ? html`<p class="small">${msg('CPTS : communauté professionnelle territoriale de santé.')}</p>` : nothing}
    </div>`;
  }

  /** The hospitals, and where 15 may send: in sentences, since one does not go there unasked. */
  private renderReferral({ channels: { emergency, referral } }: Guidance): TemplateResult | typeof nothing {
    const hospitals = hospitalsText(emergency);
    if (!hospitals && !referral.length) return nothing;
    return html`<div class="group">
      ${hospitals ? html`${this.heading(msg('Urgences de l’hôpital : le 15 d’abord'))}<p>${hospitals}</p>` : nothing}
      ${referral.length ? html`<p><strong>${msg('Seulement si le 15 vous y envoie :')}</strong> ${referralText(referral)}</p>` : nothing}
    </div>`;
  }

  private renderDetails(
    summary: string,
    list: readonly ChannelNow[],
    guidance: Guidance,
    directory: Directory,
  ): TemplateResult | typeof nothing {
    if (!list.length) return nothing;
    return html`<details>
      <summary>${summary}</summary>
      ${whenOpen(() => this.renderList(list, guidance, directory, true))}
    </details>`;
  }

  private renderFoot(guidance: Guidance, { others, unpublished }: Sections, directory: Directory): TemplateResult {
    const { at, channels, helplines } = guidance;
    const details = (summary: string, list: readonly ChannelNow[]) =>
      this.renderDetails(summary, list, guidance, directory);
    const othersText = this.place(directory)
      ? msg(str`Plus loin (${others.length})`)
      : msg(str`Autres possibilités (${others.length})`);
    const mark = reviewMark();
    return html`<div class="foot">
      ${mark && html`<p>${mark}</p>`}
      ${this.directories.old ? html`<p><strong>${oldDirectoryText()}</strong></p>` : nothing}
      ${
        helplines.length
          ? html`<ul class="lines" aria-label=${msg('Jour et nuit')}>
              ${helplines.map((line) => line.phones.map((phone) => html`<li>${callLink(line, phone, html`${phoneText(phone.number)} <span lang=${glossText(line) ? this.locale.locale : 'fr'}>${glossText(line) || line.name}</span>`)}</li>`))}
            </ul>`
          : nothing
      }
      ${details(othersText, others)}
      ${details(msg(str`Horaires non publiés (${unpublished.length})`), unpublished)}
      ${details(closedText(guidance), channels.closed)}
      ${details(msg(str`Urgences (${channels.emergency.length}) : le 15 d’abord`), channels.emergency)}
      <details>
        <summary>${msg('Autre moment')}</summary>
        ${whenOpen(() => momentsForm(directory, at ?? this.clock.now(), this.present(), this.look, this.onMoment))}
      </details>
      <details>
        <summary>${msg(str`Sources, ${isoDayText(directory.date)}`, { desc: 'Sources, and the day of the directory' })}</summary>
        ${whenOpen(() => this.renderSources(guidance, directory))}
      </details>
    </div>`;
  }

  /** Where each record comes from that the widget draws, and a way to say that it is wrong. */
  private renderSources({ at, channels, helplines }: Guidance, directory: Directory): TemplateResult {
    const drawn = [
      directory.vital,
      ...Object.values(channels).flatMap((list) => list.map((now) => now.channel)),
      ...helplines,
    ];
    return html`<p>${msg('Les distances sont à vol d’oiseau, de commune à commune.')} ${versionText()}</p>
      <ul class="sources">
        ${drawn.map(
          (channel) => html`<li>
            ${glossedName(channel)}
            <p>${provenanceText(channel, directory)} ${this.renderReport(channel.name, at)}</p>
          </li>`,
        )}
      </ul>`;
  }
}

/** What is closed, and what opens first. */
function closedText({ at, channels: { closed } }: Guidance): string {
  const all = msg(str`Fermé (${closed.length})`);
  const first = (now: ChannelNow) => now.opens ?? now.mayOpen ?? Number.MAX_VALUE;
  const [next] = [...closed].sort((a, b) => first(a) - first(b));
  return next?.opens !== undefined && next.mayOpen === undefined
    ? `${all} – ${msg(str`${next.channel.name} : ouvre ${whenText(next.opens, at!)}`)}`
    : all;
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
