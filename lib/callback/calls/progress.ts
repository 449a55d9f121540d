import { releaseCall } from "@/lib/callback/calls/release";
import { updateCall } from "@/lib/callback/phones/phone-calls";
import { type Call, modeOf, type ReorderCause } from "@/lib/callback/state/call";
import type { StepContext } from "@/lib/callback/state/step-context";

/** A tone that the caller hears while nobody has answered. */
export type Progress = "ringing" | "busy" | "fastBusy" | "reorder";

/**
 * The caller hears the tone. A caller in another cluster is told over the trunk; there the call is over for this
 * cluster unless something rings.
 */
export function setProgress(
  context: StepContext,
  call: Call,
  phase: Progress,
  fields: Partial<Call> & { readonly cause?: ReorderCause | null } = {},
): void {
  const changed = updateCall(context, call, { ...fields, phase });
  const { caller } = changed;
  if (caller.kind !== "remote") return;
  const reached = changed.reached === null ? undefined : context.get("numbers", changed.reached);
  context.emit({
    kind: "sendTrunkMessage",
    cluster: caller.cluster,
    message: {
      kind: "callProgress",
      call: call.id,
      phase,
      cause: changed.cause,
      name: reached?.kind === "directoryNumber" ? reached.alertingName : "",
      goesToVoiceMail: changed.goesToVoiceMail,
      mode: modeOf(changed),
    },
  });
  if (phase !== "ringing") releaseCall(context, changed, false);
}
