import { expect, type Locator, type Page } from "@playwright/test";
import { press } from "./console";

/** The words of *Edit Selected…* and *Update* that scenarios use. */
export const words = {
  en: {
    menu: "Update",
    editSelected: "Edit Selected…",
    newValues: "New values",
    devicePool: "Device Pool",
    description: "Description",
    softkeyTemplate: "Softkey Template",
    owner: "Owner User ID",
    dndOption: "DND Option",
    callReject: "Call Reject",
    none: "< None >",
    unchanged: "Stays as it is",
    emptyIt: "Empty it",
    check: "Check",
    update: "Update",
    checked: "What would change",
    now: "Update Now",
    change: "Change",
    have: "Have it already",
    refused: "Refused",
    changeValues: "Change Values…",
    done: "Done",
  },
  ko: {
    menu: "업데이트",
    editSelected: "선택 항목 편집…",
    newValues: "새 값",
    devicePool: "디바이스 풀",
    description: "설명",
    softkeyTemplate: "소프트키 템플릿",
    owner: "소유자 사용자 ID",
    dndOption: "DND 옵션",
    callReject: "통화 거부",
    none: "< 없음 >",
    unchanged: "그대로 유지",
    emptyIt: "비우기",
    check: "확인",
    update: "업데이트",
    checked: "변경될 내용",
    now: "지금 업데이트",
    change: "변경",
    have: "이미 같은 값",
    refused: "거부",
    changeValues: "값 변경…",
    done: "완료",
  },
} as const;

export type Words = (typeof words)["en"] | (typeof words)["ko"];

/** Where the new values are given. */
export function newValues(page: Page, say: Words = words.en): Locator {
  return page.getByRole("region", { name: say.newValues, exact: true });
}

/** The box that says whether a field is given. */
export function fieldBox(page: Page, field: string, say: Words = words.en): Locator {
  return newValues(page, say).getByRole("checkbox", { name: field, exact: true });
}

/** Types the new value of a field. */
export async function typeValue(
  page: Page,
  field: string,
  text: string,
  say: Words = words.en,
): Promise<void> {
  const control = newValues(page, say).getByRole("textbox", { name: field, exact: true });
  await control.click();
  await control.fill(text);
}

/** Chooses the new value of a field. */
export async function chooseValue(
  page: Page,
  field: string,
  entry: string,
  say: Words = words.en,
): Promise<void> {
  await newValues(page, say)
    .getByRole("button", { name: new RegExp(` ${field}$`) })
    .click();
  await page.getByRole("option", { name: entry, exact: true }).click();
}

/** Finds the objects whose field begins with a text, on a page whose filter has not been touched. */
export async function filterBy(page: Page, first: string, field: string, text: string): Promise<void> {
  const search = page.getByRole("search");
  await search.getByRole("button", { name: first }).click();
  await page.getByRole("option", { name: field, exact: true }).click();
  await search.getByRole("textbox").click();
  await search.getByRole("textbox").fill(text);
  await search.getByRole("textbox").press("Enter");
}

/** What a check has found, once it has ended. */
export async function check(page: Page, say: Words = words.en): Promise<Locator> {
  await press(page, say.check);
  const found = page.getByRole("region", { name: say.checked });
  await expect(found.getByRole("radiogroup")).toBeVisible();
  return found;
}

/** The count of a finding: how many change, have it already, or are refused. */
export function finding(found: Locator, words: string, count: number): Locator {
  return found.getByRole("radio", { name: new RegExp(`^${words} ?\\(${count}\\)$`) });
}

/** Does what the check found, and waits for the page of the job. */
export async function updateNow(page: Page, say: Words = words.en): Promise<void> {
  await page.getByRole("button", { name: new RegExp(`^${say.now}`) }).click();
  await expect(page).toHaveURL(/job-scheduler\/[^/]+$/);
  await expect(page.getByRole("main").getByText(say.done, { exact: true }).first()).toBeVisible();
}
