import { expect, type Page } from "@playwright/test";
import {
  createConfiguration,
  storedConfiguration,
  visitConfiguration,
} from "./actions/common-device-configuration";
import { expectStatus, press } from "./actions/console";
import { createPhone, storedPhone, uniqueDigits } from "./actions/phone";
import { test } from "./fixtures/test";

/** Chooses in the drop-down of the dialog, whose list is searched by what is typed. */
async function choose(page: Page, label: string, search: string, name: string) {
  await page.getByRole("dialog").getByRole("button", { name: label }).click();
  await page.getByRole("textbox", { name: search, exact: true }).fill(name);
  await page.getByRole("option", { name, exact: true }).click();
}

for (const { language, words } of [
  {
    language: "en",
    words: {
      remove: "Delete",
      label: "Reassign to",
      search: "Search",
      go: "Reassign and Delete",
      removeFromAll: "Remove from All and Delete",
      choose: "Choose…",
      none: "< None >",
      close: "Close",
      done: "Delete successful",
    },
  },
  {
    language: "ko",
    words: {
      remove: "삭제",
      label: "다음으로 재할당",
      search: "검색",
      go: "재할당 후 삭제",
      removeFromAll: "모두에서 제거 후 삭제",
      choose: "선택…",
      none: "< 없음 >",
      close: "닫기",
      done: "삭제 성공",
    },
  },
] as const) {
  test(`a refused delete chooses nothing by itself: neither another object, nor none (${language})`, async ({
    page,
    api,
    uniqueName,
    prefer,
  }) => {
    const [template, name] = [uniqueName("Template"), uniqueName("User")];
    await api.createSoftkeyTemplate({ name: template });
    await createConfiguration(api, { name, softkeyTemplate: template });
    await prefer({ language });
    await page.goto(`/device/device-settings/softkey-template/${encodeURIComponent(template)}`);
    await press(page, words.remove);
    const dialog = page.getByRole("dialog");
    const go = dialog.getByRole("button", { name: words.go });
    await expect(dialog.getByRole("button", { name: words.label })).toContainText(words.choose);
    await expect(go).toBeDisabled();
    await expect(dialog.getByRole("button", { name: words.removeFromAll })).toHaveCount(0);
    await expect(dialog.getByRole("button", { name: words.close }).last()).toBeFocused();
    await choose(page, words.label, words.search, words.none);
    await dialog.getByRole("button", { name: words.removeFromAll }).click();
    await expectStatus(page, words.done);
    expect(await storedConfiguration(api, name)).toMatchObject({ softkeyTemplate: null });
    expect(await api.hasSoftkeyTemplate(template)).toBe(false);
  });

  test(`[CD-02][PH-02] what uses an object gets another one, and the object is deleted (${language})`, async ({
    page,
    api,
    uniqueName,
    prefer,
  }) => {
    const [old, other] = [uniqueName("Old"), uniqueName("Other")];
    const phone = `SEP00AB${uniqueDigits(uniqueName, 8)}`;
    await createConfiguration(api, { name: old });
    await createConfiguration(api, { name: other });
    await createPhone(api, { name: phone, commonDeviceConfiguration: old });
    await prefer({ language });
    await visitConfiguration(page, old);
    await press(page, words.remove);
    await expect(page.getByRole("dialog")).toContainText(phone);
    await choose(page, words.label, words.search, other);
    await page.getByRole("button", { name: words.go }).click();
    await expectStatus(page, words.done);
    expect(await storedPhone(api, phone)).toMatchObject({ commonDeviceConfiguration: other, version: 2 });
    expect(await storedConfiguration(api, old)).toBeNull();
  });
}

test("however many phones inherit an object, what to reassign to stays in view beside the button", async ({
  page,
  api,
  uniqueName,
}) => {
  const [template, common] = [uniqueName("Template"), uniqueName("Common")];
  await api.createSoftkeyTemplate({ name: template });
  await createConfiguration(api, { name: common, softkeyTemplate: template });
  const digits = uniqueDigits(uniqueName, 6);
  for (let at = 10; at < 30; at++) {
    await createPhone(api, { name: `SEP0073${digits}${at}`, commonDeviceConfiguration: common });
  }
  await page.goto(`/device/device-settings/softkey-template/${encodeURIComponent(template)}`);
  await press(page, "Delete");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText(`SEP0073${digits}10`);
  await expect(dialog.getByRole("button", { name: "Reassign to" })).toBeInViewport({ ratio: 1 });
  await expect(dialog.getByRole("button", { name: "Reassign and Delete" })).toBeInViewport();
});

test("who cannot use the other one is named with the reason, and nothing is changed", async ({
  page,
  api,
  uniqueName,
}) => {
  const digits = uniqueDigits(uniqueName, 6);
  const [number, other, phone] = [`71${digits}`, `72${digits}`, `SEP0071${digits}00`];
  const lines = [number, other].map((directoryNumber, at) => ({ index: at + 1, directoryNumber }));
  await createPhone(api, { name: phone, lines });
  await page.goto(`/call-routing/directory-number/${number}`);
  await press(page, "Delete");
  await choose(page, "Reassign to", "Search", other);
  await page.getByRole("button", { name: "Reassign and Delete" }).click();
  const alert = page.getByRole("dialog").getByRole("alert");
  await expect(alert).toContainText("Nothing was changed");
  await expect(alert.getByRole("link", { name: phone })).toBeVisible();
  expect((await storedPhone(api, phone))?.lines).toMatchObject(lines);
});
