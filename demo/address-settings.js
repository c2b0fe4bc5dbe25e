/**
 * What the address of the page may fill in: only fields that there are, and no address of files, from which the code that
 * people copy loads a script, unless the reader says that it is theirs.
 *
 * @param {string} search - The query of the address.
 * @param {Iterable<string>} names - The names of the fields.
 * @param {(question: string) => boolean} ask - Puts a question to the reader.
 * @returns {[name: string, value: string][]} What to fill in.
 */
export function settingsOf(search, names, ask) {
  const known = new Set(names);
  return [...new URLSearchParams(search)].filter(
    ([name, value]) =>
      name &&
      known.has(name) &&
      (name !== 'base' ||
        ask(
          `Le lien que vous avez suivi propose que votre site charge ses fichiers depuis ${value}. Est-ce bien votre adresse ?`,
        )),
  );
}
