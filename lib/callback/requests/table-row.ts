import { areAllInForce } from "@/lib/callback/state/rules-in-force";
import type { StepContext } from "@/lib/callback/state/step-context";
import { type Trigger, triggerOf } from "@/lib/callback/state/triggers";
import type { Row } from "@/lib/state-table/state-table";
import { type Taken, takeRow } from "@/lib/state-table/take-row";

/** A row of a table of docs/engine.md, which is made from it. */
export interface TableRow<State extends string> extends Row<State, Trigger> {
  /** What happens, and in brackets under which condition. */
  readonly event: string;
  /** What else the row does; **D** marks what was decided here. */
  readonly also?: string;
  readonly requirements: readonly string[];
}

/**
 * The row has to lead from the one state to the other, on the event of the step; called only when `holdsToTables`. With a
 * rule switched off the tables do not hold, and properties tell.
 */
export function holdTo<State extends string>(
  context: StepContext,
  taken: Taken & { readonly from: State; readonly to: State },
  allowed: Row<State, Trigger>,
): void {
  if (areAllInForce(context.rules)) takeRow(taken, { allowed, event: triggerOf(context.event) });
}
