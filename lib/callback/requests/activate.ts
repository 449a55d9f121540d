import { releaseCall } from "@/lib/callback/calls/release";
import { isLineRefusing, isOldSip } from "@/lib/callback/phones/availability";
import { updatePhone } from "@/lib/callback/phones/phone-calls";
import { showScreen } from "@/lib/callback/phones/show-screen";
import { endRequest } from "@/lib/callback/requests/end-request";
import { join, reconsider } from "@/lib/callback/requests/queue";
import { about, liveRequest, screenOf, setState } from "@/lib/callback/requests/request-state";
import { sendRequest } from "@/lib/callback/requests/send-request";
import { type Call, modeOf } from "@/lib/callback/state/call";
import type { CallBackRequest, RequestMode, Target } from "@/lib/callback/state/request";
import type { Turn } from "@/lib/callback/state/turn";

/** Some phone of the line is a SIP 7940 or 7960, which is known to be available only by an INVITE of its own. */
export function hasOldSip(turn: Turn, number: string): boolean {
  const phones = turn.get("lines", number)?.phones ?? [];
  return phones.some((name) => {
    const phone = turn.get("phones", name);
    return phone !== undefined && isOldSip(phone);
  });
}

/** Why a request accepted now has to wait for a cycle of B, or null: design, before the table. */
export function whyUseIsNeeded(
  turn: Turn,
  watched: string,
  mode: RequestMode,
): "noReply" | "dndReject" | "oldSip" | null {
  if (mode === "noReply") return "noReply";
  if (isLineRefusing(turn, watched)) return "dndReject";
  return hasOldSip(turn, watched) ? "oldSip" : null;
}

/** How long a request of this mode is kept (T2). */
export function serviceDuration(turn: Turn, mode: RequestMode): number {
  const { serviceDurationBusy, serviceDurationNoReply } = turn.parameters;
  return mode === "busy" ? serviceDurationBusy : serviceDurationNoReply;
}

function newRequest(turn: Turn, call: Call, target: Target): CallBackRequest | null {
  if (call.caller.kind !== "phone") return null;
  const { phone, line, number } = call.caller;
  return {
    id: turn.newId(),
    originator: { phone, line, number },
    target,
    mode: modeOf(call),
    state: target.kind === "local" ? "active" : "requested",
    reason: null,
    createdAt: turn.now,
    replaces: null,
    readyAt: null,
    recallUntil: null,
    wasReady: false,
    sent: 0,
    heard: 0,
  };
}

/**
 * Call back is activated (row 7), in place of the live request after OK (row 8): the call is released, a request
 * for a target here is accepted at once, one over a trunk is asked for.
 */
export function activate(turn: Turn, call: Call, target: Target, replaced: CallBackRequest | null): void {
  const request = newRequest(turn, call, target);
  if (!request) return;
  const row = replaced ? "8" : "7";
  const { phone } = request.originator;
  turn.decide(row, about(request), {
    number: target.digits,
    mode: request.mode,
    target: target.kind,
    replaces: replaced?.id ?? null,
  });
  releaseCall(turn, call);
  if (target.kind === "local") {
    endAllReplaced(turn, phone);
    if (replaced && !turn.rules.replaceAtomically) return;
    updatePhone(turn, phone, { request: request.id });
    accept(turn, request);
    return;
  }
  turn.put("requests", request.id, { ...request, replaces: replaced?.id ?? null });
  turn.setTimer("T1", request.id, turn.parameters.requestProtection);
  askToReplace(turn, phone, request.id, replaced);
  sendRequest(turn, request);
}

function endAllReplaced(turn: Turn, phone: string): void {
  for (let live = liveRequest(turn, phone); live; live = liveRequest(turn, phone)) {
    endRequest(turn, live, "replaced", "8");
  }
}

function askToReplace(turn: Turn, phone: string, id: string, replaced: CallBackRequest | null): void {
  if (!replaced) {
    updatePhone(turn, phone, { request: id });
    return;
  }
  const earlier = turn.get("phones", phone)?.replacement;
  const request = earlier ? turn.get("requests", earlier) : undefined;
  if (request) endRequest(turn, request, "replaced", "8");
  updatePhone(turn, phone, { replacement: id });
}

/** The request is active from now on: T2 runs, A sees it, and a target here is watched. */
export function accept(turn: Turn, request: CallBackRequest): CallBackRequest {
  const { id, target, mode } = request;
  turn.clearTimer("T1", id);
  turn.setTimer("T2", id, serviceDuration(turn, mode));
  const active = setState(turn, request, "active", { replaces: null });
  if (target.kind === "local") {
    const why = whyUseIsNeeded(turn, target.watched, mode);
    if (why) turn.decide("needsUse", about(request), { number: target.digits, why });
    join(turn, target.watched, { id, kind: "own", needsUse: why !== null, since: turn.now });
    reconsider(turn, target.watched, id);
  }
  const screen = screenOf(active);
  const { phone } = request.originator;
  if (screen && turn.get("phones", phone)?.registration === "registered") showScreen(turn, phone, screen);
  return active;
}
