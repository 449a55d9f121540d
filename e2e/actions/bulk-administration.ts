import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";

/** The words of bulk administration that scenarios use. */
export const words = {
  en: {
    import: "Import",
    check: "Check",
    importNow: "Import Now",
    retry: "Retry Failed",
    failedRows: "Download Failed Rows",
    done: "Done",
    partial: "Partly done",
    export: "Export",
  },
  ko: {
    import: "가져오기",
    check: "확인",
    importNow: "지금 가져오기",
    retry: "실패 항목 다시 시도",
    failedRows: "실패한 행 다운로드",
    done: "완료",
    partial: "일부 완료",
    export: "내보내기",
  },
} as const;

/** Lines of a file as a spreadsheet writes them. */
export const lines = (...rows: readonly string[]) => rows.join("\r\n");

/** Opens *Import* and chooses a file. */
export async function chooseFile(page: Page, text: string): Promise<void> {
  await page.goto("/bulk-administration/import");
  const file = { name: "phones.csv", mimeType: "text/csv", buffer: Buffer.from(text) };
  await page.locator("input[type=file]").setInputFiles(file);
  await expect(page.getByText("phones.csv")).toBeVisible();
}

/** Presses a button of the toolbar that makes a job, and waits for the page of the job. */
export async function startJob(page: Page, button: string): Promise<void> {
  const before = page.url();
  await page.getByRole("button", { name: button, exact: true }).click();
  await expect(page).toHaveURL((url) => url.href !== before && /job-scheduler\/[^/]+$/.test(url.pathname));
}

/** The job on the page has ended so. */
export async function expectEnded(page: Page, state: string): Promise<void> {
  await expect(page.getByRole("main").getByText(state, { exact: true }).first()).toBeVisible();
}

/** What the table tells of a row or object. */
export function itemOf(page: Page, name: string) {
  return page.getByRole("row", { name });
}

/** Presses a link that saves a file, and reads the file. */
export async function download(page: Page, link: string): Promise<string> {
  const saving = page.waitForEvent("download");
  await page.getByRole("main").getByRole("link", { name: link, exact: true }).click();
  return readFileSync(await (await saving).path(), "utf8").replace(/^\uFEFF/, "");
}
