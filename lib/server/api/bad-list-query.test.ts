import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ServiceContext } from "@/lib/server/context";
import { expectRefusal } from "@/lib/server/testing/expect-refusal";
import { type CallApi, testApi } from "@/lib/server/testing/test-api";
import { testContext } from "@/lib/server/testing/test-context";

let context: ServiceContext;
let call: CallApi;
beforeAll(async () => {
  context = await testContext();
  call = await testApi(context);
});
afterAll(() => context.database.close());

const cursorOf = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString("base64url");
const veryLong = "x".repeat(10_000);

describe.each(["/softkey-templates", "/users"])("a list of %s", (path) => {
  test.each([
    ["limit=0", ["tooSmall"]],
    ["limit=-1", ["tooSmall"]],
    ["limit=251", ["tooLarge"]],
    ["limit=99999999999999999999", ["tooLarge"]],
    ["limit=abc", ["wrongType"]],
    ["limit=1.5", ["wrongType"]],
    ["limit=", ["wrongType"]],
    ["limit=0x10", ["wrongType"]],
    ["limit=1e1", ["wrongType"]],
    ["limit=%201", ["wrongType"]],
    ["limit=1&limit=2", ["wrongType"]],
    ["limit[a]=1", ["wrongType"]],
    ["page=2", ["unknownField"]],
    ["Limit=2", ["unknownField"]],
    ["__proto__=2", ["unknownField"]],
    ["__proto__[limit]=2", ["unknownField"]],
    ["constructor=2", ["unknownField"]],
    ["match=some", ["unknownValue"]],
    ["match=ALL", ["unknownValue"]],
    ["match=", ["unknownValue"]],
    ["match=all&match=any", ["wrongType"]],
    ["sort=colour", ["unknownField"]],
    ["sort=--name", ["unknownField"]],
    ["sort=", ["unknownField"]],
    ["sort=Name", ["unknownField"]],
    ["sort=id", ["unknownField"]],
    ["sort=__proto__", ["unknownField"]],
    ["sort=name,version", ["unknownField"]],
    ["sort=name&sort=version", ["wrongType"]],
    [`sort=${veryLong}`, ["unknownField"]],
    ["where=", ["unknownField"]],
    [Array.from({ length: 101 }, () => "where=name:contains:x").join("&"), ["tooMany"]],
    ["where=name", ["badCondition"]],
    ["where=name:", ["badCondition"]],
    ["where=name:like:x", ["badCondition"]],
    ["where=name:BeginsWith:x", ["badCondition"]],
    ["where=colour:isExactly:red", ["unknownField"]],
    ["where=key:isExactly:x", ["unknownField"]],
    ["where=constructor:isExactly:x", ["unknownField"]],
    ["where=name:contains:%00", ["badCondition"]],
    ["where=version:contains:1", ["badCondition"]],
    ["where=version:isExactly:one", ["badCondition"]],
    ["where=version:isExactly:9999999999", ["badCondition"]],
    ["where=updatedAt:isExactly:yesterday", ["badCondition"]],
    ["where=updatedAt:isExactly:%2B275760-09-13T00:00:00Z", ["badCondition"]],
    ["where=updatedAt:isExactly:-271821-04-20T00:00:00Z", ["badCondition"]],
    [`where=${veryLong}:isExactly:x`, ["unknownField"]],
    [`where=name:like:${veryLong}`, ["badCondition"]],
    ["where[a]=name:isExactly:x", ["wrongType"]],
    ["where=name:isExactly:x&where=a&where=name:b", ["unknownField"]],
    ["cursor=", ["badCursor"]],
    ["cursor=garbage", ["badCursor"]],
    ["cursor=%00", ["badCursor"]],
    [`cursor=${veryLong}`, ["badCursor"]],
    [`cursor=${cursorOf(["-name", "a", "b"])}`, ["badCursor"]],
    [`cursor=${cursorOf(["name", 5, "b"])}`, ["badCursor"]],
    [`cursor=${cursorOf(["name", null, "b"])}`, ["badCursor"]],
    [`cursor=${cursorOf(["name", { not: "" }, "b"])}`, ["badCursor"]],
    [`cursor=${cursorOf(["name", "a", { not: "" }])}`, ["badCursor"]],
    [`cursor=${cursorOf(["name", "a\0", "b"])}`, ["badCursor"]],
    [`cursor=${cursorOf(["name", "a", "\0"])}`, ["badCursor"]],
    [`cursor=${cursorOf({ length: 3 })}`, ["badCursor"]],
    [`sort=version&cursor=${cursorOf(["version", 1e300, "b"])}`, ["badCursor"]],
    [`sort=version&cursor=${cursorOf(["version", 1.5, "b"])}`, ["badCursor"]],
    [`sort=updatedAt&cursor=${cursorOf(["updatedAt", "yesterday", "b"])}`, ["badCursor"]],
    [`sort=updatedAt&cursor=${cursorOf(["updatedAt", "+275760-09-13T00:00:00.000Z", "b"])}`, ["badCursor"]],
  ])("with ?%s is 422", async (query, problems) => {
    await expectRefusal(call, context.database, {
      method: "GET",
      path: `${path}?${query}`,
      status: 422,
      code: "validationFailed",
      problems,
    });
  });
});

test("however long the query, the answer names no more than fits on a screen", async () => {
  const where = Array.from({ length: 500 }, () => `where=name:like:${"y".repeat(100)}`).join("&");
  const { status, body } = await call("GET", `/softkey-templates?${where}`);
  expect(status).toBe(422);
  expect(JSON.stringify(body).length).toBeLessThan(5_000);
});
