import type { Call } from "@/lib/callback/state/call";
import type {
  DialledNumber,
  Extension,
  Line,
  PhoneSpace,
  RoutePatterns,
  SearchSpace,
  Trunk,
} from "@/lib/callback/state/dial-plan";
import type { EngineParameters } from "@/lib/callback/state/parameters";
import type { Phone } from "@/lib/callback/state/phone";
import type { CallBackRequest, ServedRequest, Timer, Waiter, Watch } from "@/lib/callback/state/request";

/** Everything that the engine reads and writes, each table by a key of text. Values are plain data. */
export interface Tables {
  readonly phones: Phone;
  readonly calls: Call;
  readonly requests: CallBackRequest;
  readonly served: ServedRequest;
  readonly watches: Watch;
  readonly waiters: Waiter;
  readonly timers: Timer;
  readonly numbers: DialledNumber;
  readonly extensions: Extension;
  readonly lines: Line;
  readonly routePatterns: RoutePatterns;
  readonly searchSpaces: SearchSpace;
  /** By the names of phones; one without a search space of its own has none. */
  readonly phoneSpaces: PhoneSpace;
  readonly trunks: Trunk;
  /** One row, under `engineParametersKey`. */
  readonly parameters: EngineParameters;
  /** One row, under the empty key, written whenever the configuration takes effect: what was read before counts as old. */
  readonly configured: Readonly<Record<string, never>>;
}
export type TableName = keyof Tables;

/** What a judgement of the whole configuration reads without knowing the keys. */
export type RouteTable = "routePatterns" | "trunks";

export const tableNames = [
  "phones",
  "calls",
  "requests",
  "served",
  "watches",
  "waiters",
  "timers",
  "numbers",
  "extensions",
  "lines",
  "routePatterns",
  "searchSpaces",
  "phoneSpaces",
  "trunks",
  "parameters",
  "configured",
] as const satisfies readonly TableName[];

export const engineParametersKey = "engine";

/** What goes over a trunk and ends with its link. */
export type LinkTable = "calls" | "requests" | "served";

/**
 * One cluster as `step` sees it. A runtime that loads a part of the world for an event may throw from `get` when
 * something is missing, load it and step again: a step changes nothing.
 */
export interface World {
  /** The name of this cluster for others; the empty text is the home cluster. */
  readonly cluster: string;
  get<Name extends TableName>(table: Name, key: string): Tables[Name] | undefined;
  /** The keys of what lives on the link to another cluster, in a fixed order; only asked when a link is lost. */
  keysOfLink(table: LinkTable, cluster: string): readonly string[];
  /** All keys of a table of the configuration; only asked when the configuration has changed. */
  keysOf(table: RouteTable): readonly string[];
}

/** One thing that a step writes; without a value it is removed. */
export type Change = {
  readonly [Name in TableName]: {
    readonly table: Name;
    readonly key: string;
    readonly value: Tables[Name] | null;
  };
}[TableName];

/** Something to read entities from: a world, or a step that is being worked out. */
export type Reader = Pick<World, "get">;
