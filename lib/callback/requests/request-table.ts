import type { RequestRow, StateInTable } from "@/lib/callback/requests/request-row";
import { rowsOfNotification } from "@/lib/callback/requests/rows-of-notification";
import { rowsOfTheCall } from "@/lib/callback/requests/rows-of-the-call";
import { holdTo } from "@/lib/callback/requests/table-row";
import type { DecisionInputs } from "@/lib/callback/state/decision";
import type { EndReason } from "@/lib/callback/state/request";
import type { RowName } from "@/lib/callback/state/row-names";
import type { StepContext } from "@/lib/callback/state/step-context";
import type { TargetOf } from "@/lib/state-table/state-table";
import { holdsToTables } from "@/lib/state-table/take-row";

/** The table of requests in docs/engine.md, which is made from it: named rows in their order. */
export const requestTable = { ...rowsOfNotification, ...rowsOfTheCall } as const satisfies {
  readonly [Name in RowName]?: RequestRow;
};

export type RequestRowName = keyof typeof requestTable;

/** The states to which a row leads. */
export type StateAfter<Name extends RequestRowName> = TargetOf<(typeof requestTable)[Name]>;

/** The rows that may end a request for a reason [S4]. */
export function rowsEnding(reason: EndReason): RowName[] {
  const rows = Object.entries(requestTable) as [RequestRowName, RequestRow][];
  return rows.flatMap(([name, { reasons = [] }]) => (reasons.includes(reason) ? [name] : []));
}

/** Holds what becomes of a request to its table, in tests and development: from the state that is written to the new one. */
export function holdToTable(context: StepContext, id: string, name: RequestRowName, to: StateInTable): void {
  if (!holdsToTables) return;
  const from: StateInTable = context.get("requests", id)?.state ?? "none";
  holdTo<StateInTable>(context, { table: "request", row: name, from, to }, requestTable[name]);
}

/** A request stays as it is by a row of its table: the decision is recorded. */
export function stay(
  context: StepContext,
  subject: { readonly request: string; readonly phone?: string },
  row: RequestRowName,
  inputs: DecisionInputs,
): void {
  const { request } = subject;
  holdToTable(context, request, row, context.get("requests", request)?.state ?? "none");
  context.decide(row, subject, inputs);
}
