import { expect } from "@playwright/test";
import { choose, expectStatus, press } from "./actions/console";
import {
  changeObject,
  createObject,
  field,
  goToList,
  storedObject,
  uniqueNumber,
  visitNew,
  visitObject,
} from "./actions/objects";
import { fillNumber, item } from "./actions/phone";
import { test } from "./fixtures/test";

test("[IN-08] a device profile is added with user, softkey template and a line, found and changed", async ({
  page,
  api,
  uniqueName,
}) => {
  const [name, userId, template] = [uniqueName("Travelling"), uniqueName("kim"), uniqueName("Keys")];
  const [first, second] = [uniqueNumber(), uniqueNumber()];
  await api.createSoftkeyTemplate({ name: template });
  await goToList(page, "Device Profile", "Find and List Device Profiles");
  await press(page, "Add New");
  await field(page, "Name").fill(name);
  await field(page, "User ID").fill(userId);
  await choose(page, "Softkey Template", template);
  await expect(page.getByText("the profile leaves the phone the lines that it has")).toBeVisible();
  await press(page, "Add line");
  await fillNumber(item(page, "Line 1"), first);
  await expect(page.getByText(`Directory number ${first} does not exist yet`)).toBeVisible();
  await press(page, "Save");
  await expectStatus(page, "Add successful");
  const lines = [{ index: 1, directoryNumber: first, partition: null, label: "", displayName: "" }];
  const stored = { userId, softkeyTemplate: template, phoneButtonTemplate: null, lines };
  expect(await storedObject(api, "deviceProfile", name)).toMatchObject(stored);

  await goToList(page, "Device Profile", "Find and List Device Profiles");
  await choose(page, "Name", "User ID");
  await page.getByRole("textbox").first().fill(userId);
  await press(page, "Find");
  await page.getByRole("main").getByRole("link", { name, exact: true }).click();
  await press(page, "Add line");
  await fillNumber(item(page, "Line 2"), second);
  await press(page, "Save");
  await expectStatus(page, "Update successful");
  await page.getByRole("button", { name: "Remove Line 1" }).click();
  await page.getByRole("button", { name: "Remove Line 2" }).click();
  await press(page, "Save");
  await expectStatus(page, "Version 3 is stored");
  expect(await storedObject(api, "deviceProfile", name)).toMatchObject({ lines: [] });
  await visitObject(page, "deviceProfile", name, "history");
  await expect(page.getByRole("listitem", { name: "Revision 2" })).toContainText(`Line 2 added: ${second}`);
});

test("a user has one device profile: a user ID that is taken, a bad number and a double line are told in words", async ({
  page,
  api,
  uniqueName,
}) => {
  const [taken, number] = [uniqueName("lee"), uniqueNumber()];
  await createObject(api, "deviceProfile", { name: uniqueName("First"), userId: taken });
  await visitNew(page, "deviceProfile");
  await field(page, "Name").fill(uniqueName("Second"));
  await press(page, "Save");
  await expect(page.getByRole("alert").filter({ hasText: "needs attention" })).toContainText("User ID");
  await field(page, "User ID").fill(taken.toUpperCase());
  await press(page, "Add line");
  await fillNumber(item(page, "Line 1"), "20 x");
  await press(page, "Save");
  await expect(page.getByRole("alert").filter({ hasText: "is not a number to dial" }).first()).toBeVisible();
  await fillNumber(item(page, "Line 1"), number);
  await press(page, "Add line");
  await fillNumber(item(page, "Line 2"), number);
  await press(page, "Save");
  await expect(page.getByRole("alert").filter({ hasText: "is here twice" })).toBeVisible();
  await page.getByRole("button", { name: "Remove Line 2" }).click();
  await press(page, "Save");
  await expect(page.getByRole("alert").filter({ hasText: "is in use" }).first()).toBeVisible();
  await field(page, "User ID").fill(uniqueName("park"));
  await press(page, "Save");
  await expectStatus(page, "Add successful");
});

test("a device profile is copied with its lines, compared when stale, and deleted", async ({
  page,
  api,
  uniqueName,
}) => {
  const [name, copy, number] = [uniqueName("Profile"), uniqueName("Copy"), uniqueNumber()];
  const lines = [{ index: 1, directoryNumber: number, partition: null }];
  await createObject(api, "deviceProfile", { name, userId: uniqueName("choi"), lines });
  await visitObject(page, "deviceProfile", name);
  await press(page, "Copy");
  await expect(field(page, "Name")).toHaveValue("");
  await field(page, "Name").fill(copy);
  await field(page, "User ID").fill(uniqueName("jung"));
  await press(page, "Save");
  await expectStatus(page, "Add successful");
  await expect(page).toHaveURL(new RegExp(`/device-profile/${encodeURIComponent(copy)}$`));
  await field(page, "Line Text Label").fill("mine");
  await changeObject(api, "deviceProfile", copy, { description: "theirs" });
  await press(page, "Save");
  const dialog = page.getByRole("alertdialog");
  await expect(dialog.getByRole("region", { name: "Line 1" })).toContainText("mine");
  await expect(dialog.getByRole("region", { name: "Description" })).toContainText("theirs");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expectStatus(page, "Update successful");
  expect(await storedObject(api, "deviceProfile", copy)).toMatchObject({
    description: "theirs",
    lines: [{ directoryNumber: number, label: "mine" }],
  });
  await press(page, "Delete");
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
  await expectStatus(page, "Delete successful");
  expect(await storedObject(api, "deviceProfile", copy)).toBeNull();
});

test("who may only read sees a device profile and can change nothing", async ({
  page,
  api,
  uniqueName,
  signInAsNew,
}) => {
  const name = uniqueName("Readable");
  const lines = [{ index: 1, directoryNumber: uniqueNumber(), partition: null }];
  await createObject(api, "deviceProfile", { name, userId: uniqueName("user"), lines });
  await signInAsNew("readOnly");
  await visitObject(page, "deviceProfile", name);
  await expect(page.getByText("You can look, but not change")).toBeVisible();
  await expect(field(page, "User ID")).toHaveAttribute("readonly");
  for (const button of ["Save", "Add line", "Delete"]) {
    await expect(page.getByRole("main").getByRole("button", { name: button })).toHaveCount(0);
  }
});
