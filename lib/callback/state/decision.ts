import type { RowId } from "@/lib/callback/state/row-id";
import type { RuleId } from "@/lib/callback/state/rules";

/** Values that a decision looked at. */
export type DecisionInputs = Readonly<Record<string, string | number | boolean | null>>;

/** One decision of a step: which rule made it, about what, and what it looked at. */
export interface Decision {
  /** A row of the table of requests, or a rule of calls and phones. */
  readonly rule: RowId | RuleId;
  readonly at: number;
  /** The id of the event. */
  readonly event: string;
  readonly phone: string | null;
  /** The request whose trace it belongs to. */
  readonly request: string | null;
  readonly inputs: DecisionInputs;
}
