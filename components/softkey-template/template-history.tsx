"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CompareRevisions } from "@/components/console/history/compare-revisions";
import { RestoreRevision } from "@/components/console/history/restore-revision";
import { revisionContents } from "@/components/console/history/revision-contents";
import { RevisionItem } from "@/components/console/history/revision-item";
import { Page } from "@/components/console/page";
import { useRefusalText } from "@/components/console/refusal-text";
import { AccessNotice } from "@/components/softkey-template/access-notice";
import { contentOf } from "@/components/softkey-template/content";
import { useTemplateLinks } from "@/components/softkey-template/related-links";
import { contentBefore } from "@/components/softkey-template/revision-content";
import { TemplateBadges } from "@/components/softkey-template/template-badges";
import { useWords } from "@/components/softkey-template/use-words";
import { WithTemplate } from "@/components/softkey-template/with-template";
import { Notice } from "@/components/ui/notice";
import { refusalOf } from "@/lib/client/api-error";
import { softkeyTemplatePath } from "@/lib/client/paths";
import {
  refreshSoftkeyTemplates,
  restoreSoftkeyTemplateMutation,
  softkeyTemplateRevisionsQuery,
} from "@/lib/client/softkey-template";
import { softkeyTemplateChanges } from "@/lib/configuration/softkey-template-difference";
import type { SoftkeyTemplateDto } from "@/lib/contract/softkey-template";

type HistoryProps = { template: SoftkeyTemplateDto; mayUpdate: boolean };

/** The history of a template: who changed what, when and why, in words; old revisions can be compared and restored. */
export function TemplateHistory({ name, mayUpdate }: { name: string; mayUpdate: boolean }) {
  const t = useTranslations("configuration.history");
  return (
    <WithTemplate name={name} title={t("title")}>
      {(template) => <History template={template} mayUpdate={mayUpdate} />}
    </WithTemplate>
  );
}

function History({ template, mayUpdate }: HistoryProps) {
  const t = useTranslations();
  const words = useWords();
  const refusalText = useRefusalText();
  const links = useTemplateLinks(template.name, "history");
  const client = useQueryClient();
  const { mutateAsync } = useMutation(restoreSoftkeyTemplateMutation());
  const { data, error } = useQuery(softkeyTemplateRevisionsQuery(template.name));
  const [restoring, setRestoring] = useState<number | null>(null);
  const current = contentOf(template);
  const contents = revisionContents(current, data?.items ?? [], contentBefore);
  const restored = contents.find(({ number }) => number === restoring)?.content;
  const mayRestore = mayUpdate && !template.isStandard;
  const title = t("configuration.history.title");

  async function restore(number: number) {
    const saved = await mutateAsync({ params: { name: template.name, number } });
    await refreshSoftkeyTemplates(client);
    return saved;
  }
  return (
    <Page
      at="softkeyTemplate"
      title={title}
      below={[{ label: template.name, href: softkeyTemplatePath(template.name) }, { label: title }]}
      badges={<TemplateBadges template={template} />}
      relatedLinks={links}
    >
      <div className="flex flex-col gap-4 p-4">
        <AccessNotice template={template} mayUpdate={mayUpdate} of="layout" />
        {error ? <Notice tone="bad">{refusalText(refusalOf(error))}</Notice> : null}
        {contents.length > 1 ? (
          <CompareRevisions
            revisions={contents}
            changesBetween={(from, to) => words.changes(softkeyTemplateChanges(from, to))}
          />
        ) : null}
        <ol className="flex flex-col">
          {contents.map((revision, position) => (
            <RevisionItem
              key={revision.number}
              revision={revision}
              changes={words.changes(revision.changes)}
              copyOf={template.copyOf}
              isNewest={position === 0}
              onRestore={mayRestore && position > 0 ? () => setRestoring(revision.number) : undefined}
            />
          ))}
        </ol>
      </div>
      {restoring !== null && restored ? (
        <RestoreRevision
          number={restoring}
          // Name and default mark stay, so they are no difference.
          changes={words.changes(
            softkeyTemplateChanges(current, {
              ...current,
              description: restored.description,
              callStates: restored.callStates,
            }),
          )}
          explanation={t("softkeyTemplate.history.restoreBody")}
          restore={() => restore(restoring)}
          onClose={() => setRestoring(null)}
        />
      ) : null}
    </Page>
  );
}
