import { isFree, isTalking } from "@/lib/callback/phones/availability";
import { isOffered } from "@/lib/callback/phones/call-state";
import { notify, resume, suspend } from "@/lib/callback/requests/notify";
import { reconsider } from "@/lib/callback/requests/queue";
import { about, hideRequest, isLive, isRequestScreen } from "@/lib/callback/requests/request-state";
import { closeQuestion } from "@/lib/callback/requests/screen-key";
import type { Phone } from "@/lib/callback/state/phone";
import type { CallBackRequest } from "@/lib/callback/state/request";
import type { Turn } from "@/lib/callback/state/turn";
import type { Reader } from "@/lib/callback/state/world";

/** What a phone's new availability means for its own request: rows 14, 14b and 15. */
export function settleOriginator(turn: Turn, name: string, becameFree: boolean): void {
  const phone = turn.get("phones", name);
  const request = phone?.request ? turn.get("requests", phone.request) : undefined;
  if (!phone || !isLive(request)) return;
  if (isTalking(turn, phone, request.id)) {
    if (hasTurnedAway(turn, phone, request)) turnAway(turn, phone, request);
    return;
  }
  if (!isFree(turn, phone)) return;
  const isResumed = request.state === "suspended";
  if (isResumed) resumeRequest(turn, request);
  if ((isResumed || becameFree) && request.target.kind === "local") {
    reconsider(turn, request.target.watched, request.id);
  }
}

/** A dials or answers another call than the one from its screen. */
function turnAway(turn: Turn, phone: Phone, request: CallBackRequest): void {
  switch (request.state) {
    case "ready":
    case "readyDndReject":
      suspend(turn, request, "14");
      return;
    case "readyLate":
      if (!phone.playsCallBackTone && !isRequestScreen(phone.screen)) return;
      turn.decide("14b", about(request), { number: request.target.digits });
      hideRequest(turn, phone.name);
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
function hasTurnedAway(turn: Turn, phone: Phone, { id: request }: CallBackRequest): boolean {
  const talks = (reader: Reader, call: string) => isTalking(reader, { ...phone, calls: [call] }, request);
  return phone.calls.some((call) => talks(turn, call) && !talks(turn.start, call));
}

/** Row 15: through selection, which alone knows whether B is still free and whose turn it is. */
function resumeRequest(turn: Turn, request: CallBackRequest): void {
  const active = resume(turn, request);
  if (active.target.kind === "local" && !turn.rules.resumeThroughSelection) notify(turn, active, "11");
}

/** Rows 9 and 9b: the question whether to replace goes with its call and with the old request. */
export function settleQuestion(turn: Turn, name: string): void {
  const screen = turn.get("phones", name)?.screen;
  if (screen?.kind !== "callBackAlreadyActive") return;
  if (!isLive(turn.get("requests", screen.request))) {
    closeQuestion(turn, name, "oldRequestEnded", "9b");
    return;
  }
  const call = turn.get("calls", screen.call);
  if (!call || !isOffered(call)) closeQuestion(turn, name, call ? "answered" : "callEnded");
}
