import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ServiceContext } from "@/lib/server/context";
import { type Attack, expectRefusal } from "@/lib/server/testing/expect-refusal";
import { type CallApi, testApi } from "@/lib/server/testing/test-api";
import { testContext } from "@/lib/server/testing/test-context";

const templates = "/softkey-templates";
const reception = `${templates}/Reception`;

let context: ServiceContext;
let call: CallApi;
beforeAll(async () => {
  context = await testContext();
  call = await testApi(context);
  await call("POST", templates, { name: "Reception", copyOf: "Standard User" });
});
afterAll(() => context.database.close());

const refuse = (attack: Attack) => expectRefusal(call, context.database, attack);

describe.each([
  ["POST", templates],
  ["PATCH", reception],
] as const)("%s with", (method, path) => {
  test.each([
    ["half an object", '{"name": "x"'],
    ["a trailing comma", '{"name": "x",}'],
    ["single quotes", "{'name': 'x'}"],
    ["plain text", "name=x"],
    ["two objects", "{}{}"],
    ["a word that is no JSON", "undefined"],
    ["a raw line break in a text", '{"name": "a\nb"}'],
    ["white space only", " \n"],
    ["lists 200,000 deep", "[".repeat(200_000)],
  ])("%s is 400 malformedRequest", async (_, body) => {
    await refuse({ method, path, body, status: 400, code: "malformedRequest" });
  });

  test("bytes that are not UTF-8 are 400 malformedRequest", async () => {
    const body = new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]);
    await refuse({ method, path, body, status: 400, code: "malformedRequest" });
  });

  test.each([
    ["null", "null"],
    ["a number", "5"],
    ["a text", '"text"'],
    ["a list", "[]"],
    ["a list of objects", '[{"name":"x"}]'],
    ["true", "true"],
  ])("%s in place of an object is 422", async (_, body) => {
    await refuse({ method, path, body, status: 422, code: "validationFailed" });
  });

  test("an empty body is 422 and says what is missing", async () => {
    await refuse({ method, path, status: 422, code: "validationFailed" });
  });

  test.each([
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/jsonp",
    "application/json-seq",
    "",
  ])("content type %j is 415", async (type) => {
    const headers = { "content-type": type };
    await refuse({ method, path, body: "{}", headers, status: 415, code: "unsupportedMediaType" });
  });

  test.each([
    "application/json; charset=utf-8",
    "APPLICATION/JSON",
    "Application/Json;charset=UTF-8",
    "application/json ;x",
  ])("JSON as %s is read", async (type) => {
    const { status, body } = await call(method, path, '{"name":5}', { "content-type": type });
    expect({ status, code: body.code }).toEqual({ status: 422, code: "validationFailed" });
  });

  test("more than 1 MB is 413", async () => {
    const body = JSON.stringify({ name: "x".repeat(1_000_001) });
    await refuse({ method, path, body, status: 413, code: "tooLarge" });
  });

  test("just under 1 MB is read", async () => {
    const { body } = await call(method, path, { name: "x".repeat(999_980) });
    expect(body.code).toBe("validationFailed");
    expect(JSON.stringify(body).length).toBeLessThan(2_000);
  });

  test.each([
    ["objects 100,000 deep", `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`, "tooDeep"],
    ["lists 100,000 deep", `{"a":${"[".repeat(100_000)}1${"]".repeat(100_000)}}`, "tooDeep"],
    ["lists of 10,001 items", `{"a":[${"0,".repeat(5_000)}0],"b":[${"0,".repeat(4_999)}0]}`, "tooManyItems"],
  ])("%s are refused", async (_, body, code) => {
    await refuse({ method, path, body, status: 422, code: "validationFailed", problems: [code] });
  });

  test("of 40,000 unknown fields the first 50 are told, with few words", async () => {
    const fields = Object.fromEntries(Array.from({ length: 40_000 }, (_, n) => [`field${n}`, n]));
    const { status, body } = await call(method, path, fields);
    expect(status).toBe(422);
    const { problems } = body.data as { problems: { path: string[]; code: string }[] };
    const unknown = problems.filter(({ code }) => code === "unknownField").map(({ path: [field] }) => field);
    expect(problems).toHaveLength(50);
    expect(unknown.slice(0, 40)).toEqual(Array.from({ length: 40 }, (_, n) => `field${n}`));
  });
});

describe("addresses", () => {
  test.each(["%", "%zz", "%c3%28", "%ff", "a%e0%a4%a"])("%s is 400 malformedRequest", async (name) => {
    await refuse({ method: "GET", path: `${templates}/${name}`, status: 400, code: "malformedRequest" });
  });

  test.each([
    "Nobody",
    "%00",
    "a%00b",
    "%20",
    "__proto__",
    "constructor",
    "%2e%2e%2fusers",
    "..%2f..%2fhealth",
    "Reception%2f",
    "%ed%a0%80x".replace("%ed%a0%80", "%ef%bf%bd"),
    "x".repeat(10_000),
    "콜백",
    "*",
    "%25",
    "_eception",
  ])("the template %s is 404 notFound", async (name) => {
    const path = `${templates}/${name}`;
    await refuse({ method: "GET", path, status: 404, code: "notFound" });
    await refuse({ method: "PATCH", path, body: { version: 1 }, status: 404, code: "notFound" });
    await refuse({ method: "DELETE", path, status: 404, code: "notFound" });
  });

  test.each([
    ["GET", "/"],
    ["GET", "/nothing"],
    ["GET", "/softkey-template"],
    ["GET", `${reception}/nothing`],
    ["PUT", "/nothing"],
    ["POST", `${reception}/apply-config/x`],
  ] as const)("%s %s, which is not part of the API, is 404 notFound", async (method, path) => {
    await refuse({ method, path, status: 404, code: "notFound" });
  });

  test.each([
    ["PUT", templates, "GET, HEAD, POST"],
    ["PATCH", templates, "GET, HEAD, POST"],
    ["DELETE", templates, "GET, HEAD, POST"],
    ["PUT", reception, "DELETE, GET, HEAD, PATCH"],
    ["POST", reception, "DELETE, GET, HEAD, PATCH"],
    ["GET", `${reception}/revisions/1/restore`, "POST"],
    ["PUT", "/session", "DELETE, GET, HEAD, POST"],
  ] as const)("%s %s is 405 and told %s", async (method, path, allow) => {
    await refuse({ method, path, status: 405, code: "methodNotAllowed" });
    expect((await call(method, path)).headers.get("allow")).toBe(allow);
  });

  test("an error answers the words of the first language that the console speaks", async () => {
    const words = async (language: string) =>
      String(
        (await call("GET", `${templates}/Nobody`, undefined, { "accept-language": language })).body.message,
      );
    const english = await words("en");
    const korean = await words("ko");
    expect(english).not.toBe(korean);
    for (const language of ["", "fr", "de-CH, fr;q=0.5", "*", ";;;q=", "en;q=0.8,ko;q=0.5", "fr,en,ko"]) {
      expect(await words(language)).toBe(english);
    }
    for (const language of ["ko-KR", "KO", "fr,ko", "en;q=0.1,ko;q=0.9", "en;q=0, ko"]) {
      expect(await words(language)).toBe(korean);
    }
  });
});

test.each([
  ["PATCH", "/list-settings/phone", { defaultView: "\u0000" }],
  ["POST", "/bulk/phones/update", { check: "\u0000" }],
  ["POST", "/bulk/phones/delete", { job: { id: "\u0000" } }],
  [
    "POST",
    "/bulk/phones/save",
    {
      rows: [{ name: "\u0000", version: 1, updatedAt: "2026-01-01T00:00:00Z", fields: { description: "" } }],
    },
  ],
  ["POST", "/phones/actions", { action: "reset", job: { id: "\u0000" } }],
  ["PATCH", "/desks", { name: "\u0000", phones: [] }],
  ["POST", "/desks", { name: "\u0000", phones: ["\u0000"] }],
] as const)(
  "%s %s with an id in its body that no text of the database can be is refused",
  async (method, path, body) => {
    const { status } = await call(method, path, body);
    expect([404, 409, 422]).toContain(status);
  },
);
