import { expect, type Page } from "@playwright/test";
import { createConfiguration } from "./actions/common-device-configuration";
import { choose, expectStatus, followRelatedLink, press } from "./actions/console";
import {
  createRegisteredPhone,
  expectJobDone,
  expectJobEnded,
  expectRegistered,
  importPhones,
  jobLine,
  keysOf,
  openJob,
  openSheet,
  startButton,
  visitRunning,
  type Words,
  words,
} from "./actions/device";
import {
  changePhone,
  createPhone,
  goToEffective,
  saveAndClose,
  storedPhone,
  uniqueDevice,
  visitPhone,
} from "./actions/phone";
import { changeButtons, createButtons } from "./actions/phone-button-template";
import { addSoftkey, words as softkeyWords } from "./actions/softkey-template";
import type { Api } from "./fixtures/api";
import { test } from "./fixtures/test";

const without = ["Redial", "NewCall", "CFwdAll"] as const;
const having = [...without, "CallBack"] as const;
const callBackLabel = { en: "CallBack", ko: "콜백" } as const;

/** A template whose phones have, or have not, CallBack when they are on hook. */
async function templateOf(
  api: Api,
  name: string,
  softkeys: readonly (typeof having)[number][],
): Promise<string> {
  await api.createSoftkeyTemplate({ name, callStates: { "On Hook": [...softkeys] } });
  return name;
}

/** A button template of the 8841 with this feature on its second button. */
function buttonsOf(api: Api, name: string, second: string): Promise<string> {
  return createButtons(api, name, "Line", second, "Speed Dial", "Speed Dial", "Speed Dial");
}

/** Restarts or resets the phone whose page is open, and waits on it until the phone runs what is saved. */
async function startOnPhone(page: Page, verb: "reset" | "restart", say: Words): Promise<void> {
  const sheet = page.getByRole("dialog", { name: new RegExp(`^${say[verb]}: `) });
  const phone = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  const line = jobLine(page, verb, phone, say);
  await startButton(sheet, verb, 1, say).click();
  await expect(sheet).toHaveCount(0);
  await expect(line.last()).toContainText(say.begun);
  await expect(line.last().getByRole("status")).toContainText(say.ended, { timeout: 30_000 });
  await goToEffective(page, say.phone);
  await expect(page.getByText(say.same)).toBeVisible({ timeout: 20_000 });
}

for (const language of ["en", "ko"] as const) {
  const say = words[language];
  const key = callBackLabel[language];

  test(`[SK-10] a softkey template in use is edited and applied: its phones run the new keys, in ${language}`, async ({
    page,
    api,
    uniqueName,
    prefer,
  }) => {
    await prefer({ language });
    const template = await templateOf(api, uniqueName("In use"), without);
    const phone = await createRegisteredPhone(api, uniqueName, { softkeyTemplate: template });
    await page.goto(`/device/device-settings/softkey-template/${encodeURIComponent(template)}/layout`);
    await addSoftkey(page, softkeyWords[language].callBack, softkeyWords[language]);
    await press(page, say.phone.save);
    await expectStatus(page, say.clickApply);
    await expect(
      page
        .getByRole("banner")
        .getByRole("link", { name: /^(Pending apply|적용 대기)\([1-9]|^Pending apply \([1-9]/ }),
    ).toBeVisible();

    await visitRunning(page, phone, say);
    const keys = keysOf(page, say.states.onHook);
    await expect(keys.configured).toContainText(key);
    await expect(keys.running).not.toContainText(key);

    await page.goto(`/device/device-settings/softkey-template/${encodeURIComponent(template)}`);
    const sheet = await openSheet(page, "applyConfig", say);
    await expect(sheet).toContainText(language === "en" ? "CallBack added at 4" : key);
    await expect(sheet.getByRole("link", { name: phone })).toBeVisible();
    await startButton(sheet, "applyConfig", 1, say).click();
    // The page stays, and tells how far it is and when it is done.
    const line = jobLine(page, "applyConfig", template, say);
    await expect(line).toContainText(say.begun);
    await expect(line.getByRole("status")).toContainText(say.ended, { timeout: 30_000 });
    await expect(page.getByRole("heading", { level: 1 })).toContainText(template);
    await expect(page.getByRole("status").filter({ hasText: say.clickApply })).toHaveCount(0);
    await openJob(page, say);
    await expectJobDone(page, phone, say);
    await expect(page.getByRole("row", { name: phone })).toContainText(/3 · (Re-registration|다시 등록)/);
    // The job names what it was begun from, and leads back.
    await page.getByRole("main").getByRole("link", { name: template, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(template);
    await expect(line.getByRole("status")).toContainText(say.ended);
    await line.getByRole("button", { name: say.phone.close }).click();
    await expect(line).toHaveCount(0);

    await visitRunning(page, phone, say);
    await expect(keys.running).toContainText(key);
    await expect(page.getByText(say.same)).toBeVisible();
  });

  test(`[SK-11] [PH-03] a phone runs a new softkey template after Restart, another one after Reset, in ${language}`, async ({
    page,
    api,
    uniqueName,
    prefer,
  }) => {
    await prefer({ language });
    const young = await templateOf(api, uniqueName("New"), having);
    const other = await templateOf(api, uniqueName("Other"), without);
    const phone = await createRegisteredPhone(api, uniqueName);
    await visitRunning(page, phone, say);
    const keys = keysOf(page, say.states.onHook);
    await expect(keys.running).not.toContainText(key);
    await choose(page, say.phone.softkeyTemplate, young);
    await saveAndClose(page, say.phone);
    await expectStatus(page, say.clickApply);
    await expect(keys.configured).toContainText(key);
    await expect(keys.running).not.toContainText(key);
    await openSheet(page, "restart", say);
    await startOnPhone(page, "restart", say);
    await expect(keys.running).toContainText(key);

    await choose(page, say.phone.softkeyTemplate, other);
    await press(page, say.phone.save);
    await expect(page.getByRole("dialog")).toContainText(say.phone.pressReset);
    await expect(keys.running).toContainText(key);
    await page.getByRole("dialog").getByRole("button", { name: say.reset }).click();
    await startOnPhone(page, "reset", say);
    await expect(keys.running).not.toContainText(key);
  });
}

const say = words.en;

test("[CD-03] a common device configuration in use is edited and applied: its phones run its new softkeys", async ({
  page,
  api,
  uniqueName,
}) => {
  const configuration = uniqueName("Site");
  const template = await templateOf(api, uniqueName("Site keys"), having);
  await createConfiguration(api, { name: configuration });
  const phone = await createRegisteredPhone(api, uniqueName, { commonDeviceConfiguration: configuration });
  await page.goto(`/device/device-settings/common-device-configuration/${encodeURIComponent(configuration)}`);
  await choose(page, say.phone.softkeyTemplate, template);
  await press(page, "Save");
  await expectStatus(page, say.clickApply);
  await visitRunning(page, phone);
  const keys = keysOf(page, say.states.onHook);
  await expect(keys.configured).toContainText("CallBack");
  await expect(keys.running).not.toContainText("CallBack");

  await page.goto(`/device/device-settings/common-device-configuration/${encodeURIComponent(configuration)}`);
  const sheet = await openSheet(page, "applyConfig");
  await startButton(sheet, "applyConfig", 1).click();
  await openJob(page);
  await expectJobDone(page, phone);
  await visitRunning(page, phone);
  await expect(keys.running).toContainText("CallBack");
});

test("[CD-03] [PH-02] a phone runs a new common device configuration after Restart, another one after Reset", async ({
  page,
  api,
  uniqueName,
}) => {
  const phone = uniqueDevice(uniqueName);
  const [young, other] = [uniqueName("New site"), uniqueName("Other site")];
  const softkeyTemplate = await templateOf(api, uniqueName("Site keys"), having);
  await createConfiguration(api, { name: young, softkeyTemplate });
  await createConfiguration(api, { name: other });
  await createPhone(api, { name: phone });
  await expectRegistered(api, phone);
  await visitRunning(page, phone);
  const keys = keysOf(page, say.states.onHook);
  await choose(page, say.phone.commonDeviceConfiguration, young);
  await saveAndClose(page);
  await expect(keys.configured).toContainText("CallBack");
  await expect(keys.running).not.toContainText("CallBack");
  await openSheet(page, "restart");
  await startOnPhone(page, "restart", say);
  await expect(keys.running).toContainText("CallBack");

  await choose(page, say.phone.commonDeviceConfiguration, other);
  await saveAndClose(page);
  await expect(keys.configured).not.toContainText("CallBack");
  await expect(keys.running).toContainText("CallBack");
  await openSheet(page, "reset");
  await startOnPhone(page, "reset", say);
  await expect(keys.running).not.toContainText("CallBack");
});

test("[BT-05] a phone button template in use is edited and applied: its phones have the new button", async ({
  page,
  api,
  uniqueName,
}) => {
  const template = await buttonsOf(api, uniqueName("Buttons in use"), "Speed Dial");
  const phone = await createRegisteredPhone(api, uniqueName, { phoneButtonTemplate: template });
  await changeButtons(api, template, [{ position: 2, feature: "CallBack" }]);
  await visitRunning(page, phone);
  const main = page.getByRole("main");
  await expect(main).toContainText(/Button 2: runs .*, configured Call ?Back/);

  await page.goto(`/device/device-settings/phone-button-template/${encodeURIComponent(template)}`);
  const sheet = await openSheet(page, "applyConfig");
  await expect(sheet).toContainText(/Button 2: Line changed from Speed Dial to Call ?Back/);
  await startButton(sheet, "applyConfig", 1).click();
  await openJob(page);
  await expectJobDone(page, phone);
  await visitRunning(page, phone);
  await expect(main).toContainText("Buttons, configured and running");
});

test("[BT-05] [PH-05] a phone runs a new phone button template after Restart, another one after Reset", async ({
  page,
  api,
  uniqueName,
}) => {
  const young = await buttonsOf(api, uniqueName("New buttons"), "CallBack");
  const other = await buttonsOf(api, uniqueName("Other buttons"), "Speed Dial");
  const phone = await createRegisteredPhone(api, uniqueName);
  await visitRunning(page, phone);
  const main = page.getByRole("main");
  await choose(page, say.phone.phoneButtonTemplate, young);
  await saveAndClose(page);
  await expect(main).toContainText(/Button 2: runs .*, configured Call ?Back/);
  await openSheet(page, "restart");
  await startOnPhone(page, "restart", say);
  await expect(main).toContainText("Buttons, configured and running");

  await choose(page, say.phone.phoneButtonTemplate, other);
  await press(page, "Save");
  const losing = page.getByRole("alertdialog");
  await losing.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("dialog")).toContainText(say.phone.pressReset);
  await expect(main).toContainText(/Button 2: runs Call ?Back, configured/);
  await page.getByRole("dialog").getByRole("button", { name: say.reset }).click();
  await startOnPhone(page, "reset", say);
  await expect(main).toContainText("Buttons, configured and running");
});

test("all phones that match are restarted: one is not registered and told, comes back, and is done again; a job is cancelled", async ({
  page,
  api,
  uniqueName,
  signInAsNew,
}) => {
  await signInAsNew("phoneAdministrator");
  const settings = await page.request.patch("/api/v1/list-settings/phone", { data: { rowsPerPage: 20 } });
  expect(settings.status()).toBe(200);
  const description = uniqueName("Floor");
  const names = Array.from({ length: 21 }, () => uniqueDevice(uniqueName));
  await importPhones(api, names, description);
  const [unplugged = ""] = names;
  const act = (action: string) =>
    api.request.post(`/api/v1/phones/${unplugged}/actions`, { data: { action } });
  expect((await act("unplug")).status()).toBe(200);
  const where = encodeURIComponent(`description:isExactly:${description}`);
  await page.goto(`/device/phone?where=${where}`);
  await page.getByRole("columnheader").first().getByRole("checkbox").click({ force: true });
  await press(page, "Select all 21 that match");
  const sheet = await openSheet(page, "restart");
  await expect(sheet).toContainText("20 phones");
  await expect(sheet).toContainText("refused: not registered");
  await startButton(sheet, "restart", 20).click();
  const line = jobLine(page, "restart", "21 phones");
  await expect(line.getByRole("status")).toContainText("has finished, not for all. Restarted 20 · Failed 1", {
    timeout: 30_000,
  });
  await expect(page).toHaveURL(/\/device\/phone\?where=/);
  await line.getByRole("link", { name: "Show the one that failed" }).click();
  await expect(page.getByRole("row", { name: unplugged })).toBeVisible();
  await expectJobEnded(page, "20 of 21 done, 1 failed. What was done stays done.");
  const job = page.url();
  await page.goto("/bulk-administration/job-scheduler");
  await page.getByRole("row", { name: "Restart of Phones" }).first().getByRole("link").click();
  await expect(page).toHaveURL(job);
  await expectJobEnded(page, "20 of 21 done, 1 failed.");
  await page.getByRole("radio", { name: "Failed" }).check({ force: true });
  await expect(page.getByRole("row", { name: unplugged })).toContainText("The phone is not registered");

  await act("plugIn");
  await expectRegistered(api, unplugged);
  await press(page, "Retry Failed");
  await expect(page).not.toHaveURL(job);
  await expectJobDone(page, unplugged);

  const reset = await api.request.post("/api/v1/phones/actions", {
    data: { action: "reset", where: [`description:isExactly:${description}`] },
  });
  await page.goto(`/bulk-administration/job-scheduler/${(await reset.json()).jobId}`);
  await press(page, "Cancel Job");
  await expectStatus(page, "The job was cancelled");
  await expect(page.getByText("Cancelled", { exact: true }).first()).toBeVisible();
});

test("a phone that is not registered refuses Reset in words, and gets what is saved when it registers", async ({
  page,
  api,
  uniqueName,
}) => {
  const phone = await createRegisteredPhone(api, uniqueName);
  await api.request.post(`/api/v1/phones/${phone}/actions`, { data: { action: "unplug" } });
  await visitPhone(page, phone);
  const sheet = await openSheet(page, "reset");
  await expect(sheet).toContainText("The phone is not registered, so this cannot be done.");
  await expect(sheet.getByRole("button", { name: "Reset" })).toBeDisabled();
  await sheet.getByRole("button", { name: "Cancel" }).click();
  const apply = await openSheet(page, "applyConfig");
  await expect(apply).toContainText("when it registers");
});

test("Pending Apply lists a phone with the reason and applies from there; the event log tells what happened", async ({
  page,
  api,
  uniqueName,
}) => {
  // Before all others by its name, so that it is on the first page.
  const phone = `AN${uniqueDevice(uniqueName).slice(-12)}0`;
  await createPhone(api, { name: phone, model: "Analog Phone", protocol: "SCCP" });
  await expectRegistered(api, phone);
  await changePhone(api, phone, { description: "Lobby" });
  await page.goto("/");
  await page
    .getByRole("banner")
    .getByRole("link", { name: /^Pending apply \([1-9]/ })
    .click();
  const row = page.getByRole("row", { name: phone });
  await expect(row).toContainText("Applied on the fly");
  await expect(row).toContainText("Description changed from (empty) to Lobby");
  await row.getByRole("checkbox").check({ force: true });
  const sheet = await openSheet(page, "applyConfig");
  await startButton(sheet, "applyConfig", 1).click();
  await openJob(page);
  await expectJobDone(page, phone);
  await expect(page.getByRole("row", { name: phone })).toContainText("2 · Configuration changes applied");
  await page.goto("/device/pending-apply");
  await expect(page.getByRole("status").filter({ hasText: "wait" })).toBeVisible();
  await expect(page.getByRole("row", { name: phone })).toHaveCount(0);

  const where = encodeURIComponent(`phone:isExactly:${phone}`);
  await page.goto(`/serviceability/device-alarm?where=${where}`);
  await expect(page.getByRole("row", { name: "DeviceApplyConfigResult" })).toContainText("CUCM_Result=2");
  await expect(page.getByRole("row", { name: "DeviceRestartInitiated" })).toHaveCount(0);
  await api.request.post(`/api/v1/phones/${phone}/restart`, { data: {} });
  await expect(page.getByRole("row", { name: "DeviceRestartInitiated" })).toBeVisible();
});

test("Related Links lead to the configuration file, with the numbers and softkeys of the phone", async ({
  page,
  api,
  uniqueName,
}) => {
  const phone = uniqueDevice(uniqueName);
  await createPhone(api, { name: phone });
  const number = (await storedPhone(api, phone))?.lines[0]?.directoryNumber ?? "";
  await visitPhone(page, phone);
  await followRelatedLink(page, "Configuration File");
  const device = page.getByRole("region", { name: "Configuration File: Device" });
  await expect(device).toContainText(`<name>${number}</name>`);
  const href = await page.getByRole("link", { name: "Download" }).getAttribute("href");
  const file = await api.request.get(href ?? "");
  expect(await file.text()).toBe(await device.locator("pre").textContent());
  await page.getByRole("radio", { name: "Softkeys" }).check({ force: true });
  await expect(page.getByRole("region", { name: "Configuration File: Softkeys" })).toContainText(
    '<softKeySet id="On Hook">',
  );
});
