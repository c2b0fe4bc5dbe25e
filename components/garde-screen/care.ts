import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { BoardGroup } from '../../src/board.ts';
import { type Attachment, possibleCpts } from '../../src/directory.ts';
import { siteName } from '../../src/format.ts';
import { type ChannelNow, FAR, type Guidance } from '../../src/guidance.ts';
import type { Instant } from '../../src/time/calendar.ts';
import {
  accessText,
  attachmentLevelText,
  availabilityNote,
  availabilityText,
  distanceText,
  hospitalsText,
  referralText,
} from '../shared/care-words.ts';
import { msg, str } from '../shared/msg.ts';
import { glossedName } from '../shared/templates.ts';
import { renderNumber } from './texts.ts';

/** The headings of the groups; that of `open` says more where something stands above it. */
function groupText(of: BoardGroup['of'], daytime: boolean): string {
  switch (of) {
    case 'step':
      return msg('Vous n’en avez pas, ou il ne peut pas ?');
    case 'beyond':
      return msg('Sans rendez-vous, plus loin');
    case 'open':
      return daytime ? msg('Aussi ouvert ou joignable') : msg('Ouvert ou joignable maintenant');
    case 'confirm':
      return msg('À confirmer avant de vous déplacer');
  }
}

const othersText = (count: number): string => msg(str`et ${count} de plus : appelez le 15`);

const label = (text: string, style = '') => html`<p class="label ${style}" role="heading" aria-level="2">${text}</p>`;

/**
 * Who can treat one: in the day one's own doctor, then who has none; what is open; the hospitals and where 15 may send,
 * in sentences.
 *
 * @param most - How many channels are shown; the others are counted.
 */
export function careBox(
  { at, regime, next, attachment, channels: { emergency, referral } }: Guidance,
  groups: readonly BoardGroup[],
  most: number,
): TemplateResult | typeof nothing {
  const daytime = regime?.kind === 'daytime';
  // Which hours a place on referral has is not known without a clock.
  const sent = at === undefined ? [] : referral.filter(({ distance = 0 }) => distance <= FAR);
  const hospitals = hospitalsText(emergency);
  const more = groups.reduce((sum, { channels }) => sum + channels.length, 0) - most;
  let room = most;
  const shown = groups.map(({ of, channels }) => {
    const list = channels.slice(0, Math.max(0, room));
    room -= channels.length;
    return { of, list };
  });
  if (!daytime && !hospitals && !sent.length && !groups.length) return nothing;
  const lists = shown.map(({ of, list }) =>
    list.length
      ? html`${label(groupText(of, daytime), of === 'step' ? 'ask' : '')}<ul>${repeat(
          list,
          ({ channel }) => channel.id,
          (now) => renderChannel(now, at, attachment),
        )}</ul>`
      : nothing,
  );
  return html`<div class="box channels" part="channels">
    ${
      daytime
        ? html`<div class="doctor">
            ${label(msg('Vous avez un médecin traitant ?'), 'ask')}
            <p>${msg('Appelez son cabinet d’abord.')}</p>
          </div>
          ${next.because === 'nothing-near' ? html`<div class="doctor">${label(groupText('step', true), 'ask')} <p>${msg(str`Aucun lieu ouvert sans rendez-vous à moins de ${FAR} km.`)}</p></div>` : nothing}`
        : nothing
    }
    ${lists} ${more > 0 ? html`<p class="label">${othersText(more)}</p>` : nothing}
    ${daytime ? html`<p class="sentence"><strong>${msg('Pas de solution ?')}</strong> ${msg('Le 15')}${msg(' : un médecin vous oriente, de jour aussi.', { desc: 'Follows "Le 15"' })}</p>` : nothing}
    ${hospitals ? html`<p class="sentence"><strong role="heading" aria-level="2">${msg('Urgences de l’hôpital : le 15 d’abord')}</strong> ${hospitals}</p>` : nothing}
    ${sent.length ? html`<p class="sentence"><strong>${msg('Seulement si le 15 vous y envoie :')}</strong> ${referralText(sent)}</p>` : nothing}
  </div>`;
}

function renderChannel(now: ChannelNow, at: Instant | undefined, attachment: Attachment | undefined): TemplateResult {
  const { channel, availability, distance, callFirst } = now;
  const { place, phones, site } = channel;
  const open = availability === 'open' && !callFirst;
  const booked = channel.access === 'online-appointment' && site;
  const details = [
    booked ? `${msg('sur rendez-vous :')} ${siteName(site)}` : open ? accessText(now) : availabilityNote(now, at),
    // One is never invited to walk in where a call comes first.
    place ? html`<span lang="fr">${[open ? place.street : '', place.town].filter(Boolean).join(', ')}</span>` : '',
    distance === undefined ? '' : distanceText(distance),
    // Where no source gives the hours, the CPTS of the commune knows them.
    availability === 'unconfirmed' && !channel.hours && attachment
      ? `${msg('à demander :')} ${possibleCpts(attachment)
          .map(({ name }) => name)
          .join(', ')}${attachmentLevelText(attachment)}`
      : '',
    open && channel.entrance ? msg('Entrée par la gauche de l’établissement') : '',
  ].filter(Boolean);
  return html`<li class="channel" part="channel">
    <p class="name">${glossedName(channel)}</p>
    <p>${
      // What stands beside "answers around the clock" must do so.
      phones.filter(({ hours }) => !hours).map((phone) => renderNumber(phone))
    }</p>
    <p><span class="status ${availability}">${availabilityText(now, at)}</span>${details.map((detail) => html` · ${detail}`)}</p>
  </li>`;
}
