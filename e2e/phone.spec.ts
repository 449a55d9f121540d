import { expect } from "@playwright/test";
import { createConfiguration } from "./actions/common-device-configuration";
import { choose, expectStatus, press } from "./actions/console";
import { createObject } from "./actions/objects";
import {
  changePhone,
  closePressReset,
  createPhone,
  deviceName,
  effectiveConfiguration,
  fillNumber,
  findPhone,
  goToEffective,
  goToPhones,
  item,
  saveAndClose,
  sourceOf,
  storedPhone,
  uniqueDevice,
  uniqueDigits,
  visitPhone,
  words,
} from "./actions/phone";
import { createButtons } from "./actions/phone-button-template";
import { test } from "./fixtures/test";

for (const language of ["en", "ko"] as const) {
  const say = words[language];
  test(`[PH-01] [PH-02] [PH-03] [PH-04] the procedures of the guide, in ${language}: find and open the phone, give it a common device configuration, then a softkey template of its own`, async ({
    page,
    api,
    uniqueName,
    prefer,
  }) => {
    await prefer({ language });
    const name = uniqueDevice(uniqueName);
    const [shared, own] = [uniqueName("Shared keys"), uniqueName("Own keys")];
    const configuration = uniqueName("Call Back phones");
    await api.createSoftkeyTemplate({ name: shared });
    await api.createSoftkeyTemplate({ name: own });
    await createConfiguration(api, { name: configuration, softkeyTemplate: shared });
    await createPhone(api, { name });

    // Steps 1 and 2: Device > Phone, Find, choose the phone.
    await findPhone(page, name, say);

    // Steps 3 to 5: the Common Device Configuration drop-down, Save, and what to press then.
    await choose(page, say.commonDeviceConfiguration, configuration);
    expect((await storedPhone(api, name))?.commonDeviceConfiguration).toBeNull();
    await saveAndClose(page, say);
    await expectStatus(page, say.updateSuccessful);
    expect((await storedPhone(api, name))?.commonDeviceConfiguration).toBe(configuration);
    await goToEffective(page, say);
    await expect(sourceOf(page, say.softkeyTemplate)).toContainText(shared);
    await expect(
      sourceOf(page, say.softkeyTemplate).getByRole("link", { name: configuration }),
    ).toBeVisible();

    // The alternative: the Softkey Template drop-down of the phone, which overrides the configuration's.
    await choose(page, say.softkeyTemplate, own);
    await saveAndClose(page, say);
    await expect(sourceOf(page, say.softkeyTemplate)).toContainText(own);
    await expect(sourceOf(page, say.softkeyTemplate)).toContainText(say.thisPhone);
    const effective = await effectiveConfiguration(api, name);
    expect(effective.softkeyTemplate).toEqual({ value: own, source: "phone" });
  });

  test(`[PH-05] a phone button template is chosen, and saving tells to press Reset, in ${language}`, async ({
    page,
    api,
    uniqueName,
    prefer,
  }) => {
    await prefer({ language });
    const [name, template] = [uniqueDevice(uniqueName), uniqueName("Call Back buttons")];
    await createButtons(api, template, "Line", "CallBack", "Speed Dial", "Speed Dial", "Speed Dial");
    await createPhone(api, { name });
    await findPhone(page, name, say);
    await choose(page, say.phoneButtonTemplate, template);
    await press(page, say.save);
    await expect(page.getByRole("dialog")).toContainText(say.pressReset);
    await closePressReset(page, say);
    await expectStatus(page, say.updateSuccessful);
    expect((await storedPhone(api, name))?.phoneButtonTemplate).toBe(template);
    const effective = await effectiveConfiguration(api, name);
    expect(effective.buttons[1]?.feature).toBe("CallBack");
  });

  test(`[PR-02] a locale that is not installed is refused on a phone too, in ${language}`, async ({
    page,
    api,
    uniqueName,
    prefer,
  }) => {
    await prefer({ language });
    const name = uniqueDevice(uniqueName);
    await createPhone(api, { name });
    await visitPhone(page, name);
    const [label, notInstalled] =
      language === "en" ? ["User Locale", "is not installed"] : ["사용자 로캘", "설치되어 있지 않습니다"];
    await choose(page, label, /Korean Korea Republic/);
    await expect(page.getByRole("main")).toContainText(notInstalled);
    await press(page, say.save);
    await expect(page.getByRole("alert").filter({ hasText: notInstalled })).toBeVisible();
    expect((await storedPhone(api, name))?.userLocale).toBeNull();
    await choose(page, label, /English United States/);
    await saveAndClose(page, say);
    expect((await storedPhone(api, name))?.userLocale).toBe("English United States");
  });

  test(`[PH-01] a phone is added as on Unified CM, in ${language}: type and protocol, the MAC address, a new directory number`, async ({
    page,
    api,
    uniqueName,
    prefer,
  }) => {
    await prefer({ language });
    const digits = uniqueDigits(uniqueName, 12);
    const number = `8${digits.slice(-6)}`;
    await goToPhones(page, say);
    await press(page, say.addNew);
    await page.getByRole("button", { name: say.model }).click();
    await page.keyboard.type("7965");
    await page.getByRole("option", { name: "Cisco 7965" }).click();
    await choose(page, say.protocol, "SCCP");
    await press(page, say.next);
    // The address as it is printed below the phone.
    await deviceName(page, say).fill(digits.replaceAll(/(..)(?=.)/g, "$1:"));
    await deviceName(page, say).press("Tab");
    await expect(deviceName(page, say)).toHaveValue(`SEP${digits}`);
    await fillNumber(page.getByRole("main"), number, say);
    await expect(page.getByRole("main")).toContainText(number);
    await press(page, say.save);
    await expectStatus(page, say.addSuccessful);
    await expect(page).toHaveURL(new RegExp(`/device/phone/SEP${digits}$`));
    expect(await storedPhone(api, `SEP${digits}`)).toMatchObject({
      model: "Cisco 7965",
      protocol: "SCCP",
      phoneButtonTemplate: "Standard 7965 SCCP",
      devicePool: "Default",
      lines: [{ index: 1, directoryNumber: number, partition: null }],
    });
    expect((await api.request.get(`/api/v1/directory-numbers/${number}`)).ok()).toBe(true);
  });
}

test("[PH-01] names that no phone of the model can have, and names in use, are told beside the field", async ({
  page,
  api,
  uniqueName,
}) => {
  const taken = uniqueDevice(uniqueName);
  await createPhone(api, { name: taken });
  await page.goto("/device/phone/new");
  await choose(page, words.en.model, "Cisco 8845");
  await press(page, words.en.next);
  await fillNumber(page.getByRole("main"), "8001");
  for (const name of ["", "SEP12345", "Reception", "SEP00000000000G"]) {
    await deviceName(page).fill(name);
    await press(page, "Save");
    await expect(page.getByRole("alert").filter({ hasText: "Device Name" })).toBeVisible();
  }
  await expect(
    page.getByRole("alert").filter({ hasText: "Enter one such as SEP001122334455" }),
  ).toBeVisible();
  await deviceName(page).fill(taken.toLowerCase());
  await press(page, "Save");
  await expect(page.getByRole("alert").filter({ hasText: `The name "${taken}" is in use` })).toBeVisible();
  await expect(deviceName(page)).toHaveValue(taken);
});

test("[PH-04] [PR-08] a phone that cannot have CallBack says so, one that has it says where", async ({
  page,
  api,
  uniqueName,
}) => {
  const [without, having] = [uniqueDevice(uniqueName), uniqueDevice(uniqueName)];
  const template = uniqueName("With key");
  await api.createSoftkeyTemplate({
    name: template,
    callStates: { "On Hook": ["Redial", "NewCall", "CFwdAll", "CallBack"] },
  });
  await createPhone(api, { name: without, model: "Cisco 6911", protocol: "SIP" });
  await createPhone(api, { name: having, softkeyTemplate: template });
  await visitPhone(page, without);
  await goToEffective(page);
  await expect(page.getByRole("main")).toContainText(
    "the Cisco 6911 can have neither the softkey nor the button",
  );
  await expect(page.getByRole("main")).toContainText("Phones of this model have no softkeys");
  await visitPhone(page, having);
  await goToEffective(page);
  await expect(page.getByRole("main")).toContainText("CallBack is available: softkey in On Hook");
  await expect(sourceOf(page, "On Hook")).toContainText("CallBack");
});

test("drop-downs find one of many objects by what is typed, and keep the chosen one", async ({
  page,
  api,
  uniqueName,
}) => {
  const name = uniqueDevice(uniqueName);
  const words = uniqueName("Site");
  const pools = Array.from({ length: 60 }, (_, index) => `${words} ${String(index).padStart(2, "0")}`);
  for (const pool of pools) await createObject(api, "devicePool", { name: pool });
  const last = pools.at(-1) ?? "";
  await createPhone(api, { name });
  await visitPhone(page, name);
  await page.getByRole("button", { name: "Device Pool" }).click();
  await expect(page.getByText("more – type to narrow")).toBeVisible();
  await expect(page.getByRole("option", { name: last })).toHaveCount(0);
  await page.keyboard.type(last);
  await page.getByRole("option", { name: last }).click();
  await expect(page.getByRole("button", { name: "Device Pool" })).toContainText(last);
  await saveAndClose(page);
  expect((await storedPhone(api, name))?.devicePool).toBe(last);
  // Reopened, the chosen one is offered although the first names do not reach so far.
  await page.getByRole("button", { name: "Device Pool" }).click();
  await expect(page.getByRole("option", { name: last })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.type("no such pool");
  await expect(page.getByText("Nothing has “no such pool” in its name.")).toBeVisible();
});

test("a copy has everything of the phone but its name, and shares its lines", async ({
  page,
  api,
  uniqueName,
}) => {
  const [name, copy] = [uniqueDevice(uniqueName), uniqueDevice(uniqueName)];
  await createPhone(api, { name, description: "Original", dnd: { status: true, option: "Call Reject" } });
  await visitPhone(page, name);
  await press(page, "Copy");
  await expect(deviceName(page)).toHaveValue("");
  await expect(item(page, "Line 1")).toContainText(`Shared line, also on ${name}`);
  await deviceName(page).fill(copy);
  await press(page, "Save");
  await expectStatus(page, "Add successful");
  const [one, other] = [await storedPhone(api, name), await storedPhone(api, copy)];
  expect(other).toMatchObject({
    description: "Original",
    dnd: { status: true, option: "Call Reject" },
    version: 1,
  });
  expect(other?.lines).toEqual(one?.lines);
});

test("the history of a phone tells changes of lines in words, and an old revision can be restored", async ({
  page,
  api,
  uniqueName,
}) => {
  const name = uniqueDevice(uniqueName);
  await createPhone(api, { name });
  const lines = (await storedPhone(api, name))?.lines ?? [];
  const second = `2${uniqueDigits(uniqueName, 6)}`;
  const changed = lines.map((line) => ({ ...line, label: "Desk" }));
  await changePhone(api, name, { lines: [...changed, { index: 2, directoryNumber: second }] });
  await visitPhone(page, name, "history");
  const newest = page.getByRole("listitem", { name: "Revision 2" });
  await expect(newest).toContainText("Line 1: Line Text Label changed from (empty) to Desk");
  await expect(newest).toContainText(`Line 2 added: ${second}`);
  await page.getByRole("button", { name: "Restore revision 1" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Restore revision 1" }).click();
  await expectStatus(page, "Revision 1 is restored as revision 3");
  expect((await storedPhone(api, name))?.lines).toHaveLength(1);
});

test("a phone is deleted after asking, and its directory numbers stay", async ({ page, api, uniqueName }) => {
  const name = uniqueDevice(uniqueName);
  await createPhone(api, { name });
  const number = (await storedPhone(api, name))?.lines[0]?.directoryNumber;
  await visitPhone(page, name);
  await press(page, "Delete");
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByRole("heading", { level: 1, name: words.en.findTitle })).toBeVisible();
  expect(await storedPhone(api, name)).toBeNull();
  expect((await api.request.get(`/api/v1/directory-numbers/${number}`)).ok()).toBe(true);
});

test("[PH-01] a phone is found by its directory number in the list, and by its MAC address with Ctrl-K", async ({
  page,
  api,
  uniqueName,
}) => {
  const name = uniqueDevice(uniqueName);
  const number = `1${uniqueDigits(uniqueName, 6)}`;
  await createPhone(api, { name, lines: [{ index: 1, directoryNumber: number }] });
  await goToPhones(page);
  await choose(page, "Device Name", "Directory Number");
  await page.getByRole("textbox").first().fill(number);
  await press(page, "Find");
  await expect(page.getByRole("row").filter({ hasText: name })).toContainText(number);
  await expect(page.getByText("1 record found")).toBeVisible();
  await page.keyboard.press("Control+k");
  const address = name.slice(3).replaceAll(/(..)(?=.)/g, "$1-");
  await page
    .getByRole("dialog")
    .getByRole("searchbox")
    .or(page.getByRole("dialog").getByRole("textbox"))
    .fill(address);
  await page.getByRole("menuitem", { name }).click();
  await expect(deviceName(page)).toHaveValue(name);
});

test("who may only read sees a phone and can change nothing of it", async ({
  page,
  api,
  uniqueName,
  signInAsNew,
}) => {
  const name = uniqueDevice(uniqueName);
  await createPhone(api, { name });
  await signInAsNew("readOnly");
  await visitPhone(page, name);
  await expect(page.getByText("You can look, but not change")).toBeVisible();
  await expect(deviceName(page)).toHaveAttribute("readonly");
  await expect(page.getByRole("button", { name: /^(Save|Add line|Add speed dial|Move)/ })).toHaveCount(0);
});
