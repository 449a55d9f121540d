import type { Api } from "../fixtures/api";
import { createConfiguration } from "./common-device-configuration";
import { createObject, uniqueNumber } from "./objects";
import { createPhone, uniqueDevice } from "./phone";
import { createButtonTemplate } from "./phone-button-template";

/** Every screen of the console; braces stand for the name of an object of one's own. */
export const screens = [
  { name: "start page", path: "/" },
  { name: "find and list softkey templates", path: "/device/device-settings/softkey-template" },
  { name: "add a softkey template", path: "/device/device-settings/softkey-template/new" },
  {
    name: "copy of a softkey template",
    path: "/device/device-settings/softkey-template/new?copyOf=Standard%20User",
  },
  { name: "softkey template", path: "/device/device-settings/softkey-template/{template}" },
  {
    name: "standard softkey template",
    path: "/device/device-settings/softkey-template/Standard%20User",
  },
  { name: "softkey layout", path: "/device/device-settings/softkey-template/{template}/layout" },
  {
    name: "standard softkey layout",
    path: "/device/device-settings/softkey-template/Standard%20User/layout",
  },
  {
    name: "history of a softkey template",
    path: "/device/device-settings/softkey-template/{template}/history",
  },
  {
    name: "dependency records",
    path: "/device/device-settings/softkey-template/{template}/dependency-records",
  },
  {
    name: "find and list common device configurations",
    path: "/device/device-settings/common-device-configuration",
  },
  {
    name: "add a common device configuration",
    path: "/device/device-settings/common-device-configuration/new",
  },
  {
    name: "common device configuration",
    path: "/device/device-settings/common-device-configuration/{configuration}",
  },
  {
    name: "history of a common device configuration",
    path: "/device/device-settings/common-device-configuration/{configuration}/history",
  },
  {
    name: "dependency records of a common device configuration",
    path: "/device/device-settings/common-device-configuration/{configuration}/dependency-records",
  },
  {
    name: "find and list phone button templates",
    path: "/device/device-settings/phone-button-template?limit=20",
  },
  { name: "add a phone button template", path: "/device/device-settings/phone-button-template/new" },
  {
    name: "copy of a phone button template",
    path: "/device/device-settings/phone-button-template/new?copyOf=Standard%208865%20SIP",
  },
  {
    name: "phone button template",
    path: "/device/device-settings/phone-button-template/{buttonTemplate}",
  },
  {
    name: "standard phone button template",
    path: "/device/device-settings/phone-button-template/Standard%207931%20SCCP",
  },
  {
    name: "history of a phone button template",
    path: "/device/device-settings/phone-button-template/{buttonTemplate}/history",
  },
  {
    name: "dependency records of a phone button template",
    path: "/device/device-settings/phone-button-template/{buttonTemplate}/dependency-records",
  },
  { name: "find and list phones", path: "/device/phone" },
  { name: "add a phone", path: "/device/phone/new" },
  { name: "copy of a phone", path: "/device/phone/new?copyOf={phone}" },
  { name: "phone", path: "/device/phone/{phone}" },
  { name: "configuration file of a phone", path: "/device/phone/{phone}/configuration-file" },
  { name: "history of a phone", path: "/device/phone/{phone}/history" },
  { name: "dependency records of a phone", path: "/device/phone/{phone}/dependency-records" },
  { name: "find and list partitions", path: "/call-routing/class-of-control/partition" },
  { name: "add a partition", path: "/call-routing/class-of-control/partition/new" },
  { name: "partition", path: "/call-routing/class-of-control/partition/{partition}" },
  {
    name: "find and list calling search spaces",
    path: "/call-routing/class-of-control/calling-search-space",
  },
  {
    name: "add a calling search space",
    path: "/call-routing/class-of-control/calling-search-space/new",
  },
  {
    name: "calling search space",
    path: "/call-routing/class-of-control/calling-search-space/{callingSearchSpace}",
  },
  { name: "find and list directory numbers", path: "/call-routing/directory-number" },
  { name: "add a directory number", path: "/call-routing/directory-number/new" },
  { name: "directory number", path: "/call-routing/directory-number/{directoryNumber}" },
  {
    name: "history of a directory number",
    path: "/call-routing/directory-number/{directoryNumber}/history",
  },
  { name: "find and list CTI route points", path: "/device/cti-route-point" },
  { name: "add a CTI route point", path: "/device/cti-route-point/new" },
  { name: "CTI route point", path: "/device/cti-route-point/{ctiRoutePoint}" },
  { name: "find and list device pools", path: "/system/device-pool" },
  { name: "add a device pool", path: "/system/device-pool/new" },
  { name: "device pool", path: "/system/device-pool/{devicePool}" },
  { name: "service parameters", path: "/system/service-parameters" },
  {
    name: "history of a service parameter",
    path: "/system/service-parameters/Callback%20Guard%20Time/history",
  },
  { name: "find and list locales", path: "/system/locale" },
  { name: "add a locale", path: "/system/locale/new" },
  { name: "locale", path: "/system/locale/{locale}" },
  { name: "find and list route patterns", path: "/call-routing/route-hunt/route-pattern" },
  { name: "add a route pattern", path: "/call-routing/route-hunt/route-pattern/new" },
  { name: "route pattern", path: "/call-routing/route-hunt/route-pattern/{routePattern}" },
  { name: "find and list remote clusters", path: "/advanced-features/remote-cluster" },
  { name: "add a remote cluster", path: "/advanced-features/remote-cluster/new" },
  { name: "remote cluster", path: "/advanced-features/remote-cluster/{remoteCluster}" },
  {
    name: "history of a remote cluster",
    path: "/advanced-features/remote-cluster/{remoteCluster}/history",
  },
  { name: "find and list trunks", path: "/device/trunk" },
  { name: "add a trunk", path: "/device/trunk/new" },
  { name: "trunk", path: "/device/trunk/{trunk}" },
  { name: "find and list device profiles", path: "/device/device-settings/device-profile" },
  { name: "add a device profile", path: "/device/device-settings/device-profile/new" },
  { name: "device profile", path: "/device/device-settings/device-profile/{deviceProfile}" },
  { name: "import", path: "/bulk-administration/import" },
  { name: "export", path: "/bulk-administration/export" },
  { name: "update", path: "/bulk-administration/update" },
  { name: "job scheduler", path: "/bulk-administration/job-scheduler" },
  { name: "job of a phone", path: "/bulk-administration/job-scheduler/{job}" },
  { name: "pending apply", path: "/device/pending-apply" },
  { name: "device alarms", path: "/serviceability/device-alarm" },
  { name: "phones in use", path: "/call-back/phones" },
  { name: "a phone in use", path: "/call-back/phones?phone={phone}" },
  { name: "call back requests", path: "/call-back/requests" },
  { name: "trace", path: "/call-back/trace" },
  { name: "users", path: "/user-management/user" },
  { name: "add a user", path: "/user-management/user/new" },
  { name: "user", path: "/user-management/user/admin" },
  { name: "my account", path: "/user-management/my-account" },
  { name: "API keys", path: "/user-management/api-key" },
  { name: "API reference", path: "/help/api" },
  { name: "page that does not exist", path: "/nowhere" },
] as const;

/** The address of a screen; makes the object that it shows, with this name. */
export async function screenAddress(api: Api, path: string, name: string): Promise<string> {
  if (path.includes("{template}")) await api.createSoftkeyTemplate({ name });
  if (path.includes("{configuration}")) await createConfiguration(api, { name });
  if (path.includes("{buttonTemplate}")) await createButtonTemplate(api, { name });
  if (path.includes("{phone}")) {
    const device = uniqueDevice(() => name);
    await createPhone(api, { name: device });
    return path.replace("{phone}", device);
  }
  if (path.includes("{job}")) {
    const phone = uniqueDevice(() => name);
    await createPhone(api, { name: phone });
    const data = { action: "restart", names: [{ name: phone }] };
    const { jobId } = await (await api.request.post("/api/v1/phones/actions", { data })).json();
    return path.replace("{job}", jobId);
  }
  if (path.includes("{partition}")) await createObject(api, "partition", { name });
  if (path.includes("{callingSearchSpace}")) await createObject(api, "callingSearchSpace", { name });
  const directoryNumber = uniqueNumber();
  if (path.includes("{ctiRoutePoint}")) {
    await createObject(api, "ctiRoutePoint", { name, directoryNumber, forwardTo: "2001" });
  }
  if (path.includes("{directoryNumber}")) {
    await createObject(api, "directoryNumber", { pattern: directoryNumber });
    return path.replace("{directoryNumber}", directoryNumber);
  }
  if (path.includes("{devicePool}")) await createObject(api, "devicePool", { name });
  if (path.includes("{locale}")) await createObject(api, "locale", { name, kind: "user" });
  if (path.includes("{remoteCluster}")) {
    const directoryNumbers = [{ pattern: directoryNumber, name: "Reception" }];
    await createObject(api, "remoteCluster", { name, directoryNumbers });
  }
  if (path.includes("{trunk}") || path.includes("{routePattern}")) {
    await createObject(api, "trunk", { name, type: "sipQsig", throughCube: true });
  }
  if (path.includes("{routePattern}")) {
    await createObject(api, "routePattern", { pattern: directoryNumber, trunk: name });
    return path.replace("{routePattern}", directoryNumber);
  }
  if (path.includes("{deviceProfile}")) {
    const lines = [{ index: 1, directoryNumber, partition: null }];
    await createObject(api, "deviceProfile", { name, userId: name, lines });
  }
  return path.replace(/\{\w+\}/, encodeURIComponent(name));
}
