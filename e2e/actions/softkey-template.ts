import { expect, type Page } from "@playwright/test";
import { choose, itemIn, listNamed } from "./console";

/** The words of the console that scenarios use, as the guide has them. */
export const words = {
  en: {
    menu: ["Device", "Device Settings", "Softkey Template"],
    findTitle: "Find and List Softkey Templates",
    find: "Find",
    addNew: "Add New",
    basedOn: "Create a softkey template based on",
    copy: "Copy",
    name: "Softkey Template Name",
    description: "Description",
    isDefault: "Default Softkey Template",
    save: "Save",
    delete: "Delete",
    configureLayout: "Configure Softkey Layout",
    softkeyFile: "Download Softkey File",
    callState: "Select a call state to configure",
    unselected: "Unselected Softkeys",
    selected: "Selected Softkeys",
    add: "Move to Selected Softkeys",
    remove: "Move to Unselected Softkeys",
    up: "Move up",
    down: "Move down",
    addSuccessful: "Add successful",
    updateSuccessful: "Update successful",
    configurationTitle: "Softkey Template Configuration",
    layoutTitle: "Softkey Layout Configuration",
    states: { onHook: "On Hook", ringOut: "Ring Out", connectedTransfer: "Connected Transfer" },
    callBack: "Call Back (CallBack)",
  },
  ko: {
    menu: ["디바이스", "디바이스 설정", "소프트키 템플릿"],
    findTitle: "소프트키 템플릿 찾기 및 나열",
    find: "찾기",
    addNew: "새로 추가",
    basedOn: "다음을 기반으로 소프트키 템플릿 생성",
    copy: "복사",
    name: "소프트키 템플릿 이름",
    description: "설명",
    isDefault: "기본 소프트키 템플릿",
    save: "저장",
    delete: "삭제",
    configureLayout: "소프트키 레이아웃 구성",
    softkeyFile: "소프트키 파일 다운로드",
    callState: "구성할 통화 상태 선택",
    unselected: "선택되지 않은 소프트키",
    selected: "선택한 소프트키",
    add: "선택한 소프트키로 이동",
    remove: "선택되지 않은 소프트키로 이동",
    up: "위로 이동",
    down: "아래로 이동",
    addSuccessful: "추가 성공",
    updateSuccessful: "업데이트 성공",
    configurationTitle: "소프트키 템플릿 구성",
    layoutTitle: "소프트키 레이아웃 구성",
    states: { onHook: "온 훅", ringOut: "링아웃", connectedTransfer: "호전환 연결됨" },
    callBack: "콜백(CallBack)",
  },
} as const;

export type Words = (typeof words)["en"] | (typeof words)["ko"];

/** Opens *Find and List Softkey Templates* through the menu, as the guide tells. */
export async function goToSoftkeyTemplates(page: Page, say: Words = words.en): Promise<void> {
  await page.goto("/");
  await page.getByRole("navigation").getByRole("link", { name: say.menu[2], exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: say.findTitle })).toBeVisible();
}

/** Chooses a template from the list by its name. */
export async function openTemplate(page: Page, name: string, say: Words = words.en): Promise<void> {
  await page.getByRole("main").getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: say.configurationTitle })).toBeVisible();
  await expect(page.getByLabel(say.name)).toHaveValue(name);
}

/** Opens a template's page directly. */
export async function visitTemplate(page: Page, name: string, say: Words = words.en): Promise<void> {
  await page.goto(`/device/device-settings/softkey-template/${encodeURIComponent(name)}`);
  await expect(page.getByLabel(say.name)).toHaveValue(name);
}

/** Opens the layout of a template directly. */
export async function visitLayout(page: Page, name: string): Promise<void> {
  await page.goto(`/device/device-settings/softkey-template/${encodeURIComponent(name)}/layout`);
  await expect(page.getByRole("heading", { level: 1, name: words.en.layoutTitle })).toBeVisible();
}

/** *Select a call state to configure*. */
export async function selectCallState(page: Page, state: string, say: Words = words.en): Promise<void> {
  await choose(page, say.callState, new RegExp(`^${state}`));
}

/** The softkeys of *Selected Softkeys* from first to last, as they are written there. */
export async function selectedSoftkeys(page: Page, say: Words = words.en): Promise<string[]> {
  const rows = listNamed(page, say.selected).getByRole("row");
  const texts = await rows.allInnerTexts();
  return texts.map((text) => text.match(/\(([^)]+)\)/)?.[1] ?? text.replaceAll(/\s+/g, " ").trim());
}

/** *Unselected Softkeys*, right arrow: puts a softkey at the end of the call state. */
export async function addSoftkey(page: Page, softkey: string, say: Words = words.en): Promise<void> {
  await itemIn(listNamed(page, say.unselected), softkey).click();
  await page.getByRole("button", { name: say.add }).click();
  await expect(itemIn(listNamed(page, say.selected), softkey)).toHaveCount(1);
}
