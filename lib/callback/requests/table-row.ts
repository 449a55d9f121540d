import type { Trigger } from "@/lib/callback/state/triggers";
import type { Row } from "@/lib/state-table/state-table";

/** A row of a table of docs/engine.md, which is made from it. */
export interface TableRow<State extends string> extends Row<State, Trigger> {
  /** What happens, and in brackets under which condition. */
  readonly event: string;
  /** What else the row does; **D** marks what was decided here. */
  readonly also?: string;
  readonly requirements: readonly string[];
}
