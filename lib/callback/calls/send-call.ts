import { updateCall } from "@/lib/callback/phones/phone-calls";
import type { Call, Destination } from "@/lib/callback/state/call";
import type { NumberKey } from "@/lib/callback/state/dial-plan";
import type { StepContext } from "@/lib/callback/state/step-context";
import type { FarParty } from "@/lib/callback/state/trunk-messages";

/** Number and name under which a line of a phone calls others. */
export function callerParty(context: StepContext, phone: string, line: NumberKey): FarParty {
  const own = context.get("phones", phone)?.running.lines.find(({ number }) => number === line);
  const number = context.get("numbers", line);
  const alertingName = number?.kind === "directoryNumber" ? number.alertingName : "";
  return { number: own?.directoryNumber ?? number?.pattern ?? "", name: own?.displayName || alertingName };
}

/** A call of a phone leaves over a trunk; what the far side says comes back as messages [OV-02]. */
export function sendSetup(
  context: StepContext,
  call: Call,
  { digits, sent = digits, trunk, cluster }: Extract<Destination, { kind: "trunk" }>,
): void {
  if (call.caller.kind !== "phone") return;
  const { phone, line } = call.caller;
  const name = context.get("trunks", trunk)?.name ?? trunk;
  context.decide("goesOut", { phone, request: call.request }, { trunk: name, digits });
  updateCall(context, call, { phase: "proceeding", outbound: { cluster, trunk, digits } });
  context.emit({
    kind: "sendTrunkMessage",
    cluster,
    message: {
      kind: "callSetup",
      call: call.id,
      from: callerParty(context, phone, line),
      trunk,
      to: sent,
      isVideo: call.isVideo,
      request: call.request,
      overridesForwarding: call.overridesForwarding,
    },
  });
}
