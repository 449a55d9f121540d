import { expect } from "@playwright/test";
import type { SoftkeyTemplateDto } from "@/lib/contract/softkey-template";
import { replay, type ToldChange } from "@/lib/server/testing/replay-history";
import { wayToServer } from "@/lib/server/testing/way-to-server";
import { exitOf, test } from "./fixtures/own-servers";
import { ask, callApi, send, totalOf } from "./fixtures/rest";
import { type ConsoleServer, ready, stopServer } from "./fixtures/server";
import { type Written, writeUntilDeath } from "./fixtures/writers";

const rounds = process.env.RINGBACK_NIGHTLY === "1" ? 20 : 3;
const writers = ["one", "two", "three", "four"];

/** Lets the writers write until so many saves are acknowledged, and kills the server while they go on. */
async function killWhileWriting(server: ConsoleServer, round: number): Promise<Written[]> {
  // Another moment in every round: between two requests, inside one, several at once.
  const enough = 20 + 7 * (round % 5);
  let acknowledged = 0;
  const onAcknowledged = () => {
    acknowledged += 1;
    if (acknowledged === enough) server.process.kill("SIGKILL");
  };
  const written = await Promise.all(
    writers.map((writer) => writeUntilDeath(server, `${round} ${writer}`, onAcknowledged)),
  );
  await exitOf(server);
  return written.flat();
}

/** What is stored of a template is what was acknowledged or what was under way, with a history that says the same. */
async function expectWhole(server: ConsoleServer, { name, version, description, unanswered }: Written) {
  const address = `/softkey-templates/${encodeURIComponent(name)}`;
  const template = await callApi<SoftkeyTemplateDto>(server, "GET", address);
  if (!template || template.status === 404) {
    expect(version, `${name} was acknowledged and is lost`).toBe(0);
    return;
  }
  const stored = template.body;
  if (stored.version === version) expect(stored.description).toBe(description);
  else expect([stored.version, stored.description], name).toEqual([version + 1, unanswered]);
  const history = await ask<{ items: { number: number; changes: ToldChange[] }[] }>(
    server,
    "GET",
    `${address}/revisions`,
  );
  const revisions = history.items.toReversed();
  expect(revisions.map(({ number }) => number)).toEqual(
    Array.from({ length: stored.version }, (_, index) => index + 1),
  );
  const told = replay(revisions);
  expect([told.description, told.callStates["On Hook"]]).toEqual([
    stored.description,
    stored.callStates["On Hook"],
  ]);
}

test(`killed ${rounds} times while four writers save: every acknowledged save is there, none is half done`, async ({
  start,
}) => {
  // Starts of a whole console, on a machine that may be busy with others.
  test.setTimeout(rounds * 120_000);
  const all: Written[] = [];
  for (let round = 1; round <= rounds; round++) {
    const written = await killWhileWriting(await start(), round);
    expect(written.some(({ version }) => version > 1)).toBe(true);
    all.push(...written);
    const server = await start();
    for (const template of written) await expectWhole(server, template);
    await stopServer(server);
  }
  const server = await start();
  const inAll = await totalOf(server, "/softkey-templates?limit=1&where=isStandard:isExactly:false");
  const stored = await Promise.all(
    all.map(({ name }) => callApi(server, "GET", `/softkey-templates/${encodeURIComponent(name)}`)),
  );
  expect(inAll).toBe(stored.filter((answer) => answer?.status === 200).length);
});

test("a second process on the same data folder ends with code 1 and a sentence; the first goes on serving", async ({
  dataDir,
  start,
  launch,
}) => {
  const first = await start();
  const second = await launch();
  const launched = Date.now();
  expect(await exitOf(second)).toBe(1);
  expect(second.output()).toContain(
    `Ringback cannot start. Another Ringback process is using the data folder ${dataDir}. ` +
      "Stop it, or choose another folder with DATA_DIR.",
  );
  // 10 s of waiting, and what a busy machine needs to start and end a process.
  const seconds = (Date.now() - launched) / 1000;
  expect(seconds).toBeGreaterThan(9);
  expect(seconds).toBeLessThan(60);
  const saved = await callApi(first, "POST", "/softkey-templates", {
    name: "Still here",
    copyOf: "Standard User",
  });
  expect(saved?.status).toBe(201);
});

test("a start gets in while the one before is being killed or stopped", async ({ start, launch }) => {
  test.setTimeout(180_000);
  let server = await start();
  for (const signal of ["SIGKILL", "SIGTERM", "SIGINT"] as const) {
    const name = `Saved before ${signal}`;
    const saved = await callApi(server, "POST", "/softkey-templates", { name, copyOf: "Standard User" });
    expect(saved?.status).toBe(201);
    const next = await launch();
    server.process.kill(signal);
    await ready(next);
    const found = await callApi(next, "GET", `/softkey-templates/${encodeURIComponent(name)}`);
    expect(found?.status).toBe(200);
    server = next;
  }
});

test("a stop takes no longer because a browser keeps connections and event streams open", async ({
  start,
}) => {
  const server = await start();
  const events = await send(server, "GET", "/events");
  expect(events.status).toBe(200);
  expect((await callApi(server, "GET", "/phones"))?.status).toBe(200);
  const asked = Date.now();
  await stopServer(server);
  // Else it would wait for as long as the browser likes.
  expect((Date.now() - asked) / 1000).toBeLessThan(30);
  await expect(events.text()).rejects.toThrow();
});

test("a console whose PostgreSQL server stops says so, and comes back by itself with it; the log stays short", async ({
  page,
  databaseUrl,
  start,
}) => {
  test.setTimeout(180_000);
  const way = await wayToServer(databaseUrl);
  const server = await start({ DATABASE_URL: way.url, RINGBACK_LOG_LEVEL: "warn" });
  await way.close();
  await expect.poll(() => server.output()).toContain("database.away");
  const health = async (kind: string) => (await fetch(`${server.baseURL}/api/health/${kind}`)).status;
  expect([await health("live"), await health("ready")]).toEqual([200, 503]);
  expect((await callApi(server, "GET", "/phones"))?.status).toBe(503);
  await page.goto(`${server.baseURL}/sign-in`);
  await expect(page.getByRole("heading")).toHaveText("The database does not answer");
  await way.open();
  await expect(page.getByLabel("Password")).toBeVisible({ timeout: 30_000 });
  await expect.poll(() => health("ready")).toBe(200);
  const told = server
    .output()
    .split("\n")
    .filter((line) => line.includes('"event":"database.'));
  expect(told.map((line) => JSON.parse(line).event)).toEqual(["database.away", "database.back"]);
  expect(server.output()).not.toMatch(/^\s+at /m);
  await stopServer(server);
  await way.close();
});

test("a PostgreSQL server that cannot be reached is named, and the process ends with code 1", async ({
  launch,
}) => {
  const server = await launch({ DATABASE_URL: "postgresql://nobody:secret@127.0.0.1:1/nothing" });
  expect(await exitOf(server)).toBe(1);
  expect(server.output()).toMatch(
    /Ringback cannot start\. Cannot reach PostgreSQL at 127\.0\.0\.1:1\/nothing: .*ECONNREFUSED/,
  );
  expect(server.output()).not.toContain("secret");
});
