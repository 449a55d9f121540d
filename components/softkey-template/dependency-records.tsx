"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { DependencyRecords } from "@/components/console/deletion/dependency-records";
import { Page } from "@/components/console/page";
import { useTemplateLinks } from "@/components/softkey-template/related-links";
import { TemplateBadges } from "@/components/softkey-template/template-badges";
import { WithTemplate } from "@/components/softkey-template/with-template";
import { Notice } from "@/components/ui/notice";
import { softkeyTemplatePath } from "@/lib/client/paths";
import { softkeyTemplateDependenciesQuery } from "@/lib/client/softkey-template";
import type { SoftkeyTemplateDto } from "@/lib/contract/softkey-template";

/** *Dependency Records*: the objects that use a template; while there are any it cannot be deleted. */
export function TemplateDependencyRecords({ name }: { name: string }) {
  const t = useTranslations("common");
  return (
    <WithTemplate name={name} title={t("dependencyRecords")}>
      {(template) => <Records template={template} />}
    </WithTemplate>
  );
}

function Records({ template }: { template: SoftkeyTemplateDto }) {
  const t = useTranslations();
  const links = useTemplateLinks(template.name, "dependency-records");
  const query = useQuery(softkeyTemplateDependenciesQuery(template.name));
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
        <DependencyRecords
          query={query}
          none={t("softkeyTemplate.dependencies.none")}
          noneBody={t("softkeyTemplate.dependencies.noneBody")}
        />
      </div>
    </Page>
  );
}
