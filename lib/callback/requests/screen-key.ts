import { closeScreen } from "@/lib/callback/phones/show-screen";
import { activate } from "@/lib/callback/requests/activate";
import { dialBack } from "@/lib/callback/requests/dial-back";
import { endRequest } from "@/lib/callback/requests/end-request";
import { refuse } from "@/lib/callback/requests/press-call-back";
import { checkEligibility } from "@/lib/callback/requests/refusal";
import { about, hideRequest, isRequestScreen, liveRequest } from "@/lib/callback/requests/request-state";
import type { Phone, ScreenKey } from "@/lib/callback/state/phone";
import type { Screen, ScreenKind } from "@/lib/callback/state/screen";
import type { Turn } from "@/lib/callback/state/turn";

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
export function pressScreenKey(turn: Turn, phone: Phone, screen: Screen, key: ScreenKey): void {
  switch (key) {
    case "Exit":
      pressExit(turn, phone.name, screen);
      return;
    case "OK":
      pressOk(turn, phone.name, screen);
      return;
    case "Cancel":
    case "Dial": {
      const request = liveRequest(turn, phone.name);
      if (!request) {
        closeScreen(turn, phone.name);
        return;
      }
      if (key === "Cancel") {
        endRequest(turn, request, "cancelled", "25", { by: "caller" });
        return;
      }
      dialBack(turn, request);
      return;
    }
  }
}

/** Row 20 hides the screen of a request, row 9 closes the question; neither changes call or hook. */
function pressExit(turn: Turn, name: string, screen: Screen): void {
  if (screen.kind === "callBackAlreadyActive") {
    closeQuestion(turn, name, "Exit");
    return;
  }
  const request = liveRequest(turn, name);
  if (request && isRequestScreen(screen)) {
    turn.decide("20", about(request), { number: request.target.digits, state: request.state });
    hideRequest(turn, name);
    return;
  }
  closeScreen(turn, name);
}

/** Closes the question whether to replace; the old request stays as it is (row 9). */
export function closeQuestion(turn: Turn, name: string, why: string, row: "9" | "9b" = "9"): void {
  const screen = turn.get("phones", name)?.screen;
  if (screen?.kind !== "callBackAlreadyActive") return;
  turn.decide(
    row,
    { phone: name, request: screen.request },
    { why, number: screen.number, other: screen.other },
  );
  closeScreen(turn, name);
}

/** Row 8: the call must still be one that can be called back; the old request gives way in the same step [S9]. */
function pressOk(turn: Turn, name: string, screen: Screen): void {
  if (screen.kind !== "callBackAlreadyActive") return;
  const call = turn.get("calls", screen.call);
  closeScreen(turn, name);
  if (!call) return;
  const eligibility = checkEligibility(turn, call);
  if ("refusal" in eligibility) {
    refuse(turn, name, screen.other, eligibility.refusal);
    return;
  }
  activate(turn, call, eligibility.target, liveRequest(turn, name));
}
