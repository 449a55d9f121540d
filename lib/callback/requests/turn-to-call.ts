import { withdraw } from "@/lib/callback/requests/notify";
import { updateWatch } from "@/lib/callback/requests/queue";
import { keepWaiting } from "@/lib/callback/requests/served";
import type { Turn } from "@/lib/callback/state/turn";

/** True when the waiter has been given the line under oneAtATime and neither used it up nor given it back. */
export function hasTurn(turn: Turn, id: string | null): boolean {
  if (id === null) return false;
  const own = turn.get("requests", id)?.state;
  const served = turn.get("served", id)?.state;
  return own === "ready" || own === "calling" || served === "notified" || served === "calling";
}

/**
 * Under oneAtATime the one who calls has the line: somebody else who was told that it is free is withdrawn [S1].
 * @returns false when another one is calling already; then the line is busy
 */
export function takeTurn(turn: Turn, watched: string, id: string): boolean {
  const holder = turn.get("watches", watched)?.holder ?? null;
  if (turn.parameters.policy === "oneAtATime" && holder !== null && holder !== id) {
    const own = turn.get("requests", holder);
    const served = turn.get("served", holder);
    if (own?.state === "calling" || served?.state === "calling") return false;
    if (!turn.rules.withdrawOthers) return true;
    if (own?.state === "ready") withdraw(turn, own, "calledByOther");
    if (served?.state === "notified") keepWaiting(turn, served, false);
  }
  updateWatch(turn, watched, { holder: id });
  return true;
}
