import { isReferenceKind, type ReferenceKind } from "@/lib/client/reference";
import type { RecordShape } from "@/lib/configuration/content-shape";
import { defused } from "@/lib/configuration/csv-cell";
import { type CsvColumn, csvColumns } from "@/lib/configuration/csv-columns";
import { csvChange } from "@/lib/configuration/csv-row";
import { type ConfigurationKind, references } from "@/lib/configuration/dependencies";
import { referenceAt } from "@/lib/configuration/references";

/** A field that many objects can be given, and to which kind of objects it refers, if any. */
export interface UpdateField {
  readonly column: CsvColumn;
  readonly to: ReferenceKind | null;
}

/** The new value of a field as it is typed. */
export interface FieldValue {
  readonly id: number;
  readonly path: string;
  readonly text: string;
}

const naming = ["name", "pattern", "partition"];

/** The fields of a kind that many objects can be given: single values, but none that tells an object from the others. */
export function updateFields(
  kind: ConfigurationKind,
  shape: RecordShape,
  distinctive: readonly string[],
): UpdateField[] {
  return csvColumns(shape)
    .filter(({ list, name }) => list === null && !distinctive.includes(name))
    .map((column) => {
      const { to } = referenceAt(kind, column.name) ?? {};
      // Objects with names are searched for; patterns are typed.
      return { column, to: to !== undefined && isReferenceKind(to) ? to : null };
    });
}

/** The fields by which such objects can be found: what names them, their description and what they refer to. */
export function filterFields(kind: ConfigurationKind, shape: RecordShape): string[] {
  const referring = references
    .filter(({ from, path, onlyIn }) => from === kind && path.length === 1 && onlyIn === null)
    .flatMap(({ path: [field = ""] }) => field);
  const known = [...naming, "description"].filter((field) => Object.hasOwn(shape.fields, field));
  return [...new Set([...known, ...referring])];
}

/** What is sent of the values that were typed. */
export function changeOf(fields: readonly UpdateField[], values: readonly FieldValue[]) {
  const columns = values.map(({ path }) => fields.find(({ column }) => column.name === path)?.column ?? null);
  return csvChange(
    columns,
    values.map(({ text }) => defused(text)),
    null,
  );
}
