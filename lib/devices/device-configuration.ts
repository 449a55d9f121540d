import { lineFeature } from "@/lib/catalog/button-features";
import {
  type CommonDeviceConfigurationContent,
  commonDeviceConfigurationRules,
} from "@/lib/configuration/common-device-configuration";
import { initialContent } from "@/lib/configuration/content-patch";
import type { DirectoryNumberContent } from "@/lib/configuration/directory-number";
import type { EffectiveButton } from "@/lib/configuration/effective-button";
import {
  type ConfigurationSources,
  effectiveConfiguration,
} from "@/lib/configuration/effective-configuration";
import type { PhoneContent } from "@/lib/configuration/phone";
import type { PhoneLine } from "@/lib/configuration/phone-lines";
import type { SoftkeyLayout } from "@/lib/configuration/softkey-layout";
import type { ConfigurationSnapshot } from "@/lib/devices/device";
import type { Admission } from "@/lib/devices/device-event";

/** A template that a phone takes its keys from; it stays the same one under another name. */
export interface UsedTemplate {
  readonly id: string | null;
  readonly name: string;
}

/** Everything that a phone downloads or that Unified CM keeps for it, after precedence and model support [PH-04]. */
export interface DeviceConfiguration {
  /** The phone's own settings, with the locales and lines that really apply in place of its own. */
  readonly phone: PhoneContent;
  /** Null for a model without softkeys. */
  readonly softkeyTemplate: UsedTemplate | null;
  readonly softkeys: SoftkeyLayout;
  readonly phoneButtonTemplate: UsedTemplate;
  readonly buttons: readonly EffectiveButton[];
  readonly common: CommonDeviceConfigurationContent;
  /** The directory numbers of the lines, by the index of the line. */
  readonly numbers: ReadonlyMap<number, DirectoryNumberContent>;
  readonly isPartiallyRegistered: boolean;
}

/** What a phone's configuration is made of, loaded beforehand: as it is saved, or as it was downloaded. */
export interface DeviceSources extends ConfigurationSources {
  /** The revisions that the contents are. */
  readonly snapshot: ConfigurationSnapshot;
  readonly directoryNumber: (line: PhoneLine) => DirectoryNumberContent | undefined;
}

const defaultCommon = {
  ...initialContent(commonDeviceConfigurationRules.shape),
  name: "",
} as CommonDeviceConfigurationContent;

/**
 * The configuration of a phone from its sources [PH-04]. What is saved and what the phone runs come from the same
 * function, so that they can be compared; a running template, device pool or partition that was renamed since must
 * be given under its present name.
 */
export function deviceConfiguration(sources: DeviceSources): DeviceConfiguration {
  const { phone, commonDeviceConfiguration, snapshot } = sources;
  const effective = effectiveConfiguration(sources);
  const lines = effective.lines.value;
  const numbers = lines.flatMap((line): [number, DirectoryNumberContent][] => {
    const number = sources.directoryNumber(line);
    return number ? [[line.index, number]] : [];
  });
  return {
    phone: {
      ...phone,
      lines,
      userLocale: effective.userLocale.value,
      networkLocale: effective.networkLocale.value,
    },
    softkeyTemplate: effective.softkeyTemplate && {
      id: snapshot.softkeyTemplate?.id ?? null,
      name: effective.softkeyTemplate.value,
    },
    softkeys: effective.softkeys.callStates,
    phoneButtonTemplate: { id: snapshot.phoneButtonTemplate.id, name: effective.phoneButtonTemplate.value },
    buttons: effective.buttons,
    common: commonDeviceConfiguration ?? defaultCommon,
    numbers: new Map(numbers),
    isPartiallyRegistered: effective.isPartiallyRegistered,
  };
}

/**
 * Whether a phone may register with what it downloaded: partially when its template has lines on buttons that it
 * lacks, and not at all when it has lines and none of its buttons carries one (our decision: ConfigurationMismatch).
 */
export function admissionOf({ phone, buttons, isPartiallyRegistered }: DeviceConfiguration): Admission {
  if (phone.lines.length === 0) return { kind: "admitted", isPartial: isPartiallyRegistered };
  const hasLine = buttons.some(({ feature, number }) => feature === lineFeature && number !== null);
  if (!hasLine) return { kind: "rejected", reason: "ConfigurationMismatch" };
  return { kind: "admitted", isPartial: isPartiallyRegistered };
}
