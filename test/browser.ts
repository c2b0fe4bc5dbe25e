/** What a test page asks of the process that drives its browser: see `browser-commands.mjs`. */
import { executeServerCommand } from '@web/test-runner-commands';

interface Media {
  media?: '' | 'print';
  features?: Record<string, string>;
}

/** Does something while a medium is emulated. */
export async function inMedia(media: Media, act: () => Promise<void>): Promise<void> {
  await executeServerCommand('yonne-media', media);
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
