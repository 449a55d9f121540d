import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";

/** What scrypt (RFC 7914) is asked to do: N (a power of 2), block size r and passes p. */
interface Cost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

interface StoredHash {
  readonly cost: Cost;
  readonly salt: string;
  readonly key: Buffer;
}

/** One of the settings that the OWASP Password Storage Cheat Sheet gives for scrypt: 16 MiB, five passes. */
const presentCost: Cost = { N: 2 ** 14, r: 8, p: 5 };
/** Hashes of earlier versions are "salt:key" and were all made at this cost. */
const earlierCost: Cost = { N: 2 ** 14, r: 16, p: 1 };
const keyBytes = 64;
const saltBytes = 16;

/**
 * The hash under which a password is stored, salted, with its cost: `scrypt$N$r$p$salt$key`. It takes about 100 ms of one
 * thread of Node's pool: callers go through `hash-gate.ts`.
 */
export async function hashAtPresentCost(password: string): Promise<string> {
  const salt = randomBytes(saltBytes).toString("hex");
  const { N, r, p } = presentCost;
  const key = await derive(password, salt, presentCost);
  return ["scrypt", N, r, p, salt, key.toString("hex")].join("$");
}

/**
 * Whether a password is the one that was hashed, and whether its hash should be made anew because it was made at another
 * cost. It takes as long for hashes of every cost that is not above the present one, so that the time tells nothing.
 * @throws Error for a text that is no stored hash
 */
export async function matchesHash(
  stored: string,
  password: string,
): Promise<{ isRight: boolean; isOutdated: boolean }> {
  const { cost, salt, key } = parseStoredHash(stored);
  const isRight = timingSafeEqual(key, await derive(password, salt, cost));
  const { N, r } = presentCost;
  const missingPasses = Math.floor((workOf(presentCost) - workOf(cost)) / (N * r));
  if (missingPasses > 0) await derive(password, salt, { N, r, p: missingPasses });
  return { isRight, isOutdated: workOf(cost) !== workOf(presentCost) };
}

/** The one place that reads stored hashes. */
function parseStoredHash(stored: string): StoredHash {
  const earlier = /^([0-9a-f]+):([0-9a-f]+)$/.exec(stored);
  const present = /^scrypt\$(\d+)\$(\d+)\$(\d+)\$([0-9a-f]+)\$([0-9a-f]+)$/.exec(stored);
  const [N = 0, r = 0, p = 0] = present?.slice(1, 4).map(Number) ?? [];
  const cost = earlier ? earlierCost : { N, r, p };
  const [salt = "", hex = ""] = earlier?.slice(1) ?? present?.slice(4) ?? [];
  const key = Buffer.from(hex, "hex");
  if (key.length !== keyBytes) throw new Error("A stored password hash cannot be read");
  return { cost, salt, key };
}

function workOf({ N, r, p }: Cost): number {
  return N * r * p;
}

function derive(password: string, salt: string, cost: Cost): Promise<Buffer> {
  const maxmem = 256 * cost.N * cost.r;
  return new Promise((resolve, reject) => {
    // Composed, so that a password typed on another keyboard is the same.
    scrypt(password.normalize("NFKC"), salt, keyBytes, { ...cost, maxmem }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
