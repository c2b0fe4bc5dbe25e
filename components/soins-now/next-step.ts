import { html, nothing, type TemplateResult } from 'lit';
import type { Directory } from '../../src/directory.ts';
import { FAR, type Guidance, type Step } from '../../src/guidance.ts';
import { needOf15Text } from '../shared/care-words.ts';
import { msg, str } from '../shared/msg.ts';
import { callButtons, callLink, channelCard, channelItem } from '../shared/templates.ts';

type Heading = (text: string) => TemplateResult;

/** 15 as the thing to do. */
const call15 = (
  directory: Directory,
): TemplateResult => html`<div class="calls">${callButtons(directory.vital, { label: msg('Appeler le 15'), kind: 'vital' })}</div>
  <p class="small">${msg('Un médecin vous répond et vous dit où aller. Appelez avant de vous déplacer. Gratuit.')}</p>`;

/** The channels of a step: one as a card; several, where no commune is chosen, as a list. */
function stepChannels({ channels }: Step, { at, attachment }: Guidance, directory: Directory): TemplateResult {
  const [only, other] = channels;
  return other
    ? html`<ul class="channels">${channels.map((now) => channelItem(now, at, directory, attachment, { brief: true, bar: false }))}</ul>`
    : html`${channelCard(only!, at, directory, attachment)}`;
}

/**
 * What to do now, as cards: in the day one for who has a family doctor, and one for who has none.
 *
 * @param heading - Draws a heading of the level below that of the widget.
 */
export function nextStepCards(guidance: Guidance, directory: Directory, heading: Heading): TemplateResult {
  const { regime, next } = guidance;
  const { first, because } = next;
  if (regime?.kind !== 'daytime') {
    return html`<div class="steps">
      <div class="first vital">${heading(needOf15Text(regime))} ${call15(directory)}</div>
    </div>`;
  }
  const to15 = first.action === 'call-15';
  const [phone] = directory.vital.phones;
  return html`<div class="steps">
    <div>
      ${heading(msg('Vous avez un médecin traitant ?'))}
      <p>${msg('Appelez son cabinet d’abord.')}</p>
    </div>
    <div class="first ${to15 ? 'vital' : ''}">
      ${heading(msg('Vous n’en avez pas, ou il ne peut pas ?'))}
      ${because === 'nothing-near' ? html`<p>${msg(str`Aucun lieu ouvert sans rendez-vous à moins de ${FAR} km.`)}</p>` : nothing}
      ${to15 ? call15(directory) : stepChannels(first, guidance, directory)}
    </div>
    ${
      to15
        ? nothing
        : html`<p class="fallback">
            ${msg('Pas de solution ?')} ${callLink(directory.vital, phone!, msg('Le 15'))}${msg(' : un médecin vous oriente, de jour aussi.', { desc: 'Follows "Le 15"' })}
          </p>`
    }
  </div>`;
}
