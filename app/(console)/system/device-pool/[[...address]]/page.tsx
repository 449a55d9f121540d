import { objectRoute } from "@/app/(console)/object-route";
import { DevicePoolPages } from "@/components/device-pool/device-pool";

export default objectRoute("devicePool", DevicePoolPages);
