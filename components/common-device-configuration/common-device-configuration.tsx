"use client";

import { describeObject } from "@/components/console/object/object-description";
import { ObjectPages, type ObjectPagesProps } from "@/components/console/object/object-pages";
import {
  type CommonDeviceConfigurationContent,
  commonDeviceConfigurationRules,
} from "@/lib/configuration/common-device-configuration";
import type { CommonDeviceConfigurationDto } from "@/lib/contract/common-device-configuration";

/** What the pages of common device configurations show: every field of Unified CM's object (CD-01, CD-02). */
export const commonDeviceConfiguration = describeObject<
  CommonDeviceConfigurationContent,
  CommonDeviceConfigurationDto
>({
  rules: commonDeviceConfigurationRules,
  groups: [
    {
      id: "information",
      fields: [
        "name",
        "description",
        "softkeyTemplate",
        "userLocale",
        "networkLocale",
        "useTrustedRelayPoint",
      ],
    },
    { id: "musicOnHold", fields: ["userHoldMohAudioSourceId", "networkHoldMohAudioSourceId"] },
    {
      id: "addressing",
      fields: [
        "ipAddressingMode",
        "ipAddressingModePreferenceControl",
        "allowAutoConfigurationForPhones",
        "allowDuplicateAddressDetection",
        "acceptRedirectMessages",
        "replyMulticastEchoRequest",
      ],
    },
    { id: "mlpp", fields: ["mlppDomainId", "mlppIndicationStatus", "preemption"] },
    {
      id: "calls",
      fields: ["useImeForOutboundCalls", "confidentialAccessMode", "confidentialAccessLevel"],
    },
  ],
  columns: ["description", "softkeyTemplate", "userLocale", "networkLocale"],
});

/** The pages of common device configurations (CD-01, CD-02). */
export function CommonDeviceConfigurationPages(props: ObjectPagesProps) {
  return <ObjectPages object={commonDeviceConfiguration} {...props} />;
}
