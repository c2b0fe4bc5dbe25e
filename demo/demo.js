import { askBase, settingsOf } from './address-settings.js';
import {
  allCpts,
  chosenCode,
  communeName,
  edition,
  ofKind,
  perMinute,
  proposeCommunes,
  sosMedecins,
  withRole,
} from './communes.js';

const $ = (selector) => document.querySelector(selector);
const form = $('#settings');
const fields = form.elements;
const DEFAULTS = Object.fromEntries(new FormData(form));
const TITLES = Object.fromEntries([...fields.widget.options].map(({ value, text }) => [value, text]));
/** The settings that only one widget has. */
const OWN = { cpts: 'cpts-finder', audience: 'contacts', 'structured-data': 'contacts' };
const WHITE = '#ffffff';
const DARK = '#12181b';

/** Relative luminance of #rrggbb: WCAG 2.2. */
function luminance(colour) {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast of two colours, 1 to 21: WCAG 2.2. */
function contrast(a, b) {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const figure = (number) => (Math.floor(number * 10) / 10).toLocaleString('fr');
const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign]);

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

/** What was chosen, as the attributes of the widget. */
function chosen() {
  const values = Object.fromEntries(new FormData(form));
  const attributes = [['commune', chosenCode(fields.commune)]];
  for (const name of ['cpts', 'audience', 'lang', 'theme', 'heading-level']) {
    if (values[name] !== DEFAULTS[name] && (OWN[name] ?? values.widget) === values.widget)
      attributes.push([name, values[name]]);
  }
  if (values['structured-data'] && values.widget === 'contacts') attributes.push(['structured-data', '']);
  const colours =
    values.accent === DEFAULTS.accent
      ? ''
      : `--yonne-accent:${values.accent}${contrast(values.accent, WHITE) >= 4.5 ? '' : ';--yonne-on-accent:#000'}`;
  // The place of the widget, so that nothing moves when it arrives.
  attributes.push(['style', ['display:block;min-height:100vh', colours].filter(Boolean).join(';')]);
  return {
    widget: values.widget,
    attributes: attributes.filter(([name, value]) => value || name === 'structured-data'),
  };
}

const written = (attributes) =>
  attributes.map(([name, value]) => (value ? ` ${name}="${escaped(value)}"` : ` ${name}`)).join('');

/** What stands in the page without the script. */
function fallback() {
  const link = (line) => {
    const { number } = line;
    const label = number.replace(/^(3[26])(\d\d)$/, '$1 $2');
    const cost = perMinute(line);
    return `<a href="tel:${number.replace(/ /g, '')}">${label}</a>${cost ? ` (${cost})` : ''}`;
  };
  const sentences = (label, found) => found.map((line) => `${label} : ${link(line)}.`);
  const [vital] = withRole('vital');
  const [european] = withRole('european-emergency');
  // No <p>: WordPress's automatic paragraphs would end the element before it.
  return [
    `Urgence vitale : ${link(vital)} ou ${link(european)}. Sourd ou malentendant : <a href="sms:114">SMS au 114</a>.`,
    `  ${[...sentences('SOS Médecins', sosMedecins), ...sentences('Assurance maladie', withRole('insurance'))].join(' ')}`,
  ].join('\n');
}

/** Numbers that hold at any hour, as plain HTML. */
function plain() {
  const line = (note) => (found) => {
    const { name, town, number, price } = found;
    const digits = number.replace(/ /g, '');
    const uri = /^0[1-79]\d{8}$/.test(digits) ? `+33${digits.slice(1)}` : digits;
    const cost = perMinute(found) || (price === 'paid' ? 'numéro payant' : '');
    return `  <li>${name}${note(town)} : <a href="tel:${uri}">${number.replace(/^(3[26])(\d\d)$/, '$1 $2')}</a>${cost ? ` (${cost})` : ''}</li>`;
  };
  const alone = line(() => '');
  return [
    '<ul>',
    '  <li><strong>Urgence vitale : <a href="tel:15">15</a> ou <a href="tel:112">112</a></strong>, SMS au <a href="sms:114">114</a> si l’on n’entend pas</li>',
    '  <li>Besoin d’un médecin le soir, la nuit, le week-end, un jour férié : appelez le <a href="tel:15">15</a> avant de vous déplacer</li>',
    ...[...sosMedecins, ...ofKind('sos-medecins')].map(alone),
    // No hours: they may change, and this text stays.
    ...ofKind('csnp').map(line((town) => `, à ${town}, en journée, appelez avant de vous déplacer`)),
    ...ofKind('pharmacy-line').map(alone),
    ...withRole('insurance').map(line(() => ', aussi pour trouver un médecin traitant')),
    ...[...ofKind('helpline').filter(({ always }) => always), ...ofKind('poison-centre')].map(alone),
    `  <li>Annuaire du ${new Date(edition).toLocaleDateString('fr', { dateStyle: 'long', timeZone: 'UTC' })}</li>`,
    '</ul>',
  ].join('\n');
}

/** The widget shows the choices, the codes say them, the address keeps them. */
function apply() {
  const { widget, attributes } = chosen();
  const { commune, accent, theme, lang } = Object.fromEntries(new FormData(form));
  const tag = `yonne-${widget}`;
  for (const part of document.querySelectorAll('[data-for]')) part.hidden = part.dataset.for !== widget;

  const code = chosenCode(fields.commune);
  $('#commune-aide').textContent = code
    ? `${communeName(code)}, code INSEE ${code}.`
    : commune.trim()
      ? `« ${commune} » n’est pas une commune de l’Yonne : choisissez-la dans la liste.`
      : 'Sans commune : tout le département.';

  // Left alone, the widget has a colour for its light and one for its dark surface.
  const own = accent === DEFAULTS.accent;
  const surfaces = { '': [WHITE], dark: [DARK], auto: [WHITE, DARK] }[theme];
  const asText = Math.min(...surfaces.map((surface) => contrast(accent, surface)));
  const onFill = Math.max(contrast(accent, WHITE), contrast(accent, '#000000'));
  const enough = own || Math.min(asText, onFill) >= 4.5;
  $('#contrast').textContent = own
    ? 'Couleur d’origine : conforme sur fond clair et sombre.'
    : `Contraste ${figure(asText)} avec le fond${theme === 'auto' ? ' (clair ou sombre, le moins bon)' : ''}, ${figure(onFill)} sur les boutons : ${enough ? 'conforme' : 'insuffisant'} (4,5 demandé par WCAG AA).${enough ? '' : ' Les textes en prennent une nuance lisible.'}`;
  $('#contrast').className = enough ? 'hint' : 'hint insufficient';

  const element = document.createElement(tag);
  for (const [name, value] of attributes) {
    if (name === 'style') element.style.cssText = value.replace('min-height:100vh', '');
    else element.setAttribute(name, value);
  }
  // What the reader chooses in the preview is not the choice made here.
  if (!code) element.setAttribute('commune', '');
  element.innerHTML = fallback();
  $('#preview').replaceChildren(element);

  const found = baseUrl();
  const base = found ?? new URL(DEFAULTS.base);
  fields.base.setAttribute('aria-invalid', String(!found));
  $('#base-state').textContent = !found
    ? `« ${fields.base.value} » n’est pas une adresse : attendu https://votre-site/dossier/.`
    : base.href === DEFAULTS.base
      ? 'Adresse d’exemple : remplacez-la par la vôtre avant de copier.'
      : '';
  const files = ['yonne-soins.js', ...(lang === DEFAULTS.lang ? [] : [`langues/${lang}.js`])];
  const script = files.map((file) => `<script src="${escaped(new URL(file, base).href)}" async></script>`).join('\n');
  $('#script').textContent = `${script}\n<${tag}${written(attributes)}>\n  ${fallback()}\n</${tag}>`;
  // A div is a block; WordPress strips the word from those who lack its right.
  const data = attributes.map(([name, value]) =>
    name === 'style' ? [name, value.replace('display:block;', '')] : [`data-${name}`, value],
  );
  $('#div').textContent = `${script}\n<div data-yonne="${widget}"${written(data)}>\n  ${fallback()}\n</div>`;
  const frame = new URL('cadre.html', base);
  frame.searchParams.set('widget', widget);
  for (const [name, value] of attributes) if (name !== 'style') frame.searchParams.set(name, value);
  if (accent !== DEFAULTS.accent) frame.searchParams.set('accent', accent);
  $('#iframe').textContent =
    `<iframe src="${escaped(frame.href)}" title="${escaped(TITLES[widget])}" width="100%" height="700" loading="lazy" allow="geolocation">\n  ${fallback()}\n</iframe>`;
  $('#static').textContent = plain();

  const kept = [...new FormData(form)].filter(
    ([name, value]) => value !== (DEFAULTS[name] ?? '') && name !== 'commune',
  );
  if (code) kept.push(['commune', code]);
  history.replaceState(null, '', kept.length ? `?${new URLSearchParams(kept)}` : location.pathname);
}

/** The choices that the address of the page brings. */
function restore() {
  const { settings, base } = settingsOf(
    location.search,
    [...form.elements].map(({ name }) => name),
  );
  for (const [name, value] of settings) {
    const field = fields[name];
    if (field.type === 'checkbox') field.checked = true;
    else field.value = name === 'commune' && communeName(value) ? `${communeName(value)} (${value})` : value;
  }
  if (base)
    askBase(base, $('#base-state'), (theirs) => {
      fields.base.value = theirs;
      apply();
    });
}

async function copy(text, from, button) {
  const copied = $('#copied');
  button.after(copied);
  copied.textContent = '';
  try {
    await navigator.clipboard.writeText(text);
    copied.textContent = 'Copié.';
  } catch {
    getSelection().selectAllChildren(from);
    copied.textContent = 'Sélectionné : copiez-le avec Ctrl + C.';
  }
}

proposeCommunes(fields.commune);
fields.cpts.append(...allCpts.map(({ id, name }) => new Option(name, id)));
restore();
form.addEventListener('input', apply);
form.addEventListener('submit', (event) => event.preventDefault());
$('#host').addEventListener('input', ({ target }) => {
  $('#preview').className = target.value;
});
for (const button of document.querySelectorAll('[data-copy]')) {
  button.addEventListener('click', () => {
    const from = $(`#${button.dataset.copy}`);
    copy(from.textContent.replace(/\s+/g, from.localName === 'code' ? '$&' : ' ').trim(), from, button);
  });
}
apply();
