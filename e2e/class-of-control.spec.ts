import { expect } from "@playwright/test";
import { choose, expectStatus, itemIn, listNamed, press } from "./actions/console";
import {
  changeObject,
  createObject,
  deleteObject,
  field,
  goToList,
  storedObject,
  uniqueNumber,
  visitNew,
  visitObject,
  words,
} from "./actions/objects";
import { createPhone, storedPhone, uniqueDevice, visitPhone } from "./actions/phone";
import { test } from "./fixtures/test";

const menus = {
  en: { menu: "Partition", title: "Find and List Partitions" },
  ko: { menu: "파티션", title: "파티션 찾기 및 나열" },
} as const;

for (const language of ["en", "ko"] as const) {
  const say = words[language];
  test(`a partition is added, found, changed, renamed and deleted, in ${language}`, async ({
    page,
    api,
    uniqueName,
    prefer,
  }) => {
    const { menu, title } = menus[language];
    await prefer({ language });
    const [name, renamed] = [uniqueName("Seoul"), uniqueName("Busan")];
    await goToList(page, menu, title);
    await press(page, say.addNew);
    await field(page, say.name).fill(name);
    await field(page, say.description).fill("2xxx");
    await press(page, say.save);
    await expectStatus(page, say.addSuccessful);

    await goToList(page, menu, title);
    await page.getByRole("textbox").first().fill(name);
    await press(page, say.find);
    await page.getByRole("main").getByRole("link", { name, exact: true }).click();
    await expect(field(page, say.description)).toHaveValue("2xxx");
    await field(page, say.name).fill(renamed);
    await press(page, say.save);
    await expectStatus(page, say.updateSuccessful);
    await expect(page).toHaveURL(new RegExp(`/partition/${encodeURIComponent(renamed)}$`));
    expect(await storedObject(api, "partition", name)).toBeNull();

    await press(page, say.delete);
    await page.getByRole("alertdialog").getByRole("button", { name: say.delete }).click();
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expectStatus(page, say.deleteSuccessful);
    expect(await storedObject(api, "partition", renamed)).toBeNull();
  });
}

test("a name that is missing, taken or has a forbidden character is told at its field, and nothing is lost", async ({
  page,
  api,
  uniqueName,
}) => {
  const taken = uniqueName("Taken");
  await createObject(api, "partition", { name: taken });
  await visitNew(page, "partition");
  await field(page, "Description").fill("kept");
  await press(page, "Save");
  const summary = page.getByRole("alert").filter({ hasText: "1 field needs attention" });
  await summary.getByRole("link", { name: "Name" }).click();
  await expect(field(page, "Name")).toBeFocused();
  await field(page, "Name").fill("a<b");
  await expect(summary).toContainText("not allowed");
  await field(page, "Name").fill(taken.toUpperCase());
  await press(page, "Save");
  await expect(page.getByRole("alert").filter({ hasText: "is in use" }).first()).toBeVisible();
  await expect(field(page, "Description")).toHaveValue("kept");
  await field(page, "Name").fill(uniqueName("Free"));
  await expect(page.getByRole("alert").filter({ hasText: "needs attention" })).toHaveCount(0);
  await press(page, "Save");
  await expectStatus(page, "Add successful");
});

test("typing and reverting leaves nothing unsaved; leaving with something unsaved asks", async ({
  page,
  api,
  uniqueName,
}) => {
  const name = uniqueName("Reverted");
  await createObject(api, "partition", { name });
  await visitObject(page, "partition", name);
  await field(page, "Description").fill("typed");
  await expect(page.getByText("Not saved")).toBeVisible();
  await page.getByRole("navigation").getByRole("link", { name: "Softkey Template", exact: true }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Stay on this page" }).click();
  await expect(field(page, "Description")).toHaveValue("typed");
  await field(page, "Description").fill("");
  await expect(page.getByText("Not saved")).toHaveCount(0);
});

test("an object that somebody deleted during the edit is told, and what was typed can be stored as new", async ({
  page,
  api,
  uniqueName,
}) => {
  const name = uniqueName("Gone");
  await createObject(api, "partition", { name });
  await visitObject(page, "partition", name);
  await field(page, "Description").fill("typed with care");
  await deleteObject(api, "partition", name);
  await press(page, "Save");
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toContainText("Somebody renamed or deleted it");
  await dialog.getByRole("button", { name: "Back to editing" }).click();
  await expect(field(page, "Description")).toHaveValue("typed with care");
  await press(page, "Save");
  await dialog.getByRole("button", { name: "Save as new" }).click();
  await expectStatus(page, "Add successful");
  expect(await storedObject(api, "partition", name)).toMatchObject({
    description: "typed with care",
    version: 1,
  });
  await expect(page.getByText("Not saved")).toHaveCount(0);
  await field(page, "Description").fill("goes on");
  await press(page, "Save");
  await expectStatus(page, "Version 2 is stored");
});

test("a partition in use cannot be deleted: its dependency records lead to what uses it", async ({
  page,
  api,
  uniqueName,
}) => {
  const [name, space] = [uniqueName("Used"), uniqueName("User")];
  await createObject(api, "partition", { name });
  await createObject(api, "callingSearchSpace", { name: space, partitions: [name] });
  await visitObject(page, "partition", name);
  await press(page, "Delete");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("cannot be deleted");
  await dialog.getByRole("link", { name: space }).click();
  await expect(field(page, "Name")).toHaveValue(space);
  expect(await storedObject(api, "partition", name)).not.toBeNull();
});

test("a calling search space has its partitions in an order, moved with arrows and keys", async ({
  page,
  api,
  uniqueName,
}) => {
  const [first, second, third] = [uniqueName("Order A"), uniqueName("Order B"), uniqueName("Order C")];
  for (const name of [first, second, third]) await createObject(api, "partition", { name });
  const name = uniqueName("Callers");
  await visitNew(page, "callingSearchSpace");
  await field(page, "Name").fill(name);
  await field(page, "Search Partitions").fill("Order");
  const available = listNamed(page, "Available Partitions");
  const selected = listNamed(page, "Selected Partitions");
  for (const partition of [first, second]) {
    await itemIn(available, partition).click();
    await page.getByRole("button", { name: "Move to Selected Partitions" }).click();
  }
  await page.getByRole("button", { name: "Move up" }).click();
  await expect(page.getByRole("status").filter({ hasText: `${second}, position 1 of 2` })).toBeVisible();
  await itemIn(available, third).click();
  await page.keyboard.press("Enter");
  await expect(selected.getByRole("row")).toHaveCount(3);
  await press(page, "Save");
  await expectStatus(page, "Add successful");
  expect(await storedObject(api, "callingSearchSpace", name)).toMatchObject({
    partitions: [second, first, third],
  });

  await itemIn(selected, first).click();
  await page.getByRole("button", { name: "Move to Available Partitions" }).click();
  await press(page, "Save");
  await expectStatus(page, "Update successful");
  expect(await storedObject(api, "callingSearchSpace", name)).toMatchObject({ partitions: [second, third] });
  await visitObject(page, "callingSearchSpace", name, "history");
  const newest = page.getByRole("listitem", { name: "Revision 2" });
  await expect(newest).toContainText(`from ${second}, ${first}, ${third} to ${second}, ${third}`);
});

test("when somebody else saved first, the order of both can be compared and chosen", async ({
  page,
  api,
  uniqueName,
}) => {
  const [one, other, name] = [uniqueName("One"), uniqueName("Other"), uniqueName("Both")];
  for (const partition of [one, other]) await createObject(api, "partition", { name: partition });
  await createObject(api, "callingSearchSpace", { name, partitions: [one] });
  await visitObject(page, "callingSearchSpace", name);
  await field(page, "Description").fill("mine");
  await changeObject(api, "callingSearchSpace", name, { partitions: [other, one] });
  await press(page, "Save");
  const dialog = page.getByRole("alertdialog");
  await expect(dialog.getByRole("region", { name: "Selected Partitions" })).toContainText(`${other}, ${one}`);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expectStatus(page, "Update successful");
  expect(await storedObject(api, "callingSearchSpace", name)).toMatchObject({
    description: "mine",
    partitions: [other, one],
    version: 3,
  });
});

test("who may only read sees everything and can change nothing", async ({
  page,
  api,
  uniqueName,
  signInAsNew,
}) => {
  const [name, space] = [uniqueName("Readable"), uniqueName("Readable space")];
  await createObject(api, "partition", { name });
  await createObject(api, "callingSearchSpace", { name: space, partitions: [name] });
  await signInAsNew("readOnly");
  await visitObject(page, "callingSearchSpace", space);
  await expect(page.getByText("You can look, but not change")).toBeVisible();
  await expect(page.getByText("ask for the role Super User")).toBeVisible();
  await expect(itemIn(listNamed(page, "Selected Partitions"), name)).toBeVisible();
  for (const button of ["Save", "Delete", "Copy", "Add New", "Move up"]) {
    await expect(page.getByRole("main").getByRole("button", { name: button, exact: true })).toHaveCount(0);
  }
  await page.goto("/call-routing/class-of-control/partition/new");
  await expect(page.getByText("You can look, but not change")).toBeVisible();
});

test("search finds objects of every kind, and Related Links lead to their pages", async ({
  page,
  api,
  uniqueName,
}) => {
  const name = uniqueName("Findable");
  await createObject(api, "partition", { name });
  await page.goto("/");
  await page.keyboard.press("Control+k");
  await page
    .getByRole("dialog")
    .getByRole("searchbox")
    .or(page.getByRole("dialog").getByRole("textbox"))
    .fill(name);
  await page.getByRole("menuitem", { name }).click();
  await expect(field(page, "Name")).toHaveValue(name);
  await choose(page, "Related Links", "History");
  await press(page, "Go");
  await expect(page.getByRole("heading", { level: 1, name: "History" })).toBeVisible();
});

for (const language of ["en", "ko"] as const) {
  const say = {
    en: { space: "Calling Search Space", save: "Save", updated: "Update successful" },
    ko: { space: "발신 검색 공간", save: "저장", updated: "업데이트 성공" },
  }[language];

  test(`[TS-05] a phone reaches what is in its own calling search space as soon as that is saved, in ${language}`, async ({
    page,
    api,
    uniqueName,
    prefer,
  }) => {
    await prefer({ language });
    const [partition, space] = [uniqueName("Lobby"), uniqueName("Managers")];
    await createObject(api, "partition", { name: partition });
    await createObject(api, "callingSearchSpace", { name: space, partitions: [partition] });
    const [from, to] = [uniqueDevice(uniqueName), uniqueDevice(uniqueName)];
    const [own, called] = [uniqueNumber(), uniqueNumber()];
    await createPhone(api, { name: from, lines: [{ index: 1, directoryNumber: own }] });
    await createPhone(api, { name: to, lines: [{ index: 1, directoryNumber: called, partition }] });
    const act = async (data: object) => {
      const answer = await api.request.post(`/api/v1/phones/${from}/actions`, { data });
      return answer.ok() ? ((await answer.json()) as { tone: string }).tone : "";
    };
    const heard = async () => {
      const tone = await act({ action: "dial", digits: called });
      await act({ action: "onHook" });
      return tone;
    };
    await expect.poll(heard).toBe("reorder");
    await visitPhone(page, from);
    await choose(page, say.space, space);
    await press(page, say.save);
    await expectStatus(page, say.updated);
    await expect.poll(heard).toBe("ringback");
    expect((await storedPhone(api, from))?.callingSearchSpace).toBe(space);
  });
}
