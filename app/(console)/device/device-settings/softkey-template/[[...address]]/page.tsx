import { HydrationBoundary } from "@tanstack/react-query";
import { SoftkeyTemplatePages } from "@/components/softkey-template/softkey-template-pages";
import { type ObjectRouteProps, objectPageData } from "@/lib/server/pages/configuration";

export default async function SoftkeyTemplateRoute(props: ObjectRouteProps) {
  const { state, ...page } = await objectPageData("softkeyTemplate", props);
  return (
    <HydrationBoundary state={state}>
      <SoftkeyTemplatePages {...page} />
    </HydrationBoundary>
  );
}
