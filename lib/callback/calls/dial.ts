import { findDestination, scopeOfCaller } from "@/lib/callback/calls/find-destination";
import { takeForwardDestination } from "@/lib/callback/calls/forward-all";
import { forwardPause, interDigitTime, lineWithIndex, startCall } from "@/lib/callback/calls/new-call";
import { releaseCall } from "@/lib/callback/calls/release";
import { routeCall } from "@/lib/callback/calls/route-call";
import { updateCall, updatePhone } from "@/lib/callback/phones/phone-calls";
import type { Call } from "@/lib/callback/state/call";
import type { NumberKey } from "@/lib/callback/state/dial-plan";
import type { StepContext } from "@/lib/callback/state/step-context";
import { phoneModel } from "@/lib/catalog/phone-models";

/** A phone of another cluster is named after it, `Busan:5001`, and can do video. */
export function canVideo(model: string): boolean {
  return phoneModel(model)?.supportsVideo ?? false;
}

/** Sends what has been dialled: routes the call, or sets the forwarding for which digits were collected. */
export function sendDigits(context: StepContext, call: Call, digits: string, isVideo = false): void {
  context.clearTimer("interDigit", call.id);
  if (call.caller.kind !== "phone") return;
  const { phone: name, line } = call.caller;
  if (call.purpose === "forwardAll") {
    takeForwardDestination(context, call, line, digits);
    return;
  }
  updatePhone(context, name, { lastDialled: digits });
  const destination = findDestination(context, digits, scopeOfCaller(context, call.caller));
  const model = context.get("phones", name)?.model ?? "";
  const dialled = updateCall(context, call, { digits, destination, isVideo: isVideo && canVideo(model) });
  routeCall(context, dialled, destination);
}

/** The call that collects digits on the phone now. */
export function collectingCall(context: StepContext, name: string): Call | null {
  const selected = context.get("phones", name)?.selected;
  const call = selected ? context.get("calls", selected) : undefined;
  return call?.phase === "collecting" ? call : null;
}

/**
 * All digits at once; goes off hook if needed.
 * @returns false when the phone has no such line or no more calls fit on it
 */
export function dial(
  context: StepContext,
  name: string,
  digits: string,
  index?: number,
  isVideo = false,
): boolean {
  const phone = context.get("phones", name);
  if (!phone) return false;
  const line = index === undefined ? undefined : lineWithIndex(phone, index);
  if (index !== undefined && !line) return false;
  const collecting = collectingCall(context, name);
  const isOnLine = !line || (collecting?.caller.kind === "phone" && collecting.caller.line === line.number);
  const call = collecting && isOnLine ? collecting : startCall(context, name, { line });
  if (!call) return false;
  sendDigits(context, call, call.digits + digits, isVideo);
  return true;
}

/**
 * A call dialled for the person from a screen of call back; dial tone that is there gives way to it.
 * @returns the call on its way, or null when no more calls fit on the line
 */
export function dialFromScreen(
  context: StepContext,
  name: string,
  to: {
    readonly digits: string;
    readonly line: NumberKey;
    readonly request: string;
    readonly overrides: boolean;
  },
): Call | null {
  const collecting = collectingCall(context, name);
  if (collecting) releaseCall(context, collecting);
  const phone = context.get("phones", name);
  const line = phone?.running.lines.find(({ number }) => number === to.line);
  const call = startCall(context, name, { line });
  return call && updateCall(context, call, { request: to.request, overridesForwarding: to.overrides });
}

/**
 * One key of the key pad: a number that is complete is sent at once, else after a pause; a destination to forward to also
 * with `#`.
 */
export function pressDigit(context: StepContext, name: string, digit: string): void {
  const call = collectingCall(context, name) ?? (isIdle(context, name) ? startCall(context, name) : null);
  if (call?.caller.kind !== "phone") return;
  const isForwarding = call.purpose === "forwardAll";
  if (isForwarding && digit === "#" && call.digits !== "") {
    sendDigits(context, call, call.digits);
    return;
  }
  const digits = call.digits + digit;
  const { kind } = findDestination(context, digits, scopeOfCaller(context, call.caller));
  const collected = updateCall(context, call, { digits });
  if (kind !== "nowhere") {
    sendDigits(context, collected, digits);
    return;
  }
  context.setTimer("interDigit", call.id, isForwarding ? forwardPause : interDigitTime);
}

function isIdle(context: StepContext, name: string): boolean {
  return context.get("phones", name)?.selected === null;
}

/** The key `<<`: takes the last digit back. */
export function eraseDigit(context: StepContext, name: string): void {
  const call = collectingCall(context, name);
  if (!call) return;
  updateCall(context, call, { digits: call.digits.slice(0, -1) });
  context.clearTimer("interDigit", call.id);
}
