"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus, SquareStack } from "lucide-react";
import { useTranslations } from "next-intl";
import { DeleteSelectedConfigurations } from "@/components/common-device-configuration/delete-selected-configurations";
import { useListColumns } from "@/components/common-device-configuration/list-columns";
import { useWords } from "@/components/common-device-configuration/use-words";
import { FindAndList } from "@/components/console/find-and-list/find-and-list";
import type { ListField, ListPage, ListQuery } from "@/components/console/find-and-list/types";
import { useNavigate } from "@/components/console/navigation-guard";
import { Page } from "@/components/console/page";
import { useRefusalText } from "@/components/console/refusal-text";
import { ToolbarButton } from "@/components/console/toolbar";
import { EmptyState } from "@/components/ui/empty-state";
import { refusalOf } from "@/lib/client/api-error";
import { commonDeviceConfigurationsQuery } from "@/lib/client/common-device-configuration";
import { commonDeviceConfigurationPath, newCommonDeviceConfigurationPath } from "@/lib/client/paths";
import type { CommonDeviceConfigurationDto } from "@/lib/contract/common-device-configuration";

const searchedFields = ["name", "description", "softkeyTemplate", "userLocale", "networkLocale"] as const;

function useConfigurations(query: ListQuery): ListPage<CommonDeviceConfigurationDto> {
  const refusalText = useRefusalText();
  const { data, error, isPending, isPlaceholderData, refetch } = useQuery(
    commonDeviceConfigurationsQuery(query),
  );
  return {
    items: data?.items,
    nextCursor: data?.nextCursor ?? null,
    total: data?.total,
    isPending,
    isFetching: isPlaceholderData,
    error: error ? refusalText(refusalOf(error)) : null,
    retry: () => void refetch(),
  };
}

/** *Find and List Common Device Configurations* (CD-01). */
export function FindCommonDeviceConfigurations({ mayUpdate }: { mayUpdate: boolean }) {
  const t = useTranslations();
  const navigate = useNavigate();
  const words = useWords();
  const columns = useListColumns(mayUpdate);
  const objects = t("commonDeviceConfiguration.plural");
  const fields: readonly ListField[] = [
    ...searchedFields.map((name) => ({ name, label: words.field(name) })),
    { name: "updatedBy", label: t("configuration.list.changedBy") },
  ];
  return (
    <Page
      at="commonDeviceConfiguration"
      title={t("findAndList.title", { objects })}
      actions={
        mayUpdate ? (
          <ToolbarButton
            id="addNew"
            icon={<Plus aria-hidden />}
            label={t("common.addNew")}
            variant="primary"
            onPress={() => navigate(newCommonDeviceConfigurationPath())}
          />
        ) : undefined
      }
    >
      <FindAndList
        resource="commonDeviceConfiguration"
        objects={objects}
        fields={fields}
        columns={columns}
        useList={useConfigurations}
        rowKey={({ name }) => name}
        rowHref={({ name }) => commonDeviceConfigurationPath(name)}
        {...(mayUpdate
          ? {
              selectionActions: (selection, clear) => (
                <DeleteSelectedConfigurations selection={selection} onDeleted={clear} />
              ),
            }
          : {})}
        empty={
          <EmptyState icon={<SquareStack aria-hidden />} title={t("commonDeviceConfiguration.list.empty")}>
            {t("commonDeviceConfiguration.list.emptyBody")}
          </EmptyState>
        }
      />
    </Page>
  );
}
