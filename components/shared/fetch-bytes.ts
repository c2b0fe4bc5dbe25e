/** No cookie and no referrer; the browser asks whether its copy still holds (ETag): most answers are a 304 without content. */
const OPTIONS = { credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-cache' } as const;

/**
 * What stands at a URL of the page. Its bytes are counted while they come, since no header has to be right.
 *
 * @param most - How many bytes it may have.
 * @throws {Error} As soon as it has more, where it is no good answer, or where the request is aborted.
 */
export async function fetchBytes(url: string, most: number, signal: AbortSignal): Promise<Uint8Array> {
  try {
    return await readBytes(await answerOf(url, signal), most);
  } catch (error) {
    // Of what was aborted, some browsers name another reason than the one that was given.
    throw signal.reason ?? error;
  }
}

async function answerOf(url: string, signal: AbortSignal): Promise<Response> {
  const response = await fetch(url, { ...OPTIONS, signal });
  if (!response.ok) throw new Error(`answer ${response.status}`);
  // What the page's own origin says is not to come from another one: pages of ours believe a link that names theirs.
  if (response.redirected && new URL(url, document.baseURI).origin === location.origin) {
    const { origin } = new URL(response.url);
    if (origin !== location.origin) throw new Error(`redirected to ${origin}`);
  }
  return response;
}

async function readBytes(response: Response, most: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(most);
  const reader = response.body?.getReader();
  let size = 0;
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    if (size + value.length > most) throw new Error(`more than ${most} bytes`);
    bytes.set(value, size);
    size += value.length;
  }
  return bytes.subarray(0, size);
}
