import { findDestination, scopeOfCaller } from "@/lib/callback/calls/find-destination";
import { forwards } from "@/lib/callback/calls/route-call";
import { isDndReject, isFree } from "@/lib/callback/phones/availability";
import { lineLimitsOf } from "@/lib/callback/phones/line-limits";
import { passesCharacterRule } from "@/lib/callback/requests/refusal";
import type { Phone, RunningLine } from "@/lib/callback/state/phone";
import { engineParametersKey, type Reader } from "@/lib/callback/state/world";
import { callBackFeature } from "@/lib/catalog/button-features";

/** A phone with the number by which the other one of the pair calls it. */
export interface PairedPhone {
  readonly phone: string;
  readonly directoryNumber: string;
}

/** Two phones with which call back can be tried at once. */
export interface Pair {
  readonly originator: PairedPhone;
  readonly target: PairedPhone;
}

/** True when its user can press CallBack while the other phone is busy [OV-03, PR-08]. */
function hasCallBackKey({ running }: Phone): boolean {
  return (
    running.softkeys["Ring Out"].includes("CallBack") ||
    running.buttons.some(({ feature }) => feature === callBackFeature)
  );
}

interface Candidate {
  readonly name: string;
  readonly line: RunningLine;
}

/** The first line of a phone that is there, idle, and neither shares nor forwards its calls; null of any other. */
function candidateOf(reader: Reader, name: string): Candidate | null {
  const phone = reader.get("phones", name);
  const line = phone?.running.lines[0];
  if (!phone || !line || !hasCallBackKey(phone)) return null;
  if (!isFree(reader, phone) || isDndReject(phone) || phone.request !== null) return null;
  const number = reader.get("numbers", line.number);
  if (number?.kind !== "directoryNumber" || forwards(number.forward.all) || forwards(number.forward.busy))
    return null;
  // Off hook is one call: with a higher trigger the phone would ring instead of being busy.
  if (
    lineLimitsOf(number)(name).busyTrigger > 1 ||
    (reader.get("lines", line.number)?.phones ?? []).length > 1
  )
    return null;
  const rule = reader.get("parameters", engineParametersKey)?.characterRule ?? "noPoundOrAsterisk";
  const texts = [line.directoryNumber, line.displayName, number.alertingName];
  return texts.every((text) => passesCharacterRule(rule, text)) ? { name, line } : null;
}

function reaches(reader: Reader, from: Candidate, to: Candidate): boolean {
  const scope = scopeOfCaller(reader, { phone: from.name, line: from.line.number });
  const destination = findDestination(reader, to.line.directoryNumber, scope);
  return destination.kind === "number" && destination.number === to.line.number;
}

/**
 * The first two of some phones that have CallBack, are idle, and can call each other; null when there are none, or the
 * cluster has call back switched off.
 */
export function findPair(reader: Reader, names: readonly string[]): Pair | null {
  if (reader.get("parameters", engineParametersKey)?.isEnabled === false) return null;
  const before: Candidate[] = [];
  for (const name of names) {
    const candidate = candidateOf(reader, name);
    if (!candidate) continue;
    const other = before.find((one) => reaches(reader, one, candidate) && reaches(reader, candidate, one));
    if (other) return { originator: paired(other), target: paired(candidate) };
    before.push(candidate);
  }
  return null;
}

function paired({ name, line }: Candidate): PairedPhone {
  return { phone: name, directoryNumber: line.directoryNumber };
}
