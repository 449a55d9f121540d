"use client";

import { useQuery } from "@tanstack/react-query";
import { Unlink } from "lucide-react";
import { useTranslations } from "next-intl";
import { useConfigurationLinks } from "@/components/common-device-configuration/related-links";
import { WithConfiguration } from "@/components/common-device-configuration/with-configuration";
import { DependencyList } from "@/components/console/deletion/dependency-list";
import { Page } from "@/components/console/page";
import { useRefusalText } from "@/components/console/refusal-text";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { refusalOf } from "@/lib/client/api-error";
import { commonDeviceConfigurationDependenciesQuery } from "@/lib/client/common-device-configuration";
import { commonDeviceConfigurationPath } from "@/lib/client/paths";

/** *Dependency Records*: the objects that use a configuration; while there are any it cannot be deleted. */
export function DependencyRecords({ name }: { name: string }) {
  const t = useTranslations("common");
  return (
    <WithConfiguration name={name} title={t("dependencyRecords")}>
      {(configuration) => <Records name={configuration.name} />}
    </WithConfiguration>
  );
}

function Records({ name }: { name: string }) {
  const t = useTranslations();
  const refusalText = useRefusalText();
  const links = useConfigurationLinks(name, "dependency-records");
  const { data, error } = useQuery(commonDeviceConfigurationDependenciesQuery(name));
  const title = t("common.dependencyRecords");
  return (
    <Page
      at="commonDeviceConfiguration"
      title={title}
      below={[{ label: name, href: commonDeviceConfigurationPath(name) }, { label: title }]}
      relatedLinks={links}
    >
      <div className="flex flex-col gap-4 p-4">
        {error ? <Notice tone="bad">{refusalText(refusalOf(error))}</Notice> : null}
        {data && data.total === 0 ? (
          <EmptyState icon={<Unlink aria-hidden />} title={t("commonDeviceConfiguration.dependencies.none")}>
            {t("commonDeviceConfiguration.dependencies.noneBody")}
          </EmptyState>
        ) : (
          <DependencyList dependencies={data?.items ?? []} counts={data?.counts ?? []} />
        )}
      </div>
    </Page>
  );
}
