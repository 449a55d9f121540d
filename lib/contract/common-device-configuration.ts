import { z } from "zod";
import {
  type CommonDeviceConfigurationField,
  commonDeviceConfigurationFields,
} from "@/lib/catalog/common-device-configuration-fields";
import type { CommonDeviceConfigurationContent } from "@/lib/configuration/common-device-configuration";
import { byName, configurationContract } from "@/lib/contract/configuration";
import {
  answerFields,
  commonListFields,
  createBody,
  descriptionText,
  nameText,
  optionalFields,
  referenceTo,
  updateBody,
} from "@/lib/contract/configuration-fields";

function schemaOf(field: CommonDeviceConfigurationField): z.ZodType {
  switch (field.type) {
    case "reference":
      return referenceTo(field.to === "locale" ? "locale that is installed" : "softkey template");
    case "flag":
      return z.boolean();
    case "choice":
      return field.default === null ? z.enum(field.choices).nullable() : z.enum(field.choices);
    case "text":
      return z.string().nullable().describe(`At most ${field.maximumLength} characters`);
    case "number":
      return z.number().int().nullable().describe(`${field.minimum} to ${field.maximum}`);
  }
}

type Content = Omit<CommonDeviceConfigurationContent, "name" | "description">;
const fields = Object.fromEntries(
  Object.entries(commonDeviceConfigurationFields).map(([name, field]) => [name, schemaOf(field)]),
) as { readonly [Name in keyof Content]: z.ZodType<Content[Name], Content[Name]> };

const content = { name: nameText, description: descriptionText, ...fields };

export const commonDeviceConfigurationSchema = z.object({ ...content, ...answerFields });

/** Fields that a list can be searched and sorted by. */
export const commonDeviceConfigurationListFields = [
  "name",
  "description",
  "softkeyTemplate",
  "userLocale",
  "networkLocale",
  ...commonListFields,
] as const;

/** `/common-device-configurations`: requirements CD-01, CD-02. */
export const commonDeviceConfigurationContract = configurationContract({
  path: "/common-device-configurations",
  tag: "Common device configurations",
  one: "a common device configuration",
  many: "common device configurations",
  address: byName,
  listFields: commonDeviceConfigurationListFields,
  object: commonDeviceConfigurationSchema,
  create: createBody({
    ...optionalFields(content),
    name: nameText,
    copyOf: z.string().optional().describe("Name of the configuration whose fields are the defaults"),
  }),
  update: updateBody(content),
});

export type CommonDeviceConfigurationDto = z.output<typeof commonDeviceConfigurationSchema>;
