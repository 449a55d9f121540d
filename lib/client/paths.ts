import { viewSearch, wholeSearch } from "@/lib/client/list-view-address";
import type { ObjectIdentity } from "@/lib/client/object-identity";
import { segmentOf } from "@/lib/client/object-path";
import type { ConfigurationKind } from "@/lib/configuration/dependencies";
import { namedObjectText } from "@/lib/configuration/named-object";

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

/** Address of *Changes*. */
export const changesPath = "/serviceability/changes";

/** Address of *Changes* with all of them, newest first, also for somebody whose default view shows less. */
export const allChangesPath = `${changesPath}${wholeSearch("-at")}`;

/** Address of the page of a change. */
export function changePath(id: string): string {
  return `${changesPath}/${encodeURIComponent(id)}`;
}

/** Address of *Changes* with those of one object, also of one that is deleted. */
export function changesOfPath(kind: ConfigurationKind, { name, partition }: ObjectIdentity): string {
  const where = [`object:isExactly:${namedObjectText({ kind, name, partition })}`];
  return `${changesPath}${viewSearch({ where, match: "all", sort: "-at" })}`;
}

/** The pages of bulk administration. */
export const bulkPaths = {
  import: "/bulk-administration/import",
  export: "/bulk-administration/export",
  update: "/bulk-administration/update",
  jobs: "/bulk-administration/job-scheduler",
} as const;

/** Address of the jobs with all of them, newest first, also for somebody whose default view shows less. */
export const allJobsPath = `${bulkPaths.jobs}${wholeSearch("-createdAt")}`;

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

/** Address of *Call Back > Phones* with a desk and the phones on it. */
export function deskPath({ name, phones }: { name: string | null; phones: readonly string[] }): string {
  const path = phoneInUsePath(...phones);
  return name === null ? path : `${path}&desk=${encodeURIComponent(name)}`;
}

/** Address of *Call Back > Phones* with the guide through a first call back, on two phones that it chooses. */
export const tryCallBackPath = `${phonesInUsePath}?guide=callBack`;

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
