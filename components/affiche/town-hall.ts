import { html, nothing, type TemplateResult } from 'lit';
import { phoneText } from '../../src/format.ts';
import { type OpeningHours, parseOpeningHours } from '../../src/time/opening-hours.ts';
import { hoursText } from '../shared/hours-words.ts';
import { warnOnce } from '../shared/warn.ts';

/** Whose poster it is, as its host says. */
interface TownHall {
  name?: string | undefined;
  phone?: string | undefined;
  hours?: string | undefined;
  logo?: string | undefined;
}

/** Hours as OpenStreetMap writes them, in words; any other text as it is. */
function hoursIn(text: string): string {
  let hours: OpeningHours;
  try {
    hours = parseOpeningHours(text);
  } catch {
    return text;
  }
  return hoursText(hours).join(' · ');
}

/** The address of an image of the same site, or of another one by https; others are named. */
function imageUrl(logo: string, host: Element): string | undefined {
  try {
    const { href, protocol, origin } = new URL(logo, document.baseURI);
    if (protocol === 'https:' || (protocol === 'http:' && origin === location.origin)) return href;
  } catch {
    // Named below.
  }
  warnOnce(host, `logo="${logo}"`, 'the URL of an image, from https:// or of this site');
  return undefined;
}

const hide = ({ target }: Event): void => {
  (target as HTMLElement).hidden = true;
};

/** Logo, name, number and hours of a town hall; nothing where its host says none of them. */
export function townHall({ name, phone, hours, logo }: TownHall, host: Element): TemplateResult | typeof nothing {
  if (!name && !phone && !hours && !logo) return nothing;
  const url = logo && imageUrl(logo, host);
  const reached = [phone && phoneText(phone), hours && hoursIn(hours)].filter(Boolean).join(' · ');
  return html`<div class="town-hall">
    ${url ? html`<img src=${url} alt="" referrerpolicy="no-referrer" @error=${hide} />` : nothing}
    <div>${name ? html`<strong>${name}</strong><br />` : nothing}${reached}</div>
  </div>`;
}
