/** What a test page asks of the process that drives its browser: see `browser-commands.mjs`. */
import { executeServerCommand } from '@web/test-runner-commands';

interface Media {
  media?: '' | 'print';
  features?: Record<string, string>;
}

/** Does something while a medium is emulated; fails where the engine emulates none such. */
export async function inMedia(media: Media, act: () => Promise<void>): Promise<void> {
  const { refused } = await executeServerCommand<{ refused?: string }, Media>('yonne-media', media);
  if (refused) throw new Error(refused);
  try {
    await act();
  } finally {
    await executeServerCommand('yonne-media', {});
  }
}

/** What a screen reader is told of an element, and what is kept of it under a name. */
export async function transcribe(element: Element, name: string): Promise<{ said: string; kept: string | null }> {
  element.toggleAttribute('data-transcribed', true);
  return executeServerCommand('yonne-transcript', { name });
}

/** The HTTP states with which the server has answered for an address of its own. */
export const answersFor = ({ pathname, search }: URL): Promise<number[]> =>
  executeServerCommand('yonne-answers', { path: pathname + search });
