import { dialFromScreen } from "@/lib/callback/calls/dial";
import { updateCall, updatePhone } from "@/lib/callback/calls/phone-calls";
import { setProgress } from "@/lib/callback/calls/progress";
import { withdraw } from "@/lib/callback/requests/notify";
import { about, hideRequest, setState } from "@/lib/callback/requests/request-state";
import { findDestination, scopeOfLine } from "@/lib/callback/routing/find-destination";
import { routeCall } from "@/lib/callback/routing/route-call";
import { setPrompt } from "@/lib/callback/screens/show";
import type { Turn } from "@/lib/callback/turn";
import { updateWatch } from "@/lib/callback/watches/queue";
import type { Call } from "@/lib/callback/world/call";
import type { CallBackRequest } from "@/lib/callback/world/request";

/** The request that was given the turn under oneAtATime and still has it, other than this one. */
function otherHolder(turn: Turn, { id, target }: CallBackRequest): CallBackRequest | null {
  if (target.kind !== "local" || turn.parameters.policy !== "oneAtATime") return null;
  const holder = turn.get("watches", target.watched)?.holder ?? null;
  if (holder === null || holder === id) return null;
  const request = turn.get("requests", holder);
  return request?.state === "ready" || request?.state === "calling" ? request : null;
}

/**
 * The key Dial of the notification screen (row 16). Forwarding is overridden while T3 runs, its due instant
 * included [IN-01], and applies afterwards [IN-02].
 */
export function dialBack(turn: Turn, request: CallBackRequest): void {
  const { originator, target, recallUntil } = request;
  const overrides = recallUntil !== null && turn.now <= recallUntil;
  const call = dialFromScreen(turn, originator.phone, {
    digits: target.digits,
    line: originator.line,
    request: request.id,
    overrides,
  });
  if (!call) {
    setPrompt(turn, originator.phone, "keyNotActive");
    return;
  }
  turn.decide("16", about(request), { number: target.digits, from: request.state, overrides, recallUntil });
  turn.clearTimer("T3", request.id);
  hideRequest(turn, originator.phone);
  setState(turn, request, "calling", { recallUntil: null });
  const other = otherHolder(turn, request);
  if (other?.state === "calling") {
    hearBusy(turn, call, target.digits);
    return;
  }
  if (other && turn.rules.withdrawOthers) withdraw(turn, other, "calledByOther");
  if (target.kind === "local") updateWatch(turn, target.watched, { holder: request.id });
  const { digits } = target;
  updatePhone(turn, originator.phone, { lastDialled: digits });
  const destination = findDestination(turn, digits, callBackScope(turn, request));
  routeCall(turn, updateCall(turn, call, { digits, destination }), destination);
}

function callBackScope(turn: Turn, { target, originator }: CallBackRequest) {
  const { searchSpace } = turn.parameters;
  if (target.kind === "remote" && searchSpace !== null) return { space: searchSpace };
  return scopeOfLine(turn, originator.line);
}

/** Under oneAtATime the line belongs to the one who is calling it already. */
function hearBusy(turn: Turn, call: Call, digits: string): void {
  setProgress(turn, updateCall(turn, call, { digits }), "busy");
}
