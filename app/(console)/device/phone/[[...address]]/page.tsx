import { objectRoute } from "@/app/(console)/object-route";
import { PhonePages } from "@/components/phone/phone-pages";

export default objectRoute("phone", PhonePages);
