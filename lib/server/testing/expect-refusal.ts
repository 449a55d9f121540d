import { expect } from "vitest";
import type { Database } from "@/lib/server/db/open";
import { databaseContents } from "@/lib/server/testing/database-contents";
import type { CallApi } from "@/lib/server/testing/test-api";

/** A request that must be refused, and how. */
export interface Attack {
  method: "GET" | "POST" | "PATCH" | "DELETE" | "PUT";
  path: string;
  /** Text and bytes are sent as they are, anything else as JSON. */
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
  status: number;
  code: string;
  /** Codes of the problems in `data.problems`, in order. */
  problems?: readonly string[];
}

const hangul = /\p{Script=Hangul}/u;

/**
 * Sends the request in English and in Korean and checks status, stable code and problems, that each answer has
 * words in its language, and that the whole database is as it was.
 * @returns the English answer's body
 */
export async function expectRefusal(
  call: CallApi,
  database: Database,
  attack: Attack,
): Promise<Readonly<Record<string, unknown>>> {
  const before = await databaseContents(database);
  const ask = (language: string) =>
    call(attack.method, attack.path, attack.body, { ...attack.headers, "accept-language": language });
  const english = await ask("en-GB,en;q=0.9");
  const korean = await ask("ko-KR,ko;q=0.9,en;q=0.8");
  for (const { status, body, headers } of [english, korean]) {
    const { code, status: statusInBody } = body;
    expect({ status, code, statusInBody, message: body.message }).toMatchObject({
      status: attack.status,
      code: attack.code,
      statusInBody: attack.status,
    });
    if (attack.problems) expect(problemCodes(body)).toEqual(attack.problems);
    expect(headers.get("content-type")).toMatch(/^application\/json/);
    expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  }
  expectWords(english.body.message, false);
  expectWords(korean.body.message, true);
  expect(await databaseContents(database), "what is stored").toEqual(before);
  return english.body;
}

function problemCodes(body: Readonly<Record<string, unknown>>): unknown[] {
  const { problems } = body.data as { problems: { code: unknown }[] };
  return problems.map(({ code }) => code);
}

/** Whole sentences, with every placeholder filled; a code in their place would be a text that is missing. */
function expectWords(message: unknown, isKorean: boolean): void {
  expect(message).toEqual(expect.stringMatching(/^.{10,}[.]$/su));
  expect(message).not.toMatch(/undefined|problems\.problem|\[object/);
  if (isKorean) expect(message).toMatch(hangul);
}
