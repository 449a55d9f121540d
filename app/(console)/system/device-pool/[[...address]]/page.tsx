import { HydrationBoundary } from "@tanstack/react-query";
import { DevicePoolPages } from "@/components/device-pool/device-pool-pages";
import { type ObjectRouteProps, objectPageData } from "@/lib/server/pages/configuration";

export default async function DevicePoolRoute(props: ObjectRouteProps) {
  const { state, ...page } = await objectPageData("devicePool", props);
  return (
    <HydrationBoundary state={state}>
      <DevicePoolPages {...page} />
    </HydrationBoundary>
  );
}
