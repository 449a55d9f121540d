import { instantOperators, type ListField, textOperators } from "@/components/console/find-and-list/types";
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
  return field ? rowFor(field, id) : { id, field: "", operator: "beginsWith", text: "" };
}

/** A search row for a field, with the first of what it can be compared with. */
export function rowFor(field: ListField, id: number): FilterRow {
  const [operator = "beginsWith"] = operatorsOf(field);
  const text = field.kind === "boolean" ? "true" : (field.choices?.[0]?.id ?? "");
  return { id, field: field.name, operator, text };
}

/** The operators that a field knows. */
export function operatorsOf({ kind, choices }: ListField): readonly ListOperator[] {
  if (kind === "date") return instantOperators;
  return kind === "boolean" || choices ? ["isExactly"] : textOperators;
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
  const operator = [...textOperators, ...instantOperators].find((candidate) => candidate === operatorName);
  return field && operator ? { id, field: name, operator, text: rest.join(":") } : null;
}

/** The search rows of conditions; one that names no field or operator of this list is dropped. */
export function rowsOf(conditions: readonly string[], fields: readonly ListField[]): FilterRow[] {
  return conditions.flatMap((condition, index) => parse(condition, fields, index) ?? []);
}
