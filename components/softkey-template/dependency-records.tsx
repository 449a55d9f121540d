"use client";

import { useQuery } from "@tanstack/react-query";
import { Unlink } from "lucide-react";
import { useTranslations } from "next-intl";
import { DependencyList } from "@/components/console/deletion/dependency-list";
import { Page } from "@/components/console/page";
import { useRefusalText } from "@/components/console/refusal-text";
import { useTemplateLinks } from "@/components/softkey-template/related-links";
import { TemplateBadges } from "@/components/softkey-template/template-badges";
import { WithTemplate } from "@/components/softkey-template/with-template";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { refusalOf } from "@/lib/client/api-error";
import { softkeyTemplatePath } from "@/lib/client/paths";
import { softkeyTemplateDependenciesQuery } from "@/lib/client/softkey-template";
import type { SoftkeyTemplateDto } from "@/lib/contract/softkey-template";

/** *Dependency Records*: the objects that use a template; while there are any it cannot be deleted. */
export function DependencyRecords({ name }: { name: string }) {
  const t = useTranslations("common");
  return (
    <WithTemplate name={name} title={t("dependencyRecords")}>
      {(template) => <Records template={template} />}
    </WithTemplate>
  );
}

function Records({ template }: { template: SoftkeyTemplateDto }) {
  const t = useTranslations();
  const refusalText = useRefusalText();
  const links = useTemplateLinks(template.name, "dependency-records");
  const { data, error } = useQuery(softkeyTemplateDependenciesQuery(template.name));
  const title = t("common.dependencyRecords");
  return (
    <Page
      at="softkeyTemplate"
      title={title}
      below={[{ label: template.name, href: softkeyTemplatePath(template.name) }, { label: title }]}
      badges={<TemplateBadges template={template} />}
      relatedLinks={links}
    >
      <div className="flex flex-col gap-4 p-4">
        {template.isDefault ? <Notice>{t("softkeyTemplate.dependencies.default")}</Notice> : null}
        {error ? <Notice tone="bad">{refusalText(refusalOf(error))}</Notice> : null}
        {data && data.items.length === 0 ? (
          <EmptyState icon={<Unlink aria-hidden />} title={t("softkeyTemplate.dependencies.none")}>
            {t("softkeyTemplate.dependencies.noneBody")}
          </EmptyState>
        ) : (
          <DependencyList dependencies={data?.items ?? []} />
        )}
      </div>
    </Page>
  );
}
