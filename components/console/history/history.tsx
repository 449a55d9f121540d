"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import { useState } from "react";
import { CompareRevisions } from "@/components/console/history/compare-revisions";
import { RestoreRevision } from "@/components/console/history/restore-revision";
import { type ListedRevision, revisionContents } from "@/components/console/history/revision-contents";
import { RevisionItem } from "@/components/console/history/revision-item";
import { useRefusalText } from "@/components/console/refusal-text";
import { Notice } from "@/components/ui/notice";
import { refusalOf } from "@/lib/client/api-error";

type HistoryProps<Content, Change> = {
  query: Pick<UseQueryResult<{ items: readonly ListedRevision<Change>[] }>, "data" | "error">;
  /** The content of the newest revision. */
  current: Content;
  /** The content that the changes turned into this one. */
  contentBefore: (after: Content, changes: readonly Change[]) => Content;
  changesBetween: (from: Content, to: Content) => Change[];
  /** Changes in words. */
  wordsOf: (changes: readonly Change[]) => readonly string[];
  /** What the object was copied from, when that is known. */
  copyOf: string | null;
  mayRestore: boolean;
  /** What restoring this content would make of the current one: what names the object stays. */
  restoredAs: (content: Content) => Content;
  /** What restoring leaves as it is, in one or two sentences that lead to the changes. */
  explanation: string;
  /** Stores the old content as the newest revision and reads again what is shown. */
  restore: (number: number) => Promise<{ version: number }>;
};

/** Who changed an object, when and why, and what in words; revisions can be compared and restored. */
export function History<Content, Change>(props: HistoryProps<Content, Change>) {
  const { query, current, contentBefore, changesBetween, wordsOf, mayRestore } = props;
  const refusalText = useRefusalText();
  const [restoring, setRestoring] = useState<number | null>(null);
  const contents = revisionContents(current, query.data?.items ?? [], contentBefore);
  const restored = contents.find(({ number }) => number === restoring)?.content;
  return (
    <>
      {query.error ? <Notice tone="bad">{refusalText(refusalOf(query.error))}</Notice> : null}
      {contents.length > 1 ? (
        <CompareRevisions
          revisions={contents}
          changesBetween={(from, to) => wordsOf(changesBetween(from, to))}
        />
      ) : null}
      <ol className="flex flex-col">
        {contents.map((revision, position) => (
          <RevisionItem
            key={revision.number}
            revision={revision}
            changes={wordsOf(revision.changes)}
            copyOf={props.copyOf}
            isNewest={position === 0 && revision.action !== "deleted"}
            onRestore={mayRestore && position > 0 ? () => setRestoring(revision.number) : undefined}
          />
        ))}
      </ol>
      {restoring !== null && restored !== undefined ? (
        <RestoreRevision
          number={restoring}
          changes={wordsOf(changesBetween(current, props.restoredAs(restored)))}
          explanation={props.explanation}
          restore={() => props.restore(restoring)}
          onClose={() => setRestoring(null)}
        />
      ) : null}
    </>
  );
}
