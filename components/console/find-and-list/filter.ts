import { type ListField, textOperators } from "@/components/console/find-and-list/types";
import type { ListOperator } from "@/lib/contract/list";

/** One search row as it is being edited. */
export type FilterRow = { id: number; field: string; operator: ListOperator; text: string };

/** True when the operator compares with a text. */
export function needsText(operator: ListOperator): boolean {
  return operator !== "isEmpty" && operator !== "isNotEmpty";
}

/** A search row to start from: the first field, and the operator that suits it. */
export function emptyRow(fields: readonly ListField[], id: number): FilterRow {
  const [field] = fields;
  return field?.kind === "boolean"
    ? { id, field: field.name, operator: "isExactly", text: "true" }
    : { id, field: field?.name ?? "", operator: "beginsWith", text: "" };
}

/** The conditions of the search rows; a row without its text finds everything and is left out. */
export function conditionsOf(rows: readonly FilterRow[]): string[] {
  return rows
    .map((row) => ({ ...row, text: row.text.trim() }))
    .filter(({ operator, text }) => !needsText(operator) || text !== "")
    .map(({ field, operator, text }) => `${field}:${operator}:${needsText(operator) ? text : ""}`);
}

function parse(condition: string, fields: readonly ListField[], id: number): FilterRow | null {
  const [name = "", operatorName = "", ...rest] = condition.split(":");
  const field = fields.find((candidate) => candidate.name === name);
  const operator = textOperators.find((candidate) => candidate === operatorName);
  return field && operator ? { id, field: name, operator, text: rest.join(":") } : null;
}

/** The search rows of conditions; one that names no field or operator of this list is dropped. */
export function rowsOf(conditions: readonly string[], fields: readonly ListField[]): FilterRow[] {
  return conditions.flatMap((condition, index) => parse(condition, fields, index) ?? []);
}
