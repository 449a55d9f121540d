import { standardPhoneButtonTemplates } from "@/lib/catalog/standard-phone-button-templates";
import {
  type CommonDeviceConfigurationContent,
  commonDeviceConfigurationRules,
} from "@/lib/configuration/common-device-configuration";
import { completed } from "@/lib/configuration/content-patch";
import { type DirectoryNumberContent, directoryNumberRules } from "@/lib/configuration/directory-number";
import { standardButtonContent } from "@/lib/configuration/phone-button-template";
import { deskPhone } from "@/lib/configuration/testing/cluster";
import { standardLayout } from "@/lib/configuration/testing/layouts";
import type { ConfigurationSnapshot } from "@/lib/devices/device";
import type { DeviceSources } from "@/lib/devices/device-configuration";

/** Revisions to change in a test. */
export function snapshotOf(change: Partial<ConfigurationSnapshot> = {}): ConfigurationSnapshot {
  return {
    phone: { id: "phone", number: 1 },
    softkeyTemplate: { id: "softkeys", number: 1 },
    phoneButtonTemplate: { id: "buttons", number: 1 },
    commonDeviceConfiguration: null,
    deviceProfile: null,
    directoryNumbers: [{ id: "2001", number: 1 }],
    ...change,
  };
}

/** A common device configuration with these fields; the others have their defaults. */
export function commonContent(
  change: Partial<CommonDeviceConfigurationContent> = {},
): CommonDeviceConfigurationContent {
  return completed(commonDeviceConfigurationRules.shape, {
    name: "Seoul",
    ...change,
  }) as CommonDeviceConfigurationContent;
}

/** A directory number with these fields; the others have their defaults. */
export function numberContent(change: Partial<DirectoryNumberContent> = {}): DirectoryNumberContent {
  return completed(directoryNumberRules.shape, { pattern: "2001", ...change }) as DirectoryNumberContent;
}

const standardButtons = new Map(
  standardPhoneButtonTemplates.map((template) => [template.name, standardButtonContent(template).buttons]),
);

/** What an 8841 with one line is made of, for a test to change. */
export function deviceSources(change: Partial<DeviceSources> = {}): DeviceSources {
  return {
    phone: deskPhone(),
    deviceProfile: null,
    commonDeviceConfiguration: null,
    defaultSoftkeyTemplate: null,
    softkeyLayout: () => standardLayout(),
    templateButtons: (name) => standardButtons.get(name),
    directoryNumber: ({ directoryNumber: pattern, partition }) => numberContent({ pattern, partition }),
    snapshot: snapshotOf(),
    ...change,
  };
}
