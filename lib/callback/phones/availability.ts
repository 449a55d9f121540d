import { callsOf, sideOf } from "@/lib/callback/calls/sides";
import type { Call } from "@/lib/callback/world/call";
import type { Phone } from "@/lib/callback/world/phone";
import type { Reader } from "@/lib/callback/world/world";

/** SIP 7940 and 7960: only their own INVITEs and what follows are seen [IN-03]. */
export function isOldSip({ protocol, model }: Pick<Phone, "protocol" | "model">): boolean {
  return protocol === "SIP" && (model === "Cisco 7940" || model === "Cisco 7960");
}

/** True when Do Not Disturb refuses calls; a silenced ringer does not count [IN-04]. */
export function isDndReject({ dnd }: Pick<Phone, "dnd">): boolean {
  return dnd.status && dnd.option === "Call Reject";
}

/** A call that the phone has dialled, answered or holds. */
function isUse(call: Call, phone: Phone): boolean {
  return sideOf(call, phone.name) !== "rung" && call.phase !== "collecting";
}

/** True when the phone has dialled, answered or holds a call; dial tone alone does not count (row 14). */
export function isTalking(reader: Reader, phone: Phone, exceptRequest: string | null = null): boolean {
  return callsOf(reader, phone).some(
    (call) => isUse(call, phone) && (exceptRequest === null || call.request !== exceptRequest),
  );
}

/** In use: off hook, or with a call that it dialled, answered or holds. Being rung is not use. */
export function isInUse(reader: Reader, phone: Phone): boolean {
  if (phone.hook === "off" && !isOldSip(phone)) return true;
  return isTalking(reader, phone);
}

/** Free: registered, on hook, without any call; a phone that is being rung is neither free nor in use. */
export function isFree(reader: Reader, phone: Phone): boolean {
  if (phone.registration !== "registered" || !phone.isKnownIdle) return false;
  if (!isOldSip(phone)) return phone.hook === "on" && phone.calls.length === 0;
  return callsOf(reader, phone).every(({ phase }) => phase === "collecting");
}

/** How a line stands with respect to call back: design, "When is B free?". */
export interface LineStatus {
  readonly isRegistered: boolean;
  /** At least one of its phones is in use. */
  readonly isInUse: boolean;
  /** Every registered phone is free, and at least one lets calls through. */
  readonly isFree: boolean;
  /** Every registered phone is free. */
  readonly isIdle: boolean;
  /** Every registered phone refuses calls. */
  readonly isDndReject: boolean;
}

const absent: LineStatus = {
  isRegistered: false,
  isInUse: false,
  isFree: false,
  isIdle: false,
  isDndReject: false,
};

/** The status of a line over all its registered phones; without one it is nothing at all. */
export function lineStatus(reader: Reader, number: string): LineStatus {
  const names = reader.get("lines", number)?.phones ?? [];
  let registered = 0;
  let inUse = 0;
  let free = 0;
  let rejecting = 0;
  for (const name of names) {
    const phone = reader.get("phones", name);
    if (phone?.registration !== "registered") continue;
    registered++;
    if (isInUse(reader, phone)) inUse++;
    if (isFree(reader, phone)) free++;
    if (isDndReject(phone)) rejecting++;
  }
  if (registered === 0) return absent;
  const isDnd = rejecting === registered;
  const isIdle = free === registered;
  return { isRegistered: true, isInUse: inUse > 0, isFree: isIdle && !isDnd, isIdle, isDndReject: isDnd };
}
