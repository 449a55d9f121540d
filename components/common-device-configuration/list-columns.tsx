"use client";

import { useTranslations } from "next-intl";
import { useWords } from "@/components/common-device-configuration/use-words";
import { useObjectColumns } from "@/components/console/find-and-list/object-columns";
import type { ListColumn } from "@/components/console/find-and-list/types";
import { Link } from "@/components/ui/link";
import {
  commonDeviceConfigurationPath,
  newCommonDeviceConfigurationPath,
  softkeyTemplatePath,
} from "@/lib/client/paths";
import type { CommonDeviceConfigurationDto } from "@/lib/contract/common-device-configuration";

/** The columns of *Find and List*; *Copy* only for those who may make a configuration. */
export function useListColumns(mayUpdate: boolean): readonly ListColumn<CommonDeviceConfigurationDto>[] {
  const t = useTranslations();
  const words = useWords();
  const objectColumns = useObjectColumns({
    dependenciesPath: (name) => commonDeviceConfigurationPath(name, "dependency-records"),
    copyPath: mayUpdate ? newCommonDeviceConfigurationPath : undefined,
  });
  return [
    {
      id: "name",
      label: t("common.name"),
      render: ({ name }) => name,
      sortField: "name",
      isRowHeader: true,
    },
    {
      id: "description",
      label: t("common.description"),
      render: ({ description }) => description,
      sortField: "description",
    },
    {
      id: "softkeyTemplate",
      label: words.field("softkeyTemplate"),
      render: ({ softkeyTemplate }) =>
        softkeyTemplate === null ? null : (
          <Link href={softkeyTemplatePath(softkeyTemplate)}>{softkeyTemplate}</Link>
        ),
      sortField: "softkeyTemplate",
    },
    {
      id: "userLocale",
      label: words.field("userLocale"),
      render: ({ userLocale }) => userLocale,
      sortField: "userLocale",
    },
    {
      id: "networkLocale",
      label: words.field("networkLocale"),
      render: ({ networkLocale }) => networkLocale,
      sortField: "networkLocale",
    },
    ...objectColumns,
  ];
}
