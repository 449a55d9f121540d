import type { HistoryChange } from "@/lib/configuration/content-rules";
import type { Problem } from "@/lib/configuration/problem";
import type { Identity } from "@/lib/server/db/configuration/read";
import type { StoredFields } from "@/lib/server/db/configuration/table";
import type { Input } from "@/lib/server/services/configuration/definition";

/** Which objects a change of many may touch. */
export const saveModes = ["create", "update", "both"] as const;
export type SaveMode = (typeof saveModes)[number];

/** One object of many that are saved at once. */
export interface ManyChange {
  readonly identity: Identity;
  /** The fields that change, for the content as it is stored, or null when the object is new. */
  readonly given: (before: StoredFields | null) => Input;
  /** What was seen when the change was decided; an object that is another one by now is left as it is. */
  readonly seen?: SeenObject | undefined;
  /** The whole content is given, of an object that was there before. */
  readonly returning?: Returning;
}

/** An object as it was seen: by a dry run with its id, in a list with the instant of its version. */
export type SeenObject = { readonly version: number } & (
  | { readonly id: string }
  | { readonly updatedAt: string }
);

/** What a dry run saw of an object that it would change: which one, its version, and what would become different. */
export interface SeenChange {
  readonly id: string;
  readonly version: number;
  readonly changes: readonly HistoryChange[];
}

/** An object that was deleted and comes back as the one that it was, with its history. */
export interface Returning {
  readonly id: string;
  /** The revision whose content comes back: the last one before its removal. */
  readonly restored: number;
  /** The version that it gets. */
  readonly version: number;
  readonly copyOf: string;
}

/** What became of one object of many: it was stored or left as it was, or there are problems with it. */
export type ManyResult =
  | {
      readonly outcome: "created" | "updated" | "unchanged" | "deleted" | "leftOut";
      readonly seen?: SeenChange;
    }
  | { readonly problems: readonly Problem[]; readonly content: unknown };

/** How many objects are changed. */
export interface ManyOptions {
  readonly mode: SaveMode;
  readonly reason: string;
  /** Finds out everything and stores nothing. */
  readonly isDryRun: boolean;
}
