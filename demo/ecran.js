import { hoursProblem, readRoster, strictDuties, textOfFile, textOfText } from '../dist/fabrique/roster.js';
import { chosenCode, communeName, proposeCommunes } from './communes.js';
import { ofCommune } from './names.mjs';

const $ = (selector) => document.querySelector(selector);
const form = $('#settings');
const preview = $('#screen');
const source = new URL('../dist/ecran.html', import.meta.url);
const ATTRIBUTES = ['commune', 'name', 'hours', 'theme', 'second-lang', 'page', 'roster'];
/** How the hash of the address calls each attribute. */
const IN_HASH = { name: 'nom', hours: 'horaires', 'second-lang': 'lang2' };
/** The form that the screen reads, which a shared sheet must have. */
const TEMPLATE = 'début;fin;nom;adresse;ville;téléphone\n01/01/2026 19:30;02/01/2026 09:00;Exemple à remplacer;;;\n';

proposeCommunes(form.elements.commune);

/** The attributes chosen, those left alone absent. */
function chosen() {
  const values = Object.fromEntries(new FormData(form));
  values.commune = chosenCode(form.elements.commune);
  for (const name of ['hours', 'page', 'roster']) if (!form.elements[name].validity.valid) values[name] = '';
  return ATTRIBUTES.filter((name) => values[name]?.trim()).map((name) => [name, values[name].trim()]);
}

/** What is understood of the roster. */
let read = readRoster('');

/** A roster is data in a script element, which "<" would end. */
const rosterText = () => read.csv.replace(/</g, '‹');

/** Shows the choices in the preview, at the moment chosen. */
function apply() {
  const { hours } = form.elements;
  hours.setCustomValidity(hours.value.trim() && hoursProblem(hours.value.trim()));
  $('#hours-lu').textContent = hours.validationMessage;
  const attributes = chosen();
  const { value } = form.elements.commune;
  const code = chosenCode(form.elements.commune);
  $('#commune-aide').textContent =
    code || !value.trim() ? '' : `« ${value} » n’est pas une commune de l’Yonne : choisissez-la dans la liste.`;
  const hash = new URLSearchParams(attributes.map(([name, text]) => [IN_HASH[name] ?? name, text]));
  $('#address').textContent = `ecran.html#${hash}`;
  if ($('#moment').value) hash.set('now', $('#moment').value);
  const page = preview.contentDocument;
  const screen = page?.querySelector('yonne-garde-screen');
  if (!screen) return;
  preview.contentWindow.location.hash = hash;
  const roster = screen.querySelector('script[type="text/csv"]');
  if (roster.textContent.trim() !== rosterText().trim()) roster.textContent = rosterText();
  preview.title = `Aperçu de l’écran${code ? ` ${ofCommune(communeName(code))}` : ''}`;
}

/** The preview is drawn at the size of a real screen, then scaled. */
function scale() {
  const [width, height] = $('#format')
    .value.split(' ')
    .map((side) => Number(side) * (side === '64' || side === '14' ? 20 : 80));
  const frame = preview.parentElement;
  const factor = Math.min(frame.parentElement.clientWidth / width, 560 / height);
  Object.assign(preview.style, { width: `${width}px`, height: `${height}px`, transform: `scale(${factor})` });
  Object.assign(frame.style, { width: `${width * factor}px`, height: `${height * factor}px` });
}

const element = (name, content, className = '') =>
  Object.assign(document.createElement(name), { textContent: content, className });

/** A line of the roster: what stands in it beside what is understood. */
function lineRow({ line, kind, written, span, who, remarks }) {
  const row = element('tr', '', kind);
  const number = element('th', line);
  number.scope = 'row';
  const understood = element('td', kind === 'title' ? 'Titre ou remarque, non affiché' : '');
  if (kind === 'left-out') understood.append(element('strong', 'Laissée de côté'));
  if (who) understood.append(element('strong', who), element('span', span));
  if (remarks.length) {
    const list = document.createElement('ul');
    list.append(...remarks.map((remark) => element('li', remark)));
    understood.append(list);
  }
  row.append(number, element('td', written), understood);
  return row;
}

const count = (number, one, many) => `${number.toLocaleString('fr')} ${number > 1 ? many : one}`;
const leftOutText = () => count(read.leftOut, 'ligne laissée de côté', 'lignes laissées de côté');

/** Reads the roster as it stands in the field, and shows line by line what is understood. */
function readField() {
  read = readRoster($('#roster').value, $('#from').value, $('#to').value);
  const written = $('#roster').value.trim();
  const found = read.duties ? count(read.duties, 'garde comprise', 'gardes comprises') : 'Aucune garde comprise';
  const over = read.over ? ' Elles sont toutes passées : vérifiez l’année.' : '';
  $('#found').textContent = written ? `${found}${read.leftOut ? `, ${leftOutText()}` : ''}.${over}` : '';
  $('#lines').hidden = !written;
  $('#lines tbody').replaceChildren(...read.lines.map(lineRow));
  apply();
}

/** The last file or text that was given: an earlier one that is slower is forgotten. */
let asked = 0;

/** Puts a roster into the field, as lines that can be corrected there. */
async function take(text) {
  const mine = ++asked;
  try {
    const lines = await text;
    if (mine !== asked) return;
    $('#roster').value = lines;
    readField();
  } catch ({ message }) {
    if (mine === asked) $('#found').textContent = message;
  }
}

const takeFile = (file) => take(file.arrayBuffer().then((bytes) => textOfFile(new Uint8Array(bytes))));

function save(text, type, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
}

async function download() {
  const html = await (await fetch(source)).text();
  const page = new DOMParser().parseFromString('<yonne-garde-screen></yonne-garde-screen>', 'text/html');
  const tag = page.querySelector('yonne-garde-screen');
  for (const [name, value] of chosen()) tag.setAttribute(name, value);
  const open = tag.outerHTML.replace('</yonne-garde-screen>', '');
  const file = html
    .replace('<yonne-garde-screen>', () => open)
    .replace(/(<script type="text\/csv">)[^<]*/, (_, start) => `${start}${rosterText()}\n`);
  save(file, 'text/html', 'ecran.html');
}

/** Asks first where the screen would not show all that the roster says. */
function askDownload() {
  const written = $('#roster').value.trim();
  if (!written || (read.duties && !read.leftOut)) return download();
  const [title, text] = $('#ask').querySelectorAll('h2, p');
  title.textContent = read.duties
    ? `${count(read.leftOut, 'ligne du tour de garde est laissée', 'lignes du tour de garde sont laissées')} de côté`
    : 'Aucune garde n’est comprise';
  text.textContent = read.duties
    ? 'L’écran ne les montrera pas : à leur place, il donnera le 32 37. Le tableau dit ce qui manque à chacune.'
    : 'L’écran n’annoncera aucune pharmacie et donnera toujours le 32 37. Le tableau dit ce qui manque.';
  $('#ask').returnValue = '';
  $('#ask').showModal();
}

/** Says what the screen would find at the address of a shared sheet. */
async function tryAddress() {
  const field = $('#url');
  const say = (text) => {
    $('#tried').textContent = text;
  };
  if (!field.value || !field.validity.valid) return say('Écrivez une adresse qui commence par https://.');
  say('…');
  try {
    const response = await fetch(field.value, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-cache',
    });
    if (!response.ok)
      return say(`L’adresse répond « ${response.status} » : le fichier n’y est pas, ou n’est pas public.`);
    const text = await textOfFile(new Uint8Array(await response.arrayBuffer()));
    const strict = strictDuties(text);
    const { duties } = readRoster(text, $('#from').value, $('#to').value);
    if (strict >= duties && strict) say(`L’écran y lit ${count(strict, 'garde', 'gardes')}.`);
    else
      say(
        `L’écran y lit ${count(strict, 'garde', 'gardes')} ; cette page, qui trie, ${duties}. Mettez la feuille à la forme du modèle, ou collez ses lignes plus haut.`,
      );
  } catch {
    say('Cette adresse ne répond pas, ou n’autorise pas les pages d’autres sites à la lire.');
  }
}

for (const part of [form, $('#url')]) part.addEventListener('input', apply);
form.addEventListener('submit', (event) => event.preventDefault());
$('#look').addEventListener('input', () => {
  scale();
  apply();
});
$('#look').addEventListener('submit', (event) => event.preventDefault());
$('#roster').addEventListener('input', ({ target }) => {
  asked++;
  if (/^\s*BEGIN:VCALENDAR/i.test(target.value)) void take(textOfText(target.value));
  else readField();
});
for (const id of ['from', 'to']) $(`#${id}`).addEventListener('input', readField);
$('#file').addEventListener('change', ({ target }) => target.files[0] && takeFile(target.files[0]));
for (const type of ['dragover', 'dragleave', 'drop']) {
  $('.roster').addEventListener(type, (event) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    $('.roster').classList.toggle('dropping', type === 'dragover');
    const [file] = event.dataTransfer.files;
    if (type === 'drop' && file) takeFile(file);
  });
}
$('#template').addEventListener('click', () => save(`\ufeff${TEMPLATE}`, 'text/csv', 'tour-de-garde.csv'));
$('#try').addEventListener('click', tryAddress);
$('#download').addEventListener('click', askDownload);
$('#ask').addEventListener('close', ({ target }) => {
  if (target.returnValue) void download();
  else $('#roster').focus();
});
new ResizeObserver(scale).observe(preview.parentElement.parentElement);
preview.addEventListener('load', apply);
if (preview.contentDocument?.readyState === 'complete') apply();
scale();
// It scrolls: the keyboard must reach it.
$('#lines').tabIndex = 0;
readField();
