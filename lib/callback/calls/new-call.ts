import { makeRoom, turnTo } from "@/lib/callback/calls/make-room";
import { lineLimitsOf } from "@/lib/callback/phones/line-limits";
import { addCall, callsOnLine } from "@/lib/callback/phones/phone-calls";
import type { Call, CallPurpose } from "@/lib/callback/state/call";
import type { Phone, RunningLine } from "@/lib/callback/state/phone";
import type { StepContext } from "@/lib/callback/state/step-context";

/** How long the phone waits for another digit before it dials what it has. */
export const interDigitTime = 15_000;

/** The same of digits to forward to, of which nobody waits for an answer (our decision). */
export const forwardPause = 5_000;

const fallbackMaxCalls = 2;

/** The line with the index, the first one when it is not said; undefined when the phone lacks it. */
export function lineWithIndex(phone: Phone, index?: number): RunningLine | undefined {
  if (index !== undefined) return phone.running.lines.find((line) => line.index === index);
  return phone.running.lines[0];
}

function hasRoom(context: StepContext, phone: Phone, line: RunningLine): boolean {
  const number = context.get("numbers", line.number);
  const limit =
    number?.kind === "directoryNumber" ? lineLimitsOf(number)(phone.name).maxCalls : fallbackMaxCalls;
  return callsOnLine(context, phone, line.number) < limit;
}

interface NewCall {
  readonly purpose?: CallPurpose;
  readonly consultationFor?: string;
  readonly line?: RunningLine | undefined;
}

/**
 * The phone goes off hook and gets dial tone.
 * @returns the call, or null when the phone has no line or no more calls fit on it
 */
export function startCall(context: StepContext, name: string, options: NewCall = {}): Call | null {
  const idle = context.get("phones", name);
  const line = idle && (options.line ?? lineWithIndex(idle));
  if (!line) return null;
  if (!hasRoom(context, idle, line)) return null;
  makeRoom(context, name, null);
  const call: Call = {
    id: context.newId(),
    caller: { kind: "phone", phone: name, line: line.number, number: line.directoryNumber },
    callee: null,
    phase: "collecting",
    purpose: options.purpose ?? "talk",
    consultationFor: options.consultationFor ?? null,
    digits: "",
    isVideo: false,
    destination: null,
    reached: null,
    ringing: [],
    cause: null,
    hops: 0,
    goesToVoiceMail: false,
    heldBy: [],
    request: null,
    overridesForwarding: false,
    outbound: null,
    farName: "",
  };
  context.put("calls", call.id, call);
  addCall(context, name, call.id, true);
  turnTo(context, name, call.id);
  return call;
}
