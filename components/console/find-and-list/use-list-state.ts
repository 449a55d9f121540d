"use client";

import {
  parseAsInteger,
  parseAsNativeArrayOf,
  parseAsNumberLiteral,
  parseAsString,
  parseAsStringLiteral,
  useQueryStates,
} from "nuqs";
import { conditionsOf, rowsOf } from "@/components/console/find-and-list/filter";
import type { ListField, ListQuery } from "@/components/console/find-and-list/types";

/** Choices of *Rows per Page*. */
export const pageSizes = [20, 50, 100, 150, 200, 250] as const;

// Every page adds its cursor to the address; more would make the address too long for some proxies.
const rememberedCursors = 20;

const firstPage = { cursor: [], page: 1 };

/** Filter, sort and page of a list, kept in the address: it can be shared, and Back goes a page back. */
export function useListState(fields: readonly ListField[], initialSort: string) {
  const [state, setState] = useQueryStates(
    {
      where: parseAsNativeArrayOf(parseAsString),
      match: parseAsStringLiteral(["all", "any"]).withDefault("all"),
      sort: parseAsString.withDefault(initialSort),
      limit: parseAsNumberLiteral(pageSizes).withDefault(50),
      cursor: parseAsNativeArrayOf(parseAsString),
      page: parseAsInteger.withDefault(1),
    },
    { history: "push" },
  );
  const where = conditionsOf(rowsOf(state.where, fields));
  const cursor = state.cursor.at(-1);
  const query: ListQuery = {
    where,
    match: state.match,
    sort: state.sort,
    limit: state.limit,
    ...(cursor === undefined ? {} : { cursor }),
  };
  return {
    query,
    page: cursor === undefined ? 1 : state.page,
    find: (conditions: string[], match: "all" | "any") =>
      setState({ where: conditions, match, ...firstPage }),
    sortBy: (sort: string) => setState({ sort, ...firstPage }),
    setLimit: (limit: number) =>
      setState({ limit: pageSizes.find((size) => size === limit) ?? null, ...firstPage }),
    goFirst: () => setState(firstPage),
    goNext: (next: string) =>
      setState({ cursor: [...state.cursor, next].slice(-rememberedCursors), page: state.page + 1 }),
    /** Beyond the remembered cursors the page before is not known; then this is the first page. */
    goPrevious: () => {
      const isKnown = state.cursor.length > 1 || state.page === 2;
      setState(isKnown ? { cursor: state.cursor.slice(0, -1), page: state.page - 1 } : firstPage);
    },
  };
}

export type ListState = ReturnType<typeof useListState>;
