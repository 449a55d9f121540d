import { expect } from "@playwright/test";
import { expectStatus, press } from "./actions/console";
import { createObject, field, goToList, storedObject, visitNew, visitObject } from "./actions/objects";
import { createPhone, uniqueDevice } from "./actions/phone";
import { test } from "./fixtures/test";

test("a device pool is added, changed and deleted", async ({ page, api, uniqueName }) => {
  const name = uniqueName("Busan");
  await goToList(page, "Device Pool", "Find and List Device Pools");
  await press(page, "Add New");
  await press(page, "Save");
  await expect(page.getByRole("alert").filter({ hasText: "needs attention" })).toContainText("Name");
  await field(page, "Name").fill(name);
  await press(page, "Save");
  await expectStatus(page, "Add successful");
  await expect(page).toHaveURL(new RegExp(`/device-pool/${encodeURIComponent(name)}$`));
  await field(page, "Description").fill("Branch");
  await press(page, "Save");
  await expectStatus(page, "Update successful");
  expect(await storedObject(api, "devicePool", name)).toMatchObject({ description: "Branch", version: 2 });
  await press(page, "Delete");
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
  await expectStatus(page, "Delete successful");
  expect(await storedObject(api, "devicePool", name)).toBeNull();
});

test("a device pool with phones cannot be deleted and names them", async ({ page, api, uniqueName }) => {
  const [name, device] = [uniqueName("Seoul"), uniqueDevice(uniqueName)];
  await createObject(api, "devicePool", { name });
  await createPhone(api, { name: device, devicePool: name });
  await visitObject(page, "devicePool", name, "dependency-records");
  await expect(page.getByRole("link", { name: device })).toBeVisible();
  await visitObject(page, "devicePool", name);
  await press(page, "Delete");
  await expect(page.getByRole("dialog")).toContainText("cannot be deleted");
  await page.getByRole("dialog").getByRole("link", { name: device }).click();
  await expect(page).toHaveURL(new RegExp(`/device/phone/${device}$`));
});

test("the device pool of the system keeps its name and stays, but its description can be changed", async ({
  page,
}) => {
  await visitObject(page, "devicePool", "Default");
  await expect(page.getByText("Part of the system")).toBeVisible();
  await expect(field(page, "Name")).toHaveAttribute("readonly");
  await expect(page.getByRole("main").getByRole("button", { name: "Delete" })).toHaveCount(0);
  await field(page, "Description").fill("Where no other is chosen");
  await press(page, "Save");
  await expectStatus(page, "Update successful");
  await visitNew(page, "devicePool");
  await field(page, "Name").fill("default");
  await press(page, "Save");
  await expect(page.getByRole("alert").filter({ hasText: "is in use" }).first()).toBeVisible();
});
