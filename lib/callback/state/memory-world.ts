import {
  type Change,
  type LinkTable,
  type TableName,
  type Tables,
  tableNames,
  type World,
} from "@/lib/callback/state/world";

/** A world in memory. */
export interface MemoryWorld extends World {
  readonly tables: { readonly [Name in TableName]: Map<string, Tables[Name]> };
}

function isOnLink(table: LinkTable, value: Tables[LinkTable], cluster: string): boolean {
  if (table === "calls" && "caller" in value && "phase" in value) {
    return (
      value.outbound?.cluster === cluster ||
      (value.caller.kind === "remote" && value.caller.cluster === cluster)
    );
  }
  if ("target" in value)
    return value.state !== "ended" && value.target.kind === "remote" && value.target.cluster === cluster;
  return "cluster" in value && value.cluster === cluster;
}

/** An empty world; `apply` fills it. */
export function memoryWorld(cluster = ""): MemoryWorld {
  const tables = Object.fromEntries(tableNames.map((name) => [name, new Map()])) as MemoryWorld["tables"];
  return {
    cluster,
    tables,
    get: (table, key) => tables[table].get(key),
    keysOfLink: (table, link) =>
      [...tables[table]]
        .filter(([, value]) => isOnLink(table, value, link))
        .map(([key]) => key)
        .sort(),
    keysOf: (table) => [...tables[table].keys()].sort(),
  };
}

/** WriteSet what a step changed, in place. */
export function apply(world: MemoryWorld, changes: readonly Change[]): void {
  for (const { table, key, value } of changes) {
    const rows = world.tables[table] as Map<string, unknown>;
    if (value === null) rows.delete(key);
    else rows.set(key, value);
  }
}

/** The world as one text; keys in order, so that equal worlds give equal texts. */
export function serializeWorld(world: MemoryWorld): string {
  const rows = tableNames.map((name) => [
    name,
    [...world.tables[name]].sort(([one], [other]) => (one < other ? -1 : 1)),
  ]);
  return JSON.stringify({ cluster: world.cluster, tables: Object.fromEntries(rows) });
}

/** The world that `serializeWorld` wrote. */
export function parseWorld(text: string): MemoryWorld {
  const { cluster, tables } = JSON.parse(text) as {
    readonly cluster: string;
    readonly tables: { readonly [Name in TableName]: readonly (readonly [string, never])[] };
  };
  const world = memoryWorld(cluster);
  for (const table of tableNames) {
    for (const [key, value] of tables[table]) (world.tables[table] as Map<string, unknown>).set(key, value);
  }
  return world;
}
