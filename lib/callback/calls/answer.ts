import { makeRoom, turnTo } from "@/lib/callback/calls/make-room";
import { stopRinging } from "@/lib/callback/calls/release";
import { updateCall } from "@/lib/callback/phones/phone-calls";
import { callsOf, sideOf } from "@/lib/callback/phones/sides";
import type { Call, CallEnd } from "@/lib/callback/state/call";
import type { Turn } from "@/lib/callback/state/turn";

function connect(turn: Turn, call: Call, callee: CallEnd): void {
  const { caller } = updateCall(turn, call, { phase: "connected", callee });
  if (caller.kind === "remote") {
    const message = { kind: "callAnswered", call: call.id } as const;
    turn.emit({ kind: "sendTrunkMessage", cluster: caller.cluster, message });
  }
}

/** The first call that rings the phone, or null. */
export function ringingCall(turn: Turn, name: string): Call | null {
  const phone = turn.get("phones", name);
  if (!phone) return null;
  const selected = phone.selected === null ? undefined : turn.get("calls", phone.selected);
  if (selected && sideOf(selected, name) === "rung") return selected;
  return callsOf(turn, phone).find((call) => sideOf(call, name) === "rung") ?? null;
}

/** The phone answers a call that rings it; what it was doing makes room, other phones stop ringing. */
export function answerCall(turn: Turn, name: string, call: Call): void {
  const line = turn.get("phones", name)?.running.lines.find(({ number }) => number === call.reached);
  makeRoom(turn, name, call.id);
  const silent = stopRinging(turn, call, name);
  const number = line?.directoryNumber ?? "";
  connect(turn, silent, { kind: "phone", phone: name, line: call.reached ?? "", number });
  turnTo(turn, name, call.id);
}

/** Voice mail answers after it has let the call ring. */
export function voiceMailAnswers(turn: Turn, call: Call): void {
  const { caller, request } = call;
  turn.decide(
    "voiceMailAnswers",
    { phone: caller.kind === "phone" ? caller.phone : null, request },
    { digits: call.digits, forwardAll: call.goesToVoiceMail },
  );
  connect(turn, call, { kind: "voiceMail" });
}
