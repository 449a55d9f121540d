import { objectRoute } from "@/app/(console)/object-route";
import { PhonePages } from "@/components/phone/phone";

export default objectRoute("phone", PhonePages);
