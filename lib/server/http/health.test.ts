import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import pino from "pino";
import { afterEach, expect, test } from "vitest";
import { makeServer } from "@/lib/server/http/make-server";
import { programVersion } from "@/lib/server/version";

const holder = globalThis as typeof globalThis & { ringbackInstance?: Promise<unknown> | undefined };
const before = holder.ringbackInstance;
const servers: Server[] = [];
afterEach(() => {
  holder.ringbackInstance = before;
  for (const server of servers.splice(0)) server.closeAllConnections();
});

/** A server whose program never starts, and the address that it listens at. */
async function started(): Promise<string> {
  const program = new Promise<never>(() => undefined);
  const server = makeServer({ tls: null, trustedProxies: null }, pino({ level: "silent" }), program);
  servers.push(server.listen(0, "127.0.0.1"));
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const running = (ping: () => Promise<void>, isLost = false) =>
  Promise.resolve({ database: { ping }, runtime: { watch: { isLost } } });

test("while the program starts it is alive and not ready, and says so at once", async () => {
  holder.ringbackInstance = undefined;
  const address = await started();
  const starting = { status: "unavailable", version: programVersion, reason: "starting" };
  expect(await (await fetch(`${address}/api/health/live`)).json()).toEqual({
    status: "ok",
    version: programVersion,
  });
  for (const opening of [undefined, new Promise(() => undefined)]) {
    holder.ringbackInstance = opening;
    for (const path of ["/api/health", "/api/health/ready"]) {
      const answer = await fetch(`${address}${path}`);
      expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "2"]);
      expect(await answer.json()).toMatchObject(starting);
    }
  }
});

test("a program that has started is ready, to GET and HEAD, on both addresses", async () => {
  holder.ringbackInstance = running(() => Promise.resolve());
  const address = await started();
  for (const path of ["/api/health", "/api/health/ready?verbose", "/api/health/live"]) {
    const answer = await fetch(`${address}${path}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(await answer.json()).toEqual({ status: "ok", version: programVersion });
    const head = await fetch(`${address}${path}`, { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
  }
});

test("a database that fails in a way of its own is told without its words", async () => {
  holder.ringbackInstance = running(() =>
    Promise.reject(new Error("password authentication failed for root")),
  );
  const answer = await fetch(`${await started()}/api/health/ready`);
  expect(answer.status).toBe(503);
  const body = await answer.text();
  expect(JSON.parse(body)).toMatchObject({ reason: "databaseBroken" });
  expect(body).not.toContain("root");
});

test.each([
  ["en", { "accept-language": "en-GB" }, "The database does not answer"],
  ["ko", { "accept-language": "en", cookie: "a=b; ringback-locale=ko" }, "데이터베이스가 응답하지 않습니다"],
])(
  "while the database is lost pages say so in %s, and try again by themselves",
  async (locale, headers, title) => {
    holder.ringbackInstance = running(() => Promise.resolve(), true);
    const answer = await fetch(`${await started()}/device/phone?limit=50`, { headers });
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "5"]);
    const page = await answer.text();
    expect(page).toContain(`<html lang="${locale}">`);
    expect(page).toContain(`<h1>${title}</h1>`);
    expect(page).toContain('<meta http-equiv="refresh" content="5">');
  },
);
