import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ServiceContext } from "@/lib/server/context";
import { basic, userPassword as password } from "@/lib/server/testing/credentials";
import { expectRefusal } from "@/lib/server/testing/expect-refusal";
import { type CallApi, testApi } from "@/lib/server/testing/test-api";
import { testContext } from "@/lib/server/testing/test-context";
import { testRuntime } from "@/lib/server/testing/test-runtime";

const day = 24 * 60 * 60 * 1000;

let context: ServiceContext;
let call: CallApi;
let time = Date.now();
beforeAll(async () => {
  context = await testContext();
  const timed = { ...context, now: () => new Date(time) };
  call = await testApi(timed, testRuntime(timed));
  const phone = {
    name: "SEP0000000000A1",
    model: "Cisco 8841",
    lines: [{ index: 1, directoryNumber: "7001" }],
  };
  expect((await call("POST", "/phones", phone)).status).toBe(201);
  await call("POST", "/users", { name: "Other", role: "superUser", password });
});
afterAll(() => context.database.close());

const post = (path: string, body: unknown, key: string, headers: Record<string, string> = {}) =>
  call("POST", path, body, { ...headers, "idempotency-key": key });
const partition = () => ({ name: randomUUID() });

describe("a POST with an Idempotency-Key", () => {
  test("that makes an object is done once and answered the same for 24 hours", async () => {
    const [key, body] = [randomUUID(), partition()];
    const first = await post("/partitions", body, key);
    expect(first.status).toBe(201);
    time += day - 1;
    const again = await post("/partitions", body, key);
    expect(again).toMatchObject({ status: 201, body: first.body });
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect(again.headers.get("content-type")).toMatch(/^application\/json/);
    expect(again.headers.get("x-request-id")).not.toBe(first.headers.get("x-request-id"));
    time += 1;
    expect((await post("/partitions", body, key)).body).toMatchObject({ code: "nameTaken" });
    expect(await context.database.prisma.idempotentRequest.count()).toBe(0);
  });

  test("that starts a job starts one, also without a body", async () => {
    const key = randomUUID();
    const path = "/phones/SEP0000000000A1/apply-config";
    const first = await post(path, undefined, key);
    expect(first.status).toBe(202);
    expect(await post(path, undefined, key)).toMatchObject({
      status: 202,
      body: { jobId: first.body.jobId },
    });
  });

  test("that sends a file stores one, and tells another file by its last byte", async () => {
    const key = randomUUID();
    const rows = Array.from({ length: 3_000 }, (_, n) => `File ${n},x`).join("\n");
    const send = (file: string) =>
      post("/bulk/partitions/files?name=a.csv", `name,description\n${file}`, key, {
        "content-type": "text/csv",
      });
    const first = await send(rows);
    expect(first.status).toBe(201);
    expect(await send(rows)).toMatchObject({ status: 201, body: first.body });
    expect((await send(`${rows}y`)).body).toMatchObject({ code: "idempotencyKeyReused" });
  });

  test("is done once when it is sent several times at once", async () => {
    const [key, body] = [randomUUID(), { action: "applyConfig", where: [] }];
    const answers = await Promise.all(Array.from({ length: 5 }, () => post("/phones/actions", body, key)));
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(202));
    expect(new Set(answers.map((answer) => answer.body.jobId)).size).toBe(1);
  });

  test("is refused for another body, address or order of the same key", async () => {
    const [key, body] = [randomUUID(), partition()];
    await post("/partitions", body, key);
    for (const [path, other] of [
      ["/partitions", partition()],
      ["/device-pools", body],
      ["/partitions?x=1", body],
    ] as const) {
      await expectRefusal(call, context.database, {
        method: "POST",
        path,
        body: other,
        headers: { "idempotency-key": key },
        status: 422,
        code: "idempotencyKeyReused",
      });
    }
  });

  test("shares its key with nobody else's", async () => {
    const key = randomUUID();
    const other = { authorization: basic("Other") };
    expect((await post("/partitions", partition(), key)).status).toBe(201);
    expect((await post("/partitions", partition(), key, other)).status).toBe(201);
  });

  test("that is refused may be sent again, when what was missing is there", async () => {
    const [key, wanted] = [randomUUID(), partition()];
    const space = { name: randomUUID(), partitions: [wanted.name] };
    expect((await post("/calling-search-spaces", space, key)).status).toBe(422);
    await call("POST", "/partitions", wanted);
    expect((await post("/calling-search-spaces", space, key)).status).toBe(201);
  });

  test("keeps neither the key nor what was sent", async () => {
    const key = randomUUID();
    const secret = "a secret that nobody may read";
    await post("/users", { name: "Secretive", role: "readOnly", password: secret }, key);
    const kept = JSON.stringify(await context.database.prisma.idempotentRequest.findMany());
    expect(kept).toContain("Secretive");
    expect(kept).not.toContain(key);
    expect(kept).not.toContain(secret);
  });

  test("goes with its user", async () => {
    const leaving = { authorization: basic("Leaving") };
    await call("POST", "/users", { name: "Leaving", role: "superUser", password });
    const before = await context.database.prisma.idempotentRequest.count();
    await post("/partitions", partition(), randomUUID(), leaving);
    expect(await context.database.prisma.idempotentRequest.count()).toBe(before + 1);
    expect((await call("DELETE", "/users/Leaving")).status).toBe(204);
    expect(await context.database.prisma.idempotentRequest.count()).toBe(before);
  });

  test.each([
    ["empty", " ", "required"],
    ["of 256 characters", "x".repeat(256), "tooLong"],
  ])("that is %s is refused", async (_, key, code) => {
    await expectRefusal(call, context.database, {
      method: "POST",
      path: "/partitions",
      body: partition(),
      headers: { "idempotency-key": key },
      status: 422,
      code: "validationFailed",
      problems: [code],
    });
  });
});

test("API keys are never kept: the same request makes another one, which the name forbids", async () => {
  const [key, body] = [randomUUID(), { name: "Once" }];
  expect((await post("/api-keys", body, key)).status).toBe(201);
  expect((await post("/api-keys", body, key)).body).toMatchObject({ code: "nameTaken" });
  expect(JSON.stringify(await context.database.prisma.idempotentRequest.findMany())).not.toContain("rbk_");
});
