import { expect, type Page } from "@playwright/test";
import { createConfiguration } from "./actions/common-device-configuration";
import { expectStatus, press } from "./actions/console";
import {
  createRegisteredPhone,
  expectRegistered,
  jobLine,
  openSheet,
  startButton,
  words,
} from "./actions/device";
import { field, words as objectWords, visitObject } from "./actions/objects";
import { createPhone, uniqueDevice } from "./actions/phone";
import { addSoftkey, words as softkeyWords, visitLayout } from "./actions/softkey-template";
import { test } from "./fixtures/test";

const next = {
  en: {
    unused:
      "No phone has this softkey template yet: associate it with a common device configuration or with a phone, then restart the phone.",
    configurations: "Common Device Configurations",
    phones: "Phones",
    whatUses: "What uses it",
    findPhones: "Find and List Phones",
    layout: "Configure Softkey Layout",
    apply: (count: number) => (count === 1 ? "Apply to 1 phone…" : `Apply to ${count} phones…`),
    description: softkeyWords.en.description,
  },
  ko: {
    unused:
      "아직 이 소프트키 템플릿 항목을 쓰는 전화기가 없습니다. 일반 디바이스 구성 또는 전화기에 연결한 다음 그 전화기를 다시 시작하십시오.",
    configurations: "일반 디바이스 구성",
    phones: "전화기",
    whatUses: "사용하는 항목",
    findPhones: "전화기 찾기 및 나열",
    layout: "소프트키 레이아웃 구성",
    apply: (count: number) => `전화기 ${count}대에 적용…`,
    description: softkeyWords.ko.description,
  },
} as const;

/** The status under the toolbar. */
const status = (page: Page, text: string) =>
  page.getByRole("main").getByRole("status").filter({ hasText: text });

for (const language of ["en", "ko"] as const) {
  const say = words[language];
  const told = next[language];
  const { callBack, updateSuccessful } = softkeyWords[language];

  test(`[SK-11] whoever saves a template that no phone has is told to associate it, with the ways there (${language})`, async ({
    page,
    api,
    uniqueName,
    prefer,
  }) => {
    const name = uniqueName("Not in use");
    await api.createSoftkeyTemplate({ name });
    await prefer({ language });
    await page.goto(`/device/device-settings/softkey-template/${encodeURIComponent(name)}/layout`);
    await addSoftkey(page, callBack, softkeyWords[language]);
    await press(page, say.phone.save);
    const said = status(page, told.unused);
    await expect(said).toContainText(updateSuccessful);
    await expect(said.getByRole("link", { name: told.whatUses })).toHaveCount(0);
    await expect(said.getByRole("link", { name: told.configurations })).toHaveAttribute(
      "href",
      /\/device\/device-settings\/common-device-configuration/,
    );
    await said.getByRole("link", { name: told.phones, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: told.findPhones })).toBeVisible();
  });

  test(`[SK-10] whoever saves a template that phones have is told once how many wait, and applies from there (${language})`, async ({
    page,
    api,
    uniqueName,
    prefer,
  }) => {
    const template = uniqueName("In use");
    await api.createSoftkeyTemplate({ name: template });
    for (const _ of [1, 2]) await createRegisteredPhone(api, uniqueName, { softkeyTemplate: template });
    await prefer({ language });
    await page.goto(`/device/device-settings/softkey-template/${encodeURIComponent(template)}/layout`);
    await addSoftkey(page, callBack, softkeyWords[language]);
    await press(page, say.phone.save);
    await expect(page.getByText(say.clickApply)).toHaveCount(1);
    await status(page, say.clickApply)
      .getByRole("button", { name: told.apply(2) })
      .click();
    const sheet = page.getByRole("dialog", { name: `${say.applyConfig}: ${template}` });
    await startButton(sheet, "applyConfig", 2, say).click();
    const line = jobLine(page, "applyConfig", template, say);
    await expect(line.getByRole("status")).toContainText(say.begun);
    // What is being done is not asked for any more.
    await expect(page.getByText(say.clickApply)).toHaveCount(0);
    await expect(line.getByRole("status")).toContainText(say.ended, { timeout: 30_000 });
    await expect(line.getByRole("progressbar")).toHaveCount(0);
    await expect(page).toHaveURL(/\/layout$/);
  });
}

test("what was added says how it goes on: a softkey template leads to its layout", async ({
  page,
  uniqueName,
}) => {
  const name = uniqueName("Added");
  await page.goto("/device/device-settings/softkey-template/new?copyOf=Standard%20User");
  await page.getByLabel(softkeyWords.en.name).fill(name);
  await press(page, "Save");
  await expectStatus(page, "Add successful");
  await status(page, "Add successful").getByRole("link", { name: next.en.layout }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
  await expect(page).toHaveURL(/\/layout$/);
});

test("[CD-03] a configuration that only something without phones uses leads to what uses it", async ({
  page,
  api,
  uniqueName,
}) => {
  const name = uniqueName("Keys");
  await api.createSoftkeyTemplate({ name });
  await createConfiguration(api, { name: uniqueName("Site"), softkeyTemplate: name });
  await visitObject(page, "softkeyTemplate", name);
  await page.getByLabel(next.en.description).fill("for the site");
  await press(page, "Save");
  await status(page, next.en.unused).getByRole("link", { name: next.en.whatUses }).click();
  await expect(page).toHaveURL(/\/dependency-records$/);
});

test("[PH-05] the dialog after the save of a phone tells what comes next, and the status only when it is closed", async ({
  page,
  api,
  uniqueName,
}) => {
  const template = uniqueName("Keys");
  await api.createSoftkeyTemplate({ name: template });
  const phone = await createRegisteredPhone(api, uniqueName);
  await visitObject(page, "phone", phone);
  await field(page, objectWords.en.description).fill("Lobby");
  await press(page, "Save");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText(words.en.phone.pressReset);
  await expect(page.getByText(words.en.clickApply)).toHaveCount(0);
  await dialog.getByRole("button", { name: "Close" }).last().click();
  await expect(page.getByText(words.en.clickApply)).toHaveCount(1);
});

test("a phone that refuses is counted, and the line of its action leads to it; other pages do not show the line", async ({
  page,
  api,
  uniqueName,
}) => {
  const phone = await createRegisteredPhone(api, uniqueName);
  await visitObject(page, "phone", phone);
  const sheet = await openSheet(page, "reset");
  await expect(startButton(sheet, "reset", 1)).toBeEnabled();
  // Between the look and the start it is pulled out.
  await api.request.post(`/api/v1/phones/${phone}/actions`, { data: { action: "unplug" } });
  await startButton(sheet, "reset", 1).click();
  await expect(sheet.getByRole("alert")).toContainText("not registered");
  await sheet.getByRole("button", { name: "Cancel" }).click();
  await api.request.post(`/api/v1/phones/${phone}/actions`, { data: { action: "plugIn" } });
  await expectRegistered(api, phone);
  const again = await openSheet(page, "reset");
  await startButton(again, "reset", 1).click();
  const line = jobLine(page, "reset", phone);
  await expect(line.getByRole("status")).toContainText("has finished. Reset 1", { timeout: 30_000 });
  const other = uniqueDevice(uniqueName);
  await createPhone(api, { name: other });
  await visitObject(page, "phone", other);
  await expect(page.getByRole("region", { name: /^Reset: / })).toHaveCount(0);
});

/** Everything that is sent from now on waits as on a line that has gone away. */
async function holdRequests(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route("**/api/**", async (route) => {
    await promise;
    await route.continue();
  });
  return resolve;
}

test("what is typed is there at once, also while nothing is answered, and the title names the object", async ({
  page,
  api,
  uniqueName,
}) => {
  const name = uniqueName("Typed");
  await api.createSoftkeyTemplate({ name, description: "" });
  await visitObject(page, "softkeyTemplate", name);
  await expect(page).toHaveTitle(`${name} · Softkey Template · Ringback`);
  const letGo = await holdRequests(page);
  const description = page.getByLabel(next.en.description);
  await description.pressSequentially("typed without an answer");
  await expect(description).toHaveValue("typed without an answer");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await description.press("End");
  await description.pressSequentially(", and while it is saved");
  await expect(description).toHaveValue("typed without an answer, and while it is saved");
  letGo();
  await expectStatus(page, "Update successful");
  await expect(description).toHaveValue("typed without an answer, and while it is saved");
  expect(await api.softkeyTemplate(name)).toMatchObject({ description: "typed without an answer" });
  await visitLayout(page, name);
  await expect(page).toHaveTitle(`Softkey Layout Configuration · ${name} · Softkey Template · Ringback`);
});
