import type { ObjectIdentity } from "@/lib/client/object-identity";
import { isPatternKind } from "@/lib/configuration/named-object";

/** Which page of a kind an address names. */
export type ObjectView =
  | { readonly page: "list" }
  | { readonly page: "new"; readonly copyOf: ObjectIdentity | null }
  | { readonly page: "object" | "history" | "dependency-records"; readonly identity: ObjectIdentity }
  /** Nothing has the name any more; the server says so of an address of the former kind. */
  | { readonly page: "deleted"; readonly identity: ObjectIdentity };

type Query = Readonly<Record<string, string | string[] | undefined>>;

const text = (value: string | string[] | undefined) =>
  typeof value === "string" && value !== "" ? value : null;

/**
 * The page that an address below the list of a kind names, or null when there is none such.
 * @param segments the decoded parts of the address below the list
 */
export function viewOf(kind: string, segments: readonly string[], query: Query): ObjectView | null {
  const [name, page, ...more] = segments;
  const partition = isPatternKind(kind) ? text(query.partition) : null;
  if (name === undefined) return { page: "list" };
  if (more.length > 0) return null;
  if (name === "new" && page === undefined) {
    const copied = text(query.copyOf);
    return { page: "new", copyOf: copied === null ? null : { name: copied, partition } };
  }
  const identity = { name, partition };
  if (page === undefined) return { page: "object", identity };
  return page === "history" || page === "dependency-records" ? { page, identity } : null;
}
