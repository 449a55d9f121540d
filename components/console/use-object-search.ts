"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useSettled } from "@/components/console/use-settled";

/** An object that the search found, with the words for its kind and the page that shows it. */
export type FoundObject = { id: string; name: string; kind: string; href: string };

/** Finds objects by name or number; a newer search aborts the older one. */
export type SearchObjects = (text: string, signal: AbortSignal) => Promise<readonly FoundObject[]>;

const settleMilliseconds = 150;

/** The objects that match what is typed. While a newer search runs, the results of before stay. */
export function useObjectSearch(text: string, searchObjects: SearchObjects | undefined) {
  const wantedText = text.trim();
  const settledText = useSettled(wantedText, settleMilliseconds);
  const { data, isFetching } = useQuery({
    queryKey: ["palette", settledText],
    queryFn: ({ signal }) => searchObjects?.(settledText, signal) ?? [],
    enabled: settledText !== "" && searchObjects !== undefined,
    placeholderData: keepPreviousData,
  });
  return {
    found: settledText === "" ? [] : (data ?? []),
    // Until what is typed was asked for, nobody can say that nothing matches it.
    isSearching: isFetching || (searchObjects !== undefined && wantedText !== settledText),
  };
}
