import { digitsOf } from "@/lib/callback/calls/digits-of";
import { findDestination, scopeOfLine } from "@/lib/callback/calls/find-destination";
import { routeEnd } from "@/lib/callback/calls/route-point-end";
import { lineStatus } from "@/lib/callback/phones/availability";
import { withdraw } from "@/lib/callback/requests/notify";
import { join, leave, needsUse, reconsider, updateWatch } from "@/lib/callback/requests/queue";
import { isOwnLine, isUnsupported, passesCharacterRule } from "@/lib/callback/requests/refusal";
import { isLive } from "@/lib/callback/requests/request-state";
import { keepWaiting } from "@/lib/callback/requests/served";
import { hasTurn } from "@/lib/callback/requests/turn-to-call";
import type { NumberKey } from "@/lib/callback/state/dial-plan";
import type { CallBackRequest, ServedRequest, Waiter } from "@/lib/callback/state/request";
import type { Turn } from "@/lib/callback/state/turn";
import { nameKey } from "@/lib/configuration/text-rules";

/** What is watched of a number that leads to nobody: no phone has such a line, so that nobody is told. */
function nobodyOf(number: NumberKey): string {
  return `nobody:${number}`;
}

/**
 * The number under the digits: the one that it was, or the one that is called now because that is gone or has other digits.
 * Null: the digits call none any more.
 */
function presentNumber(
  turn: Turn,
  digits: string,
  was: NumberKey,
  { line }: CallBackRequest["originator"],
): NumberKey | null {
  const old = turn.get("numbers", was);
  if (old && nameKey(old.pattern) === nameKey(digits)) return was;
  const found = findDestination(turn, digits, scopeOfLine(turn, line));
  return found.kind === "number" ? found.number : null;
}

/** The line that a request waits for now; what row 4 would refuse of a new one waits for nobody. */
function lineToWatch(
  turn: Turn,
  number: NumberKey,
  watched: string,
  originator: CallBackRequest["originator"] | null,
): string {
  const end = routeEnd(turn, number);
  if ("refusal" in end) return nobodyOf(number);
  const { key, forward, alertingName } = end.number;
  if (key === watched) return watched;
  const isRefused =
    forward.all.voiceMail ||
    !passesCharacterRule(turn.parameters.characterRule, alertingName) ||
    isUnsupported(turn, key) ||
    (originator !== null && isOwnLine(turn, originator.phone, key));
  return isRefused ? nobodyOf(number) : key;
}

/**
 * Row 31c: who waits for a number that leads to another phone now joins its queue by the time of acceptance. One that is
 * calling stays where it is until its call is over.
 * @param id of a request or of one served for another cluster
 */
export function rewatch(turn: Turn, id: string): void {
  const waiter = turn.get("waiters", id);
  if (!waiter) return;
  const request = waiter.kind === "own" ? turn.get("requests", id) : undefined;
  const served = waiter.kind === "served" ? turn.get("served", id) : undefined;
  if (isLive(request)) rewatchOwn(turn, waiter, request);
  if (served) rewatchServed(turn, waiter, served);
}

function rewatchOwn(turn: Turn, waiter: Waiter, request: CallBackRequest): void {
  const { target, originator, state } = request;
  if (target.kind !== "local" || state === "calling") return;
  const present = presentNumber(turn, target.digits, target.number, originator);
  // Of a number that is gone nobody is told anyway, and Dial says so (row 23).
  if (present === null && !turn.get("numbers", target.number)) return;
  const number = present ?? target.number;
  const watched = present === null ? nobodyOf(number) : lineToWatch(turn, number, target.watched, originator);
  if (watched === target.watched) return;
  move(turn, waiter, watched, originator.phone);
  const moved = { ...request, target: { ...target, number, watched } };
  turn.put("requests", request.id, moved);
  if (state === "active" || state === "suspended" || watched.startsWith("nobody:")) return;
  if (!lineStatus(turn, watched).isFree) withdraw(turn, moved, "inUse");
  else if (state === "ready" && isTaken(turn, watched)) withdraw(turn, moved, "turnOfOther");
  else if (state === "ready") updateWatch(turn, watched, { holder: request.id });
}

function rewatchServed(turn: Turn, waiter: Waiter, served: ServedRequest): void {
  const { digits, state } = served;
  if (state === "calling") return;
  const found = findDestination(turn, digits, "everywhere");
  if (found.kind !== "number") return;
  const watched = lineToWatch(turn, found.number, served.watched, null);
  if (watched === served.watched) return;
  move(turn, waiter, watched, null);
  const moved = { ...served, watched };
  turn.put("served", served.id, moved);
  if (state !== "notified") return;
  if (!lineStatus(turn, watched).isFree || isTaken(turn, watched)) keepWaiting(turn, moved, false);
  else updateWatch(turn, watched, { holder: served.id });
}

function isTaken(turn: Turn, watched: string): boolean {
  const holder = turn.get("watches", watched)?.holder ?? null;
  return turn.parameters.policy === "oneAtATime" && hasTurn(turn, holder);
}

function move(turn: Turn, waiter: Waiter, watched: string, phone: string | null): void {
  const { id, kind, since } = waiter;
  const mustWait = needsUse(turn, waiter);
  const to = watched.startsWith("nobody:") ? "" : digitsOf(turn, watched);
  const inputs = { number: digitsOf(turn, waiter.watched), to, what: to === "" ? "nobody" : "elsewhere" };
  turn.decide(
    "31c",
    { phone, request: kind === "own" ? id : (turn.get("served", id)?.request ?? id) },
    inputs,
  );
  leave(turn, id);
  join(turn, watched, { id, kind, needsUse: mustWait, since });
  reconsider(turn, watched, id);
}
