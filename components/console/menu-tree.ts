import { isAllowed, type Resource, type Role } from "@/lib/catalog/roles";
import type { ShownKind } from "@/lib/client/object-kinds";
import { listPath } from "@/lib/client/object-path";
import {
  apiKeysPath,
  apiReferencePath,
  bulkPaths,
  changesPath,
  devicePaths,
  myAccountPath,
  phonesInUsePath,
  requestListPath,
  tracePath,
  userListPath,
} from "@/lib/client/paths";
import type { Messages } from "@/lib/i18n/messages";

/** Names an entry of the menu; its words are `shell.tree.<id>`. */
export type MenuId = keyof Messages["shell"]["tree"];

export type MenuPage = {
  id: MenuId;
  path: string;
  resource?: Resource;
  privilege?: "read" | "update";
  /** After G it leads there; H leads to the start page. */
  letter?: string;
};
export type MenuAction = { id: MenuId; action: "keyboardHelp" };
export type MenuGroup = { id: MenuId; entries: readonly MenuEntry[] };
export type MenuEntry = MenuPage | MenuAction | MenuGroup;

/** *Find and List* of a kind. */
function objects(kind: ShownKind, letter?: string): MenuPage {
  return { id: kind, path: listPath(kind), resource: kind, ...(letter === undefined ? {} : { letter }) };
}

/** The menu, with the words and paths of Unified CM. Only what works is in it. */
export const menuTree: readonly MenuGroup[] = [
  { id: "system", entries: [objects("devicePool", "D"), objects("serviceParameter"), objects("locale")] },
  {
    id: "callRouting",
    entries: [
      { id: "routeHunt", entries: [objects("routePattern")] },
      { id: "classOfControl", entries: [objects("partition"), objects("callingSearchSpace")] },
      objects("directoryNumber", "N"),
    ],
  },
  { id: "advancedFeatures", entries: [objects("remoteCluster")] },
  {
    id: "device",
    entries: [
      objects("ctiRoutePoint"),
      objects("phone", "P"),
      objects("trunk"),
      { id: "pendingApply", path: devicePaths.pending, resource: "phone", letter: "A" },
      {
        id: "deviceSettings",
        entries: [
          objects("commonDeviceConfiguration", "C"),
          objects("deviceProfile"),
          objects("phoneButtonTemplate", "B"),
          objects("softkeyTemplate", "S"),
        ],
      },
    ],
  },
  {
    id: "callBack",
    entries: [
      { id: "callBackPhones", path: phonesInUsePath, resource: "phone", letter: "K" },
      { id: "callBackRequests", path: requestListPath, resource: "phone", letter: "R" },
      { id: "callBackTrace", path: tracePath(), resource: "phone", letter: "T" },
    ],
  },
  {
    id: "serviceability",
    entries: [
      { id: "changes", path: changesPath, resource: "phone" },
      { id: "deviceAlarm", path: devicePaths.alarms, resource: "phone" },
    ],
  },
  {
    id: "bulkAdministration",
    entries: [
      { id: "bulkImport", path: bulkPaths.import, resource: "job", privilege: "update", letter: "I" },
      { id: "bulkExport", path: bulkPaths.export, resource: "job" },
      { id: "bulkUpdate", path: bulkPaths.update, resource: "job", privilege: "update" },
      { id: "jobScheduler", path: bulkPaths.jobs, resource: "job", letter: "J" },
    ],
  },
  {
    id: "userManagement",
    entries: [
      { id: "user", path: userListPath, resource: "user", letter: "U" },
      { id: "myAccount", path: myAccountPath, resource: "ownUser" },
      { id: "apiKey", path: apiKeysPath, resource: "ownApiKey" },
    ],
  },
  {
    id: "help",
    entries: [
      { id: "api", path: apiReferencePath },
      { id: "keyboard", action: "keyboardHelp" },
    ],
  },
];

function isVisible(entry: MenuEntry, role: Role): boolean {
  if ("entries" in entry) return entry.entries.some((child) => isVisible(child, role));
  if (!("resource" in entry) || entry.resource === undefined) return true;
  return isAllowed(role, entry.resource, entry.privilege ?? "read");
}

/** The entries that a person of this role may open; a group without any is left out. */
export function visibleEntries<Entry extends MenuEntry>(
  entries: readonly Entry[],
  role: Role,
): readonly Entry[] {
  return entries.filter((entry) => isVisible(entry, role));
}

/** Every page below the entries with the entries that lead to it, outermost first. */
export function menuPages(
  entries: readonly MenuEntry[] = menuTree,
  trail: readonly MenuId[] = [],
): readonly { page: MenuPage; trail: readonly MenuId[] }[] {
  return entries.flatMap((entry) => {
    if ("path" in entry) return [{ page: entry, trail }];
    return "entries" in entry ? menuPages(entry.entries, [...trail, entry.id]) : [];
  });
}
