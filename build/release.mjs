/** Each script under its two addresses, with what a page needs to embed it: `npm run release -- https://host/folder/` */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const dist = new URL('../dist/', import.meta.url);

/** A script that the build made. Its map stays there: under another name or alone, browsers would ask for one in vain. */
export const scriptOf = (path) => readFileSync(new URL(path, dist), 'utf8').replace(/\n\/\/# sourceMapping.*/, '');

/**
 * Writes the scripts, and `integrity.json` beside them.
 *
 * @param {URL} folder - Where.
 * @param {string} host - The address of that folder for those who embed them.
 */
export function publishScripts(folder, host) {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  mkdirSync(new URL('langues/', folder), { recursive: true });
  const files = ['', 'langues/'].flatMap((place) => {
    // The editor is for the site, beside its directory: no other page embeds it.
    const names = readdirSync(new URL(`./${place}`, dist)).filter((name) => /(?<!^editeur)\.js$/.test(name));
    return names.flatMap((name) => {
      const code = scriptOf(`${place}${name}`);
      const integrity = `sha384-${createHash('sha384').update(code).digest('base64')}`;
      const publish = (release, attributes) => {
        const file = `${place}${name.replace('.js', `@${release}.js`)}`;
        writeFileSync(new URL(file, folder), code);
        const script = `<script src="${new URL(file, host)}"${attributes} async></script>`;
        return { name: `${place}${name}`, pinned: release === version, file, integrity, script };
      };
      return [
        publish(version, ` integrity="${integrity}" crossorigin="anonymous"`),
        // Its bytes change with each release: with a hash, the page would refuse the next one.
        publish(version.split('.')[0], ''),
      ];
    });
  });
  const written = { version, files: files.map(({ file, integrity, script }) => ({ file, integrity, script })) };
  writeFileSync(new URL('integrity.json', folder), `${JSON.stringify(written, null, 2)}\n`);
  return { version, files };
}

if (pathToFileURL(process.argv[1]).href === import.meta.url) {
  const [host = 'https://votre-site.example/'] = process.argv.slice(2);
  const { files } = publishScripts(new URL('release/', dist), host);
  for (const { file, integrity, script } of files) console.log(`${file}\n  ${integrity}\n  ${script}`);
}
