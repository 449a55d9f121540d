"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { History } from "@/components/console/history/history";
import { accessTo } from "@/components/console/object/access";
import { AccessNotice } from "@/components/console/object/access-notice";
import { ObjectBadges } from "@/components/console/object/object-badges";
import type { ObjectKind } from "@/components/console/object/object-description";
import type { AnyObject } from "@/components/console/object/object-fields";
import { useObjectLinks } from "@/components/console/object/object-links";
import { useObjectWords } from "@/components/console/object/use-object-words";
import { Page } from "@/components/console/page";
import { changesOf, refreshObjects, revisionsQuery, type StoredObject } from "@/lib/client/configuration";
import { identityOf, identityText } from "@/lib/client/object-identity";
import { pathOf } from "@/lib/client/object-path";
import { contentOf } from "@/lib/configuration/content-of";
import type { HistoryChange } from "@/lib/configuration/content-rules";

type ObjectHistoryProps = { object: ObjectKind; stored: StoredObject; mayUpdate: boolean };

/** The history of an object: who changed what, when and why; old revisions can be compared and restored. */
export function ObjectHistory({ object, stored, mayUpdate }: ObjectHistoryProps) {
  const { kind } = object;
  const { shape, distinctive, contentBefore, changesBetween } = object.rules;
  const words = useObjectWords(object);
  const links = useObjectLinks(object, words, stored, "history");
  const client = useQueryClient();
  const identity = identityOf(kind, stored);
  const query = useQuery(revisionsQuery(kind, identity));
  const current = contentOf(shape, stored) as AnyObject;
  const { canRestore, isStandard } = accessTo(object, stored, mayUpdate);
  const title = words.translate("configuration.history.title");
  return (
    <Page
      at={kind}
      title={title}
      below={[{ label: identityText(identity), href: pathOf(kind, identity) }, { label: title }]}
      badges={<ObjectBadges object={object} stored={stored} />}
      relatedLinks={links}
    >
      <div className="flex flex-col gap-4 p-4">
        <AccessNotice
          object={object}
          words={words}
          mayUpdate={mayUpdate}
          standard={isStandard ? identity.name : null}
          isReadOnly
        />
        <History<AnyObject, HistoryChange>
          query={query}
          current={current}
          contentBefore={contentBefore}
          changesBetween={changesBetween}
          wordsOf={words.changes}
          copyOf={typeof stored.copyOf === "string" ? stored.copyOf : null}
          mayRestore={canRestore}
          // What is the object's own stays, so it is no difference.
          restoredAs={(content) => ({
            ...content,
            ...Object.fromEntries(distinctive.map((field) => [field, current[field]])),
          })}
          explanation={words.say("restoreBody")}
          restore={async (number) => {
            const saved = await changesOf(kind).restore(identity, number, stored.version);
            await refreshObjects(client);
            return saved;
          }}
        />
      </div>
    </Page>
  );
}
