import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { expect } from "@playwright/test";
import { test } from "./fixtures/own-servers";
import { ask, send } from "./fixtures/rest";
import { adminPassword, type ConsoleServer } from "./fixtures/server";

const clients = 50;
const rounds = 8;
const longestWaitMilliseconds = 500;
const pauseMilliseconds = 50;
const rowsOfFile = 20_000;

/** A console, and the API key with which clients ask it: so only those who sign in have a password checked. */
interface Loaded {
  readonly server: ConsoleServer;
  readonly authorization: string;
}

/**
 * Asks for health again and again, in a thread of its own: the clients keep the one of the test busy themselves.
 * @returns what ends it and answers how long it waited each time, in milliseconds
 */
function watchHealth({ baseURL }: ConsoleServer): () => Promise<number[]> {
  const watch = `
    const { parentPort, workerData } = require("node:worker_threads");
    const waits = [];
    let isOver = false;
    parentPort.once("message", () => { isOver = true; });
    (async () => {
      while (!isOver) {
        const asked = performance.now();
        const answer = await fetch(workerData.address);
        await answer.arrayBuffer();
        if (answer.status !== 200) throw new Error("health answered " + answer.status);
        waits.push(performance.now() - asked);
        await new Promise((resolve) => setTimeout(resolve, workerData.pauseMilliseconds));
      }
      parentPort.postMessage(waits);
    })();`;
  const workerData = { address: `${baseURL}/api/health`, pauseMilliseconds };
  const worker = new Worker(watch, { eval: true, workerData });
  return async () => {
    worker.postMessage("over");
    const [waits]: number[][] = await once(worker, "message");
    return waits ?? [];
  };
}

/** One request whose answer is read to its end; answers its status. */
async function statusOf({ server, authorization }: Loaded, method: string, path: string, body?: unknown) {
  const answer = await send(server, method, path, body, { authorization });
  await answer.arrayBuffer();
  return answer.status;
}

/** Signs in with a right or a wrong password: it is answered, or refused because there are too many at once. */
async function signIn({ server }: Loaded, client: number, round: number): Promise<void> {
  const isRight = (client + round) % 8 === 0;
  const credentials = isRight
    ? { name: "admin", password: adminPassword }
    : { name: `Nobody ${client} ${round}`, password: `wrong ${round}` };
  const answer = await send(server, "POST", "/session", credentials, { authorization: null });
  await answer.arrayBuffer();
  expect(isRight ? [200, 429] : [401, 429]).toContain(answer.status);
}

/** Sends a body that is saved, and one of a hundred kilobytes with which everything is wrong; reads a list. */
async function sendBodies(loaded: Loaded, client: number, round: number): Promise<void> {
  const template = { name: `Load ${client} ${round}`, copyOf: "Standard User", description: "load" };
  expect(await statusOf(loaded, "POST", "/softkey-templates", template)).toBe(201);
  const wrong = Object.fromEntries(Array.from({ length: 8_000 }, (_, index) => [`field${index}`, index]));
  expect(await statusOf(loaded, "POST", "/phones", { name: `SEP${client}`, ...wrong })).toBe(422);
  expect(await statusOf(loaded, "GET", "/softkey-templates?limit=50")).toBe(200);
}

/** Follows the events of the server until it has done something else. */
async function followEvents(loaded: Loaded): Promise<void> {
  const ending = new AbortController();
  const { server, authorization } = loaded;
  const answer = await send(server, "GET", "/events", undefined, { authorization, signal: ending.signal });
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "text/event-stream"]);
  expect(await statusOf(loaded, "GET", "/session")).toBe(200);
  ending.abort();
}

/** Sends a file of half a megabyte. */
async function upload(loaded: Loaded, client: number, round: number): Promise<void> {
  const rows = Array.from({ length: rowsOfFile }, (_, row) => `P${client}-${round}-${row},load`);
  const file = ["name,description", ...rows].join("\n");
  expect(await statusOf(loaded, "POST", "/bulk/partitions/files", file)).toBe(201);
}

const kinds = [signIn, sendBodies, followEvents, upload];

test(`while ${clients} clients sign in, send bodies and files and follow events, health never waits more than ${longestWaitMilliseconds} ms`, async ({
  start,
}) => {
  test.setTimeout(600_000);
  const server = await start();
  const { key } = await ask<{ key: string }>(server, "POST", "/api-keys", { name: "Load" });
  const loaded = { server, authorization: `Bearer ${key}` };
  // Done once, so that what is measured is no first use of a part of the program.
  for (const kind of kinds) await kind(loaded, clients, rounds);
  const health = watchHealth(server);
  const client = async (_: unknown, index: number) => {
    for (let round = 0; round < rounds; round++)
      await kinds[(index + round) % kinds.length]?.(loaded, index, round);
  };
  await Promise.all(Array.from({ length: clients }, client));
  const waits = await health();
  console.log(
    "longest",
    [...waits]
      .sort((a, b) => b - a)
      .slice(0, 8)
      .map(Math.round),
    "asked",
    waits.length,
  );
  expect(waits.length).toBeGreaterThan(10);
  expect(Math.max(...waits)).toBeLessThan(longestWaitMilliseconds);
});
