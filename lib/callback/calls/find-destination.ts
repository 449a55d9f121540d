import type { Destination, ReorderCause } from "@/lib/callback/state/call";
import type { NumberKey } from "@/lib/callback/state/dial-plan";
import type { Reader } from "@/lib/callback/state/world";
import { withoutPreDot } from "@/lib/configuration/route-patterns/discard-digits";
import { fits } from "@/lib/configuration/route-patterns/match-pattern";
import { openness } from "@/lib/configuration/route-patterns/openness";
import { parsePattern } from "@/lib/configuration/route-patterns/parse-pattern";

/** The key of the partition of objects that are in none. */
const noPartition = "";

/** In which search spaces to look, one after the other; everywhere for calls that come in over a trunk or from a CTI route point. */
export type Scope = { readonly spaces: readonly string[] } | "everywhere";

/** The partitions of the search spaces in their order, those without partition last; null: all of them. */
function partitionsOf(reader: Reader, scope: Scope): readonly string[] | null {
  if (scope === "everywhere") return null;
  const partitions = scope.spaces.flatMap((space) => reader.get("searchSpaces", space)?.partitions ?? []);
  return [...partitions, noPartition];
}

function findNumber(reader: Reader, digits: string, partitions: readonly string[] | null): NumberKey | null {
  const entries = reader.get("extensions", digits)?.entries ?? [];
  const allowed = partitions ?? entries.map(({ partition }) => partition);
  for (const partition of allowed) {
    const entry = entries.find((candidate) => candidate.partition === partition);
    if (entry) return entry.number;
  }
  return null;
}

/**
 * The trunk of the closest pattern, and what goes out over it: the pattern that fits the fewest numbers of this length, the earlier
 * partition on a tie.
 */
function findTrunk(reader: Reader, digits: string, partitions: readonly string[]) {
  let best: { readonly trunk: string; readonly sent: string; readonly open: number } | null = null;
  for (const partition of partitions) {
    for (const { pattern, trunk, discardsPreDot } of reader.get("routePatterns", partition)?.patterns ?? []) {
      const parsed = parsePattern(pattern);
      if (!parsed || !fits(parsed.places, digits)) continue;
      const open = openness(parsed, digits.length);
      if (best !== null && open >= best.open) continue;
      best = { trunk, open, sent: discardsPreDot ? withoutPreDot(parsed, digits) : digits };
    }
  }
  return best;
}

function nowhere(digits: string, cause: ReorderCause): Destination {
  return { kind: "nowhere", digits, cause };
}

/** Where dialled digits lead: a number of the cluster, a trunk by the closest route pattern, or nowhere. */
export function findDestination(reader: Reader, digits: string, scope: Scope): Destination {
  const partitions = partitionsOf(reader, scope);
  const number = findNumber(reader, digits, partitions);
  if (number !== null) return { kind: "number", digits, number };
  const way = findTrunk(reader, digits, partitions ?? [noPartition]);
  if (way !== null) {
    const trunk = reader.get("trunks", way.trunk);
    if (!trunk || trunk.cluster === null) return nowhere(digits, "noRoute");
    return { kind: "trunk", digits, sent: way.sent, trunk: way.trunk, cluster: trunk.cluster };
  }
  const isElsewhere = reader.get("extensions", digits) !== undefined;
  return nowhere(digits, isElsewhere ? "outsideCallingSearchSpace" : "unknownNumber");
}

/**
 * The scope of who calls from a line of a phone: the search space of the line's directory number, then that of the phone. What
 * both lead to is found by way of the line.
 */
export function scopeOfCaller(
  reader: Reader,
  { phone, line }: { readonly phone: string; readonly line: NumberKey },
): Scope {
  const number = reader.get("numbers", line);
  const ofLine = number?.kind === "directoryNumber" ? number.searchSpace : null;
  const ofPhone = reader.get("phoneSpaces", phone)?.space ?? null;
  return { spaces: [ofLine, ofPhone].filter((space) => space !== null) };
}
