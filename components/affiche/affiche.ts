import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators/property.js';
import type { CareChannel, Commune, Phone } from '../../src/directory-schema.ts';
import { communePage, phoneText, phoneUri, siteName } from '../../src/format.ts';
import type { ChannelNow } from '../../src/guidance.ts';
import { posterOf } from '../../src/poster.ts';
import { CommuneChoice } from '../commune/commune-choice.ts';
import {
  attachmentLevelText,
  distanceText,
  glossText,
  hospitalsText,
  oldDirectoryText,
  priceText,
} from '../shared/care-words.ts';
import { headingLevel } from '../shared/heading-level.ts';
import { hoursText } from '../shared/hours-words.ts';
import { direction } from '../shared/localization.ts';
import { msg, str } from '../shared/msg.ts';
import { noticesBox, noticesStyles } from '../shared/notices.ts';
import { qrCode } from '../shared/qr-code.ts';
import { reviewMark } from '../shared/review-mark.ts';
import { sharedStyles } from '../shared/styles.ts';
import { glossedName, onCall } from '../shared/templates.ts';
import { isoDayText, minutesText } from '../shared/time-words.ts';
import { versionText } from '../shared/version.ts';
import { warnOnce } from '../shared/warn.ts';
import { Widget } from '../shared/widget.ts';
import { posterStyles } from './affiche-styles.ts';
import { layOut, unfold, withoutMargins } from './page-fit.ts';
import { townHall } from './town-hall.ts';

/** A number in large, with its price. */
const number = (phone: Phone): TemplateResult => {
  const price = priceText(phone);
  return html`<strong>${phoneText(phone.number)}</strong>${price && phone.price !== 'free' ? html` <span class="small">${price}</span>` : nothing} `;
};

/** What a channel is, in the language of the poster, with its numbers at the end of the line. */
function line(channel: CareChannel): TemplateResult {
  const said = channel.kind === 'pharmacy-line' ? msg('Pharmacie de garde') : glossText(channel);
  return html`<li>
    ${said ? html`<span>${said}</span>` : html`<span lang="fr">${channel.name}</span>`}<span>${channel.phones.map(number)}</span>
  </li>`;
}

/** Points of A4 under which no text of the poster is, and none of its form in large print. */
const SMALLEST = 14;
const LARGE = 16;

const isPage = (url: string): boolean => /^https?:\/\/\S+$/.test(url);

/**
 * A poster of the essentials for one commune, legible from 1.5 m. Printed, it fills a page: A4, or another of its shape.
 *
 * @tag yonne-affiche
 * @slot - Shown until the script runs: the numbers that never change.
 * @fires {CustomEvent<CallDetail>} yonne-call - A number was pressed.
 * @csspart card - The whole poster with its border.
 * @csspart poster - What is printed.
 * @cssprop [--yonne-accent=#0a5c5c] - Links, buttons.
 * @cssprop [--yonne-on-accent=#fff] - Text on the accent colour.
 * @cssprop [--yonne-surface=#fff] - Background.
 * @cssprop [--yonne-radius=0.625em] - Corners.
 */
export class YonneAffiche extends Widget {
  static override styles = [sharedStyles, noticesStyles, posterStyles];

  /** Address of the page that the QR code leads to; where absent, that of the commune on `site`. */
  @property() page?: string;

  /** Address of the site that has a page for each commune. */
  @property() site?: string;

  /** Name of the town hall whose poster it is. */
  @property() name?: string;

  /** Number of the town hall. */
  @property() phone?: string;

  /** Hours of the town hall: as OpenStreetMap writes them, or in words. */
  @property() hours?: string;

  /** URL of an image: from https://, or of the same site. */
  @property() logo?: string;

  /** Fewer things in larger letters, for those who see badly. */
  @property({ attribute: 'large-print', type: Boolean, reflect: true }) largePrint = false;

  /** Level of the poster's heading, 1 to 4: the ones below it follow. */
  @property({ attribute: 'heading-level' }) headingLevel: number | string = 2;

  private readonly choice = new CommuneChoice(this);

  override connectedCallback(): void {
    super.connectedCallback();
    withoutMargins();
    window.addEventListener('beforeprint', this.onPrint);
    window.addEventListener('afterprint', this.onPrint);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('beforeprint', this.onPrint);
    window.removeEventListener('afterprint', this.onPrint);
  }

  private readonly onPrint = ({ type }: Event): void => {
    const poster = this.renderRoot.querySelector<HTMLElement>('.poster');
    if (!poster) return;
    if (type === 'beforeprint') layOut(poster, this.largePrint ? LARGE : SMALLEST);
    else unfold(poster);
  };

  protected override render(): TemplateResult {
    return html`<div class="card" part="card" lang=${this.locale.locale} dir=${direction()} @click=${onCall}>${this.renderPoster()}</div>`;
  }

  /** Where the QR code leads; `undefined`: nowhere. */
  private pageOf(commune: Commune | undefined): string | undefined {
    const { page, site } = this;
    if (page && isPage(page)) return page;
    if (page) warnOnce(this, `page="${page}"`, 'the URL of a page, from https://');
    if (site && isPage(site)) return communePage(site, commune);
    if (site) warnOnce(this, `site="${site}"`, 'the URL of a site, from https://');
    return undefined;
  }

  private renderPoster(): TemplateResult {
    const directory = this.directories.value;
    const level = headingLevel(this);
    const commune = this.communeOf(this.choice.code, directory);
    const { walkIn, visits, emergencyDepartments, lines } = posterOf(directory, this.shownInstant(), commune);
    const page = this.pageOf(commune);
    const hospitals = hospitalsText(emergencyDepartments);
    const short = this.largePrint;
    const insurance = directory.channelOf('insurance');
    const search = directory.channelOf('professional-search');
    const { nightFrom, nightTo, saturdayFrom } = directory.pdsaHours;
    const attachment = commune && directory.attachment(commune);
    const cpts = attachment && attachment.level !== 'undetermined' ? attachment.cpts : undefined;
    const place = ({ channel, distance }: ChannelNow) => {
      const { name, place, hours, hoursOf, phones } = channel;
      const where = [
        name.includes(place?.town ?? '') ? '' : place!.town,
        distance === undefined ? '' : distanceText(distance),
      ].filter(Boolean);
      // What stands beside "jour et nuit" must answer then.
      const when = short ? '' : hoursOf === 'line' ? msg('jour et nuit') : hours && hoursText(hours).join(' · ');
      return html`<p class="place">
        <span class="name">${glossedName(channel)}</span>${where.map((part) => ` · ${part}`)}<br />
        ${when ? html`<span class="small">${when}</span><br />` : nothing}${phones.filter((phone) => !phone.hours).map(number)}
      </p>`;
    };
    // "week-" at the end of a line of large letters is read as a word.
    const unbroken = (text: string) =>
      text.split(/(\S+-\w+)/).map((part, i) => (i % 2 ? html`<span class="unbroken">${part}</span>` : part));
    const heading = (text: string) =>
      html`<div class="heading" role="heading" aria-level=${level + 1}>${unbroken(text)}</div>`;
    return html`<div class="poster" part="poster">
      ${townHall(this, this)}
      <div class="title" role="heading" aria-level=${level}>
        ${msg(str`${commune?.name ?? directory.department.name} : qui appeler pour se soigner ?`)}
      </div>
      ${noticesBox(directory, this.shownInstant(), commune, true)}
      <div class="big">
        ${directory.vital.phones.slice(0, 1).map((phone) => html`<a href=${phoneUri(phone.number)} data-channel=${directory.vital.id} data-number=${phone.number}>${phoneText(phone.number)}<span class="visually-hidden" lang="fr">, ${directory.vital.name}</span></a>`)}
        <div>
          <strong role="heading" aria-level=${level + 1}>${msg('Urgence ou besoin d’un médecin')}</strong>
          ${short ? nothing : html`<p>${msg('Un médecin vous répond et vous dit où aller. Appelez avant de vous déplacer. Gratuit.')}</p>`}
          <p>${msg('Jour et nuit. Urgence aussi : 112.')} ${msg('Sourd ou malentendant : SMS au 114')}</p>
        </div>
      </div>
      <div class="halves">
        <div>
          ${heading(msg('Dans la journée'))}
          <p>${msg('D’abord votre médecin traitant. Sans médecin traitant, un centre de soins non programmés :')}</p>
          ${walkIn.map(place)}
        </div>
        <div>
          ${heading(msg('Soir, nuit, week-end, jours fériés'))}
          <p>
            ${msg(str`De ${minutesText(nightFrom)} à ${minutesText(nightTo)}, du samedi ${saturdayFrom === 720 ? msg('midi', { desc: 'Time of day, 12:00' }) : minutesText(saturdayFrom)} au lundi ${minutesText(nightTo)} et les jours fériés : le 15 avant de vous déplacer. Il dit si une maison médicale de garde vous reçoit.`)}
          </p>
          ${visits.map(place)}
        </div>
      </div>
      ${hospitals ? html`<p class="hospitals"><strong>${msg('Urgences de l’hôpital : le 15 d’abord')}</strong> ${hospitals}</p>` : nothing}
      <ul class="lines">
        ${lines.filter(({ need }) => !short || need === 'pharmacy').map(line)}
      </ul>
      <ul class="lines whole">
        <li>
          <span>${msg('Trouver un médecin traitant')}${short ? nothing : html`<br /><span class="small">${cpts ? html`<span lang="fr">${cpts.name}</span>${attachmentLevelText(attachment!)}${cpts.site ? ` · ${siteName(cpts.site)}` : ''}` : msg('ou la CPTS de votre commune')}</span>`}</span>
          <span>${insurance?.phones.map(number)}</span>
        </li>
        ${search?.site && !short ? html`<li><span>${msg('Médecins, dentistes, pharmacies près de vous')}</span><strong dir="ltr">${siteName(search.site)}</strong></li>` : nothing}
      </ul>
      <div class="bottom">
        ${page ? qrCode(page, msg(str`QR code vers ${page}`)) : nothing}
        <div>
          ${page ? html`<p><strong>${msg('Ce qui est ouvert en ce moment :')}</strong><br /><span class="address">${page.replace(/^https?:\/\/|\/$/g, '')}</span></p>` : nothing}
          <p class="small">${msg(str`Annuaire du ${isoDayText(directory.date)}. Vérifiez par téléphone avant de vous déplacer.`)} ${versionText()} ${reviewMark()}</p>
          ${this.directories.old ? html`<p><strong>${oldDirectoryText()}</strong></p>` : nothing}
          <button @click=${() => window.print()}>${msg('Imprimer l’affiche')}</button>
        </div>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    /** An A4 poster of the essentials for one commune, legible from 1.5 m. */
    'yonne-affiche': YonneAffiche;
  }
}
