import { isFree, isTalking } from "@/lib/callback/phones/availability";
import { isOffered } from "@/lib/callback/phones/call-state";
import { notify, resume, suspend } from "@/lib/callback/requests/notify";
import { reconsider } from "@/lib/callback/requests/queue";
import { about, hideRequest, isLive, isRequestScreen } from "@/lib/callback/requests/request-state";
import { stay } from "@/lib/callback/requests/request-table";
import { closeQuestion } from "@/lib/callback/requests/screen-key";
import type { Phone } from "@/lib/callback/state/phone";
import type { CallBackRequest } from "@/lib/callback/state/request";
import type { StepContext } from "@/lib/callback/state/step-context";
import type { Reader } from "@/lib/callback/state/world";

/** What a phone's new availability means for its own request: rows 14, 14b and 15. */
export function reactAtOriginator(context: StepContext, name: string, becameFree: boolean): void {
  const phone = context.get("phones", name);
  const request = phone?.request ? context.get("requests", phone.request) : undefined;
  if (!phone || !isLive(request)) return;
  if (isTalking(context, phone, request.id)) {
    if (hasTurnedAway(context, phone, request)) turnAway(context, phone, request);
    return;
  }
  if (!isFree(context, phone)) return;
  const isResumed = request.state === "suspended";
  if (isResumed) resumeRequest(context, request);
  if ((isResumed || becameFree) && request.target.kind === "local") {
    reconsider(context, request.target.watched, request.id);
  }
}

/** A dials or answers another call than the one from its screen. */
function turnAway(context: StepContext, phone: Phone, request: CallBackRequest): void {
  switch (request.state) {
    case "ready":
    case "readyDndReject":
      suspend(context, request, "turnedAway");
      return;
    case "readyLate":
      if (!phone.playsCallBackTone && !isRequestScreen(phone.screen)) return;
      stay(context, about(request), "turnedAwayLate", { number: request.target.digits });
      hideRequest(context, phone.name);
      return;
    case "requested":
    case "active":
    case "suspended":
    case "calling":
    case "ended":
      return;
  }
}

/** It dialled or answered in this step; later the key may bring the screen back beside the call (row 6). */
function hasTurnedAway(context: StepContext, phone: Phone, { id: request }: CallBackRequest): boolean {
  const talks = (reader: Reader, call: string) => isTalking(reader, { ...phone, calls: [call] }, request);
  return phone.calls.some((call) => talks(context, call) && !talks(context.start, call));
}

/** Row 15: through selection, which alone knows whether B is still free and who is next. */
function resumeRequest(context: StepContext, request: CallBackRequest): void {
  const active = resume(context, request);
  if (active.target.kind === "local" && !context.rules.resumeThroughSelection)
    notify(context, active, "bothFree");
}

/** Rows 9 and 9b: the question whether to replace goes with its call and with the old request. */
export function reactToQuestion(context: StepContext, name: string): void {
  const screen = context.get("phones", name)?.screen;
  if (screen?.kind !== "callBackAlreadyActive") return;
  if (!isLive(context.get("requests", screen.request))) {
    closeQuestion(context, name, "oldRequestEnded", "oldRequestEnded");
    return;
  }
  const call = context.get("calls", screen.call);
  if (!call || !isOffered(call)) closeQuestion(context, name, call ? "answered" : "callEnded");
}
