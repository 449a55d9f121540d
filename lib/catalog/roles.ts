/** The roles of the console, modelled on the standard groups of Unified CM; their names are in the messages. */
export const roles = ["superUser", "phoneAdministrator", "readOnly"] as const;
export type Role = (typeof roles)[number];

/** What a person can be permitted to see or change; `ownApiKey` is a key of the person who asks. */
export const resources = ["softkeyTemplate", "user", "apiKey", "ownApiKey"] as const;
export type Resource = (typeof resources)[number];

/** A privilege includes the ones before it. */
const privileges = ["none", "read", "update"] as const;
type Privilege = (typeof privileges)[number];

/** What each role may do, resource by resource. */
const rolePrivileges: Readonly<Record<Role, Readonly<Record<Resource, Privilege>>>> = {
  superUser: { softkeyTemplate: "update", user: "update", apiKey: "update", ownApiKey: "update" },
  phoneAdministrator: { softkeyTemplate: "update", user: "none", apiKey: "none", ownApiKey: "update" },
  readOnly: { softkeyTemplate: "read", user: "read", apiKey: "none", ownApiKey: "update" },
};

/** True when the value names a role (no prototype key does). */
export function isRole(value: unknown): value is Role {
  return roles.some((role) => role === value);
}

/** True when the role's privilege on the resource includes the wanted one. */
export function isAllowed(role: Role, resource: Resource, wanted: "read" | "update"): boolean {
  return privileges.indexOf(rolePrivileges[role][resource]) >= privileges.indexOf(wanted);
}
