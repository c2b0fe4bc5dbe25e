import { html, nothing, type TemplateResult } from 'lit';
import type { BoardDuties } from '../../src/board.ts';
import type { CareChannel } from '../../src/directory-schema.ts';
import { phoneText } from '../../src/format.ts';
import type { ChannelNow } from '../../src/guidance.ts';
import type { Duty } from '../../src/roster.ts';
import { dayAt, type Instant, wallAt } from '../../src/time/calendar.ts';
import { availabilityNote, availabilityText } from '../shared/care-words.ts';
import { msg, str } from '../shared/msg.ts';
import { untilText, whenText } from '../shared/time-words.ts';
import { breaks, renderNumber, shorten } from './texts.ts';

/** Pharmacies on duty at a time past which the others are counted: no town has as many. */
const MOST_DUTIES = 6;

/** The hour from which a duty of the same day is one of this evening. */
const EVENING = 17;

/** What the box of the pharmacy is made of. */
interface Pharmacy {
  at: Instant | undefined;
  duties: BoardDuties;
  /** In the day other pharmacies are open: the next duty says more than the number of all. */
  daytime: boolean;
  /** The line that names the pharmacy on duty. */
  line: CareChannel | undefined;
  /** What holds at the place of the screen, and its name; `undefined` where its host does not say. */
  here: ChannelNow | undefined;
  name: string | undefined;
}

export function pharmacyBox({ at, duties: { now, coming }, daytime, line, here, name }: Pharmacy): TemplateResult {
  const open = here?.availability === 'open';
  const shown = now.length ? now : coming;
  const more = shown.length - MOST_DUTIES;
  const lineFirst = !shown.length || (!now.length && !daytime);
  const own = here ? renderHere(here, name, at) : nothing;
  return html`<div class="box pharmacy" part="pharmacy">
    ${open ? own : nothing}
    <p class="label" role="heading" aria-level="2">${shown.length > 1 ? msg('Pharmacies de garde') : msg('Pharmacie de garde')}</p>
    ${lineFirst ? line?.phones.map((phone) => html`<p class="line">${renderNumber(phone, 'only')}</p><p>${msg('indique la pharmacie de garde')}</p>`) : nothing}
    ${now.length || !coming[0] ? nothing : html`<p class="from">${fromText(coming[0].from, at!)}</p>`}
    ${shown.slice(0, MOST_DUTIES).map((duty) => renderDuty(duty, at!))}
    ${more > 0 ? html`<p class="line">${msg(str`et ${more} de plus`, { desc: 'Pharmacies on duty that are not shown; the line below tells them' })}</p>` : nothing}
    ${lineFirst ? nothing : line?.phones.map((phone) => html`<p class="line">${msg('ou par téléphone :')} ${renderNumber(phone)}</p>`)}
    ${open ? nothing : own}
  </div>`;
}

/** `Ce soir dès 19 h`, `Dès mercredi 9 h`. */
function fromText(from: Instant, at: Instant): string {
  const wall = wallAt(from);
  const when = whenText(from, at);
  return dayAt(wall) === dayAt(wallAt(at)) && new Date(wall).getUTCHours() >= EVENING
    ? msg(str`Ce soir dès ${when}`)
    : msg(str`Dès ${when}`);
}

function renderDuty({ name, address = '', town = '', phone, to }: Duty, at: Instant): TemplateResult {
  const where = [address, town].filter(Boolean).map(shorten).join(', ');
  return html`<div class="duty">
    <p class="name ${breaks(name)}"><span lang="fr">${shorten(name)}</span></p>
    ${where ? html`<p class=${breaks(where)}><span lang="fr">${where}</span></p>` : nothing}
    <p>${phone ? html`<span class="number">${phoneText(phone)}</span> · ` : nothing}${untilText(to, at)}</p>
  </div>`;
}

/** Whether the place of the screen is open. */
function renderHere(here: ChannelNow, name: string | undefined, at: Instant | undefined): TemplateResult {
  const note = availabilityNote(here, at);
  return html`<p class="here">
    ${name ? shorten(name) : msg('Ici', { desc: 'In the place where the screen is' })}<br />
    <span class="status ${here.availability}">${availabilityText(here, at)}</span>${note ? ` · ${note}` : ''}
  </p>`;
}
