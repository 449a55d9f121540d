import { expect } from "@playwright/test";
import { choose, expectStatus, press } from "./actions/console";
import { createObject } from "./actions/objects";
import {
  changePhone,
  closePressReset,
  createPhone,
  fillNumber,
  item,
  saveAndClose,
  storedPhone,
  uniqueDevice,
  uniqueDigits,
  visitPhone,
} from "./actions/phone";
import { createButtons } from "./actions/phone-button-template";
import { test } from "./fixtures/test";

test("[PH-05] which lines and speed dials lose their button is told before it happens", async ({
  page,
  api,
  uniqueName,
}) => {
  const [name, template] = [uniqueDevice(uniqueName), uniqueName("Two lines")];
  await createButtons(api, template, "Line", "Line", "Speed Dial", "CallBack", "None");
  const [first, second] = [`7${uniqueDigits(uniqueName, 6)}`, `6${uniqueDigits(uniqueName, 6)}`];
  await createPhone(api, {
    name,
    phoneButtonTemplate: template,
    lines: [
      { index: 1, directoryNumber: first },
      { index: 2, directoryNumber: second },
    ],
    speedDials: [{ index: 1, number: "5001" }],
  });
  await visitPhone(page, name);
  await expect(item(page, "Line 2")).toContainText("Button 2");
  await choose(page, "Phone Button Template", "Standard 8841 SIP");
  await expect(item(page, "Line 2")).toContainText("No button");
  await expect(page.getByRole("main")).toContainText("1 line has no button");
  await press(page, "Save");
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toContainText(`Line 2, ${second} (now on button 2)`);
  await expect(dialog).toContainText("The lines stay configured");
  await expect(dialog).toContainText("No longer on a button: CallBack");
  await expect(dialog).not.toContainText("5001");
  await dialog.getByRole("button", { name: "Back to editing" }).click();
  expect((await storedPhone(api, name))?.phoneButtonTemplate).toBe(template);
  await expect(page.getByRole("button", { name: "Phone Button Template" })).toContainText(
    "Standard 8841 SIP",
  );
  await press(page, "Save");
  await dialog.getByRole("button", { name: "Save" }).click();
  await closePressReset(page);
  const stored = await storedPhone(api, name);
  expect(stored?.phoneButtonTemplate).toBe("Standard 8841 SIP");
  expect(stored?.lines.map(({ directoryNumber }) => directoryNumber)).toEqual([first, second]);
});

test("[PH-01] lines are added, shared, moved and taken off, and tell on which button they are", async ({
  page,
  api,
  uniqueName,
}) => {
  const [name, other] = [uniqueDevice(uniqueName), uniqueDevice(uniqueName)];
  const [first, shared] = [`5${uniqueDigits(uniqueName, 6)}`, `4${uniqueDigits(uniqueName, 6)}`];
  const partition = uniqueName("Phones");
  await createObject(api, "partition", { name: partition });
  await createPhone(api, { name: other, lines: [{ index: 1, directoryNumber: shared, partition }] });
  await createPhone(api, { name, lines: [{ index: 1, directoryNumber: first }] });
  await visitPhone(page, name);
  await press(page, "Add line");
  await item(page, "Line 2").getByRole("combobox").fill(shared);
  await page.getByRole("option", { name: shared }).click();
  await expect(item(page, "Line 2").getByRole("button", { name: "Route Partition" })).toContainText(
    partition,
  );
  await expect(item(page, "Line 2")).toContainText(`Shared line, also on ${other}`);
  await item(page, "Line 2").getByRole("button", { name: "Move Line 2 up" }).click();
  await expect(item(page, "Line 1").getByRole("combobox")).toHaveValue(shared);
  await expect(page.getByText("Line 2 is now line 1.")).toBeAttached();
  await expect(page.getByRole("button", { name: "Move Line 1 down" })).toBeFocused();
  await item(page, "Line 1").getByRole("textbox", { name: "Line Text Label" }).fill("Group");
  await saveAndClose(page);
  expect((await storedPhone(api, name))?.lines).toMatchObject([
    { index: 1, directoryNumber: shared, partition, label: "Group" },
    { index: 2, directoryNumber: first, partition: null },
  ]);
  await item(page, "Line 1").getByRole("button", { name: "Remove Line 1" }).click();
  await expect(page.getByRole("button", { name: /^Remove Line/ })).toHaveCount(1);
  await saveAndClose(page);
  expect((await storedPhone(api, name))?.lines).toMatchObject([{ index: 2, directoryNumber: first }]);
});

test("a line without a number, and a number that is there twice, are told at the line and stored nowhere", async ({
  page,
  api,
  uniqueName,
}) => {
  const name = uniqueDevice(uniqueName);
  await createPhone(api, { name });
  await visitPhone(page, name);
  await press(page, "Add line");
  await press(page, "Save");
  await expect(item(page, "Line 2")).toContainText("This is missing");
  const number = await item(page, "Line 1").getByRole("combobox").inputValue();
  await fillNumber(item(page, "Line 2"), number);
  await expect(item(page, "Line 2")).toContainText("is here twice");
  await page.getByRole("alert").getByRole("link").first().click();
  await expect(item(page, "Line 2").getByRole("combobox")).toBeFocused();
  expect((await storedPhone(api, name))?.lines).toMatchObject([{ index: 1, directoryNumber: number }]);
});

test("[PH-01] two people edit the same phone: nothing that either typed is lost, lines included", async ({
  page,
  api,
  uniqueName,
}) => {
  const name = uniqueDevice(uniqueName);
  const [first, second, third] = [1, 2, 3].map((digit) => `3${digit}${uniqueDigits(uniqueName, 5)}`);
  const lines = [
    { index: 1, directoryNumber: first },
    { index: 2, directoryNumber: second },
  ];
  await createPhone(api, { name, lines });
  await visitPhone(page, name);
  await item(page, "Line 1").getByRole("textbox", { name: "Line Text Label" }).fill("mine");
  await page.getByRole("textbox", { name: "Description" }).fill("my words");
  const theirs = [
    lines[0],
    { index: 2, directoryNumber: second, label: "theirs" },
    { index: 3, directoryNumber: third },
  ];
  await changePhone(api, name, { lines: theirs, description: "their words", extensionMobility: true });
  await press(page, "Save");
  const dialog = page.getByRole("alertdialog");
  await expect(dialog.getByRole("region", { name: "Line 1" })).toContainText("Changed by you");
  await expect(dialog.getByRole("region", { name: "Line 2" })).toContainText("Changed by them");
  await expect(dialog.getByRole("region", { name: "Line 3" })).toContainText(third ?? "");
  await expect(dialog.getByRole("region", { name: "Description" })).toContainText("their words");
  await dialog.getByRole("button", { name: "Save" }).click();
  await closePressReset(page);
  expect(await storedPhone(api, name)).toMatchObject({
    description: "my words",
    extensionMobility: true,
    lines: [
      { index: 1, directoryNumber: first, label: "mine" },
      { index: 2, directoryNumber: second, label: "theirs" },
      { index: 3, directoryNumber: third },
    ],
    version: 3,
  });
});

test("[PH-01] each line of a shared number has its own busy trigger; empty it is that of the directory number", async ({
  page,
  api,
  uniqueName,
}) => {
  const [name, other] = [uniqueDevice(uniqueName), uniqueDevice(uniqueName)];
  const shared = `3${uniqueDigits(uniqueName, 6)}`;
  await createObject(api, "directoryNumber", { pattern: shared, busyTrigger: 2, maxCalls: 5 });
  await createPhone(api, { name: other, lines: [{ index: 1, directoryNumber: shared }] });
  await createPhone(api, { name, lines: [{ index: 1, directoryNumber: shared }] });
  await visitPhone(page, name);
  const trigger = item(page, "Line 1").getByRole("textbox", { name: "Busy Trigger" });
  await expect(trigger).toHaveValue("2");
  await trigger.fill("many");
  await press(page, "Save");
  await expect(item(page, "Line 1")).toContainText("This must be a whole number");
  await trigger.fill("201");
  await press(page, "Save");
  await expect(item(page, "Line 1")).toContainText("from 1 to 200");
  await trigger.fill("6");
  await press(page, "Save");
  await expect(item(page, "Line 1")).toContainText(
    "The busy trigger cannot be above the maximum number of calls, 5",
  );
  expect((await storedPhone(api, name))?.lines).toMatchObject([{ busyTrigger: 2, maxCalls: 5 }]);
  await trigger.fill("4");
  await item(page, "Line 1").getByRole("textbox", { name: "Maximum Number of Calls" }).fill("");
  await expect(item(page, "Line 1")).toContainText("Empty: saved as 5, from the directory number.");
  await press(page, "Save");
  await expectStatus(page, "Update successful");
  expect((await storedPhone(api, name))?.lines).toMatchObject([{ busyTrigger: 4, maxCalls: 5 }]);
  expect((await storedPhone(api, other))?.lines).toMatchObject([{ busyTrigger: 2, maxCalls: 5 }]);
});

test("[PH-01] the last line can be taken off: the phone registers, and the page says what it cannot do", async ({
  page,
  api,
  uniqueName,
}) => {
  const name = uniqueDevice(uniqueName);
  await createPhone(api, { name });
  await visitPhone(page, name);
  await item(page, "Line 1").getByRole("button", { name: "Remove Line 1" }).click();
  await expect(page.getByRole("main")).toContainText(
    "The phone registers without a line, but nobody can call it or call with it.",
  );
  await saveAndClose(page);
  expect((await storedPhone(api, name))?.lines).toEqual([]);
  await press(page, "Add line");
  await fillNumber(item(page, "Line 1"), `2${uniqueDigits(uniqueName, 6)}`);
  await saveAndClose(page);
  expect((await storedPhone(api, name))?.lines).toHaveLength(1);
});
