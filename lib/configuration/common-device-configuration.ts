import {
  type CommonDeviceConfigurationField,
  commonDeviceConfigurationFields,
} from "@/lib/catalog/common-device-configuration-fields";
import { type ContentRules, contentRules } from "@/lib/configuration/content-rules";
import { type ContentOf, contentShape, type ValueShape } from "@/lib/configuration/content-shape";
import {
  choiceValue,
  descriptionValue,
  flagValue,
  nameValue,
  numberValue,
  optional,
  optionalReference,
  textValue,
  unlisted,
} from "@/lib/configuration/content-values";

type Fields = typeof commonDeviceConfigurationFields;
type ValueOf<Field> = Field extends { type: "flag" }
  ? boolean
  : Field extends { type: "number" }
    ? number | null
    : Field extends {
          type: "choice";
          default: infer Default;
          choices: readonly (infer Choice extends string)[];
        }
      ? Choice | (Default extends null ? null : never)
      : string | null;

function valueShape(field: CommonDeviceConfigurationField): ValueShape {
  switch (field.type) {
    case "reference":
      return optionalReference;
    case "flag":
      return flagValue(field.default);
    case "choice":
      return field.default === null
        ? optional(choiceValue(field.choices))
        : choiceValue(field.choices, field.default);
    case "text":
      return optional(textValue(field.maximumLength));
    case "number":
      return optional(numberValue(field.minimum, field.maximum));
  }
}

// Lists are searched by what a configuration names, and not by its other settings.
const fieldShapes = Object.fromEntries(
  Object.entries(commonDeviceConfigurationFields).map(([name, field]) => [
    name,
    field.type === "reference" ? valueShape(field) : unlisted(valueShape(field)),
  ]),
) as { readonly [Name in keyof Fields]: ValueShape<ValueOf<Fields[Name]>> };

const shape = contentShape({ name: nameValue, description: descriptionValue, ...fieldShapes });

/** What many phones have in common; every field of Unified CM's object [CD-01, CD-02]. */
export type CommonDeviceConfigurationContent = ContentOf<typeof shape>;

export const commonDeviceConfigurationRules: ContentRules<CommonDeviceConfigurationContent> = contentRules(
  "commonDeviceConfiguration",
  shape,
);
