import { Refusal } from "@/lib/server/errors";

/** The bytes as they come. @throws Refusal fileTooLarge as soon as there are too many */
export async function* withinLimit(
  bytes: AsyncIterable<Uint8Array>,
  limit: number,
  counts: { byteCount: number },
): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    counts.byteCount += chunk.byteLength;
    if (counts.byteCount > limit) throw new Refusal("fileTooLarge");
    yield chunk;
  }
}
