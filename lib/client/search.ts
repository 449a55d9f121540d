import { api } from "@/lib/client/api";
import { identityOf, identityText } from "@/lib/client/object-identity";
import { objectKinds, type ShownKind } from "@/lib/client/object-kinds";
import { pathOf } from "@/lib/client/object-path";
import { searchTexts } from "@/lib/client/search-text";

const mostFound = 8;

/** An object that a search found, and the address of its page. */
export interface FoundObject {
  kind: ShownKind;
  name: string;
  href: string;
}

/** Finds the objects of all kinds that have pages, by name or number. */
export async function searchObjects(text: string, signal: AbortSignal): Promise<FoundObject[]> {
  const kinds = Object.keys(objectKinds) as ShownKind[];
  const found = await Promise.all(
    kinds.map(async (kind) => {
      const where = objectKinds[kind].searchedBy.flatMap((field) =>
        searchTexts(kind, text).map((wanted) => `${field}:contains:${wanted}`),
      );
      // All kinds are listed alike.
      const { list } = api[kind] as typeof api.partition;
      const { items } = await list({ query: { where, match: "any", limit: mostFound } }, { signal });
      return items.map((item): FoundObject => {
        const identity = identityOf(kind, item);
        return { kind, name: identityText(identity), href: pathOf(kind, identity) };
      });
    }),
  );
  return found.flat();
}
