import { type ButtonFeature, buttonFeatures, isButtonFeature } from "@/lib/catalog/button-features";
import { fixedFeature, maximumButtons, offeredFeatures } from "@/lib/catalog/button-placement";
import { phoneModel } from "@/lib/catalog/phone-models";
import type { StandardPhoneButtonTemplate } from "@/lib/catalog/standard-phone-button-templates";
import { checkReadOnlyFields } from "@/lib/configuration/change-rules";
import { sameContent, withItemDefaults, withPatch } from "@/lib/configuration/content-patch";
import { type ContentRules, contentRules } from "@/lib/configuration/content-rules";
import {
  type ContentOf,
  contentShape,
  fieldOf,
  isRecord,
  keyedList,
} from "@/lib/configuration/content-shape";
import {
  deviceDescriptionValue,
  nameValue,
  numberValue,
  ruledValue,
  textValue,
} from "@/lib/configuration/content-values";
import { maximumButtonLabelLength } from "@/lib/configuration/lengths";
import { checkProtocol, modelShapes } from "@/lib/configuration/phone";
import { echo, type Problem } from "@/lib/configuration/problem";

const features = { type: "choice", choices: buttonFeatures } as const;
const featureValue = ruledValue<ButtonFeature>(features, (value, path) => {
  if (typeof value !== "string") return [{ path, code: "wrongType", params: { expected: "string" } }];
  if (isButtonFeature(value.trim())) return [];
  return [{ path, code: "unknownFeature", params: { feature: echo(value) } }];
});

/** The fields of one button. */
export const buttonShape = contentShape({
  position: numberValue(1, maximumButtons),
  feature: featureValue,
  label: textValue(maximumButtonLabelLength),
});

/** One button of a template; positions count from 1 and go on over the expansion modules. */
export type TemplateButton = ContentOf<typeof buttonShape>;

const shape = contentShape({
  name: nameValue,
  description: deviceDescriptionValue,
  ...modelShapes,
  buttons: keyedList("position", buttonShape, maximumButtons),
});

/** What the buttons of phones of one model and protocol do [BT-02 to BT-04]. */
export type PhoneButtonTemplateContent = ContentOf<typeof shape>;

/** What is wrong with one button: a feature that the model cannot have there, a fixed one that is changed. */
export function checkButton(
  { model, protocol }: Pick<PhoneButtonTemplateContent, "model" | "protocol">,
  { position, feature, label }: TemplateButton,
  path: Problem["path"],
): Problem[] {
  const fixed = fixedFeature(model, protocol, position);
  const isFirst = position === 1;
  if (fixed && (feature !== fixed || (isFirst && label !== ""))) {
    return [{ path, code: "buttonFixed", params: { position, feature: fixed } }];
  }
  if (offeredFeatures(model, protocol, position).includes(feature)) return [];
  return [{ path: [...path, "feature"], code: "featureNotSupported", params: { feature, model } }];
}

/** The first fixed button of the model that a template with so many buttons lacks. */
function lackingFixed(
  { model, protocol }: Pick<PhoneButtonTemplateContent, "model" | "protocol">,
  count: number,
): Problem[] {
  for (let position = Math.max(count, 1) + 1; position <= (phoneModel(model)?.buttons ?? 0); position++) {
    const feature = fixedFeature(model, protocol, position);
    if (feature) return [{ path: ["buttons"], code: "buttonFixed", params: { position, feature } }];
  }
  return [];
}

function check(content: PhoneButtonTemplateContent): Problem[] {
  const model = phoneModel(content.model);
  const protocolProblems = model ? checkProtocol(model, content.protocol) : [];
  if (protocolProblems.length > 0) return protocolProblems;
  const { buttons } = content;
  if (buttons.some(({ position }, index) => position !== index + 1)) {
    return [{ path: ["buttons"], code: "positionsNotConsecutive", params: { count: buttons.length } }];
  }
  return [
    ...(buttons.length === 0 ? [{ path: ["buttons"], code: "lineMissing" as const }] : []),
    ...buttons.flatMap((button, index) => checkButton(content, button, ["buttons", index])),
    ...lackingFixed(content, buttons.length),
  ];
}

export const phoneButtonTemplateRules: ContentRules<PhoneButtonTemplateContent> = contentRules(
  "phoneButtonTemplate",
  shape,
  { check },
);

/** The content of a standard template of the catalogue. */
export function standardButtonContent(standard: StandardPhoneButtonTemplate): PhoneButtonTemplateContent {
  const { name, model, protocol, features } = standard;
  const buttons = features.map((feature, index) => ({ position: index + 1, feature, label: "" }));
  return { name, description: "", model, protocol, buttons };
}

/** The candidate for a copy: what is given in place of the source's content; the name must be given [BT-02]. */
export function copiedPhoneButtonTemplate(source: PhoneButtonTemplateContent, given: unknown): unknown {
  const { name: _, ...rest } = source;
  return isRecord(given) ? withPatch(rest, withItemDefaults(phoneButtonTemplateRules.shape, given)) : given;
}

/** Whether a template may be copied so: a copy is for the same model and protocol. */
export function checkPhoneButtonTemplateCopy(source: PhoneButtonTemplateContent, given: unknown): Problem[] {
  const { name: template, model, protocol } = source;
  return (["model", "protocol"] as const)
    .filter((field) => ![undefined, source[field]].some((allowed) => fieldOf(given, field) === allowed))
    .map((field) => ({ path: [field], code: "otherModel", params: { template, model, protocol } }));
}

/** Whether a change is allowed: of a standard template nothing, of others not model and protocol. */
export function checkPhoneButtonTemplateChange(
  template: { readonly isStandard: boolean },
  before: PhoneButtonTemplateContent,
  after: PhoneButtonTemplateContent,
): Problem[] {
  if (!template.isStandard) return checkReadOnlyFields(before, after, ["model", "protocol"]);
  const fields = Object.keys(phoneButtonTemplateRules.shape.fields) as (keyof PhoneButtonTemplateContent)[];
  return fields
    .filter((field) => !sameContent(before[field], after[field]))
    .map((field) => ({ path: [field], code: "standardReadOnly", params: { name: before.name } }));
}

/** True for a button whose feature cannot be changed: the API's `isFixed`. */
export function isFixedButton(
  { model, protocol }: Pick<PhoneButtonTemplateContent, "model" | "protocol">,
  position: number,
): boolean {
  return fixedFeature(model, protocol, position) !== null;
}
