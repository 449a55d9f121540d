import type { NumberKey } from "@/lib/callback/state/dial-plan";
import type { Turn } from "@/lib/callback/state/turn";

/** The digits of a number as people read them, for explanations; of a number that was deleted its key. */
export function digitsOf(turn: Turn, number: NumberKey): string {
  return turn.get("numbers", number)?.pattern ?? number;
}
