import { HydrationBoundary } from "@tanstack/react-query";
import { FindCommonDeviceConfigurations } from "@/components/common-device-configuration/find-common-device-configurations";
import { commonDeviceConfigurationListPage } from "@/lib/server/pages/common-device-configuration";

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function FindCommonDeviceConfigurationsPage({ searchParams }: PageProps) {
  const { state, mayUpdate } = await commonDeviceConfigurationListPage(await searchParams);
  return (
    <HydrationBoundary state={state}>
      <FindCommonDeviceConfigurations mayUpdate={mayUpdate} />
    </HydrationBoundary>
  );
}
