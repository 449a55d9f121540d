import { checkWorld } from "@/lib/callback/invariants/check-world";
import { checkStep } from "@/lib/callback/invariants/step-properties";
import type { Violation } from "@/lib/callback/invariants/violation";
import type { EngineEvent } from "@/lib/callback/state/events";
import { apply, type MemoryWorld, memoryWorld } from "@/lib/callback/state/memory-world";
import type { Phone } from "@/lib/callback/state/phone";
import { type TableName, tableNames } from "@/lib/callback/state/world";
import { step } from "@/lib/callback/step";
import type { Transaction } from "@/lib/server/db/transaction";
import { HomeConfiguration } from "@/lib/server/runtime/calls/home-configuration";
import { loadIntoCache } from "@/lib/server/runtime/calls/load";
import { withDeviation } from "@/lib/server/runtime/calls/phone-base";
import { RowCache } from "@/lib/server/runtime/calls/row-cache";
import { RunningConfigurationCache } from "@/lib/server/runtime/calls/running-configuration-cache";

/** Everything but what the engine itself writes. */
const configured: readonly TableName[] = [
  "numbers",
  "extensions",
  "lines",
  "parameters",
  "phoneSpaces",
  "searchSpaces",
];

/**
 * The home cluster as it was before anything happened in it: all phones of the database, idle, with what they run, the
 * numbers that they have, and Do Not Disturb as it was when they were made. They must all be registered, none may have come
 * or gone since, and forwarding must be as it was.
 */
export async function idleCalls(prisma: Transaction): Promise<MemoryWorld> {
  const world = memoryWorld();
  const { phones, numbers, lines } = world.tables;
  const stored = await prisma.phone.findMany({ select: { name: true }, orderBy: { name: "asc" } });
  const rowCache = new RowCache();
  await loadIntoCache(
    { transaction: prisma, runningConfigurations: new RunningConfigurationCache(), remote: null },
    rowCache,
    stored.map(({ name }) => ["phones", name]),
  );
  const firstDnd = await firstDndOf(prisma);
  for (const { name } of stored) {
    const base = rowCache.get("phones", name)?.base;
    if (base) phones.set(name, { ...base, dnd: firstDnd.get(name) ?? base.dnd });
  }
  for (const phone of phones.values())
    for (const { number } of phone.running.lines)
      lines.set(number, { number, phones: [...(lines.get(number)?.phones ?? []), phone.name] });
  const configuration = new HomeConfiguration();
  const ids = [...lines.keys()];
  const digits = [...phones.values()].flatMap(({ running }) =>
    running.lines.map((one) => one.directoryNumber),
  );
  await configuration.load(
    prisma,
    { table: "parameters", key: "" },
    { numbers: ids, digits, phones: [...phones.keys()] },
  );
  const copy = (table: TableName, key: string) => {
    const value = configuration.get(table, key);
    if (value) (world.tables[table] as Map<string, unknown>).set(key, value);
  };
  for (const id of ids) copy("numbers", id);
  for (const name of phones.keys()) copy("phoneSpaces", name);
  for (const { key } of await prisma.callingSearchSpace.findMany({ select: { key: true } }))
    copy("searchSpaces", key);
  for (const text of digits) copy("extensions", text);
  copy("parameters", "engine");
  if (numbers.size === 0) throw new Error("The database has no phones in use");
  return world;
}

/** What phones, by their names, were made with: Do Not Disturb is what is saved, and phones in use save it. */
async function firstDndOf(prisma: Transaction): Promise<ReadonlyMap<string, Phone["dnd"]>> {
  const made = await prisma.revision.findMany({
    where: { entity: "phone", number: 1 },
    select: { entityName: true, content: true },
  });
  return new Map(made.map(({ entityName, content }) => [entityName, (content as { dnd: Phone["dnd"] }).dnd]));
}

/** The home cluster as the database has it, over the idle one. */
export async function storedCalls(prisma: Transaction, idle: MemoryWorld): Promise<MemoryWorld> {
  const world = memoryWorld();
  const put = (table: TableName, key: string, value: unknown) =>
    (world.tables[table] as Map<string, unknown>).set(key, value);
  for (const table of configured) for (const [key, value] of idle.tables[table]) put(table, key, value);
  // Do Not Disturb is what is saved.
  for (const { name, settings } of await prisma.phone.findMany({ select: { name: true, settings: true } })) {
    const phone = idle.get("phones", name);
    if (phone) put("phones", name, { ...phone, dnd: (settings as { dnd: Phone["dnd"] }).dnd });
  }
  const where = { cluster: "" };
  for (const { kind, key, value } of await prisma.callEntity.findMany({ where })) {
    const isPhone = kind === "phones";
    const base = isPhone ? world.get("phones", key) : undefined;
    put(kind as TableName, key, base ? withDeviation(base, value) : value);
  }
  for (const { id, value } of await prisma.callBackRequest.findMany({ where })) put("requests", id, value);
  for (const { id, kind, owner, dueAt } of await prisma.callTimer.findMany({ where }))
    put("timers", id, { id, kind, owner, dueAt: dueAt.getTime() });
  return world;
}

/** One stored event in the order in which they happened. */
export interface StoredEvent {
  readonly place: bigint;
  readonly event: EngineEvent;
}

/**
 * Lets everything that was stored after a place happen once more in a world in memory.
 * @returns what happened, and which properties of the engine did not hold: of every step, and of the world after it
 */
export async function replayCalls(
  prisma: Transaction,
  world: MemoryWorld,
  after = 0n,
): Promise<{ readonly events: StoredEvent[]; readonly violations: Violation[] }> {
  const rows = await prisma.callEvent.findMany({
    where: { cluster: "", place: { gt: after } },
    orderBy: { place: "asc" },
  });
  const violations: Violation[] = [];
  const events = rows.map(({ place, at, ...row }) => {
    const event = row.event as EngineEvent;
    const result = step(world, event, at.getTime());
    violations.push(...checkStep({ before: world, event, now: at.getTime(), result }).found);
    apply(world, result.changes);
    violations.push(...checkWorld(world));
    return { place, event };
  });
  return { events, violations };
}

/** The tables of a world as plain values, for comparing. */
export function plainTables(world: MemoryWorld): Record<string, Record<string, unknown>> {
  return Object.fromEntries(
    tableNames.map((table) => [table, Object.fromEntries<unknown>(world.tables[table])]),
  );
}
