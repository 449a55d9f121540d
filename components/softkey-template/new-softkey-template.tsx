"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { parseAsString, useQueryState } from "nuqs";
import { Page } from "@/components/console/page";
import { useRefusalText } from "@/components/console/refusal-text";
import { ChooseOrigin } from "@/components/softkey-template/choose-origin";
import { CopyForm } from "@/components/softkey-template/copy-form";
import { Notice } from "@/components/ui/notice";
import { refusalOf } from "@/lib/client/api-error";
import { softkeyTemplateListPath } from "@/lib/client/paths";
import { softkeyTemplateQuery } from "@/lib/client/softkey-template";

/** *Add New*: choose a template, *Copy*, then name the copy and *Save* (SK-02). */
export function NewSoftkeyTemplate({ mayUpdate }: { mayUpdate: boolean }) {
  const t = useTranslations();
  const refusalText = useRefusalText();
  const [copyOf, setCopyOf] = useQueryState("copyOf", parseAsString);
  const origin = useQuery({ ...softkeyTemplateQuery(copyOf ?? ""), enabled: mayUpdate && copyOf !== null });
  if (mayUpdate && copyOf !== null && origin.data) {
    return <CopyForm origin={origin.data} onChooseAnother={() => void setCopyOf(null)} />;
  }
  return (
    <Page
      at="softkeyTemplate"
      title={t("softkeyTemplate.configuration.title")}
      below={[{ label: t("common.addNew") }]}
      relatedLinks={[{ id: "list", label: t("common.backToFindList"), href: softkeyTemplateListPath }]}
    >
      <div className="flex flex-col gap-4 p-4">
        {mayUpdate ? (
          <ChooseOrigin isPending={origin.isFetching} onCopy={(name) => void setCopyOf(name)} />
        ) : (
          <Notice title={t("softkeyTemplate.readOnlyRole.title")}>
            {t("softkeyTemplate.readOnlyRole.body")}
          </Notice>
        )}
        {origin.error && copyOf !== null ? (
          <div role="alert">
            <Notice tone="bad" title={t("softkeyTemplate.new.originUnavailable", { name: copyOf })}>
              {refusalText(refusalOf(origin.error))}
            </Notice>
          </div>
        ) : null}
      </div>
    </Page>
  );
}
