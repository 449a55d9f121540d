import type { ConfigurationChange } from "@/lib/callback/state/events";
import type { Turn } from "@/lib/callback/state/turn";
import { engineParametersKey } from "@/lib/callback/state/world";

/** Takes over one object of the configuration; it holds from the next routing or key press on. */
export function configure(turn: Turn, change: ConfigurationChange): void {
  switch (change.table) {
    case "numbers":
      turn.put("numbers", change.key, change.value);
      indexNumber(turn, change);
      return;
    case "routePatterns":
      turn.put("routePatterns", change.key, change.value);
      return;
    case "searchSpaces":
      turn.put("searchSpaces", change.key, change.value);
      return;
    case "trunks":
      turn.put("trunks", change.key, change.value);
      return;
    case "parameters":
      turn.put("parameters", engineParametersKey, change.value);
      return;
  }
}

/** Keeps the index from dialled digits to numbers. */
function indexNumber(
  turn: Turn,
  { key, pattern, partition, value }: Extract<ConfigurationChange, { table: "numbers" }>,
): void {
  const others = (turn.get("extensions", pattern)?.entries ?? []).filter(({ number }) => number !== key);
  const entries = value ? [...others, { partition, number: key }] : others;
  turn.put("extensions", pattern, entries.length === 0 ? null : { pattern, entries });
}
