"use client";

import { useTranslations } from "next-intl";
import { CommonDeviceConfiguration } from "@/components/common-device-configuration/common-device-configuration";
import { WithConfiguration } from "@/components/common-device-configuration/with-configuration";

type CommonDeviceConfigurationPageProps = { name: string; mayUpdate: boolean };

/** The page of a common device configuration; until it is there, or when there is none, the page says so. */
export function CommonDeviceConfigurationPage({ name, mayUpdate }: CommonDeviceConfigurationPageProps) {
  const t = useTranslations("commonDeviceConfiguration");
  return (
    <WithConfiguration name={name} title={t("title")}>
      {(configuration) => <CommonDeviceConfiguration configuration={configuration} mayUpdate={mayUpdate} />}
    </WithConfiguration>
  );
}
