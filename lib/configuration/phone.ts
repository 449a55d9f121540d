import {
  expansionModules,
  expansionRule,
  isExpansionModule,
  maximumExpansionModules,
} from "@/lib/catalog/expansion-modules";
import { type PhoneModel, type PhoneProtocol, phoneModel, phoneProtocols } from "@/lib/catalog/phone-models";
import { checkReadOnlyFields } from "@/lib/configuration/change-rules";
import { type ContentRules, contentRules } from "@/lib/configuration/content-rules";
import { type ContentOf, contentShape } from "@/lib/configuration/content-shape";
import {
  choiceValue,
  deviceDescriptionValue,
  flagValue,
  nameValue,
  optional,
  optionalReference,
  referenceFrom,
  referenceValue,
  ruledValue,
} from "@/lib/configuration/content-values";
import { defaultDevicePool } from "@/lib/configuration/device-pool";
import { showsSoftkeys } from "@/lib/configuration/effective-softkeys";
import type { Known } from "@/lib/configuration/known";
import { checkLines, linesShape, speedDialsShape, withLimits } from "@/lib/configuration/phone-lines";
import { checkPhoneName, normalizePhoneName } from "@/lib/configuration/phone-name";
import { echo, type Problem } from "@/lib/configuration/problem";

/** What Do Not Disturb does to a call: silences the ringer, or refuses it (DND-Reject) [IN-04]. */
export const dndOptions = ["Ringer Off", "Call Reject"] as const;
export type DndOption = (typeof dndOptions)[number];

const modelValue = ruledValue<string>({ type: "text" }, (value, path) => {
  if (typeof value !== "string") return [{ path, code: "wrongType", params: { expected: "string" } }];
  return phoneModel(value.trim()) ? [] : [{ path, code: "unknownModel", params: { model: echo(value) } }];
});

const moduleNames = expansionModules.map(({ name }) => name);
const modulesValue = ruledValue<readonly string[]>(
  { type: "texts", maximum: maximumExpansionModules, choices: moduleNames },
  (value, path) => {
    if (!Array.isArray(value)) return [{ path, code: "wrongType", params: { expected: "array" } }];
    if (value.length > maximumExpansionModules) {
      return [{ path, code: "tooMany", params: { limit: maximumExpansionModules, count: value.length } }];
    }
    return value.flatMap((name, position): Problem[] =>
      isExpansionModule(name)
        ? []
        : [
            {
              path: [...path, position],
              code: "unknownValue",
              params: { value: echo(name), accepted: moduleNames.join(", ") },
            },
          ],
    );
  },
  [],
  (value) => value,
);

/** What the content of phones and of phone button templates have in common. */
export const modelShapes = { model: modelValue, protocol: choiceValue(phoneProtocols) } as const;

const shape = contentShape({
  name: nameValue,
  description: deviceDescriptionValue,
  ...modelShapes,
  devicePool: referenceFrom(defaultDevicePool),
  /** Where its calls are looked up, after the calling search space of the line. */
  callingSearchSpace: optionalReference,
  commonDeviceConfiguration: optionalReference,
  softkeyTemplate: optionalReference,
  phoneButtonTemplate: referenceValue,
  userLocale: optionalReference,
  networkLocale: optionalReference,
  dnd: contentShape({ status: flagValue(false), option: choiceValue(dndOptions, "Ringer Off") }),
  extensionMobility: flagValue(false),
  /** The user ID of the person whose phone it is. */
  owner: optional(nameValue),
  lines: linesShape,
  speedDials: speedDialsShape,
  /** Names of the attached modules, the one next to the phone first; the same one may be there again. */
  expansionModules: modulesValue,
});

/** Everything an administrator sets on a phone [PH-01 to PH-05]. Other objects are named, null is none. */
export type PhoneContent = ContentOf<typeof shape>;

/** A protocol that the model does not speak. */
export function checkProtocol(model: PhoneModel, protocol: PhoneProtocol): Problem[] {
  if (model.protocols.includes(protocol)) return [];
  return [{ path: ["protocol"], code: "protocolNotSupported", params: { model: model.name, protocol } }];
}

/** The DND options of a phone: SCCP 7940 and 7960 can only silence the ringer. */
export function dndOptionsOf(model: string, protocol: PhoneProtocol): readonly DndOption[] {
  const isOld = model === "Cisco 7940" || model === "Cisco 7960";
  return isOld && protocol === "SCCP" ? ["Ringer Off"] : dndOptions;
}

/** Fields that phones of the model do not have, though they are given one: they would do nothing. */
function checkModelFields({ model, softkeyTemplate }: PhoneContent): Problem[] {
  if (softkeyTemplate === null || showsSoftkeys(model)) return [];
  return [{ path: ["softkeyTemplate"], code: "fieldNotSupported", params: { model } }];
}

function checkModules({ model, expansionModules }: PhoneContent): Problem[] {
  const rule = expansionRule(model);
  const path = ["expansionModules"];
  const problems = expansionModules.flatMap((module, position): Problem[] =>
    rule?.modules.some((name) => name === module)
      ? []
      : [{ path: [...path, position], code: "expansionModuleNotSupported", params: { module, model } }],
  );
  if (rule && expansionModules.length > rule.maximum) {
    problems.push({ path, code: "tooMany", params: { limit: rule.maximum, count: expansionModules.length } });
  }
  return problems;
}

function checkTemplate(
  { model, protocol, phoneButtonTemplate: template }: PhoneContent,
  known: Known,
): Problem[] {
  const target = known.phoneButtonTemplate(template);
  if (!target || (target.model === model && target.protocol === protocol)) return [];
  return [{ path: ["phoneButtonTemplate"], code: "otherModel", params: { template, model, protocol } }];
}

function check(phone: PhoneContent, known: Known): Problem[] {
  const { name, model: modelName, protocol, dnd, lines } = phone;
  const model = phoneModel(modelName);
  const foreignProtocol = model ? checkProtocol(model, protocol) : [];
  const problems = [
    ...checkPhoneName(name, modelName),
    ...foreignProtocol,
    // No template fits a protocol that the model does not speak.
    ...(foreignProtocol.length === 0 ? checkTemplate(phone, known) : []),
    ...checkModelFields(phone),
    ...checkModules(phone),
    ...checkLines(lines),
  ];
  if (!dndOptionsOf(modelName, protocol).includes(dnd.option)) {
    const params = { option: dnd.option, model: modelName };
    problems.push({ path: ["dnd", "option"], code: "dndOptionNotSupported", params });
  }
  return problems;
}

export const phoneRules: ContentRules<PhoneContent> = contentRules("phone", shape, {
  check,
  fill: (phone, known) => ({ ...phone, lines: withLimits(phone.lines, known) }),
  normalize: (phone) => ({ ...phone, name: normalizePhoneName(phone.name, phone.model) }),
});

/** Whether a change is allowed: model and protocol are fixed when a phone is made. */
export function checkPhoneChange(before: PhoneContent, after: PhoneContent): Problem[] {
  return checkReadOnlyFields(before, after, ["model", "protocol"]);
}
