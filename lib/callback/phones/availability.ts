import { sideOf } from "@/lib/callback/phones/sides";
import type { Phone } from "@/lib/callback/state/phone";
import type { Reader } from "@/lib/callback/state/world";

/** SIP 7940 and 7960: only their own INVITEs and what follows are seen [IN-03]. */
export function isOldSip({ protocol, model }: Pick<Phone, "protocol" | "model">): boolean {
  return protocol === "SIP" && (model === "Cisco 7940" || model === "Cisco 7960");
}

/** True when Do Not Disturb refuses calls; a silenced ringer does not count [IN-04]. */
export function isDndReject({ dnd }: Pick<Phone, "dnd">): boolean {
  return dnd.status && dnd.option === "Call Reject";
}

/** What the calls of a phone say of it. */
export interface CallUse {
  /** It has dialled, answered or holds a call; dial tone alone does not count (row 14). */
  readonly isTalking: boolean;
  /** One of these is a call that it dialled: of a SIP 7940 or 7960 an INVITE of its own. */
  readonly hasDialled: boolean;
  /** It has a call that is more than dial tone, be it one that rings it. */
  readonly hasCall: boolean;
}

/** Looks at the calls of a phone, without those dialled from the screen of this request. */
export function callUse(reader: Reader, phone: Phone, exceptRequest: string | null = null): CallUse {
  let isTalking = false;
  let hasDialled = false;
  let hasCall = false;
  for (const id of phone.calls) {
    const call = reader.get("calls", id);
    if (!call || call.phase === "collecting") continue;
    hasCall = true;
    if (exceptRequest !== null && call.request === exceptRequest) continue;
    const side = sideOf(call, phone.name);
    if (side !== "rung") isTalking = true;
    if (side === "caller") hasDialled = true;
  }
  return { isTalking, hasDialled, hasCall };
}

/** True when the phone has dialled, answered or holds a call. */
export function isTalking(reader: Reader, phone: Phone, exceptRequest: string | null = null): boolean {
  return callUse(reader, phone, exceptRequest).isTalking;
}

/** In use: off hook, or with a call that it dialled, answered or holds. Being rung is not use. */
export function isInUse(reader: Reader, phone: Phone): boolean {
  return isUsed(phone, callUse(reader, phone));
}

/** The same for one whose calls have been looked at. */
export function isUsed(phone: Phone, { isTalking: talks }: CallUse): boolean {
  return talks || (phone.hook === "off" && !isOldSip(phone));
}

/** Free: registered, on hook, without any call; a phone that is being rung is neither free nor in use. */
export function isFree(reader: Reader, phone: Phone): boolean {
  if (phone.registration !== "registered" || !phone.isKnownIdle) return false;
  if (!isOldSip(phone)) return phone.hook === "on" && phone.calls.length === 0;
  return !callUse(reader, phone).hasCall;
}

/** How a line stands with respect to call back: docs/engine.md, "When is B free?". */
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

/** Every registered phone of the line refuses calls; when none is registered, every one that may come back. */
export function isLineRefusing(reader: Reader, number: string): boolean {
  const phones = (reader.get("lines", number)?.phones ?? []).flatMap(
    (name) => reader.get("phones", name) ?? [],
  );
  const registered = phones.filter(({ registration }) => registration === "registered");
  const asked = registered.length > 0 ? registered : phones;
  return asked.length > 0 && asked.every(isDndReject);
}
