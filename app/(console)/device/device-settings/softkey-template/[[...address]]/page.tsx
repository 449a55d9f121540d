import { objectRoute } from "@/app/(console)/object-route";
import { SoftkeyTemplatePages } from "@/components/softkey-template/softkey-template";

export default objectRoute("softkeyTemplate", SoftkeyTemplatePages);
