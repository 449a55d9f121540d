import { checkRequests } from "@/lib/callback/invariants/request-properties";
import type { Violation } from "@/lib/callback/invariants/violation";
import { checkWatches } from "@/lib/callback/invariants/watch-properties";
import type { MemoryWorld } from "@/lib/callback/state/memory-world";

/** What does not hold in a cluster between steps; for tests and debug builds, it walks the whole world. */
export function checkWorld(world: MemoryWorld): Violation[] {
  return [...checkRequests(world).found, ...checkWatches(world).found];
}
