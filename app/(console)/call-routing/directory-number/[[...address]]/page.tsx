import { objectRoute } from "@/app/(console)/object-route";
import { DirectoryNumberPages } from "@/components/directory-number/directory-number";

export default objectRoute("directoryNumber", DirectoryNumberPages);
