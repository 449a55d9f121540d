"use client";

import { describeObject } from "@/components/console/object/object-description";
import { ObjectPages, type ObjectPagesProps } from "@/components/console/object/object-pages";
import { DeviceName } from "@/components/phone/device-name";
import { EffectiveWhenNear } from "@/components/phone/effective/effective-when-near";
import { LinesCell, ModelCell, UseCell } from "@/components/phone/list-cells";
import { PhoneBadges } from "@/components/phone/phone-badges";
import {
  ChoosePhoneType,
  ExpansionModules,
  PhoneLines,
  PhoneSelectionActions,
  SpeedDials,
} from "@/components/phone/phone-editors";
import { PhoneType } from "@/components/phone/phone-type";
import { RegistrationBadge } from "@/components/phone/registration-badge";
import { usePhoneSaveHooks } from "@/components/phone/save/use-phone-save-hooks";
import { useKnownTemplate } from "@/components/phone/use-known-template";
import { usePhoneLinks } from "@/components/phone/use-phone-links";
import { showsSoftkeys } from "@/lib/configuration/effective-softkeys";
import { dndOptionsOf, type PhoneContent, phoneRules } from "@/lib/configuration/phone";
import type { PhoneDto } from "@/lib/contract/phone";
import { registrationStatuses } from "@/lib/devices/device";

/** What the pages of phones show [PH-01 to PH-05]. */
const phone = describeObject<PhoneContent, PhoneDto>({
  rules: phoneRules,
  groups: [
    {
      id: "information",
      fields: [
        { path: "model", Editor: PhoneType },
        { path: "name", Editor: DeviceName },
        "description",
        "devicePool",
        "callingSearchSpace",
        "commonDeviceConfiguration",
        {
          path: "phoneButtonTemplate",
          where: ({ model, protocol }) => [`model:isExactly:${model}`, `protocol:isExactly:${protocol}`],
        },
        { path: "softkeyTemplate", isShown: ({ model }) => showsSoftkeys(model) },
        "userLocale",
        "networkLocale",
        "owner",
      ],
    },
    { id: "lines", fields: [{ path: "lines", Editor: PhoneLines, isWide: true }] },
    {
      id: "speedDials",
      fields: [{ path: "speedDials", Editor: SpeedDials, isWide: true }],
    },
    {
      id: "modules",
      fields: [{ path: "expansionModules", Editor: ExpansionModules }],
    },
    { id: "extension", fields: ["extensionMobility"] },
    {
      id: "dnd",
      fields: [
        "dnd.status",
        { path: "dnd.option", choices: ({ model, protocol }) => dndOptionsOf(model, protocol) },
      ],
    },
    { id: "effective", fields: [], Section: EffectiveWhenNear },
  ],
  columns: [
    "description",
    { field: "model", Cell: ModelCell },
    "devicePool",
    { field: "lines", Cell: LinesCell },
    "softkeyTemplate",
    { field: "commonDeviceConfiguration", isHiddenAtFirst: true },
    { field: "phoneButtonTemplate", isHiddenAtFirst: true },
    { field: "callingSearchSpace", isHiddenAtFirst: true },
    { field: "owner", isHiddenAtFirst: true },
    { field: "registration", Cell: RegistrationBadge, isUnsorted: true },
    { field: "use", Cell: UseCell, isUnsorted: true },
  ],
  searched: [
    "name",
    "description",
    "directoryNumber",
    "model",
    "protocol",
    "devicePool",
    "callingSearchSpace",
    "softkeyTemplate",
    "commonDeviceConfiguration",
    "phoneButtonTemplate",
    "userLocale",
    "networkLocale",
    "dnd.status",
    "dnd.option",
    "extensionMobility",
    "owner",
    { field: "registration", choices: registrationStatuses, words: "phone.registration" },
  ],
  Badges: PhoneBadges,
  SelectionActions: PhoneSelectionActions,
  isChanging: ({ registration }) => registration === "registering" || registration === "neverRegistered",
  useRelatedLinks: usePhoneLinks,
  useSaveHooks: usePhoneSaveHooks,
  Begin: ChoosePhoneType,
  useKnown: useKnownTemplate,
});

/** The pages of phones (PH-01 to PH-05). */
export function PhonePages(props: ObjectPagesProps) {
  return <ObjectPages object={phone} {...props} />;
}
