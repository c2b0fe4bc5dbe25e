/** What a link may set in a page of ours: whoever makes the link is not who answers for the page. */

function told(right: boolean, found: string, expected: string): boolean {
  if (!right) console.warn(`yonne-soins: ${found}; expected ${expected}`);
  return right;
}

/** Whether data come from where the page itself does: nobody else may say in it whom to call. */
export function isOwn(name: string, value: string): boolean {
  let origin: string | undefined;
  try {
    origin = new URL(value, location.href).origin;
  } catch {}
  return told(
    origin === location.origin && origin !== 'null',
    `${name}="${value}"`,
    `an address of ${location.origin}`,
  );
}

/** Whether a value is a colour, or the radius of a corner, and makes no request: no `url()`, no `var()`. */
export function isStyle(name: string, value: string): boolean {
  const [property, expected] = name === 'radius' ? ['border-radius', 'a length'] : ['color', 'a colour'];
  const plain = /^[#\w .,%()/+-]*$/.test(value) && !/(url|var|env|attr|image)\W*\(/i.test(value);
  return told(plain && CSS.supports(property!, value), `${name}="${value}"`, expected!);
}
