import { expect } from "@playwright/test";
import { expectStatus, press } from "./actions/console";
import {
  createRegisteredPhone,
  words as deviceWords,
  expectJobDone,
  openSheet,
  startButton,
} from "./actions/device";
import { changePhone, visitPhone } from "./actions/phone";
import { chooseTime, doubledHour, inHours, skippedHour, words } from "./actions/scheduled-action";
import { test } from "./fixtures/test";

for (const language of ["en", "ko"] as const) {
  const say = words[language];
  const device = deviceWords[language];

  test(`Apply Config of a softkey template waits for its time, is listed, moved and started: the phones that use it by then run it, in ${language}`, async ({
    page,
    api,
    uniqueName,
    prefer,
  }) => {
    await prefer({ language });
    const name = uniqueName("Tonight");
    await api.createSoftkeyTemplate({ name });
    const early = await createRegisteredPhone(api, uniqueName, { softkeyTemplate: name });
    const late = await createRegisteredPhone(api, uniqueName);
    await page.goto(`/device/device-settings/softkey-template/${encodeURIComponent(name)}`);
    const sheet = await openSheet(page, "applyConfig", device);
    await chooseTime(sheet, inHours(30), say);
    await expect(sheet).toContainText(say.allUsers);
    await sheet.getByRole("button", { name: say.schedule, exact: true }).click();

    await expectStatus(page, `${name}: ${say.isScheduled}`);
    await page.getByRole("status").getByRole("link", { name: device.showJob }).click();
    await expect(page).toHaveURL(/job-scheduler\/[^/]+$/);
    const main = page.getByRole("main");
    await expect(main).toContainText(say.scheduled);
    await expect(main).toContainText("Asia/Seoul");
    await expect(main.getByRole("link", { name, exact: true })).toBeVisible();
    const job = page.url();

    await page.goto("/bulk-administration/job-scheduler");
    const row = page.getByRole("row").filter({ hasText: say.scheduled }).first();
    await row.getByRole("link").first().click();
    await expect(page).toHaveURL(job);
    await press(page, say.change);
    const dialog = page.getByRole("dialog");
    const moved = inHours(50);
    await dialog.getByLabel(say.date, { exact: true }).fill(moved.date);
    await dialog.getByRole("button", { name: say.change, exact: true }).click();
    await expectStatus(page, say.changed);
    await expect(dialog).toHaveCount(0);
    await expect(main).toContainText(say.changedBy);

    await changePhone(api, late, { softkeyTemplate: name });
    await press(page, say.startNow);
    await expectStatus(page, say.startsNow);
    await expect(page.getByRole("row", { name: late })).toBeVisible({ timeout: 30_000 });
    await expect(page.getByRole("row", { name: early })).toBeVisible();
  });
}

const say = words.en;

test("a time that clocks leave out is refused in words; of one that they show twice the person says which", async ({
  page,
  api,
  uniqueName,
}) => {
  const phone = await createRegisteredPhone(api, uniqueName);
  await visitPhone(page, phone);
  const sheet = await openSheet(page, "reset");
  const schedule = sheet.getByRole("button", { name: say.schedule, exact: true });
  await chooseTime(sheet, { ...skippedHour(), timeZone: "Europe/Berlin" }, say);
  await schedule.click();
  await expect(sheet.getByRole("alert")).toContainText("clocks are put forward and never show 02:30");
  await chooseTime(sheet, { ...doubledHour(), timeZone: "Europe/Berlin" }, say);
  await expect(sheet.getByRole("alert")).toHaveCount(0);
  await schedule.click();
  await expect(sheet.getByRole("alert")).toContainText("clocks are put back and show 02:30 twice");
  await sheet.getByRole("radio", { name: "The second one (UTC+01:00)" }).check({ force: true });
  await schedule.click();
  await expectStatus(page, `${phone}: scheduled`);
  await page.getByRole("status").getByRole("link", { name: "Show the job" }).click();
  await expect(page.getByRole("main")).toContainText("02:30 in Europe/Berlin");
  await press(page, "Cancel Job");
  await expectStatus(page, "It will not start");
});

test("of two who look at a scheduled job the second is told that the first has moved it", async ({
  page,
  api,
  uniqueName,
}) => {
  const phone = await createRegisteredPhone(api, uniqueName);
  const { date, time, timeZone } = inHours(30);
  const at = { dateTime: `${date}T${time}`, timeZone };
  const answer = await api.request.post(`/api/v1/phones/${phone}/restart`, { data: { at } });
  const { jobId } = await answer.json();
  await page.goto(`/bulk-administration/job-scheduler/${jobId}`);
  await press(page, say.change);
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByLabel(say.time, { exact: true })).toHaveValue(time);
  const other = { version: 1, at: { ...at, dateTime: [inHours(60).date, "03:00"].join("T") } };
  expect((await api.request.patch(`/api/v1/jobs/${jobId}`, { data: other })).status()).toBe(200);
  await dialog.getByLabel(say.time, { exact: true }).fill("05:00");
  await dialog.getByRole("button", { name: say.change, exact: true }).click();
  await expect(dialog.getByRole("alert")).toContainText(
    "Somebody has changed the job since you looked at it",
  );
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await press(page, say.change);
  await expect(dialog.getByLabel(say.time, { exact: true })).toHaveValue("03:00");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await press(page, say.startNow);
  await expectJobDone(page, phone);
});

test("a phone that is not registered can be reset later", async ({ page, api, uniqueName }) => {
  const name = await createRegisteredPhone(api, uniqueName);
  await api.request.post(`/api/v1/phones/${name}/actions`, { data: { action: "unplug" } });
  await visitPhone(page, name);
  const sheet = await openSheet(page, "reset");
  await expect(sheet.getByRole("button", { name: "Reset", exact: true })).toBeDisabled();
  await chooseTime(sheet, inHours(5), say);
  await sheet.getByRole("button", { name: say.schedule, exact: true }).click();
  await expectStatus(page, `${name}: scheduled`);
});

test("a phone in a call is reset when idle: the job waits, and does it after the call", async ({
  page,
  api,
  uniqueName,
}) => {
  const phone = await createRegisteredPhone(api, uniqueName);
  const act = (action: string) => api.request.post(`/api/v1/phones/${phone}/actions`, { data: { action } });
  expect((await act("offHook")).status()).toBe(200);
  await visitPhone(page, phone);
  const sheet = await openSheet(page, "reset");
  await expect(sheet).toContainText("when idle, after the call");
  await sheet.getByRole("radio", { name: say.whenIdle, exact: true }).check({ force: true });
  await expect(sheet).not.toContainText("when idle, after the call");
  await expect(sheet).toContainText("Each phone gets it when it has no call");
  await expect(sheet.getByRole("button", { name: /Wait at most/ })).toContainText("8 hours");
  await startButton(sheet, "reset", 1).click();
  const main = page.getByRole("main");
  await main.getByRole("link", { name: deviceWords.en.showJob }).click();
  await expect(main).toContainText("Waits for idle phones until");
  await expect(main).toContainText("0 of 1 done");
  await expect(page.getByRole("row", { name: phone })).toContainText("Waiting");
  expect((await act("onHook")).status()).toBe(200);
  await expectJobDone(page, phone);
});
