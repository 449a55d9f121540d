"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import { Unlink } from "lucide-react";
import { type Dependency, DependencyList } from "@/components/console/deletion/dependency-list";
import { type InheritedBy, InheritorList } from "@/components/console/deletion/inheritor-list";
import { useRefusalText } from "@/components/console/refusal-text";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { refusalOf } from "@/lib/client/api-error";

type Answer = {
  items: readonly Dependency[];
  total: number;
  counts: readonly { kind: string; count: number }[];
  inheritedBy: InheritedBy;
};

type DependencyRecordsProps = {
  query: Pick<UseQueryResult<Answer>, "data" | "error">;
  /** What to say when nothing uses the object, and what would appear here. */
  none: string;
  noneBody: string;
};

/** The objects that name an object, or that there are none; then those that inherit it. */
export function DependencyRecords({ query: { data, error }, none, noneBody }: DependencyRecordsProps) {
  const refusalText = useRefusalText();
  return (
    <>
      {error ? <Notice tone="bad">{refusalText(refusalOf(error))}</Notice> : null}
      {data && data.total + data.inheritedBy.total === 0 ? (
        <EmptyState icon={<Unlink aria-hidden />} title={none}>
          {noneBody}
        </EmptyState>
      ) : (
        <DependencyList dependencies={data?.items ?? []} counts={data?.counts ?? []} />
      )}
      {data ? <InheritorList {...data.inheritedBy} /> : null}
    </>
  );
}
