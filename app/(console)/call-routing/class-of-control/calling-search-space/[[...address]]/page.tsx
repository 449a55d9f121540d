import { HydrationBoundary } from "@tanstack/react-query";
import { CallingSearchSpacePages } from "@/components/calling-search-space/calling-search-space-pages";
import { type ObjectRouteProps, objectPageData } from "@/lib/server/pages/configuration";

export default async function CallingSearchSpaceRoute(props: ObjectRouteProps) {
  const { state, ...page } = await objectPageData("callingSearchSpace", props);
  return (
    <HydrationBoundary state={state}>
      <CallingSearchSpacePages {...page} />
    </HydrationBoundary>
  );
}
