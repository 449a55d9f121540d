"use client";

import {
  parseAsInteger,
  parseAsNativeArrayOf,
  parseAsString,
  parseAsStringLiteral,
  useQueryStates,
} from "nuqs";
import { conditionsOf, rowsOf } from "@/components/console/find-and-list/filter";
import type { ListField, ListQuery } from "@/components/console/find-and-list/types";

// Every page adds its cursor to the address; more would make the address too long for some proxies.
const rememberedCursors = 20;

const firstPage = { cursor: [], page: 1 };

/**
 * Filter, sort and page of a list, kept in the address: it can be shared, and Back goes a page back.
 * @param limit rows a page, which the person likes for themselves
 */
export function useListState(fields: readonly ListField[], initialSort: string, limit: number) {
  const [state, setState] = useQueryStates(
    {
      where: parseAsNativeArrayOf(parseAsString),
      match: parseAsStringLiteral(["all", "any"]).withDefault("all"),
      // Said also when it is the usual one: an address that says nothing opens with the person's default view.
      sort: parseAsString.withDefault(initialSort).withOptions({ clearOnDefault: false }),
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
    limit,
    ...(cursor === undefined ? {} : { cursor }),
  };
  return {
    query,
    page: cursor === undefined ? 1 : state.page,
    find: (conditions: string[], match: "all" | "any") =>
      setState({ where: conditions, match, sort: state.sort, ...firstPage }),
    /** Finds and sorts at once, as a view does. */
    open: (shown: { where: string[]; match: "all" | "any"; sort: string }) =>
      setState({ where: shown.where, match: shown.match, sort: shown.sort, ...firstPage }),
    sortBy: (sort: string) => setState({ sort, ...firstPage }),
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
