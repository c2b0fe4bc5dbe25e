/** The languages beside French, as their XLIFF files say. */
import { readFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);
const { targetLocales, output } = JSON.parse(readFileSync(new URL('lit-localize.json', root), 'utf8'));

/** Where lit-localize puts what it makes. */
export const folder = new URL(`${output.outputDir}/`, root);

/**
 * The code of each, what it calls itself, and whether a reader has confirmed it: XLIFF has a phase of review for that,
 * which lit-localize leaves as it is.
 */
export const translations = targetLocales.map((code) => {
  const xliff = readFileSync(new URL(`${code}.xlf`, folder), 'utf8');
  const [, name] = /<source>Français<\/source>\s*<target>(.*?)<\/target>/.exec(xliff) ?? [];
  return { code, name, reviewed: /<phase [^>]*process-name="review"/.test(xliff) };
});

/** What people choose a language by. */
export const choiceText = ({ name, reviewed }) => (reviewed ? name : `${name} (traduction à relire)`);
