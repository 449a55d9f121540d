import type { RowName } from "@/lib/callback/state/row-names";
import type { RuleId } from "@/lib/callback/state/rules";

/** Values that a decision looked at. */
export type DecisionInputs = Readonly<Record<string, string | number | boolean | null>>;

/** One decision of a step: which rule made it, about what, and what it looked at. */
export interface Decision {
  /** A row of docs/engine.md by its name, or a rule of calls and phones. */
  readonly rule: RowName | RuleId;
  readonly at: number;
  /** The id of the event. */
  readonly event: string;
  readonly phone: string | null;
  /** The request whose trace it belongs to. */
  readonly request: string | null;
  readonly inputs: DecisionInputs;
}
