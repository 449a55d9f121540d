import type { ConfigurationKind } from "@/lib/configuration/dependencies";

/** Where the search of the console looks for the objects of a kind: fields of its lists, by name. */
export interface SearchedFields {
  /** Each word is in one of them. */
  readonly fields: readonly string[];
  /** Or the whole text is at the beginning of one of them: those have no index of their parts. */
  readonly beginnings?: readonly string[];
  /** Or each word is in one label of an item of this list. */
  readonly labels?: string;
  /** There may be as many as there are phones: what would look at each is done only when nothing else is found. */
  readonly isMany?: true;
  /** Folded columns in which something similar is looked for; of a number or an address it would be another one. */
  readonly similarIn: readonly string[];
}

const named: SearchedFields = { fields: ["name"], similarIn: ["key"] };
const described: SearchedFields = { fields: ["name", "description"], similarIn: ["key", "descriptionKey"] };

/** The fields of each kind in which the search looks. */
export const searchedFields: Readonly<Record<ConfigurationKind, SearchedFields>> = {
  softkeyTemplate: described,
  phoneButtonTemplate: { ...described, fields: ["name", "description", "model"] },
  commonDeviceConfiguration: described,
  phone: {
    fields: ["name", "description", "directoryNumber", "owner"],
    labels: "lines",
    isMany: true,
    similarIn: ["descriptionKey", "ownerKey"],
  },
  directoryNumber: {
    fields: ["pattern"],
    beginnings: ["description", "alertingName"],
    isMany: true,
    similarIn: [],
  },
  ctiRoutePoint: { ...described, fields: ["name", "description", "directoryNumber"] },
  trunk: described,
  routePattern: { fields: ["pattern", "description"], similarIn: ["descriptionKey"] },
  remoteCluster: { ...described, fields: ["name", "description", "directoryNumbers"] },
  deviceProfile: {
    ...described,
    fields: ["name", "description", "userId", "lines"],
    labels: "lines",
    isMany: true,
  },
  partition: described,
  callingSearchSpace: described,
  devicePool: described,
  serviceParameter: named,
  locale: named,
};
