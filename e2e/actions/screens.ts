/** Every screen of the console; `{template}` stands for the name of a softkey template of one's own. */
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
  { name: "users", path: "/user-management/user" },
  { name: "add a user", path: "/user-management/user/new" },
  { name: "user", path: "/user-management/user/admin" },
  { name: "my account", path: "/user-management/my-account" },
  { name: "API keys", path: "/user-management/api-key" },
  { name: "API reference", path: "/help/api" },
  { name: "page that does not exist", path: "/nowhere" },
] as const;

/** The address of a screen for a template. */
export function screenAddress(path: string, template: string): string {
  return path.replace("{template}", encodeURIComponent(template));
}
