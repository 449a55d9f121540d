import type { ReactNode } from "react";
import type { ListOperator } from "@/lib/contract/list";

/** Operators in the order of the drop-down. */
export const textOperators = [
  "beginsWith",
  "contains",
  "isExactly",
  "endsWith",
  "isEmpty",
  "isNotEmpty",
] as const satisfies readonly ListOperator[];

/** Operators of instants. */
export const instantOperators = ["isAfter", "isBefore"] as const satisfies readonly ListOperator[];

/** What a list is asked for; see "Lists" of the API. */
export type ListQuery = {
  where: string[];
  match: "all" | "any";
  /** A field; with a leading "-" in descending order. */
  sort: string;
  limit: number;
  cursor?: string;
};

/** A value that is chosen, and its words. */
export type ListChoice = { id: string; label: string };

/** A field that rows can be found by. */
export type ListField = {
  name: string;
  label: string;
  /** Its values, where they are few and known: one of them is chosen, in words. */
  choices?: readonly ListChoice[];
  /** Its values are instants: they are compared with a day. */
  isInstant?: boolean;
  /** How it is compared, where not in all ways. */
  operators?: readonly ListOperator[];
};

/** How much of a window a column takes before what it says is cut. */
export type ColumnRoom = "more" | "rest";

export type ListColumn<Row> = {
  id: string;
  label: string;
  render: (row: Row) => ReactNode;
  /** The field that a click on the heading sorts by; without it the column does not sort. */
  sortField?: string;
  /** The column that names the row. Exactly one; it links to the row and cannot be hidden. */
  isRowHeader?: boolean;
  isHiddenAtFirst?: boolean;
  /** `more`: it holds more than one thing, and is cut later than others; `rest`: it takes what others leave. */
  room?: ColumnRoom;
  /** Numbers stand at the end. */
  isNumber?: boolean;
};

/** One page of rows as the feature's query gives it. */
export type ListPage<Row> = {
  items: readonly Row[] | undefined;
  nextCursor: string | null;
  total: number | undefined;
  /** Nothing to show yet. */
  isPending: boolean;
  /** Newer rows are on their way; those of before stay. */
  isFetching?: boolean;
  /** What went wrong, in words for the person. */
  error: string | null;
  retry?: () => void;
};

/** Which rows an action is about: those with these keys, or all that match the search. */
export type ListSelection =
  | { kind: "rows"; keys: readonly string[] }
  | { kind: "allMatching"; where: string[]; match: "all" | "any"; total: number };
