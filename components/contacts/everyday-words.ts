import french from '../../data/search-words.fr.json';
import { createSearch, type SearchWords } from '../../src/search.ts';
import { yonneSoins } from '../shared/languages.ts';
import { renderingLocale } from '../shared/localization.ts';

const searches = new Map<SearchWords, ReturnType<typeof createSearch>>();

/** The search in the words of the language that renders; in French words where that language has none. */
export function searchOf(): ReturnType<typeof createSearch> {
  const words = (yonneSoins().languages.get(renderingLocale())?.searchWords as SearchWords | undefined) ?? french;
  const search = searches.get(words) ?? createSearch(words);
  searches.set(words, search);
  return search;
}
