import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { expect, test } from "@playwright/test";
import {
  adminPassword,
  type ConsoleServer,
  newDataDir,
  removeDataDir,
  startServer,
  stopServer,
} from "./fixtures/server";
import { ask } from "./fixtures/writers";

const clients = 50;
const rounds = 8;
const longestWaitMilliseconds = 500;
const pauseMilliseconds = 50;
const rowsOfFile = 20_000;

let dataDir: string;
let server: ConsoleServer;
/** Of the administrator, so that only those who sign in have a password checked. */
let key: string;
test.beforeEach(async () => {
  dataDir = newDataDir(process.env.RINGBACK_TEST_DATA);
  server = await startServer(dataDir);
  key = (await ask<{ key: string }>(server, "POST", "/api-keys", { name: "Load" })).key;
});
test.afterEach(async () => {
  await stopServer(server, "SIGKILL");
  removeDataDir(dataDir);
});

/**
 * Asks for health again and again, in a thread of its own: the clients keep the one of the test busy themselves.
 * @returns what ends it and answers how long it waited each time, in milliseconds
 */
function watchHealth(): () => Promise<number[]> {
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
  const workerData = { address: `${server.baseURL}/api/health`, pauseMilliseconds };
  const worker = new Worker(watch, { eval: true, workerData });
  return async () => {
    worker.postMessage("over");
    const [waits] = await once(worker, "message");
    return waits as number[];
  };
}

/** One request of the API with the key; text is sent as a file of rows. */
function call(method: string, path: string, body?: object | string, signal?: AbortSignal): Promise<Response> {
  return fetch(`${server.baseURL}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      "content-type": typeof body === "string" ? "text/csv" : "application/json",
    },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  });
}

/** One request whose answer is read to its end; answers its status. */
async function statusOf(method: string, path: string, body?: object | string): Promise<number> {
  const answer = await call(method, path, body);
  await answer.arrayBuffer();
  return answer.status;
}

/** Signs in with a right or a wrong password: it is answered, or refused because there are too many at once. */
async function signIn(client: number, round: number): Promise<void> {
  const isRight = (client + round) % 8 === 0;
  const answer = await fetch(`${server.baseURL}/api/v1/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      name: isRight ? "admin" : `Nobody ${client} ${round}`,
      password: isRight ? adminPassword : `wrong ${round}`,
    }),
  });
  await answer.arrayBuffer();
  expect(isRight ? [200, 429] : [401, 429]).toContain(answer.status);
}

/** Sends a body that is saved, and one of a hundred kilobytes with which everything is wrong; reads a list. */
async function sendBodies(client: number, round: number): Promise<void> {
  const template = { name: `Load ${client} ${round}`, copyOf: "Standard User", description: "load" };
  expect(await statusOf("POST", "/softkey-templates", template)).toBe(201);
  const wrong = Object.fromEntries(Array.from({ length: 8_000 }, (_, index) => [`field${index}`, index]));
  expect(await statusOf("POST", "/phones", { name: `SEP${client}`, ...wrong })).toBe(422);
  expect(await statusOf("GET", "/softkey-templates?limit=50")).toBe(200);
}

/** Follows the events of the server until it has done something else. */
async function followEvents(): Promise<void> {
  const ending = new AbortController();
  const answer = await call("GET", "/events", undefined, ending.signal);
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "text/event-stream"]);
  expect(await statusOf("GET", "/session")).toBe(200);
  ending.abort();
}

/** Sends a file of half a megabyte. */
async function upload(client: number, round: number): Promise<void> {
  const rows = Array.from({ length: rowsOfFile }, (_, row) => `P${client}-${round}-${row},load`);
  const file = ["name,description", ...rows].join("\n");
  expect(await statusOf("POST", "/bulk/partitions/files", file)).toBe(201);
}

const kinds = [signIn, sendBodies, followEvents, upload];

test(`while ${clients} clients sign in, send bodies and files and follow events, health never waits more than ${longestWaitMilliseconds} ms`, async () => {
  test.setTimeout(600_000);
  // Done once, so that what is measured is no first use of a part of the program.
  for (const kind of kinds) await kind(clients, rounds);
  const health = watchHealth();
  const client = async (_: unknown, index: number) => {
    for (let round = 0; round < rounds; round++) await kinds[(index + round) % kinds.length]?.(index, round);
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
