"use client";

import { useTranslations } from "next-intl";
import { softkeyLabel } from "@/components/console/history/softkey-change-text";
import { describeObject } from "@/components/console/object/object-description";
import { ObjectPages, type ObjectPagesProps } from "@/components/console/object/object-pages";
import { StandardCell } from "@/components/console/object/standard-badge";
import { DefaultBadge, DefaultCell } from "@/components/softkey-template/default-badge";
import { DownloadLink } from "@/components/ui/download-link";
import { isSoftkeyId } from "@/lib/catalog/softkeys";
import { fallbackSoftkeyTemplate } from "@/lib/catalog/standard-softkey-templates";
import { softkeyFileAddress } from "@/lib/client/device";
import { pathOf } from "@/lib/client/object-path";
import { changeableOfStandard, type SoftkeyTemplateContent } from "@/lib/configuration/softkey-template";
import { softkeyTemplateRules } from "@/lib/configuration/softkey-template-rules";
import type { SoftkeyTemplateDto } from "@/lib/contract/softkey-template";
import { callStateAt } from "@/lib/i18n/field-name";

/** *Softkey Layout Configuration* of a template (SK-06). */
function useLayoutLink({ name }: SoftkeyTemplateDto) {
  const t = useTranslations("softkeyTemplate");
  const href = pathOf("softkeyTemplate", { name, partition: null }, "layout");
  return [{ id: "layout", label: t("configureLayout"), href }];
}

/** The file that phones with the template download. */
function SoftkeyFileLink({ object }: { object: SoftkeyTemplateDto | null }) {
  const t = useTranslations("softkeyTemplate");
  if (!object) return null;
  return <DownloadLink href={softkeyFileAddress(object.name)}>{t("softkeyFile")}</DownloadLink>;
}

/** Softkey templates (SK-02 to SK-05): always copies of another one; their softkeys have a page of their own. */
export const softkeyTemplate = describeObject<SoftkeyTemplateContent, SoftkeyTemplateDto>({
  rules: softkeyTemplateRules,
  groups: [
    {
      id: "information",
      fields: ["name", "description", "isDefault"],
    },
  ],
  columns: [
    "description",
    { field: "isDefault", Cell: DefaultCell },
    { field: "isStandard", Cell: StandardCell },
  ],
  searched: [
    "name",
    "description",
    "isDefault",
    { field: "isStandard", choices: ["true", "false"] },
    "callStates",
    "copyOf",
  ],
  isStandard: ({ isStandard }) => isStandard,
  changeableOfStandard,
  remembersOrigin: true,
  beginsWithCopy: { suggested: fallbackSoftkeyTemplate },
  Badges: DefaultBadge,
  Actions: SoftkeyFileLink,
  useRelatedLinks: useLayoutLink,
  valueText: (field, value, translate) => {
    if (callStateAt(field) === null || !Array.isArray(value)) return undefined;
    if (value.length === 0) return translate("configuration.empty");
    return value
      .filter(isSoftkeyId)
      .map((softkey) => softkeyLabel(translate, softkey))
      .join(" · ");
  },
});

/** The pages of softkey templates but for their layout (SK-02 to SK-05). */
export function SoftkeyTemplatePages(props: ObjectPagesProps) {
  return <ObjectPages object={softkeyTemplate} {...props} />;
}
