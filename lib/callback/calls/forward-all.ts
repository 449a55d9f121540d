import { startCall } from "@/lib/callback/calls/new-call";
import { forwards } from "@/lib/callback/routing/route-call";
import type { Turn } from "@/lib/callback/turn";
import type { NumberKey } from "@/lib/callback/world/dial-plan";
import type { ForwardTarget } from "@/lib/configuration/directory-number";

const nowhere: ForwardTarget = { destination: null, voiceMail: false };

/** Forwards all calls of a number from now on; the saved configuration has to follow. */
export function setForwardAll(turn: Turn, line: NumberKey, target: ForwardTarget): void {
  const number = turn.get("numbers", line);
  if (number?.kind !== "directoryNumber") return;
  turn.put("numbers", line, { ...number, forward: { ...number.forward, all: target } });
  turn.emit({ kind: "saveForwardAll", number: line, target });
}

/**
 * The key CFwdAll: cancels forwarding that is set, else collects the digits to forward to.
 * @returns false when the phone has no room for it
 */
export function pressForwardAll(turn: Turn, name: string): boolean {
  const line = turn.get("phones", name)?.running.lines[0];
  const number = line && turn.get("numbers", line.number);
  if (!line || number?.kind !== "directoryNumber") return false;
  if (forwards(number.forward.all)) {
    setForwardAll(turn, line.number, nowhere);
    return true;
  }
  return startCall(turn, name, { purpose: "forwardAll" }) !== null;
}
