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
import type { StepContext } from "@/lib/callback/state/step-context";

/** A timer is due. One that is gone, or was set anew for later, does nothing. */
export function expire(context: StepContext, id: string): void {
  const timer = context.get("timers", id);
  if (!timer || timer.dueAt > context.now) return;
  context.put("timers", id, null);
  const request = context.get("requests", timer.owner);
  const served = context.get("served", timer.owner);
  if (isLive(request)) expireOfRequest(context, timer, request);
  else if (served) expireOfServed(context, timer, served);
  else expireOfOther(context, timer);
}

function expireOfRequest(context: StepContext, { kind }: Timer, request: CallBackRequest): void {
  if (kind === "T1") {
    endByFarSide(context, request, "linkLost");
    return;
  }
  if (kind === "T2") {
    endRequest(context, request, "expired", "durationExpired");
    return;
  }
  if (kind !== "T3") return;
  expireRecall(context, request);
  const { target } = request;
  if (target.kind === "local") reconsider(context, target.watched, request.id);
}

function expireOfServed(context: StepContext, { kind }: Timer, served: ServedRequest): void {
  if (kind === "T2") {
    endServed(context, served, "durationExpired");
    return;
  }
  if (kind === "T3") keepWaiting(context, served, "recallExpired", context.rules.expiredWaitsForCycle);
}

function expireOfOther(context: StepContext, { kind, owner }: Timer): void {
  const call = context.get("calls", owner);
  switch (kind) {
    case "noAnswer":
      if (call) giveUpRinging(context, stopRinging(context, call));
      return;
    case "voiceMail":
      if (call) voiceMailAnswers(context, call);
      return;
    case "interDigit":
      if (call) sendDigits(context, call, call.digits);
      return;
    case "question":
      closeQuestion(context, owner, "timeout");
      return;
    case "guard":
      updateWatch(context, owner, { guardPassed: true });
      reconsider(context, owner, null);
      return;
    case "T1":
    case "T2":
    case "T3":
      return;
  }
}
