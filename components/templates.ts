/** Drawings that several widgets share: functions that return a template. */
import { msg, str } from '@lit/localize';
import { html, nothing, svg, type TemplateResult } from 'lit';
import mapPin from 'lucide-static/icons/map-pin.svg';
import phoneIcon from 'lucide-static/icons/phone.svg';
import type { CareChannel, Phone, Place } from '../src/directory.ts';
import { addressText, mapUrl, phoneText, phoneUri } from '../src/format.ts';
import type { ChannelNow } from '../src/guidance.ts';
import { minutesText, priceText } from './words.ts';

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

/** A number to press. `label` says more than the number where it needs it ("Appeler le 15"). */
export function callButton(channel: CareChannel, phone: Phone, { label = '', kind = '' } = {}): TemplateResult {
  const price = priceText(phone);
  return html`<span class="call">
    <a class="button ${kind}" part="call" href=${phoneUri(phone.number)} data-channel=${channel.id} data-number=${phone.number}>
      ${phoneIcon}<span>${label || phoneText(phone.number)}</span><span class="visually-hidden">, ${channel.name}</span>
    </a>
    ${price && phone.price !== 'free' ? html`<span class="price">${price}</span>` : nothing}
  </span>`;
}

/** A number within a sentence. */
export function callLink(channel: CareChannel, phone: Phone): TemplateResult {
  const price = priceText(phone);
  return html`<a part="call" href=${phoneUri(phone.number)} data-channel=${channel.id} data-number=${phone.number}>${phoneText(phone.number)}</a>${price ? ` (${price})` : ''}`;
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
