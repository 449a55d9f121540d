import { expect, type Locator, type Page } from "@playwright/test";
import type { PhoneDto } from "@/lib/contract/phone";
import type { Api } from "../fixtures/api";
import { press } from "./console";
import {
  createPhone,
  goToEffective,
  words as phoneWords,
  storedPhone,
  uniqueDevice,
  visitPhone,
} from "./phone";

/** The words of Apply Config, Reset and Restart that scenarios use, as the guide has them. */
export const words = {
  en: {
    applyConfig: "Apply Config",
    reset: "Reset",
    restart: "Restart",
    start: { applyConfig: "Apply to", reset: "Reset", restart: "Restart" },
    phones: "phone",
    clickApply: "Click on the Apply Config button to have the changes take effect.",
    configured: "Configured",
    running: "Running",
    begun: "has begun",
    ended: "has finished.",
    endedPartly: "has finished, not for all.",
    showJob: "Show the job",
    done: "All 1 done.",
    same: "The phone runs what is saved.",
    registered: "Registered",
    pending: "Pending apply",
    states: { onHook: "On Hook" },
    phone: phoneWords.en,
  },
  ko: {
    applyConfig: "구성 적용",
    reset: "재설정",
    restart: "다시 시작",
    start: { applyConfig: "적용", reset: "재설정", restart: "다시 시작" },
    phones: "전화기",
    clickApply: "변경 내용을 적용하려면 구성 적용 버튼을 클릭하십시오.",
    configured: "구성됨",
    running: "동작 중",
    begun: "시작됨",
    ended: "완료.",
    endedPartly: "완료, 일부 실패.",
    showJob: "작업 보기",
    done: "1개 모두 완료.",
    same: "전화기가 저장된 내용으로 동작합니다.",
    registered: "등록됨",
    pending: "적용 대기",
    states: { onHook: "온 훅" },
    phone: phoneWords.ko,
  },
} as const;

export type Words = (typeof words)["en"] | (typeof words)["ko"];
type Verb = "applyConfig" | "reset" | "restart";

/** Waits until phones are registered; they do so by themselves within about a second. */
export async function expectRegistered(api: Api, ...names: string[]): Promise<void> {
  for (const name of names) {
    await expect
      .poll(async () => (await storedPhone(api, name))?.registration, { timeout: 20_000 })
      .toBe("registered");
  }
}

/** A phone that is given in a scenario, registered by now: an 8841 unless it says otherwise; answers its name. */
export async function createRegisteredPhone(
  api: Api,
  uniqueName: (words: string) => string,
  facts: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const name = uniqueDevice(uniqueName);
  await createPhone(api, { ...facts, name });
  await expectRegistered(api, name);
  return name;
}

/** Makes many phones with one line each at once, and waits until all are registered. */
export async function importPhones(api: Api, names: readonly string[], description: string): Promise<void> {
  const rows = names.map((name) => `${name},Cisco 8841,${description},9${name.slice(-6)}`);
  const data = ["name,model,description,lines.1.directoryNumber", ...rows].join("\r\n");
  const headers = { "content-type": "text/csv" };
  const file = await (await api.request.post("/api/v1/bulk/phones/files", { data, headers })).json();
  await api.request.post("/api/v1/bulk/phones/import", { data: { file: file.id } });
  const where = encodeURIComponent(`description:isExactly:${description}`);
  const registered = async () => {
    const answer = await api.request.get(`/api/v1/phones?limit=250&where=${where}`);
    const { items }: { items: PhoneDto[] } = await answer.json();
    return items.filter(({ registration }) => registration === "registered").length;
  };
  await expect.poll(registered, { timeout: 20_000 }).toBe(names.length);
}

/** Opens the sheet of a verb by its button of the toolbar, or of the selection. */
export async function openSheet(page: Page, verb: Verb, say: Words = words.en): Promise<Locator> {
  await press(page, say[verb]);
  const sheet = page.getByRole("dialog", { name: new RegExp(`^${say[verb]}: `) });
  await expect(sheet).toBeVisible();
  return sheet;
}

/** The button of a sheet that goes on, which says for how many phones. */
export function startButton(sheet: Locator, verb: Verb, count: number, say: Words = words.en): Locator {
  const isCounted = new RegExp(`${count}`);
  return sheet.getByRole("button", { name: new RegExp(say.start[verb]) }).filter({ hasText: isCounted });
}

/** A row of *configured* and *running* on the page of a phone: a call state or a setting. */
function comparedRow(page: Page, name: string): Locator {
  return page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: new RegExp(`^${name}`) }) });
}

/** Opens the page of a phone where what it runs is shown. */
export async function visitRunning(page: Page, phone: string, say: Words = words.en): Promise<void> {
  await visitPhone(page, phone);
  await goToEffective(page, say.phone);
}

/** What the page of a phone shows of the keys of a call state that it is configured with, and that it runs. */
export function keysOf(page: Page, state: string): { configured: Locator; running: Locator } {
  const cells = comparedRow(page, state).getByRole("cell");
  return { configured: cells.first(), running: cells.last() };
}

/** The line on the page where an action was begun that tells how far it is: `Apply Config: Reception`. */
export function jobLine(page: Page, verb: Verb, target: string, say: Words = words.en): Locator {
  return page.getByRole("region", { name: `${say[verb]}: ${target}`, exact: true });
}

/** Goes from the page where an action was begun to the page of its job. */
export async function openJob(page: Page, say: Words = words.en): Promise<void> {
  await page.getByRole("link", { name: new RegExp(`^${say.showJob}|^Show the .* failed`) }).click();
  await expect(page).toHaveURL(/job-scheduler\/[^/]+$/);
}

/** The page of a job says how it has ended; phones take seconds to come back. */
export async function expectJobEnded(page: Page, summary: string): Promise<void> {
  await expect(page).toHaveURL(/job-scheduler\/[^/]+$/);
  await expect(page.getByRole("status").filter({ hasText: summary })).toBeVisible({ timeout: 30_000 });
}

/** The page of the job of one phone says that it has ended well. */
export async function expectJobDone(page: Page, phone: string, say: Words = words.en): Promise<void> {
  await expectJobEnded(page, say.done);
  await expect(page.getByRole("row", { name: phone })).toBeVisible();
}
