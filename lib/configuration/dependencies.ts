/** The kinds of objects of the configuration that refer to each other by name. */
export const configurationKinds = [
  "softkeyTemplate",
  "phoneButtonTemplate",
  "commonDeviceConfiguration",
  "phone",
  "directoryNumber",
  "ctiRoutePoint",
  "trunk",
  "routePattern",
  "remoteCluster",
  "deviceProfile",
  "partition",
  "callingSearchSpace",
  "devicePool",
  "serviceParameter",
  "locale",
] as const;
export type ConfigurationKind = (typeof configurationKinds)[number];

/** True when the value names a kind (no prototype key does). */
export function isConfigurationKind(value: unknown): value is ConfigurationKind {
  return configurationKinds.some((kind) => kind === value);
}

/** One field by which objects of a kind refer to others. */
export interface Reference {
  readonly from: ConfigurationKind;
  /** Where the name is: field names, `*` for every item of a list. */
  readonly path: readonly string[];
  readonly to: ConfigurationKind;
  /** The field cannot be empty, so a reassign needs another object. */
  readonly isRequired: boolean;
  /** A name that does not exist yet is created with the object, as directory numbers are with lines. */
  readonly isCreatedOnUse: boolean;
  /** The name of the only object of the kind whose field it is, or null for all. */
  readonly onlyIn: string | null;
}

function reference(
  from: ConfigurationKind,
  path: string,
  to: ConfigurationKind,
  more: Partial<Pick<Reference, "isRequired" | "isCreatedOnUse" | "onlyIn">> = {},
): Reference {
  return { from, path: path.split("."), to, isRequired: false, isCreatedOnUse: false, onlyIn: null, ...more };
}

const required = { isRequired: true } as const;
const createdOnUse = { isRequired: true, isCreatedOnUse: true } as const;

/**
 * Which kinds refer to which by which field: the source of dependency records, of the check that references
 * exist, and of *reassign to…*. A directory number is named by its pattern, in the partition beside it.
 */
export const references: readonly Reference[] = [
  reference("commonDeviceConfiguration", "softkeyTemplate", "softkeyTemplate"),
  reference("commonDeviceConfiguration", "userLocale", "locale"),
  reference("commonDeviceConfiguration", "networkLocale", "locale"),
  reference("phone", "devicePool", "devicePool", required),
  reference("phone", "callingSearchSpace", "callingSearchSpace"),
  reference("phone", "commonDeviceConfiguration", "commonDeviceConfiguration"),
  reference("phone", "softkeyTemplate", "softkeyTemplate"),
  reference("phone", "phoneButtonTemplate", "phoneButtonTemplate", required),
  reference("phone", "userLocale", "locale"),
  reference("phone", "networkLocale", "locale"),
  reference("phone", "lines.*.directoryNumber", "directoryNumber", createdOnUse),
  reference("phone", "lines.*.partition", "partition"),
  reference("deviceProfile", "softkeyTemplate", "softkeyTemplate"),
  reference("deviceProfile", "phoneButtonTemplate", "phoneButtonTemplate"),
  reference("deviceProfile", "lines.*.directoryNumber", "directoryNumber", createdOnUse),
  reference("deviceProfile", "lines.*.partition", "partition"),
  reference("directoryNumber", "partition", "partition"),
  reference("directoryNumber", "callingSearchSpace", "callingSearchSpace"),
  reference("ctiRoutePoint", "directoryNumber", "directoryNumber", createdOnUse),
  reference("ctiRoutePoint", "partition", "partition"),
  reference("callingSearchSpace", "partitions.*", "partition", required),
  reference("routePattern", "partition", "partition"),
  reference("routePattern", "trunk", "trunk", required),
  reference("trunk", "remoteCluster", "remoteCluster"),
  reference("serviceParameter", "value", "callingSearchSpace", { onlyIn: "Callback Calling Search Space" }),
];

/** The fields by which objects of this kind are used. */
export function referencesTo(kind: ConfigurationKind): readonly Reference[] {
  return references.filter(({ to }) => to === kind);
}
