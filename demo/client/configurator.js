/** The embedding page: choices → one code, its steps, a preview, and what to say of it. */
import { askBase, settingsOf } from '../address-settings.js';
import {
  chosenCode,
  communeName,
  edition,
  ofKind,
  perMinute,
  proposeCommunes,
  sosMedecins,
  withRole,
} from '../communes.js';
import { inCommune, slugOf } from '../names.mjs';
import { qrSvg } from '../qr.mjs';
import { contrast, contrastText, DARK, WHITE } from './colours.js';
import { FORMS, policy, privacy } from './snippets.js';

const $ = (selector) => document.querySelector(selector);
const form = $('#settings');
const fields = form.elements;
const site = JSON.parse($('#site').textContent);
fields.base.defaultValue = site.url;
const DEFAULTS = Object.fromEntries(new FormData(form));
/** The settings that only one widget has. */
const OWN = { cpts: 'cpts-finder', territory: 'cpts-finder', contact: 'cpts-finder', audience: 'contacts' };
const NAMES = ['cpts', 'territory', 'contact', 'audience', 'lang', 'theme', 'heading-level', 'report-to'];

/** The folder of the files, as an address; `undefined` where what was typed is none. */
function baseUrl() {
  const typed = fields.base.value.trim();
  try {
    const url = new URL(/^https?:\/\//.test(typed) ? typed : `https://${typed}`);
    if (!url.pathname.endsWith('/')) url.pathname += '/';
    return typed && (url.hostname.includes('.') || url.hostname === 'localhost') ? url : undefined;
  } catch {
    return undefined;
  }
}

/** What was chosen, as the codes want it. */
function chosen() {
  const values = Object.fromEntries(new FormData(form));
  const code = chosenCode(fields.commune);
  const attributes = NAMES.filter((name) => values[name] !== DEFAULTS[name] && fields[name].validity.valid)
    .filter((name) => (OWN[name] ?? values.widget) === values.widget)
    .map((name) => [name, values[name].trim()]);
  if (code) attributes.unshift(['commune', code]);
  if (values['structured-data'] && values.widget === 'contacts') attributes.push(['structured-data', '']);
  const base = (baseUrl() ?? new URL(site.url)).href;
  const ownAccent = values.accent !== DEFAULTS.accent;
  return {
    widget: values.widget,
    attributes,
    base,
    lang: values.lang === DEFAULTS.lang ? '' : values.lang,
    accent: ownAccent ? values.accent : '',
    onAccent: ownAccent && contrast(values.accent, WHITE) < 4.5 ? '#000' : '',
    pinned: values.pinned ? site.integrity : undefined,
    directory: values['no-directory'] ? '' : new URL('annuaire.json', site.url).href,
    page: new URL(code ? `communes/${slugOf(communeName(code))}/` : '', site.url).href,
    where: code ? inCommune(communeName(code)) : 'dans l’Yonne',
    fallback: fallback(),
    plain: plain(),
  };
}

/** A number to press, and what it costs. */
function link(line) {
  const digits = line.number.replace(/ /g, '');
  const uri = /^0[1-79]\d{8}$/.test(digits) ? `+33${digits.slice(1)}` : digits;
  const cost = perMinute(line) || (line.price === 'paid' ? 'numéro payant' : '');
  return `<a href="tel:${uri}">${line.number.replace(/^(3[26])(\d\d)$/, '$1 $2')}</a>${cost ? ` (${cost})` : ''}`;
}

/** What stands in the page without the script. */
function fallback() {
  const [vital] = withRole('vital');
  const [european] = withRole('european-emergency');
  const lines = (label, found) => found.slice(0, 1).map((line) => `${label} : ${link(line)}.`);
  // No <p>: WordPress's automatic paragraphs would end the element before it.
  return [
    `Urgence vitale : ${link(vital)} ou ${link(european)}. Sourd ou malentendant : <a href="sms:114">SMS au 114</a>.`,
    `Besoin d’un médecin la nuit, le week-end, un jour férié : appelez le ${link(vital)} avant de vous déplacer.`,
    ...lines('SOS Médecins', sosMedecins),
    ...lines('Pharmacie de garde', ofKind('pharmacy-line')),
    ...lines('Assurance maladie', withRole('insurance')),
  ].join('<br>\n  ');
}

/** Numbers that hold at any hour, as plain HTML. */
function plain() {
  const line = (note) => (found) => `  <li>${found.name}${note(found.town)} : ${link(found)}</li>`;
  const alone = line(() => '');
  return [
    '<ul>',
    '  <li><strong>Urgence vitale : <a href="tel:15">15</a> ou <a href="tel:112">112</a></strong>, SMS au <a href="sms:114">114</a> si l’on n’entend pas</li>',
    '  <li>Besoin d’un médecin le soir, la nuit, le week-end, un jour férié : appelez le <a href="tel:15">15</a> avant de vous déplacer</li>',
    ...[...sosMedecins, ...ofKind('sos-medecins')].map(alone),
    // No hours: they may change, and this text stays.
    ...ofKind('csnp').map(line((town) => `, ${inCommune(town)}, en journée, appelez avant de vous déplacer`)),
    ...ofKind('pharmacy-line').map(alone),
    ...withRole('insurance').map(line(() => ', aussi pour trouver un médecin traitant')),
    ...[...ofKind('helpline').filter(({ always }) => always), ...ofKind('poison-centre')].map(alone),
    `  <li>Annuaire du ${new Date(edition).toLocaleDateString('fr', { dateStyle: 'long', timeZone: 'UTC' })}</li>`,
    '</ul>',
  ].join('\n');
}

/** The form of the code that the system of the site keeps, or the one that was asked for. */
const formOf = () => fields.forme.value || form.querySelector('[name="site"]:checked').dataset.form;

/** What is said beside the fields. */
function showHints({ base, attributes }) {
  const { commune, accent, theme } = Object.fromEntries(new FormData(form));
  const code = attributes.find(([name]) => name === 'commune')?.[1];
  $('#commune-aide').textContent = code
    ? `${communeName(code)}, code INSEE ${code}.`
    : commune.trim()
      ? `« ${commune} » n’est pas une commune de l’Yonne : choisissez-la dans la liste.`
      : 'Sans commune : tout le département.';
  // Left alone, the widget has a colour for its light and one for its dark surface.
  const { enough, text } =
    accent === DEFAULTS.accent
      ? { enough: true, text: 'Couleur d’origine : conforme sur fond clair et sombre.' }
      : contrastText(accent, { '': [WHITE], dark: [DARK], auto: [WHITE, DARK] }[theme]);
  $('#contrast').textContent = text;
  $('#contrast').className = enough ? 'hint' : 'hint insufficient';
  const found = baseUrl();
  fields.base.setAttribute('aria-invalid', String(!found));
  $('#base-state').textContent = found
    ? ''
    : `« ${fields.base.value} » n’est pas une adresse : attendu https://votre-site/dossier/. Le code garde ${base}.`;
}

/** The widget as it was chosen, in the page, which loads a language when it is chosen. */
function showPreview({ widget, attributes, lang, accent, onAccent }) {
  const language = `../langues/${lang}.js`;
  if (lang && !document.querySelector(`script[src="${language}"]`)) {
    const script = document.createElement('script');
    script.src = language;
    document.head.append(script);
  }
  const element = document.createElement(`yonne-${widget}`);
  // What the reader chooses in the preview is not the choice made here.
  for (const [name, value] of [['commune', ''], ...attributes]) element.setAttribute(name, value);
  if (accent) element.style.setProperty('--yonne-accent', accent);
  if (onAccent) element.style.setProperty('--yonne-on-accent', onAccent);
  element.innerHTML = fallback();
  $('#preview').replaceChildren(element);
}

function showCode(choice) {
  const name = formOf();
  const { code, once, qr } = FORMS[name](choice);
  $('#code').textContent = code;
  $('#once').textContent = once ?? '';
  $('#once-part').hidden = !once;
  $('#qr').innerHTML = qr
    ? `${qrSvg(qr, 'class="qr" role="img" aria-label="QR code vers cette page"')}<p><a id="qr-file" download="qr.svg">Télécharger le QR code (SVG)</a></p>`
    : '';
  if (qr) $('#qr-file').href = `data:image/svg+xml,${encodeURIComponent(qrSvg(qr))}`;
  $('#rgpd').textContent = privacy(name, choice, choice.base !== site.url);
  $('#csp').textContent = policy(name, choice);
}

/** The widget shows the choices, the code says them, the address keeps them. */
function apply() {
  const choice = chosen();
  const system = form.querySelector('[name="site"]:checked').value;
  for (const part of document.querySelectorAll('[data-for]')) part.hidden = part.dataset.for !== choice.widget;
  for (const part of document.querySelectorAll('[data-site]')) part.hidden = part.dataset.site !== system;
  showHints(choice);
  showPreview(choice);
  showCode(choice);

  const code = chosenCode(fields.commune);
  const kept = [...new FormData(form)].filter(
    ([name, value]) => value !== (DEFAULTS[name] ?? '') && name !== 'commune',
  );
  if (code) kept.push(['commune', code]);
  history.replaceState(null, '', kept.length ? `?${new URLSearchParams(kept)}` : location.pathname);
}

/** The choices that the address of the page brings. */
function restore() {
  const names = [...form.elements].map(({ name }) => name);
  const { settings, base } = settingsOf(location.search, names);
  for (const [name, value] of settings) {
    const field = fields[name];
    if (field.type === 'checkbox') field.checked = true;
    else field.value = name === 'commune' && communeName(value) ? `${communeName(value)} (${value})` : value;
  }
  if (!base) return;
  $('#plus').open = true;
  askBase(base, $('#base-state'), (theirs) => {
    fields.base.value = theirs;
    apply();
  });
}

async function copy(from, button) {
  const copied = $('#copied');
  button.after(copied);
  copied.textContent = '';
  const text = from.textContent.replace(/\s+/g, from.localName === 'code' ? '$&' : ' ').trim();
  try {
    await navigator.clipboard.writeText(text);
    copied.textContent = 'Copié.';
  } catch {
    getSelection().selectAllChildren(from);
    copied.textContent = 'Sélectionné : copiez-le avec Ctrl + C.';
  }
}

proposeCommunes(fields.commune);
restore();
form.addEventListener('input', apply);
form.addEventListener('submit', (event) => event.preventDefault());
$('#host').addEventListener('input', ({ target }) => {
  $('#preview').className = target.value;
});
for (const button of document.querySelectorAll('[data-copy]'))
  button.addEventListener('click', () => copy($(`#${button.dataset.copy}`), button));
apply();
