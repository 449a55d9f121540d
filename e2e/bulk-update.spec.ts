import { expect } from "@playwright/test";
import type { PhoneDto } from "@/lib/contract/phone";
import { expectEnded } from "./actions/bulk-administration";
import {
  check,
  chooseValue,
  fieldBox,
  filterBy,
  finding,
  newValues,
  typeValue,
  updateNow,
  words,
} from "./actions/bulk-update";
import { countClicks } from "./actions/clicks";
import { press } from "./actions/console";
import { expectRegistered, importPhones } from "./actions/device";
import { createPhone, storedPhone, uniqueDevice } from "./actions/phone";
import type { Api } from "./fixtures/api";
import { live, test } from "./fixtures/test";

type UniqueName = (words: string) => string;

/** A device pool with phones of its own, as a site has. */
async function makeSite(api: Api, uniqueName: UniqueName, phones: number, facts: object = {}) {
  const pool = uniqueName("Site");
  await api.request.post("/api/v1/device-pools", { data: { name: pool } });
  const names = Array.from({ length: phones }, () => uniqueDevice(uniqueName));
  for (const name of names) await createPhone(api, { name, devicePool: pool, ...facts });
  return { pool, names };
}

const stored = async (api: Api, names: readonly string[]) => {
  const phones: (PhoneDto | null)[] = [];
  for (const name of names) phones.push(await storedPhone(api, name));
  return phones;
};

for (const language of ["en", "ko"] as const) {
  const say = words[language];

  test(`phones that are picked in the list are given a value after a check that shows each before and after, in ${language}`, async ({
    page,
    api,
    uniqueName,
    prefer,
  }) => {
    await prefer({ language });
    const { pool, names } = await makeSite(api, uniqueName, 3);
    const [first = "", second = "", third = ""] = names;
    await page.goto(`/device/phone?where=${encodeURIComponent(`devicePool:isExactly:${pool}`)}`);
    for (const name of [first, second]) {
      const row = page.getByRole("row", { name });
      await row.getByRole("checkbox").click({ force: true });
      await expect(row).toHaveAttribute("aria-selected", "true");
    }
    await press(page, say.editSelected);
    await expect(page.getByText(first, { exact: true })).toBeVisible();
    await expect(newValues(page, say).getByRole("checkbox", { checked: true })).toHaveCount(0);

    await typeValue(page, say.owner, "kim", say);
    await expect(fieldBox(page, say.owner, say)).toBeChecked();
    const found = await check(page, say);
    await expect(finding(found, say.change, 2)).toBeChecked();
    await expect(finding(found, say.have, 0)).toBeVisible();
    await expect(finding(found, say.refused, 0)).toBeVisible();
    await expect(found).toContainText(`${say.owner} → kim`);
    await expect(found.getByRole("row", { name: first })).toContainText(`${say.none} → kim`);
    expect(await stored(api, names)).toMatchObject([{ owner: null }, { owner: null }, { owner: null }]);

    await updateNow(page, say);
    await expect(page.getByText(`${say.owner} → kim`)).toBeVisible();
    expect(await stored(api, names)).toMatchObject([{ owner: "kim" }, { owner: "kim" }, { owner: null }]);

    await page.goBack();
    await expect(fieldBox(page, say.owner, say)).toBeChecked();
    await expect(page.getByText(third, { exact: true })).toHaveCount(0);
  });

  test(`what a check refuses is counted with the reason, and left as it is, in ${language}`, async ({
    page,
    api,
    uniqueName,
    prefer,
  }) => {
    await prefer({ language });
    const { pool, names } = await makeSite(api, uniqueName, 1);
    const [has, old] = [uniqueDevice(uniqueName), uniqueDevice(uniqueName)];
    await createPhone(api, { name: has, devicePool: pool, dnd: { status: false, option: "Call Reject" } });
    await createPhone(api, { name: old, devicePool: pool, model: "Cisco 7940", protocol: "SCCP" });
    await page.goto(
      `/bulk-administration/update?where=${encodeURIComponent(`devicePool:isExactly:${pool}`)}`,
    );
    await chooseValue(page, say.dndOption, say.callReject, say);
    const found = await check(page, say);
    await finding(found, say.have, 1).check({ force: true });
    await expect(found.getByRole("row", { name: has })).toBeVisible();
    await finding(found, say.refused, 1).check({ force: true });
    await expect(found.getByRole("row", { name: old })).toBeVisible();
    await expect(found.getByRole("listitem").filter({ hasText: "Cisco 7940" }).first()).toContainText(/^1/);

    await updateNow(page, say);
    const reject = { dnd: { option: "Call Reject" } };
    expect(await stored(api, [...names, has])).toMatchObject([
      { ...reject, version: 2 },
      { ...reject, version: 1 },
    ]);
    expect(await storedPhone(api, old)).toMatchObject({ dnd: { option: "Ringer Off" }, version: 1 });
  });
}

const say = words.en;

test("no field is chosen or emptied unless it is said, and going back keeps what was typed", async ({
  page,
  api,
  uniqueName,
}) => {
  const { pool, names } = await makeSite(api, uniqueName, 2, { description: "Second floor", owner: "kim" });
  const [first = ""] = names;
  await page.goto(`/bulk-administration/update?where=${encodeURIComponent(`devicePool:isExactly:${pool}`)}`);
  const checkButton = page.getByRole("button", { name: "Check", exact: true });
  await expect(checkButton).toBeDisabled();
  await expect(newValues(page).getByRole("checkbox", { checked: true })).toHaveCount(0);

  await fieldBox(page, say.description).check({ force: true });
  await expect(newValues(page)).toContainText("Give the new value, or say that it is to be emptied.");
  await expect(checkButton).toBeDisabled();
  await newValues(page).getByRole("checkbox", { name: say.emptyIt }).check({ force: true });
  await typeValue(page, say.owner, "lee");
  const found = await check(page);
  const row = found.getByRole("row", { name: first });
  await expect(row).toContainText("Second floor → (empty)");
  await expect(row).toContainText("kim → lee");

  await page.goBack();
  await expect(found).toHaveCount(0);
  await expect(newValues(page).getByRole("textbox", { name: say.owner })).toHaveValue("lee");
  await expect(fieldBox(page, say.description)).toBeChecked();
  await fieldBox(page, say.description).uncheck({ force: true });

  await press(page, say.update);
  const question = page.getByRole("alertdialog", { name: "Change 2 objects (Phones) without a check?" });
  await expect(question).toContainText("Owner User ID → lee");
  await expect(question).not.toContainText("Description");
  await question.getByRole("button", { name: "Update" }).click();
  await expectEnded(page, "Done");
  expect(await stored(api, names)).toMatchObject([
    { description: "Second floor", owner: "lee" },
    { description: "Second floor", owner: "lee" },
  ]);

  await press(page, say.changeValues);
  await expect(newValues(page).getByRole("textbox", { name: say.owner })).toHaveValue("lee");
  await expect(page.getByText("2 objects match")).toBeVisible();
});

test("all that match are edited as the list found them; who was changed after the check stays and says so", async ({
  page,
  api,
  uniqueName,
}) => {
  const description = uniqueName("Hall");
  const names = Array.from({ length: 21 }, () => uniqueDevice(uniqueName));
  await importPhones(api, names, description);
  const where = encodeURIComponent(`description:isExactly:${description}`);
  await api.request.patch("/api/v1/list-settings/phone", { data: { rowsPerPage: 20 } });
  await page.goto(`/device/phone?where=${where}`);
  await page.getByRole("columnheader").first().getByRole("checkbox").click({ force: true });
  await press(page, "Select all 21 that match");
  await press(page, say.editSelected);
  await expect(page.getByText("21 objects match")).toBeVisible();
  await typeValue(page, say.owner, "park");
  await expect(finding(await check(page), say.change, 21)).toBeChecked();

  const [moved = ""] = names;
  const before = await storedPhone(api, moved);
  const change = { version: before?.version, description: `${description}, moved` };
  await api.request.patch(`/api/v1/phones/${moved}`, { data: change });
  await page.getByRole("button", { name: /^Update Now/ }).click();
  await expectEnded(page, "Partly done");
  await expect(page.getByRole("region", { name: "Why" })).toContainText("1× It was changed after the check.");
  await expect(page.getByRole("row", { name: moved })).toBeVisible();
  expect(await storedPhone(api, moved)).toMatchObject({ owner: null });
  await api.request.patch("/api/v1/list-settings/phone", { data: { rowsPerPage: 50 } });
});

test("softkeys of a call state are given to many, key by key in the check", async ({
  page,
  api,
  uniqueName,
}) => {
  const name = uniqueName("Given");
  await api.createSoftkeyTemplate({ name });
  await page.goto(
    `/device/device-settings/softkey-template?where=${encodeURIComponent(`name:isExactly:${name}`)}`,
  );
  await page.getByRole("row", { name }).getByRole("checkbox").click({ force: true });
  await press(page, say.editSelected);
  await typeValue(page, "On Hook", "Redial NewCall CFwdAll CallBack");
  const found = await check(page);
  await expect(found.getByRole("row", { name })).toContainText("On Hook: CallBack added at 4");
  await updateNow(page);
  expect((await api.softkeyTemplate(name)).callStates["On Hook"]).toContain("CallBack");
});

test("all phones of a pool are changed after a check with at most 9 clicks from the home page", async ({
  page,
  api,
  uniqueName,
}) => {
  const { pool, names } = await makeSite(api, uniqueName, 2);
  const clicks = await countClicks(page);
  await page.goto("/");
  await page.getByRole("navigation").getByRole("link", { name: say.menu, exact: true }).click();
  await live(page);
  await filterBy(page, "Device Name Field", say.devicePool, pool);
  await expect(page.getByText("2 objects match")).toBeVisible();
  await chooseValue(page, say.softkeyTemplate, "Standard Feature");
  await expect(finding(await check(page), say.change, 2)).toBeChecked();
  await updateNow(page);
  expect(await stored(api, names)).toMatchObject([
    { softkeyTemplate: "Standard Feature" },
    { softkeyTemplate: "Standard Feature" },
  ]);
  const used = await clicks();
  expect(used).toBeGreaterThan(5);
  expect(used).toBeLessThanOrEqual(9);
});

test("CallBack is on the phones of a site, applied, with at most 14 clicks from the home page", async ({
  page,
  api,
  uniqueName,
}) => {
  const template = uniqueName("With CallBack");
  const softkeys = ["Redial", "NewCall", "CFwdAll", "CallBack"] as const;
  await api.createSoftkeyTemplate({ name: template, callStates: { "On Hook": [...softkeys] } });
  const { pool, names } = await makeSite(api, uniqueName, 2);
  await expectRegistered(api, ...names);
  const clicks = await countClicks(page);
  await page.goto("/");
  await page.getByRole("navigation").getByRole("link", { name: say.menu, exact: true }).click();
  await live(page);
  await filterBy(page, "Device Name Field", say.devicePool, pool);
  await expect(page.getByText("2 objects match")).toBeVisible();
  await chooseValue(page, say.softkeyTemplate, template);
  await expect(finding(await check(page), say.change, 2)).toBeChecked();
  await updateNow(page);
  await press(page, "Apply Config");
  const sheet = page.getByRole("dialog", { name: /^Apply Config: / });
  await sheet.getByRole("button", { name: "Apply to 2 phones" }).click();
  const line = page.getByRole("region", { name: "Apply Config: 2 phones" });
  await expect(line.getByRole("status")).toContainText("has finished.", { timeout: 30_000 });
  for (const name of names) {
    const answer = await api.request.get(`/api/v1/phones/${name}/effective-configuration`);
    const onHook = JSON.stringify(await answer.json());
    expect(onHook).toContain("CallBack");
  }
  const used = await clicks();
  expect(used).toBeGreaterThan(7);
  expect(used).toBeLessThanOrEqual(14);
});
