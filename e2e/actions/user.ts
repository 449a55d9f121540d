import { expect, type Locator, type Page, type Request } from "@playwright/test";
import type { Api } from "../fixtures/api";

/** The words of the pages of users that scenarios use. */
export const words = {
  en: {
    findTitle: "Find and List Users",
    configurationTitle: "User Configuration",
    addNew: "Add New",
    save: "Save",
    name: "User Name",
    fullName: "Full Name",
    role: "Role",
    phoneAdministrator: "Phone Administrator",
    password: "Password",
    repeatPassword: "Confirm Password",
    addSuccessful: "Add successful",
    created: "Created",
  },
  ko: {
    findTitle: "사용자 찾기 및 나열",
    configurationTitle: "사용자 구성",
    addNew: "새로 추가",
    save: "저장",
    name: "사용자 이름",
    fullName: "전체 이름",
    role: "역할",
    phoneAdministrator: "전화기 관리자",
    password: "암호",
    repeatPassword: "암호 확인",
    addSuccessful: "추가 성공",
    created: "생성됨",
  },
} as const;

export const userPassword = "a password of some length";

/** Makes a user who is given in a scenario. */
export async function createUser(api: Api, name: string, role = "readOnly"): Promise<void> {
  const answer = await api.request.post("/api/v1/users", { data: { name, role, password: userPassword } });
  expect(answer.status()).toBe(201);
}

/** Changes a user as somebody else would. */
export async function changeUser(
  api: Api,
  name: string,
  change: Readonly<Record<string, unknown>>,
): Promise<void> {
  const address = `/api/v1/users/${encodeURIComponent(name)}`;
  const { version } = await (await api.request.get(address)).json();
  expect((await api.request.patch(address, { data: { version, ...change } })).status()).toBe(200);
}

/** What is stored of a user, or null. */
export async function storedUser(api: Api, name: string): Promise<Record<string, unknown> | null> {
  const answer = await api.request.get(`/api/v1/users/${encodeURIComponent(name)}`);
  return answer.ok() ? await answer.json() : null;
}

/** Opens a user's page directly. */
export async function visitUser(page: Page, name: string): Promise<void> {
  await page.goto(`/user-management/user/${encodeURIComponent(name)}`);
  await expect(page.getByLabel("User Name")).toHaveValue(name);
}

/** A field by its label, which ends in a mark when the field is required. */
export function fieldOf(page: Page, label: string): Locator {
  return page.getByLabel(new RegExp(`^${label}\\*?$`));
}

/** Types a password into the field and into the one that repeats it. */
export async function typePassword(
  page: Page,
  field: string,
  repeated: string,
  password: string,
): Promise<void> {
  await fieldOf(page, field).fill(password);
  await fieldOf(page, repeated).fill(password);
}

/** Signs the browser in as a user. */
export async function signInAs(page: Page, name: string, password = userPassword): Promise<void> {
  await page.context().clearCookies();
  const answer = await page.context().request.post("/api/v1/session", { data: { name, password } });
  expect(answer.status()).toBe(200);
}

/** The status with which the API answers somebody who asks for softkey templates. */
export async function answerTo(page: Page, headers: ReturnType<Request["headers"]>): Promise<number> {
  const answer = await page.context().request.get("/api/v1/softkey-templates", { headers });
  return answer.status();
}
