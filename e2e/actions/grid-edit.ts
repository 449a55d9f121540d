import { expect, type Locator, type Page } from "@playwright/test";
import { live } from "../fixtures/test";
import { press } from "./console";

/** The words of *Edit in Grid…*. */
export const words = {
  en: {
    open: "Edit in Grid…",
    edit: "Edit",
    save: "Save",
    undo: "Undo",
    close: "Close Grid",
    description: "Description",
    softkeyTemplate: "Softkey Template",
    devicePool: "Device Pool",
    dndOption: "DND Option",
    reject: "Call Reject",
    none: "< None >",
    changed: (count: number) => (count === 1 ? "1 cell changed" : `${count} cells changed`),
    saved: (count: number) => `${count} objects saved as one change`,
    showChange: "Show the change",
    notSaved: "Nothing was saved",
    rest: "2 lines that were pasted have no row on this page",
    others: /has changed it since you began/,
    showNow: "Show What It Is Now",
    leaveTitle: "Leave without saving?",
    stay: "Stay on this page",
    undoNow: "Undo Now",
    done: "Done",
  },
  ko: {
    open: "표에서 편집…",
    edit: "편집",
    save: "저장",
    undo: "실행 취소",
    close: "표 닫기",
    description: "설명",
    softkeyTemplate: "소프트키 템플릿",
    devicePool: "디바이스 풀",
    dndOption: "DND 옵션",
    reject: "통화 거부",
    none: "< 없음 >",
    changed: (count: number) => `변경한 셀 ${count}개`,
    saved: (count: number) => `개체 ${count}개를 하나의 변경으로 저장했습니다`,
    showChange: "변경 보기",
    notSaved: "저장하지 못했습니다",
    rest: "붙여넣은 줄 중 2개에 해당하는 행이 이 페이지에 없습니다",
    others: /편집을 시작한 뒤에/,
    showNow: "현재 값 표시",
    leaveTitle: "저장하지 않고 나가시겠습니까?",
    stay: "이 페이지에 머무르기",
    undoNow: "지금 실행 취소",
    done: "완료",
  },
} as const;
export type GridWords = (typeof words)[keyof typeof words];

/** Opens a list and its grid with one or two columns. */
export async function openGrid(page: Page, address: string, columns: readonly string[], say: GridWords) {
  await page.goto(address);
  await live(page);
  await press(page, say.open);
  const dialog = page.getByRole("dialog");
  for (const column of columns) {
    const box = dialog.getByRole("checkbox", { name: column, exact: true });
    await box.click({ force: true });
    await expect(box).toBeChecked();
  }
  await dialog.getByRole("button", { name: say.edit, exact: true }).click();
  await expect(page.getByRole("grid").locator("td:focus")).toHaveCount(1);
}

/** The cell of an object in one of the columns that are edited, the first of which is 0. */
export function cellOf(page: Page, name: string, column = 0): Locator {
  return page.getByRole("row", { name }).locator(`td[data-column="${column}"]`);
}

/** Pastes a text as a spreadsheet puts it on the clipboard, where the focus is. */
export async function paste(page: Page, text: string) {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press("Control+v");
}
