import type { ConfigurationChange } from "@/lib/callback/state/events";
import type { StepContext } from "@/lib/callback/state/step-context";
import { engineParametersKey } from "@/lib/callback/state/world";

/** Takes over one object of the configuration; it holds from the next routing or key press on. */
export function configure(context: StepContext, change: ConfigurationChange): void {
  switch (change.table) {
    case "numbers":
      context.put("numbers", change.key, change.value);
      indexNumber(context, change);
      return;
    case "routePatterns":
      context.put("routePatterns", change.key, change.value);
      return;
    case "searchSpaces":
      context.put("searchSpaces", change.key, change.value);
      return;
    case "phoneSpaces":
      context.put("phoneSpaces", change.key, change.value);
      return;
    case "trunks":
      context.put("trunks", change.key, change.value);
      return;
    case "parameters":
      context.put("parameters", engineParametersKey, change.value);
      return;
  }
}

/** Keeps the index from dialled digits to numbers. */
function indexNumber(
  context: StepContext,
  { key, pattern, partition, value }: Extract<ConfigurationChange, { table: "numbers" }>,
): void {
  const others = (context.get("extensions", pattern)?.entries ?? []).filter(({ number }) => number !== key);
  const entries = value ? [...others, { partition, number: key }] : others;
  context.put("extensions", pattern, entries.length === 0 ? null : { pattern, entries });
}
