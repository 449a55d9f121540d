"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useSettled } from "@/components/console/use-settled";
import type { FoundObject } from "@/lib/client/search";

/** Finds objects by what people know of them; a newer search aborts the older one. */
export type SearchObjects = (text: string, signal: AbortSignal) => Promise<readonly FoundObject[]>;

const settleMilliseconds = 120;
const nothing: readonly FoundObject[] = [];

/** The objects that match what is typed. While a newer search runs, the results of before stay. */
export function useObjectSearch(text: string, searchObjects: SearchObjects | undefined) {
  const wantedText = text.trim();
  const settledText = useSettled(wantedText, settleMilliseconds);
  const { data, isFetching, isError, isPlaceholderData } = useQuery({
    queryKey: ["palette", settledText],
    queryFn: ({ signal }) => searchObjects?.(settledText, signal) ?? [],
    enabled: settledText !== "" && searchObjects !== undefined,
    placeholderData: keepPreviousData,
  });
  // Until what is typed was asked for, nobody can say that nothing matches it.
  const isSearching =
    isFetching || isPlaceholderData || (searchObjects !== undefined && wantedText !== settledText);
  return {
    found: settledText === "" || wantedText === "" ? nothing : (data ?? nothing),
    isSearching,
    isUnavailable: isError && !isSearching,
  };
}
