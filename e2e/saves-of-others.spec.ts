import { expect, type Page } from "@playwright/test";
import { expectStatus, press } from "./actions/console";
import {
  changeObject,
  createObject,
  deleteObject,
  field,
  words as objectWords,
  storedObject,
  visitObject,
} from "./actions/objects";
import {
  addSoftkey,
  selectCallState,
  selectedSoftkeys,
  visitLayout,
  words,
} from "./actions/softkey-template";
import { changeUser, createUser, storedUser } from "./actions/user";
import type { Api } from "./fixtures/api";
import { test } from "./fixtures/test";

const say = {
  en: {
    saved: "admin has saved this partition",
    typedStays: "What you have typed is kept, and not saved.",
    shown: "This page shows it.",
    stillShown: "This page shows it as it was, with everything that you have typed.",
    showChanges: "Show Changes",
    reload: "Reload",
    discard: "Discard and Reload",
    back: "Back to editing",
    deleted: "admin has deleted this partition",
    renamed: (name: string) => `admin has renamed this partition to ${name}`,
    open: (name: string) => `Open ${name}`,
    openHistory: "Open its history",
    leave: "Leave without saving",
  },
  ko: {
    saved: "admin 사용자가 이 파티션 항목을 저장했습니다",
    typedStays: "입력한 내용은 그대로 있으며 아직 저장되지 않았습니다.",
    shown: "이 페이지에 저장된 내용이 표시되어 있습니다.",
    stillShown: "이 페이지에는 이전 내용과 입력한 내용이 그대로 표시되어 있습니다.",
    showChanges: "변경 내용 보기",
    reload: "다시 불러오기",
    discard: "버리고 다시 불러오기",
    back: "편집으로 돌아가기",
    deleted: "admin 사용자가 이 파티션 항목을 삭제했습니다",
    renamed: (name: string) => `admin 사용자가 이 파티션 항목의 이름을 ${name}(으)로 바꾸었습니다`,
    open: (name: string) => `${name} 열기`,
    openHistory: "변경 이력 열기",
    leave: "저장하지 않고 나가기",
  },
} as const;

/** Opens the page of a partition that somebody else has made. */
async function lookAtPartition(page: Page, api: Api, uniqueName: (words: string) => string): Promise<string> {
  const name = uniqueName("Partition");
  await createObject(api, "partition", { name });
  await visitObject(page, "partition", name);
  return name;
}

/** What is told of somebody else in the corner of the page. */
const toast = (page: Page, title: string) => page.locator("#toasts").getByRole("region", { name: title });

for (const language of ["en", "ko"] as const) {
  const { description: label, save, updateSuccessful } = objectWords[language];
  const told = say[language];

  test(`whoever has typed something is told, before they save, that somebody else has saved: both changes are shown to choose from (${language})`, async ({
    page,
    api,
    uniqueName,
    prefer,
    signInAsNew,
  }) => {
    await signInAsNew("superUser");
    await prefer({ language });
    const name = await lookAtPartition(page, api, uniqueName);
    await field(page, label).fill("mine");
    await changeObject(api, "partition", name, { description: "theirs" });
    await expect(toast(page, told.saved)).toContainText(told.typedStays);
    await expect(page.locator("#toasts")).toHaveAttribute("aria-live", "polite");
    // It comes by itself, and takes nothing from who types.
    await expect(field(page, label)).toBeFocused();
    await expect(field(page, label)).toHaveValue("mine");
    await toast(page, told.saved).getByRole("button", { name: told.showChanges }).click();
    const dialog = page.getByRole("alertdialog");
    await expect(dialog).toContainText("theirs");
    await expect(dialog).toContainText("mine");
    await dialog.getByRole("button", { name: told.back }).click();
    await expect(field(page, label)).toHaveValue("mine");
    await toast(page, told.saved).getByRole("button", { name: told.showChanges }).click();
    await dialog.getByRole("button", { name: save, exact: true }).click();
    await expectStatus(page, updateSuccessful);
    await expect(toast(page, told.saved)).toHaveCount(0);
    expect(await storedObject(api, "partition", name)).toMatchObject({ description: "mine", version: 3 });
  });

  test(`reloading takes what somebody else has saved, and asks before it discards what was typed (${language})`, async ({
    page,
    api,
    uniqueName,
    prefer,
    signInAsNew,
  }) => {
    await signInAsNew("superUser");
    await prefer({ language });
    const name = await lookAtPartition(page, api, uniqueName);
    await field(page, label).fill("mine");
    await changeObject(api, "partition", name, { description: "theirs" });
    await toast(page, told.saved).getByRole("button", { name: told.reload }).click();
    const dialog = page.getByRole("alertdialog");
    await expect(dialog.getByRole("button", { name: told.back })).toBeFocused();
    await dialog.getByRole("button", { name: told.back }).click();
    await expect(field(page, label)).toHaveValue("mine");
    await toast(page, told.saved).getByRole("button", { name: told.reload }).click();
    await dialog.getByRole("button", { name: told.discard }).click();
    await expect(field(page, label)).toHaveValue("theirs");
    await expect(toast(page, told.saved)).toHaveCount(0);
    await field(page, label).fill("on top of theirs");
    await press(page, save);
    await expectStatus(page, updateSuccessful);
    expect(await storedObject(api, "partition", name)).toMatchObject({
      description: "on top of theirs",
      version: 3,
    });
  });

  test(`a page on which nothing is typed shows what somebody else saves, and says so (${language})`, async ({
    page,
    api,
    uniqueName,
    prefer,
    signInAsNew,
  }) => {
    await signInAsNew("superUser");
    await prefer({ language });
    const name = await lookAtPartition(page, api, uniqueName);
    await field(page, label).focus();
    await changeObject(api, "partition", name, { description: "theirs" });
    await expect(toast(page, told.saved)).toContainText(told.shown);
    await expect(field(page, label)).toHaveValue("theirs");
    await toast(page, told.saved).getByRole("link", { name: told.showChanges }).click();
    await expect(page).toHaveURL(/\/history$/);
  });

  test(`that somebody deletes or renames the object is told with the way to it; what was typed stays (${language})`, async ({
    page,
    api,
    uniqueName,
    prefer,
    signInAsNew,
  }) => {
    const [other, gone] = [uniqueName("Renamed"), uniqueName("Deleted")];
    await createObject(api, "partition", { name: gone });
    await signInAsNew("superUser");
    await prefer({ language });
    const name = await lookAtPartition(page, api, uniqueName);
    const followed = page.waitForResponse((response) => response.url().includes("/api/v1/events"));
    await field(page, label).fill("mine");
    await followed;
    await changeObject(api, "partition", name, { name: other });
    await expect(toast(page, told.renamed(other))).toBeVisible();
    await expect(field(page, label)).toHaveValue("mine");
    await toast(page, told.renamed(other))
      .getByRole("link", { name: told.open(other) })
      .click();
    await page.getByRole("alertdialog").getByRole("button", { name: told.leave }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(other);

    await visitObject(page, "partition", gone);
    await field(page, label).fill("mine");
    await deleteObject(api, "partition", gone);
    await expect(toast(page, told.deleted)).toBeVisible();
    await expect(field(page, label)).toHaveValue("mine");
    await field(page, label).fill("");
    await toast(page, told.deleted).getByRole("link", { name: told.openHistory }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(gone);
  });
}

test("softkeys that were moved stay when somebody else saves the layout, and can be compared", async ({
  page,
  api,
  uniqueName,
}) => {
  const { en } = words;
  const name = uniqueName("Layout");
  const { callStates } = await api.createSoftkeyTemplate({ name });
  await visitLayout(page, name);
  await selectCallState(page, en.states.onHook);
  await addSoftkey(page, en.callBack);
  const shown = await selectedSoftkeys(page);
  await api.updateSoftkeyTemplate(name, { callStates: { "Ring Out": ["EndCall", "CallBack"] } });
  // The same person, by another way.
  const own = toast(page, "You have saved this softkey template elsewhere");
  await expect(own).toBeVisible();
  expect(await selectedSoftkeys(page)).toEqual(shown);
  await own.getByRole("button", { name: "Show Changes" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Save" }).click();
  await expectStatus(page, en.updateSuccessful);
  expect((await api.softkeyTemplate(name)).callStates).toMatchObject({
    "On Hook": [...callStates["On Hook"], "CallBack"],
    "Ring Out": ["EndCall", "CallBack"],
  });
  await expect(own).toHaveCount(0);
});

test("what a page itself saves, renames and deletes is told by its status alone", async ({
  page,
  api,
  uniqueName,
}) => {
  const [name, other] = [uniqueName("Own"), uniqueName("Own renamed")];
  await createObject(api, "partition", { name });
  await visitObject(page, "partition", name);
  await page.evaluate(() => {
    const place = document.getElementById("toasts") ?? document.body;
    new MutationObserver(() => {
      document.body.dataset.told = place.textContent ?? "";
    }).observe(place, { childList: true });
  });
  const streamed = page.waitForResponse((response) => response.url().includes("/api/v1/events"));
  await field(page, "Description").fill("one");
  await streamed;
  await press(page, "Save");
  await expectStatus(page, "Version 2 is stored");
  await field(page, "Name").fill(other);
  await press(page, "Save");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(other);
  await expectStatus(page, "Version 3 is stored");
  await press(page, "Delete");
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
  await expectStatus(page, "Delete successful");
  await expect(page.locator("body[data-told]")).toHaveCount(0);
});

for (const language of ["en", "ko"] as const) {
  const { save, updateSuccessful } = objectWords[language];
  const told = say[language];
  const [busy, guard] = ["Callback Service Duration Busy", "Callback Guard Time"];
  const others = {
    en: { parameter: "admin has saved a service parameter", minutes: "75 minutes", close: "Close", guard },
    ko: {
      parameter: "admin 사용자가 서비스 매개변수 1개를 저장했습니다",
      minutes: "75분",
      close: "닫기",
      guard: "콜백 보호 시간",
    },
  }[language];

  test(`that somebody else has saved a service parameter is told: the page shows it, or both when something is typed over it (${language})`, async ({
    page,
    api,
    prefer,
    signInAsNew,
  }) => {
    await signInAsNew("superUser");
    await prefer({ language });
    const value = (name: string) => page.getByRole("main").locator(`#parameter-${name.replaceAll(" ", "-")}`);
    await page.goto("/system/service-parameters");
    await value(busy).fill("45");
    await changeObject(api, "serviceParameter", guard, { value: 7 });
    await expect(toast(page, others.parameter)).toContainText(told.shown);
    await expect(value(guard)).toHaveValue("7");
    await expect(value(busy)).toHaveValue("45");
    await changeObject(api, "serviceParameter", busy, { value: 75 });
    await expect(toast(page, others.parameter)).toContainText(told.typedStays);
    await toast(page, others.parameter).getByRole("button", { name: told.showChanges }).click();
    const dialog = page.getByRole("alertdialog");
    await expect(dialog).toContainText(others.minutes);
    await dialog.getByRole("button", { name: told.back }).click();
    await toast(page, others.parameter).getByRole("button", { name: told.reload }).click();
    await dialog.getByRole("button", { name: told.discard }).click();
    await expect(value(busy)).toHaveValue("75");
    // The other one is told still.
    await expect(toast(page, others.parameter)).toContainText(others.guard);
    await toast(page, others.parameter).getByRole("button", { name: others.close }).click();
    await expect(toast(page, others.parameter)).toHaveCount(0);
    // What the page itself saves is told by its status alone.
    await value(busy).fill("60");
    await value(guard).fill("0");
    await press(page, save);
    await expectStatus(page, updateSuccessful);
    await expect(page.locator("#toasts").getByRole("region")).toHaveCount(0);
  });

  const users = {
    en: {
      fullName: "Full Name",
      saved: "admin has saved this user",
      renamed: (name: string) => `admin has renamed this user to ${name}`,
      deleted: "admin has deleted this user",
    },
    ko: {
      fullName: "전체 이름",
      saved: "admin 사용자가 이 사용자 정보를 저장했습니다",
      renamed: (name: string) => `admin 사용자가 이 사용자의 이름을 ${name}(으)로 바꾸었습니다`,
      deleted: "admin 사용자가 이 사용자를 삭제했습니다",
    },
  }[language];

  test(`that somebody else has saved, renamed or deleted a user is told who looks at that user; what was typed stays (${language})`, async ({
    page,
    api,
    uniqueName,
    prefer,
    signInAsNew,
  }) => {
    await signInAsNew("superUser");
    await prefer({ language });
    const [name, renamed] = [uniqueName("Kim"), uniqueName("Lee")];
    await createUser(api, name);
    await page.goto(`/user-management/user/${encodeURIComponent(name)}`);
    const fullName = page.getByLabel(users.fullName);
    await fullName.focus();
    await changeUser(api, name, { fullName: "theirs" });
    await expect(toast(page, users.saved)).toContainText(told.shown);
    await expect(fullName).toHaveValue("theirs");
    await fullName.fill("mine");
    await changeUser(api, name, { fullName: "theirs again" });
    await expect(toast(page, users.saved)).toContainText(told.typedStays);
    await toast(page, users.saved).getByRole("button", { name: told.showChanges }).click();
    const dialog = page.getByRole("alertdialog");
    await expect(dialog).toContainText("theirs again");
    // What cannot be stored is not compared: it would be stored without a look at the form.
    await dialog.getByRole("button", { name: told.back }).click();
    await page.locator("#user-password").fill("words that nobody guesses");
    await toast(page, users.saved).getByRole("button", { name: told.showChanges }).click();
    await expect(page.locator("#user-repeated-password")).toHaveAttribute("aria-invalid", "true");
    await expect(dialog).toHaveCount(0);
    await page.locator("#user-password").fill("");
    await toast(page, users.saved).getByRole("button", { name: told.showChanges }).click();
    await expect(dialog).toContainText("theirs again");
    await dialog.getByRole("button", { name: save, exact: true }).click();
    await expectStatus(page, updateSuccessful);
    await expect(page.locator("#toasts").getByRole("region")).toHaveCount(0);
    expect(await storedUser(api, name)).toMatchObject({ fullName: "mine" });

    await fullName.fill("mine once more");
    await changeUser(api, name, { name: renamed });
    const { renamed: wasRenamed } = users;
    await expect(toast(page, wasRenamed(renamed))).toContainText(told.stillShown);
    await expect(fullName).toHaveValue("mine once more");
    await toast(page, wasRenamed(renamed))
      .getByRole("link", { name: told.open(renamed) })
      .click();
    const followed = page.waitForResponse((response) => response.url().includes("/api/v1/events"));
    await page.getByRole("alertdialog").getByRole("button", { name: told.leave }).click();
    await expect(page).toHaveURL(new RegExp(`${encodeURIComponent(renamed)}$`));
    await expect(fullName).toHaveValue("mine");
    await fullName.focus();
    await followed;
    expect((await api.request.delete(`/api/v1/users/${encodeURIComponent(renamed)}`)).ok()).toBe(true);
    await expect(toast(page, users.deleted)).toContainText(told.stillShown);
  });
}
