import { standardPhoneButtonTemplate } from "@/lib/catalog/standard-phone-button-templates";
import { completed } from "@/lib/configuration/content-patch";
import { isRecord } from "@/lib/configuration/content-shape";
import {
  checkPhoneButtonTemplateChange,
  checkPhoneButtonTemplateCopy,
  copiedPhoneButtonTemplate,
  isFixedButton,
  type PhoneButtonTemplateContent,
  phoneButtonTemplateRules,
} from "@/lib/configuration/phone-button-template";
import { define, type Input } from "@/lib/server/services/configuration/definition";

/** Buttons as they were read may be sent back: whether one is fixed follows from the model. */
function withoutFixed(given: Input): Input {
  const { buttons } = given;
  if (!Array.isArray(buttons)) return given;
  const own = buttons.map((button) => {
    if (!isRecord(button)) return button;
    const { isFixed: _, ...rest } = button;
    return rest;
  });
  return { ...given, buttons: own };
}

/** Phone button templates: always copies of another one, in the end of a standard one [BT-02]. */
export const phoneButtonTemplateDefinition = define<PhoneButtonTemplateContent>({
  rules: phoneButtonTemplateRules,
  candidate: (given, source) =>
    source ? copiedPhoneButtonTemplate(source, given) : completed(phoneButtonTemplateRules.shape, given),
  copySourceOf: ({ model, protocol }) => standardPhoneButtonTemplate(String(model), String(protocol))?.name,
  checkCopy: checkPhoneButtonTemplateCopy,
  checkChange: (before, after) =>
    checkPhoneButtonTemplateChange(before, before.content as PhoneButtonTemplateContent, after),
  accept: withoutFixed,
  dtoExtras: ({ model, protocol, buttons }) => ({
    buttons: buttons.map((button) => ({
      ...button,
      isFixed: isFixedButton({ model, protocol }, button.position),
    })),
  }),
});
