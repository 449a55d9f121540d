import { phoneModel } from "@/lib/catalog/phone-models";
import {
  standardPhoneButtonTemplate,
  standardPhoneButtonTemplates,
} from "@/lib/catalog/standard-phone-button-templates";
import { completed, withItemDefaults, withPatch } from "@/lib/configuration/content-patch";
import { fieldOf, isRecord } from "@/lib/configuration/content-shape";
import { showsSoftkeys } from "@/lib/configuration/effective-softkeys";
import { dndOptionsOf, type PhoneContent, phoneRules } from "@/lib/configuration/phone";

function textOf(value: unknown): string {
  return typeof value === "string" ? value.trim() : "";
}

/** A model that nobody knows is refused as such: what follows from the model is none of the phone's faults. */
const anyOfModel = {
  protocol: "SIP",
  phoneButtonTemplate: standardPhoneButtonTemplates[0]?.name,
} as const;

/** The only protocol of a model need not be given, and the button template is the model's standard one. */
function withModelDefaults(given: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const model = textOf(fieldOf(given, "model"));
  if (model !== "" && !phoneModel(model)) {
    const { protocol = anyOfModel.protocol, phoneButtonTemplate = anyOfModel.phoneButtonTemplate } = given;
    return { ...given, protocol, phoneButtonTemplate };
  }
  const protocols = phoneModel(model)?.protocols ?? [];
  const protocol = fieldOf(given, "protocol") ?? (protocols.length === 1 ? protocols[0] : undefined);
  // A protocol that the model does not speak is refused as such: the button template is none of its faults.
  const spoken = protocols.find((known) => known === protocol) ?? protocols[0] ?? "";
  const standard = standardPhoneButtonTemplate(model, spoken);
  return {
    ...given,
    ...(protocol === undefined ? {} : { protocol }),
    ...(fieldOf(given, "phoneButtonTemplate") === undefined && standard
      ? { phoneButtonTemplate: standard.name }
      : {}),
  };
}

/** The candidate for a new phone: what is given, and defaults for the rest. Any value may be given. */
export function newPhone(given: unknown): unknown {
  return isRecord(given) ? completed(phoneRules.shape, withModelDefaults(given)) : given;
}

/**
 * The candidate for a copy of a phone: the source's content with what is given in place; the copy shares the
 * source's lines. For another model or protocol what does not fit goes: button template, softkey template, modules, DND
 * option.
 */
export function copiedPhone(source: PhoneContent, given: unknown): unknown {
  if (!isRecord(given)) return given;
  const model = textOf(fieldOf(given, "model") ?? source.model);
  const protocols = phoneModel(model)?.protocols ?? [];
  const kept = protocols.includes(source.protocol) ? source.protocol : protocols[0];
  const protocol = textOf(fieldOf(given, "protocol") ?? kept ?? source.protocol);
  const { name: _, ...rest } = source;
  if (model === source.model && protocol === source.protocol) {
    return withPatch(rest, withItemDefaults(phoneRules.shape, given));
  }
  const options = dndOptionsOf(model, protocol === "SCCP" ? "SCCP" : "SIP");
  const fitting = {
    ...rest,
    protocol,
    phoneButtonTemplate: standardPhoneButtonTemplate(model, protocol)?.name,
    softkeyTemplate: showsSoftkeys(model) ? source.softkeyTemplate : null,
    expansionModules: [],
    dnd: { ...source.dnd, option: options.includes(source.dnd.option) ? source.dnd.option : "Ringer Off" },
  };
  return withPatch(fitting, withItemDefaults(phoneRules.shape, given));
}
