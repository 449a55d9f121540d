"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Page } from "@/components/console/page";
import { useRefusalText } from "@/components/console/refusal-text";
import { AccessNotice } from "@/components/softkey-template/access-notice";
import { CompareRevisions } from "@/components/softkey-template/compare-revisions";
import { contentOf } from "@/components/softkey-template/content";
import { useTemplateLinks } from "@/components/softkey-template/related-links";
import { RestoreRevision } from "@/components/softkey-template/restore-revision";
import { type Revision, revisionContents } from "@/components/softkey-template/revision-content";
import { RevisionItem } from "@/components/softkey-template/revision-item";
import { TemplateBadges } from "@/components/softkey-template/template-badges";
import { WithTemplate } from "@/components/softkey-template/with-template";
import { Notice } from "@/components/ui/notice";
import { refusalOf } from "@/lib/client/api-error";
import { softkeyTemplatePath } from "@/lib/client/paths";
import { softkeyTemplateRevisionsQuery } from "@/lib/client/softkey-template";
import type { SoftkeyTemplateDto } from "@/lib/contract/softkey-template";

type HistoryProps = { template: SoftkeyTemplateDto; mayUpdate: boolean };

/** The history of a template: who changed what, when and why, in words; old revisions can be compared and restored. */
export function TemplateHistory({ name, mayUpdate }: { name: string; mayUpdate: boolean }) {
  const t = useTranslations("softkeyTemplate.history");
  return (
    <WithTemplate name={name} title={t("title")}>
      {(template) => <History template={template} mayUpdate={mayUpdate} />}
    </WithTemplate>
  );
}

function History({ template, mayUpdate }: HistoryProps) {
  const t = useTranslations("softkeyTemplate");
  const refusalText = useRefusalText();
  const links = useTemplateLinks(template.name, "history");
  const { data, error } = useQuery(softkeyTemplateRevisionsQuery(template.name));
  const [restoring, setRestoring] = useState<Revision | null>(null);
  const contents = revisionContents(contentOf(template), data?.items ?? []);
  const mayRestore = mayUpdate && !template.isStandard;
  return (
    <Page
      at="softkeyTemplate"
      title={t("history.title")}
      below={[
        { label: template.name, href: softkeyTemplatePath(template.name) },
        { label: t("history.title") },
      ]}
      badges={<TemplateBadges template={template} />}
      relatedLinks={links}
    >
      <div className="flex flex-col gap-4 p-4">
        <AccessNotice template={template} mayUpdate={mayUpdate} of="layout" />
        {error ? <Notice tone="bad">{refusalText(refusalOf(error))}</Notice> : null}
        {contents.length > 1 ? <CompareRevisions revisions={contents} /> : null}
        <ol className="flex flex-col">
          {contents.map((revision) => (
            <RevisionItem
              key={revision.number}
              revision={revision}
              copyOf={template.copyOf}
              isNewest={revision === contents[0]}
              onRestore={mayRestore && revision !== contents[0] ? () => setRestoring(revision) : undefined}
            />
          ))}
        </ol>
      </div>
      {restoring ? (
        <RestoreRevision template={template} revision={restoring} onClose={() => setRestoring(null)} />
      ) : null}
    </Page>
  );
}
