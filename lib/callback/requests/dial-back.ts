import { dialFromScreen } from "@/lib/callback/calls/dial";
import { findDestination, scopeOfLine } from "@/lib/callback/calls/find-destination";
import { setProgress } from "@/lib/callback/calls/progress";
import { routeCall } from "@/lib/callback/calls/route-call";
import { updateCall, updatePhone } from "@/lib/callback/phones/phone-calls";
import { setPrompt } from "@/lib/callback/phones/show-screen";
import { about, hideRequest, setState } from "@/lib/callback/requests/request-state";
import { takeTurn } from "@/lib/callback/requests/turn-to-call";
import type { CallBackRequest } from "@/lib/callback/state/request";
import type { Turn } from "@/lib/callback/state/turn";

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
  const { digits } = target;
  if (target.kind === "local" && !takeTurn(turn, target.watched, request.id)) {
    setProgress(turn, updateCall(turn, call, { digits }), "busy");
    return;
  }
  updatePhone(turn, originator.phone, { lastDialled: digits });
  const destination = findDestination(turn, digits, callBackScope(turn, request));
  routeCall(turn, updateCall(turn, call, { digits, destination }), destination);
}

function callBackScope(turn: Turn, { target, originator }: CallBackRequest) {
  const { searchSpace } = turn.parameters;
  if (target.kind === "remote" && searchSpace !== null) return { space: searchSpace };
  return scopeOfLine(turn, originator.line);
}
