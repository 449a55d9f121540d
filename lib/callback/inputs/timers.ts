import { voiceMailAnswers } from "@/lib/callback/calls/answer";
import { sendDigits } from "@/lib/callback/calls/dial";
import { stopRinging } from "@/lib/callback/calls/release";
import { giveUpRinging } from "@/lib/callback/calls/route-call";
import { endRequest } from "@/lib/callback/requests/end-request";
import { expireRecall } from "@/lib/callback/requests/notify";
import { reconsider, updateWatch } from "@/lib/callback/requests/queue";
import { endByFarSide } from "@/lib/callback/requests/receive-request";
import { isLive } from "@/lib/callback/requests/request-state";
import { closeQuestion } from "@/lib/callback/requests/screen-key";
import { endServed, keepWaiting } from "@/lib/callback/requests/served";
import type { CallBackRequest, ServedRequest, Timer } from "@/lib/callback/state/request";
import type { Turn } from "@/lib/callback/state/turn";

/** A timer is due. One that is gone, or was set anew for later, does nothing. */
export function expire(turn: Turn, id: string): void {
  const timer = turn.get("timers", id);
  if (!timer || timer.dueAt > turn.now) return;
  turn.put("timers", id, null);
  const request = turn.get("requests", timer.owner);
  const served = turn.get("served", timer.owner);
  if (isLive(request)) expireOfRequest(turn, timer, request);
  else if (served) expireOfServed(turn, timer, served);
  else expireOfOther(turn, timer);
}

function expireOfRequest(turn: Turn, { kind }: Timer, request: CallBackRequest): void {
  if (kind === "T1") {
    endByFarSide(turn, request, "linkLost");
    return;
  }
  if (kind === "T2") {
    endRequest(turn, request, "expired", "26");
    return;
  }
  if (kind !== "T3") return;
  expireRecall(turn, request);
  const { target } = request;
  if (target.kind === "local") reconsider(turn, target.watched, request.id);
}

function expireOfServed(turn: Turn, { kind }: Timer, served: ServedRequest): void {
  if (kind === "T2") {
    endServed(turn, served, "over");
    return;
  }
  if (kind === "T3") keepWaiting(turn, served, turn.rules.expiredWaitsForCycle);
}

function expireOfOther(turn: Turn, { kind, owner }: Timer): void {
  const call = turn.get("calls", owner);
  switch (kind) {
    case "noAnswer":
      if (call) giveUpRinging(turn, stopRinging(turn, call));
      return;
    case "voiceMail":
      if (call) voiceMailAnswers(turn, call);
      return;
    case "interDigit":
      if (call) sendDigits(turn, call, call.digits);
      return;
    case "question":
      closeQuestion(turn, owner, "timeout");
      return;
    case "guard":
      updateWatch(turn, owner, { guardPassed: true });
      reconsider(turn, owner, null);
      return;
    case "T1":
    case "T2":
    case "T3":
      return;
  }
}
