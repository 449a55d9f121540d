import { type ButtonFeature, lineFeature, speedDialFeature } from "@/lib/catalog/button-features";
import { buttonsOfPhone } from "@/lib/catalog/button-placement";
import { assignButtons, isPartiallyRegistered, positionOf } from "@/lib/configuration/button-assignment";
import type { DeviceProfileContent } from "@/lib/configuration/device-profile";
import type { PhoneContent } from "@/lib/configuration/phone";
import type { PhoneButtonTemplateContent, TemplateButton } from "@/lib/configuration/phone-button-template";
import type { Problem } from "@/lib/configuration/problem";

type Indexed = readonly { readonly index: number }[];

/** Of a list whose items sit on buttons those that no button of the template carries. */
function offButtons(
  field: "lines" | "speedDials",
  items: Indexed,
  template: string,
  isCarried: (index: number) => boolean,
): Problem[] {
  const code = field === "lines" ? "lineNotOnButton" : "speedDialNotOnButton";
  return items.flatMap(({ index }, position) =>
    isCarried(index) ? [] : [{ path: [field, position], code, params: { index, template } }],
  );
}

/**
 * What is accepted of a phone but probably not meant: lines and speed dials that no button carries, and a template with
 * lines on buttons that the phone lacks.
 * @param buttons those of its button template
 */
export function phoneWarnings(phone: PhoneContent, buttons: readonly TemplateButton[]): Problem[] {
  const { model, protocol, lines, speedDials, expansionModules, phoneButtonTemplate: template } = phone;
  const hardware = buttonsOfPhone(model, expansionModules);
  const assigned = assignButtons(buttons, { model, protocol, buttons: hardware });
  const carries = (feature: ButtonFeature) => (index: number) =>
    positionOf(assigned, feature, index) !== null;
  const warnings = [
    ...offButtons("lines", lines, template, carries(lineFeature)),
    ...offButtons("speedDials", speedDials, template, carries(speedDialFeature)),
  ];
  if (isPartiallyRegistered(buttons, hardware))
    warnings.push({
      ...{ path: ["phoneButtonTemplate"], code: "templateBeyondHardware" },
      params: { template, model, count: hardware },
    });
  return warnings;
}

/** Lines of a device profile that no button of its own template carries, if it has one. */
export function profileWarnings(
  { lines, phoneButtonTemplate }: DeviceProfileContent,
  template: PhoneButtonTemplateContent | null,
): Problem[] {
  if (!template || phoneButtonTemplate === null) return [];
  const { model, protocol, buttons } = template;
  const assigned = assignButtons(buttons, { model, protocol, buttons: buttons.length });
  return offButtons(
    "lines",
    lines,
    phoneButtonTemplate,
    (index) => positionOf(assigned, lineFeature, index) !== null,
  );
}
