import { objectRoute } from "@/app/(console)/object-route";
import { CommonDeviceConfigurationPages } from "@/components/common-device-configuration/common-device-configuration";

export default objectRoute("commonDeviceConfiguration", CommonDeviceConfigurationPages);
