import type { TrunkType } from "@/lib/catalog/trunk-types";
import type { ForwardSettings } from "@/lib/configuration/directory-number";
import type { LineLimits } from "@/lib/configuration/line-limits";

/** A directory number or CTI route point with its partition: `directoryNumberKey` of the configuration. */
export type NumberKey = string;

/** How many calls a number's line takes on one phone. */
export interface PhoneLimits extends LineLimits {
  readonly phone: string;
}

/** A directory number as the engine needs it. */
export interface DirectoryNumber {
  readonly kind: "directoryNumber";
  readonly key: NumberKey;
  readonly pattern: string;
  readonly alertingName: string;
  readonly forward: ForwardSettings;
  readonly noAnswerSeconds: number;
  /** Of a line that is not among `lineLimits`. */
  readonly busyTrigger: number;
  readonly maxCalls: number;
  /** The lines that phones have with the number, as they are saved; those with the limits above may be left out. */
  readonly lineLimits: readonly PhoneLimits[];
  /** The key of the search space in which its calls are looked up; null: numbers without partition only. */
  readonly searchSpace: string | null;
}

/** A number without a phone that forwards every call [PR-07]. */
export interface CtiRoutePoint {
  readonly kind: "ctiRoutePoint";
  readonly key: NumberKey;
  readonly pattern: string;
  readonly forwardTo: string | null;
}

export type DialledNumber = DirectoryNumber | CtiRoutePoint;

/** All numbers with the same digits, one a partition; found by the digits that are dialled. */
export interface Extension {
  readonly pattern: string;
  /** `partition` is the key of its name, the empty text for none. */
  readonly entries: readonly { readonly partition: string; readonly number: NumberKey }[];
}

/** The phones that have a directory number on a line of what they run; several share the line. */
export interface Line {
  readonly number: NumberKey;
  readonly phones: readonly string[];
}

/** The route patterns of one partition. */
export interface RoutePatterns {
  readonly partition: string;
  readonly patterns: readonly {
    readonly pattern: string;
    readonly trunk: string;
    /** Only what is dialled after the dot of the pattern goes out. */
    readonly discardsPreDot: boolean;
  }[];
}

/** The partitions in which a caller's numbers are looked up, by their keys, the first one first. */
export interface SearchSpace {
  readonly key: string;
  readonly partitions: readonly string[];
}

/** In which search space the calls of a phone are looked up after that of the line, as it is saved. */
export interface PhoneSpace {
  readonly phone: string;
  /** The key of the search space. */
  readonly space: string;
}

/** A way to another cluster. */
export interface Trunk {
  readonly name: string;
  readonly type: TrunkType;
  readonly throughCube: boolean;
  readonly cluster: string | null;
}
