import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators/property.js';
import { type Contact, contactsByNeed } from '../../src/contacts.ts';
import type { CareChannel, Need, Phone } from '../../src/directory-schema.ts';
import { phoneText, phoneUri, siteName } from '../../src/format.ts';
import { CommuneChoice } from '../commune/commune-choice.ts';
import { attachmentLevelText, distanceText, oldDirectoryText, priceText } from '../shared/care-words.ts';
import { headingLevel } from '../shared/heading-level.ts';
import { hoursText } from '../shared/hours-words.ts';
import { msg, str } from '../shared/msg.ts';
import { noticesBox, noticesStyles } from '../shared/notices.ts';
import { qrCode } from '../shared/qr-code.ts';
import { sharedStyles } from '../shared/styles.ts';
import { onCall } from '../shared/templates.ts';
import { isoDayText, minutesText } from '../shared/time-words.ts';
import { versionText } from '../shared/version.ts';
import { warnOnce } from '../shared/warn.ts';
import { Widget } from '../shared/widget.ts';

const posterStyles = css`
  .poster {
    padding: 1.25em;
    line-height: 1.3;
  }
  .poster a {
    color: inherit;
  }
  .poster .title {
    font-size: 1.6em;
  }
  .poster .big {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    margin: 0.6em 0;
    padding: 0.6em 1em;
    border: 0.2em solid var(--danger-fill);
    border-radius: var(--radius);
  }
  .poster .big > :first-child {
    margin-right: 0.35em;
    color: var(--danger);
    font-size: 4.5em;
    font-weight: 700;
    line-height: 1;
  }
  .poster .big > div {
    flex: 1 1 12em;
    min-width: 0;
  }
  .poster .big strong {
    font-size: 1.25em;
  }
  .poster .big a {
    text-decoration: none;
  }
  .poster .halves {
    display: flex;
    flex-wrap: wrap;
    margin: 0 -0.75em;
  }
  .poster .halves > * {
    flex: 1 1 15em;
    min-width: 0;
    margin: 0 0.75em 0.6em;
  }
  .poster .lines {
    display: flex;
    flex-wrap: wrap;
    margin: 0 -0.75em;
  }
  .poster .lines > li {
    display: flex;
    flex: 1 1 15em;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    min-width: 0;
    margin: 0 0.75em;
    padding: 0.25em 0;
    border-top: 1px solid var(--line);
  }
  .poster .whole > li {
    flex-basis: 100%;
  }
  .poster .lines > li > :first-child {
    margin-right: 0.75em;
  }
  .poster .place {
    margin-top: 0.35em;
  }
  .poster .name {
    font-weight: 700;
  }
  .poster .place strong,
  .poster .lines strong {
    font-size: 1.25em;
  }
  .poster .bottom {
    display: flex;
    align-items: center;
    padding-top: 0.6em;
    border-top: 1px solid var(--line);
  }
  .poster .bottom > div {
    flex: 1;
    min-width: 0;
  }
  .qr {
    flex: none;
    width: 7em;
    height: 7em;
    margin-right: 1em;
  }
  @media print {
    .heading {
      break-after: avoid;
    }
    li,
    .place,
    .big,
    .bottom {
      break-inside: avoid;
    }
    .card {
      border: 0;
      border-radius: 0;
    }
    .poster {
      padding: 0;
      font-family: Arial, 'Liberation Sans', sans-serif;
      font-size: 15pt;
    }
    .poster .big,
    .poster .lines > li,
    .poster .bottom {
      border-color: #000;
    }
    .poster .small {
      font-size: 13pt;
    }
    .qr {
      width: 34mm;
      height: 34mm;
    }
  }
`;

/** The channels of a need, near first. */
const channelsOf = (contacts: ReadonlyMap<Need, readonly Contact[]>, need: Need, kind?: CareChannel['kind']) =>
  contacts
    .get(need)!
    .flatMap((contact) => (contact.channel && (!kind || contact.channel.kind === kind) ? [contact.now] : []));

/** A number in large, with its price. */
const number = (phone: Phone): TemplateResult => {
  const price = priceText(phone);
  return html`<strong>${phoneText(phone.number)}</strong>${price && phone.price !== 'free' ? html` <span class="small">${price}</span>` : nothing} `;
};

/** A name with its numbers at the end of the line. */
const line = ({ name, phones }: CareChannel): TemplateResult => html`<li>
  <span lang="fr">${name}</span><span>${phones.map(number)}</span>
</li>`;

const isPage = (url: string): boolean => /^https?:\/\/\S+$/.test(url);

/**
 * An A4 poster of the essentials for one commune, legible from 1.5 m.
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

  /** Address of the page that the QR code leads to. */
  @property() page?: string;

  /** Level of the poster's heading, 1 to 4: the ones below it follow. */
  @property({ attribute: 'heading-level' }) headingLevel: number | string = 2;

  private readonly choice = new CommuneChoice(this);

  protected override render(): TemplateResult {
    return html`<div class="card" part="card" lang=${this.locale.locale} @click=${onCall}>${this.renderPoster()}</div>`;
  }

  private renderPoster(): TemplateResult {
    const directory = this.directories.value;
    const level = headingLevel(this);
    const commune = this.communeOf(this.choice.code, directory);
    const contacts = contactsByNeed(directory, this.shownInstant(), commune);
    const page = this.page && isPage(this.page) ? this.page : undefined;
    if (this.page && !page) warnOnce(this, `page="${this.page}"`, 'the URL of a page, from https://');
    const insurance = directory.channelOf('insurance');
    const search = directory.channelOf('professional-search');
    const { nightFrom, nightTo, saturdayFrom } = directory.pdsaHours;
    const attachment = commune && directory.attachment(commune);
    const cpts = attachment && attachment.level !== 'undetermined' ? attachment.cpts : undefined;
    // One of each kind where it is known what is near.
    const near = (kind: CareChannel['kind']) =>
      channelsOf(contacts, 'medical-advice', kind)
        .slice(0, commune ? 1 : undefined)
        .map(({ channel: { name, place, hours, hoursOf, phones }, distance }) => {
          const where = [
            name.includes(place?.town ?? '') ? '' : place!.town,
            distance === undefined ? '' : distanceText(distance),
          ].filter(Boolean);
          const when = hoursOf === 'line' ? msg('jour et nuit') : hours && hoursText(hours).join(' ; ');
          return html`<p class="place">
            <span class="name" lang="fr">${name}</span>${where.map((part) => ` · ${part}`)}<br />
            ${when ? html`<span class="small">${when}</span><br />` : nothing}${phones.map(number)}
          </p>`;
        });
    const heading = (text: string) => html`<div class="heading" role="heading" aria-level=${level + 1}>${text}</div>`;
    return html`<div class="poster" part="poster">
      <div class="title" role="heading" aria-level=${level}>
        ${msg(str`${commune?.name ?? directory.department.name} : qui appeler pour se soigner ?`)}
      </div>
      ${noticesBox(directory, this.shownInstant(), commune, true)}
      <div class="big">
        ${directory.vital.phones.slice(0, 1).map((phone) => html`<a href=${phoneUri(phone.number)} data-channel=${directory.vital.id} data-number=${phone.number}>${phoneText(phone.number)}<span class="visually-hidden" lang="fr">, ${directory.vital.name}</span></a>`)}
        <div>
          <strong role="heading" aria-level=${level + 1}>${msg('Urgence ou besoin d’un médecin')}</strong>
          <p>${msg('Jour et nuit. Urgence aussi : 112.')} ${msg('Sourd ou malentendant : SMS au 114')}</p>
        </div>
      </div>
      <div class="halves">
        <div>
          ${heading(msg('Dans la journée'))}
          <p>${msg('D’abord votre médecin traitant. Sans médecin traitant, un centre de soins non programmés :')}</p>
          ${near('csnp')}
        </div>
        <div>
          ${heading(msg('Soir, nuit, week-end, jours fériés'))}
          <p>
            ${msg(str`De ${minutesText(nightFrom)} à ${minutesText(nightTo)}, du samedi ${saturdayFrom === 720 ? msg('midi', { desc: 'Time of day, 12:00' }) : minutesText(saturdayFrom)} au lundi ${minutesText(nightTo)} et les jours fériés : le 15 avant de vous déplacer. Il dit si une maison médicale de garde vous reçoit.`)}
          </p>
          ${near('sos-medecins')}
        </div>
      </div>
      <ul class="lines">
        ${(['pharmacy', 'mental-health', 'violence', 'poison'] as const).flatMap((need) =>
          channelsOf(contacts, need)
            // It stands there day and night, without hours beside the numbers.
            .filter(({ channel }) => channel.hours?.text === '24/7')
            .map((now) => line(now.channel)),
        )}
      </ul>
      <ul class="lines whole">
        <li>
          <span>${msg('Trouver un médecin traitant')}<br /><span class="small">${cpts ? html`<span lang="fr">${cpts.name}</span>${attachmentLevelText(attachment!)}${cpts.site ? ` : ${siteName(cpts.site)}` : ''}` : msg('ou la CPTS de votre commune')}</span></span>
          <span>${insurance?.phones.map(number)}</span>
        </li>
        ${search?.site ? html`<li><span>${msg('Médecins, dentistes, pharmacies près de vous')}</span><strong>${siteName(search.site)}</strong></li>` : nothing}
      </ul>
      <div class="bottom">
        ${page ? qrCode(page, msg(str`QR code vers ${page}`)) : nothing}
        <div>
          ${page ? html`<p><strong>${msg('Ce qui est ouvert en ce moment :')}</strong> ${page.replace(/^https?:\/\//, '')}</p>` : nothing}
          <p class="small">${msg(str`Annuaire du ${isoDayText(directory.date)}. Vérifiez par téléphone avant de vous déplacer.`)} ${versionText()}</p>
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
