/** The bytes are no text in the encoding that they are in. `isCutOff`: they end within a character. */
export class BadEncoding extends Error {
  readonly encoding: string;
  readonly isCutOff: boolean;

  constructor(encoding: string, isCutOff: boolean, cause: unknown) {
    super(`not ${encoding}`, { cause });
    this.encoding = encoding;
    this.isCutOff = isCutOff;
  }
}

/** So many bytes are decoded at a time: text before the fault is given as far as this. */
const sliceLength = 1024;

/** The encoding that the first two bytes name, if they are a mark of one of 16 bits. */
function markedEncoding([first, second]: readonly number[]): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}

/** The same bytes, the first two of them together: a mark may arrive in two pieces. */
async function* withWholeMark(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let first = new Uint8Array();
  let isBegun = false;
  for await (const chunk of bytes) {
    if (isBegun) yield chunk;
    else {
      const missing = 2 - first.length;
      first = new Uint8Array([...first, ...chunk.subarray(0, missing)]);
      if (first.length < 2) continue;
      isBegun = true;
      yield first;
      yield chunk.subarray(missing);
    }
  }
  if (!isBegun) yield first;
}

/**
 * Text of bytes, without a byte order mark in front: UTF-16 where its mark is there, else UTF-8. The text before a
 * fault is given.
 * @throws BadEncoding where the bytes are none
 */
export async function* decodeText(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  for await (const chunk of withWholeMark(bytes)) {
    decoder ??= new TextDecoder(markedEncoding([...chunk.subarray(0, 2)]), { fatal: true });
    let text = "";
    try {
      for (let start = 0; start < chunk.length; start += sliceLength)
        text += decoder.decode(chunk.subarray(start, start + sliceLength), { stream: true });
    } catch (error) {
      yield text;
      throw new BadEncoding(decoder.encoding, false, error);
    }
    if (text !== "") yield text;
  }
  try {
    yield decoder?.decode() ?? "";
  } catch (error) {
    throw new BadEncoding(decoder?.encoding ?? "", true, error);
  }
}
