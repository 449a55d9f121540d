import {
  applyCallEvents,
  type CallServices,
  type SaveEffects,
} from "@/lib/server/runtime/calls/apply-call-events";
import type { Clock } from "@/lib/server/runtime/clock";

/** Notifies the engine that the server was away (row 30): requests and timers are as they were, and the log says so. */
export async function notifyServerStarted(
  runtime: CallServices & { readonly clock: Clock; readonly save: SaveEffects },
): Promise<void> {
  const event = { id: runtime.newId(), kind: "serverStarted" } as const;
  await applyCallEvents(
    runtime,
    { cluster: "", events: [event], now: runtime.clock.now().getTime() },
    runtime.save,
  );
}
