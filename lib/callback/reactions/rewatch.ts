import { digitsOf } from "@/lib/callback/calls/digits-of";
import { findDestination, scopeOfCaller } from "@/lib/callback/calls/find-destination";
import { routeEnd } from "@/lib/callback/calls/route-point-end";
import { lineStatus } from "@/lib/callback/phones/availability";
import { holdsLine } from "@/lib/callback/requests/line-holder";
import { withdraw } from "@/lib/callback/requests/notify";
import { join, leave, needsUse, reconsider, updateWatch } from "@/lib/callback/requests/queue";
import { isOwnLine, isUnsupported, passesCharacterRule } from "@/lib/callback/requests/refusal";
import { isLive } from "@/lib/callback/requests/request-state";
import { holdToTable } from "@/lib/callback/requests/request-table";
import { keepWaiting } from "@/lib/callback/requests/served";
import type { NumberKey } from "@/lib/callback/state/dial-plan";
import type { CallBackRequest, ServedRequest, Waiter } from "@/lib/callback/state/request";
import type { StepContext } from "@/lib/callback/state/step-context";
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
  context: StepContext,
  digits: string,
  was: NumberKey,
  originator: CallBackRequest["originator"],
): NumberKey | null {
  const old = context.get("numbers", was);
  if (old && nameKey(old.pattern) === nameKey(digits)) return was;
  const found = findDestination(context, digits, scopeOfCaller(context, originator));
  return found.kind === "number" ? found.number : null;
}

/** The line that a request waits for now; what row 4 would refuse of a new one waits for nobody. */
function lineToWatch(
  context: StepContext,
  number: NumberKey,
  watched: string,
  originator: CallBackRequest["originator"] | null,
): string {
  const end = routeEnd(context, number);
  if ("refusal" in end) return nobodyOf(number);
  const { key, forward, alertingName } = end.number;
  if (key === watched) return watched;
  const isRefused =
    forward.all.voiceMail ||
    !passesCharacterRule(context.parameters.characterRule, alertingName) ||
    isUnsupported(context, key) ||
    (originator !== null && isOwnLine(context, originator.phone, key));
  return isRefused ? nobodyOf(number) : key;
}

/**
 * Row 31c: who waits for a number that leads to another phone now joins its queue by the time of acceptance. One that is
 * calling stays where it is until its call is over.
 * @param id of a request or of one served for another cluster
 */
export function rewatch(context: StepContext, id: string): void {
  const waiter = context.get("waiters", id);
  if (!waiter) return;
  const request = waiter.kind === "own" ? context.get("requests", id) : undefined;
  const served = waiter.kind === "served" ? context.get("served", id) : undefined;
  if (isLive(request)) rewatchOwn(context, waiter, request);
  if (served) rewatchServed(context, waiter, served);
}

function rewatchOwn(context: StepContext, waiter: Waiter, request: CallBackRequest): void {
  const { target, originator, state } = request;
  if (target.kind !== "local" || state === "calling") return;
  const present = presentNumber(context, target.digits, target.number, originator);
  // Of a number that is gone nobody is told anyway, and Dial says so (row 23).
  if (present === null && !context.get("numbers", target.number)) return;
  const number = present ?? target.number;
  const watched =
    present === null ? nobodyOf(number) : lineToWatch(context, number, target.watched, originator);
  if (watched === target.watched) return;
  holdToTable(context, request.id, "targetMoved", state);
  move(context, waiter, watched, originator.phone);
  const moved = { ...request, target: { ...target, number, watched } };
  context.put("requests", request.id, moved);
  if (state === "active" || state === "suspended" || watched.startsWith("nobody:")) return;
  if (!lineStatus(context, watched).isFree) withdraw(context, moved, "inUse");
  else if (state === "ready" && isTaken(context, watched)) withdraw(context, moved, "turnOfOther");
  else if (state === "ready") updateWatch(context, watched, { holder: request.id });
}

function rewatchServed(context: StepContext, waiter: Waiter, served: ServedRequest): void {
  const { digits, state } = served;
  if (state === "calling") return;
  const found = findDestination(context, digits, "everywhere");
  if (found.kind !== "number") return;
  const watched = lineToWatch(context, found.number, served.watched, null);
  if (watched === served.watched) return;
  move(context, waiter, watched, null);
  const moved = { ...served, watched };
  context.put("served", served.id, moved);
  if (state !== "notified") return;
  if (!lineStatus(context, watched).isFree || isTaken(context, watched))
    keepWaiting(context, moved, "lineTaken", false);
  else updateWatch(context, watched, { holder: served.id });
}

function isTaken(context: StepContext, watched: string): boolean {
  const holder = context.get("watches", watched)?.holder ?? null;
  return context.parameters.policy === "oneAtATime" && holdsLine(context, holder);
}

function move(context: StepContext, waiter: Waiter, watched: string, phone: string | null): void {
  const { id, kind, since } = waiter;
  const mustWait = needsUse(context, waiter);
  const to = watched.startsWith("nobody:") ? "" : digitsOf(context, watched);
  const inputs = { number: digitsOf(context, waiter.watched), to, what: to === "" ? "nobody" : "elsewhere" };
  context.decide(
    "targetMoved",
    { phone, request: kind === "own" ? id : (context.get("served", id)?.request ?? id) },
    inputs,
  );
  leave(context, id);
  join(context, watched, { id, kind, needsUse: mustWait, since });
  reconsider(context, watched, id);
}
