"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { contentOf } from "@/components/common-device-configuration/content";
import { ReadOnlyNotice } from "@/components/common-device-configuration/read-only-notice";
import { useConfigurationLinks } from "@/components/common-device-configuration/related-links";
import { useWords } from "@/components/common-device-configuration/use-words";
import { WithConfiguration } from "@/components/common-device-configuration/with-configuration";
import { CompareRevisions } from "@/components/console/history/compare-revisions";
import { RestoreRevision } from "@/components/console/history/restore-revision";
import { revisionContents } from "@/components/console/history/revision-contents";
import { RevisionItem } from "@/components/console/history/revision-item";
import { Page } from "@/components/console/page";
import { useRefusalText } from "@/components/console/refusal-text";
import { Notice } from "@/components/ui/notice";
import { refusalOf } from "@/lib/client/api-error";
import {
  commonDeviceConfigurationRevisionsQuery,
  refreshCommonDeviceConfigurations,
  restoreCommonDeviceConfigurationMutation,
} from "@/lib/client/common-device-configuration";
import { commonDeviceConfigurationPath } from "@/lib/client/paths";
import {
  type CommonDeviceConfigurationContent,
  commonDeviceConfigurationRules,
} from "@/lib/configuration/common-device-configuration";
import { contentBefore } from "@/lib/configuration/content-before";
import { contentChanges } from "@/lib/configuration/content-difference";
import type { CommonDeviceConfigurationDto } from "@/lib/contract/common-device-configuration";

type HistoryProps = { configuration: CommonDeviceConfigurationDto; mayUpdate: boolean };

const { shape } = commonDeviceConfigurationRules;

/** The history of a configuration: who changed what, when and why; old revisions can be compared and restored. */
export function ConfigurationHistory({ name, mayUpdate }: { name: string; mayUpdate: boolean }) {
  const t = useTranslations("configuration.history");
  return (
    <WithConfiguration name={name} title={t("title")}>
      {(configuration) => <History configuration={configuration} mayUpdate={mayUpdate} />}
    </WithConfiguration>
  );
}

function History({ configuration, mayUpdate }: HistoryProps) {
  const t = useTranslations();
  const words = useWords();
  const refusalText = useRefusalText();
  const { name } = configuration;
  const links = useConfigurationLinks(name, "history");
  const client = useQueryClient();
  const { mutateAsync } = useMutation(restoreCommonDeviceConfigurationMutation());
  const { data, error } = useQuery(commonDeviceConfigurationRevisionsQuery(name));
  const [restoring, setRestoring] = useState<number | null>(null);
  const current = contentOf(configuration);
  const contents = revisionContents(current, data?.items ?? [], (after, changes) =>
    contentBefore(shape, after, changes),
  );
  const restored = contents.find(({ number }) => number === restoring)?.content;
  const title = t("configuration.history.title");
  const changesBetween = (from: CommonDeviceConfigurationContent, to: CommonDeviceConfigurationContent) =>
    words.changes(contentChanges(shape, from, to));

  async function restore(number: number) {
    const saved = await mutateAsync({ params: { name, number } });
    await refreshCommonDeviceConfigurations(client);
    return saved;
  }
  return (
    <Page
      at="commonDeviceConfiguration"
      title={title}
      below={[{ label: name, href: commonDeviceConfigurationPath(name) }, { label: title }]}
      relatedLinks={links}
    >
      <div className="flex flex-col gap-4 p-4">
        {mayUpdate ? null : <ReadOnlyNotice />}
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
              isNewest={position === 0}
              onRestore={mayUpdate && position > 0 ? () => setRestoring(revision.number) : undefined}
            />
          ))}
        </ol>
      </div>
      {restoring !== null && restored ? (
        <RestoreRevision
          number={restoring}
          // The name stays, so it is no difference.
          changes={changesBetween(current, { ...restored, name })}
          explanation={t("commonDeviceConfiguration.restoreBody")}
          restore={() => restore(restoring)}
          onClose={() => setRestoring(null)}
        />
      ) : null}
    </Page>
  );
}
