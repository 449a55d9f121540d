/**
 * Names a text by its bytes: at least 32 hexadecimal digits of a cryptographic hash, the same for the same text.
 * Given by the caller, because the rules use nothing but each other.
 */
export type Digest = (text: string) => string;

const variants = ["8", "9", "a", "b"] as const;

/**
 * A version stamp for a text, a UUID of version 8 (RFC 9562, 5.8). Unified CM draws a new UUID for each update; ours
 * follows from the content, so that nothing changes for a phone when nothing changed in its file.
 * @throws RangeError when the digest is too short
 */
export function versionStamp(content: string, digest: Digest): string {
  const hex = digest(content).toLowerCase();
  if (!/^[0-9a-f]{32}/.test(hex)) throw new RangeError("a digest has at least 32 hexadecimal digits");
  const variant = variants[Number.parseInt(hex.charAt(16), 16) % variants.length] ?? variants[0];
  const third = `8${hex.slice(13, 16)}`;
  return [hex.slice(0, 8), hex.slice(8, 12), third, `${variant}${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    "-",
  );
}
