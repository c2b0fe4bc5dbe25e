/** Names of communes in addresses and sentences: in the pages, and in the browser. */
import { fold } from '../dist/npm/src/text-match.js';

/** The last part of the address of a commune's page, as `<yonne-affiche site>` has it: `l-isle-sur-serein`. */
export const slugOf = (name) => fold(name).join('-');

const WITH_ARTICLE = /^(Le|Les) (.+)$/;

/** `de Joigny`, `d’Auxerre`, `du Mont-Saint-Sulpice`, `des Bordes`. */
export function ofCommune(name) {
  const [, article, rest] = WITH_ARTICLE.exec(name) ?? [];
  if (article) return `${article === 'Le' ? 'du' : 'des'} ${rest}`;
  return /^[aeiouéèêâîôœh]/i.test(name) ? `d’${name}` : `de ${name}`;
}

/** `à Joigny`, `au Mont-Saint-Sulpice`, `aux Bordes`. */
export function inCommune(name) {
  const [, article, rest] = WITH_ARTICLE.exec(name) ?? [];
  return article ? `${article === 'Le' ? 'au' : 'aux'} ${rest}` : `à ${name}`;
}
