import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { Refusal } from "@/lib/server/errors";
import { advance } from "@/lib/server/runtime/run-due";
import type { Runtime } from "@/lib/server/runtime/runtime";

/**
 * Lets the manual clock go on and does everything that is due meanwhile. It changes no object of the configuration by
 * itself; what jobs change has its history.
 * @returns the time at which the clock stands now
 * @throws Refusal forbidden, clockNotManual
 */
export async function advanceClock(
  context: ServiceContext,
  runtime: Runtime,
  seconds: number,
): Promise<{ now: string }> {
  requirePermission(context, "phone", "update");
  const { advanceTo } = runtime.clock;
  if (!advanceTo) throw new Refusal("clockNotManual");
  await runtime.dueWork.runExclusive(() =>
    advance(runtime, advanceTo, new Date(runtime.clock.now().getTime() + Math.round(seconds * 1_000))),
  );
  return { now: runtime.clock.now().toISOString() };
}
