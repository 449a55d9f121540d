import { sql } from "kysely";
import { nameKey } from "@/lib/configuration/text-rules";
import type { callingSearchSpaceListFields } from "@/lib/contract/calling-search-space";
import type { commonDeviceConfigurationListFields } from "@/lib/contract/common-device-configuration";
import type { ctiRoutePointListFields } from "@/lib/contract/cti-route-point";
import type { devicePoolListFields } from "@/lib/contract/device-pool";
import type { directoryNumberListFields } from "@/lib/contract/directory-number";
import type { localeListFields } from "@/lib/contract/locale";
import type { partitionListFields } from "@/lib/contract/partition";
import type { remoteClusterListFields } from "@/lib/contract/remote-cluster";
import type { routePatternListFields } from "@/lib/contract/route-pattern";
import type { serviceParameterListFields } from "@/lib/contract/service-parameter";
import type { trunkListFields } from "@/lib/contract/trunk";
import { changesDownload } from "@/lib/devices/downloaded-content";
import {
  commonFields,
  flagColumn,
  foldedColumn,
  listField,
  namedFields,
  plainColumn,
  referenceField,
  requiredReferenceField,
  setting,
} from "@/lib/server/db/configuration/sql-fields";
import type { ChildTable, TableFacts } from "@/lib/server/db/configuration/table";
import type { ListField } from "@/lib/server/db/list/conditions";
import { foldedText } from "@/lib/server/db/list/list-fields";

type Fields<Names extends readonly string[]> = Readonly<Record<Names[number], ListField>>;

/** What most tables have. */
const plain = {
  nameField: "name",
  columns: ["description"],
  references: [],
  children: [],
  hasOrigin: false,
  keys: () => ({}),
} as const;

export const commonDeviceConfigurationTable: TableFacts = {
  ...plain,
  kind: "commonDeviceConfiguration",
  table: "CommonDeviceConfiguration",
  model: "commonDeviceConfiguration",
  references: [
    { column: "softkeyTemplateId", to: "softkeyTemplate", field: "softkeyTemplate" },
    { column: "userLocaleId", to: "locale", field: "userLocale" },
    { column: "networkLocaleId", to: "locale", field: "networkLocale" },
  ],
  listFields: {
    ...namedFields,
    softkeyTemplate: referenceField("softkeyTemplateId", "softkeyTemplate"),
    userLocale: referenceField("userLocaleId", "locale"),
    networkLocale: referenceField("networkLocaleId", "locale"),
  } satisfies Fields<typeof commonDeviceConfigurationListFields>,
};

export const devicePoolTable: TableFacts = {
  ...plain,
  kind: "devicePool",
  table: "DevicePool",
  model: "devicePool",
  listFields: { ...namedFields } satisfies Fields<typeof devicePoolListFields>,
};

export const partitionTable: TableFacts = {
  ...plain,
  kind: "partition",
  table: "Partition",
  model: "partition",
  listFields: { ...namedFields } satisfies Fields<typeof partitionListFields>,
};

const members: ChildTable = {
  field: "partitions",
  table: "CallingSearchSpaceMember",
  model: "callingSearchSpaceMember",
  owner: "callingSearchSpaceId",
  order: "position",
  columns: [],
  references: [{ column: "partitionId", to: "partition", field: "partition" }],
  isListOfNames: true,
};

export const callingSearchSpaceTable: TableFacts = {
  ...plain,
  kind: "callingSearchSpace",
  table: "CallingSearchSpace",
  model: "callingSearchSpace",
  children: [members],
  listFields: {
    ...namedFields,
    partitions: listField(members, sql<string>`r."key"`),
  } satisfies Fields<typeof callingSearchSpaceListFields>,
};

export const localeTable: TableFacts = {
  ...plain,
  kind: "locale",
  table: "Locale",
  model: "locale",
  columns: ["kind", "isInstalled"],
  listFields: {
    ...commonFields,
    name: foldedColumn("key"),
    kind: plainColumn("kind"),
    isInstalled: flagColumn("isInstalled"),
  } satisfies Fields<typeof localeListFields>,
};

export const serviceParameterTable: TableFacts = {
  ...plain,
  kind: "serviceParameter",
  table: "ServiceParameter",
  model: "serviceParameter",
  columns: [],
  references: [
    {
      column: "callingSearchSpaceId",
      to: "callingSearchSpace",
      field: "value",
      onlyIn: "Callback Calling Search Space",
    },
  ],
  keys: ({ value }) => ({ valueKey: nameKey(String(value ?? "")) }),
  listFields: {
    ...commonFields,
    name: foldedColumn("key"),
    value: foldedColumn("valueKey"),
  } satisfies Fields<typeof serviceParameterListFields>,
};

export const directoryNumberTable: TableFacts = {
  ...plain,
  kind: "directoryNumber",
  table: "DirectoryNumber",
  model: "directoryNumber",
  // A phone that gets the line meanwhile would not be among those that have a change to apply.
  lockMode: "update",
  nameField: "pattern",
  references: [
    { column: "partitionId", to: "partition", field: "partition" },
    { column: "callingSearchSpaceId", to: "callingSearchSpace", field: "callingSearchSpace" },
  ],
  changesDownload: (before, after) => changesDownload("directoryNumber", before, after),
  keys: ({ alertingName }) => ({ alertingNameKey: nameKey(String(alertingName)) }),
  listFields: {
    ...commonFields,
    pattern: foldedColumn("key"),
    description: foldedColumn("descriptionKey"),
    partition: referenceField("partitionId", "partition"),
    alertingName: foldedColumn("alertingNameKey"),
    "forward.all.destination": setting("text", "forward", "all", "destination"),
    "forward.busy.destination": setting("text", "forward", "busy", "destination"),
    "forward.noAnswer.destination": setting("text", "forward", "noAnswer", "destination"),
    "forward.unregistered.destination": setting("text", "forward", "unregistered", "destination"),
    noAnswerSeconds: setting("number", "noAnswerSeconds"),
    busyTrigger: setting("number", "busyTrigger"),
    maxCalls: setting("number", "maxCalls"),
    callingSearchSpace: referenceField("callingSearchSpaceId", "callingSearchSpace"),
  } satisfies Fields<typeof directoryNumberListFields>,
};

export const ctiRoutePointTable: TableFacts = {
  ...plain,
  kind: "ctiRoutePoint",
  table: "CtiRoutePoint",
  model: "ctiRoutePoint",
  references: [
    {
      column: "directoryNumberId",
      to: "directoryNumber",
      field: "directoryNumber",
      partitionField: "partition",
    },
  ],
  keys: ({ forwardTo }) => ({ forwardTo: nameKey(String(forwardTo ?? "")) }),
  listFields: {
    ...namedFields,
    directoryNumber: referenceField("directoryNumberId", "directoryNumber"),
    partition: foldedText(
      sql<string>`coalesce((SELECT r."key" FROM "DirectoryNumber" d JOIN "Partition" r ON r."id" = d."partitionId" WHERE d."id" = t."directoryNumberId"), '')`,
    ),
    forwardTo: foldedColumn("forwardTo"),
  } satisfies Fields<typeof ctiRoutePointListFields>,
};

const remoteNumbers: ChildTable = {
  field: "directoryNumbers",
  table: "RemoteDirectoryNumber",
  model: "remoteDirectoryNumber",
  owner: "remoteClusterId",
  order: "pattern",
  columns: ["pattern", "name"],
  references: [],
};

export const remoteClusterTable: TableFacts = {
  ...plain,
  kind: "remoteCluster",
  table: "RemoteCluster",
  model: "remoteCluster",
  children: [remoteNumbers],
  listFields: {
    ...namedFields,
    directoryNumbers: listField(remoteNumbers, sql<string>`lower(c."pattern")`),
  } satisfies Fields<typeof remoteClusterListFields>,
};

export const trunkTable: TableFacts = {
  ...plain,
  kind: "trunk",
  table: "Trunk",
  model: "trunk",
  columns: ["description", "type", "throughCube"],
  references: [{ column: "remoteClusterId", to: "remoteCluster", field: "remoteCluster" }],
  listFields: {
    ...namedFields,
    type: plainColumn("type"),
    throughCube: flagColumn("throughCube"),
    remoteCluster: referenceField("remoteClusterId", "remoteCluster"),
  } satisfies Fields<typeof trunkListFields>,
};

export const routePatternTable: TableFacts = {
  ...plain,
  kind: "routePattern",
  table: "RoutePattern",
  model: "routePattern",
  nameField: "pattern",
  references: [
    { column: "partitionId", to: "partition", field: "partition" },
    { column: "trunkId", to: "trunk", field: "trunk" },
  ],
  listFields: {
    ...commonFields,
    pattern: foldedColumn("key"),
    description: foldedColumn("descriptionKey"),
    partition: referenceField("partitionId", "partition"),
    trunk: requiredReferenceField("trunkId", "trunk"),
  } satisfies Fields<typeof routePatternListFields>,
};
