import { createHmac } from "node:crypto";

/** What was asked, told apart from anything else that could be asked with the same key. */
export interface Fingerprint {
  /** The file of the request, if it is one, watched while it is read. */
  readonly file: AsyncGenerator<Uint8Array> | null;
  /** Ends what is left of the file, and tells the digest of all. */
  readonly digest: () => Promise<string>;
}

/**
 * The fingerprint of a request: its address and its body. The key of the request is part of it and is not stored, so
 * that nobody can try out what a stored fingerprint was made of, such as a password.
 */
export function fingerprintOf(
  idempotencyKey: string,
  address: string,
  body: Uint8Array | AsyncIterable<Uint8Array>,
): Fingerprint {
  const hmac = createHmac("sha256", idempotencyKey).update(`${address}\n`);
  if (body instanceof Uint8Array) {
    const digest = hmac.update(body).digest("base64");
    return { file: null, digest: async () => digest };
  }
  const file = watched(body, (chunk) => hmac.update(chunk));
  return {
    file,
    digest: async () => {
      for await (const _ of file);
      return hmac.digest("base64");
    },
  };
}

async function* watched(
  bytes: AsyncIterable<Uint8Array>,
  see: (chunk: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    see(chunk);
    yield chunk;
  }
}
