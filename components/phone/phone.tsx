import { describeObject } from "@/components/console/object/object-description";
import type { FieldDescription } from "@/components/console/object/object-fields";
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
import { maximumPhoneDescriptionLength } from "@/lib/configuration/text-rules";
import type { PhoneDto } from "@/lib/contract/phone";

const information: readonly FieldDescription<PhoneContent>[] = [
  { path: "model", control: "custom", Editor: PhoneType },
  { path: "name", control: "custom", Editor: DeviceName, isRequired: true },
  { path: "description", control: "text", maximum: maximumPhoneDescriptionLength },
  { path: "devicePool", control: "reference", to: "devicePool", isRequired: true },
  {
    path: "commonDeviceConfiguration",
    control: "reference",
    to: "commonDeviceConfiguration",
    hasHelp: true,
  },
  {
    path: "phoneButtonTemplate",
    control: "reference",
    to: "phoneButtonTemplate",
    where: ({ model, protocol }) => [`model:isExactly:${model}`, `protocol:isExactly:${protocol}`],
    isRequired: true,
    hasHelp: true,
  },
  {
    path: "softkeyTemplate",
    control: "reference",
    to: "softkeyTemplate",
    isShown: ({ model }) => showsSoftkeys(model),
    hasHelp: true,
  },
  { path: "userLocale", control: "reference", to: "locale", where: () => ["kind:isExactly:user"] },
  { path: "networkLocale", control: "reference", to: "locale", where: () => ["kind:isExactly:network"] },
  { path: "owner", control: "text", maximum: 50, hasHelp: true },
];

/** What the pages of phones show [PH-01 to PH-05]. */
export const phone = describeObject<PhoneContent, PhoneDto>({
  kind: "phone",
  rules: phoneRules,
  groups: [
    { id: "information", fields: information },
    { id: "lines", fields: [{ path: "lines", control: "custom", Editor: PhoneLines, isWide: true }] },
    {
      id: "speedDials",
      fields: [{ path: "speedDials", control: "custom", Editor: SpeedDials, isWide: true }],
    },
    {
      id: "modules",
      fields: [{ path: "expansionModules", control: "custom", Editor: ExpansionModules }],
    },
    { id: "extension", fields: [{ path: "extensionMobility", control: "flag" }] },
    {
      id: "dnd",
      fields: [
        { path: "dnd.status", control: "flag" },
        {
          path: "dnd.option",
          control: "choice",
          choices: ({ model, protocol }) => dndOptionsOf(model, protocol),
          hasHelp: true,
        },
      ],
    },
    { id: "effective", fields: [], Section: EffectiveWhenNear },
  ],
  columns: [
    { field: "description" },
    { field: "model", Cell: ModelCell },
    { field: "devicePool", to: "devicePool" },
    { field: "lines", Cell: LinesCell },
    { field: "softkeyTemplate", to: "softkeyTemplate" },
    { field: "commonDeviceConfiguration", to: "commonDeviceConfiguration", isHiddenAtFirst: true },
    { field: "phoneButtonTemplate", to: "phoneButtonTemplate", isHiddenAtFirst: true },
    { field: "owner", isHiddenAtFirst: true },
    { field: "registration", Cell: RegistrationBadge, isUnsorted: true },
    { field: "use", Cell: UseCell, isUnsorted: true },
  ],
  searched: [
    { field: "name" },
    { field: "description" },
    { field: "directoryNumber" },
    { field: "model" },
    { field: "protocol" },
    { field: "devicePool" },
    { field: "softkeyTemplate" },
    { field: "commonDeviceConfiguration" },
    { field: "phoneButtonTemplate" },
    { field: "userLocale" },
    { field: "networkLocale" },
    { field: "dnd.status", kind: "boolean" },
    { field: "extensionMobility", kind: "boolean" },
    { field: "owner" },
  ],
  Badges: PhoneBadges,
  SelectionActions: PhoneSelectionActions,
  isChanging: ({ registration }) => registration === "registering" || registration === "neverRegistered",
  useRelatedLinks: usePhoneLinks,
  useSaveHooks: usePhoneSaveHooks,
  Begin: ChoosePhoneType,
  useKnown: useKnownTemplate,
});
