/** The roles of the console, the widest first, modelled on the standard groups of Unified CM; their names are in the messages. */
export const roles = ["superUser", "phoneAdministrator", "readOnly"] as const;
export type Role = (typeof roles)[number];

/**
 * What a person can be permitted to see or change. `own…` belongs to the person who asks: their API keys, full name and
 * password; `metrics` are those of the program.
 */
export const resources = [
  "softkeyTemplate",
  "phoneButtonTemplate",
  "commonDeviceConfiguration",
  "phone",
  "directoryNumber",
  "ctiRoutePoint",
  "deviceProfile",
  "trunk",
  "routePattern",
  "remoteCluster",
  "partition",
  "callingSearchSpace",
  "devicePool",
  "serviceParameter",
  "locale",
  "user",
  "apiKey",
  "job",
  "metrics",
  "ownApiKey",
  "ownUser",
] as const;
export type Resource = (typeof resources)[number];

/** A privilege includes the ones before it. */
const privileges = ["none", "read", "update"] as const;
type Privilege = (typeof privileges)[number];

/** Phones and what stands on them. */
function phones<Wanted extends Privilege>(privilege: Wanted) {
  return {
    softkeyTemplate: privilege,
    phoneButtonTemplate: privilege,
    commonDeviceConfiguration: privilege,
    phone: privilege,
    directoryNumber: privilege,
    ctiRoutePoint: privilege,
    deviceProfile: privilege,
  };
}

/** How the cluster routes calls, and what it offers to phones. */
function cluster<Wanted extends Privilege>(privilege: Wanted) {
  return {
    trunk: privilege,
    routePattern: privilege,
    remoteCluster: privilege,
    partition: privilege,
    callingSearchSpace: privilege,
    devicePool: privilege,
    serviceParameter: privilege,
    locale: privilege,
  };
}

const own = { ownApiKey: "update", ownUser: "update" } as const;

/** What each role may do, resource by resource. */
const rolePrivileges: Readonly<Record<Role, Readonly<Record<Resource, Privilege>>>> = {
  superUser: {
    ...own,
    ...phones("update"),
    ...cluster("update"),
    user: "update",
    apiKey: "update",
    job: "update",
    metrics: "update",
  },
  phoneAdministrator: {
    ...own,
    ...phones("update"),
    ...cluster("read"),
    user: "none",
    apiKey: "none",
    job: "update",
    metrics: "none",
  },
  readOnly: {
    ...own,
    ...phones("read"),
    ...cluster("read"),
    user: "read",
    apiKey: "none",
    job: "read",
    metrics: "none",
  },
};

/** The roles that an API key of somebody in that role can be limited to: their own and those after it. */
export function narrowerRoles(role: Role): readonly Role[] {
  return roles.slice(roles.indexOf(role));
}

/** True when the value names a role (no prototype key does). */
export function isRole(value: unknown): value is Role {
  return roles.some((role) => role === value);
}

/** True when the role's privilege on the resource includes the wanted one. */
export function isAllowed(role: Role, resource: Resource, wanted: "read" | "update"): boolean {
  return privileges.indexOf(rolePrivileges[role][resource]) >= privileges.indexOf(wanted);
}
