import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Problem } from "@/lib/configuration/problem";
import { apiError } from "@/lib/server/api/error-mapper";
import type { Fingerprint } from "@/lib/server/api/fingerprint";
import {
  claimKey,
  findAnswer,
  keepAnswer,
  type RequestKey,
  releaseKey,
} from "@/lib/server/db/idempotent-request";
import type { Database } from "@/lib/server/db/open";
import { refuseProblems } from "@/lib/server/errors";

/** The header by which a program asks for something once, however often it sends the request. */
export const idempotencyHeader = "idempotency-key";
export const longestIdempotencyKey = 255;

const keptMilliseconds = 24 * 60 * 60 * 1000;
/** How long a request may take before its key is free again; the program may have ended while it worked. */
const longestWorkMilliseconds = 10 * 60 * 1000;
/** How long somebody waits for the same request that is being worked on, before they are told to come again. */
const longestWaitMilliseconds = 10_000;
const lookAgainMilliseconds = 50;

/**
 * The key of a request, or null without one.
 * @throws Refusal validationFailed for one that is none
 */
export function idempotencyKeyOf(headers: Headers): string | null {
  const key = headers.get(idempotencyHeader);
  if (key === null) return null;
  const path = ["Idempotency-Key"];
  const problems: Problem[] = [];
  if (key === "") problems.push({ path, code: "required" });
  if (key.length > longestIdempotencyKey)
    problems.push({ path, code: "tooLong", params: { limit: longestIdempotencyKey } });
  refuseProblems(problems);
  return key;
}

/**
 * Does the work of a request, or answers what the same request of the same user was answered within the last 24 hours.
 * Two at once do it once: the other waits. What is refused or fails is not kept, for it has changed nothing.
 * @throws ApiError idempotencyKeyReused for another request with the same key, requestUnderway
 */
export async function answerOnce(
  database: Database,
  asked: { readonly userId: string; readonly idempotencyKey: string; readonly fingerprint: Fingerprint },
  now: () => Date,
  work: () => Promise<Response>,
): Promise<Response> {
  const digest = createHash("sha256").update(asked.idempotencyKey).digest("base64");
  const key: RequestKey = { userId: asked.userId, key: digest };
  const { prisma } = database;
  const giveUpAt = performance.now() + longestWaitMilliseconds;
  while (!(await claimKey(prisma, key, now(), later(now(), longestWorkMilliseconds)))) {
    const stored = await findAnswer(prisma, key);
    if (stored && stored.status !== null) {
      if (stored.fingerprint !== (await asked.fingerprint.digest())) throw apiError("idempotencyKeyReused");
      const headers = { "content-type": "application/json", "idempotency-replayed": "true" };
      return new Response(stored.body, { status: stored.status, headers });
    }
    if (performance.now() > giveUpAt) throw apiError("requestUnderway", { retryAfterSeconds: 1 });
    await pause(lookAgainMilliseconds);
  }
  return doAndKeep(database, key, asked.fingerprint, now, work);
}

async function doAndKeep(
  { prisma }: Database,
  key: RequestKey,
  fingerprint: Fingerprint,
  now: () => Date,
  work: () => Promise<Response>,
): Promise<Response> {
  let response: Response;
  try {
    response = await work();
  } catch (error) {
    await releaseKey(prisma, key);
    throw error;
  }
  const { status } = response;
  const body = await response.text();
  const answer = { status, body, fingerprint: await fingerprint.digest() };
  await keepAnswer(prisma, key, answer, later(now(), keptMilliseconds));
  return new Response(body, { status, headers: response.headers });
}

const later = (time: Date, milliseconds: number) => new Date(time.getTime() + milliseconds);
