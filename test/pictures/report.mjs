/** The page of differences: reviewed, now and what differs, beside each other. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const WORDS = { reviewed: 'Reviewed', now: 'Now', difference: 'Difference' };

const figure = (name, kind) =>
  `<figure><figcaption>${WORDS[kind]}</figcaption><a href="${name}.${kind}.png"><img src="${name}.${kind}.png" alt="" loading="lazy"></a></figure>`;

/**
 * @param {string} folder - Written anew.
 * @param {{ name: string, said: string, reviewed?: Uint8Array, now?: Uint8Array, difference?: Uint8Array }[]} differences
 * @returns The page.
 */
export function writeReport(folder, differences) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const sections = differences.map(({ name, said, ...pictures }) => {
    const kinds = Object.keys(WORDS).filter((kind) => pictures[kind]);
    for (const kind of kinds) writeFileSync(join(folder, `${name}.${kind}.png`), pictures[kind]);
    return `<section><h2 id="${name}">${name}</h2><p>${said}</p><div>${kinds.map((kind) => figure(name, kind)).join('')}</div></section>`;
  });
  const page = join(folder, 'index.html');
  writeFileSync(
    page,
    `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Pictures that differ: ${differences.length}</title>
<style>
body { margin: 1rem; font: 1rem/1.4 system-ui, sans-serif; background: #ddd; color: #111 }
h2 { margin: 2rem 0 0; font-size: 1.1rem }
p { margin: 0 0 .5rem }
section > div { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 1rem; align-items: start }
figure { margin: 0 }
img { max-width: 100%; border: 1px solid #888; background: #fff }
</style>
<h1>Pictures that differ: ${differences.length}</h1>
<ol>
${differences.map(({ name, said }) => `<li><a href="#${name}">${name}</a>: ${said}</li>`).join('\n')}
</ol>
${sections.join('\n')}
`,
  );
  return page;
}
