"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import type { ListPage } from "@/components/console/find-and-list/types";
import { useRefusalText } from "@/components/console/refusal-text";
import { refusalOf } from "@/lib/client/api-error";

type Answer<Row> = { items: readonly Row[]; nextCursor: string | null; total: number };

/** The page of rows that a query of a list has; while a newer one is on its way, the rows of before. */
export function useListPage<Row>(query: UseQueryResult<Answer<Row>>): ListPage<Row> {
  const refusalText = useRefusalText();
  const { data, error, isPending, isPlaceholderData, refetch } = query;
  return {
    items: data?.items,
    nextCursor: data?.nextCursor ?? null,
    total: data?.total,
    isPending,
    isFetching: isPlaceholderData,
    error: error ? refusalText(refusalOf(error)) : null,
    retry: () => void refetch(),
  };
}
