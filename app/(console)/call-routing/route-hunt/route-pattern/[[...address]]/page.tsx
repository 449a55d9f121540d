import { objectRoute } from "@/app/(console)/object-route";
import { RoutePatternPages } from "@/components/route-pattern/route-pattern";

export default objectRoute("routePattern", RoutePatternPages);
