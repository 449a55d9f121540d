import { HydrationBoundary } from "@tanstack/react-query";
import { PhoneButtonTemplatePages } from "@/components/phone-button-template/phone-button-template-pages";
import { type ObjectRouteProps, objectPageData } from "@/lib/server/pages/configuration";

export default async function PhoneButtonTemplateRoute(props: ObjectRouteProps) {
  const { state, ...page } = await objectPageData("phoneButtonTemplate", props);
  return (
    <HydrationBoundary state={state}>
      <PhoneButtonTemplatePages {...page} />
    </HydrationBoundary>
  );
}
