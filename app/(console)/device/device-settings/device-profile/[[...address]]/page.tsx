import { objectRoute } from "@/app/(console)/object-route";
import { DeviceProfilePages } from "@/components/device-profile/device-profile";

export default objectRoute("deviceProfile", DeviceProfilePages);
