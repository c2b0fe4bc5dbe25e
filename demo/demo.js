const widgets = [...document.querySelectorAll('#widget, #finder, #contacts')];
const form = document.querySelector('#settings');
const snippet = document.querySelector('#snippet');
const fallback = new Map(widgets.map(({ localName, innerHTML }) => [localName, innerHTML.trim().replace(/\s+/g, ' ')]));

/** The widgets show the choices; the snippet says them. */
function apply() {
  const { what, commune, theme, lang } = Object.fromEntries(new FormData(form));
  const attributes = [];
  if (form.elements.commune.validity.valid && commune.trim()) attributes.push(['commune', commune.trim()]);
  if (theme !== 'light') attributes.push(['theme', theme]);
  if (lang !== 'fr') attributes.push(['lang', lang]);
  for (const widget of widgets) {
    for (const name of ['commune', 'theme', 'lang']) widget.removeAttribute(name);
    for (const [name, value] of attributes) widget.setAttribute(name, value);
  }
  const written = attributes.map(([name, value]) => ` ${name}="${value.replace(/[^\w-]/g, '')}"`).join('');
  const script = '<script src="https://votre-site.fr/yonne-soins.js" async></' + 'script>';
  snippet.textContent = `${script}\n<${what}${written}>\n  ${fallback.get(what)}\n</${what}>`;
}

form.addEventListener('input', apply);
form.addEventListener('submit', (event) => event.preventDefault());
document.addEventListener('yonne-commune-change', ({ detail }) => {
  form.elements.commune.value = detail.code;
  apply();
});
apply();

document.querySelector('#copy').addEventListener('click', async () => {
  const copied = document.querySelector('#copied');
  try {
    await navigator.clipboard.writeText(snippet.textContent);
    copied.textContent = 'Code copié.';
  } catch {
    getSelection().selectAllChildren(snippet);
    copied.textContent = 'Code sélectionné : copiez-le avec Ctrl + C.';
  }
});
