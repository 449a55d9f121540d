"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { CompareRevisions } from "@/components/console/history/compare-revisions";
import { RestoreRevision } from "@/components/console/history/restore-revision";
import { revisionContents } from "@/components/console/history/revision-contents";
import { RevisionItem } from "@/components/console/history/revision-item";
import { accessTo } from "@/components/console/object/access";
import { AccessNotice } from "@/components/console/object/access-notice";
import { ObjectBadges } from "@/components/console/object/object-badges";
import type { AnyObject, ObjectKind } from "@/components/console/object/object-description";
import { useObjectLinks } from "@/components/console/object/object-links";
import { useObjectWords } from "@/components/console/object/use-object-words";
import { Page } from "@/components/console/page";
import { useRefusalText } from "@/components/console/refusal-text";
import { Notice } from "@/components/ui/notice";
import { refusalOf } from "@/lib/client/api-error";
import { changesOf, refreshObjects, revisionsQuery, type StoredObject } from "@/lib/client/configuration";
import { identityOf, identityText } from "@/lib/client/object-identity";
import { isPatternKind } from "@/lib/client/object-kinds";
import { pathOf } from "@/lib/client/object-path";
import { contentBefore } from "@/lib/configuration/content-before";
import { type ContentChange, contentChanges } from "@/lib/configuration/content-difference";
import { contentOf } from "@/lib/configuration/content-of";

type ObjectHistoryProps = { object: ObjectKind; stored: StoredObject; mayUpdate: boolean };

/** What names the object stays when a revision is restored. */
function namingOf(kind: string, { name, pattern, partition }: AnyObject): AnyObject {
  return isPatternKind(kind) ? { pattern, partition } : { name };
}

/** The history of an object: who changed what, when and why; old revisions can be compared and restored. */
export function ObjectHistory({ object, stored, mayUpdate }: ObjectHistoryProps) {
  const { kind } = object;
  const { shape } = object.rules;
  const words = useObjectWords(object);
  const refusalText = useRefusalText();
  const links = useObjectLinks(object, words, stored, "history");
  const client = useQueryClient();
  const identity = identityOf(kind, stored);
  const { data, error } = useQuery(revisionsQuery(kind, identity));
  const [restoring, setRestoring] = useState<number | null>(null);
  const current = contentOf(shape, stored) as AnyObject;
  const contents = revisionContents(current, data?.items ?? [], (after, changes: readonly ContentChange[]) =>
    contentBefore(shape, after, changes),
  );
  const restored = contents.find(({ number }) => number === restoring)?.content;
  const { canSave, isStandard } = accessTo(object, stored, mayUpdate);
  const title = words.translate("configuration.history.title");
  const changesBetween = (from: AnyObject, to: AnyObject) => words.changes(contentChanges(shape, from, to));

  async function restore(number: number) {
    const saved = await changesOf(kind).restore(identity, number);
    await refreshObjects(client);
    return saved;
  }
  return (
    <Page
      at={kind}
      title={title}
      below={[{ label: identityText(identity), href: pathOf(kind, identity) }, { label: title }]}
      badges={<ObjectBadges object={object} words={words} stored={stored} />}
      relatedLinks={links}
    >
      <div className="flex flex-col gap-4 p-4">
        <AccessNotice object={object} words={words} mayUpdate={mayUpdate} isStandard={isStandard} />
        {error ? <Notice tone="bad">{refusalText(refusalOf(error))}</Notice> : null}
        {contents.length > 1 ? (
          <CompareRevisions revisions={contents} changesBetween={changesBetween} />
        ) : null}
        <ol className="flex flex-col">
          {contents.map((revision, position) => (
            <RevisionItem
              key={revision.number}
              revision={revision}
              changes={words.changes(revision.changes)}
              copyOf={typeof stored.copyOf === "string" ? stored.copyOf : null}
              isNewest={position === 0}
              onRestore={canSave && position > 0 ? () => setRestoring(revision.number) : undefined}
            />
          ))}
        </ol>
      </div>
      {restoring !== null && restored ? (
        <RestoreRevision
          number={restoring}
          changes={changesBetween(current, { ...restored, ...namingOf(kind, current) })}
          explanation={words.say("restoreBody")}
          restore={() => restore(restoring)}
          onClose={() => setRestoring(null)}
        />
      ) : null}
    </Page>
  );
}
