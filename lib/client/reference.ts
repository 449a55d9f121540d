import { keepPreviousData } from "@tanstack/react-query";
import { queries } from "@/lib/client/api";
import type { ConfigurationKind } from "@/lib/configuration/dependencies";
import { isPatternKind } from "@/lib/configuration/named-object";

/** The kinds that others refer to by name alone, as drop-downs offer them. */
export type ReferenceKind = Exclude<ConfigurationKind, "directoryNumber" | "routePattern">;

/** True for a kind whose objects are named by a name alone. */
export function isReferenceKind(kind: ConfigurationKind): kind is ReferenceKind {
  return !isPatternKind(kind);
}

/** An object as drop-downs offer it. */
export interface OfferedReference {
  readonly name: string;
  /** Of a locale: whether it can be chosen. */
  readonly isInstalled?: boolean;
}

/** As many as a drop-down lists before it asks to type more. */
const mostOffered = 50;

/** What a drop-down offers: the objects whose name contains the text, and that fulfil the conditions. */
export interface ReferenceSearch {
  readonly kind: ReferenceKind;
  readonly text?: string;
  /** Conditions of a list, such as `model:isExactly:Cisco 8841`. */
  readonly where?: readonly string[];
}

/** What the list of a kind is asked for; what the server reads ahead of time must ask the same. */
export function referenceListQuery({ text = "", where = [] }: Omit<ReferenceSearch, "kind">) {
  const named = text === "" ? [] : [`name:contains:${text}`];
  return { where: [...where, ...named], match: "all" as const, sort: "name", limit: mostOffered };
}

/** The objects that a drop-down offers, the first ones by name, and how many there are. */
export function referencesQuery(search: ReferenceSearch) {
  // The lists of all kinds are asked for alike, and every object has a name.
  const resource = queries[search.kind] as typeof queries.locale;
  return resource.list.queryOptions({
    input: { query: referenceListQuery(search) },
    placeholderData: keepPreviousData,
    select: ({ items, total }): { items: readonly OfferedReference[]; total: number } => ({ items, total }),
  });
}
