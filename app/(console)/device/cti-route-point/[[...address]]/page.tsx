import { objectRoute } from "@/app/(console)/object-route";
import { CtiRoutePointPages } from "@/components/cti-route-point/cti-route-point-pages";

export default objectRoute("ctiRoutePoint", CtiRoutePointPages);
