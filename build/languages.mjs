/**
 * After `lit-localize build`: a module for each language that makes it known to the page, so that a new language is its
 * XLIFF file, one line in `lit-localize.json` and, where somebody has written it, what people type in it:
 * `data/search-words.….json`. And one module for those that the pages of one file hold.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { folder, translations } from './translations.mjs';

/** The languages that `cadre.html` and `ecran.html` hold beside French: each takes its bytes from all who load them. */
const IN_PAGES = ['en'];

for (const { code, reviewed } of translations) {
  const words = `data/search-words.${code}.json`;
  const hasWords = existsSync(new URL(`../${words}`, import.meta.url));
  const given = [`'${code}'`, 'templates', hasWords ? 'searchWords' : 'undefined', String(!reviewed)];
  writeFileSync(
    new URL(`register-${code}.ts`, folder),
    `${hasWords ? `import searchWords from '../../${words}';\n` : ''}import { registerLanguage } from '../shared/register-language.ts';
import { templates } from './${code}.ts';

registerLanguage(${given.join(', ')});
`,
  );
}
writeFileSync(new URL('languages.ts', folder), IN_PAGES.map((code) => `import './register-${code}.ts';\n`).join(''));
