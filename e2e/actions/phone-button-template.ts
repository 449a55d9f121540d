import type { Locator, Page } from "@playwright/test";
import type { ObjectSubpage } from "@/lib/client/object-path";
import type { PhoneButtonTemplateDto } from "@/lib/contract/phone-button-template";
import type { Api } from "../fixtures/api";
import { changeObject, createObject, goToList, storedObject, visitObject } from "./objects";

const kind = "phoneButtonTemplate";

/** The words of the pages of phone button templates that scenarios use, as the guide has them. */
export const words = {
  en: {
    menu: "Phone Button Template",
    findTitle: "Find and List Phone Button Templates",
    title: "Phone Button Template Configuration",
    information: "Phone Button Template Information",
    find: "Find",
    addNew: "Add New",
    copy: "Copy",
    save: "Save",
    name: "Name",
    template: "Phone Button Template",
    line: (position: number) => `Line, button ${position}`,
    label: (position: number) => `Label, button ${position}`,
    onPhone: (position: number, text: string) => `Button ${position}: ${text}`,
    callBack: "CallBack",
    addSuccessful: "Add successful",
    updateSuccessful: "Update successful",
  },
  ko: {
    menu: "전화기 버튼 템플릿",
    findTitle: "전화기 버튼 템플릿 찾기 및 나열",
    title: "전화기 버튼 템플릿 구성",
    information: "전화기 버튼 템플릿 정보",
    find: "찾기",
    addNew: "새로 추가",
    copy: "복사",
    save: "저장",
    name: "이름",
    template: "전화기 버튼 템플릿",
    line: (position: number) => `회선, ${position}번 버튼`,
    label: (position: number) => `레이블, ${position}번 버튼`,
    onPhone: (position: number, text: string) => `${position}번 버튼: ${text}`,
    callBack: "콜백",
    addSuccessful: "추가 성공",
    updateSuccessful: "업데이트 성공",
  },
} as const;

export type Words = (typeof words)["en"] | (typeof words)["ko"];

/** Makes a copy of a standard template that is given in a scenario. */
export function createButtonTemplate(
  api: Api,
  content: Partial<PhoneButtonTemplateDto> & { name: string },
): Promise<PhoneButtonTemplateDto> {
  return createObject(api, kind, { copyOf: "Standard 8841 SIP", ...content });
}

/** Makes a template of the 8841 with these features on its five buttons; answers its name. */
export async function createButtons(
  api: Api,
  name: string,
  ...features: [string, string, string, string, string]
): Promise<string> {
  const buttons = features.map((feature, index) => ({ position: index + 1, feature }));
  return (await createObject(api, kind, { name, copyOf: "Standard 8841 SIP", buttons })).name;
}

/** What is stored of a template, or null. */
export function storedButtonTemplate(api: Api, name: string): Promise<PhoneButtonTemplateDto | null> {
  return storedObject(api, kind, name);
}

/** The features of a stored template, in the order of its buttons. */
export async function storedFeatures(api: Api, name: string): Promise<string[]> {
  return ((await storedButtonTemplate(api, name))?.buttons ?? []).map(({ feature }) => feature);
}

/** Changes buttons of a template as somebody else would. */
export async function changeButtons(
  api: Api,
  name: string,
  changes: readonly Partial<PhoneButtonTemplateDto["buttons"][number]>[],
): Promise<void> {
  const buttons = (await storedButtonTemplate(api, name))?.buttons.map((button) => ({
    ...button,
    ...changes.find(({ position }) => position === button.position),
  }));
  await changeObject(api, kind, name, { buttons });
}

/** Opens *Find and List* through the menu, as the guide tells. */
export function goToButtonTemplates(page: Page, say: Words = words.en): Promise<void> {
  return goToList(page, say.menu, say.findTitle);
}

/** Opens the page of a template directly. */
export function visitButtonTemplate(page: Page, name: string, subpage?: ObjectSubpage): Promise<void> {
  return visitObject(page, kind, name, subpage);
}

/** The field of the name. */
export function nameField(page: Page, say: Words = words.en): Locator {
  return page.getByRole("textbox", { name: say.name, exact: true });
}

/** The *Line* drop-down of a button. */
export function lineOf(page: Page, position: number, say: Words = words.en): Locator {
  return page.getByRole("button", { name: new RegExp(`${say.line(position)}$`) });
}

/** The label of a button. */
export function labelOf(page: Page, position: number, say: Words = words.en): Locator {
  return page.getByRole("textbox", { name: say.label(position), exact: true });
}

/** Chooses a feature in the *Line* drop-down of a button. */
export async function chooseFeature(
  page: Page,
  position: number,
  feature: string,
  say: Words = words.en,
): Promise<void> {
  await lineOf(page, position, say).click();
  await page.getByRole("option", { name: feature, exact: true }).click();
}

/** The features that the *Line* drop-down of a button offers. */
export async function offeredFeatures(page: Page, position: number): Promise<string[]> {
  await lineOf(page, position).click();
  const offered = await page.getByRole("option").allInnerTexts();
  await page.keyboard.press("Escape");
  return offered.map((text) => text.trim());
}

/** A button in the picture of the phone. */
export function onPhone(page: Page, position: number, text: string, say: Words = words.en): Locator {
  return page.getByRole("listitem").getByRole("button", { name: say.onPhone(position, text), exact: true });
}
