import type { NumberKey } from "@/lib/callback/state/dial-plan";
import type { StepContext } from "@/lib/callback/state/step-context";

/** The digits of a number as people read them, for explanations; of a number that was deleted its key. */
export function digitsOf(context: StepContext, number: NumberKey): string {
  return context.get("numbers", number)?.pattern ?? number;
}
