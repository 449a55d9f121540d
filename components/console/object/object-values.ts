import { get, set } from "react-hook-form";
import { fieldsOf } from "@/components/console/object/described-fields";
import type { ObjectKind } from "@/components/console/object/object-description";
import type { AnyField, AnyObject } from "@/components/console/object/object-fields";
import { initialContent, sameContent } from "@/lib/configuration/content-patch";

/** What a form holds, by the names of its fields: numbers as they are typed, nothing chosen as an empty text. */
export type FormValues = Record<string, unknown>;

/** True when a path leads to the field, or into what it holds. */
export function isAt(field: string, path: readonly (string | number)[]): boolean {
  return field.split(".").every((step, position) => path[position] === step);
}

/** What a new object starts from: every default, and empty where something must be given. */
export function emptyContent(object: ObjectKind): AnyObject {
  const content = structuredClone(initialContent(object.rules.shape)) as FormValues;
  for (const { path } of fieldsOf(object)) {
    if (get(content, path) === undefined) set(content, path, "");
  }
  return content;
}

function typedOf(field: AnyField, value: unknown): unknown {
  if (field.control === "custom" || field.control === "flag") return value;
  return value === null || value === undefined ? "" : String(value);
}

function valueTyped(field: AnyField, typed: unknown): unknown {
  if (field.control === "choice") return typed === "" ? (field.isOptional ? null : undefined) : typed;
  if (field.control !== "number") return typed;
  const text = String(typed).trim();
  if (text === "") return field.isOptional ? null : undefined;
  // What is no whole number becomes one that no range accepts.
  return Number(/^\d+$/.test(text) ? text : "none");
}

/** The form as it starts. */
export function valuesOf(object: ObjectKind, content: AnyObject): FormValues {
  const values: FormValues = {};
  for (const field of fieldsOf(object)) set(values, field.path, typedOf(field, get(content, field.path)));
  return values;
}

/**
 * The content that the form says, as it would be stored; it is a candidate and must be validated.
 * @param base what the fields are part of: what has no field stays as it is there
 */
export function contentOfValues(object: ObjectKind, base: AnyObject, values: FormValues): AnyObject {
  const content = structuredClone(base) as FormValues;
  for (const field of fieldsOf(object)) set(content, field.path, valueTyped(field, get(values, field.path)));
  return object.rules.normalize(content);
}

/** What to send to make `before` into `after`: only what differs. */
export function contentPatch(before: AnyObject, after: AnyObject): AnyObject {
  const changed = Object.entries(after).filter(([field, value]) => !sameContent(before[field], value));
  return Object.fromEntries(changed);
}
