import { dialFromScreen } from "@/lib/callback/calls/dial";
import { findDestination, scopeOfCaller } from "@/lib/callback/calls/find-destination";
import { setProgress } from "@/lib/callback/calls/progress";
import { routeCall } from "@/lib/callback/calls/route-call";
import { updateCall, updatePhone } from "@/lib/callback/phones/phone-calls";
import { setPrompt } from "@/lib/callback/phones/show-screen";
import { takeLine } from "@/lib/callback/requests/line-holder";
import { about, hideRequest, setState } from "@/lib/callback/requests/request-state";
import type { CallBackRequest } from "@/lib/callback/state/request";
import type { StepContext } from "@/lib/callback/state/step-context";

/**
 * The key Dial of the notification screen (row 16). Forwarding is overridden while T3 runs, its due instant
 * included [IN-01], and applies afterwards [IN-02].
 */
export function dialBack(context: StepContext, request: CallBackRequest): void {
  const { originator, target, recallUntil } = request;
  const overrides = recallUntil !== null && context.now <= recallUntil;
  const call = dialFromScreen(context, originator.phone, {
    digits: target.digits,
    line: originator.line,
    request: request.id,
    overrides,
  });
  if (!call) {
    setPrompt(context, originator.phone, "keyNotActive");
    return;
  }
  context.decide("dialled", about(request), {
    number: target.digits,
    from: request.state,
    overrides,
    recallUntil,
  });
  context.clearTimer("T3", request.id);
  hideRequest(context, originator.phone);
  setState(context, request, "dialled", "calling", { recallUntil: null });
  const { digits } = target;
  if (target.kind === "local" && !takeLine(context, target.watched, request.id)) {
    setProgress(context, updateCall(context, call, { digits }), "busy");
    return;
  }
  updatePhone(context, originator.phone, { lastDialled: digits });
  const destination = findDestination(context, digits, callBackScope(context, request));
  routeCall(context, updateCall(context, call, { digits, destination }), destination);
}

function callBackScope(context: StepContext, { target, originator }: CallBackRequest) {
  const { searchSpace } = context.parameters;
  if (target.kind === "remote" && searchSpace !== null) return { spaces: [searchSpace] };
  return scopeOfCaller(context, originator);
}
