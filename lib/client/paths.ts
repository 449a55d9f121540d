import { listPath, newPath, pathOf, segmentOf } from "@/lib/client/object-path";

/** Address of the page of a softkey template, or of one of its pages. */
export function softkeyTemplatePath(
  name: string,
  page?: "layout" | "history" | "dependency-records",
): string {
  return pathOf("softkeyTemplate", { name, partition: null }, page);
}

/** Address of *Find and List Softkey Templates*. */
export const softkeyTemplateListPath = listPath("softkeyTemplate");

/** Address of *Add New*; with a name, that template is chosen to be copied. */
export function newSoftkeyTemplatePath(copyOf?: string): string {
  return newPath("softkeyTemplate", copyOf === undefined ? undefined : { name: copyOf, partition: null });
}

const users = "/user-management/user";

/** Address of one's own API keys. */
export const apiKeysPath = "/user-management/api-key";

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

/** The pages about what phones do. */
export const devicePaths = {
  pending: "/device/pending-apply",
  alarms: "/serviceability/device-alarm",
} as const;

/** The pages of bulk administration. */
export const bulkPaths = {
  import: "/bulk-administration/import",
  export: "/bulk-administration/export",
  update: "/bulk-administration/update",
  jobs: "/bulk-administration/job-scheduler",
} as const;

/** Address of the page of a job. */
export function jobPath(id: string): string {
  return `${bulkPaths.jobs}/${encodeURIComponent(id)}`;
}

/** Address of *Call Back > Phones*. */
export const phonesInUsePath = "/call-back/phones";

/** Address of *Call Back > Phones* with these phones on the desk. */
export function phoneInUsePath(...phones: readonly string[]): string {
  return `${phonesInUsePath}?${phones.map((name) => `phone=${encodeURIComponent(name)}`).join("&")}`;
}

/** Address of *Call Back > Requests*. */
export const requestListPath = "/call-back/requests";

/** Address of *Call Back > Trace*; with a request, of its trace. */
export function tracePath(request?: string): string {
  return request === undefined
    ? "/call-back/trace"
    : `/call-back/trace?request=${encodeURIComponent(request)}`;
}

/** Address of the reference of the API. */
export const apiReferencePath = "/help/api";
