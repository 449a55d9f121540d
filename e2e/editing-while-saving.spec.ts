import { expect, type Page } from "@playwright/test";
import { expectStatus, press } from "./actions/console";
import {
  addSoftkey,
  selectCallState,
  selectedSoftkeys,
  visitLayout,
  visitTemplate,
  words,
} from "./actions/softkey-template";
import { createUser, fieldOf, storedUser, words as userWords, visitUser } from "./actions/user";
import { test } from "./fixtures/test";

const { en } = words;

/** Keeps the next save on its way until it is let go. */
async function holdSave(page: Page): Promise<{ isSent: Promise<unknown>; letGo: () => void }> {
  const { promise: isHeld, resolve: letGo } = Promise.withResolvers<void>();
  await page.route("**/api/v1/**", async (route) => {
    if (route.request().method() === "PATCH") await isHeld;
    await route.continue();
  });
  return { isSent: page.waitForRequest((request) => request.method() === "PATCH"), letGo };
}

test("[SK-09] softkeys that are added while a save is on its way stay on the page, unsaved", async ({
  page,
  api,
  uniqueName,
}) => {
  const name = uniqueName("Slow layout");
  const { callStates } = await api.createSoftkeyTemplate({ name });
  await visitLayout(page, name);
  await selectCallState(page, en.states.onHook);
  await addSoftkey(page, en.callBack);
  const save = await holdSave(page);
  await press(page, en.save);
  await save.isSent;
  await addSoftkey(page, "Undefined");
  const shown = await selectedSoftkeys(page);
  save.letGo();
  await expectStatus(page, en.updateSuccessful);
  expect(await selectedSoftkeys(page)).toEqual(shown);
  const selected = [...callStates["On Hook"], "CallBack"];
  expect((await api.softkeyTemplate(name)).callStates["On Hook"]).toEqual(selected);

  await press(page, en.save);
  await expect
    .poll(async () => (await api.softkeyTemplate(name)).callStates["On Hook"])
    .toEqual([...selected, "Undefined"]);
});

test("[SK-03] what is typed while a save is on its way stays on the page, unsaved", async ({
  page,
  api,
  uniqueName,
}) => {
  const name = uniqueName("Slow form");
  await api.createSoftkeyTemplate({ name, description: "before" });
  await visitTemplate(page, name);
  await page.getByLabel(en.description).fill("sent");
  const save = await holdSave(page);
  await press(page, en.save);
  await save.isSent;
  await page.getByLabel(en.description).fill("typed meanwhile");
  save.letGo();
  await expectStatus(page, en.updateSuccessful);
  await expect(page.getByLabel(en.description)).toHaveValue("typed meanwhile");
  expect(await api.softkeyTemplate(name)).toMatchObject({ description: "sent" });

  await press(page, en.save);
  await expect.poll(async () => (await api.softkeyTemplate(name)).description).toBe("typed meanwhile");
});

test("what is typed into a user while a save is on its way stays on the page, unsaved", async ({
  page,
  api,
  uniqueName,
}) => {
  const name = uniqueName("Slow user");
  await createUser(api, name);
  await visitUser(page, name);
  const fullName = fieldOf(page, userWords.en.fullName);
  await fullName.fill("sent");
  const save = await holdSave(page);
  await press(page, userWords.en.save);
  await save.isSent;
  await fullName.fill("typed meanwhile");
  save.letGo();
  await expectStatus(page, en.updateSuccessful);
  expect(await storedUser(api, name)).toMatchObject({ fullName: "sent" });
  await press(page, userWords.en.save);
  await expect.poll(async () => (await storedUser(api, name))?.fullName).toBe("typed meanwhile");
  await expect(fullName).toHaveValue("typed meanwhile");
});
