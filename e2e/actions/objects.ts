import { expect, type Page } from "@playwright/test";
import type { Api } from "../fixtures/api";

type Fields = Readonly<Record<string, unknown>>;

/** The kinds of objects in these scenarios: where the API and the console have them. */
export const kinds = {
  partition: { api: "partitions", path: "/call-routing/class-of-control/partition" },
  callingSearchSpace: {
    api: "calling-search-spaces",
    path: "/call-routing/class-of-control/calling-search-space",
  },
  directoryNumber: { api: "directory-numbers", path: "/call-routing/directory-number" },
  ctiRoutePoint: { api: "cti-route-points", path: "/device/cti-route-point" },
  devicePool: { api: "device-pools", path: "/system/device-pool" },
  serviceParameter: { api: "service-parameters", path: "/system/service-parameters" },
  locale: { api: "locales", path: "/system/locale" },
  routePattern: { api: "route-patterns", path: "/call-routing/route-hunt/route-pattern" },
  remoteCluster: { api: "remote-clusters", path: "/advanced-features/remote-cluster" },
  trunk: { api: "trunks", path: "/device/trunk" },
  deviceProfile: { api: "device-profiles", path: "/device/device-settings/device-profile" },
} as const;

export type Kind = keyof typeof kinds;

/** The words that the pages of all kinds share. */
export const words = {
  en: {
    addNew: "Add New",
    find: "Find",
    save: "Save",
    delete: "Delete",
    copy: "Copy",
    name: "Name",
    description: "Description",
    addSuccessful: "Add successful",
    updateSuccessful: "Update successful",
    deleteSuccessful: "Delete successful",
  },
  ko: {
    addNew: "새로 추가",
    find: "찾기",
    save: "저장",
    delete: "삭제",
    copy: "복사",
    name: "이름",
    description: "설명",
    addSuccessful: "추가 성공",
    updateSuccessful: "업데이트 성공",
    deleteSuccessful: "삭제 성공",
  },
} as const;

let numbers = 0;

/** A directory number that no other scenario uses. */
export function uniqueNumber(): string {
  return `7${process.pid % 10000}${++numbers}`;
}

/** What names an object: a name, or a number and its partition. */
export type Named = string | { pattern: string; partition: string | null };

function addressOf(named: Named, below = ""): string {
  if (typeof named === "string") return `/${encodeURIComponent(named)}${below}`;
  const { pattern, partition } = named;
  const query = partition === null ? "" : `?partition=${encodeURIComponent(partition)}`;
  return `/${encodeURIComponent(pattern)}${below}${query}`;
}

/** Makes an object that is given in a scenario. */
export async function createObject(api: Api, kind: Kind, data: Fields): Promise<void> {
  const answer = await api.request.post(`/api/v1/${kinds[kind].api}`, { data });
  expect(answer.status(), await answer.text()).toBe(201);
}

/** What is stored of an object, or null. */
export async function storedObject(
  api: Api,
  kind: Kind,
  named: Named,
): Promise<Record<string, unknown> | null> {
  const answer = await api.request.get(`/api/v1/${kinds[kind].api}${addressOf(named)}`);
  return answer.ok() ? await answer.json() : null;
}

/** Changes an object as somebody else would. */
export async function changeObject(api: Api, kind: Kind, named: Named, change: Fields): Promise<void> {
  const version = (await storedObject(api, kind, named))?.version;
  const address = `/api/v1/${kinds[kind].api}${addressOf(named)}`;
  const answer = await api.request.patch(address, { data: { version, ...change } });
  expect(answer.status(), await answer.text()).toBe(200);
}

/** Deletes an object as somebody else would. */
export async function deleteObject(api: Api, kind: Kind, named: Named): Promise<void> {
  const answer = await api.request.delete(`/api/v1/${kinds[kind].api}${addressOf(named)}`);
  expect(answer.status()).toBe(204);
}

/** Opens *Find and List* of a kind through the menu. */
export async function goToList(page: Page, menu: string, title: string): Promise<void> {
  await page.goto("/");
  await page.getByRole("navigation").getByRole("link", { name: menu, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
}

/** Opens the page of an object, or one of its pages, directly. */
export async function visitObject(
  page: Page,
  kind: Kind,
  named: Named,
  below: "" | "/history" | "/dependency-records" = "",
): Promise<void> {
  await page.goto(`${kinds[kind].path}${addressOf(named, below)}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

/** Opens *Add New* directly. */
export async function visitNew(page: Page, kind: Kind): Promise<void> {
  await page.goto(`${kinds[kind].path}/new`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

/** A text field of the page, by its label. */
export function field(page: Page, label: string) {
  return page.getByRole("textbox", { name: label, exact: true });
}
