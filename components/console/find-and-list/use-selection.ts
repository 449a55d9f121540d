"use client";

import { useState } from "react";
import type { ListQuery, ListSelection } from "@/components/console/find-and-list/types";

type Stored = { queryKey: string; keys: ReadonlySet<string>; isAllMatching: boolean };

const nothing: ReadonlySet<string> = new Set();

/** The selected rows of one page of a list; another search, sort or page starts without any. */
export function useSelection(query: ListQuery, total: number | undefined) {
  const queryKey = JSON.stringify(query);
  const [stored, setStored] = useState<Stored | null>(null);
  const isCurrent = stored?.queryKey === queryKey;
  const keys = isCurrent ? stored.keys : nothing;
  const isAllMatching = isCurrent && stored.isAllMatching;
  const selection: ListSelection | null = isAllMatching
    ? { kind: "allMatching", where: query.where, match: query.match, total: total ?? 0 }
    : keys.size > 0
      ? { kind: "rows", keys: [...keys] }
      : null;
  return {
    keys,
    selection,
    isAllMatching,
    select: (next: ReadonlySet<string>) => setStored({ queryKey, keys: next, isAllMatching: false }),
    selectAllMatching: () => setStored({ queryKey, keys, isAllMatching: true }),
    clear: () => setStored(null),
  };
}

export type SelectionState = ReturnType<typeof useSelection>;
