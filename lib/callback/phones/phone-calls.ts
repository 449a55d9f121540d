import { callsOf, lineOf, sideOf } from "@/lib/callback/phones/sides";
import type { Call } from "@/lib/callback/state/call";
import type { Phone } from "@/lib/callback/state/phone";
import type { StepContext } from "@/lib/callback/state/step-context";

/** Changes some fields of a phone that is there. */
export function updatePhone(context: StepContext, name: string, fields: Partial<Phone>): void {
  const phone = context.get("phones", name);
  if (phone) context.put("phones", name, { ...phone, ...fields });
}

/** Changes some fields of a call. */
export function updateCall(context: StepContext, call: Call, fields: Partial<Call>): Call {
  const changed = { ...call, ...fields };
  context.put("calls", call.id, changed);
  return changed;
}

/** Gives the phone a call; it is selected when asked for or when no other is. */
export function addCall(context: StepContext, name: string, call: string, isSelected: boolean): void {
  const phone = context.get("phones", name);
  if (!phone) return;
  const current = phone.selected === null ? undefined : context.get("calls", phone.selected);
  const selected = isSelected || !current ? call : phone.selected;
  context.put("phones", name, { ...phone, calls: [...phone.calls, call], selected });
}

/**
 * Takes a call from the phone. Without another call that it takes part in, the phone goes on hook; a call that
 * still rings it goes on ringing.
 */
export function dropCall(context: StepContext, name: string, id: string): void {
  const phone = context.get("phones", name);
  if (!phone?.calls.includes(id)) return;
  const left = { ...phone, calls: phone.calls.filter((call) => call !== id) };
  const isParty = callsOf(context, left).some((call) => sideOf(call, name) !== "rung");
  const wasRung = context.get("calls", id)?.ringing.includes(name) ?? false;
  context.put("phones", name, {
    ...left,
    selected: phone.selected === id ? (left.calls.at(-1) ?? null) : phone.selected,
    hook: isParty || wasRung ? phone.hook : "on",
  });
}

/** How many calls the phone has on the line: what busy trigger and limit count. */
export function callsOnLine(context: StepContext, phone: Phone, line: string): number {
  let count = 0;
  for (const call of callsOf(context, phone)) if (lineOf(call, phone.name) === line) count++;
  return count;
}
