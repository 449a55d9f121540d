import { HydrationBoundary } from "@tanstack/react-query";
import { CommonDeviceConfigurationPage } from "@/components/common-device-configuration/common-device-configuration-page";
import { commonDeviceConfigurationPage } from "@/lib/server/pages/common-device-configuration";

type PageProps = { params: Promise<{ name: string }> };

export default async function OneCommonDeviceConfigurationPage({ params }: PageProps) {
  const { state, mayUpdate, name } = await commonDeviceConfigurationPage((await params).name, "form");
  return (
    <HydrationBoundary state={state}>
      <CommonDeviceConfigurationPage name={name} mayUpdate={mayUpdate} />
    </HydrationBoundary>
  );
}
