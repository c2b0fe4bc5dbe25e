/** The codes that people paste, as text: pure functions of what was chosen. */

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escaped = (text) => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign]);

const NAMES = {
  'soins-now': 'Se soigner maintenant',
  'cpts-finder': 'Trouver ma CPTS et un médecin traitant',
  contacts: 'Qui appeler, pour quoi',
};

const written = (attributes) =>
  attributes.map(([name, value]) => (value ? ` ${name}="${escaped(value)}"` : ` ${name}`)).join('');

/** Where the script has not come after this time, its place is given up. */
const WAIT = '6s';
const GIVE_UP = '@keyframes yonne-attente{to{min-height:0}}';

/** A CMS that strips the tag leaves a comment behind, which nobody sees; style sheets may begin with one. */
const style = (rules) => `<style><!-- ${rules}${GIVE_UP} --></style>`;

/**
 * The place of the widget until it is drawn, so that nothing below it moves then; given up where no script comes. What is
 * drawn keeps it: on a tall screen, what follows would move up.
 */
const reserve = {
  script: (tag) =>
    style(`${tag}{display:block;min-height:100vh}${tag}:not(:defined){animation:yonne-attente 0s ${WAIT} forwards}`),
  div: () =>
    style(
      `[data-yonne]{min-height:100vh;animation:yonne-attente 0s ${WAIT} forwards}[data-yonne]::part(card){min-height:100vh}`,
    ),
};

/** The scripts of a page: that of the widgets and that of each language; with a hash, one version for ever. */
function scripts({ base, widget, lang, pinned }) {
  const files = [
    widget === 'soins-now' ? 'yonne-soins-now.js' : 'yonne-soins.js',
    ...(lang ? [`langues/${lang}.js`] : []),
  ];
  return files
    .map((name) => {
      const { file, integrity } = pinned?.[name] ?? { file: name };
      const hash = integrity ? ` integrity="${integrity}" crossorigin="anonymous"` : '';
      return `<script src="${escaped(new URL(file, base).href)}"${hash} async></script>`;
    })
    .join('\n');
}

const colours = ({ accent, onAccent }) =>
  accent ? `--yonne-accent:${accent}${onAccent ? `;--yonne-on-accent:${onAccent}` : ''}` : '';

/** The attributes of the widget in the page. */
const attributesOf = ({ attributes, directory }) => [...attributes, ...(directory ? [['directory', directory]] : [])];

function script(choice) {
  const tag = `yonne-${choice.widget}`;
  const style = colours(choice);
  const attributes = [...attributesOf(choice), ...(style ? [['style', style]] : [])];
  return {
    code: `${reserve.script(tag)}\n${scripts(choice)}\n<${tag}${written(attributes)}>\n  ${choice.fallback}\n</${tag}>`,
  };
}

function div(choice) {
  const style = colours(choice);
  const attributes = [
    ['data-yonne', choice.widget],
    ...attributesOf(choice).map(([name, value]) => [`data-${name}`, value]),
    ...(style ? [['style', style]] : []),
  ];
  return {
    code: `<div${written(attributes)}>\n  ${choice.fallback}\n</div>`,
    once: `${reserve.div()}\n${scripts(choice)}`,
  };
}

/** The languages that the page of an iframe holds beside French. */
const IN_FRAME = ['en'];

/** Which settings an address can hold: what a CPTS says of itself must stand in its own page. */
const inAddress = ({ attributes }) =>
  attributes.filter(
    ([name, value]) => name !== 'territory' && name !== 'contact' && (name !== 'lang' || IN_FRAME.includes(value)),
  );

function iframe(choice) {
  const { base, widget, accent, onAccent, fallback } = choice;
  const address = new URL('cadre.html', base);
  address.searchParams.set('widget', widget);
  for (const [name, value] of inAddress(choice)) address.searchParams.set(name, value);
  if (accent) address.searchParams.set('accent', accent);
  if (accent && onAccent) address.searchParams.set('on-accent', onAccent);
  const title = escaped(NAMES[widget]);
  return {
    code: `<iframe src="${escaped(address.href)}" title="${title}" width="100%" height="700" loading="lazy" allow="geolocation">\n  ${fallback}\n</iframe>`,
  };
}

function frame(choice) {
  const { base, widget, accent, onAccent } = choice;
  const data = [
    ['widget', `yonne-${widget}`],
    ...inAddress(choice),
    ...(accent ? [['accent', accent]] : []),
    ...(accent && onAccent ? [['on-accent', onAccent]] : []),
  ].map(([name, value]) => [`data-${name}`, value]);
  return { code: `<script src="${escaped(new URL('cadre.js', base).href)}"${written(data)} async></script>` };
}

/** What the plugins call the widgets. */
const PLUGIN_NAMES = { 'soins-now': 'yonne_soins', 'cpts-finder': 'yonne_cpts', contacts: 'yonne_contacts' };

/** WordPress's shortcode, with the plugin. */
const shortcode = ({ widget, attributes }) => ({ code: `[${PLUGIN_NAMES[widget]}${written(attributes)}]` });

/** SPIP's model, with the plugin. */
const model = ({ widget, attributes }) => ({
  code: `<${PLUGIN_NAMES[widget]}${attributes.map(([name, value]) => `|${name}=${value}`).join('')}>`,
});

const html = ({ plain }) => ({ code: plain });

/** A link to the page of the commune, and its QR code: the caller draws it. */
function link({ page, where }) {
  return {
    code: `<a href="${escaped(page)}">${escaped(`Se soigner ${where} : qui appeler maintenant`)}</a>`,
    qr: page,
  };
}

/** The forms by what the address of the page calls them. */
export const FORMS = { script, div, iframe, cadre: frame, wordpress: shortcode, spip: model, html, lien: link };

const NOTHING_KEPT =
  'Il ne dépose aucun cookie, n’utilise aucun stockage du navigateur et n’envoie aucune donnée. La position n’est lue que si le visiteur appuie sur « Me localiser » ; elle ne quitte pas son appareil.';

/** What a visitor's browser fetches for a script in the page. @param host - Of the script; none: the page's own. */
function fetched({ directory, lang }, host) {
  const files = lang ? 'les scripts' : 'le script';
  const fresh = 'l’annuaire à jour (une fois par page, puis une fois par jour si elle reste ouverte)';
  const from = directory && new URL(directory).host;
  if (!host) return from ? `${files} à ce site lui-même, et ${fresh} à ${from}` : undefined;
  return from ? `${files} et ${fresh} à ${host}` : `${files} à ${host}, et rien d’autre`;
}

/**
 * The sentence for the legal pages of whoever pastes a form: what a visitor's browser fetches, and from where.
 *
 * @param {boolean} ownSite - The files are on the site that pastes the code.
 */
export function privacy(form, { base, directory, lang }, ownSite) {
  const { host } = new URL(base);
  const sees = (who) => `${who} voit donc l’adresse IP du visiteur, comme tout serveur web.`;
  const own = `Le widget yonne-soins de ce site est servi par ce site lui-même : le navigateur du visiteur ne demande rien à un autre site. ${NOTHING_KEPT}`;
  if (form === 'lien')
    return `Ce site a un lien vers ${host}. Rien n’y est demandé tant que le visiteur ne le suit pas.`;
  if (form === 'html') return 'Les numéros de soins de ce site sont du texte : rien n’est demandé à un autre site.';
  if (form === 'wordpress' || form === 'spip') return own;
  if (form === 'iframe' || form === 'cadre') {
    if (ownSite) return own;
    const what = form === 'cadre' ? 'le script cadre.js, puis la page cadre.html' : 'la page cadre.html';
    return `Le widget yonne-soins de ce site est un cadre : le navigateur du visiteur demande ${what} à ${host}, et rien d’autre. ${sees(host)} ${NOTHING_KEPT}`;
  }
  const what = fetched({ directory, lang }, ownSite ? '' : host);
  if (!what) return own;
  return `Pour le widget yonne-soins de ce site, le navigateur du visiteur demande ${what}. ${sees(ownSite ? new URL(directory).host : host)} ${NOTHING_KEPT}`;
}

/** The shortest policies under which a form works. */
export function policy(form, { base, directory, widget, lang }) {
  const at = (file) => new URL(file, base).href;
  if (form === 'iframe') return `frame-src ${at('cadre.html')}`;
  if (form === 'cadre') return `script-src ${at('cadre.js')}; frame-src ${at('cadre.html')}`;
  const file = widget === 'soins-now' ? 'yonne-soins-now.js' : 'yonne-soins.js';
  const sources = [at(file), ...(lang ? [at(`langues/${lang}.js`)] : [])].join(' ');
  return `script-src ${sources}${directory ? `; connect-src ${directory}` : ''}`;
}
