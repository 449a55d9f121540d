import { HydrationBoundary } from "@tanstack/react-query";
import { PhonePages } from "@/components/phone/phone-pages";
import { type ObjectRouteProps, objectPageData } from "@/lib/server/pages/configuration";

export default async function PhoneRoute(props: ObjectRouteProps) {
  const { state, ...page } = await objectPageData("phone", props);
  return (
    <HydrationBoundary state={state}>
      <PhonePages {...page} />
    </HydrationBoundary>
  );
}
