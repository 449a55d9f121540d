/** A file as it arrives: in pieces of some bytes. */
export async function* chunks(file: string | Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  const bytes = typeof file === "string" ? new TextEncoder().encode(file) : file;
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}
