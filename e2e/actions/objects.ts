import type { InferContractRouterOutputs } from "@orpc/contract";
import { expect, type Page } from "@playwright/test";
import type { ObjectIdentity } from "@/lib/client/object-identity";
import type { ShownKind } from "@/lib/client/object-kinds";
import { newPath, type ObjectSubpage, pathOf } from "@/lib/client/object-path";
import { bulkResourceOf } from "@/lib/configuration/bulk-resources";
import type { contract } from "@/lib/contract/contract";
import type { Api } from "../fixtures/api";

type Fields = Readonly<Record<string, unknown>>;

/** A kind whose objects are made, read and opened in the same way. */
export type Kind = ShownKind;

type Answers = InferContractRouterOutputs<typeof contract>;

/** An object of a kind as the API answers it. */
export type Stored<Of extends Kind> = Answers[Of] extends { get: infer Answer } ? Answer : never;

/** What names an object: a name, or a number and its partition. */
export type Named = string | { pattern: string; partition: string | null };

function identityOf(named: Named): ObjectIdentity {
  if (typeof named === "string") return { name: named, partition: null };
  return { name: named.pattern, partition: named.partition };
}

/** Where the API has the objects of a kind, or one of them. */
function resourceOf(kind: Kind, named?: Named): string {
  const resource = bulkResourceOf(kind);
  if (named === undefined) return `/api/v1/${resource}`;
  const { name, partition } = identityOf(named);
  const query = partition === null ? "" : `?partition=${encodeURIComponent(partition)}`;
  return `/api/v1/${resource}/${encodeURIComponent(name)}${query}`;
}

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

/** Makes an object that is given in a scenario. */
export async function createObject<Of extends Kind>(api: Api, kind: Of, data: Fields): Promise<Stored<Of>> {
  const answer = await api.request.post(resourceOf(kind), { data });
  expect(answer.status(), await answer.text()).toBe(201);
  return answer.json();
}

/** What is stored of an object, or null. */
export async function storedObject<Of extends Kind>(
  api: Api,
  kind: Of,
  named: Named,
): Promise<Stored<Of> | null> {
  const answer = await api.request.get(resourceOf(kind, named));
  return answer.ok() ? answer.json() : null;
}

/** Changes an object as somebody else would. */
export async function changeObject(api: Api, kind: Kind, named: Named, change: Fields): Promise<void> {
  const version = (await storedObject(api, kind, named))?.version;
  const answer = await api.request.patch(resourceOf(kind, named), { data: { version, ...change } });
  expect(answer.status(), await answer.text()).toBe(200);
}

/** Deletes an object as somebody else would. */
export async function deleteObject(api: Api, kind: Kind, named: Named): Promise<void> {
  const answer = await api.request.delete(resourceOf(kind, named));
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
  subpage?: ObjectSubpage,
): Promise<void> {
  await page.goto(pathOf(kind, identityOf(named), subpage));
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

/** Opens *Add New* directly. */
export async function visitNew(page: Page, kind: Kind): Promise<void> {
  await page.goto(newPath(kind));
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

/** A text field of the page, by its label. */
export function field(page: Page, label: string) {
  return page.getByRole("textbox", { name: label, exact: true });
}
