import { expect } from "@playwright/test";
import { openDatabase } from "@/lib/server/db/open";
import { chance } from "@/lib/server/testing/random-presses";
import { idleCalls, plainTables, replayCalls, storedCalls } from "@/lib/server/testing/stored-calls";
import { type Desk, installPhones, lostPress, press, pressAtRandom } from "./fixtures/callers";
import { test } from "./fixtures/own-servers";
import { totalOf } from "./fixtures/rest";
import { type ConsoleServer, stopServer } from "./fixtures/server";

// One after the other: they keep the machine busy.
test.describe.configure({ mode: "default" });

const isNightly = process.env.RINGBACK_NIGHTLY === "1";
const rounds = isNightly ? 20 : 3;
const writers = 8;
const numbers = Array.from({ length: 50 }, (_, index) => String(2001 + index));

/** Works on the database that no server uses any more: statements of killed ones may still be under way. */
async function onDatabase<Result>(
  place: { dataDir: string } | { url: string },
  work: (prisma: Awaited<ReturnType<typeof openDatabase>>["prisma"]) => Promise<Result>,
): Promise<Result> {
  const database = await openDatabase("url" in place ? place : { ...place, durability: "relaxed" });
  const others = async () => {
    const [row] = await database.prisma.$queryRaw<{ count: bigint }[]>`
      SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`;
    return Number(row?.count);
  };
  try {
    if ("url" in place) await expect.poll(others).toBe(0);
    return await work(database.prisma);
  } finally {
    await database.close();
  }
}

/**
 * Checks again and again, on what was stored since the last time, that the database has all and only what happened.
 * @returns the check; of the desks that it is given every press must be there, in order
 */
function historyChecker(place: Parameters<typeof onDatabase>[0]) {
  let world: Awaited<ReturnType<typeof idleCalls>> | undefined;
  const all: Awaited<ReturnType<typeof replayCalls>>["events"] = [];
  return (desks: readonly Desk[]) =>
    onDatabase(place, async (prisma) => {
      const idle = await idleCalls(prisma);
      const stored = await storedCalls(prisma, idle);
      world ??= idle;
      const { events, violations } = await replayCalls(prisma, world, all.at(-1)?.place);
      all.push(...events);
      expect(violations).toEqual([]);
      expect(plainTables(world)).toEqual(plainTables(stored));
      expect(desks.map((desk) => lostPress(desk, all)).filter(Boolean)).toEqual([]);
      return { events: all.length, requests: stored.tables.requests.size };
    });
}

/** The phones dealt out to the writers. */
function dealt(desks: readonly Desk[]): Desk[][] {
  return Array.from({ length: writers }, (_, writer) =>
    desks.filter((_desk, index) => index % writers === writer),
  );
}

/** Lets everybody press until all servers are killed, each after some more presses, while presses go on. */
async function killWhilePressing(servers: readonly ConsoleServer[], desks: readonly Desk[], round: number) {
  const pick = chance(round * 7_919);
  const victims = round % 2 === 0 ? [...servers] : servers.toReversed();
  let untilNext = 60 + pick(90);
  const isOver = () => {
    untilNext -= 1;
    if (untilNext === 0) {
      victims.pop()?.process.kill("SIGKILL");
      untilNext = 40 + pick(60);
    }
    return false;
  };
  await Promise.all(
    dealt(desks).map((own, writer) =>
      pressAtRandom(servers, own, numbers, chance(round * 100 + writer), isOver),
    ),
  );
  for (const server of servers) await stopServer(server, "SIGKILL");
}

/** Two people at each group of phones, one on each server, press at random until that is enough. */
async function pressOnBoth(servers: readonly ConsoleServer[], desks: readonly Desk[]) {
  let pressed = 0;
  const until = Date.now() + 60_000;
  const isOver = () => {
    pressed += 1;
    return isNightly ? Date.now() > until : pressed > 300;
  };
  const writersOn = (server: ConsoleServer, seed: number) =>
    dealt(desks).map((own, writer) => {
      const shared = own.map(({ phone }) => ({ phone, acknowledged: [], unanswered: null }));
      return pressAtRandom([server], shared, numbers, chance(seed + writer), isOver);
    });
  await Promise.all(servers.flatMap((server, index) => writersOn(server, index * 50 + 1)));
  return pressed;
}

const promise =
  "no acknowledged key press is lost, no request doubled, and every property of the engine holds";

test(`killed ${rounds} times while ${writers} people use ${numbers.length} phones: ${promise}`, async ({
  dataDir,
  start,
}) => {
  test.setTimeout(rounds * 120_000);
  let server = await start();
  const desks = await installPhones(server, numbers);
  const check = historyChecker({ dataDir });
  for (let round = 1; round <= rounds; round++) {
    if (round > 1) server = await start();
    await killWhilePressing([server], desks, round);
    const { events, requests } = await check(desks);
    expect(events).toBeGreaterThan(50 * round);
    expect(requests).toBeGreaterThan(round);
  }
});

test(`two instances on one database, both killed ${rounds} times, one after the other: ${promise}; the history of the same phones used through both gives the stored world`, async ({
  databaseUrl: url,
  start,
}) => {
  test.setTimeout(rounds * 120_000 + 300_000);
  const startBoth = () => Promise.all([start({ DATABASE_URL: url }), start({ DATABASE_URL: url })]);
  let servers = await startBoth();
  const desks = await installPhones(servers[0], numbers);
  const check = historyChecker({ url });
  for (let round = 1; round <= rounds; round++) {
    await killWhilePressing(servers, desks, round);
    const { events, requests } = await check(desks);
    expect(events).toBeGreaterThan(100 * round);
    expect(requests).toBeGreaterThan(round);
    servers = await startBoth();
  }
  const pressed = await pressOnBoth(servers, desks);
  for (const server of servers) await stopServer(server);
  const { events } = await check([]);
  expect(pressed).toBeGreaterThan(200);
  expect(events).toBeGreaterThan(100 * rounds + pressed);
});

test("live requests are all back when the server is ready again; timers that came due meanwhile are delivered once", async ({
  dataDir,
  start,
}) => {
  test.setTimeout(180_000);
  let server = await start();
  const callers = Array.from({ length: 60 }, (_, index) => String(3001 + index));
  const [target, ...desks] = await installPhones(server, ["2001", ...callers]);
  if (!target) throw new Error("the called phone is there");
  await press(server, target, { action: "offHook" });
  await Promise.all(
    dealt(desks).map(async (own) => {
      for (const desk of own) {
        await press(server, desk, { action: "dial", digits: "2001" });
        await press(server, desk, { action: "pressSoftkey", softkey: "CallBack" });
      }
    }),
  );
  await stopServer(server, "SIGKILL");
  const { live, due } = await onDatabase({ dataDir }, async (prisma) => {
    const stored = await prisma.callBackRequest.findMany({
      where: { state: "active" },
      orderBy: { id: "asc" },
    });
    const ids = stored.map(({ id }) => id);
    const expired = ids.slice(0, 10);
    // As if the server had been away for as long as these last.
    await prisma.callTimer.updateMany({
      where: { id: { in: expired.map((id) => `T2:${id}`) } },
      data: { dueAt: new Date(Date.now() - 1_000) },
    });
    return { live: ids, due: expired };
  });
  expect(live).toHaveLength(callers.length);

  server = await start();
  const count = (state: string) =>
    totalOf(server, `/call-back/requests?limit=1&where=state:isExactly:${state}`);
  await expect.poll(() => count("ended"), { timeout: 10_000 }).toBe(due.length);
  expect(await count("active")).toBe(live.length - due.length);
  await stopServer(server);
  await onDatabase({ dataDir }, async (prisma) => {
    const stored = await prisma.callBackRequest.findMany({ orderBy: { id: "asc" } });
    expect(stored.map(({ id }) => id)).toEqual(live);
    expect(new Set(stored.map(({ phone }) => phone)).size).toBe(callers.length);
    const ended = stored.filter(({ state, reason }) => state === "ended" && reason === "expired");
    expect(ended.map(({ id }) => id)).toEqual(due);
    const decisions = await prisma.callDecision.findMany({
      where: { rule: "26" },
      orderBy: { requestId: "asc" },
    });
    expect(decisions.map(({ requestId }) => requestId)).toEqual(due);
  });
});
