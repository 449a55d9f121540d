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
