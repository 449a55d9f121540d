import { api } from "@/lib/client/api";
import { identityOf, identityText } from "@/lib/client/object-identity";
import { objectKinds, type ShownKind } from "@/lib/client/object-kinds";
import { pathOf } from "@/lib/client/object-path";

const mostFound = 8;

/** An object that a search found, and the address of its page. */
export interface FoundObject {
  kind: ShownKind;
  name: string;
  href: string;
}

/** What is looked for: the digits of a MAC address as the names of phones have them, however they are typed. */
function lookedFor(text: string): string {
  const isAddress = /^(?:[0-9a-f]{2}[:.-]){5}[0-9a-f]{2}$|^(?:[0-9a-f]{4}[.-]){2}[0-9a-f]{4}$/i.test(text);
  return isAddress ? text.replaceAll(/[:.-]/g, "") : text;
}

/** Finds the objects of all kinds that have pages, by name or number. */
export async function searchObjects(text: string, signal: AbortSignal): Promise<FoundObject[]> {
  const wanted = lookedFor(text);
  const kinds = Object.keys(objectKinds) as ShownKind[];
  const found = await Promise.all(
    kinds.map(async (kind) => {
      const where = objectKinds[kind].searchedBy.map((field) => `${field}:contains:${wanted}`);
      // All kinds are listed alike.
      const { list } = api[kind] as unknown as typeof api.partition;
      const { items } = await list({ query: { where, match: "any", limit: mostFound } }, { signal });
      return items.map((item): FoundObject => {
        const identity = identityOf(kind, item);
        return { kind, name: identityText(identity), href: pathOf(kind, identity) };
      });
    }),
  );
  return found.flat();
}
