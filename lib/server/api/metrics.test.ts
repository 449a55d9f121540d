import { expect, test } from "vitest";
import { answerMetrics } from "@/lib/server/api/metrics";
import { getInstance } from "@/lib/server/instance";
import { apiOfFile } from "@/lib/server/testing/api-of-file";
import { basic, userPassword as password } from "@/lib/server/testing/credentials";
import { testPassword } from "@/lib/server/testing/test-password";

const { call } = apiOfFile((call) => call("POST", "/users", { name: "Reader", role: "readOnly", password }));

async function newKey(name: string, content: object = {}, headers = {}): Promise<string> {
  const { body } = await call("POST", "/api-keys", { name, ...content }, headers);
  return `Bearer ${body.key}`;
}

function ask(authorization?: string): Promise<Response> {
  const headers = authorization === undefined ? {} : { authorization };
  return answerMetrics(new Request("http://localhost/metrics", { headers }));
}

test("nobody finds metrics without the key of a Super User", async () => {
  expect((await ask()).status).toBe(404);
  expect((await ask(basic("admin", testPassword))).status).toBe(404);
  expect((await ask("Bearer rbk_invented")).status).toBe(401);
  const ofReader = await newKey("Metrics", {}, { authorization: basic("Reader") });
  expect((await ask(ofReader)).status).toBe(403);
  expect(await (await ask()).json()).toMatchObject({ code: "notFound", message: expect.any(String) });
});

test("a key that is limited to a narrower role than Super User does not read them, whoever's it is", async () => {
  for (const role of ["phoneAdministrator", "readOnly"])
    expect((await ask(await newKey(role, { role }))).status).toBe(403);
  expect((await ask(await newKey("superUser", { role: "superUser" }))).status).toBe(200);
});

test("the key of a Super User reads them, in the text format of Prometheus", async () => {
  const answer = await ask(await newKey("Metrics"));
  expect([answer.status, answer.headers.get("content-type")]).toEqual([
    200,
    "text/plain; version=0.0.4; charset=utf-8",
  ]);
  const text = await answer.text();
  for (const name of ["live_requests", "job_items_waiting", "timer_lag_seconds", "event_streams"])
    expect(text).toMatch(new RegExp(`^ringback_${name} [\\d.]+$`, "m"));
  expect(text).toMatch(/^# TYPE ringback_http_request_duration_seconds histogram$/m);
});

test("anybody reads them when the console is told so", async () => {
  const instance = await getInstance();
  instance.environment.metrics = true;
  expect((await ask()).status).toBe(200);
});
