/** Drawings that several widgets share: functions that return a template. */

import { html, nothing, svg, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import mapPin from 'lucide-static/icons/map-pin.svg';
import phoneIcon from 'lucide-static/icons/phone.svg';
import type { Attachment, Directory } from '../../src/directory.ts';
import type { CareChannel, Phone, Place } from '../../src/directory-schema.ts';
import { addressText, mapUrl, phoneText, phoneUri, siteName } from '../../src/format.ts';
import { type ChannelNow, FAR } from '../../src/guidance.ts';
import { DAY, dayAt, type Instant, MINUTE, wallAt } from '../../src/time/calendar.ts';
import {
  accessText,
  attachmentLevelText,
  availabilityNote,
  availabilityText,
  distanceText,
  priceText,
} from './care-words.ts';
import { msg, str } from './msg.ts';
import { minutesText } from './time-words.ts';
import { whenOpen } from './when-open.ts';

/** The detail of `yonne-call`. */
export interface CallDetail {
  /** Id of the channel in the directory. */
  channel: string;
  /** The number, as the directory writes it. */
  number: string;
}

/** Tells the page, from the element that drew it, that a number was pressed. */
export function onCall(this: HTMLElement, event: Event): void {
  const link = (event.target as Element).closest<HTMLElement>('a[data-number]');
  if (!link) return;
  const detail: CallDetail = { channel: link.dataset.channel!, number: link.dataset.number! };
  this.dispatchEvent(new CustomEvent('yonne-call', { detail, bubbles: true, composed: true }));
}

/** Where a number leads: to a message where one cannot speak. */
const callUri = ({ text }: CareChannel, { number }: Phone): string => (text ? `sms:${number}` : phoneUri(number));

/** A number to press. `label` says more than the number where it needs it ("Appeler le 15"). */
export function callButton(channel: CareChannel, phone: Phone, { label = '', kind = '' } = {}): TemplateResult {
  const price = priceText(phone);
  return html`<span class="call">
    <a class="button ${kind}" part="call" href=${callUri(channel, phone)} data-channel=${channel.id} data-number=${phone.number}>
      ${phoneIcon}<span>${label || phoneText(phone.number)}</span><span class="visually-hidden" lang="fr">, ${channel.name}</span>
    </a>
    ${price && phone.price !== 'free' ? html`<span class="price">${price}</span>` : nothing}
  </span>`;
}

/** A number within a sentence. */
export function callLink(channel: CareChannel, phone: Phone): TemplateResult {
  const price = priceText(phone);
  return html`<a part="call" href=${callUri(channel, phone)} data-channel=${channel.id} data-number=${phone.number}>${phoneText(phone.number)}</a>${price ? ` (${price})` : ''}`;
}

/** A link out of the page, which says so to those who do not see it. */
export const siteLink = (url: string, text: string): TemplateResult =>
  html`<a href=${url} target="_blank" rel="noreferrer">${text}<span class="visually-hidden"> ${msg('(nouvelle fenêtre)')}</span></a>`;

/** An address that opens a map. */
export const addressLink = (place: Place): TemplateResult =>
  html`<a class="address" href=${mapUrl(place)} target="_blank" rel="noreferrer"
    >${mapPin}<span>${addressText(place)}</span><span class="visually-hidden"> ${msg('(plan, nouvelle fenêtre)')}</span></a
  >`;

/** Today's states from midnight to midnight, with a mark at now. */
export function dayBar(today: NonNullable<ChannelNow['today']>, minute: number): TemplateResult {
  const spans = today.filter(({ state }) => state !== 'closed');
  const percent = (minutes: number) => `${(minutes / 14.4).toFixed(2)}%`;
  const text = spans
    .map(({ from, to, state }) => {
      const span =
        to - from === 1440
          ? msg('24 h/24')
          : msg(str`${minutesText(from)} à ${minutesText(to)}`, { desc: 'From one time to another' });
      return state === 'unknown' ? msg(str`${span}, à confirmer`) : span;
    })
    .join(', ');
  const label = spans.length ? msg(str`Aujourd’hui : ${text}`) : msg('Aujourd’hui : fermé');
  return html`<svg class="bar" part="bar" role="img" aria-label=${label}>
    <rect class="track" width="100%" height="4" y="4" rx="2"></rect>
    ${spans.map(({ from, to, state }) => svg`<rect class=${state} x=${percent(from)} width=${percent(to - from)} y="4" height="4" rx="2"></rect>`)}
    <rect class="now" x=${percent(minute)} width="2" height="12"></rect>
  </svg>`;
}

/** The number of a channel to press; nothing where the directory has none. */
export const callButtons = (channel: CareChannel | undefined, label = '', kind = '') =>
  channel ? channel.phones.map((phone) => callButton(channel, phone, { label, kind })) : nothing;

/** The numbers that answer when life is in danger. */
export function emergencyStrip({ vital, channelOf }: Directory, level: number): TemplateResult {
  const text = channelOf('text-emergency')!;
  return html`<div class="strip">
    <div class="row">
      <div class="grow">
        <div class="heading" role="heading" aria-level=${level}>${msg('Urgence vitale')}</div>
        <p class="small">
          ${text.phones.map((phone) => html`<a href=${callUri(text, phone)} data-channel=${text.id} data-number=${phone.number}>${msg('Sourd ou malentendant : SMS au 114')}</a>`)}
        </p>
      </div>
      <div class="calls">${callButtons(vital, msg('15 SAMU'), 'vital')} ${callButtons(channelOf('european-emergency'), '', 'danger')}</div>
    </div>
  </div>`;
}

/** The CPTS of an attachment, or those around, and how sure that is. */
export function attachmentLinks(attachment: Attachment): (TemplateResult | string)[] {
  const around = attachment.level === 'undetermined' ? attachment.neighbours : [attachment.cpts];
  const links = around.map(
    (cpts, i) => html`${i ? ', ' : ''}${cpts.site ? siteLink(cpts.site, cpts.name) : cpts.name}`,
  );
  return [...links, attachmentLevelText(attachment)];
}

/** A list near first; what is far goes under a heading of its own, folded where it is long. */
export function byDistance(
  list: readonly ChannelNow[],
  item: (now: ChannelNow) => TemplateResult,
  unfold = false,
): TemplateResult {
  const items = (part: readonly ChannelNow[]) => html`<ul class="channels">
    ${repeat(part, ({ channel }) => channel.id, item)}
  </ul>`;
  const far = (now: ChannelNow) => (now.distance ?? 0) > FAR;
  const near = list.filter((now) => !far(now));
  const farther = list.filter(far);
  return html`${near.length ? items(near) : nothing}
  ${
    farther.length
      ? html`<details ?open=${unfold || farther.length < 4}>
          <summary>${msg(str`Plus loin (${farther.length})`)}</summary>
          ${whenOpen(() => items(farther))}
        </details>`
      : nothing
  }`;
}

/** The label of the link to a channel's site. */
function siteLabel({ site, access }: CareChannel): string {
  const name = siteName(site!);
  return access === 'online-appointment' ? msg(str`Prendre rendez-vous sur ${name}`) : name;
}

/**
 * A channel at an instant, as an item of a list.
 *
 * @param attachment - Whom to ask about a channel without a town.
 */
export function channelItem(
  now: ChannelNow,
  at: Instant | undefined,
  directory: Directory,
  attachment: Attachment | undefined,
  {
    role,
    more,
    status = true,
    kind = '',
  }: { role?: string; more?: TemplateResult; status?: boolean; kind?: string } = {},
): TemplateResult {
  const { channel, availability, distance, today } = now;
  const { place } = channel;
  // One is never invited to walk in where 15 decides: no address, and 15 as the number.
  const address = now.callFirst ? undefined : place?.street;
  const answering = channel.access === 'referral-15' ? directory.vital : channel;
  const town = place && directory.commune(place.commune);
  const asked =
    availability === 'unconfirmed' && !channel.hours ? (town ? directory.attachment(town) : attachment) : undefined;
  const details = [
    availabilityNote(now, at),
    accessText(now),
    place && !address ? place.town : '',
    distance === undefined ? '' : distanceText(distance),
    channel.paediatric ? msg('urgences pédiatriques') : '',
  ].filter(Boolean);
  return html`<li part="channel">
    <div class="row">
      <div class="grow">
        <strong lang="fr">${channel.name}</strong>
        ${role ? html`<p class="small">${role}</p>` : nothing}
        ${
          status || details.length
            ? html`<p class="small">
                ${status ? html`<span class="status ${availability}">${availabilityText(now, at)}</span>` : nothing}
                ${details.map((detail, i) => html`${status || i ? ' · ' : ''}${detail}`)}
              </p>`
            : nothing
        }
        ${place && address ? html`<p class="small">${addressLink(place)}</p>` : nothing}
        ${channel.adultEntrance ? html`<p class="small">${msg(str`Entrée des adultes : ${channel.adultEntrance}`)}</p>` : nothing}
        ${channel.entrance ? html`<p class="small">${msg('Entrée par la gauche de l’établissement')}</p>` : nothing}
        ${channel.site ? html`<p class="small">${siteLink(channel.site, siteLabel(channel))}</p>` : nothing}
        ${channel.email ? html`<p class="small"><a href="mailto:${channel.email}">${channel.email}</a></p>` : nothing}
        ${asked ? html`<p class="small">${msg('À demander :')} ${attachmentLinks(asked)}</p>` : nothing}
      </div>
      ${answering.phones.length ? html`<div class="calls">${answering.phones.map((phone) => callButton(answering, phone, { kind }))}</div>` : nothing}
    </div>
    ${today && at !== undefined ? dayBar(today, (wallAt(at) - dayAt(wallAt(at)) * DAY) / MINUTE) : nothing} ${more ?? nothing}
  </li>`;
}

declare global {
  // It bubbles out of shadow roots: any element of the page may hear it.
  interface GlobalEventHandlersEventMap {
    /** A number was pressed. */
    'yonne-call': CustomEvent<CallDetail>;
  }
}
