"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { parseAsString, useQueryState } from "nuqs";
import { contentOf, emptyContent } from "@/components/common-device-configuration/content";
import { NewConfigurationForm } from "@/components/common-device-configuration/new-configuration-form";
import { ReadOnlyNotice } from "@/components/common-device-configuration/read-only-notice";
import { Page } from "@/components/console/page";
import { useRefusalText } from "@/components/console/refusal-text";
import { Notice } from "@/components/ui/notice";
import { refusalOf } from "@/lib/client/api-error";
import { commonDeviceConfigurationQuery } from "@/lib/client/common-device-configuration";
import { commonDeviceConfigurationListPath } from "@/lib/client/paths";

/** *Add New*, or *Copy* of the configuration that the address names; *Save* stores it (CD-01). */
export function NewCommonDeviceConfiguration({ mayUpdate }: { mayUpdate: boolean }) {
  const t = useTranslations();
  const refusalText = useRefusalText();
  const [copyOf] = useQueryState("copyOf", parseAsString);
  const isCopy = mayUpdate && copyOf !== null;
  const origin = useQuery({ ...commonDeviceConfigurationQuery(copyOf ?? ""), enabled: isCopy });
  if (mayUpdate && copyOf === null) return <NewConfigurationForm initial={emptyContent} />;
  if (isCopy && origin.data) {
    const initial = { ...contentOf(origin.data), name: "" };
    return <NewConfigurationForm key={copyOf} initial={initial} copyOf={origin.data.name} />;
  }
  return (
    <Page
      at="commonDeviceConfiguration"
      title={t("commonDeviceConfiguration.title")}
      below={[{ label: t("common.addNew") }]}
      relatedLinks={[
        { id: "list", label: t("common.backToFindList"), href: commonDeviceConfigurationListPath },
      ]}
    >
      <div className="flex flex-col gap-4 p-4">
        {mayUpdate ? null : <ReadOnlyNotice />}
        {origin.error && copyOf !== null ? (
          <div role="alert">
            <Notice tone="bad" title={t("commonDeviceConfiguration.originUnavailable", { name: copyOf })}>
              {refusalText(refusalOf(origin.error))}
            </Notice>
          </div>
        ) : null}
      </div>
    </Page>
  );
}
