import { request as ask } from "node:http";
import { expect, test } from "@playwright/test";
import { type ConsoleServer, newDataDir, removeDataDir, startServer, stopServer } from "./fixtures/server";
import { credentials } from "./fixtures/writers";

let dataDir: string;
let server: ConsoleServer;
test.beforeEach(() => {
  dataDir = newDataDir(process.env.RINGBACK_TEST_DATA);
});
test.afterEach(async () => {
  await stopServer(server);
  removeDataDir(dataDir);
});

/** The access lines that the server has written so far. */
function accessLines(): Record<string, unknown>[] {
  return server
    .output()
    .split("\n")
    .filter((line) => line.startsWith('{"level"'))
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter(({ event }) => event === "request");
}

/** Status of a request with a method that `fetch` refuses to send. */
function statusOf(method: string, path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = ask(`${server.baseURL}${path}`, { method }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.once("error", reject).end();
  });
}

test("every request leaves a line with the user, and the request id of the answer; methods that nobody knows are 405", async () => {
  server = await startServer(dataDir, { RINGBACK_LOG_LEVEL: "info" });
  const headers = { authorization: `Basic ${credentials}`, "x-ringback-request-id": "forged" };
  const answer = await fetch(`${server.baseURL}/api/v1/phones?limit=1`, { headers });
  expect(answer.status).toBe(200);
  for (const path of ["/", "/api/v1/phones"]) expect(await statusOf("TRACE", path)).toBe(405);
  await expect.poll(() => accessLines()).toHaveLength(3);
  expect(accessLines()[0]).toMatchObject({
    method: "GET",
    path: "/api/v1/phones",
    status: 200,
    user: "admin",
    address: "127.0.0.1",
    requestId: answer.headers.get("x-request-id"),
  });
});

test("a client cannot claim to come over TLS; a trusted proxy can", async () => {
  const signIn = async () => {
    const answer = await fetch(`${server.baseURL}/api/v1/session`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-forwarded-proto": "https" },
      body: JSON.stringify({ name: "admin", password: "a long test password" }),
    });
    return answer.headers.getSetCookie().some((cookie) => /; Secure/i.test(cookie));
  };
  server = await startServer(dataDir);
  expect(await signIn()).toBe(false);
  await stopServer(server);
  server = await startServer(dataDir, { RINGBACK_TRUSTED_PROXIES: "127.0.0.1" });
  expect(await signIn()).toBe(true);
});
