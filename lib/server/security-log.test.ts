import { readFileSync } from "node:fs";
import { join } from "node:path";
import pino from "pino";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { answerMetrics } from "@/lib/server/api/metrics";
import { mostFailures } from "@/lib/server/auth/failure-limit";
import type { ServiceContext } from "@/lib/server/context";
import { getInstance } from "@/lib/server/instance";
import { securityEvents, securityLog } from "@/lib/server/security-log";
import { basic as basicOf, userPassword as password } from "@/lib/server/testing/credentials";
import { type CallApi, testApi } from "@/lib/server/testing/test-api";
import { testContext } from "@/lib/server/testing/test-context";

type Line = Readonly<Record<string, unknown>>;

/** Everything that is logged, as text and line by line. */
let written = "";
const linesOf = (text: string): Line[] =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
const security = () => linesOf(written).filter(({ log }) => log === "security");
const events = () => security().map(({ event }) => event);
const logger = pino({ level: "info" }, { write: (text: string) => (written += text) });

let context: ServiceContext;
let call: CallApi;
beforeAll(async () => {
  context = await testContext();
  call = await testApi(context);
  Object.assign(await getInstance(), { logger });
});
afterAll(() => context.database.close());
beforeEach(() => {
  written = "";
});

const address = "198.51.100.7";
const from = { "x-ringback-client-address": address };
const basic = (name: string, secret = password) => ({
  ...from,
  authorization: basicOf(name, secret),
});

test("a sign-in, its failure, its lock and the sign-out are told with who, from where and in which request", async () => {
  await call("POST", "/users", { name: "Kim", role: "readOnly", password }, from);
  written = "";
  const body = { name: "KIM", password };
  const wrong = { ...body, password: "a secret that is wrong" };
  const failed = await call("POST", "/session", wrong, { ...from, authorization: "" });
  const entered = await call("POST", "/session", body, { ...from, authorization: "" });
  const cookie = entered.headers.getSetCookie()[0]?.replace(/;.*/s, "") ?? "";
  await call("DELETE", "/session", undefined, { ...from, authorization: "", cookie });
  expect(security()).toMatchObject([
    { event: "signIn.failed", by: "session", typedName: "KIM", address },
    { event: "signIn.succeeded", by: "session", user: "Kim", address },
    { event: "signOut", user: "Kim", address },
  ]);
  expect(
    security()
      .map(({ requestId }) => requestId)
      .slice(0, 2),
  ).toEqual([failed.headers.get("x-request-id"), entered.headers.get("x-request-id")]);
  for (const secret of [password, wrong.password, cookie, decodeURIComponent(cookie).split("=")[1]])
    expect(written).not.toContain(secret);
});

test("with HTTP Basic it is told once while it is remembered, failures each, and what is locked as locked", async () => {
  await call("POST", "/users", { name: "Program", role: "readOnly", password }, from);
  written = "";
  for (const _ of [1, 2, 3]) await call("GET", "/session", undefined, basic("Program"));
  expect(security()).toMatchObject([{ event: "signIn.succeeded", by: "basic", user: "Program", address }]);
  written = "";
  for (let guess = 0; guess < mostFailures.ofName; guess++)
    await call("GET", "/session", undefined, basic("Nobody", `guess ${guess}`));
  await call("GET", "/session", undefined, basic("Nobody", "one more"));
  await call("GET", "/session", undefined, { ...from, authorization: "Bearer rbk_stolen_and_revoked" });
  expect(events()).toEqual([
    ...Array.from({ length: mostFailures.ofName }, () => "signIn.failed"),
    "signIn.locked",
    "signIn.failed",
  ]);
  expect(written).not.toMatch(/guess|one more|rbk_/);
});

test("a missing sign-in and a role too small are told as refused, with who asks", async () => {
  await call("POST", "/users", { name: "Reader", role: "readOnly", password }, from);
  written = "";
  await call("GET", "/users?where=name:contains:secret", undefined, { ...from, authorization: "" });
  await call("DELETE", "/users/Kim", undefined, basic("Reader"));
  expect(security().filter(({ event }) => event === "access.refused")).toMatchObject([
    { status: 401, code: "notSignedIn", method: "GET", path: "/api/v1/users" },
    { status: 403, code: "forbidden", method: "DELETE", path: "/api/v1/users/Kim", user: "Reader" },
  ]);
  expect(written).not.toContain("contains:secret");
});

test("of the metrics, too, a wrong key is told as a failed sign-in and a key of a smaller role as refused", async () => {
  await call("POST", "/users", { name: "Scraper", role: "readOnly", password }, from);
  const { body } = await call("POST", "/api-keys", { name: "Scrape" }, basic("Scraper"));
  written = "";
  for (const key of ["rbk_invented", String(body.key)])
    await answerMetrics(
      new Request("http://localhost/metrics", { headers: { ...from, authorization: `Bearer ${key}` } }),
    );
  expect(security()).toMatchObject([
    { event: "signIn.failed", by: "apiKey", address, requestId: expect.any(String) },
    { event: "access.refused", status: 403, method: "GET", path: "/metrics", user: "Scraper", address },
  ]);
});

test("a sign-out is told when a session ended, and not for those who had none", async () => {
  await call("POST", "/users", { name: "Park", role: "readOnly", password }, from);
  await call("GET", "/session", undefined, basic("Park"));
  written = "";
  expect((await call("DELETE", "/session", undefined, basic("Park"))).status).toBe(204);
  expect(events()).toEqual([]);
});

test("changes of users, roles, passwords, keys and sessions are told, by whom and of whom; what was refused is not", async () => {
  const { body } = await call("POST", "/users", { name: "Lee", role: "readOnly", password }, from);
  await call("PATCH", "/users/Lee", { version: body.version, role: "phoneAdministrator" }, from);
  await call("PATCH", "/users/Lee", { version: 1, role: "superUser" }, from);
  await call("PATCH", "/users/Lee", { version: 2, password: "another password", apiKeys: "revoke" }, from);
  const made = await call(
    "POST",
    "/api-keys",
    { name: "Export", role: "readOnly" },
    basic("Lee", "another password"),
  );
  await call("DELETE", "/api-keys/Export?owner=Lee", undefined, from);
  await call("DELETE", "/session/others", undefined, basic("Lee", "another password"));
  const own = { currentPassword: "wrong", newPassword: "yet another password" };
  await call("PATCH", "/session/password", own, basic("Lee", "another password"));
  await call("DELETE", "/users/Lee", undefined, from);
  const told = security().filter(({ event }) => event !== "signIn.succeeded");
  expect(told).toMatchObject([
    { event: "user.created", user: "admin", target: "Lee", role: "readOnly" },
    { event: "user.changed", user: "admin", target: "Lee" },
    { event: "user.roleChanged", target: "Lee", from: "readOnly", to: "phoneAdministrator" },
    { event: "user.changed", target: "Lee" },
    { event: "user.passwordChanged", user: "admin", target: "Lee", apiKeys: "revoke" },
    { event: "apiKey.created", user: "Lee", target: "Export", owner: "Lee", role: "readOnly" },
    { event: "apiKey.revoked", user: "admin", target: "Export", owner: "Lee" },
    { event: "session.othersEnded", user: "Lee", ended: 0 },
    { event: "signIn.failed", by: "currentPassword", typedName: "Lee" },
    { event: "user.deleted", user: "admin", target: "Lee" },
  ]);
  for (const line of told)
    expect(line).toMatchObject({ address, requestId: expect.stringMatching(/^[\da-f-]{36}$/) });
  for (const secret of [String(made.body.key), password, "another password"])
    expect(written).not.toContain(secret);
});

test("a name that is typed can neither forge a line nor fill the log nor move the reader's cursor", async () => {
  const forged = `x"}\n{"log":"security","event":"x"}\u001b[2J\u202e${"y".repeat(70)}`;
  await call("POST", "/session", { name: forged, password: "wrong" }, { ...from, authorization: "" });
  await call("GET", "/session", undefined, basic("z".repeat(5_000).concat("\u0007")));
  expect(events()).toEqual(["signIn.failed", "signIn.failed"]);
  const names = security().map(({ typedName }) => String(typedName));
  for (const name of names) {
    expect(Array.from(name).length).toBeLessThanOrEqual(65);
    expect(name).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
  }
  expect(linesOf(written).every(({ event }) => typeof event === "string")).toBe(true);
});

test("every event is written at its level, and the document lists exactly these", () => {
  const names = Object.keys(securityEvents) as (keyof typeof securityEvents)[];
  for (const name of names) securityLog(logger, { address })(name);
  const levels = { info: 30, warn: 40 };
  expect(security()).toMatchObject(names.map((event) => ({ event, level: levels[securityEvents[event]] })));
  const document = readFileSync(join(import.meta.dirname, "../../docs/security-log.md"), "utf8");
  const rows = document.split("\n").filter((line) => line.startsWith("| `"));
  const listed = rows.flatMap((row) =>
    [...(row.split("|")[1] ?? "").matchAll(/`([^`]+)`/g)].map(([, name]) => name),
  );
  expect(listed.toSorted()).toEqual(names.toSorted());
});
