"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { DeleteObject } from "@/components/console/deletion/delete-object";
import { DependencyList } from "@/components/console/deletion/dependency-list";
import { useDeleteObject } from "@/components/console/deletion/use-delete-object";
import {
  commonDeviceConfigurationDependenciesQuery,
  refreshCommonDeviceConfigurations,
  removeCommonDeviceConfigurationMutation,
} from "@/lib/client/common-device-configuration";
import { commonDeviceConfigurationListPath } from "@/lib/client/paths";
import { checkDeletable } from "@/lib/configuration/change-rules";
import type { CommonDeviceConfigurationDto } from "@/lib/contract/common-device-configuration";

type DeleteConfigurationProps = { configuration: CommonDeviceConfigurationDto; onClose: () => void };

/** Asks before the configuration is deleted; one that is used is refused with its dependency records. */
export function DeleteConfiguration({ configuration, onClose }: DeleteConfigurationProps) {
  const t = useTranslations("commonDeviceConfiguration");
  const { name } = configuration;
  const client = useQueryClient();
  const { mutateAsync } = useMutation(removeCommonDeviceConfigurationMutation());
  const { remove, isPending } = useDeleteObject({
    name,
    remove: async () => {
      await mutateAsync({ params: { name } });
      await refreshCommonDeviceConfigurations(client, { refetch: false });
    },
    listPath: commonDeviceConfigurationListPath,
    onRefused: onClose,
  });
  const { data } = useQuery({ ...commonDeviceConfigurationDependenciesQuery(name), staleTime: 0 });
  return (
    <DeleteObject
      name={name}
      problems={checkDeletable(configuration, data?.total ?? 0)}
      details={<DependencyList dependencies={data?.items ?? []} counts={data?.counts ?? []} />}
      question={
        <>
          <p>{t("delete.confirm")}</p>
          {data ? <p className="mt-2 text-muted">{t("dependencies.none")}</p> : null}
        </>
      }
      isPending={isPending}
      onDelete={remove}
      onClose={onClose}
    />
  );
}
