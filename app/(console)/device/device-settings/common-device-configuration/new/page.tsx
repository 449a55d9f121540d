import { HydrationBoundary } from "@tanstack/react-query";
import { NewCommonDeviceConfiguration } from "@/components/common-device-configuration/new-common-device-configuration";
import { newCommonDeviceConfigurationPage } from "@/lib/server/pages/common-device-configuration";

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewCommonDeviceConfigurationPage({ searchParams }: PageProps) {
  const { copyOf } = await searchParams;
  const origin = typeof copyOf === "string" ? copyOf : undefined;
  const { state, mayUpdate } = await newCommonDeviceConfigurationPage(origin);
  return (
    <HydrationBoundary state={state}>
      <NewCommonDeviceConfiguration mayUpdate={mayUpdate} />
    </HydrationBoundary>
  );
}
