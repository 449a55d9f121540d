import { objectRoute } from "@/app/(console)/object-route";
import { CommonDeviceConfigurationPages } from "@/components/common-device-configuration/common-device-configuration-pages";

export default objectRoute("commonDeviceConfiguration", CommonDeviceConfigurationPages);
