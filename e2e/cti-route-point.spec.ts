import { expect } from "@playwright/test";
import { expectStatus, press } from "./actions/console";
import {
  createObject,
  field,
  goToList,
  storedObject,
  uniqueNumber,
  visitNew,
  visitObject,
} from "./actions/objects";
import { test } from "./fixtures/test";

test("[PR-07] a CTI route point that forwards its calls is added together with its number, and changed", async ({
  page,
  api,
  uniqueName,
}) => {
  const [name, pattern] = [uniqueName("Lobby"), uniqueNumber()];
  await goToList(page, "CTI Route Point", "Find and List CTI Route Points");
  await press(page, "Add New");
  await field(page, "Name").fill(name);
  await field(page, "Directory Number").fill(pattern);
  await field(page, "Forward All Destination").fill("2001");
  await press(page, "Save");
  await expectStatus(page, "Add successful");
  expect(await storedObject(api, "ctiRoutePoint", name)).toMatchObject({
    directoryNumber: pattern,
    forwardTo: "2001",
  });
  expect(await storedObject(api, "directoryNumber", { pattern, partition: null })).not.toBeNull();
  await field(page, "Forward All Destination").fill("");
  await press(page, "Save");
  await expectStatus(page, "Update successful");
  expect(await storedObject(api, "ctiRoutePoint", name)).toMatchObject({ forwardTo: null });
});

test("a bad number and a bad destination are told, and a copy needs a name of its own", async ({
  page,
  api,
  uniqueName,
}) => {
  const [name, pattern] = [uniqueName("Hall"), uniqueNumber()];
  await visitNew(page, "ctiRoutePoint");
  await field(page, "Name").fill(name);
  await field(page, "Directory Number").fill("20x1");
  await field(page, "Forward All Destination").fill("reception");
  await press(page, "Save");
  await expect(page.getByRole("alert").filter({ hasText: "2 fields need attention" })).toBeVisible();
  expect(await storedObject(api, "ctiRoutePoint", name)).toBeNull();

  await createObject(api, "ctiRoutePoint", { name, directoryNumber: pattern, forwardTo: "2001" });
  await visitObject(page, "ctiRoutePoint", name);
  await press(page, "Copy");
  await expect(field(page, "Name")).toHaveValue("");
  await expect(field(page, "Forward All Destination")).toHaveValue("2001");
  await press(page, "Save");
  await expect(page.getByRole("alert").filter({ hasText: "Name" })).toBeVisible();
});

test("a CTI route point that nothing uses is deleted from the list", async ({ page, api, uniqueName }) => {
  const [name, pattern] = [uniqueName("Old"), uniqueNumber()];
  await createObject(api, "ctiRoutePoint", { name, directoryNumber: pattern });
  await page.goto(`/device/cti-route-point?where=${encodeURIComponent(`name:isExactly:${name}`)}`);
  await page.getByRole("row", { name }).getByRole("checkbox").check({ force: true });
  await press(page, "Delete Selected");
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByRole("alertdialog").getByText("1 deleted, 0 not deleted")).toBeVisible();
  expect(await storedObject(api, "ctiRoutePoint", name)).toBeNull();
});
