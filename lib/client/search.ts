import { api } from "@/lib/client/api";
import { pathOf } from "@/lib/client/object-path";
import type { FoundObjectDto } from "@/lib/contract/search";

/** An object that a search found, and the address of its page. */
export interface FoundObject extends FoundObjectDto {
  readonly href: string;
}

/** Finds the objects of all kinds by what people know of them, the best first. */
export async function searchObjects(text: string, signal: AbortSignal): Promise<FoundObject[]> {
  const { items } = await api.search.find({ query: { text } }, { signal });
  return items.map((item) => ({ ...item, href: pathOf(item.kind, item) }));
}
