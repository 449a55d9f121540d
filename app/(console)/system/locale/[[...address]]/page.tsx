import { HydrationBoundary } from "@tanstack/react-query";
import { LocalePages } from "@/components/locale/locale-pages";
import { type ObjectRouteProps, objectPageData } from "@/lib/server/pages/configuration";

export default async function LocaleRoute(props: ObjectRouteProps) {
  const { state, ...page } = await objectPageData("locale", props);
  return (
    <HydrationBoundary state={state}>
      <LocalePages {...page} />
    </HydrationBoundary>
  );
}
