import { makeRoom, turnTo } from "@/lib/callback/calls/make-room";
import { stopRinging } from "@/lib/callback/calls/release";
import { updateCall } from "@/lib/callback/phones/phone-calls";
import { callsOf, sideOf } from "@/lib/callback/phones/sides";
import type { Call, CallEnd } from "@/lib/callback/state/call";
import type { StepContext } from "@/lib/callback/state/step-context";

function connect(context: StepContext, call: Call, callee: CallEnd): void {
  const { caller } = updateCall(context, call, { phase: "connected", callee });
  if (caller.kind === "remote") {
    const message = { kind: "callAnswered", call: call.id } as const;
    context.emit({ kind: "sendTrunkMessage", cluster: caller.cluster, message });
  }
}

/** The first call that rings the phone, or null. */
export function ringingCall(context: StepContext, name: string): Call | null {
  const phone = context.get("phones", name);
  if (!phone) return null;
  const selected = phone.selected === null ? undefined : context.get("calls", phone.selected);
  if (selected && sideOf(selected, name) === "rung") return selected;
  return callsOf(context, phone).find((call) => sideOf(call, name) === "rung") ?? null;
}

/** The phone answers a call that rings it; what it was doing makes room, other phones stop ringing. */
export function answerCall(context: StepContext, name: string, call: Call): void {
  const line = context.get("phones", name)?.running.lines.find(({ number }) => number === call.reached);
  makeRoom(context, name, call.id);
  const silent = stopRinging(context, call, name);
  const number = line?.directoryNumber ?? "";
  connect(context, silent, { kind: "phone", phone: name, line: call.reached ?? "", number });
  turnTo(context, name, call.id);
}

/** Voice mail answers after it has let the call ring. */
export function voiceMailAnswers(context: StepContext, call: Call): void {
  const { caller, request } = call;
  context.decide(
    "voiceMailAnswers",
    { phone: caller.kind === "phone" ? caller.phone : null, request },
    { digits: call.digits, forwardAll: call.goesToVoiceMail },
  );
  connect(context, call, { kind: "voiceMail" });
}
