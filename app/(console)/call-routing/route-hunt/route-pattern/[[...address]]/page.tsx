import { objectRoute } from "@/app/(console)/object-route";
import { RoutePatternPages } from "@/components/route-pattern/route-pattern-pages";

export default objectRoute("routePattern", RoutePatternPages);
