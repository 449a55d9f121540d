"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { History } from "@/components/console/history/history";
import { Page } from "@/components/console/page";
import { AccessNotice } from "@/components/softkey-template/access-notice";
import { contentOf } from "@/components/softkey-template/content";
import { useTemplateLinks } from "@/components/softkey-template/related-links";
import { contentBefore } from "@/components/softkey-template/revision-content";
import { TemplateBadges } from "@/components/softkey-template/template-badges";
import { useWords } from "@/components/softkey-template/use-words";
import { WithTemplate } from "@/components/softkey-template/with-template";
import { softkeyTemplatePath } from "@/lib/client/paths";
import {
  refreshSoftkeyTemplates,
  restoreSoftkeyTemplateMutation,
  softkeyTemplateRevisionsQuery,
} from "@/lib/client/softkey-template";
import { softkeyTemplateChanges } from "@/lib/configuration/softkey-template-difference";
import type { SoftkeyTemplateDto } from "@/lib/contract/softkey-template";

type TemplateRevisionsProps = { template: SoftkeyTemplateDto; mayUpdate: boolean };

/** The history of a template: who changed what, when and why, in words; old revisions can be compared and restored. */
export function TemplateHistory({ name, mayUpdate }: { name: string; mayUpdate: boolean }) {
  const t = useTranslations("configuration.history");
  return (
    <WithTemplate name={name} title={t("title")}>
      {(template) => <TemplateRevisions template={template} mayUpdate={mayUpdate} />}
    </WithTemplate>
  );
}

function TemplateRevisions({ template, mayUpdate }: TemplateRevisionsProps) {
  const t = useTranslations();
  const words = useWords();
  const links = useTemplateLinks(template.name, "history");
  const client = useQueryClient();
  const { mutateAsync } = useMutation(restoreSoftkeyTemplateMutation());
  const query = useQuery(softkeyTemplateRevisionsQuery(template.name));
  const current = contentOf(template);
  const title = t("configuration.history.title");
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
        <History
          query={query}
          current={current}
          contentBefore={contentBefore}
          changesBetween={softkeyTemplateChanges}
          wordsOf={words.changes}
          copyOf={template.copyOf}
          mayRestore={mayUpdate && !template.isStandard}
          // Name and default mark stay, so they are no difference.
          restoredAs={({ description, callStates }) => ({ ...current, description, callStates })}
          explanation={t("softkeyTemplate.history.restoreBody")}
          restore={async (number) => {
            const saved = await mutateAsync({
              params: { name: template.name, number },
              query: { version: template.version },
            });
            await refreshSoftkeyTemplates(client);
            return saved;
          }}
        />
      </div>
    </Page>
  );
}
