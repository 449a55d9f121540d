import {
  applyCallEvents,
  type CallWorld,
  type SaveEffects,
} from "@/lib/server/runtime/calls/apply-call-events";
import type { Clock } from "@/lib/server/runtime/clock";

/** Tells the engine that the server was away (row 30): requests and timers are as they were, and the log says so. */
export async function tellServerStarted(
  world: CallWorld & { readonly clock: Clock; readonly save: SaveEffects },
): Promise<void> {
  const event = { id: world.newId(), kind: "serverStarted" } as const;
  await applyCallEvents(
    world,
    { cluster: "", events: [event], now: world.clock.now().getTime() },
    world.save,
  );
}
