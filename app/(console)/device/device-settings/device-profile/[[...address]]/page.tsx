import { objectRoute } from "@/app/(console)/object-route";
import { DeviceProfilePages } from "@/components/device-profile/device-profile-pages";

export default objectRoute("deviceProfile", DeviceProfilePages);
