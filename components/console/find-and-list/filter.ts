import { instantOperators, type ListField, textOperators } from "@/components/console/find-and-list/types";
import type { ListOperator } from "@/lib/contract/list";

/** One search row as it is being edited. */
export type FilterRow = { id: number; field: string; operator: ListOperator; text: string };

/** True when the operator compares with a text. */
export function needsText(operator: ListOperator): boolean {
  return operator !== "isEmpty" && operator !== "isNotEmpty";
}

/** How a field can be compared: what is chosen is compared as a whole. */
export function operatorsOf(field: ListField | undefined): readonly ListOperator[] {
  if (field?.isInstant) return instantOperators;
  return field?.operators ?? (field?.choices ? ["isExactly"] : textOperators);
}

/** The choice that a text means, in whichever letter case an address has it. */
export function choiceOf(field: ListField | undefined, text: string) {
  return field?.choices?.find(({ id }) => id.toLowerCase() === text.toLowerCase());
}

/** A search row of a field to start from, with the operator and the value that suit it. */
export function rowOf(field: ListField | undefined, id: number): FilterRow {
  const [operator = "beginsWith"] = operatorsOf(field);
  return { id, field: field?.name ?? "", operator, text: field?.choices?.[0]?.id ?? "" };
}

/** The row with another field: a text that was typed stays where one is typed again. */
export function withField(row: FilterRow, before: ListField | undefined, after: ListField): FilterRow {
  const started = rowOf(after, row.id);
  if (before?.choices || after.choices || before?.isInstant || after.isInstant) return started;
  return {
    ...started,
    operator: operatorsOf(after).includes(row.operator) ? row.operator : started.operator,
    text: row.text,
  };
}

/** The row with another operator: where values are chosen, one is, when a value is wanted. */
export function withOperator(
  row: FilterRow,
  field: ListField | undefined,
  operator: ListOperator,
): FilterRow {
  const isChosen = field?.choices !== undefined && operator === "isExactly";
  const text = isChosen && !choiceOf(field, row.text) ? rowOf(field, row.id).text : row.text;
  return { ...row, operator, text };
}

/** A search row to start from: the first field. */
export function emptyRow(fields: readonly ListField[], id: number): FilterRow {
  return rowOf(fields[0], id);
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
