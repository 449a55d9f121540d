import type { ConfigurationKind } from "@/lib/configuration/dependencies";

/** Where the pages of a kind are. */
interface KindFacts {
  /** Address of *Find and List*; the pages of its objects are below it. */
  readonly path: `/${string}`;
}

/**
 * The kinds of the configuration that have pages, in the order of the menu; menu and links follow. A kind
 * comes here together with its pages.
 */
const facts = {
  devicePool: { path: "/system/device-pool" },
  serviceParameter: { path: "/system/service-parameters" },
  locale: { path: "/system/locale" },
  routePattern: { path: "/call-routing/route-hunt/route-pattern" },
  partition: { path: "/call-routing/class-of-control/partition" },
  callingSearchSpace: {
    path: "/call-routing/class-of-control/calling-search-space",
  },
  directoryNumber: { path: "/call-routing/directory-number" },
  remoteCluster: { path: "/advanced-features/remote-cluster" },
  ctiRoutePoint: { path: "/device/cti-route-point" },
  phone: { path: "/device/phone" },
  trunk: { path: "/device/trunk" },
  commonDeviceConfiguration: {
    path: "/device/device-settings/common-device-configuration",
  },
  deviceProfile: {
    path: "/device/device-settings/device-profile",
  },
  phoneButtonTemplate: {
    path: "/device/device-settings/phone-button-template",
  },
  softkeyTemplate: { path: "/device/device-settings/softkey-template" },
} as const satisfies Record<ConfigurationKind, KindFacts>;

/** A kind that has pages. */
export type ShownKind = keyof typeof facts;

export const objectKinds: Readonly<Record<ShownKind, KindFacts>> = facts;

/** True for a kind that has pages. */
export function isShownKind(kind: string): kind is ShownKind {
  return Object.hasOwn(facts, kind);
}
