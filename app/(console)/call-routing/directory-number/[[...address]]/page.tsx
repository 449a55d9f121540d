import { HydrationBoundary } from "@tanstack/react-query";
import { DirectoryNumberPages } from "@/components/directory-number/directory-number-pages";
import { type ObjectRouteProps, objectPageData } from "@/lib/server/pages/configuration";

export default async function DirectoryNumberRoute(props: ObjectRouteProps) {
  const { state, ...page } = await objectPageData("directoryNumber", props);
  return (
    <HydrationBoundary state={state}>
      <DirectoryNumberPages {...page} />
    </HydrationBoundary>
  );
}
