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

/** So many bytes are decoded at a time: of those with a fault, text before it is found byte by byte. */
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

/** The bytes at the end that begin a character of UTF-8 and do not end it. */
function unfinished(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= 3; back++) {
    const byte = bytes.at(-back) ?? 0;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const length = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    return length > back ? bytes.subarray(-back) : bytes.subarray(bytes.length);
  }
  return bytes.subarray(bytes.length);
}

/** The text of a slice up to its fault, after the slice before it. */
function textBeforeFault(before: Uint8Array, slice: Uint8Array): string {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  try {
    text += decoder.decode(unfinished(before), { stream: true });
    for (const byte of slice) text += decoder.decode(Uint8Array.of(byte), { stream: true });
  } catch {
    return text;
  }
  return text;
}

/**
 * Text of bytes, without a byte order mark in front: UTF-16 where its mark is there, else UTF-8. The text before a
 * fault is given.
 * @throws BadEncoding where the bytes are none
 */
export async function* decodeText(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let before: Uint8Array = new Uint8Array();
  for await (const chunk of withWholeMark(bytes)) {
    decoder ??= new TextDecoder(markedEncoding([...chunk.subarray(0, 2)]), { fatal: true });
    let text = "";
    for (let start = 0; start < chunk.length; start += sliceLength) {
      const slice = chunk.subarray(start, start + sliceLength);
      try {
        text += decoder.decode(slice, { stream: true });
      } catch (error) {
        yield decoder.encoding === "utf-8" ? text + textBeforeFault(before, slice) : text;
        throw new BadEncoding(decoder.encoding, false, error);
      }
      before = slice;
    }
    if (text !== "") yield text;
  }
  try {
    yield decoder?.decode() ?? "";
  } catch (error) {
    throw new BadEncoding(decoder?.encoding ?? "", true, error);
  }
}
