import { createHash, randomBytes } from "node:crypto";

const prefix = "rbk_";
const shownCharacters = 12;

/** A fresh key (256 random bits), its stored hash and the first characters that people see in lists. */
export function newApiKeyToken(): { key: string; hash: string; start: string } {
  const key = `${prefix}${randomBytes(32).toString("base64url")}`;
  return { key, hash: hashApiKey(key), start: key.slice(0, shownCharacters) };
}

/** The hash under which a key is stored. The key is random, so a fast hash is enough. */
export function hashApiKey(key: string): string {
  return createHash("sha256").update(key).digest("base64url");
}
