/**
 * The public site: `npm run site -- --url https://soins.example/ --operator "Mairie de…"` writes `dist/site/`, static files
 * with relative addresses. A script and no generator: the pages are functions of the engine's answers, and there is
 * neither Markdown nor a theme to turn into them.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build, transformSync } from 'esbuild';
import { raw } from '../demo/html.mjs';
import { publishScripts, scriptOf } from './release.mjs';
import { choiceText, translations } from './translations.mjs';

const root = new URL('../', import.meta.url);
const from = (path) => new URL(path, root);
const read = (path) => readFileSync(from(path), 'utf8');

/**
 * Pages that stand in `demo/` as files, which `npm run dev` serves: the site takes what is in their `<main>` (a file
 * without one is all content), with their own styles, and bundles their client script beside them. `built` is a script
 * that rollup made. Those that are not there are left out.
 */
const WRITTEN = [
  {
    path: 'ecran/',
    file: 'demo/ecran.html',
    script: 'demo/ecran.js',
    title: 'L’écran de garde de votre pharmacie ou de votre mairie · Soins dans l’Yonne',
    description:
      'Un fichier à ouvrir en plein écran : qui appeler maintenant, la pharmacie de garde, sans réseau ni entretien.',
  },
  {
    path: 'ecran/plein-ecran.html',
    file: 'demo/plein-ecran.html',
    title: 'Installer l’écran de garde · Soins dans l’Yonne',
    description: 'Ouvrir ecran.html en plein écran, selon le matériel, et le garder ouvert.',
  },
  {
    path: 'affiche/',
    file: 'demo/affiche.html',
    script: 'demo/client/affiche.js',
    widgets: 'yonne-affiche.js',
    title: 'L’affiche de votre commune, à imprimer · Soins dans l’Yonne',
    description: 'Une page A4 pour votre commune : qui appeler, quand, avec un QR code vers la réponse de l’instant.',
  },
  {
    path: 'editeur/',
    file: 'demo/editor/body.html',
    built: 'editeur.js',
    title: 'L’éditeur des données · Soins dans l’Yonne',
    description: 'Relire les fiches de l’annuaire, une à une, et préparer leurs corrections.',
    index: false,
  },
].filter(({ file, built }) => existsSync(from(file)) && (!built || existsSync(from(`dist/${built}`))));

/** What a page in `demo/` has of its own: its content and its styles, with the addresses of the site. */
function written({ file }) {
  const text = read(file);
  const [, main = text] = /<main[^>]*>([\s\S]*)<\/main>/.exec(text) ?? [];
  const styles = [...text.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)]
    .filter(([, name]) => name !== 'demo.css')
    .map(([, name]) => transformSync(read(`demo/${name}`), { loader: 'css', minify: true }).code.trim());
  // Where the page of the screen stands, and what the build made, as the site has them.
  const moved = main.replaceAll('../dist/', '../').replaceAll('href="ecran.html"', 'href="./"');
  return { main: raw(moved), head: styles.map((style) => raw(`<style>${style}</style>`)) };
}

/** Client scripts ask for what the build made; in the site it stands one folder up. */
const siteAddresses = {
  name: 'site-addresses',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/demo\/[^/]+\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll("new URL('../dist/", "new URL('../"),
      loader: 'js',
    })),
};

/** What stands beside the pages and the scripts, as the build made it. */
const FILES = ['cadre.html', 'ecran.html', 'annuaire.json'];
const PLUGINS = ['wordpress', 'spip'];

/** For Apache: what is not there, and what other sites may read. */
const htaccess = (path) => `ErrorDocument 404 ${path}404.html
AddDefaultCharset utf-8
<IfModule mod_headers.c>
  Header set Access-Control-Allow-Origin "*"
  <FilesMatch "@\\d+\\.\\d+\\.\\d+\\.js$">
    Header set Cache-Control "public, max-age=31536000, immutable"
  </FilesMatch>
</IfModule>
`;

/**
 * Writes the site.
 *
 * @param {object} options - `url`: where it will stand, its folder included; `operator`: who runs it, in words;
 * `worker`: whether browsers keep its pages; `hosts`: where the plugins are, if they are; `folder`: where to write it.
 * @returns How many pages and bytes of them there are.
 */
export async function buildSite({
  url,
  operator = '',
  worker = true,
  hosts = from('dist/hosts/'),
  folder = from('dist/site/'),
}) {
  const { layout } = await import('../demo/layout.mjs');
  const { communes } = await import('../demo/model.mjs');
  const { frontPage } = await import('../demo/pages/front.mjs');
  const { communesPage } = await import('../demo/pages/communes.mjs');
  const { communePage } = await import('../demo/pages/commune.mjs');
  const { embedPage } = await import('../demo/pages/embed.mjs');
  const { dataPage } = await import('../demo/pages/data.mjs');
  const words = await import('../demo/pages/about.mjs');
  const { downloads } = await import('../demo/downloads.mjs');

  const write = (path, content) => {
    const file = new URL(path, folder);
    mkdirSync(new URL('./', file), { recursive: true });
    writeFileSync(file, content);
  };
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const file of FILES) cpSync(from(`dist/${file}`), new URL(file, folder));
  for (const { built } of WRITTEN) if (built) write(built, scriptOf(built));
  const plugins = {};
  for (const name of PLUGINS) {
    const zip = new URL(`yonne-soins-${name}.zip`, hosts);
    plugins[name] = existsSync(zip);
    if (plugins[name]) cpSync(zip, new URL(`yonne-soins-${name}.zip`, folder));
  }
  const pinned = publishScripts(folder, url).files.filter((script) => script.pinned);
  for (const { name, file } of pinned) cpSync(new URL(file, folder), new URL(name, folder));
  const integrity = Object.fromEntries(pinned.map(({ name, file, integrity }) => [name, { file, integrity }]));
  for (const { path, script } of [...WRITTEN, { path: 'integrer/', script: 'demo/client/configurator.js' }]) {
    if (!script) continue;
    await build({
      entryPoints: [fileURLToPath(from(script))],
      outdir: fileURLToPath(new URL(path, folder)),
      bundle: true,
      // What a script asks for when it is needed stays a file of its own.
      splitting: true,
      minify: true,
      format: 'esm',
      target: 'es2022',
      logLevel: 'warning',
      plugins: [siteAddresses],
    });
  }
  write('sw.js', transformSync(read('demo/client/sw.js'), { minify: true }).code);

  const site = {
    url,
    operator,
    worker,
    plugins,
    integrity,
    languages: translations.map((language) => [language.code, choiceText(language)]),
    editor: WRITTEN.some(({ path }) => path === 'editeur/'),
    styles: transformSync(read('demo/demo.css'), { loader: 'css', minify: true }).code.trim(),
  };
  const pages = [
    frontPage(site),
    communesPage(site),
    ...communes.map((commune) => communePage(site, commune)),
    embedPage(site),
    dataPage(site),
    words.cptsPage(site),
    words.aboutPage(site),
    words.accessibilityPage(site),
    words.notFoundPage(site),
    words.offlinePage(site),
    ...WRITTEN.map(({ script, built, ...page }) => ({
      ...page,
      ...written(page),
      script: script && `${page.path}${script.replace(/.*\//, '')}`,
      widgets: page.widgets ?? built,
    })),
  ];
  let bytes = 0;
  for (const page of pages) {
    const text = String(layout(site, page));
    bytes += Buffer.byteLength(text);
    write(page.path.endsWith('/') || !page.path ? `${page.path}index.html` : page.path, text);
  }
  for (const [name, content] of downloads()) write(`donnees/${name}`, content);
  const listed = pages.filter(({ index = true }) => index).map(({ path }) => `<url><loc>${url}${path}</loc></url>`);
  write(
    'sitemap.xml',
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${listed.join('\n')}\n</urlset>\n`,
  );
  write('robots.txt', `User-agent: *\nAllow: /\nSitemap: ${url}sitemap.xml\n`);
  write('.htaccess', htaccess(new URL(url).pathname));
  // GitHub Pages leaves nothing out.
  write('.nojekyll', '');
  return { pages: pages.length, bytes };
}

/** The address of the site with a slash at its end. @throws {Error} Where it is none. */
function address(typed) {
  const url = URL.canParse(typed) ? new URL(typed) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash)
    throw new Error(`--url ${typed}: expected the address of a folder, such as https://soins.example/yonne/`);
  return url.href.replace(/\/?$/, '/');
}

if (pathToFileURL(process.argv[1]).href === import.meta.url) {
  const { values } = parseArgs({ options: { url: { type: 'string' }, operator: { type: 'string' } } });
  const local = `http://localhost:${process.env.PORT ?? 8000}/`;
  const start = performance.now();
  // Where it is tried, no worker stands between the server and whoever changes the site.
  const { pages, bytes } = await buildSite({ ...values, url: address(values.url ?? local), worker: !!values.url });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`dist/site/: ${pages} pages, ${Math.round(bytes / 1000)} kB, in ${seconds} s`);
}
