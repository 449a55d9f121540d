import { objectRoute } from "@/app/(console)/object-route";
import { LocalePages } from "@/components/locale/locale-pages";

export default objectRoute("locale", LocalePages);
