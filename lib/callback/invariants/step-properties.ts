import { isOneAtATime } from "@/lib/callback/invariants/request-properties";
import { Violations } from "@/lib/callback/invariants/violation";
import { isOffered } from "@/lib/callback/phones/call-state";
import { rowsEnding } from "@/lib/callback/requests/request-table";
import type { Decision } from "@/lib/callback/state/decision";
import type { EngineEvent } from "@/lib/callback/state/events";
import type { MemoryWorld } from "@/lib/callback/state/memory-world";
import type { CallBackRequest } from "@/lib/callback/state/request";
import type { StepResult } from "@/lib/callback/step";

/** One step with the world as it was before. */
export interface Taken {
  readonly before: MemoryWorld;
  readonly event: EngineEvent;
  readonly now: number;
  readonly result: StepResult;
}

function decisionsOf({ result }: Taken): Decision[] {
  return result.effects.flatMap((effect) => (effect.kind === "decided" ? [effect.decision] : []));
}

function changedRequests({ result }: Taken): CallBackRequest[] {
  return result.changes.flatMap(({ table, value }) => (table === "requests" && value ? [value] : []));
}

/** S4: only a row of the table that ends requests for the reason has ended it. */
function checkEnd(taken: Taken, request: CallBackRequest, found: Violations): void {
  const { reason, id } = request;
  if (reason === null) return;
  const rows = decisionsOf(taken).filter((decision) => decision.request === id);
  const endingRows = rowsEnding(reason);
  const isAllowed = rows.some(({ rule }) => endingRows.some((row) => row === rule));
  found.unless(isAllowed, "S4", `${id} ended ${reason} by ${rows.map(({ rule }) => rule).join(", ")}`);
  if (reason !== "replaced") return;
  const others = changedRequests(taken).filter(
    (other) => other.originator.phone === request.originator.phone,
  );
  const isReplaced = others.some(({ id: other, state }) => other !== id && state !== "ended");
  found.unless(isReplaced, "S9", `${id} is replaced by nothing`);
}

/** S13: a request begins with a call on which call back was offered. */
function checkBeginning({ before }: Taken, request: CallBackRequest, found: Violations): void {
  const calls = before.get("phones", request.originator.phone)?.calls ?? [];
  const isOwed = calls.some((id) => {
    const call = before.get("calls", id);
    return call !== undefined && isOffered(call) && call.digits === request.target.digits;
  });
  found.unless(isOwed, "S13", `${request.id} for ${request.target.digits} came from nowhere`);
}

/** S5: forwarding is overridden by Dial from the screen while T3 runs, its due instant included, and only then. */
function checkOverrides({ before, result, now }: Taken, found: Violations): void {
  for (const { table, value, key } of result.changes) {
    if (table !== "calls" || value === null || value.caller.kind !== "phone" || before.get("calls", key))
      continue;
    const request = value.request === null ? undefined : before.get("requests", value.request);
    const runs =
      request !== undefined && (before.tables.timers.has(`T3:${request.id}`) || request.recallUntil === now);
    found.unless(
      value.overridesForwarding === runs,
      "S5",
      `call ${key} overrides: ${value.overridesForwarding}`,
    );
  }
}

/** S7: only an active request, or one that B's DND-Reject held back, becomes ready. */
function checkReady(taken: Taken, found: Violations): void {
  for (const { rule, inputs, request } of decisionsOf(taken)) {
    const isFromActive = inputs.from === "active" || inputs.from === "readyLate";
    if (rule === "bothFree") found.unless(isFromActive, "S7", `${request} became ready from ${inputs.from}`);
  }
}

/** L2: who has let T3 pass does not get the line again before the others. */
function checkTurns(taken: Taken, found: Violations): void {
  const { before, event } = taken;
  if (event.kind !== "timerExpired" || !event.timer.startsWith("T3:") || !isOneAtATime(before)) return;
  const id = event.timer.slice("T3:".length);
  const waiter = before.get("waiters", id);
  const others = waiter && (waiter.next !== null || waiter.previous !== null);
  const request = changedRequests(taken).find((changed) => changed.id === id);
  found.unless(!others || request?.state !== "ready", "L2", `${id} is served again before the others`);
}

/** L5: a key press is answered: something changes, or the prompt says why not. */
function checkAnswer({ event, result, before }: Taken, found: Violations): void {
  if (event.kind !== "phoneAction") return;
  const { phone: name, action } = event;
  if (action.kind !== "pressSoftkey" && action.kind !== "pressButton") return;
  if (before.get("phones", name)?.registration !== "registered") return;
  const isChanged = () =>
    result.changes.some(
      ({ table, key, value }) => JSON.stringify(value) !== JSON.stringify(before.get(table, key) ?? null),
    );
  const isShown = result.effects.some(({ kind }) => kind === "showScreen");
  const isRefused = result.changes.some(
    ({ table, key, value }) => table === "phones" && key === name && value?.prompt,
  );
  found.unless(isShown || isRefused || isChanged(), "L5", `no answer to ${JSON.stringify(action)}`);
}

/** The properties of a single step, looked at before it is applied. */
export function checkStep(taken: Taken): Violations {
  const found = new Violations();
  for (const request of changedRequests(taken)) {
    const old = taken.before.get("requests", request.id);
    if (!old) checkBeginning(taken, request, found);
    if (request.state === "ended" && old?.state !== "ended") checkEnd(taken, request, found);
  }
  checkOverrides(taken, found);
  checkReady(taken, found);
  checkTurns(taken, found);
  checkAnswer(taken, found);
  return found;
}
