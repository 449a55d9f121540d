import { HydrationBoundary } from "@tanstack/react-query";
import type { ComponentType } from "react";
import type { ObjectPagesProps } from "@/components/console/object/object-pages";
import type { ConfigurationKind } from "@/lib/configuration/dependencies";
import { type ObjectRouteProps, objectPageData } from "@/lib/server/pages/configuration";

/** The route of all pages of a kind: reads what the page of the address shows. */
export function objectRoute(kind: ConfigurationKind, Pages: ComponentType<ObjectPagesProps>) {
  return async function ObjectRoute(props: ObjectRouteProps) {
    const { state, ...page } = await objectPageData(kind, props);
    return (
      <HydrationBoundary state={state}>
        <Pages {...page} />
      </HydrationBoundary>
    );
  };
}
