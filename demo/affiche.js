const poster = document.querySelector('#affiche');
const form = document.querySelector('#settings');

form.addEventListener('input', () => {
  for (const name of ['commune', 'page']) {
    const field = form.elements[name];
    if (field.value && field.validity.valid) poster.setAttribute(name, field.value);
    else poster.removeAttribute(name);
  }
});
form.addEventListener('submit', (event) => event.preventDefault());
