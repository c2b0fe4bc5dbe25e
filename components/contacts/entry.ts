/** An entry of the contacts: its name, one line, its number; the rest when it is opened. */

import { html, nothing, type TemplateResult } from 'lit';
import { type Contact, hasEnded, recordOf } from '../../src/contacts.ts';
import type { Directory } from '../../src/directory.ts';
import type { Commune, Cpts, LocalHealthContract } from '../../src/directory-schema.ts';
import { siteName } from '../../src/format.ts';
import type { ChannelNow } from '../../src/guidance.ts';
import { kindOf } from '../../src/kinds.ts';
import type { Instant } from '../../src/time/calendar.ts';
import {
  accessText,
  attachmentLevelText,
  distanceText,
  endedText,
  noSiteText,
  treatsText,
  yearsText,
} from '../shared/care-words.ts';
import { hoursText } from '../shared/hours-words.ts';
import { languageOf, localized } from '../shared/localization.ts';
import { msg, str } from '../shared/msg.ts';
import { provenanceText } from '../shared/provenance.ts';
import { callLink, channelCall, channelDetails, channelStatus, glossed, siteLink } from '../shared/templates.ts';
import { isReachable } from './about.ts';
import { saveContacts } from './save-contacts.ts';
import { roleText, whomToAskText } from './words.ts';

/** What an entry is drawn from. */
export interface EntryContext {
  directory: Directory;
  at: Instant | undefined;
  commune: Commune | undefined;
  /** The entries that are open, by the ids of their records. */
  opened: ReadonlySet<string>;
  toggle(id: string): void;
  /** A link to report an error in a record. */
  report(name: string): TemplateResult | undefined;
}

interface Entry {
  name: TemplateResult | string;
  /** What it does, or whether it is open: one line. */
  line: unknown;
  /** A number, or a site where there is none. */
  reach?: unknown;
  /** What there is when it is opened. */
  more: () => unknown;
}

const paragraphs = (...texts: unknown[]) =>
  texts.map((text) => (text && text !== nothing ? html`<p>${text}</p>` : nothing));

const joined = (parts: unknown[]) => parts.filter(Boolean).map((part, i) => html`${i ? ' · ' : ''}${part}`);

function channelEntry(now: ChannelNow, context: EntryContext): Entry {
  const { channel } = now;
  const { directory, at, commune } = context;
  const { access, announced, hours, place, phones, site, note, service } = channel;
  const attachment = commune && kindOf(channel).knownToCpts ? directory.attachment(commune) : undefined;
  const role = roleText(channel);
  // A line that always answers says what it is for.
  const showsRole = role && !place && access !== 'referral-15' && (!hours || hours.text === '24/7');
  const unknown = !phones.length && !site && !channel.email && !place && !attachment;
  const status = !announced && (hours || access || place) ? channelStatus(now, at) : '';
  const lines = [
    showsRole ? role : status,
    now.distance === undefined ? (place?.town ?? '') : distanceText(now.distance),
    announced ? msg('annoncée') : '',
  ];
  const isOpen = access === 'direct' && now.availability === 'open';
  // The first one is beside the name, or 15 where 15 decides.
  const others = access === 'referral-15' ? [] : phones.slice(1);
  const call = channelCall(
    now,
    directory,
    channel.role === 'vital' ? 'vital' : channel.need === 'vital-emergency' ? 'danger' : '',
  );
  return {
    // Where the line does not say what it is, its name does.
    name: showsRole ? html`<span lang="fr">${channel.name}</span>` : glossed(channel),
    line: joined(lines),
    reach: call === nothing && site ? html`<span class="to">${siteLink(site, siteName(site))}</span>` : call,
    more: () => [
      ...paragraphs(
        showsRole ? status : role,
        access === 'online-appointment' || isOpen ? accessText(now) : '',
        joined(channelDetails(now, at, directory, attachment)),
        unknown ? whomToAskText(channel, directory) : '',
        service ? html`<span lang="fr">${service}</span>` : '',
        treatsText(channel),
        note ? html`<span lang=${languageOf(note)}>${localized(note)}</span>` : '',
        ...others.map((phone) => html`${msg('Autre numéro :')} ${callLink(channel, phone)}`),
        // "Answers around the clock" says it already.
        ...(hours && hours.text !== '24/7' ? hoursText(hours) : []),
        phones.some(({ price }) => price === 'free') ? msg('Appel gratuit') : '',
      ),
    ],
  };
}

function cptsEntry(cpts: Cpts, { directory, commune }: EntryContext): Entry {
  const attachment = commune && directory.attachment(commune);
  const own = attachment && attachment.level !== 'undetermined' && attachment.cpts === cpts;
  return {
    name: html`<span lang="fr">${cpts.name}</span>`,
    line: own ? html`${msg('CPTS de votre commune')}${attachmentLevelText(attachment)}` : '',
    reach: cpts.site ? html`<span class="to">${siteLink(cpts.site, siteName(cpts.site))}</span>` : nothing,
    more: () =>
      paragraphs(
        cpts.longName ? html`<span lang="fr">${cpts.longName}</span>` : '',
        cpts.site ? '' : noSiteText(cpts, directory),
      ),
  };
}

function contractEntry(contract: LocalHealthContract, { directory, at }: EntryContext): Entry {
  const { actions, name, signatories, epci } = contract;
  const groups = epci.map((code) => directory.epci.get(code)).join(', ');
  return {
    name: msg(str`Contrat local de santé ${yearsText(contract)}`),
    line: joined([
      html`<span lang="fr">${name ? `${name} : ` : ''}${groups}</span>`,
      hasEnded(contract, at, directory) ? endedText() : '',
    ]),
    more: () =>
      paragraphs(
        actions.length
          ? html`${msg('Ce qu’il prévoit :')} ${actions.map((action, i) => html`${i ? ' ; ' : ''}<span lang=${languageOf(action)}>${localized(action)}</span>`)}.`
          : '',
        signatories.length ? html`${msg('Ses signataires :')} <span lang="fr">${signatories.join(', ')}</span>.` : '',
      ),
  };
}

/** An entry as an item of a list. */
export function renderEntry(contact: Contact, context: EntryContext): TemplateResult {
  const { directory, opened, toggle, report } = context;
  const record = recordOf(contact);
  const { id } = record;
  const { channel, cpts, contract } = contact;
  const { name, line, reach, more } = channel
    ? channelEntry(contact.now, context)
    : cpts
      ? cptsEntry(cpts, context)
      : contractEntry(contract!, context);
  const open = opened.has(id);
  const spoken = channel?.name ?? cpts?.name ?? msg(str`Contrat local de santé ${yearsText(contract!)}`);
  return html`<li part="channel">
    <div class="row">
      <button
        class="name"
        aria-expanded=${open}
        aria-controls=${open ? `more-${id}` : nothing}
        @click=${() => toggle(id)}
      >
        <span><b>${name}</b><span class="small">${line}</span></span>
      </button>
      ${reach ?? nothing}
    </div>
    ${
      open
        ? html`<div class="more" id="more-${id}">
            ${more()}
            <p>${provenanceText(record, directory)} ${report(spoken)}</p>
            ${
              isReachable(contact)
                ? html`<button class="link" @click=${() => saveContacts(directory, [contact], id)}>
                    ${msg('Enregistrer dans mes contacts')}<span class="visually-hidden" lang="fr">, ${spoken}</span>
                  </button>`
                : nothing
            }
          </div>`
        : nothing
    }
  </li>`;
}
