import { type SqlBool, sql } from "kysely";
import { foldCase, nameKey } from "@/lib/configuration/text-rules";
import type { deviceProfileListFields } from "@/lib/contract/device-profile";
import type { phoneListFields } from "@/lib/contract/phone";
import type { phoneButtonTemplateListFields } from "@/lib/contract/phone-button-template";
import type { softkeyTemplateListFields } from "@/lib/contract/softkey-template";
import { changesDownload } from "@/lib/devices/downloaded-content";
import {
  flagColumn,
  foldedColumn,
  joinedListField,
  listField,
  namedFields,
  plainColumn,
  referenceField,
  requiredReferenceField,
  setting,
} from "@/lib/server/db/configuration/sql-fields";
import type { ChildTable, StoredFields, TableFacts } from "@/lib/server/db/configuration/table";
import { joinedTexts, type ListField, textCondition } from "@/lib/server/db/list/conditions";
import { foldedText } from "@/lib/server/db/list/list-fields";

type Fields<Names extends readonly string[]> = Readonly<Record<Names[number], ListField>>;

const number = {
  column: "directoryNumberId",
  to: "directoryNumber",
  field: "directoryNumber",
  partitionField: "partition",
} as const;

function lineTable(table: string, model: string, owner: string): ChildTable {
  const columns = ["index", "label", "displayName"];
  return { field: "lines", table, model, owner, order: "index", columns, references: [number] };
}

const phoneLines = lineTable("PhoneLine", "phoneLine", "phoneId");
const profileLines = lineTable("DeviceProfileLine", "deviceProfileLine", "deviceProfileId");
const speedDials: ChildTable = {
  field: "speedDials",
  table: "PhoneSpeedDial",
  model: "phoneSpeedDial",
  owner: "phoneId",
  order: "index",
  columns: ["index", "number", "label"],
  references: [],
};

/** The folded patterns of the lines: the first one to sort by, all of them to search in. */
function numberKeys({ lines }: StoredFields): Readonly<Record<string, string>> {
  const numbers = lines as readonly { readonly directoryNumber: string }[];
  const patterns = numbers.map(({ directoryNumber }) => nameKey(directoryNumber));
  return { firstNumber: patterns[0] ?? "", numbersKey: joinedTexts(patterns) };
}

/** See the column: text that is the same for phones with the same modules, and lines and speed dials at the same places. */
function layoutKey({ expansionModules, lines, speedDials }: StoredFields): string {
  const modules = (expansionModules ?? []) as readonly string[];
  const places = (list: unknown) =>
    (list as readonly { readonly index: number }[])
      .map(({ index }) => index)
      .toSorted((one, other) => one - other);
  return [modules, places(lines), places(speedDials)].map((part) => part.join(",")).join(";");
}

const phoneNumbers = joinedListField("numbersKey", "firstNumber");

/** Whether the phone is registered; every phone gets a state in the transaction that makes it. */
const registration = sql<string>`coalesce((SELECT s."registration" FROM "DeviceState" s WHERE s."phoneId" = t."id"), 'neverRegistered')`;
const registrationField: ListField = {
  ...foldedText(sql<string>`lower(s."registration")`),
  join: { table: "DeviceState", isOptional: false, on: sql<SqlBool>`s."phoneId" = t."id"` },
  matches: (condition) =>
    sql<SqlBool>`t."id" IN (SELECT s."phoneId" FROM "DeviceState" s WHERE ${textCondition(sql`lower(s."registration")`, condition)})`,
};

export const phoneTable: TableFacts = {
  kind: "phone",
  table: "Phone",
  model: "phone",
  nameField: "name",
  columns: ["description", "model", "protocol"],
  references: [
    { column: "devicePoolId", to: "devicePool", field: "devicePool" },
    {
      column: "commonDeviceConfigurationId",
      to: "commonDeviceConfiguration",
      field: "commonDeviceConfiguration",
    },
    { column: "softkeyTemplateId", to: "softkeyTemplate", field: "softkeyTemplate" },
    { column: "phoneButtonTemplateId", to: "phoneButtonTemplate", field: "phoneButtonTemplate" },
    { column: "userLocaleId", to: "locale", field: "userLocale" },
    { column: "networkLocaleId", to: "locale", field: "networkLocale" },
  ],
  children: [phoneLines, speedDials],
  hasOrigin: false,
  computed: { registration },
  changesDownload: (before, after) => changesDownload("phone", before, after),
  keys: (content) => ({
    ownerKey: nameKey(String(content.owner ?? "")),
    ...numberKeys(content),
    layoutKey: layoutKey(content),
  }),
  listFields: {
    ...namedFields,
    model: plainColumn("model"),
    protocol: plainColumn("protocol"),
    devicePool: requiredReferenceField("devicePoolId", "devicePool"),
    commonDeviceConfiguration: referenceField("commonDeviceConfigurationId", "commonDeviceConfiguration"),
    softkeyTemplate: referenceField("softkeyTemplateId", "softkeyTemplate"),
    phoneButtonTemplate: requiredReferenceField("phoneButtonTemplateId", "phoneButtonTemplate"),
    userLocale: referenceField("userLocaleId", "locale"),
    networkLocale: referenceField("networkLocaleId", "locale"),
    "dnd.status": setting("boolean", "dnd", "status"),
    "dnd.option": setting("text", "dnd", "option"),
    extensionMobility: setting("boolean", "extensionMobility"),
    owner: foldedColumn("ownerKey"),
    lines: phoneNumbers,
    directoryNumber: phoneNumbers,
    registration: registrationField,
    speedDials: listField(speedDials, sql<string>`lower(c."number")`),
  } satisfies Fields<typeof phoneListFields>,
};

export const deviceProfileTable: TableFacts = {
  kind: "deviceProfile",
  table: "DeviceProfile",
  model: "deviceProfile",
  nameField: "name",
  columns: ["description", "userId"],
  references: [
    { column: "softkeyTemplateId", to: "softkeyTemplate", field: "softkeyTemplate" },
    { column: "phoneButtonTemplateId", to: "phoneButtonTemplate", field: "phoneButtonTemplate" },
  ],
  children: [profileLines],
  hasOrigin: false,
  keys: ({ userId }) => ({ userIdKey: nameKey(String(userId)) }),
  listFields: {
    ...namedFields,
    userId: foldedColumn("userIdKey"),
    softkeyTemplate: referenceField("softkeyTemplateId", "softkeyTemplate"),
    phoneButtonTemplate: referenceField("phoneButtonTemplateId", "phoneButtonTemplate"),
    lines: listField(profileLines, sql<string>`r."key"`),
  } satisfies Fields<typeof deviceProfileListFields>,
};

/** What the buttons carry, as one text to search in. */
function buttonsText({ buttons }: StoredFields): string {
  const list = buttons as readonly { position: number; feature: string; label: string }[];
  return list.map(({ position, feature, label }) => `${position}: ${feature} ${label}`.trim()).join("; ");
}

export const phoneButtonTemplateTable: TableFacts = {
  kind: "phoneButtonTemplate",
  table: "PhoneButtonTemplate",
  model: "phoneButtonTemplate",
  nameField: "name",
  columns: ["description", "model", "protocol"],
  references: [],
  children: [],
  hasOrigin: true,
  keys: (content) => ({ buttonsKey: foldCase(buttonsText(content)) }),
  listFields: {
    ...namedFields,
    model: plainColumn("model"),
    protocol: plainColumn("protocol"),
    isStandard: flagColumn("isStandard"),
    copyOf: foldedColumn("copyOfKey"),
    buttons: foldedColumn("buttonsKey"),
  } satisfies Fields<typeof phoneButtonTemplateListFields>,
};

/** The softkeys of all call states, as one text to search in. */
function softkeysText({ callStates }: StoredFields): string {
  const lists = Object.entries(callStates as Readonly<Record<string, readonly string[]>>);
  return lists.map(([state, softkeys]) => `${state}: ${softkeys.join(", ")}`).join("; ");
}

export const softkeyTemplateTable: TableFacts = {
  kind: "softkeyTemplate",
  table: "SoftkeyTemplate",
  model: "softkeyTemplate",
  nameField: "name",
  columns: ["description", "isDefault"],
  references: [],
  children: [],
  hasOrigin: true,
  keys: (content) => ({ softkeysKey: nameKey(softkeysText(content)) }),
  listFields: {
    ...namedFields,
    isDefault: flagColumn("isDefault"),
    isStandard: flagColumn("isStandard"),
    copyOf: foldedColumn("copyOfKey"),
    callStates: foldedColumn("softkeysKey"),
  } satisfies Fields<typeof softkeyTemplateListFields>,
};
