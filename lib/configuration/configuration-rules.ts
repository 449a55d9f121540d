import { callingSearchSpaceRules } from "@/lib/configuration/calling-search-space";
import { commonDeviceConfigurationRules } from "@/lib/configuration/common-device-configuration";
import { ctiRoutePointRules } from "@/lib/configuration/cti-route-point";
import { devicePoolRules } from "@/lib/configuration/device-pool";
import { deviceProfileRules } from "@/lib/configuration/device-profile";
import { directoryNumberRules } from "@/lib/configuration/directory-number";
import { localeRules } from "@/lib/configuration/locale";
import { partitionRules } from "@/lib/configuration/partition";
import { phoneRules } from "@/lib/configuration/phone";
import { phoneButtonTemplateRules } from "@/lib/configuration/phone-button-template";
import { remoteClusterRules } from "@/lib/configuration/remote-cluster";
import { routePatternRules } from "@/lib/configuration/route-pattern";
import { serviceParameterRules } from "@/lib/configuration/service-parameter";
import { softkeyTemplateRules } from "@/lib/configuration/softkey-template-rules";
import { trunkRules } from "@/lib/configuration/trunk";

/** The rules of every kind. */
export const configurationRules = {
  callingSearchSpace: callingSearchSpaceRules,
  commonDeviceConfiguration: commonDeviceConfigurationRules,
  ctiRoutePoint: ctiRoutePointRules,
  devicePool: devicePoolRules,
  deviceProfile: deviceProfileRules,
  directoryNumber: directoryNumberRules,
  locale: localeRules,
  partition: partitionRules,
  phone: phoneRules,
  phoneButtonTemplate: phoneButtonTemplateRules,
  remoteCluster: remoteClusterRules,
  routePattern: routePatternRules,
  serviceParameter: serviceParameterRules,
  softkeyTemplate: softkeyTemplateRules,
  trunk: trunkRules,
} as const;
