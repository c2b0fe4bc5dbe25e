/** How what people type is held against a text: for the search of communes and the filter of contacts. */

/** Shorter words are too like one another for a typing error to be told. */
export const MIN_LETTERS_FOR_ERROR = 5;

/** Words without case, accents, ligatures, punctuation; digits and letters of Arabic that are written either way as one. */
export const fold = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/ة/g, 'ه')
    .replace(/ى/g, 'ي')
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) % 16))
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** How many letters to go past the error: of what was typed, of the name. */
const ERRORS = [
  [1, 1],
  [1, 0],
  [0, 1],
  [2, 2],
] as const;

/** The first place from `i` on where `typed`, moved by `by`, differs from `text`. */
function difference(typed: string, i: number, text: string, by: number): number {
  while (i < typed.length && typed[i] === text[i + by]) i++;
  return i;
}

/**
 * Whether `text` has `typed` at `from`, but for one letter too many, missing, wrong, or changed places with the next.
 *
 * @returns `whole` if nothing follows in `text`, else `part`; `undefined` if not.
 */
export function nearly(typed: string, text: string, from: number): 'whole' | 'part' | undefined {
  const i = difference(typed, 0, text, from);
  const isSwap = typed[i] === text[from + i + 1] && typed[i + 1] === text[from + i];
  let result: 'part' | undefined;
  for (const [skipTyped, skipText] of ERRORS) {
    if (skipTyped > 1 && !isSwap) continue;
    const by = from + skipText - skipTyped;
    if (difference(typed, i + skipTyped, text, by) < typed.length) continue;
    if (by + typed.length === text.length) return 'whole';
    result = 'part';
  }
  return result;
}
