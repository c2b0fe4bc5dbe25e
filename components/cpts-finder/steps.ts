import { html, nothing, type TemplateResult } from 'lit';
import type { Directory } from '../../src/directory.ts';
import type { CareChannel, Cpts } from '../../src/directory-schema.ts';
import { phoneText, siteName } from '../../src/format.ts';
import { noSiteText } from '../shared/care-words.ts';
import { msg, str } from '../shared/msg.ts';
import { callLink, siteLink } from '../shared/templates.ts';

type Contact = Pick<Cpts, 'phones' | 'email'>;

/** How a CPTS is reached: by what a source or the host gives, and by its site. */
function ways(cpts: Cpts, { phones = [], email }: Contact, directory: Directory): TemplateResult {
  const { site } = cpts;
  const list = [
    ...phones.map((phone) => callLink(cpts, phone)),
    email ? html`<a href="mailto:${email}">${email}</a>` : '',
    site ? siteLink(site, siteName(site)) : noSiteText(cpts, directory),
  ].filter(Boolean);
  return html`${list.map((way, i) => html`${i ? ' · ' : ''}${way}`)}`;
}

function channelStep(channel: CareChannel | undefined, title: string, text: string): TemplateResult | typeof nothing {
  if (!channel) return nothing;
  return html`<li>
    <strong>${title}</strong>
    <p>
      ${channel.phones.map((phone) => html`${callLink(channel, phone)} · `)}
      ${channel.site ? siteLink(channel.site, siteName(channel.site)) : nothing}
    </p>
    <p class="small">${text}</p>
  </li>`;
}

/**
 * The steps to a family doctor, which anybody can take at once.
 *
 * @param groups - The CPTS to ask; none: the reader has not said where.
 * @param contactOf - How each is reached.
 * @param mapped - There is a map to choose a CPTS on.
 */
export function familyDoctorSteps(
  groups: readonly Cpts[],
  directory: Directory,
  contactOf: (cpts: Cpts) => Contact,
  mapped: boolean,
): TemplateResult {
  const [vital] = directory.vital.phones;
  const several = groups.length > 1;
  const title = several
    ? msg('Contactez l’une de ces CPTS')
    : groups.length
      ? msg('Contactez la CPTS')
      : msg('Contactez votre CPTS');
  const choose = mapped
    ? msg('Choisissez votre commune, ou une CPTS sur la carte.')
    : msg('Choisissez votre commune, ou une CPTS de la liste.');
  return html`<ol class="steps">
    <li>
      <strong>${title}</strong>
      ${groups.map((cpts) => html`<p>${several ? html`<span lang="fr">${cpts.name}</span> · ` : nothing}${ways(cpts, contactOf(cpts), directory)}</p>`)}
      ${groups.length ? nothing : html`<p>${choose}</p>`}
      <p class="small">
        ${msg(str`Elle aide à trouver un médecin traitant, coordonne les soignants du territoire et organise des créneaux que le ${phoneText(vital!.number)} peut donner.`)}
      </p>
    </li>
    ${channelStep(
      directory.channelOf('insurance'),
      msg('Appelez l’Assurance maladie'),
      msg(
        'Son accompagnement santé aide par téléphone, compte ameli ou accueil de la CPAM. Demandez aussi le centre d’examens de santé, ou celui de la MSA si vous y êtes.',
      ),
    )}
    ${channelStep(
      directory.channelOf('professional-search'),
      msg('Cherchez sur sante.fr'),
      msg('Les professionnels autour de vous et leurs horaires. Les sites des CPTS ont aussi leur annuaire.'),
    )}
  </ol>`;
}
