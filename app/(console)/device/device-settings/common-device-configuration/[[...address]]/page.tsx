import { HydrationBoundary } from "@tanstack/react-query";
import { CommonDeviceConfigurationPages } from "@/components/common-device-configuration/common-device-configuration-pages";
import { type ObjectRouteProps, objectPageData } from "@/lib/server/pages/configuration";

export default async function CommonDeviceConfigurationRoute(props: ObjectRouteProps) {
  const { state, ...page } = await objectPageData("commonDeviceConfiguration", props);
  return (
    <HydrationBoundary state={state}>
      <CommonDeviceConfigurationPages {...page} />
    </HydrationBoundary>
  );
}
