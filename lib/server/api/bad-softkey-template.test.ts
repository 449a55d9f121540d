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
  const { prisma } = context.database;
  for (const name of ["Reception", "Lobby", "Used"]) {
    await call("POST", templates, { name, copyOf: "Standard User" });
  }
  await call("POST", templates, { name: "Marked", copyOf: "Standard User", isDefault: true });
  const used = await prisma.softkeyTemplate.findUniqueOrThrow({ where: { key: "used" } });
  const at = context.now();
  await prisma.commonDeviceConfiguration.create({
    data: {
      id: "c1",
      name: "Site A",
      key: "site a",
      softkeyTemplateId: used.id,
      updatedAt: at,
      updatedBy: "admin",
      createdAt: at,
    },
  });
});
afterAll(() => context.database.close());

/** Content that no template may have, and the problems it makes; it is sent as a new template and as a change. */
const badContents: [string, Record<string, unknown>, string[]][] = [
  ...['"', "%", "&", "\\", "<", ">"].flatMap((character): [string, Record<string, unknown>, string[]][] => [
    [`a name with ${character}`, { name: `Front${character}desk` }, ["forbiddenCharacters"]],
    [`a description with ${character}`, { description: `${character}x` }, ["forbiddenCharacters"]],
  ]),
  ["an empty name", { name: "" }, ["required"]],
  ["a name of white space", { name: " \u00a0\t " }, ["required"]],
  ["a name of one dot", { name: "." }, ["nameReserved"]],
  ["a name of two dots", { name: ".." }, ["nameReserved"]],
  ["a name of 51 characters", { name: "가".repeat(51) }, ["nameTooLong"]],
  ["a name of 10,000 characters", { name: "x".repeat(10_000) }, ["nameTooLong"]],
  ["a name with a line break", { name: "two\nlines" }, ["controlCharacters"]],
  ["a name with a NUL", { name: "a\0b" }, ["controlCharacters"]],
  ["a name with half a character", { name: "a\ud800" }, ["brokenCharacters"]],
  ["a description of 129 characters", { description: "🙂".repeat(129) }, ["descriptionTooLong"]],
  ["a description of 10,000 characters", { description: "x".repeat(10_000) }, ["descriptionTooLong"]],
  ["a description with a NUL", { description: "\0x" }, ["controlCharacters"]],
  ["a reason of 201 characters", { reason: "x".repeat(201) }, ["tooLong"]],
  ["a reason with a NUL", { reason: "be\0cause" }, ["controlCharacters"]],
  ["a reason with half a character", { reason: "be\udc00cause" }, ["brokenCharacters"]],
  ["a key that does not exist", { callStates: { "On Hook": ["NewCall", "Nonsense"] } }, ["unknownSoftkey"]],
  [
    "a key of 10,000 characters",
    { callStates: { "On Hook": ["NewCall", "x".repeat(10_000)] } },
    ["unknownSoftkey"],
  ],
  ["a key in other letter case", { callStates: { "On Hook": ["newcall"] } }, ["unknownSoftkey"]],
  [
    "a key that is a prototype's",
    { callStates: { "On Hook": ["NewCall", "constructor"] } },
    ["unknownSoftkey"],
  ],
  [
    "a key not allowed in the state",
    { callStates: { "On Hook": ["NewCall", "EndCall"] } },
    ["softkeyNotAllowed"],
  ],
  [
    "CallBack in a fourth state",
    { callStates: { Connected: ["EndCall", "CallBack"] } },
    ["softkeyNotAllowed"],
  ],
  [
    "the same key twice",
    { callStates: { "On Hook": ["NewCall", "CallBack", "CallBack"] } },
    ["softkeyDuplicate"],
  ],
  ["a missing mandatory key", { callStates: { "On Hook": ["Redial"] } }, ["mandatorySoftkeyMissing"]],
  ["no keys where one is mandatory", { callStates: { "Ring Out": [] } }, ["mandatorySoftkeyMissing"]],
  [
    "17 keys",
    { callStates: { "On Hook": ["NewCall", ...new Array(16).fill("Undefined")] } },
    ["tooManySoftkeys"],
  ],
  [
    "10,000 keys",
    { callStates: { "On Hook": ["NewCall", ...new Array(9_999).fill("Undefined")] } },
    ["tooManySoftkeys"],
  ],
  ["a state that does not exist", { callStates: { "Off Duty": [] } }, ["unknownCallState"]],
  ["a state in other letter case", { callStates: { "on hook": ["NewCall"] } }, ["unknownCallState"]],
  ["a state of 10,000 characters", { callStates: { ["x".repeat(10_000)]: [] } }, ["unknownCallState"]],
  ["a state that is a prototype's", { callStates: { constructor: [] } }, ["unknownCallState"]],
  ["a name that is a number", { name: 5 }, ["wrongType"]],
  ["a name that is null", { name: null }, ["wrongType"]],
  ["a name that is a list", { name: ["Reception"] }, ["wrongType"]],
  ["a description that is null", { description: null }, ["wrongType"]],
  ["a default mark that is text", { isDefault: "true" }, ["wrongType"]],
  ["a default mark that is a number", { isDefault: 1 }, ["wrongType"]],
  ["call states that are a list", { callStates: [] }, ["wrongType"]],
  ["call states that are null", { callStates: null }, ["wrongType"]],
  ["softkeys that are text", { callStates: { "On Hook": "NewCall" } }, ["wrongType"]],
  ["softkeys that are an object", { callStates: { "On Hook": { 0: "NewCall" } } }, ["wrongType"]],
  ["softkeys that are null", { callStates: { "On Hook": null } }, ["wrongType"]],
  ["a softkey that is null", { callStates: { "On Hook": ["NewCall", null] } }, ["wrongType"]],
  ["a softkey that is a list", { callStates: { "On Hook": [["NewCall"]] } }, ["wrongType"]],
  ["a field that does not exist", { colour: "red" }, ["unknownField"]],
  ["a field of 10,000 characters", { ["x".repeat(10_000)]: 1 }, ["unknownField"]],
  ["a field that is a prototype's", { constructor: {} }, ["unknownField"]],
  [
    "several mistakes",
    { name: "a%b", description: "<", callStates: { "On Hook": [] } },
    ["forbiddenCharacters", "forbiddenCharacters", "mandatorySoftkeyMissing"],
  ],
];

describe.each([
  { verb: "creating", method: "POST", path: templates, good: { name: "New", copyOf: "Standard User" } },
  { verb: "changing", method: "PATCH", path: reception, good: { version: 1 } },
] as const)("$verb with", ({ method, path, good }) => {
  test.each(badContents)("%s is 422, says what to do, stores nothing", async (_, content, problems) => {
    const attack: Attack = {
      method,
      path,
      body: { ...good, ...content },
      status: 422,
      code: "validationFailed",
      problems,
    };
    await expectRefusal(call, context.database, attack);
  });

  test.each(["Lobby", "LOBBY", " lobby ", "Standard user"])(
    "the name %j of another is 409 nameTaken",
    async (name) => {
      const body = { ...good, name };
      await expectRefusal(call, context.database, {
        method,
        path,
        body,
        status: 409,
        code: "nameTaken",
        problems: ["nameTaken"],
      });
    },
  );

  test("__proto__ among the fields is an unknown field", async () => {
    const body = JSON.stringify(good).replace("{", '{"__proto__":{"isDefault":true},');
    const attack: Attack = {
      method,
      path,
      body,
      status: 422,
      code: "validationFailed",
      problems: ["unknownField"],
    };
    await expectRefusal(call, context.database, attack);
  });

  test("__proto__ among the call states is an unknown call state", async () => {
    const body = JSON.stringify(good).replace("{", '{"callStates":{"__proto__":["NewCall"]},');
    const attack: Attack = {
      method,
      path,
      body,
      status: 422,
      code: "validationFailed",
      problems: ["unknownCallState"],
    };
    await expectRefusal(call, context.database, attack);
  });
});

describe("creating", () => {
  test.each([
    ["no name", { copyOf: "Standard User" }, ["required"]],
    ["nothing to copy", { name: "New" }, ["required"]],
    ["neither", {}, ["required", "required"]],
    ["a copy of nobody", { name: "New", copyOf: "Nobody" }, ["unknownTemplate"]],
    [
      "a copy of nobody with 10,000 characters",
      { name: "New", copyOf: "x".repeat(10_000) },
      ["unknownTemplate"],
    ],
    ["a copy of a NUL", { name: "New", copyOf: "\0" }, ["unknownTemplate"]],
    ["a copy of null", { name: "New", copyOf: null }, ["wrongType"]],
    ["a standard mark", { name: "New", copyOf: "Standard User", isStandard: true }, ["unknownField"]],
    ["a version", { name: "New", copyOf: "Standard User", version: 7 }, ["unknownField"]],
  ])("with %s is 422", async (_, body, problems) => {
    const attack: Attack = {
      method: "POST",
      path: templates,
      body,
      status: 422,
      code: "validationFailed",
      problems,
    };
    await expectRefusal(call, context.database, attack);
  });
});

describe("changing", () => {
  test.each([0, 2, -1, 2 ** 31, 2 ** 40, Number.MAX_SAFE_INTEGER])(
    "based on version %d is 409 stale with both",
    async (version) => {
      const attack: Attack = {
        method: "PATCH",
        path: reception,
        body: { version, description: "x" },
        status: 409,
        code: "stale",
      };
      const { data } = await expectRefusal(call, context.database, attack);
      expect(data).toMatchObject({ current: { name: "Reception", version: 1 }, base: null });
    },
  );

  test.each([
    ["without a version", {}, ["required"]],
    ["with a version that is text", { version: "1" }, ["wrongType"]],
    ["with a version that is null", { version: null }, ["wrongType"]],
    ["with half a version", { version: 1.5 }, ["wrongType"]],
    ["with a version beyond all numbers", { version: 1e300 }, ["tooLarge"]],
    ["of the standard mark", { version: 1, isStandard: true }, ["readOnlyField"]],
    ["of what it is a copy of", { version: 1, copyOf: "Lobby" }, ["readOnlyField"]],
  ])("%s is 422", async (_, body, problems) => {
    const attack: Attack = {
      method: "PATCH",
      path: reception,
      body,
      status: 422,
      code: "validationFailed",
      problems,
    };
    await expectRefusal(call, context.database, attack);
  });

  test.each([
    ["name", { name: "Mine" }],
    ["description", { description: "Mine" }],
    ["callStates", { callStates: { "On Hook": ["NewCall", "CallBack"] } }],
  ])("the %s of a standard template is 409 standardReadOnly", async (field, change) => {
    const attack: Attack = {
      method: "PATCH",
      path: `${templates}/Standard%20User`,
      body: { version: 2, ...change },
      status: 409,
      code: "standardReadOnly",
      problems: ["standardReadOnly"],
    };
    const { data } = await expectRefusal(call, context.database, attack);
    expect(data).toMatchObject({ problems: [{ path: [field] }] });
  });
});

describe("deleting and restoring", () => {
  test.each([
    ["a standard template", "Standard%20Feature", "standardReadOnly"],
    ["[SK-05] the default template", "Marked", "isDefaultTemplate"],
    ["a used template", "used", "inUse"],
  ])("deleting %s is 409 %s", async (_, name, code) => {
    const path = `${templates}/${name}`;
    const { data } = await expectRefusal(call, context.database, {
      method: "DELETE",
      path,
      status: 409,
      code,
      problems: [code],
    });
    if (code === "inUse")
      expect(data).toMatchObject({ dependencies: [{ kind: "commonDeviceConfiguration", name: "Site A" }] });
  });

  test.each(["reason=a%00b", `reason=${"x".repeat(201)}`, "reason=a&reason=b", "why=x"])(
    "deleting with ?%s is 422",
    async (query) => {
      const path = `${reception}?${query}`;
      await expectRefusal(call, context.database, {
        method: "DELETE",
        path,
        status: 422,
        code: "validationFailed",
      });
    },
  );

  test.each(["0", "-1", "99", "2147483648", "9007199254740991"])(
    "restoring revision %s that is not there is 404",
    async (number) => {
      const path = `${reception}/revisions/${number}/restore`;
      await expectRefusal(call, context.database, { method: "POST", path, status: 404, code: "notFound" });
    },
  );

  test.each(["abc", "1.5", "1e999", "0x1", "%20"])(
    "restoring revision %s that is no number is 422",
    async (number) => {
      const path = `${reception}/revisions/${number}/restore`;
      await expectRefusal(call, context.database, {
        method: "POST",
        path,
        status: 422,
        code: "validationFailed",
      });
    },
  );
});
