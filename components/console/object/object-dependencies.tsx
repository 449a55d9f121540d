"use client";

import { useQuery } from "@tanstack/react-query";
import { Unlink } from "lucide-react";
import { DependencyList } from "@/components/console/deletion/dependency-list";
import { ObjectBadges } from "@/components/console/object/object-badges";
import type { ObjectKind } from "@/components/console/object/object-description";
import { useObjectLinks } from "@/components/console/object/object-links";
import { useObjectWords } from "@/components/console/object/use-object-words";
import { Page } from "@/components/console/page";
import { useRefusalText } from "@/components/console/refusal-text";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { refusalOf } from "@/lib/client/api-error";
import { dependenciesQuery, type StoredObject } from "@/lib/client/configuration";
import { identityOf, identityText } from "@/lib/client/object-identity";
import { pathOf } from "@/lib/client/object-path";

/** *Dependency Records*: the objects that use an object; while there are any it cannot be deleted. */
export function ObjectDependencies({ object, stored }: { object: ObjectKind; stored: StoredObject }) {
  const { kind } = object;
  const words = useObjectWords(object);
  const refusalText = useRefusalText();
  const links = useObjectLinks(object, words, stored, "dependency-records");
  const identity = identityOf(kind, stored);
  const { data, error } = useQuery(dependenciesQuery(kind, identity));
  const title = words.translate("common.dependencyRecords");
  return (
    <Page
      at={kind}
      title={title}
      below={[{ label: identityText(identity), href: pathOf(kind, identity) }, { label: title }]}
      badges={<ObjectBadges object={object} words={words} stored={stored} />}
      relatedLinks={links}
    >
      <div className="flex flex-col gap-4 p-4">
        {error ? <Notice tone="bad">{refusalText(refusalOf(error))}</Notice> : null}
        {data && data.total === 0 ? (
          <EmptyState icon={<Unlink aria-hidden />} title={words.say("dependencies.none")}>
            {words.say("dependencies.noneBody")}
          </EmptyState>
        ) : (
          <DependencyList dependencies={data?.items ?? []} counts={data?.counts ?? []} />
        )}
      </div>
    </Page>
  );
}
