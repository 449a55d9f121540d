import type { RunningLine } from "@/lib/callback/state/phone";
import type { StepContext } from "@/lib/callback/state/step-context";

/** Keeps the books of which phones have a line, after the phone `name` changed what it runs. */
export function moveLines(
  context: StepContext,
  name: string,
  from: readonly RunningLine[],
  to: readonly RunningLine[],
): void {
  for (const { number } of from) {
    const phones = (context.get("lines", number)?.phones ?? []).filter((phone) => phone !== name);
    context.put("lines", number, phones.length === 0 ? null : { number, phones });
  }
  for (const { number } of to) {
    const others = (context.get("lines", number)?.phones ?? []).filter((phone) => phone !== name);
    context.put("lines", number, { number, phones: [...others, name] });
  }
}
