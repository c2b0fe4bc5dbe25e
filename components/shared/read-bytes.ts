/**
 * Reads an answer; its bytes are counted while they come, since no header has to be right.
 *
 * @param most - How many bytes it may have.
 * @throws {Error} As soon as it has more, or where the request is aborted.
 */
export async function readBytes(response: Response, most: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(most);
  const reader = response.body?.getReader();
  let size = 0;
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    if (size + value.length > most) {
      reader.cancel().catch(() => {});
      throw new Error(`more than ${most} bytes`);
    }
    bytes.set(value, size);
    size += value.length;
  }
  return bytes.subarray(0, size);
}
