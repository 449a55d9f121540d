import { findDestination } from "@/lib/callback/calls/find-destination";
import { setProgress } from "@/lib/callback/calls/progress";
import { farCluster, releaseCall } from "@/lib/callback/calls/release";
import { routeCall } from "@/lib/callback/calls/route-call";
import { updateCall } from "@/lib/callback/phones/phone-calls";
import { takeLine } from "@/lib/callback/requests/line-holder";
import { callServed, keepWaiting, servedId } from "@/lib/callback/requests/served";
import type { Call } from "@/lib/callback/state/call";
import type { StepContext } from "@/lib/callback/state/step-context";
import type { CallMessage } from "@/lib/callback/state/trunk-messages";

type Setup = Extract<CallMessage, { kind: "callSetup" }>;
type Progress = Extract<CallMessage, { kind: "callProgress" }>;

/** A message about a call over a trunk. One about a call that is over changes nothing. */
export function receiveCallMessage(context: StepContext, from: string, message: CallMessage): void {
  if (message.kind === "callSetup") {
    receiveSetup(context, from, message);
    return;
  }
  const call = context.get("calls", message.call);
  if (!call || farCluster(call) !== from) return;
  switch (message.kind) {
    case "callProgress":
      receiveProgress(context, call, message);
      return;
    case "callAnswered":
      receiveAnswer(context, call);
      return;
    case "callReleased":
      releaseCall(context, call, false);
      return;
  }
}

function receiveSetup(context: StepContext, from: string, setup: Setup): void {
  if (context.get("calls", setup.call)) return;
  const destination = findDestination(context, setup.to, "everywhere");
  const call: Call = {
    id: setup.call,
    caller: { kind: "remote", cluster: from, trunk: setup.trunk ?? null, ...setup.from },
    callee: null,
    phase: "proceeding",
    purpose: "talk",
    consultationFor: null,
    digits: setup.to,
    isVideo: setup.isVideo,
    destination,
    reached: null,
    ringing: [],
    cause: null,
    hops: 0,
    goesToVoiceMail: false,
    heldBy: [],
    request: setup.request === null ? null : servedId(from, setup.request),
    overridesForwarding: setup.overridesForwarding,
    outbound: null,
    farName: setup.from.name,
  };
  context.put("calls", call.id, call);
  const served = call.request === null ? undefined : context.get("served", call.request);
  const hasLine = !served || takeLine(context, served.watched, served.id);
  if (served) callServed(context, served);
  if (hasLine) routeCall(context, call, destination);
  else setProgress(context, call, "busy");
  const failed = served && !context.get("calls", call.id) ? context.get("served", served.id) : undefined;
  if (failed) keepWaiting(context, failed, "callFailed", true);
}

function receiveProgress(context: StepContext, call: Call, progress: Progress): void {
  if (call.phase !== "proceeding" && call.phase !== "ringing") return;
  const { phase, cause, name, goesToVoiceMail, mode } = progress;
  // A number of this cluster that forwarded the call over the trunk is the one that a call back waits for.
  const isFarNumber = call.destination?.kind === "trunk" && mode !== undefined;
  updateCall(context, call, {
    phase,
    cause,
    farName: name,
    goesToVoiceMail,
    ...(isFarNumber ? { mode } : {}),
  });
}

function receiveAnswer(context: StepContext, call: Call): void {
  if (call.phase === "connected" || call.outbound === null) return;
  // Calls of earlier versions do not say where they were sent when somebody had forwarded them.
  const { cluster, trunk, digits = call.digits } = call.outbound;
  const callee = { kind: "remote", cluster, trunk, number: digits, name: call.farName } as const;
  updateCall(context, call, { phase: "connected", callee });
}
