import { isOffered } from "@/lib/callback/phones/call-state";
import { setPrompt, showScreen } from "@/lib/callback/phones/show-screen";
import { sideOf } from "@/lib/callback/phones/sides";
import { activate } from "@/lib/callback/requests/activate";
import { checkEligibility } from "@/lib/callback/requests/refusal";
import { about, liveRequest, screenOf } from "@/lib/callback/requests/request-state";
import type { Call } from "@/lib/callback/state/call";
import type { Phone } from "@/lib/callback/state/phone";
import { type Refusal, refusals } from "@/lib/callback/state/refusals";
import type { CallBackRequest } from "@/lib/callback/state/request";
import type { Turn } from "@/lib/callback/state/turn";

/** How long the question whether to replace stays open (row 9). */
export const questionTime = 30_000;

/** The key CallBack, as softkey or as button [OV-03]: the selected call's row answers, else the request's. */
export function pressCallBack(turn: Turn, phone: Phone): void {
  const call = phone.selected === null ? undefined : turn.get("calls", phone.selected);
  const isOffer = call !== undefined && sideOf(call, phone.name) === "caller" && isOffered(call);
  if (!turn.parameters.isEnabled) {
    refuseService(turn, phone, isOffer);
    return;
  }
  if (!call) {
    pressOnIdle(turn, phone);
    return;
  }
  if (!isOffer) {
    turn.decide("keyNotActive", { phone: phone.name }, { phase: call.phase });
    setPrompt(turn, phone.name, "keyNotActive");
    return;
  }
  pressOnOffer(turn, phone, call);
}

function refuseService(turn: Turn, phone: Phone, isOffer: boolean): void {
  turn.decide(isOffer ? "3" : "serviceOff", { phone: phone.name }, { isEnabled: false });
  setPrompt(turn, phone.name, "serviceIsNotActive");
}

function pressOnIdle(turn: Turn, phone: Phone): void {
  const request = liveRequest(turn, phone.name);
  if (request) {
    showRequest(turn, phone.name, request);
    return;
  }
  turn.decide("nothingActive", { phone: phone.name });
  showScreen(turn, phone.name, { kind: "callBackNotActive" });
}

/** How the request stands: its screen, or `Key Not Active` while it is asked for or called. */
function showRequest(
  turn: Turn,
  name: string,
  request: CallBackRequest,
  row: "showsRequest" | "6" = "showsRequest",
): void {
  turn.decide(row, about(request), { state: request.state, number: request.target.digits });
  const screen = screenOf(request);
  if (screen) showScreen(turn, name, screen);
  else setPrompt(turn, name, "keyNotActive");
}

function isSameTarget(call: Call, { target }: CallBackRequest): boolean {
  const { destination } = call;
  if (destination?.kind === "number" && target.kind === "local") return destination.number === target.number;
  return call.digits === target.digits;
}

/** Rows 6, 4, 5 and 7, in this order. */
function pressOnOffer(turn: Turn, { name, request, replacement }: Phone, call: Call): void {
  for (const id of [request, replacement]) {
    const live = id === null ? undefined : turn.get("requests", id);
    if (live && isSameTarget(call, live)) {
      showRequest(turn, name, live, "6");
      return;
    }
  }
  const eligibility = checkEligibility(turn, call);
  if ("refusal" in eligibility) {
    refuse(turn, name, call.digits, eligibility.refusal);
    return;
  }
  const live = liveRequest(turn, name);
  if (live) {
    ask(turn, name, live, call);
    return;
  }
  activate(turn, call, eligibility.target, null);
}

/** Row 4: the screen names B's number, the trace the exact reason [TS-05]. */
export function refuse(turn: Turn, name: string, number: string, refusal: Refusal): void {
  turn.decide("4", { phone: name }, { number, refusal, requirement: refusals[refusal] });
  showScreen(turn, name, { kind: "callBackCannotActivate", number });
}

/** Row 5: another request is live. That its notification was missed is not mentioned [TS-02]. */
function ask(turn: Turn, name: string, live: CallBackRequest, call: Call): void {
  turn.decide("5", about(live), { number: live.target.digits, other: call.digits });
  showScreen(turn, name, {
    kind: "callBackAlreadyActive",
    number: live.target.digits,
    other: call.digits,
    request: live.id,
    call: call.id,
  });
  turn.setTimer("question", name, questionTime);
}
