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
  softkeyTemplateTable,
} from "@/lib/server/db/configuration/phone-tables";
import type { TableFacts } from "@/lib/server/db/configuration/table";

/** How the objects of each kind are stored. */
export const tables: Readonly<Record<ConfigurationKind, TableFacts>> = {
  softkeyTemplate: softkeyTemplateTable,
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
