import { objectRoute } from "@/app/(console)/object-route";
import { CallingSearchSpacePages } from "@/components/calling-search-space/calling-search-space";

export default objectRoute("callingSearchSpace", CallingSearchSpacePages);
