import { closeScreen } from "@/lib/callback/phones/show-screen";
import { activate } from "@/lib/callback/requests/activate";
import { dialBack } from "@/lib/callback/requests/dial-back";
import { endRequest } from "@/lib/callback/requests/end-request";
import { holdOfferToTable } from "@/lib/callback/requests/offer";
import { refuse } from "@/lib/callback/requests/press-call-back";
import { checkEligibility } from "@/lib/callback/requests/refusal";
import { about, hideRequest, isRequestScreen, liveRequest } from "@/lib/callback/requests/request-state";
import { stay } from "@/lib/callback/requests/request-table";
import type { Phone, ScreenKey } from "@/lib/callback/state/phone";
import type { Screen, ScreenKind } from "@/lib/callback/state/screen";
import type { StepContext } from "@/lib/callback/state/step-context";

/** The keys of each screen, from left to right. */
export const keysOfScreen: Readonly<Record<ScreenKind, readonly ScreenKey[]>> = {
  callBackActivated: ["Cancel", "Exit"],
  callBackAvailable: ["Dial", "Cancel", "Exit"],
  callBackAvailableDndReject: ["Cancel", "Exit"],
  callBackNotActive: ["Exit"],
  callBackAlreadyActive: ["OK", "Exit"],
  callBackCannotActivate: ["Exit"],
};

/** A key of the screen that is open; the caller has checked that the screen has it. */
export function pressScreenKey(context: StepContext, phone: Phone, screen: Screen, key: ScreenKey): void {
  switch (key) {
    case "Exit":
      pressExit(context, phone.name, screen);
      return;
    case "OK":
      pressOk(context, phone.name, screen);
      return;
    case "Cancel":
    case "Dial": {
      const request = liveRequest(context, phone.name);
      if (!request) {
        closeScreen(context, phone.name);
        return;
      }
      if (key === "Cancel") {
        endRequest(context, request, "cancelled", "cancelled", { by: "caller" });
        return;
      }
      dialBack(context, request);
      return;
    }
  }
}

/** Row 20 hides the screen of a request, row 9 closes the question; neither changes call or hook. */
function pressExit(context: StepContext, name: string, screen: Screen): void {
  if (screen.kind === "callBackAlreadyActive") {
    closeQuestion(context, name, "Exit");
    return;
  }
  const request = liveRequest(context, name);
  if (request && isRequestScreen(screen)) {
    stay(context, about(request), "screenLeft", { number: request.target.digits, state: request.state });
    hideRequest(context, name);
    return;
  }
  closeScreen(context, name);
}

/** Closes the question whether to replace; the old request stays as it is (row 9). */
export function closeQuestion(
  context: StepContext,
  name: string,
  why: string,
  row: "questionClosed" | "oldRequestEnded" = "questionClosed",
): void {
  const screen = context.get("phones", name)?.screen;
  if (screen?.kind !== "callBackAlreadyActive") return;
  context.decide(
    row,
    { phone: name, request: screen.request },
    { why, number: screen.number, other: screen.other },
  );
  closeScreen(context, name);
  holdOfferToTable(context, screen.call, row);
}

/** Row 8: the call must still be one that can be called back; the old request gives way in the same step [S9]. */
function pressOk(context: StepContext, name: string, screen: Screen): void {
  if (screen.kind !== "callBackAlreadyActive") return;
  const call = context.get("calls", screen.call);
  closeScreen(context, name);
  if (!call) return;
  const eligibility = checkEligibility(context, call);
  if ("refusal" in eligibility) {
    refuse(context, name, call, eligibility.refusal);
    return;
  }
  activate(context, call, eligibility.target, liveRequest(context, name));
  holdOfferToTable(context, call.id, "replaced");
}
