import fc from "fast-check";
import { type ButtonFeature, noFeature } from "@/lib/catalog/button-features";
import { offeredFeatures } from "@/lib/catalog/button-placement";
import type { StandardPhoneButtonTemplate } from "@/lib/catalog/standard-phone-button-templates";
import { standardPhoneButtonTemplates } from "@/lib/catalog/standard-phone-button-templates";
import { dndOptions, type PhoneContent } from "@/lib/configuration/phone";
import {
  type PhoneButtonTemplateContent,
  standardButtonContent,
} from "@/lib/configuration/phone-button-template";
import type { PhoneLine } from "@/lib/configuration/phone-lines";
import { deskPhone } from "@/lib/configuration/testing/cluster";

// Few values, so that two contents often agree.
const texts = fc.constantFrom("", "Lobby", "안내", "Kim Min-jun");
const names = fc.constantFrom("Standard User", "Reception", "콜백 사용자");
const optionalNames = fc.oneof(fc.constant(null), names);

/** Lines with distinct indexes and distinct numbers, at least one. */
const lines: fc.Arbitrary<PhoneLine[]> = fc
  .uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 5 })
  .chain((indexes) =>
    fc.tuple(
      ...indexes
        .toSorted((one, other) => one - other)
        .map((index) =>
          fc.record({
            index: fc.constant(index),
            directoryNumber: fc.constantFrom(`20${index}`, `+8220${index}`),
            partition: fc.constantFrom(null, "Seoul"),
            label: texts,
            displayName: texts,
            busyTrigger: fc.constantFrom(1, 2),
            maxCalls: fc.constantFrom(2, 4),
          }),
        ),
    ),
  );

/** Any valid content of an 8841. */
export const deskPhones: fc.Arbitrary<PhoneContent> = fc
  .record({
    name: fc.constantFrom("SEP001122334455", "SEPAABBCCDDEEFF"),
    description: texts,
    commonDeviceConfiguration: optionalNames,
    softkeyTemplate: optionalNames,
    dnd: fc.record({ status: fc.boolean(), option: fc.constantFrom(...dndOptions) }),
    extensionMobility: fc.boolean(),
    owner: optionalNames,
    lines,
    speedDials: fc.constantFrom([], [{ index: 2, number: "5001", label: "Busan" }]),
  })
  .map((change) => deskPhone(change));

/** A valid content that shares some of its fields with the given one, as the next save of it would. */
export function variantOf<Content extends object>(
  content: Content,
  others: fc.Arbitrary<Content>,
): fc.Arbitrary<Content> {
  const fields = Object.keys(content) as (keyof Content)[];
  return fc.tuple(others, fc.subarray(fields, { maxLength: 3 })).map(([other, taken]) => ({
    ...content,
    ...Object.fromEntries(taken.map((field) => [field, other[field]])),
  }));
}

/** Any valid template for the model and protocol of the standard one, with as many buttons or more. */
export function buttonTemplatesFor(
  standard: StandardPhoneButtonTemplate,
): fc.Arbitrary<PhoneButtonTemplateContent> {
  const { model, protocol } = standard;
  const content = standardButtonContent(standard);
  return fc.nat({ max: 6 }).chain((added) => {
    const features: readonly ButtonFeature[] = [
      ...standard.features,
      ...new Array<ButtonFeature>(added).fill(noFeature),
    ];
    const buttons = features.map((_, index) =>
      fc.record({
        position: fc.constant(index + 1),
        feature: fc.constantFrom(...offeredFeatures(model, protocol, index + 1)),
        label: index === 0 ? fc.constant("") : texts,
      }),
    );
    return fc.record({ name: names, description: texts, buttons: fc.tuple(...buttons) }).map((change) => ({
      ...content,
      ...change,
    }));
  });
}

/** Any valid template of any model. */
export const buttonTemplates: fc.Arbitrary<PhoneButtonTemplateContent> = fc
  .constantFrom(...standardPhoneButtonTemplates)
  .chain(buttonTemplatesFor);
