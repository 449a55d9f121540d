import { withdraw } from "@/lib/callback/requests/notify";
import { updateWatch } from "@/lib/callback/requests/queue";
import { keepWaiting } from "@/lib/callback/requests/served";
import type { StepContext } from "@/lib/callback/state/step-context";

/** True when the waiter has been given the line under oneAtATime and neither used it up nor given it back. */
export function holdsLine(context: StepContext, id: string | null): boolean {
  if (id === null) return false;
  const own = context.get("requests", id)?.state;
  const served = context.get("served", id)?.state;
  return own === "ready" || own === "calling" || served === "notified" || served === "calling";
}

/**
 * Under oneAtATime the one who calls has the line: somebody else who was told that it is free is withdrawn [S1].
 * @returns false when another one is calling already; then the line is busy
 */
export function takeLine(context: StepContext, watched: string, id: string): boolean {
  const holder = context.get("watches", watched)?.holder ?? null;
  if (context.parameters.policy === "oneAtATime" && holder !== null && holder !== id) {
    const own = context.get("requests", holder);
    const served = context.get("served", holder);
    if (own?.state === "calling" || served?.state === "calling") return false;
    if (!context.rules.withdrawOthers) return true;
    if (own?.state === "ready") withdraw(context, own, "calledByOther");
    if (served?.state === "notified") keepWaiting(context, served, "lineTaken", false);
  }
  updateWatch(context, watched, { holder: id });
  return true;
}
