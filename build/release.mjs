/** The script under its two addresses, with what a page needs to embed each: `npm run release -- https://host/folder/` */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const [host = 'https://votre-site.example/'] = process.argv.slice(2);
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const folder = new URL('../dist/release/', import.meta.url);
mkdirSync(folder, { recursive: true });

// Its map stays with the build: under another name, browsers would ask for one that is not there.
const code = readFileSync(new URL('../dist/yonne-soins.js', import.meta.url), 'utf8').replace(
  /\n\/\/# sourceMapping.*/,
  '',
);
const integrity = `sha384-${createHash('sha384').update(code).digest('base64')}`;

const release = (name, attributes) => {
  const file = `yonne-soins@${name}.js`;
  writeFileSync(new URL(file, folder), code);
  const script = `<script src="${new URL(file, host)}"${attributes} async></script>`;
  console.log(`${file}\n  ${integrity}\n  ${script}`);
  return { file, integrity, script };
};

const files = [
  release(version, ` integrity="${integrity}" crossorigin="anonymous"`),
  // Its bytes change with each release: with a hash, the page would refuse the next one.
  release(version.split('.')[0], ''),
];
writeFileSync(new URL('integrity.json', folder), `${JSON.stringify({ version, files }, null, 2)}\n`);
