import { sql } from "kysely";
import { configurationRules } from "@/lib/configuration/configuration-rules";
import { type ConfigurationKind, configurationKinds } from "@/lib/configuration/dependencies";
import { changesDownload } from "@/lib/devices/downloaded-content";
import { declaredTable, type SpecialTable } from "@/lib/server/db/configuration/declared-table";
import {
  phoneButtonTemplateTable,
  phoneTable,
  softkeyTemplateTable,
} from "@/lib/server/db/configuration/phone-tables";
import type { TableFacts } from "@/lib/server/db/configuration/table";
import { foldedText } from "@/lib/server/db/list/list-fields";

/** The folded name of the partition that the number of a CTI route point is in. */
const partitionOfNumber = sql<string>`coalesce((SELECT r."key" FROM "DirectoryNumber" d
  JOIN "Partition" r ON r."id" = d."partitionId" WHERE d."id" = t."directoryNumberId"), '')`;

/** What does not follow from the fields of a kind and the columns of its table. */
const special: Readonly<Partial<Record<ConfigurationKind, SpecialTable>>> = {
  softkeyTemplate: softkeyTemplateTable,
  phoneButtonTemplate: phoneButtonTemplateTable,
  phone: phoneTable,
  deviceProfile: { lists: { lines: "DeviceProfileLine" } },
  directoryNumber: {
    // A phone that gets the line meanwhile would not be among those that have a change to apply.
    lockMode: "update",
    changesDownload: (before, after) => changesDownload("directoryNumber", before, after),
  },
  ctiRoutePoint: { listFields: { partition: foldedText(partitionOfNumber) } },
  remoteCluster: { lists: { directoryNumbers: "RemoteDirectoryNumber" } },
  callingSearchSpace: { lists: { partitions: "CallingSearchSpaceMember" } },
  serviceParameter: { referenceColumns: { value: "callingSearchSpaceId" } },
};

/** How the objects of each kind are stored. */
export const tables = Object.fromEntries(
  configurationKinds.map((kind) => [kind, declaredTable(configurationRules[kind], special[kind])]),
) as Readonly<Record<ConfigurationKind, TableFacts>>;
