import { expect, type Page } from "@playwright/test";
import type { CommonDeviceConfigurationDto } from "@/lib/contract/common-device-configuration";
import type { Api } from "../fixtures/api";

const address = "/api/v1/common-device-configurations";

/** The words of the pages of common device configurations that scenarios use, as the guide has them. */
export const words = {
  en: {
    menu: "Common Device Configuration",
    findTitle: "Find and List Common Device Configurations",
    find: "Find",
    addNew: "Add New",
    name: "Name",
    save: "Save",
    softkeyTemplate: "Softkey Template",
    addSuccessful: "Add successful",
    updateSuccessful: "Update successful",
  },
  ko: {
    menu: "일반 디바이스 구성",
    findTitle: "일반 디바이스 구성 찾기 및 나열",
    find: "찾기",
    addNew: "새로 추가",
    name: "이름",
    save: "저장",
    softkeyTemplate: "소프트키 템플릿",
    addSuccessful: "추가 성공",
    updateSuccessful: "업데이트 성공",
  },
} as const;

export type Words = (typeof words)["en"] | (typeof words)["ko"];

/** Makes a configuration that is given in a scenario. */
export async function createConfiguration(
  api: Api,
  content: Partial<CommonDeviceConfigurationDto> & { name: string },
): Promise<void> {
  const answer = await api.request.post(address, { data: content });
  expect(answer.status(), await answer.text()).toBe(201);
}

/** What is stored of a configuration, or null. */
export async function storedConfiguration(
  api: Api,
  name: string,
): Promise<CommonDeviceConfigurationDto | null> {
  const answer = await api.request.get(`${address}/${encodeURIComponent(name)}`);
  return answer.ok() ? ((await answer.json()) as CommonDeviceConfigurationDto) : null;
}

/** Changes a configuration as somebody else would. */
export async function changeConfiguration(
  api: Api,
  name: string,
  change: Partial<CommonDeviceConfigurationDto>,
): Promise<void> {
  const version = (await storedConfiguration(api, name))?.version;
  const data = { version, ...change };
  const answer = await api.request.patch(`${address}/${encodeURIComponent(name)}`, { data });
  expect(answer.status(), await answer.text()).toBe(200);
}

/** Opens *Find and List* through the menu, as the guide tells. */
export async function goToConfigurations(page: Page, say: Words = words.en): Promise<void> {
  await page.goto("/");
  await page.getByRole("navigation").getByRole("link", { name: say.menu, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: say.findTitle })).toBeVisible();
}

/** The field of the name. */
export function nameField(page: Page, say: Words = words.en) {
  return page.getByRole("textbox", { name: say.name, exact: true });
}

/** Opens the page of a configuration directly. */
export async function visitConfiguration(
  page: Page,
  name: string,
  below: "" | "/history" | "/dependency-records" = "",
): Promise<void> {
  const path = `/device/device-settings/common-device-configuration/${encodeURIComponent(name)}${below}`;
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}
