import { startCall } from "@/lib/callback/calls/new-call";
import { releaseCall } from "@/lib/callback/calls/release";
import { forwards } from "@/lib/callback/calls/route-call";
import type { Call } from "@/lib/callback/state/call";
import type { NumberKey } from "@/lib/callback/state/dial-plan";
import type { StepContext } from "@/lib/callback/state/step-context";
import type { ForwardTarget } from "@/lib/configuration/directory-number";

const nowhere: ForwardTarget = { destination: null, voiceMail: false };

/** Forwards all calls of a number from now on; the saved configuration has to follow. */
export function setForwardAll(context: StepContext, line: NumberKey, target: ForwardTarget): void {
  const number = context.get("numbers", line);
  if (number?.kind !== "directoryNumber") return;
  context.put("numbers", line, { ...number, forward: { ...number.forward, all: target } });
  context.emit({ kind: "saveForwardAll", number: line, target });
}

/** The digits that were collected with CFwdAll are where all calls of the line go from now on; the phone is idle again. */
export function takeForwardDestination(
  context: StepContext,
  call: Call,
  line: NumberKey,
  digits: string,
): void {
  context.clearTimer("interDigit", call.id);
  setForwardAll(context, line, { destination: digits, voiceMail: false });
  releaseCall(context, call);
}

/** True while digits of a destination are collected for CFwdAll. */
export function collectsForwardDestination(call: Call | undefined): boolean {
  return call?.phase === "collecting" && call.purpose === "forwardAll";
}

/**
 * The key CFwdAll: cancels forwarding that is set, else collects the digits to forward to. Pressed once more it takes
 * the digits that are there, or gives up without any.
 * @returns false when the phone has no room for it
 */
export function pressForwardAll(context: StepContext, name: string): boolean {
  const selected = context.get("phones", name)?.selected;
  const call = selected ? context.get("calls", selected) : undefined;
  if (call?.caller.kind === "phone" && collectsForwardDestination(call)) {
    if (call.digits === "") releaseCall(context, call);
    else takeForwardDestination(context, call, call.caller.line, call.digits);
    return true;
  }
  const line = context.get("phones", name)?.running.lines[0];
  const number = line && context.get("numbers", line.number);
  if (!line || number?.kind !== "directoryNumber") return false;
  if (forwards(number.forward.all)) {
    setForwardAll(context, line.number, nowhere);
    return true;
  }
  return startCall(context, name, { purpose: "forwardAll" }) !== null;
}
