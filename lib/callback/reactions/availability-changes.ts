import { digitsOf } from "@/lib/callback/calls/digits-of";
import {
  callUse,
  isDndReject,
  isFree,
  isOldSip,
  isUsed,
  lineStatus,
} from "@/lib/callback/phones/availability";
import { updatePhone } from "@/lib/callback/phones/phone-calls";
import { isCycling, updateWatch } from "@/lib/callback/requests/queue";
import type { Phone } from "@/lib/callback/state/phone";
import type { StepContext } from "@/lib/callback/state/step-context";
import type { Reader } from "@/lib/callback/state/world";

/** How a phone stands, as far as call back can notice. */
interface Standing {
  readonly isRegistered: boolean;
  readonly isInUse: boolean;
  readonly isCycling: boolean;
  readonly isTalking: boolean;
  readonly isFree: boolean;
  readonly isDndReject: boolean;
}

const gone: Standing = {
  isRegistered: false,
  isInUse: false,
  isCycling: false,
  isTalking: false,
  isFree: false,
  isDndReject: false,
};

function standingOf(reader: Reader, phone: Phone | undefined): Standing {
  if (phone?.registration !== "registered") return gone;
  const use = callUse(reader, phone);
  return {
    isRegistered: true,
    isInUse: isUsed(phone, use),
    isCycling: isCycling(phone, use),
    isTalking: use.isTalking,
    isFree: isFree(reader, phone),
    isDndReject: isDndReject(phone),
  };
}

/** What a step did to a phone's availability. */
export interface AvailabilityChange {
  readonly phone: string;
  /** The watched lines that it had or has. */
  readonly watched: readonly string[];
  readonly beganUse: boolean;
  readonly becameFree: boolean;
  /** It became free after a use: a cycle. */
  readonly completedCycle: boolean;
  /** It lost its registration while it was neither in use nor free. */
  readonly wasLostWhileRung: boolean;
  readonly lineMayHaveChanged: boolean;
}

function watchedLines(context: StepContext, before: Phone | undefined, after: Phone | undefined): string[] {
  const numbers: string[] = [];
  const add = (phone: Phone | undefined) => {
    for (const { number } of phone?.running.lines ?? []) {
      if (!numbers.includes(number) && context.get("watches", number)) numbers.push(number);
    }
  };
  add(after);
  if (before?.running !== after?.running) add(before);
  return numbers;
}

/** Nothing that availability depends on was written: a screen, a tone or a prompt. */
function isUntouched(context: StepContext, before: Phone | undefined, after: Phone | undefined): boolean {
  if (!before || !after) return false;
  return (
    before.calls === after.calls &&
    before.hook === after.hook &&
    before.registration === after.registration &&
    before.dnd === after.dnd &&
    before.running === after.running &&
    after.calls.every((id) => context.get("calls", id) === context.start.get("calls", id))
  );
}

/** Remembers on the phone what its future availability depends on: uses, and what is known of a SIP 7940 or 7960. */
function remember(context: StepContext, phone: Phone, was: Standing, is: Standing): Standing {
  const used = is.isRegistered && (phone.used || is.isCycling);
  const isUnknown = is.isTalking && !was.isTalking && !is.isCycling;
  const isKnownIdle = !isOldSip(phone) || is.isCycling || (phone.isKnownIdle && !isUnknown);
  if (used === phone.used && isKnownIdle === phone.isKnownIdle) return is;
  updatePhone(context, phone.name, { used, isKnownIdle });
  return standingOf(context, context.get("phones", phone.name));
}

/**
 * Compares a phone that the step has written with what it was, and keeps the books of the watches of its lines.
 * @returns null when nothing of it has to do with availability
 */
export function changeOf(context: StepContext, name: string): AvailabilityChange | null {
  const before = context.start.get("phones", name);
  const phone = context.get("phones", name);
  if (isUntouched(context, before, phone)) return null;
  const was = standingOf(context.start, before);
  const is = phone ? remember(context, phone, was, standingOf(context, phone)) : gone;
  const watched = watchedLines(context, before, phone);
  const completedCycle = is.isFree && context.get("phones", name)?.used === true;
  if (completedCycle) updatePhone(context, name, { used: false });
  for (const number of watched) {
    if (is.isCycling && !was.isCycling) beginUse(context, number);
    if (completedCycle) endUse(context, name, number);
  }
  return {
    phone: name,
    watched,
    beganUse: is.isInUse && !was.isInUse,
    becameFree: is.isFree && !was.isFree,
    completedCycle,
    wasLostWhileRung: was.isRegistered && !is.isRegistered && !was.isInUse && !was.isFree,
    lineMayHaveChanged:
      is.isRegistered !== was.isRegistered ||
      is.isFree !== was.isFree ||
      is.isInUse !== was.isInUse ||
      is.isDndReject !== was.isDndReject ||
      before?.running !== phone?.running,
  };
}

function beginUse(context: StepContext, number: string): void {
  const watch = context.get("watches", number);
  if (watch) updateWatch(context, number, { usesBegun: watch.usesBegun + 1, cycledUnderDndReject: false });
}

function endUse(context: StepContext, phone: string, number: string): void {
  const watch = context.get("watches", number);
  if (!watch) return;
  context.decide("cycle", { phone }, { number: digitsOf(context, number), uses: watch.usesBegun });
  updateWatch(context, number, {
    usesEnded: watch.usesBegun,
    cycledUnderDndReject: lineStatus(context, number).isDndReject,
  });
}
