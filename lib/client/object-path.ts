import { wholeSearch } from "@/lib/client/list-view-address";
import type { ObjectIdentity } from "@/lib/client/object-identity";
import { isShownKind, objectKinds, type ShownKind } from "@/lib/client/object-kinds";
import { isPatternKind } from "@/lib/configuration/named-object";

/** The pages of one object beside its own. */
export type ObjectSubpage = "history" | "dependency-records" | "layout" | "configuration-file";

/** The part of an address that names an object. */
export function segmentOf(name: string): string {
  // The address of Add New ends in "new"; names are found in any letter case, addresses are not.
  return name === "new" ? "NEW" : encodeURIComponent(name);
}

function withQuery(path: string, query: Readonly<Record<string, string | null>>): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === null ? [] : `${name}=${encodeURIComponent(value)}`,
  );
  return given.length === 0 ? path : `${path}?${given.join("&")}`;
}

/** Address of *Find and List* of a kind. */
export function listPath(kind: ShownKind): string {
  return objectKinds[kind].path;
}

/** Address of *Find and List* of a kind with all its objects, also for somebody whose default view shows less. */
export function wholeListPath(kind: ShownKind): string {
  return `${listPath(kind)}${wholeSearch(isPatternKind(kind) ? "pattern" : "name")}`;
}

/** Address of the page of an object, or of one of its pages. */
export function pathOf(kind: ShownKind, { name, partition }: ObjectIdentity, page?: ObjectSubpage): string {
  const path = `${listPath(kind)}/${segmentOf(name)}`;
  return withQuery(page === undefined ? path : `${path}/${page}`, { partition });
}

/** Address of *Add New* of a kind; with an object, the new one starts as its copy. */
export function newPath(kind: ShownKind, copyOf?: ObjectIdentity): string {
  const query = copyOf ? { copyOf: copyOf.name, partition: copyOf.partition } : {};
  return withQuery(`${listPath(kind)}/new`, query);
}

/**
 * The address of the page of an object of any kind, or null when its kind has no pages.
 * @param partition of what is named by a pattern: the partition that it is in
 */
export function objectPath(kind: string, name: string, partition: string | null = null): string | null {
  return isShownKind(kind) ? pathOf(kind, { name, partition }) : null;
}
