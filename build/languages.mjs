/**
 * After `lit-localize build`: a module for each language that makes it known to the page, and one for all of them, so
 * that a new language is its XLIFF file and one line in `lit-localize.json`.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);
const { targetLocales, output } = JSON.parse(readFileSync(new URL('lit-localize.json', root), 'utf8'));
const folder = new URL(`${output.outputDir}/`, root);

for (const code of targetLocales)
  writeFileSync(
    new URL(`register-${code}.ts`, folder),
    `import { registerLanguage } from '../shared/register-language.ts';
import { templates } from './${code}.ts';

registerLanguage('${code}', templates);
`,
  );
writeFileSync(
  new URL('languages.ts', folder),
  targetLocales.map((code) => `import './register-${code}.ts';\n`).join(''),
);
