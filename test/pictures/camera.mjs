/** Takes the pictures: the sources as they are, in a browser in which nothing depends on the machine or on the moment. */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import nodeResolve from '@rollup/plugin-node-resolve';
import { launch } from 'puppeteer-core';
import { rollup } from 'rollup';
import esbuild from 'rollup-plugin-esbuild';
import { assets } from '../../build/assets.mjs';
import { carriedChromium, findChromium } from '../../build/chromium.mjs';

const root = join(import.meta.dirname, '../..');

/** Letters, colours and edges that are the same on every machine. */
const ARGS = ['--disable-lcd-text', '--force-color-profile=srgb', '--hide-scrollbars', '--force-device-scale-factor=1'];

/**
 * What Puppeteer's `launch` takes: the browser that npm carries, of the same version for everybody, or the one that
 * `CHROME_PATH` names. `carried` says whether it is the one of which the reviewed pictures are.
 */
export function browserOfPictures() {
  const carried = !process.env.CHROME_PATH && carriedChromium();
  if (!carried) return { carried: false, options: findChromium() };
  return { carried: true, options: { ...carried, args: ['--no-sandbox', '--disable-gpu'], headless: 'shell' } };
}

/** Arimo, as wide as Arial, which most machines have or stand in for; the poster asks for Arial by its name. */
function fontFaces() {
  const folder = join(root, 'node_modules/@fontsource/arimo');
  const css = ['400.css', '700.css'].map((file) => readFileSync(join(folder, file), 'utf8')).join('');
  const faces = css.match(/@font-face \{[^}]*\}/g).filter((face) => /arimo-(latin|cyrillic)/.test(face));
  const inlined = faces.map((face) =>
    face.replace(/src: url\(([^)]+)\).*?;/, (_, path) => {
      return `src: url(data:font/woff2;base64,${readFileSync(join(folder, path), 'base64')});`;
    }),
  );
  return [...inlined, ...inlined.map((face) => face.replace("'Arimo'", 'Arial'))].join('\n');
}

async function page() {
  const bundle = await rollup({
    input: join(root, 'test/pictures/page.ts'),
    plugins: [
      nodeResolve({ extensions: ['.ts', '.js', '.mjs'] }),
      assets(),
      esbuild({ target: 'es2022', tsconfig: join(root, 'tsconfig.json') }),
    ],
  });
  const { output } = await bundle.generate({ format: 'iife' });
  await bundle.close();
  return `<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<title>Pictures</title>
<style>
${fontFaces()}
:root { color-scheme: light dark; font-family: Arimo }
body { margin: 8px }
body.screen { margin: 0 }
*, ::before, ::after { animation: none !important; transition: none !important; caret-color: transparent !important }
</style>
<script>${output[0].code.replaceAll('</script', '<\\/script')}</script>
<body></body>`;
}

/** Milliseconds after which a browser counts as hung. */
const HUNG = 600_000;

/** How many browsers at once: a page in the background gets no frames, so that each has one page. */
const BROWSERS = Math.min(4, availableParallelism());

/**
 * The pictures of some cases: each in a page of its own, so that none sees what another one did.
 *
 * @param {(name: string, png: Uint8Array) => void} take - What becomes of each, in no order.
 */
export async function photograph(cases, options, take) {
  const html = await page();
  const left = [...cases];
  const work = async () => {
    const browser = await launch({ ...options, args: [...options.args, ...ARGS], protocolTimeout: HUNG });
    try {
      for (let one = left.shift(); one; one = left.shift()) take(one.name, await pictureOf(one, browser, html));
    } finally {
      await browser.close();
    }
  };
  await Promise.all(Array.from({ length: BROWSERS }, work));
}

async function pictureOf(one, browser, html) {
  const { name, width, height = 600, media = {}, print, ...told } = one;
  const page = await browser.newPage();
  const failed = new Promise((_, reject) => page.once('pageerror', reject));
  try {
    await page.setRequestInterception(true);
    // An address of its own, and no network.
    page.on('request', (request) =>
      request.isNavigationRequest()
        ? request.respond({ contentType: 'text/html', body: html })
        : request.url().startsWith('data:')
          ? request.continue()
          : request.abort(),
    );
    await page.setViewport({ width, height });
    await page.emulateTimezone('Europe/Paris');
    const devtools = await page.createCDPSession();
    await devtools.send('Emulation.setEmulatedMedia', {
      media: print ? 'print' : 'screen',
      features: Object.entries({ 'prefers-color-scheme': 'light', ...media }).map(([name, value]) => ({ name, value })),
    });
    await page.goto('https://pictures.example/', { timeout: HUNG });
    await Promise.race([page.evaluate((given) => window.draw(given), { ...told, print }), failed]);
    return await page.screenshot({ fullPage: true, captureBeyondViewport: true });
  } catch (error) {
    throw new Error(`${name}: ${error.message}`, { cause: error });
  } finally {
    // Of a browser that is gone, what was thrown before says why.
    await page.close().catch(() => undefined);
  }
}
