import type { RunningLine } from "@/lib/callback/state/phone";
import type { Turn } from "@/lib/callback/state/turn";

/** Keeps the books of which phones have a line, after the phone `name` changed what it runs. */
export function moveLines(
  turn: Turn,
  name: string,
  from: readonly RunningLine[],
  to: readonly RunningLine[],
): void {
  for (const { number } of from) {
    const phones = (turn.get("lines", number)?.phones ?? []).filter((phone) => phone !== name);
    turn.put("lines", number, phones.length === 0 ? null : { number, phones });
  }
  for (const { number } of to) {
    const others = (turn.get("lines", number)?.phones ?? []).filter((phone) => phone !== name);
    turn.put("lines", number, { number, phones: [...others, name] });
  }
}
