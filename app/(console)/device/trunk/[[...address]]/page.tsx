import { objectRoute } from "@/app/(console)/object-route";
import { TrunkPages } from "@/components/trunk/trunk";

export default objectRoute("trunk", TrunkPages);
