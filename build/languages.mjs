/**
 * After `lit-localize build`: a module for each language that makes it known to the page, and one for all of them, so
 * that a new language is its XLIFF file, one line in `lit-localize.json` and, where somebody has written it, what people
 * type in it: `data/search-words.….json`.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);
const { targetLocales, output } = JSON.parse(readFileSync(new URL('lit-localize.json', root), 'utf8'));
const folder = new URL(`${output.outputDir}/`, root);

for (const code of targetLocales) {
  const words = `data/search-words.${code}.json`;
  const hasWords = existsSync(new URL(words, root));
  writeFileSync(
    new URL(`register-${code}.ts`, folder),
    `${hasWords ? `import searchWords from '../../${words}';\n` : ''}import { registerLanguage } from '../shared/register-language.ts';
import { templates } from './${code}.ts';

registerLanguage('${code}', templates${hasWords ? ', searchWords' : ''});
`,
  );
}
writeFileSync(
  new URL('languages.ts', folder),
  targetLocales.map((code) => `import './register-${code}.ts';\n`).join(''),
);
