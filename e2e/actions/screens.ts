import type { Api } from "../fixtures/api";
import { createConfiguration } from "./common-device-configuration";
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
  { name: "find and list phone button templates", path: "/device/device-settings/phone-button-template" },
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
  return path.replace(/\{\w+\}/, encodeURIComponent(name));
}
