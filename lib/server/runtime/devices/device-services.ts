import type { Database } from "@/lib/server/db/open";

/** How many phones are done at once: a tenth of a second of work, a few tenths at most. */
export interface BatchSizes {
  readonly oneByOne: number;
  /** In groups of phones of which the same becomes. */
  readonly inGroups: number;
  /** Fewer are faster done one by one. */
  readonly fewestInGroup: number;
}

/** What fits a database. On the embedded one, which has one connection, everybody waits for a batch. */
export function batchSizes({ kind }: Pick<Database, "kind">): BatchSizes {
  return kind === "embedded"
    ? { oneByOne: 250, inGroups: 500, fewestInGroup: 20 }
    : { oneByOne: 500, inGroups: 8_000, fewestInGroup: 20 };
}

/** What driving the phones needs. */
export interface DeviceServices {
  readonly database: Database;
  readonly newId: () => string;
  /** How many phones may register a second; null: any number. */
  readonly registrationsPerSecond: number | null;
  readonly sizes: BatchSizes;
}
