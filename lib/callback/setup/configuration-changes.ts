import type { PhoneLimits } from "@/lib/callback/state/dial-plan";
import type { ConfigurationChange } from "@/lib/callback/state/events";
import type { CallingSearchSpaceContent } from "@/lib/configuration/calling-search-space";
import type { CtiRoutePointContent } from "@/lib/configuration/cti-route-point";
import type { DirectoryNumberContent } from "@/lib/configuration/directory-number";
import { directoryNumberKey } from "@/lib/configuration/phone-lines";
import type { RoutePatternContent } from "@/lib/configuration/route-pattern";
import { nameKey } from "@/lib/configuration/text-rules";
import type { TrunkContent } from "@/lib/configuration/trunk";

/** The key of a partition; the empty text for none. */
function partitionKey(partition: string | null): string {
  return nameKey(partition ?? "");
}

/** A directory number as it is configured, with the limits of its lines. */
export function directoryNumberChange(
  content: DirectoryNumberContent,
  lineLimits: readonly PhoneLimits[] = [],
): ConfigurationChange {
  const { pattern, partition, alertingName, forward, noAnswerSeconds, busyTrigger, maxCalls } = content;
  const key = directoryNumberKey({ directoryNumber: pattern, partition });
  const searchSpace = content.callingSearchSpace === null ? null : nameKey(content.callingSearchSpace);
  return {
    table: "numbers",
    partition: partitionKey(partition),
    pattern,
    key,
    value: {
      kind: "directoryNumber",
      key,
      pattern,
      alertingName,
      forward,
      noAnswerSeconds,
      busyTrigger,
      maxCalls,
      lineLimits,
      searchSpace,
    },
  };
}

/** A CTI route point as it is configured. */
export function ctiRoutePointChange(content: CtiRoutePointContent): ConfigurationChange {
  const { directoryNumber: pattern, partition, forwardTo } = content;
  const key = directoryNumberKey(content);
  return {
    table: "numbers",
    partition: partitionKey(partition),
    pattern,
    key,
    value: { kind: "ctiRoutePoint", key, pattern, forwardTo },
  };
}

/** A number that is gone. */
export function numberRemoval(pattern: string, partition: string | null): ConfigurationChange {
  const key = directoryNumberKey({ directoryNumber: pattern, partition });
  return { table: "numbers", partition: partitionKey(partition), pattern, key, value: null };
}

/** All route patterns of one partition, as they are configured. */
export function routePatternsChange(
  partition: string | null,
  contents: readonly (Pick<RoutePatternContent, "pattern" | "trunk"> &
    Partial<Pick<RoutePatternContent, "discardDigits">>)[],
): ConfigurationChange {
  const key = partitionKey(partition);
  const patterns = contents.map(({ pattern, trunk, discardDigits }) => ({
    ...{ pattern, trunk: nameKey(trunk), discardsPreDot: discardDigits === "preDot" },
  }));
  return { table: "routePatterns", key, value: patterns.length === 0 ? null : { partition: key, patterns } };
}

/** A calling search space as it is configured. */
export function searchSpaceChange({ name, partitions }: CallingSearchSpaceContent): ConfigurationChange {
  const key = nameKey(name);
  return { table: "searchSpaces", key, value: { key, partitions: partitions.map(nameKey) } };
}

/** The search space of a phone as it is configured. */
export function phoneSpaceChange(phone: string, callingSearchSpace: string | null): ConfigurationChange {
  const value = callingSearchSpace === null ? null : { phone, space: nameKey(callingSearchSpace) };
  return { table: "phoneSpaces", key: phone, value };
}

/** A trunk as it is configured. */
export function trunkChange({ name, type, throughCube, remoteCluster }: TrunkContent): ConfigurationChange {
  const key = nameKey(name);
  return { table: "trunks", key, value: { name: key, type, throughCube, cluster: remoteCluster } };
}
