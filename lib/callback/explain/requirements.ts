import { requirementsOfRow } from "@/lib/callback/requests/tables";
import type { DecisionInputs } from "@/lib/callback/state/decision";
import { rules } from "@/lib/callback/state/rules";

/** Rows that serve another requirement in a state of the request: Cancel while B is on DND-R ends the monitoring [IN-07]. */
const inState: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  cancelled: { readyDndReject: ["IN-07"] },
};

/** The requirements that a decision serves, without that of a refusal; none for a rule that an older version had. */
export function requirementsOfRule(rule: string, { from }: DecisionInputs): readonly string[] {
  const own = inState[rule]?.[String(from)];
  if (own) return own;
  return requirementsOfRow(rule) ?? Object.entries(rules).find(([id]) => id === rule)?.[1] ?? [];
}
