import { releaseCall } from "@/lib/callback/calls/release";
import { isLineRefusing, isOldSip } from "@/lib/callback/phones/availability";
import { updatePhone } from "@/lib/callback/phones/phone-calls";
import { showScreen } from "@/lib/callback/phones/show-screen";
import { endRequest } from "@/lib/callback/requests/end-request";
import { join, reconsider } from "@/lib/callback/requests/queue";
import { about, isLive, liveRequest, screenOf, setState } from "@/lib/callback/requests/request-state";
import { sendRequest } from "@/lib/callback/requests/send-request";
import { type Call, modeOf } from "@/lib/callback/state/call";
import type { CallBackRequest, RequestMode, Target } from "@/lib/callback/state/request";
import type { StepContext } from "@/lib/callback/state/step-context";

/** Some phone of the line is a SIP 7940 or 7960, which is known to be available only by an INVITE of its own. */
export function hasOldSip(context: StepContext, number: string): boolean {
  const phones = context.get("lines", number)?.phones ?? [];
  return phones.some((name) => {
    const phone = context.get("phones", name);
    return phone !== undefined && isOldSip(phone);
  });
}

/** Why a request accepted now has to wait for a cycle of B, or null: docs/engine.md, before the table. */
export function whyUseIsNeeded(
  context: StepContext,
  watched: string,
  mode: RequestMode,
): "noReply" | "dndReject" | "oldSip" | null {
  if (mode === "noReply") return "noReply";
  if (isLineRefusing(context, watched)) return "dndReject";
  return hasOldSip(context, watched) ? "oldSip" : null;
}

/** How long a request of this mode is kept (T2). */
export function serviceDuration(context: StepContext, mode: RequestMode): number {
  const { serviceDurationBusy, serviceDurationNoReply } = context.parameters;
  return mode === "busy" ? serviceDurationBusy : serviceDurationNoReply;
}

function newRequest(context: StepContext, call: Call, target: Target): CallBackRequest | null {
  if (call.caller.kind !== "phone") return null;
  const { phone, line, number } = call.caller;
  return {
    id: context.newId(),
    originator: { phone, line, number },
    target,
    mode: modeOf(call),
    state: target.kind === "local" ? "active" : "requested",
    reason: null,
    createdAt: context.now,
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
export function activate(
  context: StepContext,
  call: Call,
  target: Target,
  replaced: CallBackRequest | null,
): void {
  const request = newRequest(context, call, target);
  if (!request) return;
  const row = replaced ? "replaced" : "activated";
  const { phone } = request.originator;
  context.decide(row, about(request), {
    number: target.digits,
    mode: request.mode,
    target: target.kind,
    replaces: replaced?.id ?? null,
  });
  releaseCall(context, call);
  if (target.kind === "local") {
    endAllReplaced(context, phone);
    if (replaced && !context.rules.replaceAtomically) return;
    updatePhone(context, phone, { request: request.id });
    accept(context, request, row);
    return;
  }
  setState(context, request, row, "requested", { replaces: replaced?.id ?? null });
  context.setTimer("T1", request.id, context.parameters.requestProtection);
  askToReplace(context, phone, request.id, replaced);
  sendRequest(context, request);
}

function endAllReplaced(context: StepContext, phone: string): void {
  for (let live = liveRequest(context, phone); live; live = liveRequest(context, phone)) {
    endRequest(context, live, "replaced", "replaced");
  }
}

function askToReplace(
  context: StepContext,
  phone: string,
  id: string,
  replaced: CallBackRequest | null,
): void {
  if (!replaced) {
    updatePhone(context, phone, { request: id });
    return;
  }
  const earlier = context.get("phones", phone)?.replacement;
  const request = earlier ? context.get("requests", earlier) : undefined;
  if (request) endRequest(context, request, "replaced", "replaced");
  updatePhone(context, phone, { replacement: id });
}

/** The request is active from now on: T2 runs, A sees it unless asked about a request, and a target here is watched. */
export function accept(
  context: StepContext,
  request: CallBackRequest,
  row: "activated" | "replaced" | "farSideAnswered" | "freeBeforeAccept",
): CallBackRequest {
  const { id, target, mode } = request;
  context.clearTimer("T1", id);
  context.setTimer("T2", id, serviceDuration(context, mode));
  const active = setState(context, request, row, "active", { replaces: null });
  if (target.kind === "local") {
    const why = whyUseIsNeeded(context, target.watched, mode);
    if (why) context.decide("needsUse", about(request), { number: target.digits, why });
    join(context, target.watched, { id, kind: "own", needsUse: why !== null, since: context.now });
    reconsider(context, target.watched, id);
  }
  const screen = screenOf(active);
  const { phone } = request.originator;
  if (screen && context.get("phones", phone)?.registration === "registered" && !isAsked(context, phone))
    showScreen(context, phone, screen);
  return active;
}

/** The phone asks whether to replace a live request: its keys are under somebody's thumb, so the question stays (row 9). */
function isAsked(context: StepContext, phone: string): boolean {
  const screen = context.get("phones", phone)?.screen;
  return screen?.kind === "callBackAlreadyActive" && isLive(context.get("requests", screen.request));
}
