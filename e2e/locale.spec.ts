import { expect } from "@playwright/test";
import { createConfiguration } from "./actions/common-device-configuration";
import { choose, expectStatus, press } from "./actions/console";
import { createObject, field, goToList, storedObject, visitNew, visitObject } from "./actions/objects";
import { test } from "./fixtures/test";

const texts = {
  en: {
    menu: "Installed Locales",
    title: "Find and List Installed Locales",
    installName: (name: string) => `Install ${name}`,
    uninstallName: (name: string) => `Uninstall ${name}`,
    uninstall: "Uninstall",
    isInstalled: "is installed",
    isUninstalled: "is uninstalled",
    refused: "cannot be uninstalled",
  },
  ko: {
    menu: "설치된 로캘",
    title: "설치된 로캘 찾기 및 나열",
    installName: (name: string) => `${name} 설치`,
    uninstallName: (name: string) => `${name} 설치 제거`,
    uninstall: "설치 제거",
    isInstalled: "로캘을 설치했습니다",
    isUninstalled: "로캘을 설치 제거했습니다",
    refused: "로캘을 설치 제거할 수 없습니다",
  },
} as const;

for (const language of ["en", "ko"] as const) {
  test(`[PR-02] a locale is installed, chosen, kept while it is used, and uninstalled again, in ${language}`, async ({
    page,
    api,
    uniqueName,
    prefer,
  }) => {
    const say = texts[language];
    await prefer({ language });
    const [name, user] = [uniqueName("French"), uniqueName("Uses it")];
    await createObject(api, "locale", { name, kind: "user" });
    await goToList(page, say.menu, say.title);
    await page.getByRole("button", { name: say.installName(name) }).click();
    await expectStatus(page, say.isInstalled);
    expect(await storedObject(api, "locale", name)).toMatchObject({ isInstalled: true, version: 2 });

    await createConfiguration(api, { name: user, userLocale: name });
    await page.getByRole("button", { name: say.uninstallName(name) }).click();
    const refusal = page.getByRole("dialog").filter({ hasText: say.refused });
    await expect(refusal.getByRole("link", { name: user })).toBeVisible();
    await page.keyboard.press("Escape");
    expect(await storedObject(api, "locale", name)).toMatchObject({ isInstalled: true });

    await api.request.delete(`/api/v1/common-device-configurations/${encodeURIComponent(user)}`);
    await visitObject(page, "locale", name);
    await press(page, say.uninstall);
    await page.getByRole("alertdialog").getByRole("button", { name: say.uninstall }).click();
    await expectStatus(page, say.isUninstalled);
    expect(await storedObject(api, "locale", name)).toMatchObject({ isInstalled: false, version: 3 });
  });
}

test("[PR-02] a locale is listed first and installed then; what it has been is in its history", async ({
  page,
  api,
  uniqueName,
}) => {
  const name = uniqueName("Japanese Japan");
  await visitNew(page, "locale");
  await field(page, "Locale").fill(name);
  await press(page, "Save");
  await expect(page.getByRole("alert").filter({ hasText: "Type" })).toBeVisible();
  await choose(page, "Type", "User Locale");
  await press(page, "Save");
  await expectStatus(page, "Add successful");
  await expect(page.getByText("Not installed")).toBeVisible();
  await expect(field(page, "Locale")).toHaveAttribute("readonly");
  await press(page, "Install");
  await expectStatus(page, "is installed");
  await visitObject(page, "locale", name, "history");
  const newest = page.getByRole("listitem", { name: "Revision 2" });
  await expect(newest).toContainText("Installed changed from No to Yes");
  await visitObject(page, "locale", name);
  await press(page, "Delete");
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
  await expectStatus(page, "Delete successful");
  expect(await storedObject(api, "locale", name)).toBeNull();
});

test("the locales of the system stay installed, and who may only read installs nothing", async ({
  page,
  api,
  uniqueName,
  signInAsNew,
}) => {
  await visitObject(page, "locale", "English United States");
  await expect(page.getByText("it is always installed")).toBeVisible();
  for (const button of ["Uninstall", "Delete", "Save"]) {
    await expect(page.getByRole("main").getByRole("button", { name: button })).toHaveCount(0);
  }
  const name = uniqueName("Closed");
  await createObject(api, "locale", { name, kind: "network" });
  await signInAsNew("readOnly");
  await visitObject(page, "locale", name);
  await expect(page.getByText("You can look, but not change")).toBeVisible();
  await expect(page.getByRole("button", { name: "Install" })).toHaveCount(0);
  await page.goto("/system/locale");
  await expect(page.getByRole("link", { name, exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Install/ })).toHaveCount(0);
});
