import { describe, expect, test } from "vitest";
import { apiOfFile } from "@/lib/server/testing/api-of-file";
import { eightTimes, expectLinear } from "@/lib/server/testing/expect-linear";

const length = 4_000;

const { call } = apiOfFile();

type Make = (length: number) => { path?: string; headers?: Record<string, string> };
const times = (text: string, length: number) => text.repeat(length / text.length);

const parts: readonly (readonly [string, Make])[] = [
  ["a name", (length) => ({ path: `/phones/${times("x", length)}` })],
  ["a name of accents", (length) => ({ path: `/phones/a${times("%CC%81%CC%96", length)}` })],
  ["steps of a path", (length) => ({ path: times("/a", length) })],
  ["slashes", (length) => ({ path: times("/", length) })],
  ["parameters", (length) => ({ path: `/phones?${times("a1=1&", length)}` })],
  ["conditions", (length) => ({ path: `/phones?${times("where=name:contains:x&", length)}` })],
  ["a condition", (length) => ({ path: `/phones?where=name:contains:${times("%25_", length)}` })],
  ["colons", (length) => ({ path: `/phones?where=name:contains${times(":", length)}` })],
  ["brackets", (length) => ({ path: `/phones?where${times("[0]", length)}=x` })],
  ["places of a list", (length) => ({ path: `/phones?${times("where[9999]=x&", length)}` })],
  ["backslashes", (length) => ({ path: `/phones?where${times("%5C", length)}[=x` })],
  ["a cursor", (length) => ({ path: `/phones?cursor=${times("W1tb", length)}` })],
  ["languages", (length) => ({ path: "/nothing", headers: { "accept-language": times("fr,", length) } })],
  [
    "spaces in a language",
    (length) => ({ path: "/nothing", headers: { "accept-language": `fr${times(" ", length)}x` } }),
  ],
  [
    "spaces before a quality",
    (length) => ({ path: "/nothing", headers: { "accept-language": `fr;${times(" ;", length)}x` } }),
  ],
  ["cookies", (length) => ({ headers: { authorization: "", cookie: times("a=1; ", length) } })],
  [
    "a cookie of the session",
    (length) => ({
      headers: { authorization: "", cookie: `ringback.session_token=${times("%2E", length)}` },
    }),
  ],
  ["a key", (length) => ({ headers: { authorization: `Bearer ${times("x", length)}` } })],
  ["spaces before a key", (length) => ({ headers: { authorization: `Bearer${times(" ", length)}x` } })],
  ["tags that are known", (length) => ({ headers: { "if-none-match": times('"x",', length) } })],
  [
    "a content type",
    (length) => ({ headers: { "content-type": `application/json;${times(" ", length)}x` } }),
  ],
];

async function ask({ path = "/phones", headers = {} }: ReturnType<Make>): Promise<void> {
  const answer = await call("GET", path, undefined, headers);
  expect(answer.status, `${path.slice(0, 60)} ${JSON.stringify(headers).slice(0, 60)}`).toBeLessThan(500);
}

describe("the head of a request is read in linear time:", () => {
  test.each(parts)("%s", async (what, make) => {
    const [short, long] = [make(length), make(eightTimes * length)];
    await expectLinear(what, { short: () => ask(short), long: () => ask(long) });
  });
});
