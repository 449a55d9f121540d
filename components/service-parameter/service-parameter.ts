import { describeObject } from "@/components/console/object/object-description";
import { choiceKey } from "@/components/service-parameter/use-parameter-words";
import type { StoredObject } from "@/lib/client/configuration";
import { type ServiceParameterContent, serviceParameterRules } from "@/lib/configuration/service-parameter";

/** What the history of a service parameter shows; the parameters themselves have a page of their own. */
export const serviceParameter = describeObject<
  ServiceParameterContent,
  StoredObject & ServiceParameterContent
>({
  rules: serviceParameterRules,
  groups: [],
  columns: [],
  searched: [],
  canCreate: false,
  canDelete: false,
  canRename: false,
  valueText: (field, value, translate) => {
    const key = `serviceParameter.choice.${choiceKey(value)}`;
    return field === "value" && translate.has(key) ? translate(key) : undefined;
  },
});
