import { type MemoryWorld, memoryWorld } from "@/lib/callback/state/memory-world";
import type { TableName } from "@/lib/callback/state/world";
import type { Transaction } from "@/lib/server/db/transaction";
import { HomeConfiguration } from "@/lib/server/runtime/calls/home-configuration";
import { loadIntoCache } from "@/lib/server/runtime/calls/load";
import { RemoteConfiguration } from "@/lib/server/runtime/calls/remote-configuration";
import { RowCache } from "@/lib/server/runtime/calls/row-cache";
import { RunningConfigurationCache } from "@/lib/server/runtime/calls/running-configuration-cache";

/**
 * A cluster as the database has it now, with the configuration that is saved and what phones run, so that the properties
 * of the engine can be checked on it.
 * @param cluster the name of a remote cluster; empty for this one
 */
export async function presentWorld(prisma: Transaction, cluster: string): Promise<MemoryWorld> {
  const world = memoryWorld(cluster);
  const put = (table: TableName, key: string, value: unknown) =>
    (world.tables[table] as Map<string, unknown>).set(key, value);
  const where = { cluster };
  for (const { kind, key, value } of await prisma.callEntity.findMany({ where }))
    if (kind !== "phones") put(kind as TableName, key, value);
  for (const { id, value } of await prisma.callBackRequest.findMany({ where })) put("requests", id, value);
  for (const { id, kind, owner, dueAt } of await prisma.callTimer.findMany({ where }))
    put("timers", id, { id, kind, owner, dueAt: dueAt.getTime() });
  const remote = cluster === "" ? null : await RemoteConfiguration.load(prisma, cluster);
  const rowCache = new RowCache();
  const source = { transaction: prisma, runningConfigurations: new RunningConfigurationCache(), remote };
  const names = await phoneNames(prisma, cluster);
  await loadIntoCache(
    source,
    rowCache,
    names.map((name) => ["phones", name]),
  );
  for (const name of names) {
    const value = rowCache.get("phones", name)?.value;
    if (value) put("phones", name, value);
  }
  const lines = new Set(
    [...world.tables.phones.values()].flatMap(({ running }) => running.lines.map(({ number }) => number)),
  );
  for (const number of world.tables.watches.keys()) lines.add(number);
  await loadIntoCache(
    source,
    rowCache,
    [...lines].map((number) => ["lines", number]),
  );
  for (const number of lines) {
    const value = remote ? remote.get("lines", number) : rowCache.get("lines", number)?.value;
    if (value) put("lines", number, value);
  }
  await putConfiguration(prisma, world, remote);
  return world;
}

async function phoneNames(prisma: Transaction, cluster: string): Promise<string[]> {
  if (cluster === "")
    return (await prisma.phone.findMany({ select: { name: true } })).map(({ name }) => name);
  const numbers = await prisma.remoteDirectoryNumber.findMany({
    where: { remoteCluster: { name: cluster } },
  });
  return numbers.map(({ pattern }) => `${cluster}:${pattern}`);
}

/** Parameters, numbers, and the ways to other clusters. */
async function putConfiguration(
  prisma: Transaction,
  world: MemoryWorld,
  remote: RemoteConfiguration | null,
): Promise<void> {
  const configuration = remote ?? new HomeConfiguration();
  const numbers = await prisma.directoryNumber.findMany({ select: { id: true, pattern: true } });
  const ids = numbers.map(({ id }) => id);
  const digits = numbers.map(({ pattern }) => pattern);
  const phones = remote ? [] : await phoneNames(prisma, "");
  if (configuration instanceof HomeConfiguration) {
    await configuration.load(prisma, { table: "parameters", key: "" }, { numbers: ids, digits, phones });
    await configuration.load(prisma, { table: "trunks", key: "" }, { numbers: [], digits: [], phones: [] });
  }
  const copy = (table: TableName, key: string) => {
    const value = configuration.get(table, key);
    if (value) (world.tables[table] as Map<string, unknown>).set(key, value);
  };
  copy("parameters", "engine");
  for (const table of ["routePatterns", "trunks"] as const)
    for (const key of configuration.keysOf(table) ?? []) copy(table, key);
  if (remote) return;
  for (const id of ids) copy("numbers", id);
  for (const text of digits) copy("extensions", text);
  for (const name of phones) copy("phoneSpaces", name);
  for (const { key } of await prisma.callingSearchSpace.findMany({ select: { key: true } }))
    copy("searchSpaces", key);
}
