/** How a list is asked for: the query of `lib/contract/list.ts`, with everything given. */
export interface ListRequest {
  where: string[];
  match: "all" | "any";
  sort: string;
  limit: number;
  cursor?: string;
}

/** As many as one answer holds, by name; for drop-downs. */
export const longestPage: ListRequest = { where: [], match: "all", sort: "name", limit: 250 };

type NamesPage = { items: readonly { name: string }[]; nextCursor: string | null };

/** The names of all objects that match, read page by page. */
export async function matchingNames(
  list: (query: ListRequest) => Promise<NamesPage>,
  { where, match }: Pick<ListRequest, "where" | "match">,
): Promise<string[]> {
  const names: string[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await list({ ...longestPage, where, match, ...(cursor ? { cursor } : {}) });
    names.push(...page.items.map(({ name }) => name));
    cursor = page.nextCursor;
  } while (cursor);
  return names;
}
