import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { EngineEvent } from "@/lib/callback/events";
import { checkWorld } from "@/lib/callback/invariants/check-world";
import { step } from "@/lib/callback/step";
import { apply, type MemoryWorld, memoryWorld } from "@/lib/callback/world/memory-world";
import type { Phone } from "@/lib/callback/world/phone";
import type { TableName } from "@/lib/callback/world/world";
import type { PhoneActionDto } from "@/lib/contract/phone-in-use";
import { HomeConfiguration } from "@/lib/server/runtime/calls/home-configuration";
import { deviationOf } from "@/lib/server/runtime/calls/phone-base";
import { readCalls } from "@/lib/server/runtime/calls/read-calls";
import type { World } from "@/lib/server/runtime/world";
import { actOnPhone } from "@/lib/server/services/phone-in-use/act";
import { type PhonesInUse, phoneNameOf, phonesInUse } from "@/lib/server/testing/phones-in-use";
import { manualWorld } from "@/lib/server/testing/test-world";

const numbers = ["2001", "2002", "2003", "2004", "2005", "2006"];
let cluster: PhonesInUse;
beforeAll(async () => {
  cluster = await phonesInUse(numbers);
});
afterAll(() => cluster.close());

/** Numbers that look random and are the same in every run. */
function chance(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

const keys = [
  "CallBack",
  "CallBack",
  "CallBack",
  "Exit",
  "Cancel",
  "Dial",
  "OK",
  "EndCall",
  "Answer",
  "Hold",
  "Resume",
] as const;

function randomAction(pick: (below: number) => number): PhoneActionDto {
  switch (pick(8)) {
    case 0:
      return { action: "offHook" };
    case 1:
    case 2:
      return { action: "onHook" };
    case 3:
    case 4:
      return { action: "dial", digits: numbers[pick(numbers.length)] ?? "2001" };
    case 5:
      return { action: "setDnd", status: pick(2) === 0, option: "Call Reject" };
    default:
      return { action: "pressSoftkey", softkey: keys[pick(keys.length)] ?? "CallBack" };
  }
}

/** A world in memory over what is configured; all phones are there and idle. */
async function idleWorld(): Promise<{ world: MemoryWorld; bases: Map<string, Phone> }> {
  const { prisma } = cluster.context.database;
  const world = memoryWorld();
  const bases = new Map<string, Phone>();
  for (const number of numbers) {
    const name = phoneNameOf(number);
    const phone = await readCalls(prisma, "", (slice) => slice.get("phones", name));
    if (!phone) throw new Error(`no phone ${name}`);
    world.tables.phones.set(name, phone);
    bases.set(name, phone);
    for (const line of phone.running.lines)
      world.tables.lines.set(line.number, { number: line.number, phones: [name] });
  }
  const configured = new HomeConfiguration();
  const ids = [...bases.values()].flatMap(({ running }) => running.lines.map((line) => line.number));
  await configured.load(prisma, { table: "parameters", key: "" }, { numbers: ids, digits: numbers });
  const copy = (table: TableName, key: string) => {
    const value = configured.get(table, key);
    if (value) (world.tables[table] as Map<string, unknown>).set(key, value);
  };
  for (const id of ids) copy("numbers", id);
  for (const digits of numbers) copy("extensions", digits);
  copy("parameters", "engine");
  return { world, bases };
}

/** Everything that is stored of calls, as plain values by table and key. */
async function storedWorld(): Promise<Record<string, unknown>> {
  const { prisma } = cluster.context.database;
  const entities = await prisma.callEntity.findMany();
  const requests = await prisma.callBackRequest.findMany();
  const timers = await prisma.callTimer.findMany();
  return Object.fromEntries([
    ...entities.map(({ kind, key, value }) => [`${kind} ${key}`, value]),
    ...requests.map(({ id, value }) => [`requests ${id}`, value]),
    ...timers.map(({ id, dueAt }) => [`timers ${id}`, dueAt.getTime()]),
  ]);
}

function replayedWorld(world: MemoryWorld, bases: ReadonlyMap<string, Phone>): Record<string, unknown> {
  const rows: [string, unknown][] = [];
  for (const [name, phone] of world.tables.phones) {
    const base = bases.get(name);
    const deviation = base ? deviationOf(phone, base, true) : phone;
    if (deviation) rows.push([`phones ${name}`, deviation]);
  }
  for (const table of ["calls", "served", "watches", "waiters", "requests"] as const)
    for (const [key, value] of world.tables[table]) rows.push([`${table} ${key}`, value]);
  for (const [id, { dueAt }] of world.tables.timers) rows.push([`timers ${id}`, dueAt]);
  return Object.fromEntries(rows);
}

/** Phones are used at random through one instance. */
async function pressAtRandom(world: World, seed: number, times: number) {
  const pick = chance(seed);
  for (let index = 0; index < times; index++) {
    const name = phoneNameOf(numbers[pick(numbers.length)] ?? "2001");
    await actOnPhone({ ...cluster.context, now: world.clock.now }, world, name, randomAction(pick));
  }
}

describe("the stored history", () => {
  test("of two instances that use the same phones at once, replayed through the engine, gives the stored world", async () => {
    const { prisma } = cluster.context.database;
    const before = await idleWorld();
    const second: World = { ...manualWorld(cluster.context).world, clock: cluster.world.clock };
    for (const round of [1, 2, 3, 4]) {
      await Promise.all([pressAtRandom(cluster.world, round, 25), pressAtRandom(second, round + 100, 25)]);
      await cluster.wait(7);
    }
    const { world, bases } = before;
    const events = await prisma.callEvent.findMany({ orderBy: { place: "asc" } });
    expect(events.length).toBeGreaterThan(150);
    for (const { event, at } of events) {
      apply(world, step(world, event as unknown as EngineEvent, at.getTime()).changes);
      expect(checkWorld(world)).toEqual([]);
    }
    // What Do Not Disturb says now is saved, and the phones run what they downloaded.
    expect(replayedWorld(world, bases)).toEqual(await storedWorld());
    expect(world.tables.requests.size).toBeGreaterThan(1);
  });
});
