import { HydrationBoundary } from "@tanstack/react-query";
import { notFound } from "next/navigation";
import { ServiceParameterPages } from "@/components/service-parameter/service-parameter-pages";
import { type ObjectRouteProps, objectPageData } from "@/lib/server/pages/configuration";
import { serviceParametersState } from "@/lib/server/pages/service-parameter";

export default async function ServiceParameterRoute(props: ObjectRouteProps) {
  const { state, ...page } = await objectPageData("serviceParameter", props);
  // All parameters exist; none is added.
  if (page.view.page === "new") notFound();
  return (
    <HydrationBoundary state={await serviceParametersState()}>
      <HydrationBoundary state={state}>
        <ServiceParameterPages {...page} />
      </HydrationBoundary>
    </HydrationBoundary>
  );
}
