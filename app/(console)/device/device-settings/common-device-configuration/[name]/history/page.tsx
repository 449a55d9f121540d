import { HydrationBoundary } from "@tanstack/react-query";
import { ConfigurationHistory } from "@/components/common-device-configuration/configuration-history";
import { commonDeviceConfigurationPage } from "@/lib/server/pages/common-device-configuration";

type PageProps = { params: Promise<{ name: string }> };

export default async function CommonDeviceConfigurationHistoryPage({ params }: PageProps) {
  const { state, mayUpdate, name } = await commonDeviceConfigurationPage((await params).name, "revisions");
  return (
    <HydrationBoundary state={state}>
      <ConfigurationHistory name={name} mayUpdate={mayUpdate} />
    </HydrationBoundary>
  );
}
