"use client";

import { useQuery } from "@tanstack/react-query";
import { DependencyRecords } from "@/components/console/deletion/dependency-records";
import { ObjectBadges } from "@/components/console/object/object-badges";
import type { ObjectKind } from "@/components/console/object/object-description";
import { useObjectLinks } from "@/components/console/object/object-links";
import { useObjectWords } from "@/components/console/object/use-object-words";
import { Page } from "@/components/console/page";
import { Notice } from "@/components/ui/notice";
import { dependenciesQuery, type StoredObject } from "@/lib/client/configuration";
import { identityOf, identityText } from "@/lib/client/object-identity";
import { pathOf } from "@/lib/client/object-path";

/** *Dependency Records*: the objects that use an object; while there are any it cannot be deleted. */
export function ObjectDependencies({ object, stored }: { object: ObjectKind; stored: StoredObject }) {
  const { kind } = object;
  const words = useObjectWords(object);
  const links = useObjectLinks(object, words, stored, "dependency-records");
  const identity = identityOf(kind, stored);
  const query = useQuery(dependenciesQuery(kind, identity));
  const title = words.translate("common.dependencyRecords");
  return (
    <Page
      at={kind}
      title={title}
      below={[{ label: identityText(identity), href: pathOf(kind, identity) }, { label: title }]}
      badges={<ObjectBadges object={object} stored={stored} />}
      relatedLinks={links}
    >
      <div className="flex flex-col gap-4 p-4">
        {stored.isDefault === true ? <Notice>{words.own("dependencies.default")}</Notice> : null}
        <DependencyRecords
          query={query}
          none={words.say("dependencies.none")}
          noneBody={words.say("dependencies.noneBody")}
        />
      </div>
    </Page>
  );
}
