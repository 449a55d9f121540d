import { expect } from "@playwright/test";
import {
  changeConfiguration,
  createConfiguration,
  goToConfigurations,
  nameField,
  storedConfiguration,
  visitConfiguration,
  words,
} from "./actions/common-device-configuration";
import { choose, expectStatus, press } from "./actions/console";
import { test } from "./fixtures/test";

for (const language of ["en", "ko"] as const) {
  const say = words[language];
  test(`[CD-01] [CD-02] the procedure of the guide, in ${language}: add a configuration, find and open it, associate a softkey template, save`, async ({
    page,
    api,
    uniqueName,
    prefer,
  }) => {
    await prefer({ language });
    const name = uniqueName(language === "ko" ? "콜백 구성" : "Call Back phones");
    const template = uniqueName("Call Back keys");
    await api.createSoftkeyTemplate({ name: template });

    // Step 2: Add New, Name, Save.
    await goToConfigurations(page, say);
    await press(page, say.addNew);
    await nameField(page, say).fill(name);
    expect(await storedConfiguration(api, name)).toBeNull();
    await press(page, say.save);
    await expectStatus(page, say.addSuccessful);

    // Step 3: Find with search criteria, and open.
    await goToConfigurations(page, say);
    await page.getByRole("textbox").first().fill(name);
    await press(page, say.find);
    await page.getByRole("main").getByRole("link", { name, exact: true }).click();
    await expect(nameField(page, say)).toHaveValue(name);

    // Steps 4 and 5: the Softkey Template drop-down, Save.
    await choose(page, say.softkeyTemplate, template);
    expect((await storedConfiguration(api, name))?.softkeyTemplate).toBeNull();
    await press(page, say.save);
    await expectStatus(page, say.updateSuccessful);
    expect((await storedConfiguration(api, name))?.softkeyTemplate).toBe(template);
  });
}

for (const [language, notInstalled, userLocale] of [
  ["en", "is not installed", "User Locale"],
  ["ko", "설치되어 있지 않습니다", "사용자 로캘"],
] as const) {
  test(`[PR-02] a locale that is not installed is refused as soon as it is chosen, and never stored, in ${language}`, async ({
    page,
    api,
    uniqueName,
    prefer,
  }) => {
    const say = words[language];
    await prefer({ language });
    const name = uniqueName("Locale");
    await createConfiguration(api, { name });
    await visitConfiguration(page, name);
    await choose(page, userLocale, /Korean Korea Republic/);
    await expect(page.getByRole("main")).toContainText(notInstalled);
    await press(page, say.save);
    await expect(page.getByRole("alert").filter({ hasText: notInstalled })).toBeVisible();
    expect((await storedConfiguration(api, name))?.userLocale).toBeNull();

    await choose(page, userLocale, /English United States/);
    await expect(page.getByText(notInstalled)).toHaveCount(0);
    await press(page, say.save);
    await expectStatus(page, say.updateSuccessful);
    expect((await storedConfiguration(api, name))?.userLocale).toBe("English United States");
  });
}

test("[CD-01] a new configuration has the defaults of every field, and limits are told beside the field", async ({
  page,
  api,
  uniqueName,
}) => {
  const name = uniqueName("Defaults");
  await page.goto("/device/device-settings/common-device-configuration/new");
  await nameField(page).fill(name);
  const source = page.getByLabel("User Hold MOH Audio Source");
  await source.fill("many");
  await press(page, "Save");
  await expect(page.getByRole("alert").filter({ hasText: "from 1 to 501" })).toBeVisible();
  expect(await storedConfiguration(api, name)).toBeNull();
  await source.fill("12");
  await choose(page, "MLPP Preemption", "Forceful");
  await press(page, "Save");
  await expectStatus(page, "Add successful");
  expect(await storedConfiguration(api, name)).toMatchObject({
    softkeyTemplate: null,
    userLocale: null,
    networkLocale: null,
    userHoldMohAudioSourceId: 12,
    networkHoldMohAudioSourceId: null,
    preemption: "Forceful",
    ipAddressingMode: "IPv4 and IPv6",
    useTrustedRelayPoint: false,
  });
});

test("a copy has every field of the other one but its name", async ({ page, api, uniqueName }) => {
  const [name, copy] = [uniqueName("Original"), uniqueName("Copy")];
  await createConfiguration(api, { name, userHoldMohAudioSourceId: 7, useTrustedRelayPoint: true });
  await visitConfiguration(page, name);
  await press(page, "Copy");
  await expect(nameField(page)).toHaveValue("");
  await nameField(page).fill(copy);
  await press(page, "Save");
  await expectStatus(page, "Add successful");
  const fields = { userHoldMohAudioSourceId: 7, useTrustedRelayPoint: true, version: 1 };
  expect(await storedConfiguration(api, copy)).toMatchObject(fields);
});

test("when somebody else saved first, both changes are shown and the chosen ones are stored", async ({
  page,
  api,
  uniqueName,
}) => {
  const name = uniqueName("Both");
  await createConfiguration(api, { name });
  await visitConfiguration(page, name);
  await page.getByRole("textbox", { name: "Description" }).fill("mine");
  await changeConfiguration(api, name, { description: "theirs", mlppDomainId: "12" });
  await press(page, "Save");
  const dialog = page.getByRole("alertdialog");
  await expect(dialog.getByRole("region", { name: "Description" })).toContainText("theirs");
  await expect(dialog.getByRole("region", { name: "MLPP Domain" })).toContainText("Changed by them");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expectStatus(page, "Update successful");
  const stored = await storedConfiguration(api, name);
  expect(stored).toMatchObject({ description: "mine", mlppDomainId: "12", version: 3 });
});

test("the history tells the changes in words, and an old revision can be restored", async ({
  page,
  api,
  uniqueName,
}) => {
  const name = uniqueName("History");
  await createConfiguration(api, { name, mlppIndicationStatus: "Off" });
  await changeConfiguration(api, name, { mlppIndicationStatus: "On" });
  await visitConfiguration(page, name, "history");
  const newest = page.getByRole("listitem", { name: "Revision 2" });
  await expect(newest).toContainText("MLPP Indication changed from Off to On");
  await page.getByRole("button", { name: "Restore revision 1" }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toContainText("MLPP Indication changed from On to Off");
  await dialog.getByRole("button", { name: "Restore revision 1" }).click();
  await expectStatus(page, "Revision 1 is restored as revision 3");
  const stored = await storedConfiguration(api, name);
  expect(stored).toMatchObject({ mlppIndicationStatus: "Off", version: 3 });
});

test("[CD-02] a softkey template that a configuration uses names it and cannot be deleted", async ({
  page,
  api,
  uniqueName,
}) => {
  const [name, template] = [uniqueName("User"), uniqueName("Used")];
  await api.createSoftkeyTemplate({ name: template });
  await createConfiguration(api, { name, softkeyTemplate: template });
  await page.goto(`/device/device-settings/softkey-template/${encodeURIComponent(template)}`);
  await press(page, "Delete");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("is used by 1 object");
  await dialog.getByRole("link", { name }).click();
  await expect(nameField(page)).toHaveValue(name);
  expect(await api.hasSoftkeyTemplate(template)).toBe(true);
});

test("a configuration that nothing uses is deleted after asking", async ({ page, api, uniqueName }) => {
  const name = uniqueName("Unused");
  await createConfiguration(api, { name });
  await visitConfiguration(page, name, "dependency-records");
  await expect(page.getByText("Nothing uses this configuration")).toBeVisible();
  await visitConfiguration(page, name);
  await press(page, "Delete");
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByRole("heading", { level: 1, name: words.en.findTitle })).toBeVisible();
  expect(await storedConfiguration(api, name)).toBeNull();
});

test("who may only read sees a configuration and is told why nothing can be changed", async ({
  page,
  api,
  uniqueName,
  signInAsNew,
}) => {
  const name = uniqueName("Readable");
  await createConfiguration(api, { name });
  await signInAsNew("readOnly");
  await visitConfiguration(page, name);
  await expect(page.getByText("You can look, but not change")).toBeVisible();
  await expect(page.getByRole("button", { name: "Save" })).toHaveCount(0);
  await expect(nameField(page)).toHaveAttribute("readonly");
});
