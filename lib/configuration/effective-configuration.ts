import { buttonsOfPhone } from "@/lib/catalog/button-placement";
import { builtInNetworkLocale, builtInUserLocale } from "@/lib/catalog/locales";
import { fallbackSoftkeyTemplate } from "@/lib/catalog/standard-softkey-templates";
import { assignButtons, isPartiallyRegistered } from "@/lib/configuration/button-assignment";
import type { CommonDeviceConfigurationContent } from "@/lib/configuration/common-device-configuration";
import type { DeviceProfileContent } from "@/lib/configuration/device-profile";
import { type EffectiveButton, labelledButton } from "@/lib/configuration/effective-button";
import {
  type EffectiveSoftkeys,
  effectiveSoftkeys,
  showsSoftkeys,
} from "@/lib/configuration/effective-softkeys";
import type { PhoneContent } from "@/lib/configuration/phone";
import type { TemplateButton } from "@/lib/configuration/phone-button-template";
import type { PhoneLine } from "@/lib/configuration/phone-lines";
import type { SoftkeyLayout } from "@/lib/configuration/softkey-layout";

/** Who decided a value: the profile of the user who is logged in, the phone, its common device configuration, or nobody. */
export type ValueSource = "deviceProfile" | "phone" | "commonDeviceConfiguration" | "default";

/** A value and who decided it. */
export interface Sourced<Value> {
  readonly value: Value;
  readonly source: ValueSource;
}

/** What a phone's configuration is made of, loaded beforehand. */
export interface ConfigurationSources {
  readonly phone: PhoneContent;
  /** Of the user who is logged in with Extension Mobility, else null. */
  readonly deviceProfile: DeviceProfileContent | null;
  readonly commonDeviceConfiguration: CommonDeviceConfigurationContent | null;
  /** The name of the template marked default, or null while none is [SK-04]. */
  readonly defaultSoftkeyTemplate: string | null;
  readonly softkeyLayout: (template: string) => SoftkeyLayout | undefined;
  readonly templateButtons: (template: string) => readonly TemplateButton[] | undefined;
}

/** What a phone runs once it has downloaded everything, each value with where it comes from [PH-04]. */
export interface EffectiveConfiguration {
  /** Null for a model without softkeys. */
  readonly softkeyTemplate: Sourced<string> | null;
  readonly softkeys: EffectiveSoftkeys;
  readonly phoneButtonTemplate: Sourced<string>;
  readonly buttons: readonly EffectiveButton[];
  readonly lines: Sourced<readonly PhoneLine[]>;
  readonly userLocale: Sourced<string>;
  readonly networkLocale: Sourced<string>;
  readonly isPartiallyRegistered: boolean;
  /** Of the user who is logged in with Extension Mobility. */
  readonly deviceProfile: Pick<DeviceProfileContent, "name" | "userId"> | null;
}

function firstOf(
  candidates: readonly (readonly [ValueSource, string | null | undefined])[],
  fallback: string,
): Sourced<string> {
  for (const [source, value] of candidates) if (value) return { value, source };
  return { value: fallback, source: "default" };
}

function chooseSoftkeyTemplate(sources: ConfigurationSources): Sourced<string> {
  const { deviceProfile, phone, commonDeviceConfiguration, defaultSoftkeyTemplate } = sources;
  return firstOf(
    [
      ["deviceProfile", deviceProfile?.softkeyTemplate],
      ["phone", phone.softkeyTemplate],
      ["commonDeviceConfiguration", commonDeviceConfiguration?.softkeyTemplate],
    ],
    defaultSoftkeyTemplate ?? fallbackSoftkeyTemplate,
  );
}

/** The lines that a phone has: those of the profile of the user who is logged in, if that has some. */
export function effectiveLines({
  deviceProfile,
  phone,
}: Pick<ConfigurationSources, "deviceProfile" | "phone">): Sourced<readonly PhoneLine[]> {
  if (deviceProfile && deviceProfile.lines.length > 0) {
    return { value: deviceProfile.lines, source: "deviceProfile" };
  }
  return { value: phone.lines, source: "phone" };
}

/**
 * The configuration that applies to a phone: device profile before phone, phone before common device
 * configuration, that before the default template, Standard User while none is marked. What the model cannot have
 * is left out and named, whatever template it comes from [PH-04, PR-08]. A template whose content is not known
 * gives no keys.
 */
export function effectiveConfiguration(sources: ConfigurationSources): EffectiveConfiguration {
  const { phone, deviceProfile, commonDeviceConfiguration: common } = sources;
  const softkeyTemplate = chooseSoftkeyTemplate(sources);
  const buttonTemplate = firstOf(
    [["deviceProfile", deviceProfile?.phoneButtonTemplate]],
    phone.phoneButtonTemplate,
  );
  const phoneButtonTemplate: Sourced<string> =
    buttonTemplate.source === "default" ? { ...buttonTemplate, source: "phone" } : buttonTemplate;
  const lines = effectiveLines(sources);
  const hardware = buttonsOfPhone(phone.model, phone.expansionModules);
  const template = sources.templateButtons(phoneButtonTemplate.value) ?? [];
  const assigned = assignButtons(template, { ...phone, buttons: hardware });
  return {
    softkeyTemplate: showsSoftkeys(phone.model) ? softkeyTemplate : null,
    softkeys: effectiveSoftkeys(phone.model, sources.softkeyLayout(softkeyTemplate.value)),
    phoneButtonTemplate,
    buttons: assigned.map((button) => labelledButton(button, lines.value, phone.speedDials)),
    lines,
    userLocale: firstOf(
      [
        ["phone", phone.userLocale],
        ["commonDeviceConfiguration", common?.userLocale],
      ],
      builtInUserLocale,
    ),
    networkLocale: firstOf(
      [
        ["phone", phone.networkLocale],
        ["commonDeviceConfiguration", common?.networkLocale],
      ],
      builtInNetworkLocale,
    ),
    isPartiallyRegistered: isPartiallyRegistered(template, hardware),
    deviceProfile: deviceProfile && { name: deviceProfile.name, userId: deviceProfile.userId },
  };
}
