import { HydrationBoundary } from "@tanstack/react-query";
import { DependencyRecords } from "@/components/common-device-configuration/dependency-records";
import { commonDeviceConfigurationPage } from "@/lib/server/pages/common-device-configuration";

type PageProps = { params: Promise<{ name: string }> };

export default async function CommonDeviceConfigurationDependencyRecordsPage({ params }: PageProps) {
  const { state, name } = await commonDeviceConfigurationPage((await params).name, "dependencies");
  return (
    <HydrationBoundary state={state}>
      <DependencyRecords name={name} />
    </HydrationBoundary>
  );
}
