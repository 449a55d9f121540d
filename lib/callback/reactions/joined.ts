import { endRequest } from "@/lib/callback/requests/end-request";
import { waitersOf } from "@/lib/callback/requests/queue";
import { isLive } from "@/lib/callback/requests/request-state";
import { endServed } from "@/lib/callback/requests/served";
import type { Call, CallEnd } from "@/lib/callback/state/call";
import type { CallBackRequest } from "@/lib/callback/state/request";
import type { StepContext } from "@/lib/callback/state/step-context";

/** The two who talk to each other, neither of them on hold; null while nobody does. */
function joined(call: Call | undefined): readonly [CallEnd, CallEnd] | null {
  if (call?.phase !== "connected" || !call.callee || call.heldBy.length > 0) return null;
  return [call.caller, call.callee];
}

/** Which phone, or which number of another cluster, an end is. */
function nameOf(end: CallEnd): string {
  switch (end.kind) {
    case "phone":
      return JSON.stringify([end.phone, end.line]);
    case "remote":
      return JSON.stringify([end.cluster, end.number, "remote"]);
    case "voiceMail":
      return "voiceMail";
  }
}

/**
 * Row 29: A and B talk, whoever called and however they came together: by an answer, by a transfer, or because a held call
 * is resumed. What A waited for has happened, and no notification may come later.
 */
export function settleJoined(context: StepContext, before: Call | undefined, after: Call | undefined): void {
  const [was, are] = [joined(before), joined(after)];
  if (!are || (was && was.map(nameOf).join() === are.map(nameOf).join())) return;
  const [one, other] = are;
  endOwn(context, one, other);
  endOwn(context, other, one);
  endServedFor(context, one, other);
  endServedFor(context, other, one);
}

/** The request of A's phone, and the one that is to replace it. */
function endOwn(context: StepContext, a: CallEnd, b: CallEnd): void {
  const phone = a.kind === "phone" ? context.get("phones", a.phone) : undefined;
  for (const id of [phone?.request, phone?.replacement]) {
    const request = id ? context.get("requests", id) : undefined;
    if (isLive(request) && isTarget(b, request)) endRequest(context, request, "completed", "joinedOtherwise");
  }
}

function isTarget(b: CallEnd, { target }: CallBackRequest): boolean {
  if (target.kind === "local") return b.kind === "phone" && b.line === target.watched;
  return b.kind === "remote" && b.cluster === target.cluster && b.number === target.digits;
}

/** A request of another cluster: its A is known by cluster and number, and hears from here that it is over. */
function endServedFor(context: StepContext, a: CallEnd, b: CallEnd): void {
  if (a.kind !== "remote" || b.kind !== "phone") return;
  // A copy: the queue shrinks while it is walked.
  for (const { id } of [...waitersOf(context, b.line)]) {
    const served = context.get("served", id);
    if (served?.cluster === a.cluster && served.caller.number === a.number)
      endServed(context, served, "joinedOtherwise");
  }
}
