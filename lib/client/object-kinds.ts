import type { ConfigurationKind } from "@/lib/configuration/dependencies";

/** Where the pages of a kind are, and how its objects are found. */
interface KindFacts {
  /** Address of *Find and List*; the pages of its objects are below it. */
  readonly path: `/${string}`;
  /** The fields in which the search of the console looks. */
  readonly searchedBy: readonly string[];
}

/**
 * The kinds of the configuration that have pages, in the order of the menu; menu, links and search follow. A kind
 * comes here together with its pages.
 */
const facts = {
  devicePool: { path: "/system/device-pool", searchedBy: ["name", "description"] },
  serviceParameter: { path: "/system/service-parameters", searchedBy: ["name"] },
  locale: { path: "/system/locale", searchedBy: ["name"] },
  routePattern: { path: "/call-routing/route-hunt/route-pattern", searchedBy: ["pattern", "description"] },
  partition: { path: "/call-routing/class-of-control/partition", searchedBy: ["name"] },
  callingSearchSpace: {
    path: "/call-routing/class-of-control/calling-search-space",
    searchedBy: ["name"],
  },
  directoryNumber: { path: "/call-routing/directory-number", searchedBy: ["pattern", "alertingName"] },
  remoteCluster: { path: "/advanced-features/remote-cluster", searchedBy: ["name", "directoryNumbers"] },
  ctiRoutePoint: { path: "/device/cti-route-point", searchedBy: ["name", "directoryNumber"] },
  phone: { path: "/device/phone", searchedBy: ["name", "description", "directoryNumber"] },
  trunk: { path: "/device/trunk", searchedBy: ["name", "description"] },
  commonDeviceConfiguration: {
    path: "/device/device-settings/common-device-configuration",
    searchedBy: ["name"],
  },
  deviceProfile: {
    path: "/device/device-settings/device-profile",
    searchedBy: ["name", "userId", "lines"],
  },
  phoneButtonTemplate: {
    path: "/device/device-settings/phone-button-template",
    searchedBy: ["name", "model"],
  },
  softkeyTemplate: { path: "/device/device-settings/softkey-template", searchedBy: ["name"] },
} as const satisfies Record<ConfigurationKind, KindFacts>;

/** A kind that has pages. */
export type ShownKind = keyof typeof facts;

export const objectKinds: Readonly<Record<ShownKind, KindFacts>> = facts;

/** True for a kind that has pages. */
export function isShownKind(kind: string): kind is ShownKind {
  return Object.hasOwn(facts, kind);
}

/** True for kinds whose objects are named by a pattern and told apart by the partition that it is in. */
export function isPatternKind(kind: string): boolean {
  return kind === "directoryNumber" || kind === "routePattern";
}
