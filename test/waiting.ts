/** How a test waits: for what it wants to see, never for a time. */
import { waitUntil } from '@open-wc/testing';

/** Gives what a function gives once it is something; fails, and says for what it waited, where nothing comes. */
export async function until<T>(what: () => T | undefined | null | false, name = String(what)): Promise<T> {
  let found: T | undefined | null | false;
  const something = () => {
    found = what();
    return Boolean(found);
  };
  await waitUntil(something, `waited in vain for ${name}`, { interval: 10, timeout: 120_000 });
  return found as T;
}

/** One channel for all turns: WebKit may collect one that only its message holds. */
const { port1, port2 } = new MessageChannel();
const turning: (() => void)[] = [];
port1.onmessage = () => turning.shift()!();

/** A turn of the event loop: promises and mutation observers have done what they had to do. */
export const turn = (): Promise<void> =>
  new Promise((resolve) => {
    turning.push(resolve);
    port2.postMessage(undefined);
  });

/**
 * Two frames of this page and of those in it: resize observers and layouts have run. Messages arrive in the order in
 * which they were posted, so that those which they posted to this page are heard.
 */
export async function frames(): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  await new Promise<void>((resolve) => {
    const mark = 'after two frames';
    const hear = ({ data }: MessageEvent) => {
      if (data !== mark) return;
      window.removeEventListener('message', hear);
      resolve();
    };
    window.addEventListener('message', hear);
    window.postMessage(mark, location.origin);
  });
}

/** That of the browser, whatever a test puts in its place. */
const { fetch } = window;

const pending = new Set<Promise<unknown>>();

function noted<T>(promise: Promise<T>): Promise<T> {
  const done = () => pending.delete(promise);
  pending.add(promise);
  promise.then(done, done);
  return promise;
}

/** A response whose reading `answered` waits for. */
export function followed(response: Response): Response {
  const { body } = response;
  const getReader = body?.getReader.bind(body) as (() => ReadableStreamDefaultReader<Uint8Array>) | undefined;
  if (body && getReader)
    Object.assign(body, {
      getReader() {
        const reader = getReader();
        const read = reader.read.bind(reader);
        reader.read = () => noted(read());
        return reader;
      },
    });
  return response;
}

/** `fetch`, whose answers `answered` waits for. */
export const followedFetch: typeof fetch = (...request) => noted(fetch(...request).then(followed));

/** Waits until all that was asked for is answered and read, and what followed from it is done. */
export async function answered(): Promise<void> {
  do {
    await Promise.allSettled(pending);
    await turn();
  } while (pending.size);
}
