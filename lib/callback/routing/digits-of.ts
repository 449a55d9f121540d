import type { Turn } from "@/lib/callback/turn";
import type { NumberKey } from "@/lib/callback/world/dial-plan";

/** The digits of a number as people read them, for explanations; of a number that was deleted its key. */
export function digitsOf(turn: Turn, number: NumberKey): string {
  return turn.get("numbers", number)?.pattern ?? number;
}
