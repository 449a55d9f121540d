import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";
import { choose, expectStatus, followRelatedLink, itemIn, listNamed, press } from "./actions/console";
import {
  addSoftkey,
  goToSoftkeyTemplates,
  openTemplate,
  selectCallState,
  selectedSoftkeys,
  visitLayout,
  visitTemplate,
  words,
} from "./actions/softkey-template";
import { test } from "./fixtures/test";

for (const language of ["en", "ko"] as const) {
  const say = words[language];
  test(`[SK-02] [SK-03] [SK-06] [SK-07] [SK-08] [SK-09] the procedure of the guide, in ${language}: copy a standard template, add CallBack in three call states, save`, async ({
    page,
    api,
    uniqueName,
    prefer,
  }) => {
    await prefer({ language });
    const name = uniqueName(language === "ko" ? "콜백 사용자" : "Call Back user");
    await goToSoftkeyTemplates(page, say);

    // Step 2: Add New, a default template, Copy, a new name, Save.
    await press(page, say.addNew);
    await choose(page, say.basedOn, "Standard User");
    await press(page, say.copy);
    await page.getByLabel(say.name).fill(name);
    expect(await api.hasSoftkeyTemplate(name)).toBe(false);
    await press(page, say.save);
    await expectStatus(page, say.addSuccessful);

    // Step 3: Find with search criteria, and open.
    await goToSoftkeyTemplates(page, say);
    await page.getByRole("textbox").first().fill(name);
    await press(page, say.find);
    await openTemplate(page, name, say);

    // Steps 5 to 8: Related Links, Configure Softkey Layout, Go; the key in three call states.
    await followRelatedLink(page, say.configureLayout, language);
    await expect(page.getByRole("heading", { level: 1, name: say.layoutTitle })).toBeVisible();
    for (const state of Object.values(say.states)) {
      await selectCallState(page, state, say);
      await addSoftkey(page, say.callBack, say);
    }
    const { callStates: before } = await api.softkeyTemplate(name);
    expect(Object.values(before).flat()).not.toContain("CallBack");

    // Step 9: Save.
    await press(page, say.save);
    await expectStatus(page, say.updateSuccessful);
    const { callStates: after } = await api.softkeyTemplate(name);
    expect(after["On Hook"]).toEqual([...before["On Hook"], "CallBack"]);
    expect(after["Ring Out"]).toEqual([...before["Ring Out"], "CallBack"]);
    expect(after["Connected Transfer"]).toEqual([...before["Connected Transfer"], "CallBack"]);
  });
}

test("[SK-01] CallBack is offered in On Hook, Ring Out and Connected Transfer, and in no other call state", async ({
  page,
  api,
  uniqueName,
}) => {
  const name = uniqueName("Offered");
  const { callStates } = await api.createSoftkeyTemplate({ name });
  await visitLayout(page, name);
  const offered: string[] = [];
  for (const state of Object.keys(callStates)) {
    await selectCallState(page, `${state} \\d`);
    await expect(listNamed(page, words.en.unselected).getByRole("row").first()).toBeVisible();
    const count = await itemIn(listNamed(page, words.en.unselected), words.en.callBack).count();
    if (count > 0) offered.push(state);
  }
  expect(offered.sort()).toEqual(["Connected Transfer", "On Hook", "Ring Out"]);
});

test("[SK-04] the default mark moves: checking it on one template takes it from the other", async ({
  page,
  api,
  uniqueName,
}) => {
  const [first, second] = [uniqueName("Default"), uniqueName("Default")];
  await api.createSoftkeyTemplate({ name: first, isDefault: true });
  await api.createSoftkeyTemplate({ name: second });
  await visitTemplate(page, second);
  await page.getByText(words.en.isDefault, { exact: true }).click();
  await press(page, words.en.save);
  await expectStatus(page, words.en.updateSuccessful);
  expect((await api.softkeyTemplate(second)).isDefault).toBe(true);
  expect((await api.softkeyTemplate(first)).isDefault).toBe(false);
  await api.updateSoftkeyTemplate("Standard User", { isDefault: true });
});

test("[SK-05] the default template cannot be deleted until the designation is removed", async ({
  page,
  api,
  uniqueName,
}) => {
  const name = uniqueName("Undeletable");
  await api.createSoftkeyTemplate({ name, isDefault: true });
  await visitTemplate(page, name);
  await press(page, words.en.delete);
  await expect(page.getByRole("alertdialog").or(page.getByRole("dialog"))).toContainText(/default/i);
  await page.keyboard.press("Escape");
  expect(await api.hasSoftkeyTemplate(name)).toBe(true);

  await page.getByText(words.en.isDefault, { exact: true }).click();
  await press(page, words.en.save);
  await expectStatus(page, words.en.updateSuccessful);
  await press(page, words.en.delete);
  await page
    .getByRole("alertdialog")
    .or(page.getByRole("dialog"))
    .getByRole("button", { name: words.en.delete })
    .click();
  await expect(page.getByRole("heading", { level: 1, name: words.en.findTitle })).toBeVisible();
  expect(await api.hasSoftkeyTemplate(name)).toBe(false);
});

test("[SK-08] the arrows put a softkey where it belongs and take it back", async ({
  page,
  api,
  uniqueName,
}) => {
  const name = uniqueName("Arrows");
  await api.createSoftkeyTemplate({ name });
  await visitLayout(page, name);
  await selectCallState(page, "On Hook");
  expect(await selectedSoftkeys(page)).toEqual(
    ["Redial", "NewCall", "CFwdAll"].map((key) => expect.stringContaining(key)),
  );
  await addSoftkey(page, words.en.callBack);
  await page.getByRole("button", { name: words.en.up }).click();
  await page.getByRole("button", { name: words.en.up }).click();
  await expect(listNamed(page, words.en.selected).getByRole("row").nth(1)).toContainText("CallBack");
  await page.getByRole("button", { name: words.en.down }).click();
  await expect(listNamed(page, words.en.selected).getByRole("row").nth(2)).toContainText("CallBack");
  await press(page, words.en.save);
  await expectStatus(page, words.en.updateSuccessful);
  expect((await api.softkeyTemplate(name)).callStates["On Hook"]).toEqual([
    "Redial",
    "NewCall",
    "CallBack",
    "CFwdAll",
  ]);

  await itemIn(listNamed(page, words.en.selected), words.en.callBack).click();
  await page.getByRole("button", { name: words.en.remove }).click();
  await expect(itemIn(listNamed(page, words.en.unselected), words.en.callBack)).toHaveCount(1);
  await press(page, words.en.save);
  await expect
    .poll(async () => (await api.softkeyTemplate(name)).callStates["On Hook"])
    .toEqual(["Redial", "NewCall", "CFwdAll"]);
});

test("[SK-08] a mandatory softkey cannot be taken back, and the page says why", async ({
  page,
  api,
  uniqueName,
}) => {
  const name = uniqueName("Mandatory");
  await api.createSoftkeyTemplate({ name });
  await visitLayout(page, name);
  await selectCallState(page, "On Hook");
  await itemIn(listNamed(page, words.en.selected), "NewCall").click();
  await page.getByRole("button", { name: words.en.remove }).click();
  await expect(page.getByRole("status").filter({ hasText: /NewCall/ })).toBeVisible();
  await expect(itemIn(listNamed(page, words.en.selected), "NewCall")).toHaveCount(1);
});

test("[SK-08] the layout is edited with the keyboard alone", async ({ page, api, uniqueName }) => {
  const name = uniqueName("Keyboard");
  await api.createSoftkeyTemplate({ name });
  await visitLayout(page, name);
  await page.getByRole("button", { name: words.en.callState }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type("On Hook");
  await page.keyboard.press("Enter");

  const unselected = listNamed(page, words.en.unselected);
  await unselected.getByRole("row").first().focus();
  await page.keyboard.type("Call Back");
  await expect(itemIn(unselected, words.en.callBack)).toBeFocused();
  await page.keyboard.press("Enter");
  const added = itemIn(listNamed(page, words.en.selected), words.en.callBack);
  await expect(added).toBeFocused();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(added).toBeFocused();
  await expect(page.getByRole("status").filter({ hasText: /CallBack.*3.*4/ })).toBeVisible();
  await page.keyboard.press("Control+s");
  await expectStatus(page, words.en.updateSuccessful);
  expect((await api.softkeyTemplate(name)).callStates["On Hook"]).toEqual([
    "Redial",
    "NewCall",
    "CallBack",
    "CFwdAll",
  ]);
});

test("[SK-09] nothing is stored before Save, and leaving asks first", async ({ page, api, uniqueName }) => {
  const name = uniqueName("Unsaved");
  const before = await api.createSoftkeyTemplate({ name });
  await visitLayout(page, name);
  await selectCallState(page, "On Hook");
  await addSoftkey(page, words.en.callBack);
  await selectCallState(page, "Ring Out");
  await addSoftkey(page, words.en.callBack);
  await page.getByRole("navigation").getByRole("link", { name: "User", exact: true }).click();
  const question = page.getByRole("alertdialog").or(page.getByRole("dialog"));
  await expect(question).toContainText("Leave without saving?");
  await question.getByRole("button", { name: "Stay on this page" }).click();
  await expect(itemIn(listNamed(page, words.en.selected), words.en.callBack)).toHaveCount(1);
  expect(await api.softkeyTemplate(name)).toEqual(before);
});

test("[SK-02] a standard template is only copied: its fields cannot be changed", async ({ page }) => {
  await visitTemplate(page, "Standard Feature");
  await expect(page.getByLabel(words.en.name)).toHaveAttribute("readonly", "");
  await press(page, words.en.copy);
  await expect(page.getByLabel(words.en.name)).toBeEditable();
});

for (const language of ["en", "ko"] as const)
  test(`the softkey file of a template, which its phones download, is saved from its page, in ${language}`, async ({
    page,
    api,
    uniqueName,
    prefer,
  }) => {
    const name = uniqueName("File");
    await api.createSoftkeyTemplate({ name, callStates: { "On Hook": ["NewCall", "CallBack"] } });
    await prefer({ language });
    await visitTemplate(page, name, words[language]);
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: words[language].softkeyFile }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^SK.+\.xml$/);
    expect(await readFile(await file.path(), "utf8")).toMatch(
      /<softKeySet id="On Hook">\s*<softKey keyID="NewCall"\/>\s*<softKey keyID="CallBack"\/>\s*<\/softKeySet>/,
    );
  });

test("a name that is taken is refused beside the field and nothing typed is lost", async ({
  page,
  api,
  uniqueName,
}) => {
  const name = uniqueName("Taken");
  await api.createSoftkeyTemplate({ name });
  await page.goto("/device/device-settings/softkey-template/new?copyOf=Standard%20User");
  await page.getByLabel(words.en.name).fill(name.toUpperCase());
  await page.getByLabel(words.en.description).fill("kept");
  await press(page, words.en.save);
  await expect(page.getByRole("main")).toContainText("is in use");
  await expect(page.getByLabel(words.en.description)).toHaveValue("kept");
  await page.getByLabel(words.en.name).fill('Not <allowed> & "quoted"');
  await press(page, words.en.save);
  await expect(page.getByRole("main")).toContainText("These characters are not allowed");
});
