/** The bytes cannot be text. */
export class NotUtf8 extends Error {}

/**
 * Text of UTF-8, without a byte order mark in front.
 * @throws NotUtf8 where the bytes are none
 */
export async function* decodeUtf8(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const decode = (chunk?: Uint8Array) => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    } catch (error) {
      throw new NotUtf8("not UTF-8", { cause: error });
    }
  };
  for await (const chunk of bytes) yield decode(chunk);
  yield decode();
}
