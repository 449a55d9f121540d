import fc from "fast-check";
import { expect, inject, test } from "vitest";
import { apiOfFile } from "@/lib/server/testing/api-of-file";
import { databaseContents } from "@/lib/server/testing/database-contents";
import { type MalformedRequest, malformedRequests } from "@/lib/server/testing/malformed-requests";
import { oneOfEach } from "@/lib/server/testing/one-of-each";
import { apiOperations } from "@/lib/server/testing/operations";

// Each of the two databases gets half of them.
const runs = process.env.RINGBACK_NIGHTLY === "1" ? 100_000 : 2_500;
/** The seed that a failure prints brings the same requests again. */
const seed = Number(process.env.RINGBACK_TEST_SEED ?? (inject("serverUrl") === undefined ? 1 : 2));

let pathOf: (path: string) => string;
const api = apiOfFile(async (call) => {
  pathOf = await oneOfEach(call);
});
const { call } = api;

/** Refused: by a status of the client's, a code, and a sentence without an empty place. A look does no harm. */
async function expectRefused({ operation, path, body, headers }: MalformedRequest): Promise<void> {
  const answer = await call(operation.method, path, body, headers);
  const { status } = answer;
  const told = `${operation.method} ${path.slice(0, 200)}: ${status} ${JSON.stringify(answer.body).slice(0, 500)}`;
  expect(status, told).toBeLessThan(500);
  if (operation.method === "GET" && status < 400) return;
  expect(status, told).toBeGreaterThanOrEqual(400);
  expect(answer.body, told).toMatchObject({ status, code: expect.stringMatching(/^[a-z]\w+$/i) });
  expect(answer.body.message, told).toEqual(expect.stringMatching(/^.{10,}[.]$/su));
  expect(answer.body.message, told).not.toMatch(/undefined|problems\.problem|\[object/);
}

test(`${runs} malformed requests over all operations: each is refused, none by a failure, and nothing is stored`, async () => {
  const operations = await apiOperations();
  const before = await databaseContents(api.context.database);
  const request = fc.constantFrom(...operations).chain((operation) => malformedRequests(operation, pathOf));
  await fc.assert(fc.asyncProperty(request, expectRefused), { numRuns: runs, seed });
  expect(await databaseContents(api.context.database)).toEqual(before);
}, 7_200_000);
