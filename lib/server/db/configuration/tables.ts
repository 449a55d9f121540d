import type { ConfigurationKind } from "@/lib/configuration/dependencies";
import {
  callingSearchSpaceTable,
  commonDeviceConfigurationTable,
  ctiRoutePointTable,
  devicePoolTable,
  directoryNumberTable,
  localeTable,
  partitionTable,
  remoteClusterTable,
  routePatternTable,
  serviceParameterTable,
  trunkTable,
} from "@/lib/server/db/configuration/other-tables";
import {
  deviceProfileTable,
  phoneButtonTemplateTable,
  phoneTable,
} from "@/lib/server/db/configuration/phone-tables";
import type { TableFacts } from "@/lib/server/db/configuration/table";

/** Kinds that are stored by the generic store; softkey templates have a repository of their own. */
export type StoredKind = Exclude<ConfigurationKind, "softkeyTemplate">;

/** How the objects of each kind are stored. */
export const tables: Readonly<Record<StoredKind, TableFacts>> = {
  phoneButtonTemplate: phoneButtonTemplateTable,
  commonDeviceConfiguration: commonDeviceConfigurationTable,
  phone: phoneTable,
  directoryNumber: directoryNumberTable,
  ctiRoutePoint: ctiRoutePointTable,
  trunk: trunkTable,
  routePattern: routePatternTable,
  remoteCluster: remoteClusterTable,
  deviceProfile: deviceProfileTable,
  partition: partitionTable,
  callingSearchSpace: callingSearchSpaceTable,
  devicePool: devicePoolTable,
  serviceParameter: serviceParameterTable,
  locale: localeTable,
};
