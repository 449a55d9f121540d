import { type FieldName, fieldNames, fieldOf } from "@/components/common-device-configuration/field-groups";
import {
  type CommonDeviceConfigurationContent,
  commonDeviceConfigurationRules,
} from "@/lib/configuration/common-device-configuration";
import { initialContent, sameContent } from "@/lib/configuration/content-patch";
import type { CommonDeviceConfigurationDto } from "@/lib/contract/common-device-configuration";

const { shape, normalize } = commonDeviceConfigurationRules;

/** What the form holds: numbers as they are typed, nothing chosen as an empty text. */
export type Fields = { name: string; description: string } & { [Name in FieldName]: string | boolean };

/** What a new configuration starts from: every default, and no name yet. */
export const emptyContent = { ...initialContent(shape), name: "" } as CommonDeviceConfigurationContent;

/** What an administrator edits of a configuration that the API answered. */
export function contentOf(stored: CommonDeviceConfigurationDto): CommonDeviceConfigurationContent {
  const { version: _version, usedByCount: _count, updatedAt: _at, updatedBy: _by, ...content } = stored;
  return content;
}

/** The form as it starts. */
export function fieldsOf(content: CommonDeviceConfigurationContent): Fields {
  const values = fieldNames.map((field) => {
    const value = content[field];
    return [field, typeof value === "boolean" ? value : String(value ?? "")];
  });
  return { name: content.name, description: content.description, ...Object.fromEntries(values) } as Fields;
}

function typedValue(field: FieldName, value: string | boolean): unknown {
  const isNumber = fieldOf(field).type === "number";
  if (typeof value === "boolean") return value;
  const text = value.trim();
  if (text === "") return null;
  // What is no whole number becomes one that no range accepts.
  return isNumber ? Number(/^\d+$/.test(text) ? text : "none") : value;
}

/** The content that the form says, as it would be stored; it is a candidate and must be validated. */
export function contentOfFields(fields: Fields): CommonDeviceConfigurationContent {
  const values = fieldNames.map((field) => [field, typedValue(field, fields[field])]);
  const { name, description } = fields;
  return normalize({ name, description, ...Object.fromEntries(values) } as CommonDeviceConfigurationContent);
}

export type Patch = Partial<CommonDeviceConfigurationContent>;

/** What to send to make `before` into `after`: only what differs. */
export function contentPatch(
  before: CommonDeviceConfigurationContent,
  after: CommonDeviceConfigurationContent,
): Patch {
  const names = Object.keys(after) as (keyof CommonDeviceConfigurationContent)[];
  const changed = names.filter((field) => !sameContent(before[field], after[field]));
  return Object.fromEntries(changed.map((field) => [field, after[field]]));
}
