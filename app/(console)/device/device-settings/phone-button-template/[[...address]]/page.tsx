import { objectRoute } from "@/app/(console)/object-route";
import { PhoneButtonTemplatePages } from "@/components/phone-button-template/phone-button-template";

export default objectRoute("phoneButtonTemplate", PhoneButtonTemplatePages);
