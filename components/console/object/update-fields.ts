import { controlledField } from "@/components/console/object/controlled-field";
import { type SearchedField, searchedField } from "@/components/console/object/described-columns";
import type { AnyField } from "@/components/console/object/object-fields";
import { isReferenceKind } from "@/lib/client/reference";
import type { Declaration } from "@/lib/configuration/content-rules";
import { isRecord, shapeAt } from "@/lib/configuration/content-shape";
import { defused } from "@/lib/configuration/csv-cell";
import { type CsvColumn, csvColumns } from "@/lib/configuration/csv-columns";
import { csvChange } from "@/lib/configuration/csv-row";
import type { ConfigurationKind } from "@/lib/configuration/dependencies";
import { listedFields } from "@/lib/configuration/listed-fields";
import { referenceAt } from "@/lib/configuration/references";

/** A field that many objects can be given, with the control of its page. */
export interface UpdateField {
  readonly column: CsvColumn;
  readonly control: AnyField;
  /** It can be emptied: no text, no number, no reference. */
  readonly canBeEmpty: boolean;
}

/** The new value of a field that was chosen: as it is typed, or that it is emptied. A text of nothing says nothing yet. */
export interface FieldValue {
  readonly path: string;
  readonly text: string;
  readonly isEmptied: boolean;
}

/** What is fixed when an object is made, besides what names it. */
const fixedWhenMade: Partial<Record<ConfigurationKind, readonly string[]>> = {
  phone: ["model", "protocol"],
  phoneButtonTemplate: ["model", "protocol"],
  locale: ["kind"],
};

/** The fields of a kind that many objects can be given: single values, but none that tells an object from the others. */
export function updateFields(
  declared: Declaration & { readonly distinctive: readonly string[] },
): UpdateField[] {
  const { kind, shape, distinctive } = declared;
  const fixed = [...distinctive, ...(fixedWhenMade[kind] ?? [])];
  return csvColumns(shape)
    .filter(({ list, name }) => list === null && !fixed.includes(name))
    .map((column) => {
      const control = controlOf(declared, column.name);
      // A choice between yes and no has no third.
      return { column, control, canBeEmpty: column.canBeEmpty && control.control !== "flag" };
    });
}

/** The control of the object's own page; lists in one cell, and numbers in a partition, are typed. */
function controlOf(declared: Declaration, path: string): AnyField {
  const shape = shapeAt(declared.shape, path.split("."));
  const type = shape?.kind === "value" ? shape.facts.type : "any";
  const to = referenceAt(declared.kind, path)?.to;
  const isTyped =
    type === "texts" ||
    type === "any" ||
    (type === "reference" && (to === undefined || !isReferenceKind(to)));
  return isTyped ? { path, control: "text", isMonospace: true } : controlledField(declared, path);
}

/** The values of a control that has few: those of a choice, yes and no of a flag. */
export function choicesOf(control: AnyField): readonly string[] {
  if (control.control !== "choice") return ["true", "false"];
  return typeof control.choices === "function" ? control.choices({}) : control.choices;
}

/**
 * The fields by which the objects of an update can be found: those of their list, and whatever the conditions of the address name.
 * A condition that was dropped would let the update reach more objects than were shown.
 */
export function filterFields(declared: Declaration, conditions: readonly string[]): SearchedField[] {
  const named = conditions.map((condition) => condition.split(":")[0] ?? "");
  const fields = new Set([...listedFields(declared), "updatedBy", ...named]);
  return [...fields].filter((field) => field !== "").map((field) => searchedField(declared, field));
}

/** True when a chosen field says what becomes of it. */
export function isSaid({ text, isEmptied }: FieldValue): boolean {
  return isEmptied || text.trim() !== "";
}

/** What is sent of the values that were said. */
export function changeOf(fields: readonly UpdateField[], values: readonly FieldValue[]) {
  const said = values.filter(isSaid);
  const columns = said.map(({ path }) => fields.find(({ column }) => column.name === path)?.column ?? null);
  return csvChange(
    columns,
    said.map(({ text, isEmptied }) => (isEmptied ? "" : defused(text))),
    null,
  );
}

/** Values as they stand in the address: `devicePool=Busan`, and the fields that are emptied. */
export function valuesInAddress(values: readonly FieldValue[]) {
  const given = values.filter(({ isEmptied }) => !isEmptied).map(({ path, text }) => `${path}=${text}`);
  return { set: given, empty: values.filter(({ isEmptied }) => isEmptied).map(({ path }) => path) };
}

/** The values that an address says, in the order of the fields; what is no field of the kind is passed over. */
export function valuesOfAddress(
  fields: readonly UpdateField[],
  set: readonly string[],
  empty: readonly string[],
): FieldValue[] {
  return fields.flatMap(({ column: { name: path }, canBeEmpty }): FieldValue[] => {
    if (canBeEmpty && empty.includes(path)) return [{ path, text: "", isEmptied: true }];
    const given = set.find((entry) => entry.startsWith(`${path}=`));
    return given === undefined ? [] : [{ path, text: given.slice(path.length + 1), isEmptied: false }];
  });
}

/** What a job gives to its objects, field by field: `{ dnd: { status: true } }` is `dnd.status`. */
export function givenFields(
  fields: Readonly<Record<string, unknown>>,
  prefix = "",
): { path: string; value: unknown }[] {
  return Object.entries(fields).flatMap(([field, value]) =>
    isRecord(value)
      ? givenFields(value, `${prefix}${field}.`)
      : [{ path: `${prefix}${field}`, value: value ?? null }],
  );
}

/** The values that were typed for what a job gives; what has no field of its own on the page is left out. */
export function valuesOfJob(
  fields: readonly UpdateField[],
  given: Readonly<Record<string, unknown>>,
): FieldValue[] {
  const all = givenFields(given);
  return fields.flatMap(({ column: { name: path, separator } }): FieldValue[] => {
    const found = all.find((field) => field.path === path);
    if (!found) return [];
    const text = Array.isArray(found.value) ? found.value.join(separator ?? ",") : String(found.value ?? "");
    return [{ path, text, isEmptied: text === "" }];
  });
}
