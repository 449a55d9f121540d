import { devicePoolRules } from "@/lib/configuration/device-pool";
import { partitionRules } from "@/lib/configuration/partition";
import { apiKeyContract } from "@/lib/contract/api-key";
import { bulkContract } from "@/lib/contract/bulk";
import { callBackContract } from "@/lib/contract/call-back";
import { callingSearchSpaceContract } from "@/lib/contract/calling-search-space";
import { changeContract } from "@/lib/contract/change";
import { commonDeviceConfigurationContract } from "@/lib/contract/common-device-configuration";
import { namedContract } from "@/lib/contract/configuration";
import { ctiRoutePointContract } from "@/lib/contract/cti-route-point";
import { deskContract } from "@/lib/contract/desk";
import { deviceContract } from "@/lib/contract/device";
import { deviceProfileContract } from "@/lib/contract/device-profile";
import { directoryNumberContract } from "@/lib/contract/directory-number";
import { jobContract } from "@/lib/contract/job";
import { listViewContract } from "@/lib/contract/list-view";
import { localeContract } from "@/lib/contract/locale";
import { overviewContract } from "@/lib/contract/overview";
import { phoneContract } from "@/lib/contract/phone";
import { phoneButtonTemplateContract } from "@/lib/contract/phone-button-template";
import { remoteClusterContract } from "@/lib/contract/remote-cluster";
import { routePatternContract } from "@/lib/contract/route-pattern";
import { searchContract } from "@/lib/contract/search";
import { serviceParameterContract } from "@/lib/contract/service-parameter";
import { sessionContract } from "@/lib/contract/session";
import { simulationContract } from "@/lib/contract/simulation";
import { softkeyTemplateContract } from "@/lib/contract/softkey-template";
import { trunkContract } from "@/lib/contract/trunk";
import { unifiedCmContract } from "@/lib/contract/unified-cm";
import { userContract } from "@/lib/contract/user";

/** The whole API: what the console, programs and the OpenAPI document share. */
export const contract = {
  softkeyTemplate: softkeyTemplateContract,
  phoneButtonTemplate: phoneButtonTemplateContract,
  commonDeviceConfiguration: commonDeviceConfigurationContract,
  phone: phoneContract,
  directoryNumber: directoryNumberContract,
  ctiRoutePoint: ctiRoutePointContract,
  trunk: trunkContract,
  routePattern: routePatternContract,
  remoteCluster: remoteClusterContract,
  deviceProfile: deviceProfileContract,
  partition: namedContract(partitionRules),
  callingSearchSpace: callingSearchSpaceContract,
  devicePool: namedContract(devicePoolRules),
  serviceParameter: serviceParameterContract,
  locale: localeContract,
  user: userContract,
  apiKey: apiKeyContract,
  session: sessionContract,
  change: changeContract,
  overview: overviewContract,
  listView: listViewContract,
  search: searchContract,
  desk: deskContract,
  bulk: bulkContract,
  unifiedCm: unifiedCmContract,
  job: jobContract,
  device: deviceContract,
  callBack: callBackContract,
  simulation: simulationContract,
};
