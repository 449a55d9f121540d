import { isBuiltInLocale } from "@/lib/catalog/locales";
import { serviceParameter } from "@/lib/catalog/service-parameters";
import { profileWarnings } from "@/lib/configuration/button-warnings";
import { configurationRules } from "@/lib/configuration/configuration-rules";
import type { ContentRules, Declaration } from "@/lib/configuration/content-rules";
import { type ConfigurationKind, configurationKinds } from "@/lib/configuration/dependencies";
import {
  checkDevicePoolChange,
  type DevicePoolContent,
  devicePoolRules,
  isBuiltInDevicePool,
} from "@/lib/configuration/device-pool";
import { deviceProfileRules } from "@/lib/configuration/device-profile";
import { directoryNumberRules } from "@/lib/configuration/directory-number";
import { checkLocaleChange, type LocaleContent, localeRules } from "@/lib/configuration/locale";
import { remoteClusterRules } from "@/lib/configuration/remote-cluster";
import {
  checkServiceParameterChange,
  type ServiceParameterContent,
  serviceParameterRules,
} from "@/lib/configuration/service-parameter";
import { refreshPhoneNumbers } from "@/lib/server/db/configuration/phone-numbers";
import type { StoredObject } from "@/lib/server/db/configuration/read";
import type { StoredFields } from "@/lib/server/db/configuration/table";
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

/** What is special about kinds. */
const special: Readonly<Partial<Record<ConfigurationKind, Definition>>> = {
  softkeyTemplate: softkeyTemplateDefinition,
  phone: phoneDefinition,
  phoneButtonTemplate: phoneButtonTemplateDefinition,
  deviceProfile: define({
    rules: deviceProfileRules,
    unique: { column: "userIdKey", field: "userId" },
    warnings: async (transaction, profile) =>
      profileWarnings(profile, await findButtonTemplate(transaction, profile.phoneButtonTemplate)),
  }),
  directoryNumber: define({
    rules: directoryNumberRules,
    prepareSave: prepareForwardChanges,
    afterSave: async (transaction, old, { id, content }) => {
      if (old.content.pattern !== content.pattern) await refreshPhoneNumbers(transaction, id);
    },
  }),
  remoteCluster: define({
    rules: remoteClusterRules,
    prepareSave: prepareClusterChanges,
    beforeRemove: publishRemovedClusters,
  }),
  devicePool: define({
    rules: devicePoolRules,
    checkChange: (old, after) => checkDevicePoolChange(before<DevicePoolContent>(old), after),
    isBuiltIn: isBuiltInDevicePool,
  }),
  locale: define({
    rules: localeRules,
    checkChange: (old, after, uses) => checkLocaleChange(before<LocaleContent>(old), after, uses),
    isBuiltIn: isBuiltInLocale,
  }),
  serviceParameter: define({
    rules: serviceParameterRules,
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

/** A kind of which nothing is special. */
function plain(kind: ConfigurationKind): Definition {
  const rules: Declaration = configurationRules[kind];
  return define({ rules: rules as ContentRules<StoredFields> });
}

/** Every kind. */
export const definitions = Object.fromEntries(
  configurationKinds.map((kind) => [kind, special[kind] ?? plain(kind)]),
) as Readonly<Record<ConfigurationKind, Definition>>;
