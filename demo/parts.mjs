/** Parts that several pages share. */
import { closureText, distanceText, priceText, treatsText } from '../dist/npm/components/shared/care-words.js';
import { hoursText } from '../dist/npm/components/shared/hours-words.js';
import { dayText, isoDayText, sourceDateText } from '../dist/npm/components/shared/time-words.js';
import { addressText, dayAt, MINUTE, phoneText, phoneUri, wallAt } from '../dist/npm/src/engine.js';
import { escaped, html, joined, raw } from './html.mjs';
import { directory, timesOf } from './model.mjs';
import { qrSvg } from './qr.mjs';

/** A number to press, and what it costs. */
export function call(channel, phone = channel.phones[0]) {
  const price = priceText(phone);
  const uri = channel.text ? `sms:${phone.number}` : phoneUri(phone.number);
  return html`<a class="tel" href="${uri}">${phoneText(phone.number)}</a>${price && html` <small>(${price})</small>`}`;
}

/** The number of the channel with a role, alone. */
export const callRole = (role) => call(directory.channelOf(role));

/** 15 as a link, within a sentence. */
export const fifteen = html`<a href="tel:15">15</a>`;

export const away = (km) => (km === undefined ? '' : distanceText(km));

/** Hours in words, without the days on which a record is closed whatever they are. */
const usualHours = ({ text, rules }) => hoursText({ text, rules: rules.filter(({ closure }) => !closure) }).join(' ; ');

/** A place as an item of a list: name, how far, what it treats, when, where, its number. */
export function place({ channel, distance }, { hours = true, address = true } = {}) {
  const { id, name, place: where, phones, note, service } = channel;
  const lines = [
    service,
    treatsText(channel),
    hours && channel.hours && channel.hoursOf !== 'line' && usualHours(channel.hours),
    ...timesOf().closures.flatMap((one) => (one.channel.id === id ? closureText(one.closure) : [])),
    address && where && (where.street ? addressText(where) : where.town),
    note?.fr,
  ].filter(Boolean);
  return html`<li>
<strong>${name}</strong>${away(distance) && html` <span class="away">${away(distance)}</span>`}
${lines.map((line) => html`<br>${line}`)}
${phones.length > 0 && html`<br>${call(channel)}`}
</li>`;
}

const dayOf = (at) => dayText(dayAt(wallAt(at)));

/** From the first day of a notice to its last. */
function daysText({ from, to }) {
  const [first, last] = [dayOf(from), dayOf(to - MINUTE)];
  return first === last ? `Le ${first}` : `Du ${first} au ${last}`;
}

/** What people of a commune, or of all, must know for some days; nothing where there is nothing. */
export function timely(commune) {
  const { notices, closures } = timesOf(commune);
  if (notices.length + closures.length === 0) return '';
  return html`<section class="timely">
<h2>À savoir</h2>
<ul>
${notices.map(({ text, channels = [], sources = [], ...times }) => {
  const about = channels.map(({ name }) => name).join(', ');
  const publishers = sources.map((id) => directory.sources.get(id)?.publisher).filter(Boolean);
  return html`<li>${about && html`${about}&nbsp;: `}<strong>${text.fr}</strong><br>${[daysText(times), ...publishers].join(' · ')}</li>`;
})}
${closures.map(({ channel, closure }) => html`<li><strong>${channel.name}</strong><br>${closureText(closure)}</li>`)}
</ul>
</section>`;
}

/** A source by its publisher, with its day, and a link where one is known. */
function sourceName(id) {
  const { publisher, url, date } = directory.sources.get(id);
  const name = url ? html`<a href="${url}">${publisher}</a>` : publisher;
  return html`${name}${date && `, ${sourceDateText(date)}`}`;
}

/** Where a record comes from, and when that was looked at. */
export const provenance = ({ sources, checked, confirmed }) =>
  html`${joined(sources.map(sourceName), ' ; ')} · vérifié le ${isoDayText(checked)}${
    confirmed && ` · confirmé le ${isoDayText(confirmed.on)} par ${confirmed.by}`
  }`;

/** All sources of some records, once each. */
export const sourcesOf = (records) => [...new Set(records.flatMap(({ sources }) => sources))].map(sourceName);

/** A QR code with what it says to those who do not see it. */
export const qrCode = (url, label) => raw(qrSvg(url, `class="qr" role="img" aria-label="${escaped(label)}"`));

/** JSON-LD; "<" would end its script. */
export const jsonLd = (data) =>
  raw(`<script type="application/ld+json">${JSON.stringify(data).replace(/</g, '\\u003c')}</script>`);

export const editionText = `Édition du ${isoDayText(directory.date)}`;
