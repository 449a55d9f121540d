import { findDestination, scopeOfCaller } from "@/lib/callback/calls/find-destination";
import { routeEnd } from "@/lib/callback/calls/route-point-end";
import { callerParty } from "@/lib/callback/calls/send-call";
import { isSupportedTarget } from "@/lib/callback/phones/supported";
import type { Call, Destination } from "@/lib/callback/state/call";
import type { EngineParameters } from "@/lib/callback/state/parameters";
import type { Refusal } from "@/lib/callback/state/refusals";
import type { Target } from "@/lib/callback/state/request";
import type { StepContext } from "@/lib/callback/state/step-context";
import { trunkCatalogue } from "@/lib/catalog/trunk-types";
import { callBackOver } from "@/lib/configuration/trunk";

/** Whether a call can be called back: its target, or why not (row 4). */
export type Eligibility = { readonly target: Target } | { readonly refusal: Refusal };

/** True when the character rule lets a name or number pass [RS-03]. */
export function passesCharacterRule(rule: EngineParameters["characterRule"], text: string): boolean {
  return rule === "digitsAndSpacesOnly" ? /^[0-9 ]*$/.test(text) : !/[#*]/.test(text);
}

function passesAll(context: StepContext, texts: readonly string[]): boolean {
  const { characterRule } = context.parameters;
  return texts.every((text) => passesCharacterRule(characterRule, text));
}

/** Whether the phone of a call on which call back is offered may ask for it; the dial plan is looked up anew. */
export function checkEligibility(context: StepContext, call: Call): Eligibility {
  if (call.caller.kind !== "phone") return { refusal: "unknownNumber" };
  const { phone, line } = call.caller;
  const destination = findDestination(context, call.digits, scopeOfCaller(context, call.caller));
  const { number, name } = callerParty(context, phone, line);
  switch (destination.kind) {
    case "nowhere":
      return { refusal: nowhereRefusal(destination) };
    case "trunk":
      return checkTrunk(context, call, destination, [number, name, call.digits, call.farName]);
    case "number":
      return checkNumber(context, call, phone, destination, [number, name, call.digits]);
  }
}

function nowhereRefusal({ cause }: Extract<Destination, { kind: "nowhere" }>): Refusal {
  if (cause === "outsideCallingSearchSpace") return "outsideCallingSearchSpace";
  return cause === "noRoute" ? "noQsigRoute" : "unknownNumber";
}

function checkTrunk(
  context: StepContext,
  call: Call,
  { digits, sent = digits, trunk: name, cluster }: Extract<Destination, { kind: "trunk" }>,
  texts: readonly string[],
): Eligibility {
  const trunk = context.get("trunks", name);
  if (!trunk || call.cause === "unknownNumber") return { refusal: "unknownNumber" };
  const works = callBackOver(trunk);
  if (works === "never")
    return { refusal: trunkCatalogue[trunk.type].isSip ? "plainSipTrunk" : "noQsigRoute" };
  if (works === "notForVideo" && call.isVideo) return { refusal: "videoThroughCube" };
  if (call.goesToVoiceMail) return { refusal: "forwardedToVoiceMail" };
  if (!passesAll(context, texts)) return { refusal: "characterRule" };
  return { target: { kind: "remote", digits, sent, cluster } };
}

/** True when the number has phones and none of them can be the target of a call back. */
export function isUnsupported(context: StepContext, number: string): boolean {
  const phones = context.get("lines", number)?.phones ?? [];
  return (
    phones.length > 0 && !phones.some((name) => isSupportedTarget(context.get("phones", name)?.model ?? ""))
  );
}

/** True when the number is on a line of the phone itself. */
export function isOwnLine(context: StepContext, phone: string, number: string): boolean {
  return context.get("phones", phone)?.running.lines.some((line) => line.number === number) ?? false;
}

function checkNumber(
  context: StepContext,
  call: Call,
  phone: string,
  { digits, number }: Extract<Destination, { kind: "number" }>,
  texts: readonly string[],
): Eligibility {
  const end = routeEnd(context, number);
  if ("refusal" in end) return end;
  const watched = end.number;
  if (call.goesToVoiceMail || watched.forward.all.voiceMail) return { refusal: "forwardedToVoiceMail" };
  if (!passesAll(context, [...texts, watched.alertingName])) return { refusal: "characterRule" };
  if (isUnsupported(context, watched.key)) return { refusal: "unsupportedDevice" };
  if (isOwnLine(context, phone, watched.key)) return { refusal: "ownLine" };
  return { target: { kind: "local", digits, number, watched: watched.key } };
}
