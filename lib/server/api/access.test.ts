import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mostFailures } from "@/lib/server/auth/failure-limit";
import type { ServiceContext } from "@/lib/server/context";
import { basic, userPassword as password } from "@/lib/server/testing/credentials";
import { type Attack, expectRefusal } from "@/lib/server/testing/expect-refusal";
import { sessionCookie } from "@/lib/server/testing/session-cookie";
import { type CallApi, testApi } from "@/lib/server/testing/test-api";
import { testContext } from "@/lib/server/testing/test-context";
import { testPassword } from "@/lib/server/testing/test-password";

const templates = "/softkey-templates";
const reception = `${templates}/Reception`;

let context: ServiceContext;
let call: CallApi;
let cookie: string;
beforeAll(async () => {
  context = await testContext();
  call = await testApi(context);
  await call("POST", templates, { name: "Reception", copyOf: "Standard User" });
  await call("POST", "/users", { name: "Reader", role: "readOnly", password });
  await call("POST", "/users", { name: "Phones", role: "phoneAdministrator", password });
  cookie = await sessionCookie(call);
});
afterAll(() => context.database.close());

const everything: Pick<Attack, "method" | "path" | "body">[] = [
  { method: "GET", path: templates },
  { method: "POST", path: templates, body: { name: "New", copyOf: "Standard User" } },
  { method: "GET", path: reception },
  { method: "PATCH", path: reception, body: { version: 1, name: "New" } },
  { method: "DELETE", path: reception },
  { method: "GET", path: `${reception}/dependencies` },
  { method: "POST", path: `${reception}/reassign`, body: { to: "Standard User" } },
  { method: "GET", path: `${reception}/revisions` },
  { method: "POST", path: `${reception}/revisions/1/restore` },
  { method: "GET", path: "/users" },
  { method: "POST", path: "/users", body: { name: "New", role: "superUser", password } },
  { method: "PATCH", path: "/users/Reader", body: { version: 1, role: "superUser" } },
  { method: "DELETE", path: "/users/Reader" },
  { method: "GET", path: "/users/Reader/revisions" },
  { method: "GET", path: "/api-keys" },
  { method: "POST", path: "/api-keys", body: { name: "New" } },
  { method: "DELETE", path: "/api-keys/New" },
  { method: "GET", path: "/session" },
  { method: "PATCH", path: "/session/preferences", body: { theme: "dark" } },
  { method: "PATCH", path: "/session/profile", body: { fullName: "New" } },
  { method: "GET", path: "/list-views?list=phone" },
  { method: "POST", path: "/list-views", body: { list: "phone", name: "New", sort: "name" } },
  { method: "PATCH", path: "/list-settings/phone", body: { density: "compact" } },
  {
    method: "PATCH",
    path: "/session/password",
    body: { currentPassword: password, newPassword: "another one" },
  },
  { method: "GET", path: "/nothing" },
];

describe("without credentials", () => {
  test.each(everything)("$method $path is 401", async (request) => {
    await expectRefusal(call, context.database, {
      ...request,
      headers: { authorization: "" },
      status: 401,
      code: "notSignedIn",
    });
  });

  test("a program is told how to sign in, a browser is spared its password window", async () => {
    const program = await call("GET", templates, undefined, { authorization: "" });
    expect(program.headers.get("www-authenticate")).toMatch(/^Basic /);
    const browser = await call("GET", templates, undefined, {
      authorization: "",
      "sec-fetch-site": "same-origin",
    });
    expect(browser.headers.has("www-authenticate")).toBe(false);
  });

  test.each([
    "Bearer rbk_unknown",
    "Bearer",
    "Basic",
    "Basic :",
    "Basic ====",
    "Digest x",
    `Bearer ${"x".repeat(10_000)}`,
  ])("the credentials %j are 401", async (authorization) => {
    await expectRefusal(call, context.database, {
      method: "GET",
      path: templates,
      headers: { authorization },
      status: 401,
      code: "notSignedIn",
    });
  });

  test.each(["ringback.session_token=forged.signature", "ringback.session_token=", "other=1", ";;;="])(
    "the cookie %j is 401",
    async (forged) => {
      const headers = { authorization: "", cookie: forged };
      await expectRefusal(call, context.database, {
        method: "GET",
        path: templates,
        headers,
        status: 401,
        code: "notSignedIn",
      });
    },
  );
});

describe("a program with an API key", () => {
  test("acts as its person, but cannot make a key that would outlive its own", async () => {
    const { body } = await call("POST", "/api-keys", { name: "Nightly run" });
    const headers = { authorization: `Bearer ${body.key}` };
    expect((await call("GET", templates, undefined, headers)).status).toBe(200);
    await expectRefusal(call, context.database, {
      method: "POST",
      path: "/api-keys",
      body: { name: "Another" },
      headers,
      status: 403,
      code: "notWithApiKey",
    });
    expect((await call("DELETE", "/api-keys/Nightly%20run")).status).toBe(204);
  });

  const peopleOnly: Pick<Attack, "method" | "path" | "body">[] = [
    { method: "POST", path: "/users", body: { name: "New", role: "readOnly", password } },
    { method: "PATCH", path: "/users/Reader", body: { version: 1, role: "superUser" } },
    { method: "PATCH", path: "/users/Reader", body: { version: 1, password: "another password" } },
    {
      method: "PATCH",
      path: "/session/password",
      body: { currentPassword: testPassword, newPassword: "another password" },
    },
  ];
  test.each(peopleOnly)("makes neither users, roles nor passwords: $method $path $body", async (request) => {
    const { body } = await call("POST", "/api-keys", { name: "Automation" });
    const headers = { authorization: `Bearer ${body.key}` };
    // Its first use is noted.
    expect((await call("GET", "/session", undefined, headers)).status).toBe(200);
    await expectRefusal(call, context.database, { ...request, headers, status: 403, code: "notWithApiKey" });
    expect((await call("PATCH", "/users/Reader", { version: 1, role: "readOnly" }, headers)).status).toBe(
      200,
    );
    expect((await call("DELETE", "/api-keys/Automation")).status).toBe(204);
  });

  test("is limited to the narrower role of its key, and never gets more than its owner has by then", async () => {
    const make = async (name: string, role: string, authorization: string) => {
      const { body, status } = await call("POST", "/api-keys", { name, role }, { authorization });
      expect([status, body.role]).toEqual([201, role]);
      return { authorization: `Bearer ${body.key}` };
    };
    const admin = basic("admin", testPassword);
    const reading = await make("Reading", "readOnly", admin);
    const phones = await make("Phones", "phoneAdministrator", admin);
    const statusOf = async (
      headers: Record<string, string>,
      method: "GET" | "PATCH",
      path: string,
      body?: object,
    ) => (await call(method, path, body, headers)).status;
    expect(await statusOf(reading, "GET", "/users")).toBe(200);
    expect(await statusOf(reading, "PATCH", reception, { version: 1, description: "x" })).toBe(403);
    expect(await statusOf(reading, "PATCH", "/session/profile", { fullName: "x" })).toBe(403);
    expect(await statusOf(phones, "GET", "/users")).toBe(403);
    expect(await statusOf(phones, "PATCH", reception, { version: 1, description: "" })).toBe(200);
    // Read Only sees users, a Phone Administrator does not: a key of theirs that only reads must not either.
    const ofPhones = await make("Reading", "readOnly", basic("Phones"));
    expect(await statusOf(ofPhones, "GET", templates)).toBe(200);
    expect(await statusOf(ofPhones, "GET", "/users")).toBe(403);
  });
});

describe("HEAD", () => {
  test.each([
    [reception, {}, 200],
    [`${templates}/Nobody`, {}, 404],
    [reception, { authorization: "" }, 401],
  ])("of %s with %j answers what GET answers, without the body: %i", async (path, headers, status) => {
    const asked = await call("GET", path, undefined, headers);
    const head = await call("HEAD", path, undefined, headers);
    expect(asked.status).toBe(status);
    expect(head).toMatchObject({ status, body: {} });
    expect(head.headers.get("content-type")).toBe(asked.headers.get("content-type"));
  });
});

describe("roles", () => {
  const changes = everything.filter(({ method, path }) => method !== "GET" && path.startsWith(templates));

  test.each(changes)("Read Only cannot $method $path: 403", async (request) => {
    await expectRefusal(call, context.database, {
      ...request,
      headers: { authorization: basic("Reader") },
      status: 403,
      code: "forbidden",
    });
  });

  test.each(everything.filter(({ path }) => path.startsWith("/users")))(
    "Phone Administrator has no business with $method $path: 403",
    async (request) => {
      await expectRefusal(call, context.database, {
        ...request,
        headers: { authorization: basic("Phones") },
        status: 403,
        code: "forbidden",
      });
    },
  );

  test("Phone Administrator changes softkey templates, Read Only reads them", async () => {
    const created = await call(
      "POST",
      templates,
      { name: "By phones", copyOf: "Standard User" },
      { authorization: basic("Phones") },
    );
    expect(created).toMatchObject({ status: 201, body: { updatedBy: "Phones" } });
    const read = await call("GET", `${templates}/by%20phones`, undefined, { authorization: basic("Reader") });
    expect(read.status).toBe(200);
  });
});

describe("a page of another site", () => {
  const host = "localhost";
  /** What a browser sends along by itself. */
  const credentials: [string, () => Record<string, string>][] = [
    ["the session cookie", () => ({ authorization: "", cookie })],
    ["a name and password that the browser remembers", () => ({})],
    ["nothing", () => ({ authorization: "" })],
  ];
  const foreign: [string, Record<string, string>][] = [
    ["another origin", { origin: "https://evil.example" }],
    ["another port", { origin: "http://localhost:8080" }],
    ["a name that begins alike", { origin: "http://localhost.evil.example" }],
    ["no origin of its own", { origin: "null" }],
    ["an origin that is none", { origin: "localhost" }],
    ["another site by the browser's word", { "sec-fetch-site": "cross-site" }],
    ["a sister site by the browser's word", { "sec-fetch-site": "same-site" }],
    [
      "another site by the browser's word and our origin",
      { "sec-fetch-site": "cross-site", origin: "http://localhost" },
    ],
  ];

  describe.each(credentials)("with %s", (_, sent) => {
    test.each(foreign)("and %s cannot change anything: 403", async (_, headers) => {
      const changes = everything.filter(({ method }) => method !== "GET");
      const all = { host, ...sent(), ...headers };
      for (const request of [...changes, { method: "DELETE" as const, path: "/session" }]) {
        const attack = { ...request, headers: all, status: 403, code: "foreignPage" };
        await expectRefusal(call, context.database, attack);
      }
    });
  });

  test.each(["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain"])(
    "cannot restore a revision by a form without fields, whatever it says of itself: %s is 415",
    async (type) => {
      for (const sent of [{}, { authorization: "", cookie }]) {
        await expectRefusal(call, context.database, {
          method: "POST",
          path: `${reception}/revisions/1/restore`,
          headers: { host, ...sent, "content-type": type },
          status: 415,
          code: "unsupportedMediaType",
        });
      }
    },
  );
});

describe("a change without a body", () => {
  const restore = (headers: Record<string, string>) =>
    call("POST", `${reception}/revisions/1/restore`, undefined, { host: "localhost", ...headers });

  test("from a browser wants our header or the content type of JSON, which no form can send", async () => {
    for (const mark of [
      { cookie, authorization: "" },
      { origin: "http://localhost" },
      { "sec-fetch-site": "same-origin" },
    ]) {
      expect((await restore(mark)).body).toMatchObject({ code: "unsupportedMediaType" });
      expect((await restore({ ...mark, "x-ringback-request": "1" })).status).toBe(200);
      expect((await restore({ ...mark, "content-type": "application/json" })).status).toBe(200);
    }
  });

  test("from a program needs neither", async () => {
    expect((await restore({})).status).toBe(200);
    const { body } = await call("POST", "/api-keys", { name: "Restores" });
    expect((await restore({ authorization: `Bearer ${body.key}` })).status).toBe(200);
  });
});

describe("our own pages", () => {
  const theme = (headers: Record<string, string>) =>
    call(
      "PATCH",
      "/session/preferences",
      { theme: "dark" },
      { authorization: "", host: "localhost", cookie, ...headers },
    );

  test("and programs without a browser can change something with the session cookie", async () => {
    expect((await theme({ origin: "http://localhost", "sec-fetch-site": "same-origin" })).status).toBe(200);
    expect((await theme({})).status).toBe(200);
  });

  test("can behind a proxy that calls the console by another host", async () => {
    const headers = {
      host: "10.0.0.5:3000",
      origin: "https://ringback.example",
      "sec-fetch-site": "same-origin",
    };
    expect((await theme(headers)).status).toBe(200);
  });
});

describe("after too many failed sign-ins", () => {
  test("even the right password is 429 and told how long to wait, for that name only", async () => {
    await call("POST", "/users", { name: "Target", role: "readOnly", password });
    for (let attempt = 0; attempt < mostFailures.ofName; attempt++) {
      const answer = await call("GET", templates, undefined, { authorization: basic("Target", "wrong") });
      expect(answer.status).toBe(401);
    }
    const headers = { authorization: basic("TARGET") };
    const attack: Attack = { method: "GET", path: templates, headers, status: 429, code: "tooManyAttempts" };
    const { message, data } = await expectRefusal(call, context.database, attack);
    expect(message).toMatch(/\d+ seconds?/);
    expect(data).toMatchObject({ retryAfterSeconds: expect.any(Number) });
    const answer = await call("GET", templates, undefined, headers);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    const viaForm = {
      method: "POST",
      path: "/session",
      body: { name: "target", password },
      headers: { authorization: "" },
    } as const;
    await expectRefusal(call, context.database, { ...viaForm, status: 429, code: "tooManyAttempts" });
    expect((await call("GET", templates, undefined, { authorization: basic("Reader") })).status).toBe(200);
  });
});
