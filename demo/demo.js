const widget = document.querySelector('#widget');
const form = document.querySelector('#settings');
const snippet = document.querySelector('#snippet');
const fallback = widget.innerHTML.trim().replace(/\s+/g, ' ').replaceAll('\u00a0', '&nbsp;');
const script = new URL('../dist/yonne-soins.js', location.href).href;

/** The widget shows the choices; the snippet says them. */
function apply() {
  const { commune, theme, lang } = Object.fromEntries(new FormData(form));
  const attributes = [
    ['commune', commune.trim()],
    ...(theme === 'light' ? [] : [['theme', theme]]),
    ...(lang === 'fr' ? [] : [['lang', lang]]),
  ];
  if (form.elements.commune.validity.valid) {
    for (const name of ['commune', 'theme', 'lang']) widget.removeAttribute(name);
    for (const [name, value] of attributes) widget.setAttribute(name, value);
    widget.requestUpdate?.();
  }
  const written = attributes.map(([name, value]) => ` ${name}="${value.replace(/[^\w-]/g, '')}"`).join('');
  snippet.textContent = `<script src="${script}" async></script>\n<yonne-soins-now${written}>\n  ${fallback}\n</yonne-soins-now>`;
}

form.addEventListener('input', apply);
form.addEventListener('submit', (event) => event.preventDefault());
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
