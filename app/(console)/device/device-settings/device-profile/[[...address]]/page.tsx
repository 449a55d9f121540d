import { HydrationBoundary } from "@tanstack/react-query";
import { DeviceProfilePages } from "@/components/device-profile/device-profile-pages";
import { type ObjectRouteProps, objectPageData } from "@/lib/server/pages/configuration";

export default async function DeviceProfileRoute(props: ObjectRouteProps) {
  const { state, ...page } = await objectPageData("deviceProfile", props);
  return (
    <HydrationBoundary state={state}>
      <DeviceProfilePages {...page} />
    </HydrationBoundary>
  );
}
