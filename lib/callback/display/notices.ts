import { forwards } from "@/lib/callback/calls/route-call";
import type { Phone } from "@/lib/callback/state/phone";
import type { Reader } from "@/lib/callback/state/world";
import type { ForwardTarget } from "@/lib/configuration/directory-number";

/** What an idle phone says of itself: the key of its text in the messages, under `callBack.notice`, and what the text names. */
export type Notice =
  | { readonly key: "forwarded"; readonly destination: string }
  | { readonly key: "forwardedToVoiceMail" | "dnd" | "dndReject" }
  | { readonly key: "lineForwarded"; readonly number: string; readonly destination: string }
  | { readonly key: "lineForwardedToVoiceMail"; readonly number: string };

function forwardNotice({ destination, voiceMail }: ForwardTarget, number: string | null): Notice {
  const isToVoiceMail = voiceMail || destination === null;
  if (number === null)
    return isToVoiceMail ? { key: "forwardedToVoiceMail" } : { key: "forwarded", destination };
  return isToVoiceMail
    ? { key: "lineForwardedToVoiceMail", number }
    : { key: "lineForwarded", number, destination };
}

/** Where the lines of a phone forward all calls, and whether it is in Do Not Disturb; nothing while it has a call. */
export function noticesOf(reader: Reader, { registration, calls, running, dnd }: Phone): readonly Notice[] {
  if (registration !== "registered" || calls.length > 0) return [];
  const isAlone = running.lines.length === 1;
  const forwarded = running.lines.flatMap(({ number: key, directoryNumber }): Notice[] => {
    const number = reader.get("numbers", key);
    if (number?.kind !== "directoryNumber" || !forwards(number.forward.all)) return [];
    return [forwardNotice(number.forward.all, isAlone ? null : directoryNumber)];
  });
  const disturbed: Notice[] = dnd.status ? [{ key: dnd.option === "Call Reject" ? "dndReject" : "dnd" }] : [];
  return [...forwarded, ...disturbed];
}
