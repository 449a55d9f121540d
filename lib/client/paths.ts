const softkeyTemplates = "/device/device-settings/softkey-template";

/** The part of an address that names an object. */
function segmentOf(name: string): string {
  // The address of Add New ends in "new"; names are found in any letter case, addresses are not.
  return name === "new" ? "NEW" : encodeURIComponent(name);
}

/** Address of the page of a softkey template, or of one of its pages. */
export function softkeyTemplatePath(
  name: string,
  page?: "layout" | "history" | "dependency-records",
): string {
  const path = `${softkeyTemplates}/${segmentOf(name)}`;
  return page === undefined ? path : `${path}/${page}`;
}

/** Address of *Find and List Softkey Templates*. */
export const softkeyTemplateListPath = softkeyTemplates;

/** Address of *Add New*; with a name, that template is chosen to be copied. */
export function newSoftkeyTemplatePath(copyOf?: string): string {
  const path = `${softkeyTemplates}/new`;
  return copyOf === undefined ? path : `${path}?copyOf=${encodeURIComponent(copyOf)}`;
}

const commonDeviceConfigurations = "/device/device-settings/common-device-configuration";

/** Address of *Find and List Common Device Configurations*. */
export const commonDeviceConfigurationListPath = commonDeviceConfigurations;

/** Address of the page of a common device configuration, or of one of its pages. */
export function commonDeviceConfigurationPath(name: string, page?: "history" | "dependency-records"): string {
  const path = `${commonDeviceConfigurations}/${segmentOf(name)}`;
  return page === undefined ? path : `${path}/${page}`;
}

/** Address of *Add New*; with a name, the new configuration starts as a copy of that one. */
export function newCommonDeviceConfigurationPath(copyOf?: string): string {
  const path = `${commonDeviceConfigurations}/new`;
  return copyOf === undefined ? path : `${path}?copyOf=${encodeURIComponent(copyOf)}`;
}

const users = "/user-management/user";

/** Address of one's own full name and password. */
export const myAccountPath = "/user-management/my-account";

/** Address of *Find and List Users*. */
export const userListPath = users;

/** Address of *Add New* for users. */
export const newUserPath = `${users}/new`;

/** Address of the page of a user. */
export function userPath(name: string): string {
  return `${users}/${segmentOf(name)}`;
}
