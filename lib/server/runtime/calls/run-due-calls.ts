import type { EventOf } from "@/lib/callback/state/events";
import { yieldToEventLoop } from "@/lib/server/concurrency/yield-to-event-loop";
import { remoteClusterExists } from "@/lib/server/db/call/dial-plan";
import { type DueCall, dropDueCall, listDueCalls } from "@/lib/server/db/call/due";
import {
  applyCallEvents,
  type CallServices,
  type SaveEffects,
} from "@/lib/server/runtime/calls/apply-call-events";
import { deliverConfiguration } from "@/lib/server/runtime/calls/deliver-configuration";
import { loadIntoCache, ofTimer } from "@/lib/server/runtime/calls/load";
import type { Clock } from "@/lib/server/runtime/clock";

/** So many at a time, so that phones and jobs need not wait. */
const mostAtOnce = 50;

/**
 * Does what is due of calls by a time, in order of due time and each at its own instant: timers expire and messages
 * between clusters arrive. Any instance may do it; each thing is done once, because what is done is gone.
 * @returns how many things were done
 */
export async function runDueCalls(
  runtime: CallServices & { readonly save: SaveEffects },
  until: Date,
): Promise<number> {
  const listed = await listDueCalls(runtime.database.prisma, until, mostAtOnce);
  // What follows from an event at once comes before what is due later.
  const firstEvent = listed.findIndex(({ kind }) => kind === "event");
  const due = firstEvent === -1 ? listed : listed.slice(0, firstEvent + 1);
  await readAhead(runtime, due);
  for (const one of due) {
    await deliver(runtime, one);
    // After a restart there may be thousands.
    await yieldToEventLoop();
  }
  return due.length;
}

/**
 * With a manual clock: delivers the messages between clusters, and lets the consequences of configuration happen, that are
 * due at the time at which it stands; also what follows from them. A clock that goes by itself leaves that to the background.
 * @returns whether there was anything
 */
export async function deliverDue(
  runtime: CallServices & { readonly save: SaveEffects; readonly clock: Clock },
): Promise<boolean> {
  if (!runtime.clock.advanceTo) return false;
  let isAnything = false;
  // Others may deliver at the same time: it is over when nothing is left.
  while ((await runDueCalls(runtime, runtime.clock.now())) > 0) isAnything = true;
  return isAnything;
}

/** Reads what the timers of this cluster are about in one go: for each by itself it would be several looks. */
async function readAhead(
  { database, runningConfigurations, rowCache }: CallServices,
  due: readonly DueCall[],
): Promise<void> {
  const timers = due.flatMap((one) => (one.kind === "timer" && one.cluster === "" ? [one.id] : []));
  // Another instance may have set one, and this one have seen that it was not there.
  for (const id of timers) rowCache.invalidate("timers", id);
  await loadIntoCache(
    { transaction: database.prisma, runningConfigurations, remote: null },
    rowCache,
    timers.flatMap(ofTimer),
  );
}

async function deliver(runtime: CallServices & { readonly save: SaveEffects }, due: DueCall): Promise<void> {
  const { cluster, dueAt } = due;
  const event = due.kind === "event" ? due.event : timerExpired(runtime.newId(), due.id);
  if (event.kind === "configuration") {
    await deliverConfiguration(runtime, { dueEvent: due.id, cluster, dueAt, change: event });
    return;
  }
  if (cluster !== "" && !(await remoteClusterExists(runtime.database.prisma, cluster))) {
    await dropDueCall(runtime.database.prisma, due);
    return;
  }
  const dueEvent = due.kind === "event" ? due.id : null;
  await applyCallEvents(runtime, { cluster, events: [event], now: dueAt.getTime(), dueEvent }, runtime.save);
}

function timerExpired(id: string, timer: string): EventOf<"timerExpired"> {
  return { id, kind: "timerExpired", timer };
}
