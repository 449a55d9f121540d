"use client";

import { useQuery } from "@tanstack/react-query";
import { History } from "@/components/console/history/history";
import { LocalTime } from "@/components/console/local-time";
import type { ObjectKind } from "@/components/console/object/object-description";
import type { AnyObject } from "@/components/console/object/object-fields";
import { listLink } from "@/components/console/object/object-links";
import { useObjectWords } from "@/components/console/object/use-object-words";
import { Page } from "@/components/console/page";
import { useRememberedObject } from "@/components/console/palette/recent";
import { Notice } from "@/components/ui/notice";
import { revisionQuery, revisionsQuery } from "@/lib/client/configuration";
import { identityText, type ObjectIdentity } from "@/lib/client/object-identity";
import { contentOf } from "@/lib/configuration/content-of";
import type { HistoryChange } from "@/lib/configuration/content-rules";

type DeletedObjectProps = { object: ObjectKind; identity: ObjectIdentity };

/** What a link to an object shows that was deleted: when, by whom, and its history. */
export function DeletedObject({ object, identity }: DeletedObjectProps) {
  const { kind, rules } = object;
  const words = useObjectWords(object);
  const name = identityText(identity);
  const query = useQuery(revisionsQuery(kind, identity));
  const newest = query.data?.items[0];
  const last = useQuery({
    ...revisionQuery(kind, identity, newest?.number ?? 0),
    enabled: newest !== undefined,
  });
  useRememberedObject({ kind, ...identity }, "gone");
  const title = words.translate("configuration.history.title");
  return (
    <Page
      at={kind}
      title={title}
      below={[{ label: name }, { label: title }]}
      relatedLinks={[listLink(object, words)]}
    >
      <div className="flex flex-col gap-4 p-4">
        {newest === undefined ? null : (
          <Notice tone="caution" title={words.say("deleted.title", { name })}>
            <p>
              <LocalTime at={newest.at} />
              {` · ${newest.by}${newest.reason === "" ? "" : ` · ${newest.reason}`}`}
            </p>
            <p>{words.say("deleted.body")}</p>
          </Notice>
        )}
        {last.data === undefined ? null : (
          <History<AnyObject, HistoryChange>
            query={query}
            current={contentOf(rules.shape, last.data.content) as AnyObject}
            contentBefore={rules.contentBefore}
            changesBetween={rules.changesBetween}
            wordsOf={words.changes}
            copyOf={null}
            mayRestore={false}
            restoredAs={(content) => content}
            explanation=""
            restore={() => Promise.reject(new Error("What was deleted is not restored here"))}
          />
        )}
      </div>
    </Page>
  );
}
