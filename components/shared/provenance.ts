/** Where a record comes from, how old that is, and whom to tell that it is wrong. */

import { html, nothing, type TemplateResult } from 'lit';
import type { Directory } from '../../src/directory.ts';
import type { Commune, Provenance, Source } from '../../src/directory-schema.ts';
import type { Instant } from '../../src/time/calendar.ts';
import { msg, str } from './msg.ts';
import { siteLink } from './templates.ts';
import { isoDayText, momentText, sourceDateText } from './time-words.ts';
import { version } from './version.ts';

/** A source by its publisher, with its day and a link where they are known. */
function sourceName({ publisher, url, date }: Source): TemplateResult {
  return html`${url ? siteLink(url, publisher) : html`<span lang="fr">${publisher}</span>`}${date ? `, ${sourceDateText(date)}` : ''}`;
}

/** The sources of a record, those who answer for what they say before the press; when it was checked, and confirmed. */
export function provenanceText({ sources, checked, confirmed }: Provenance, directory: Directory): TemplateResult {
  // In the order of the directory, which has the press last.
  const named = [...directory.sources.values()].filter(({ id }) => sources.includes(id));
  const label = named.length > 1 ? msg('Sources :') : msg('Source :');
  return html`${label} ${named.map((source, i) => html`${i ? ' ; ' : ''}${sourceName(source)}`)}.
  ${msg(str`Vérifié le ${isoDayText(checked)}.`)}
  ${confirmed ? msg(str`Confirmé le ${isoDayText(confirmed.on)} par ${confirmed.by}.`) : nothing}`;
}

/** What a report of an error says by itself. */
export interface ReportContext {
  /** The e-mail address or the form that the host gives; the directory's is its health agency's. */
  to: string | undefined;
  directory: Directory;
  commune: Commune | undefined;
  at: Instant | undefined;
}

/** A link that opens a mail about a record, or the host's form; nothing where no address is known. */
export function reportLink(record: string, { to, directory, commune, at }: ReportContext): TemplateResult | undefined {
  const address = to || directory.channelOf('health-agency')?.email;
  if (!address) return undefined;
  const facts: Record<string, string> = {
    record,
    commune: commune ? `${commune.name} (${commune.code})` : '–',
    moment: at === undefined ? '–' : momentText(at),
    edition: `${directory.date}, yonne-soins ${version}`,
  };
  const body = [
    `${msg('Fiche')} : ${record}`,
    `${msg('Commune')} : ${facts.commune}`,
    `${msg('Moment')} : ${facts.moment}`,
    `${msg('Annuaire')} : ${facts.edition}`,
    '',
    msg('Ce qui est faux, et ce qui serait juste :'),
    '',
  ].join('\r\n');
  const subject = encodeURIComponent(msg(str`Erreur dans l’annuaire des soins : ${record}`));
  const href = /^https:/.test(address)
    ? address.replace(/\{(\w+)\}/g, (hole, name) => encodeURIComponent(facts[name] ?? hole))
    : `mailto:${address}?subject=${subject}&body=${encodeURIComponent(body)}`;
  return html`<a href=${href}
    >${msg('Signaler une erreur')}<span class="visually-hidden" lang="fr">, ${record}</span></a
  >`;
}
