import { expect, type Locator, type Page } from "@playwright/test";
import type { ObjectSubpage } from "@/lib/client/object-path";
import type { EffectiveConfigurationDto } from "@/lib/contract/effective-configuration";
import type { PhoneDto } from "@/lib/contract/phone";
import type { Api } from "../fixtures/api";
import { press } from "./console";
import { changeObject, createObject, goToList, storedObject, visitObject } from "./objects";

/** The words of the pages of phones that scenarios use, as the guide has them. */
export const words = {
  en: {
    menu: "Phone",
    findTitle: "Find and List Phones",
    find: "Find",
    addNew: "Add New",
    save: "Save",
    close: "Close",
    name: "Device Name",
    model: "Phone Type",
    protocol: "Select the device protocol",
    next: "Next",
    directoryNumber: "Directory Number",
    commonDeviceConfiguration: "Common Device Configuration",
    softkeyTemplate: "Softkey Template",
    phoneButtonTemplate: "Phone Button Template",
    pressReset: "Press Reset to update the phone settings",
    addSuccessful: "Add successful",
    updateSuccessful: "Update successful",
    effective: "Effective Configuration",
    thisPhone: "This phone",
  },
  ko: {
    menu: "전화기",
    findTitle: "전화기 찾기 및 나열",
    find: "찾기",
    addNew: "새로 추가",
    save: "저장",
    close: "닫기",
    name: "디바이스 이름",
    model: "전화기 유형",
    protocol: "디바이스 프로토콜 선택",
    next: "다음",
    directoryNumber: "디렉터리 번호",
    commonDeviceConfiguration: "일반 디바이스 구성",
    softkeyTemplate: "소프트키 템플릿",
    phoneButtonTemplate: "전화기 버튼 템플릿",
    pressReset: "전화기 설정을 업데이트하려면 재설정을 누르십시오",
    addSuccessful: "추가 성공",
    updateSuccessful: "업데이트 성공",
    effective: "유효 구성",
    thisPhone: "이 전화기",
  },
} as const;

export type Words = (typeof words)["en"] | (typeof words)["ko"];

/** Digits that no other test uses, so many of them, made of a name that no other test uses. */
export function uniqueDigits(uniqueName: (words: string) => string, count: number): string {
  const [worker = "", number = ""] = uniqueName("").match(/\d+/g) ?? [];
  return `${worker.padStart(2, "0")}${number.padStart(count - 2, "0")}`;
}

/** A device name that no other test uses. */
export function uniqueDevice(uniqueName: (words: string) => string): string {
  return `SEP${uniqueDigits(uniqueName, 12)}`;
}

/** Makes a phone that is given in a scenario: an 8841 with one line, unless it says otherwise. */
export async function createPhone(
  api: Api,
  content: Readonly<Record<string, unknown>> & { name: string },
): Promise<void> {
  const number = `9${content.name.slice(-6)}`;
  const lines = [{ index: 1, directoryNumber: number }];
  await createObject(api, "phone", { model: "Cisco 8841", lines, ...content });
}

/** What is stored of a phone, or null. */
export function storedPhone(api: Api, name: string): Promise<PhoneDto | null> {
  return storedObject(api, "phone", name);
}

/** Changes a phone as somebody else would. */
export function changePhone(
  api: Api,
  name: string,
  change: Readonly<Record<string, unknown>>,
): Promise<void> {
  return changeObject(api, "phone", name, change);
}

/** What the API says that a phone comes to. */
export async function effectiveConfiguration(
  api: Api,
  name: string,
): Promise<EffectiveConfigurationDto["saved"]> {
  const answer = await api.request.get(`/api/v1/phones/${name}/effective-configuration`);
  expect(answer.status()).toBe(200);
  const { saved }: EffectiveConfigurationDto = await answer.json();
  return saved;
}

/** Opens *Find and List Phones* through the menu, as the guide tells. */
export function goToPhones(page: Page, say: Words = words.en): Promise<void> {
  return goToList(page, say.menu, say.findTitle);
}

/** Finds a phone by its name and opens it. */
export async function findPhone(page: Page, name: string, say: Words = words.en): Promise<void> {
  await goToPhones(page, say);
  await page.getByRole("textbox").first().fill(name);
  await press(page, say.find);
  await page.getByRole("main").getByRole("link", { name, exact: true }).click();
  await expect(deviceName(page, say)).toHaveValue(name);
}

/** Opens the page of a phone directly. */
export async function visitPhone(page: Page, name: string, subpage?: ObjectSubpage): Promise<void> {
  await visitObject(page, "phone", name, subpage);
  // Only told by editors that answer already.
  if (subpage === undefined)
    await expect(page.getByText(/gives this phone .* for lines|제공하는 회선 버튼/)).toBeVisible();
}

/** The field of the device name. */
export function deviceName(page: Page, say: Words = words.en): Locator {
  return page.getByRole("textbox", { name: say.name });
}

/** A line or speed dial by its title, such as `Line 2`. */
export function item(page: Page, title: string): Locator {
  return page.getByRole("listitem", { name: title, exact: true });
}

/** Types a directory number into a line. */
export async function fillNumber(line: Locator, number: string, say: Words = words.en): Promise<void> {
  const field = line.getByRole("combobox", { name: say.directoryNumber });
  await field.fill(number);
  // Leaving the field closes its list, behind which nothing can be pressed.
  await field.press("Tab");
}

/** *Save* of a phone: the dialog tells to press Reset, and is closed [PH-05]. */
export async function saveAndClose(page: Page, say: Words = words.en): Promise<void> {
  await press(page, say.save);
  await closePressReset(page, say);
}

/** The dialog after a save tells to press Reset; it is closed. */
export async function closePressReset(page: Page, say: Words = words.en): Promise<void> {
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText(say.pressReset);
  await dialog.getByRole("button", { name: say.close }).last().click();
  await expect(dialog).toHaveCount(0);
}

/** Goes down to the effective configuration, which is shown when it is about to be seen. */
export async function goToEffective(page: Page, say: Words = words.en): Promise<void> {
  await page.getByRole("heading", { name: say.effective }).scrollIntoViewIfNeeded();
}

/** A row of *Values and where they come from*; its header also tells when the phone runs another value. */
export function sourceOf(page: Page, setting: string): Locator {
  const header = page.getByRole("rowheader").filter({ has: page.getByText(setting, { exact: true }) });
  return page.getByRole("row").filter({ has: header });
}
