const softkeyTemplates = "/device/device-settings/softkey-template";

/** Address of the page of a softkey template, or of one of its pages. */
export function softkeyTemplatePath(
  name: string,
  page?: "layout" | "history" | "dependency-records",
): string {
  // The address of Add New ends in "new"; names are found in any letter case, addresses are not.
  const segment = name === "new" ? "NEW" : encodeURIComponent(name);
  const path = `${softkeyTemplates}/${segment}`;
  return page === undefined ? path : `${path}/${page}`;
}

/** Address of *Find and List Softkey Templates*. */
export const softkeyTemplateListPath = softkeyTemplates;

/** Address of *Add New*; with a name, that template is chosen to be copied. */
export function newSoftkeyTemplatePath(copyOf?: string): string {
  const path = `${softkeyTemplates}/new`;
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
  // A user may be called "new", like the page of Add New; names ignore letter case, addresses do not.
  return `${users}/${name === "new" ? "NEW" : encodeURIComponent(name)}`;
}
