"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus, SquareStack } from "lucide-react";
import { useTranslations } from "next-intl";
import { FindAndList } from "@/components/console/find-and-list/find-and-list";
import type { ListField, ListPage, ListQuery } from "@/components/console/find-and-list/types";
import { useListPage } from "@/components/console/find-and-list/use-list-page";
import { useNavigate } from "@/components/console/navigation-guard";
import { Page } from "@/components/console/page";
import { ToolbarButton } from "@/components/console/toolbar";
import { DeleteSelectedTemplates } from "@/components/softkey-template/delete-selected-templates";
import { useListColumns } from "@/components/softkey-template/list-columns";
import { EmptyState } from "@/components/ui/empty-state";
import { newSoftkeyTemplatePath, softkeyTemplatePath } from "@/lib/client/paths";
import { softkeyTemplatesQuery } from "@/lib/client/softkey-template";
import type { SoftkeyTemplateDto } from "@/lib/contract/softkey-template";

function useSoftkeyTemplates(query: ListQuery): ListPage<SoftkeyTemplateDto> {
  return useListPage(useQuery(softkeyTemplatesQuery(query)));
}

/** *Find and List Softkey Templates* (SK-03). */
export function FindSoftkeyTemplates({ mayUpdate }: { mayUpdate: boolean }) {
  const t = useTranslations();
  const navigate = useNavigate();
  const columns = useListColumns(mayUpdate);
  const objects = t("softkeyTemplate.plural");
  const fields: readonly ListField[] = [
    { name: "name", label: t("softkeyTemplate.name") },
    { name: "description", label: t("common.description") },
    { name: "isDefault", label: t("softkeyTemplate.defaultTemplate"), kind: "boolean" },
    { name: "isStandard", label: t("softkeyTemplate.standardTemplate"), kind: "boolean" },
    { name: "callStates", label: t("softkeyTemplate.list.softkeys") },
    { name: "copyOf", label: t("configuration.facts.copyOf") },
    { name: "updatedBy", label: t("configuration.list.changedBy") },
  ];
  return (
    <Page
      at="softkeyTemplate"
      title={t("findAndList.title", { objects })}
      actions={
        mayUpdate ? (
          <ToolbarButton
            id="addNew"
            icon={<Plus aria-hidden />}
            label={t("common.addNew")}
            variant="primary"
            onPress={() => navigate(newSoftkeyTemplatePath())}
          />
        ) : undefined
      }
    >
      <FindAndList
        resource="softkeyTemplate"
        objects={objects}
        fields={fields}
        columns={columns}
        useList={useSoftkeyTemplates}
        rowKey={({ name }) => name}
        rowHref={({ name }) => softkeyTemplatePath(name)}
        {...(mayUpdate
          ? {
              selectionActions: (selection, clear) => (
                <DeleteSelectedTemplates selection={selection} onDeleted={clear} />
              ),
            }
          : {})}
        empty={
          <EmptyState icon={<SquareStack aria-hidden />} title={t("softkeyTemplate.list.empty")}>
            {t("softkeyTemplate.list.emptyBody")}
          </EmptyState>
        }
      />
    </Page>
  );
}
