import { isOneAtATime } from "@/lib/callback/invariants/request-properties";
import { Violations } from "@/lib/callback/invariants/violation";
import { isFree, lineStatus } from "@/lib/callback/phones/availability";
import { needsUse } from "@/lib/callback/requests/queue";
import { isLive } from "@/lib/callback/requests/request-state";
import type { MemoryWorld } from "@/lib/callback/state/memory-world";
import type { Waiter, Watch } from "@/lib/callback/state/request";
import { engineParametersKey } from "@/lib/callback/state/world";

/** The queue of a watch from first to last; S8 and S11: sound links, rising places, only live requests. */
function checkQueue(world: MemoryWorld, watch: Watch, found: Violations): Waiter[] {
  const queue: Waiter[] = [];
  let previous: string | null = null;
  for (let id = watch.first; id !== null; ) {
    const waiter: Waiter | undefined = world.get("waiters", id);
    if (!waiter || queue.length > world.tables.waiters.size) {
      found.unless(false, "S11", `the queue of ${watch.number} is broken at ${id}`);
      return queue;
    }
    found.unless(waiter.previous === previous && waiter.watched === watch.number, "S11", `links of ${id}`);
    found.unless(waiter.place > (queue.at(-1)?.place ?? 0), "S8", `${id} is out of order`);
    const isThere = waiter.kind === "own" ? isLive(world.get("requests", id)) : world.tables.served.has(id);
    found.unless(isThere, "S11", `${id} waits but is over`);
    queue.push(waiter);
    previous = id;
    id = waiter.next;
  }
  found.unless(queue.length > 0 && watch.last === previous, "S11", `the end of the queue of ${watch.number}`);
  return queue;
}

function holdsTurn(world: MemoryWorld, { id }: Waiter): boolean {
  const own = world.get("requests", id)?.state;
  const served = world.get("served", id)?.state;
  return own === "ready" || own === "calling" || served === "notified" || served === "calling";
}

/** Somebody who would take the line if it were offered. */
function isWilling(world: MemoryWorld, waiter: Waiter): boolean {
  if (needsUse(world, waiter)) return false;
  if (waiter.kind === "served") return world.get("served", waiter.id)?.state === "waiting";
  const request = world.get("requests", waiter.id);
  const phone = request && world.get("phones", request.originator.phone);
  if (!phone || phone.replacement !== null || !isFree(world, phone)) return false;
  return request.state === "active" || request.state === "readyDndReject";
}

function checkWatch(world: MemoryWorld, watch: Watch, found: Violations): void {
  const queue = checkQueue(world, watch, found);
  const isExclusive = isOneAtATime(world);
  const holders = queue.filter((waiter) => holdsTurn(world, waiter));
  found.unless(
    !isExclusive || holders.length <= 1,
    "S1",
    `${holders.length} hold the line of ${watch.number}`,
  );
  const { guard = 0 } = world.get("parameters", engineParametersKey) ?? {};
  const isGuarded = guard > 0 && !watch.guardPassed;
  if (!lineStatus(world, watch.number).isFree || isGuarded || (isExclusive && holders.length > 0)) return;
  for (const waiter of queue) {
    found.unless(!isWilling(world, waiter), "L1", `${waiter.id} is not told that ${watch.number} is free`);
  }
}

/** S1, S8, S11 and L1: the queues of the watches. */
export function checkWatches(world: MemoryWorld): Violations {
  const found = new Violations();
  for (const watch of world.tables.watches.values()) checkWatch(world, watch, found);
  for (const waiter of world.tables.waiters.values()) {
    found.unless(world.tables.watches.has(waiter.watched), "S11", `${waiter.id} waits for nobody`);
  }
  return found;
}
