import type { MemoryWorld } from "@/lib/callback/state/memory-world";
import type { World } from "@/lib/callback/state/world";

/** A view of a world that remembers which entities were asked for. */
export function countingWorld(world: MemoryWorld): { readonly world: World; readonly read: Set<string> } {
  const read = new Set<string>();
  return {
    read,
    world: {
      cluster: world.cluster,
      keysOfLink: world.keysOfLink,
      keysOf: world.keysOf,
      get: (table, key) => {
        read.add(`${table} ${key}`);
        return world.get(table, key);
      },
    },
  };
}
