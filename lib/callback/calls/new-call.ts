import { makeRoom, turnTo } from "@/lib/callback/calls/make-room";
import { addCall, callsOnLine } from "@/lib/callback/phones/phone-calls";
import type { Call, CallPurpose } from "@/lib/callback/state/call";
import type { Phone, RunningLine } from "@/lib/callback/state/phone";
import type { Turn } from "@/lib/callback/state/turn";

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

function hasRoom(turn: Turn, phone: Phone, line: RunningLine): boolean {
  const number = turn.get("numbers", line.number);
  const limit = number?.kind === "directoryNumber" ? number.maxCalls : fallbackMaxCalls;
  return callsOnLine(turn, phone, line.number) < limit;
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
export function startCall(turn: Turn, name: string, options: NewCall = {}): Call | null {
  const idle = turn.get("phones", name);
  const line = idle && (options.line ?? lineWithIndex(idle));
  if (!line) return null;
  if (!hasRoom(turn, idle, line)) return null;
  makeRoom(turn, name, null);
  const call: Call = {
    id: turn.newId(),
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
  turn.put("calls", call.id, call);
  addCall(turn, name, call.id, true);
  turnTo(turn, name, call.id);
  return call;
}
