import { expect } from "@playwright/test";
import { press } from "./actions/console";
import { createRegisteredPhone, expectJobDone } from "./actions/device";
import { inHours, words } from "./actions/scheduled-action";
import { test } from "./fixtures/test";

const say = words.en;

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
  await expect(dialog.getByRole("alert")).toContainText("Somebody else has saved this");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await press(page, say.change);
  await expect(dialog.getByLabel(say.time, { exact: true })).toHaveValue("03:00");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await press(page, say.startNow);
  await expectJobDone(page, phone);
});
