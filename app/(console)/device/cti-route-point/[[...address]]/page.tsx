import { objectRoute } from "@/app/(console)/object-route";
import { CtiRoutePointPages } from "@/components/cti-route-point/cti-route-point";

export default objectRoute("ctiRoutePoint", CtiRoutePointPages);
