import { html, nothing, type TemplateResult } from 'lit';
import type { BoardGroup } from '../../src/board.ts';
import { siteName } from '../../src/format.ts';
import { msg, str } from '../shared/msg.ts';
import { qrCode } from '../shared/qr-code.ts';
import { breaks } from './texts.ts';

/** A page as a code for telephones, with its short address. */
function renderCode(url: string, title: string | TemplateResult): TemplateResult | typeof nothing {
  const name = siteName(url);
  const code = qrCode(url, msg(str`Code QR : ${name}`));
  return code === nothing
    ? nothing
    : html`<div class="code">${code}<p>${title}<br /><strong dir="ltr" class=${breaks(name)}>${name}</strong></p></div>`;
}

/**
 * The page of the host, and that on which one books where something of what is shown wants an appointment.
 *
 * @param page - A URL that was checked.
 */
export function codesBox(page: string | undefined, groups: readonly BoardGroup[]): TemplateResult | typeof nothing {
  const booked = groups
    .flatMap(({ channels }) => channels)
    .find(({ channel: { access, site } }) => access === 'online-appointment' && site)?.channel;
  const codes = [
    page ? renderCode(page, msg('Sur votre téléphone :')) : nothing,
    booked
      ? renderCode(booked.site!, html`<span lang="fr">${booked.name}</span>, ${msg('sur rendez-vous :')}`)
      : nothing,
  ].filter((code) => code !== nothing);
  return codes.length ? html`<div class="box codes">${codes}</div>` : nothing;
}
