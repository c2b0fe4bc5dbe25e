import { chosenCode, communeName, proposeCommunes } from './communes.js';

const $ = (selector) => document.querySelector(selector);
const form = $('#settings');
const preview = $('#preview');
const source = new URL('../dist/ecran.html', import.meta.url);
const ATTRIBUTES = ['commune', 'name', 'theme', 'second-lang', 'page'];
/** How the hash of the address calls each attribute. */
const IN_HASH = { name: 'nom', 'second-lang': 'lang2' };

proposeCommunes(form.elements.commune);

/** The attributes chosen, those left alone absent. */
function chosen() {
  const values = Object.fromEntries(new FormData(form));
  values.commune = chosenCode(form.elements.commune);
  if (!form.elements.page.validity.valid) values.page = '';
  return ATTRIBUTES.filter((name) => values[name]?.trim()).map((name) => [name, values[name].trim()]);
}

/** A roster is data in a script element, which "<" would end. */
const rosterText = () => $('#roster').value.replace(/</g, '‹');

/** Shows the choices in the preview, at the moment chosen. */
function apply() {
  const attributes = chosen();
  const { value } = form.elements.commune;
  const code = chosenCode(form.elements.commune);
  $('#commune-aide').textContent =
    code || !value.trim() ? '' : `« ${value} » n’est pas une commune de l’Yonne : choisissez-la dans la liste.`;
  const hash = new URLSearchParams(attributes.map(([name, text]) => [IN_HASH[name] ?? name, text]));
  $('#address').textContent = `ecran.html#${hash}`;
  if ($('#moment').value) hash.set('now', $('#moment').value);
  const page = preview.contentDocument;
  const screen = page?.querySelector('yonne-garde-screen');
  if (!screen) return;
  preview.contentWindow.location.hash = hash;
  const roster = screen.querySelector('script[type="text/csv"]');
  if (roster.textContent.trim() !== rosterText().trim()) roster.textContent = rosterText();
  if (!rosterText().trim()) $('#problems').replaceChildren();
  preview.title = `Aperçu de l’écran${code ? ` de ${communeName(code)}` : ''}`;
}

/** The preview is drawn at the size of a real screen, then scaled. */
function scale() {
  const [width, height] = $('#format')
    .value.split(' ')
    .map((side) => Number(side) * (side === '64' || side === '14' ? 20 : 80));
  const frame = preview.parentElement;
  const factor = Math.min(frame.clientWidth / width, 560 / height);
  Object.assign(preview.style, { width: `${width}px`, height: `${height}px`, transform: `scale(${factor})` });
  frame.style.height = `${height * factor}px`;
}

function onLoad() {
  const page = preview.contentDocument;
  page.addEventListener('yonne-roster', ({ detail }) => {
    const list = document.createElement('ul');
    list.append(
      ...detail.messages.slice(0, 12).map((text) => Object.assign(document.createElement('li'), { textContent: text })),
    );
    const rest = detail.messages.length - 12;
    const found = document.createElement('p');
    found.textContent = $('#roster').value.trim()
      ? `${detail.duties} garde${detail.duties > 1 ? 's' : ''} lue${detail.duties > 1 ? 's' : ''}.${rest > 0 ? ` Et ${rest} autres remarques.` : ''}`
      : '';
    $('#problems').replaceChildren(found, list);
  });
  apply();
}

async function readFile(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const decode = (encoding) => new TextDecoder(encoding, { fatal: encoding === 'utf-8' }).decode(bytes);
  let text;
  try {
    // Excel's "Unicode text" begins with FF FE.
    text = decode(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8');
  } catch {
    text = decode('windows-1252');
  }
  $('#roster').value = text;
  apply();
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
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([file], { type: 'text/html' }));
  link.download = 'ecran.html';
  link.click();
}

form.addEventListener('input', apply);
form.addEventListener('submit', (event) => event.preventDefault());
$('#look').addEventListener('input', () => {
  scale();
  apply();
});
$('#look').addEventListener('submit', (event) => event.preventDefault());
$('#file').addEventListener('change', ({ target }) => target.files[0] && readFile(target.files[0]));
for (const type of ['dragover', 'drop']) {
  $('#roster').addEventListener(type, (event) => {
    const [file] = event.dataTransfer.files;
    if (type === 'drop' && !file) return;
    event.preventDefault();
    if (file) readFile(file);
  });
}
$('#download').addEventListener('click', download);
new ResizeObserver(scale).observe(preview.parentElement);
preview.addEventListener('load', onLoad);
if (preview.contentDocument?.readyState === 'complete' && preview.contentDocument.querySelector('yonne-garde-screen'))
  onLoad();
scale();
