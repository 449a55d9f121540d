import type { Page } from "@playwright/test";
import type { ObjectSubpage } from "@/lib/client/object-path";
import type { CommonDeviceConfigurationDto } from "@/lib/contract/common-device-configuration";
import type { Api } from "../fixtures/api";
import { changeObject, createObject, goToList, storedObject, visitObject } from "./objects";

const kind = "commonDeviceConfiguration";

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
  await createObject(api, kind, content);
}

/** What is stored of a configuration, or null. */
export function storedConfiguration(api: Api, name: string): Promise<CommonDeviceConfigurationDto | null> {
  return storedObject(api, kind, name);
}

/** Changes a configuration as somebody else would. */
export function changeConfiguration(
  api: Api,
  name: string,
  change: Partial<CommonDeviceConfigurationDto>,
): Promise<void> {
  return changeObject(api, kind, name, change);
}

/** Opens *Find and List* through the menu, as the guide tells. */
export function goToConfigurations(page: Page, say: Words = words.en): Promise<void> {
  return goToList(page, say.menu, say.findTitle);
}

/** The field of the name. */
export function nameField(page: Page, say: Words = words.en) {
  return page.getByRole("textbox", { name: say.name, exact: true });
}

/** Opens the page of a configuration directly. */
export function visitConfiguration(page: Page, name: string, subpage?: ObjectSubpage): Promise<void> {
  return visitObject(page, kind, name, subpage);
}
