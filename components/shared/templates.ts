/** Drawings that several widgets share: functions that return a template. */

import { html, nothing, svg, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import phoneIcon from 'lucide-static/icons/phone.svg';
import { type Attachment, type Directory, possibleCpts } from '../../src/directory.ts';
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
  glossText,
  priceText,
  territoryText,
  treatsText,
} from './care-words.ts';
import { msg, str } from './msg.ts';
import { dayText, minutesText } from './time-words.ts';
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

/** What has numbers to press: a channel, or a CPTS. */
type Called = Pick<CareChannel, 'id' | 'text'>;

/** Where a number leads: to a message where one cannot speak. */
const callUri = ({ text }: Called, { number }: Phone): string => (text ? `sms:${number}` : phoneUri(number));

/** A link that is made anew for another number: none changes under the finger that is about to press it. */
const numberLink = (channel: Called, phone: Phone, style: string, content: unknown) =>
  keyed(
    `${channel.id} ${phone.number}`,
    html`<a class=${style} part="call" href=${callUri(channel, phone)} data-channel=${channel.id} data-number=${phone.number}>${content}</a>`,
  );

/** A number of which no pair of digits is broken, where it is too long for a line. */
const pairs = (number: string) =>
  phoneText(number)
    .split('\u00a0')
    .map((pair, i) => (i ? html`&nbsp;<wbr />${pair}` : pair));

interface ButtonOptions {
  /** Says more than the number where it needs it ("Appeler le 15"). */
  label?: string;
  kind?: '' | 'primary' | 'vital' | 'danger';
  icon?: TemplateResult | typeof nothing;
}

/** A number to press. */
function callButton(
  channel: CareChannel,
  phone: Phone,
  { label = '', kind = '', icon = phoneIcon }: ButtonOptions,
): TemplateResult {
  const price = priceText(phone);
  return html`<span class="call">
    ${numberLink(
      channel,
      phone,
      `button ${kind}`,
      html`${icon}<span>${label || pairs(phone.number)}</span><span class="visually-hidden" lang="fr">, ${channel.name}</span>`,
    )}
    ${price && phone.price !== 'free' ? html`<span class="price">${price}</span>` : nothing}
  </span>`;
}

/** A number within a sentence. `label` says more than the number where it needs it ("Le 15"). */
export function callLink(channel: Called, phone: Phone, label: string | TemplateResult = ''): TemplateResult {
  const price = label ? '' : priceText(phone);
  return html`${numberLink(channel, phone, 'inline', label || phoneText(phone.number))}${price ? ` (${price})` : ''}`;
}

/** A link out of the page, which says so to those who do not see it. */
export const siteLink = (url: string, text: string): TemplateResult =>
  html`<a dir="ltr" href=${url} target="_blank" rel="noreferrer">${text}<span class="visually-hidden"> ${msg('(nouvelle fenêtre)')}</span></a>`;

/** An address that opens a map. */
const addressLink = (place: Place): TemplateResult =>
  html`<a href=${mapUrl(place)} target="_blank" rel="noreferrer"
    ><span lang="fr">${addressText(place)}</span><span class="visually-hidden"> ${msg('(plan, nouvelle fenêtre)')}</span></a
  >`;

/** The states of the day of `at` from midnight to midnight, with a mark at `at`; nothing where they are always the same. */
export function dayBar(states: NonNullable<ChannelNow['today']>, at: Instant): TemplateResult | typeof nothing {
  if (states.length < 2) return nothing;
  const day = dayAt(wallAt(at));
  const spans = states.filter(({ state }) => state !== 'closed');
  const percent = (minutes: number) => `${(minutes / 14.4).toFixed(2)}%`;
  const text = spans
    .map(({ from, to, state }) => {
      const span = msg(str`${minutesText(from)} à ${minutesText(to)}`, { desc: 'From one time to another' });
      return state === 'unknown' ? msg(str`${span}, à confirmer`) : span;
    })
    .join(', ');
  return html`<svg class="bar" part="bar" role="img" aria-label=${msg(str`Horaires, ${dayText(day)} : ${text}`)}>
      <rect class="track" width="100%" height="4" y="4" rx="2"></rect>
      ${spans.map(({ from, to, state }) => svg`<rect class=${state} x=${percent(from)} width=${percent(to - from)} y="4" height="4" rx="2"></rect>`)}
      <rect class="now" x=${percent((wallAt(at) - day * DAY) / MINUTE)} width="2" height="12"></rect>
    </svg>
    <div class="scale" aria-hidden="true">${[0, 6, 12, 18, 24].map((hour) => html`<span>${hour}</span>`)}</div>`;
}

/** The number of a channel to press; nothing where the directory has none. */
export const callButtons = (channel: CareChannel | undefined, options: ButtonOptions) =>
  channel ? channel.phones.map((phone) => callButton(channel, phone, options)) : nothing;

/** The numbers that answer when life is in danger, in one line. */
export const emergencyStrip = (
  { vital, channelOf }: Directory,
  level: number,
): TemplateResult => html`<div class="strip">
    <div class="heading" role="heading" aria-level=${level}>${msg('Urgence vitale')}</div>
    <div class="calls">
      ${callButtons(vital, { kind: 'vital', icon: nothing })}${callButtons(channelOf('european-emergency'), { kind: 'danger', icon: nothing })}${callButtons(channelOf('text-emergency'), { label: msg('SMS 114'), kind: 'danger', icon: nothing })}
    </div>
  </div>`;

/** The CPTS of an attachment, or those of which it is one, and how sure that is. */
export const attachmentLinks = (attachment: Attachment): (TemplateResult | string)[] => [
  ...possibleCpts(attachment).map(
    (cpts, i) =>
      html`${i ? ', ' : ''}${cpts.site ? siteLink(cpts.site, cpts.name) : html`<span lang="fr">${cpts.name}</span>`}`,
  ),
  attachmentLevelText(attachment),
];

/** A list of which each item stays that of its channel. */
export const channelList = (list: readonly ChannelNow[], item: (now: ChannelNow) => TemplateResult): TemplateResult =>
  html`<ul class="channels">${repeat(list, ({ channel }) => channel.id, item)}</ul>`;

/**
 * A list near first; what is far goes under a heading of its own, folded.
 *
 * @param of - What it is a list of, for who hears that heading without what stands above.
 */
export function byDistance(
  list: readonly ChannelNow[],
  item: (now: ChannelNow) => TemplateResult,
  of: string,
  unfold: boolean,
): TemplateResult {
  const items = (part: readonly ChannelNow[]) => channelList(part, item);
  const far = (now: ChannelNow) => (now.distance ?? 0) > FAR;
  const near = list.filter((now) => !far(now));
  const farther = list.filter(far);
  return html`${near.length ? items(near) : nothing}
  ${
    farther.length
      ? html`<details ?open=${unfold}>
          <summary>${msg(str`Plus loin (${farther.length})`)}<span class="visually-hidden">, ${of}</span></summary>
          ${whenOpen(() => items(farther))}
        </details>`
      : nothing
  }`;
}

/** The name of a channel, after what it is where the reader may not read French. */
export function glossed(channel: CareChannel): TemplateResult {
  const gloss = glossText(channel);
  return html`${gloss ? `${gloss} – ` : ''}<span lang="fr">${channel.name}</span>`;
}

/** The same, as what stands out. */
export const glossedName = (channel: CareChannel): TemplateResult => html`<strong>${glossed(channel)}</strong>`;

interface ChannelOptions {
  /** Its town in place of its address, where it is one of many. */
  brief?: boolean;
  /** The bar of its hours. */
  bar?: boolean;
  /** Its service within the house, and what is treated there. */
  treats?: boolean;
}

/** Whether a channel is open. */
export const channelStatus = (now: ChannelNow, at: Instant | undefined, access = ''): TemplateResult =>
  html`<span class="status ${now.availability}">${availabilityText(now, at)}${access ? ` · ${access}` : ''}</span>`;

/**
 * Where a channel is and how one gets in.
 *
 * @param attachment - Whom to ask about a channel without a town.
 */
export function channelDetails(
  now: ChannelNow,
  at: Instant | undefined,
  directory: Directory,
  attachment: Attachment | undefined,
  { brief = false, treats = false }: ChannelOptions = {},
): (TemplateResult | string)[] {
  const { channel, availability, distance } = now;
  const { place, site, email, adultEntrance } = channel;
  // One is never invited to walk in where 15 decides: no address.
  const address = !brief && !now.callFirst && place?.street ? place : undefined;
  const town = place && directory.commune(place.commune);
  const asked =
    availability === 'unconfirmed' && !channel.hours ? (town ? directory.attachment(town) : attachment) : undefined;
  return [
    brief && availability === 'unconfirmed' ? '' : availabilityNote(now, at),
    attachment ? '' : territoryText(channel, directory),
    distance === undefined ? '' : distanceText(distance),
    address ? addressLink(address) : (place?.town ?? ''),
    address && adultEntrance ? msg(str`entrée des adultes : ${adultEntrance}`) : '',
    address && channel.entrance ? msg('entrée par la gauche') : '',
    treats && channel.service ? html`<span lang="fr">${channel.service}</span>` : '',
    treats ? treatsText(channel) : '',
    channel.paediatric ? msg('urgences pédiatriques') : '',
    site
      ? html`${channel.access === 'online-appointment' ? html`${msg('sur rendez-vous :')} ` : nothing}${siteLink(site, siteName(site))}`
      : '',
    email ? html`<a href="mailto:${email}">${email}</a>` : '',
    asked ? html`${msg('à demander :')} ${attachmentLinks(asked)}` : '',
  ].filter(Boolean);
}

/** What there is to know of a channel at an instant: its name, whether it is open, where it is and how one gets in. */
function channelText(
  now: ChannelNow,
  at: Instant | undefined,
  directory: Directory,
  attachment: Attachment | undefined,
  options: ChannelOptions,
): TemplateResult {
  const access = now.channel.access === 'direct' && now.availability === 'open' ? accessText(now) : '';
  return html`${glossedName(now.channel)}
    <p class="small">
      ${channelStatus(now, at, access)}
      ${channelDetails(now, at, directory, attachment, options).map((detail) => html` · ${detail}`)}
    </p>`;
}

/** The number to press for a channel: 15 where 15 decides, else the first of its own. */
export function channelCall(
  { channel }: ChannelNow,
  { vital }: Directory,
  kind: NonNullable<ButtonOptions['kind']>,
): TemplateResult | typeof nothing {
  const answering = channel.access === 'referral-15' ? vital : channel;
  const [phone] = answering.phones;
  return phone ? callButton(answering, phone, { kind }) : nothing;
}

/** A channel as the one thing to do: its number is large, and stands below. */
export const channelCard = (
  now: ChannelNow,
  at: Instant | undefined,
  directory: Directory,
  attachment: Attachment | undefined,
): TemplateResult =>
  html`<div part="channel">
    ${channelText(now, at, directory, attachment, { treats: true })}
    <div class="calls">${channelCall(now, directory, 'primary')}</div>
  </div>`;

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
  { bar = true, ...options }: ChannelOptions = {},
): TemplateResult {
  return html`<li part="channel">
    <div class="row">
      <div class="grow">${channelText(now, at, directory, attachment, options)}</div>
      ${channelCall(now, directory, '')}
    </div>
    ${now.today && at !== undefined && bar ? dayBar(now.today, at) : nothing}
  </li>`;
}

declare global {
  // It bubbles out of shadow roots: any element of the page may hear it.
  interface GlobalEventHandlersEventMap {
    /** A number was pressed. */
    'yonne-call': CustomEvent<CallDetail>;
  }
}
