import { isBuiltInLocale } from "@/lib/catalog/locales";
import { serviceParameter } from "@/lib/catalog/service-parameters";
import { profileWarnings } from "@/lib/configuration/button-warnings";
import { callingSearchSpaceRules } from "@/lib/configuration/calling-search-space";
import { commonDeviceConfigurationRules } from "@/lib/configuration/common-device-configuration";
import { ctiRoutePointRules } from "@/lib/configuration/cti-route-point";
import type { ConfigurationKind } from "@/lib/configuration/dependencies";
import {
  checkDevicePoolChange,
  type DevicePoolContent,
  devicePoolRules,
  isBuiltInDevicePool,
} from "@/lib/configuration/device-pool";
import { deviceProfileRules } from "@/lib/configuration/device-profile";
import { directoryNumberRules } from "@/lib/configuration/directory-number";
import { checkLocaleChange, type LocaleContent, localeRules } from "@/lib/configuration/locale";
import { partitionRules } from "@/lib/configuration/partition";
import { remoteClusterRules } from "@/lib/configuration/remote-cluster";
import { routePatternRules } from "@/lib/configuration/route-pattern";
import {
  checkServiceParameterChange,
  type ServiceParameterContent,
  serviceParameterRules,
} from "@/lib/configuration/service-parameter";
import { trunkRules } from "@/lib/configuration/trunk";
import { refreshPhoneNumbers } from "@/lib/server/db/configuration/phone-numbers";
import type { StoredObject } from "@/lib/server/db/configuration/read";
import { tables } from "@/lib/server/db/configuration/tables";
import {
  prepareClusterChanges,
  prepareForwardChanges,
  publishRemovedClusters,
} from "@/lib/server/services/configuration/changes-for-viewers";
import { type Definition, define } from "@/lib/server/services/configuration/definition";
import { findButtonTemplate } from "@/lib/server/services/configuration/find-button-template";
import { phoneButtonTemplateDefinition } from "@/lib/server/services/configuration/phone-button-template-definition";
import { phoneDefinition } from "@/lib/server/services/configuration/phone-definition";
import { softkeyTemplateDefinition } from "@/lib/server/services/configuration/softkey-template-definition";

const before = <Content>({ content }: StoredObject) => content as Content;

/** What is special about each kind. */
export const definitions: Readonly<Record<ConfigurationKind, Definition>> = {
  softkeyTemplate: softkeyTemplateDefinition,
  phone: phoneDefinition,
  phoneButtonTemplate: phoneButtonTemplateDefinition,
  commonDeviceConfiguration: define({
    rules: commonDeviceConfigurationRules,
    table: tables.commonDeviceConfiguration,
  }),
  deviceProfile: define({
    rules: deviceProfileRules,
    table: tables.deviceProfile,
    unique: { column: "userIdKey", field: "userId" },
    warnings: async (transaction, profile) =>
      profileWarnings(profile, await findButtonTemplate(transaction, profile.phoneButtonTemplate)),
  }),
  directoryNumber: define({
    rules: directoryNumberRules,
    table: tables.directoryNumber,
    prepareSave: prepareForwardChanges,
    afterSave: async (transaction, old, { id, content }) => {
      if (old.content.pattern !== content.pattern) await refreshPhoneNumbers(transaction, id);
    },
  }),
  partition: define({
    rules: partitionRules,
    table: tables.partition,
  }),
  callingSearchSpace: define({
    rules: callingSearchSpaceRules,
    table: tables.callingSearchSpace,
  }),
  ctiRoutePoint: define({
    rules: ctiRoutePointRules,
    table: tables.ctiRoutePoint,
  }),
  trunk: define({
    rules: trunkRules,
    table: tables.trunk,
  }),
  routePattern: define({
    rules: routePatternRules,
    table: tables.routePattern,
  }),
  remoteCluster: define({
    rules: remoteClusterRules,
    table: tables.remoteCluster,
    prepareSave: prepareClusterChanges,
    beforeRemove: publishRemovedClusters,
  }),
  devicePool: define({
    rules: devicePoolRules,
    table: tables.devicePool,
    checkChange: (old, after) => checkDevicePoolChange(before<DevicePoolContent>(old), after),
    isBuiltIn: isBuiltInDevicePool,
  }),
  locale: define({
    rules: localeRules,
    table: tables.locale,
    checkChange: (old, after, uses) => checkLocaleChange(before<LocaleContent>(old), after, uses),
    isBuiltIn: isBuiltInLocale,
  }),
  serviceParameter: define({
    rules: serviceParameterRules,
    table: tables.serviceParameter,
    checkChange: (old, after) => checkServiceParameterChange(before<ServiceParameterContent>(old), after),
    isBuiltIn: () => true,
    dtoExtras: ({ name }) => {
      const facts = serviceParameter(name);
      return {
        default: facts?.default ?? null,
        unit: facts?.type === "number" ? facts.unit : null,
        minimum: facts?.type === "number" ? facts.minimum : null,
        maximum: facts?.type === "number" ? facts.maximum : null,
        choices: facts?.type === "choice" ? facts.choices : null,
      };
    },
  }),
};
