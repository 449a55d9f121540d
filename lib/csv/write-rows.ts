import { stringify } from "csv-stringify/sync";

/** By this mark at the beginning Excel knows UTF-8. */
const byteOrderMark = "\uFEFF";

/**
 * A CSV file (RFC 4180) of groups of rows, as bytes, written while it is read.
 * @param withMark writes a byte order mark in front
 */
export async function* writeRows(
  groups: AsyncIterable<readonly (readonly string[])[]>,
  withMark: boolean,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  if (withMark) yield encoder.encode(byteOrderMark);
  for await (const rows of groups) {
    const text = stringify(rows as string[][], { record_delimiter: "windows", quoted_match: /[\r\n]/ });
    yield encoder.encode(text);
  }
}
