/**
 * What the address of the page brings: values of fields that there are. An address of files is apart, since the code that
 * people copy loads a script from there: the reader must say first that it is theirs.
 *
 * @param {string} search - The query of the address.
 * @param {Iterable<string>} names - The names of the fields.
 * @returns {{ settings: [name: string, value: string][], base: string | undefined }}
 */
export function settingsOf(search, names) {
  const known = new Set(names);
  const settings = [...new URLSearchParams(search)].filter(([name]) => name && known.has(name));
  return {
    settings: settings.filter(([name]) => name !== 'base'),
    base: settings.find(([name]) => name === 'base')?.[1],
  };
}

/** Asks the reader, after an element of the page, whether an address of files is theirs; `use` is told where it is. */
export function askBase(base, after, use) {
  const question = document.createElement('p');
  const yes = document.createElement('button');
  question.id = 'base-proposed';
  question.textContent = `Le lien que vous avez suivi propose de charger les fichiers depuis ${base}. Est-ce votre adresse ? `;
  yes.type = 'button';
  yes.textContent = 'Oui, l’utiliser';
  yes.addEventListener('click', () => {
    question.remove();
    use(base);
  });
  question.append(yes);
  after.after(question);
}
