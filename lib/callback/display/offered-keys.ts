import { callStateOf } from "@/lib/callback/phones/call-state";
import { callsOf } from "@/lib/callback/phones/sides";
import type { Phone } from "@/lib/callback/state/phone";
import type { Reader } from "@/lib/callback/state/world";
import type { CallState } from "@/lib/catalog/call-states";
import { blankSoftkey } from "@/lib/catalog/softkey-key";
import type { SoftkeyId } from "@/lib/catalog/softkeys";

/** The call state that decides the softkeys: that of the selected call, On Hook without one. */
export function callStateOfPhone(reader: Reader, phone: Phone): CallState {
  const call = phone.selected === null ? undefined : reader.get("calls", phone.selected);
  if (!call) return "On Hook";
  return phone.calls.includes(call.id) ? callStateOf(call, phone.name) : "Remote In Use";
}

/** The connected calls that other phones have on this phone's lines: Remote In Use here. */
export function remoteCalls(
  reader: Reader,
  phone: Phone,
): { readonly call: string; readonly line: number }[] {
  return phone.running.lines.flatMap(({ number, index }) => {
    const others = (reader.get("lines", number)?.phones ?? []).filter((name) => name !== phone.name);
    return others.flatMap((name) => {
      const other = reader.get("phones", name);
      if (!other) return [];
      return callsOf(reader, other)
        .filter(({ phase, caller, callee }) => {
          const own = caller.kind === "phone" && caller.phone === name ? caller : callee;
          return phase === "connected" && own?.kind === "phone" && own.line === number;
        })
        .map((call) => ({ call: call.id, line: index }));
    });
  });
}

/** The softkeys that the phone's running template lays out now, blanks included; none unless it is registered. */
export function offeredSoftkeys(reader: Reader, phone: Phone): readonly SoftkeyId[] {
  if (phone.registration !== "registered") return [];
  return phone.running.softkeys[callStateOfPhone(reader, phone)];
}

/** True when a press of the softkey is accepted now [SK-01, PR-08]. */
export function isOffered(reader: Reader, phone: Phone, softkey: SoftkeyId): boolean {
  return softkey !== blankSoftkey && offeredSoftkeys(reader, phone).includes(softkey);
}
