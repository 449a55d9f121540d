"use client";

import { useQuery } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import type { UpdateDraft } from "@/components/bulk-administration/use-update-draft";
import type { ListQuery } from "@/components/console/find-and-list/types";
import { rowsOfText, storedRows } from "@/lib/client/chosen-rows";
import { objectsQuery } from "@/lib/client/configuration";
import { jobQuery } from "@/lib/client/job";
import type { ObjectIdentity } from "@/lib/client/object-identity";
import type { ConfigurationKind } from "@/lib/configuration/dependencies";

/** The objects that an update is for, how many they are as far as it is known, and how a request names them. */
export type UpdateSet =
  | { readonly kind: "filter"; readonly count: number | undefined; readonly body: FilterBody }
  | {
      readonly kind: "rows";
      readonly count: number;
      readonly rows: readonly ObjectIdentity[];
      readonly body: object;
    }
  | { readonly kind: "job"; readonly count: number | undefined; readonly body: object }
  /** Rows that another tab knows, or a filter that this page does not understand whole. */
  | UnknownSet;

type UnknownSet = { readonly kind: "gone" | "unclear" };

/** True when it is not known which objects are meant: nothing can be done with them. */
export function isUnknown(set: UpdateSet): set is UnknownSet {
  return set.kind === "gone" || set.kind === "unclear";
}

type FilterBody = { readonly where: string[]; readonly match: "all" | "any" };

const never = () => () => {};

/** The rows that were kept under a key; undefined before the browser is asked. */
function useStoredRows(key: string | null): string | null | undefined {
  return useSyncExternalStore(
    never,
    () => (key === null ? null : storedRows(key)),
    () => undefined,
  );
}

/**
 * Which objects *Update* is for: rows that were picked by hand, those of a job, or all that match the filter.
 * @param conditions those of the address; when the query has fewer, it would find more than is meant
 */
export function useUpdateSet(
  kind: ConfigurationKind,
  draft: UpdateDraft,
  query: ListQuery,
  conditions: readonly string[],
): UpdateSet {
  const stored = useStoredRows(draft.chosen);
  const isFilter = draft.chosen === null && draft.of === null;
  const found = useQuery({ ...objectsQuery(kind, { ...query, limit: 1 }), enabled: isFilter });
  const job = useQuery({ ...jobQuery(draft.of ?? ""), enabled: draft.of !== null });
  if (draft.chosen !== null) {
    if (stored === null) return { kind: "gone" };
    const rows = stored === undefined ? [] : rowsOfText(stored);
    const names = rows.map(({ name, partition }) => (partition === null ? { name } : { name, partition }));
    return { kind: "rows", count: rows.length, rows, body: { names } };
  }
  if (draft.of !== null) return { kind: "job", count: job.data?.total, body: { job: { id: draft.of } } };
  if (query.where.length < conditions.length) return { kind: "unclear" };
  return { kind: "filter", count: found.data?.total, body: { where: query.where, match: query.match } };
}
