import { isOffered } from "@/lib/callback/phones/call-state";
import { setPrompt, showScreen } from "@/lib/callback/phones/show-screen";
import { sideOf } from "@/lib/callback/phones/sides";
import { activate } from "@/lib/callback/requests/activate";
import { holdOfferToTable } from "@/lib/callback/requests/offer";
import { checkEligibility } from "@/lib/callback/requests/refusal";
import { about, liveRequest, screenOf } from "@/lib/callback/requests/request-state";
import type { Call } from "@/lib/callback/state/call";
import type { Phone } from "@/lib/callback/state/phone";
import { type Refusal, refusals } from "@/lib/callback/state/refusals";
import type { CallBackRequest } from "@/lib/callback/state/request";
import type { StepContext } from "@/lib/callback/state/step-context";

/** How long the question whether to replace stays open (row 9). */
export const questionTime = 30_000;

/** The key CallBack, as softkey or as button [OV-03]: the selected call's row answers, else the request's. */
export function pressCallBack(context: StepContext, phone: Phone): void {
  const call = phone.selected === null ? undefined : context.get("calls", phone.selected);
  const isOffer = call !== undefined && sideOf(call, phone.name) === "caller" && isOffered(call);
  if (!context.parameters.isEnabled) {
    refuseService(context, phone, isOffer ? call : null);
    return;
  }
  if (!call) {
    pressOnIdle(context, phone);
    return;
  }
  if (!isOffer) {
    context.decide("keyNotActive", { phone: phone.name }, { phase: call.phase });
    setPrompt(context, phone.name, "keyNotActive");
    return;
  }
  pressOnOffer(context, phone, call);
}

function refuseService(context: StepContext, phone: Phone, offered: Call | null): void {
  context.decide(offered ? "serviceNotActive" : "serviceOff", { phone: phone.name }, { isEnabled: false });
  setPrompt(context, phone.name, "serviceIsNotActive");
  if (offered) holdOfferToTable(context, offered.id, "serviceNotActive");
}

function pressOnIdle(context: StepContext, phone: Phone): void {
  const request = liveRequest(context, phone.name);
  if (request) {
    showRequest(context, phone.name, request);
    return;
  }
  context.decide("nothingActive", { phone: phone.name });
  showScreen(context, phone.name, { kind: "callBackNotActive" });
}

/** How the request stands: its screen, or `Key Not Active` while it is asked for or called. */
function showRequest(
  context: StepContext,
  name: string,
  request: CallBackRequest,
  row: "showsRequest" | "alreadyRequested" = "showsRequest",
): void {
  context.decide(row, about(request), { state: request.state, number: request.target.digits });
  const screen = screenOf(request);
  if (screen) showScreen(context, name, screen);
  else setPrompt(context, name, "keyNotActive");
}

function isSameTarget(call: Call, { target }: CallBackRequest): boolean {
  const { destination } = call;
  if (destination?.kind === "number" && target.kind === "local") return destination.number === target.number;
  return call.digits === target.digits;
}

/** Rows 6, 4, 5 and 7, in this order. */
function pressOnOffer(context: StepContext, { name, request, replacement }: Phone, call: Call): void {
  for (const id of [request, replacement]) {
    const live = id === null ? undefined : context.get("requests", id);
    if (live && isSameTarget(call, live)) {
      showRequest(context, name, live, "alreadyRequested");
      holdOfferToTable(context, call.id, "alreadyRequested");
      return;
    }
  }
  const eligibility = checkEligibility(context, call);
  if ("refusal" in eligibility) {
    refuse(context, name, call, eligibility.refusal);
    return;
  }
  const live = liveRequest(context, name);
  if (live) {
    ask(context, name, live, call);
    return;
  }
  activate(context, call, eligibility.target, null);
  holdOfferToTable(context, call.id, "activated");
}

/** Row 4: the screen names B's number, the trace the exact reason [TS-05]. */
export function refuse(context: StepContext, name: string, call: Call, refusal: Refusal): void {
  const number = call.digits;
  context.decide("cannotActivate", { phone: name }, { number, refusal, requirement: refusals[refusal] });
  showScreen(context, name, { kind: "callBackCannotActivate", number });
  holdOfferToTable(context, call.id, "cannotActivate");
}

/** Row 5: another request is live. That its notification was missed is not mentioned [TS-02]. */
function ask(context: StepContext, name: string, live: CallBackRequest, call: Call): void {
  context.decide("asksToReplace", about(live), { number: live.target.digits, other: call.digits });
  showScreen(context, name, {
    kind: "callBackAlreadyActive",
    number: live.target.digits,
    other: call.digits,
    request: live.id,
    call: call.id,
  });
  context.setTimer("question", name, questionTime);
  holdOfferToTable(context, call.id, "asksToReplace");
}
