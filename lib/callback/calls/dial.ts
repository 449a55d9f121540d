import { findDestination, scopeOfLine } from "@/lib/callback/calls/find-destination";
import { takeForwardDestination } from "@/lib/callback/calls/forward-all";
import { forwardPause, interDigitTime, lineWithIndex, startCall } from "@/lib/callback/calls/new-call";
import { releaseCall } from "@/lib/callback/calls/release";
import { routeCall } from "@/lib/callback/calls/route-call";
import { updateCall, updatePhone } from "@/lib/callback/phones/phone-calls";
import type { Call } from "@/lib/callback/state/call";
import type { NumberKey } from "@/lib/callback/state/dial-plan";
import type { Turn } from "@/lib/callback/state/turn";
import { phoneModel } from "@/lib/catalog/phone-models";

/** A phone of another cluster is named after it, `Busan:5001`, and can do video. */
export function canVideo(model: string): boolean {
  return phoneModel(model)?.supportsVideo ?? false;
}

/** Sends what has been dialled: routes the call, or sets the forwarding for which digits were collected. */
export function sendDigits(turn: Turn, call: Call, digits: string, isVideo = false): void {
  turn.clearTimer("interDigit", call.id);
  if (call.caller.kind !== "phone") return;
  const { phone: name, line } = call.caller;
  if (call.purpose === "forwardAll") {
    takeForwardDestination(turn, call, line, digits);
    return;
  }
  updatePhone(turn, name, { lastDialled: digits });
  const destination = findDestination(turn, digits, scopeOfLine(turn, line));
  const model = turn.get("phones", name)?.model ?? "";
  const dialled = updateCall(turn, call, { digits, destination, isVideo: isVideo && canVideo(model) });
  routeCall(turn, dialled, destination);
}

/** The call that collects digits on the phone now. */
export function collectingCall(turn: Turn, name: string): Call | null {
  const selected = turn.get("phones", name)?.selected;
  const call = selected ? turn.get("calls", selected) : undefined;
  return call?.phase === "collecting" ? call : null;
}

/**
 * All digits at once; goes off hook if needed.
 * @returns false when the phone has no such line or no more calls fit on it
 */
export function dial(turn: Turn, name: string, digits: string, index?: number, isVideo = false): boolean {
  const phone = turn.get("phones", name);
  if (!phone) return false;
  const line = index === undefined ? undefined : lineWithIndex(phone, index);
  if (index !== undefined && !line) return false;
  const collecting = collectingCall(turn, name);
  const isOnLine = !line || (collecting?.caller.kind === "phone" && collecting.caller.line === line.number);
  const call = collecting && isOnLine ? collecting : startCall(turn, name, { line });
  if (!call) return false;
  sendDigits(turn, call, call.digits + digits, isVideo);
  return true;
}

/**
 * A call dialled for the person from a screen of call back; dial tone that is there gives way to it.
 * @returns the call on its way, or null when no more calls fit on the line
 */
export function dialFromScreen(
  turn: Turn,
  name: string,
  to: {
    readonly digits: string;
    readonly line: NumberKey;
    readonly request: string;
    readonly overrides: boolean;
  },
): Call | null {
  const collecting = collectingCall(turn, name);
  if (collecting) releaseCall(turn, collecting);
  const phone = turn.get("phones", name);
  const line = phone?.running.lines.find(({ number }) => number === to.line);
  const call = startCall(turn, name, { line });
  return call && updateCall(turn, call, { request: to.request, overridesForwarding: to.overrides });
}

/**
 * One key of the key pad: a number that is complete is sent at once, else after a pause; a destination to forward to also
 * with `#`.
 */
export function pressDigit(turn: Turn, name: string, digit: string): void {
  const call = collectingCall(turn, name) ?? (isIdle(turn, name) ? startCall(turn, name) : null);
  if (call?.caller.kind !== "phone") return;
  const isForwarding = call.purpose === "forwardAll";
  if (isForwarding && digit === "#" && call.digits !== "") {
    sendDigits(turn, call, call.digits);
    return;
  }
  const digits = call.digits + digit;
  const { kind } = findDestination(turn, digits, scopeOfLine(turn, call.caller.line));
  const collected = updateCall(turn, call, { digits });
  if (kind !== "nowhere") {
    sendDigits(turn, collected, digits);
    return;
  }
  turn.setTimer("interDigit", call.id, isForwarding ? forwardPause : interDigitTime);
}

function isIdle(turn: Turn, name: string): boolean {
  return turn.get("phones", name)?.selected === null;
}

/** The key `<<`: takes the last digit back. */
export function eraseDigit(turn: Turn, name: string): void {
  const call = collectingCall(turn, name);
  if (!call) return;
  updateCall(turn, call, { digits: call.digits.slice(0, -1) });
  turn.clearTimer("interDigit", call.id);
}
