"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { DeleteSelected } from "@/components/console/deletion/delete-selected";
import type { ListSelection } from "@/components/console/find-and-list/types";
import {
  matchingCommonDeviceConfigurationNames,
  refreshCommonDeviceConfigurations,
  removeCommonDeviceConfigurationMutation,
} from "@/lib/client/common-device-configuration";

type DeleteSelectedConfigurationsProps = { selection: ListSelection; onDeleted: () => void };

/** *Delete Selected* of common device configurations; those that are used say so. */
export function DeleteSelectedConfigurations({ selection, onDeleted }: DeleteSelectedConfigurationsProps) {
  const t = useTranslations("commonDeviceConfiguration.list");
  const client = useQueryClient();
  const { mutateAsync } = useMutation(removeCommonDeviceConfigurationMutation());
  return (
    <DeleteSelected
      selection={selection}
      deletion={{
        remove: (name) => mutateAsync({ params: { name } }),
        namesOf: matchingCommonDeviceConfigurationNames,
        refresh: () => refreshCommonDeviceConfigurations(client),
      }}
      titleOf={(count) => t("deleteTitle", { count })}
      question={t("deleteConfirm")}
      onDeleted={onDeleted}
    />
  );
}
