import { expect } from "@playwright/test";
import { standardPhoneButtonTemplates } from "@/lib/catalog/standard-phone-button-templates";
import type { PhoneButtonTemplateDto } from "@/lib/contract/phone-button-template";
import { choose, expectStatus, press } from "./actions/console";
import { createPhone, uniqueDevice } from "./actions/phone";
import {
  changeButtons,
  chooseFeature,
  createButtonTemplate,
  goToButtonTemplates,
  labelOf,
  lineOf,
  nameField,
  offeredFeatures,
  onPhone,
  storedButtonTemplate,
  storedFeatures,
  visitButtonTemplate,
  words,
} from "./actions/phone-button-template";
import { test } from "./fixtures/test";

for (const language of ["en", "ko"] as const) {
  const say = words[language];
  test(`[BT-01] [BT-02] [BT-03] [BT-04] the procedure of the guide, in ${language}: copy the template of the model, name it, find and open it, choose CallBack in the Line drop-down, save`, async ({
    page,
    api,
    uniqueName,
    prefer,
  }) => {
    await prefer({ language });
    const name = uniqueName(language === "ko" ? "콜백 버튼" : "Call Back buttons");

    // Steps 1 to 3: the default template of the model, Copy, the new name, Save.
    await goToButtonTemplates(page, say);
    await press(page, say.addNew);
    await page.getByRole("button", { name: say.template }).click();
    await page.keyboard.type("8841");
    await page.getByRole("option", { name: "Standard 8841 SIP" }).click();
    await press(page, say.copy);
    await expect(page.getByRole("heading", { level: 2, name: say.information })).toBeVisible();
    await nameField(page, say).fill(name);
    expect(await storedButtonTemplate(api, name)).toBeNull();
    await press(page, say.save);
    await expectStatus(page, say.addSuccessful);
    expect(await storedButtonTemplate(api, name)).toMatchObject({
      model: "Cisco 8841",
      protocol: "SIP",
      copyOf: "Standard 8841 SIP",
      isStandard: false,
    });

    // Step 4: Find with search criteria, and open.
    await goToButtonTemplates(page, say);
    await page.getByRole("textbox").first().fill(name);
    await press(page, say.find);
    await page.getByRole("main").getByRole("link", { name, exact: true }).click();
    await expect(nameField(page, say)).toHaveValue(name);

    // Steps 5 and 6: the feature in the Line drop-down, Save.
    await chooseFeature(page, 3, say.callBack, say);
    await expect(onPhone(page, 3, say.callBack, say)).toBeVisible();
    expect(await storedFeatures(api, name)).not.toContain("CallBack");
    await press(page, say.save);
    await expectStatus(page, say.updateSuccessful);
    expect(await storedFeatures(api, name)).toEqual([
      "Line",
      "Speed Dial",
      "CallBack",
      "Speed Dial",
      "Speed Dial",
    ]);
  });
}

test("[BT-01] Find lists the standard template of every supported phone and protocol", async ({
  page,
  api,
}) => {
  await goToButtonTemplates(page);
  const answer = await api.request.get(
    "/api/v1/phone-button-templates?where=isStandard:isExactly:true&limit=250",
  );
  const { items, total }: { items: PhoneButtonTemplateDto[]; total: number } = await answer.json();
  expect(total).toBe(standardPhoneButtonTemplates.length);
  expect(new Set(items.map(({ name }) => name))).toEqual(
    new Set(standardPhoneButtonTemplates.map(({ name }) => name)),
  );
  await page.getByRole("textbox").first().fill("Standard 7965");
  await press(page, "Find");
  for (const protocol of ["SCCP", "SIP"]) {
    const row = page.getByRole("row").filter({ hasText: `Standard 7965 ${protocol}` });
    await expect(row).toContainText("Cisco 7965");
    await expect(row).toContainText("Standard");
    await expect(row.getByRole("gridcell", { name: "6", exact: true })).toBeVisible();
  }
});

test("[BT-02] a standard template can only be looked at and copied, also from the list", async ({
  page,
  api,
  uniqueName,
}) => {
  await visitButtonTemplate(page, "Standard 8845 SIP");
  await expect(page.getByText("This is a standard template")).toBeVisible();
  for (const name of ["Save", "Delete"]) await expect(page.getByRole("button", { name })).toHaveCount(0);
  await expect(lineOf(page, 2)).toHaveCount(0);
  await expect(nameField(page)).toHaveAttribute("readonly");

  const name = uniqueName("From the list");
  await goToButtonTemplates(page);
  await page.getByRole("textbox").first().fill("Standard 8845");
  await press(page, "Find");
  await page.getByRole("button", { name: "Copy Standard 8845 SIP" }).click();
  await expect(page.getByText("Copy of Standard 8845 SIP")).toBeVisible();
  await expect(nameField(page)).toHaveValue("");
  await nameField(page).fill(name);
  await chooseFeature(page, 2, "CallBack");
  await press(page, "Save");
  await expectStatus(page, "Add successful");
  expect(await storedFeatures(api, name)).toContain("CallBack");
});

test("[BT-03] the first button is a line and fixed, and so are the keys of the model", async ({
  page,
  api,
  uniqueName,
}) => {
  const name = uniqueName("Fixed");
  await createButtonTemplate(api, { name, copyOf: "Standard 7931 SCCP" });
  await visitButtonTemplate(page, name);
  await expect(page.getByRole("row", { name: /The first button is always a line/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /This key belongs to the model/ })).toHaveCount(4);
  for (const position of [1, 21, 22, 23, 24]) await expect(lineOf(page, position)).toHaveCount(0);
  await expect(labelOf(page, 1)).toHaveCount(0);
  await expect(lineOf(page, 20)).toBeVisible();
});

test("[PR-08] CallBack is not offered for the buttons of the 7900, the IP Communicator, the 6901 and 6911", async ({
  page,
  api,
  uniqueName,
}) => {
  for (const standard of ["Standard 7965 SCCP", "Standard IP Communicator SIP"]) {
    const name = uniqueName("Softkey only");
    await createButtonTemplate(api, { name, copyOf: standard });
    await visitButtonTemplate(page, name);
    await expect(page.getByText("has Call Back as a softkey only")).toBeVisible();
    const offered = await offeredFeatures(page, 2);
    expect(offered).toContain("Speed Dial");
    expect(offered).not.toContain("CallBack");
  }
  for (const standard of ["Standard 6901 SCCP", "Standard 6911 SIP"]) {
    const name = uniqueName("Neither");
    await createButtonTemplate(api, { name, copyOf: standard });
    await visitButtonTemplate(page, name);
    await expect(page.getByText("cannot have Call Back")).toBeVisible();
    await expect(lineOf(page, 1)).toHaveCount(0);
  }
  const name = uniqueName("Both");
  await createButtonTemplate(api, { name, copyOf: "Standard 9971 SIP" });
  await visitButtonTemplate(page, name);
  expect(await offeredFeatures(page, 2)).toContain("CallBack");
});

test("[BT-04] expansion modules add buttons, which can be set together, and come back when taken off by mistake", async ({
  page,
  api,
  uniqueName,
}) => {
  const name = uniqueName("Modules");
  await createButtonTemplate(api, { name, copyOf: "Standard 8851 SIP" });
  await visitButtonTemplate(page, name);
  await choose(page, "Expansion Modules", /^1 × 36/);
  await expectStatus(page, "36 buttons added");
  await choose(page, "Set buttons 6 to 41 to", "Line");
  await chooseFeature(page, 41, "CallBack");
  await expect(onPhone(page, 41, "CallBack")).toBeVisible();
  await choose(page, "Expansion Modules", /^None/);
  await expect(lineOf(page, 6)).toHaveCount(0);
  await choose(page, "Expansion Modules", /^1 × 36/);
  await expect(onPhone(page, 41, "CallBack")).toBeVisible();
  await press(page, "Save");
  await expectStatus(page, "Update successful");
  const features = await storedFeatures(api, name);
  expect(features).toHaveLength(41);
  expect(features.slice(4, 7)).toEqual(["Speed Dial", "Line", "Line"]);
  expect(features[40]).toBe("CallBack");
});

test("[BT-03] the table works by keyboard, and choosing the old feature again leaves nothing to save", async ({
  page,
  api,
  uniqueName,
}) => {
  const name = uniqueName("Keys");
  await createButtonTemplate(api, { name });
  await visitButtonTemplate(page, name);
  await lineOf(page, 2).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type("CallB");
  await page.keyboard.press("Enter");
  await expect(lineOf(page, 2)).toContainText("CallBack");
  await expect(page.getByText("Not saved")).toBeVisible();
  await labelOf(page, 2).focus();
  await page.keyboard.press("ArrowDown");
  await expect(labelOf(page, 3)).toBeFocused();
  await expect(page.locator("li[aria-current=true]")).toContainText("Button 3: Speed Dial");
  await page.keyboard.press("ArrowUp");
  await expect(labelOf(page, 2)).toBeFocused();
  await chooseFeature(page, 2, "Speed Dial");
  await expect(page.getByText("Not saved")).toHaveCount(0);
});

test("[BT-02] what cannot be stored is told beside the field and in the summary, and everything typed stays", async ({
  page,
  api,
  uniqueName,
}) => {
  const [name, taken] = [uniqueName("Bad input"), uniqueName("Taken")];
  for (const each of [name, taken]) await createButtonTemplate(api, { name: each });
  await visitButtonTemplate(page, name);
  await labelOf(page, 4).fill("x".repeat(51));
  await expect(page.getByText("Enter at most 50 characters").first()).toBeVisible();
  await press(page, "Save");
  const summary = page.getByRole("alert").filter({ hasText: "Button 4: Label" });
  await summary.getByRole("link").first().click();
  await expect(labelOf(page, 4)).toBeFocused();
  await labelOf(page, 4).fill("Front desk");
  await nameField(page).fill(taken.toUpperCase());
  await press(page, "Save");
  await expect(page.getByRole("alert").filter({ hasText: "is in use" }).first()).toBeVisible();
  await expect(labelOf(page, 4)).toHaveValue("Front desk");
  expect((await storedButtonTemplate(api, name))?.buttons[3]?.label).toBe("");
  await nameField(page).fill(`${name} new`);
  await press(page, "Save");
  await expectStatus(page, "Update successful");
  expect((await storedButtonTemplate(api, `${name} new`))?.buttons[3]?.label).toBe("Front desk");
});

test("[BT-03] when somebody else saved first, each button is shown side by side and the chosen ones are stored", async ({
  page,
  api,
  uniqueName,
}) => {
  const name = uniqueName("Both");
  await createButtonTemplate(api, { name });
  await visitButtonTemplate(page, name);
  await chooseFeature(page, 2, "CallBack");
  await chooseFeature(page, 3, "Do Not Disturb");
  await changeButtons(api, name, [
    { position: 2, feature: "Redial" },
    { position: 5, feature: "Mobility", label: "Out" },
  ]);
  await press(page, "Save");
  const dialog = page.getByRole("alertdialog");
  const conflict = dialog.getByRole("region", { name: "Button 2" });
  await expect(conflict).toContainText("Redial");
  await expect(conflict).toContainText("CallBack");
  await expect(dialog.getByRole("region", { name: "Button 5" })).toContainText("Mobility · Out");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expectStatus(page, "Update successful");
  expect(await storedFeatures(api, name)).toEqual([
    "Line",
    "CallBack",
    "Do Not Disturb",
    "Speed Dial",
    "Mobility",
  ]);
});

test("the history tells the changes of buttons in words, and an old revision can be restored", async ({
  page,
  api,
  uniqueName,
}) => {
  const name = uniqueName("History");
  await createButtonTemplate(api, { name });
  await changeButtons(api, name, [{ position: 3, feature: "CallBack" }]);
  await visitButtonTemplate(page, name, "history");
  await expect(page.getByRole("listitem", { name: "Revision 2" })).toContainText(
    "Button 3: Line changed from Speed Dial to CallBack",
  );
  await page.getByRole("button", { name: "Restore revision 1" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Restore revision 1" }).click();
  await expectStatus(page, "Revision 1 is restored as revision 3");
  expect(await storedFeatures(api, name)).not.toContain("CallBack");
});

test("[BT-03] a template that a phone uses tells what the phone loses and cannot be deleted; one that nothing uses is deleted after asking", async ({
  page,
  api,
  uniqueName,
}) => {
  const [used, unused] = [uniqueName("Used"), uniqueName("Unused")];
  for (const name of [used, unused]) await createButtonTemplate(api, { name });
  const phone = uniqueDevice(uniqueName);
  await createPhone(api, { name: phone, phoneButtonTemplate: used });
  // Fewer speed dials on a template in use: told before it is stored.
  await visitButtonTemplate(page, used);
  await chooseFeature(page, 5, "CallBack");
  await press(page, "Save");
  const question = page.getByRole("alertdialog");
  await expect(question).toContainText("Speed Dial: 4 → 3");
  await question.getByRole("button", { name: "Cancel" }).click();
  expect(await storedFeatures(api, used)).not.toContain("CallBack");
  await press(page, "Save");
  await question.getByRole("button", { name: "Save anyway" }).click();
  await expectStatus(page, "Update successful");

  await visitButtonTemplate(page, used, "dependency-records");
  await expect(page.getByText(phone)).toBeVisible();
  await visitButtonTemplate(page, used);
  await press(page, "Delete");
  await expect(page.getByRole("dialog")).toContainText("is used by 1 object");
  expect(await storedButtonTemplate(api, used)).not.toBeNull();

  await visitButtonTemplate(page, unused);
  await press(page, "Delete");
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByRole("heading", { level: 1, name: words.en.findTitle })).toBeVisible();
  expect(await storedButtonTemplate(api, unused)).toBeNull();
});

test("who may only read sees the buttons and the phone, and is told why nothing can be changed", async ({
  page,
  api,
  uniqueName,
  signInAsNew,
}) => {
  const name = uniqueName("Readable");
  await createButtonTemplate(api, { name });
  await signInAsNew("readOnly");
  await visitButtonTemplate(page, name);
  await expect(page.getByText("You can look, but not change")).toBeVisible();
  await expect(page.getByRole("button", { name: "Save" })).toHaveCount(0);
  await expect(lineOf(page, 2)).toHaveCount(0);
  await expect(page.getByRole("list", { name: "Buttons left of the screen" })).toContainText("Speed Dial 1");
});
