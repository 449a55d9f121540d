import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "@playwright/test";
import type { PhoneDto } from "@/lib/contract/phone";
import { cellOf, openGrid, paste, words } from "./actions/grid-edit";
import { createPhone, storedPhone, uniqueDevice } from "./actions/phone";
import type { Api } from "./fixtures/api";
import { test } from "./fixtures/test";

type UniqueName = (words: string) => string;

/** A device pool with phones of its own, in the order of their names, and the address of their list. */
async function makeSite(api: Api, uniqueName: UniqueName, phones: number, facts: object = {}) {
  const pool = uniqueName("Site");
  await api.request.post("/api/v1/device-pools", { data: { name: pool } });
  const names = Array.from({ length: phones }, () => uniqueDevice(uniqueName)).toSorted();
  for (const name of names)
    await createPhone(api, { name, devicePool: pool, description: "Lobby", ...facts });
  return { names, address: `/device/phone?where=${encodeURIComponent(`devicePool:isExactly:${pool}`)}` };
}

/** A field of the phones, asked for at once. */
async function stored(api: Api, names: readonly string[], field: "description" | "softkeyTemplate") {
  const where = names.map((name) => `where=name:isExactly:${name}`).join("&");
  const answer = await api.request.get(`/api/v1/phones?${where}&match=any&sort=name`);
  const { items }: { items: PhoneDto[] } = await answer.json();
  return items.map((phone) => phone[field]);
}

for (const language of ["en", "ko"] as const) {
  const say = words[language];

  test(`[CL-01][CL-02] ten descriptions are pasted and two phones get a softkey template by keyboard alone, one Save is one change, and it is undone (${language})`, async ({
    page,
    api,
    uniqueName,
    prefer,
  }) => {
    await prefer({ language });
    const { names, address } = await makeSite(api, uniqueName, 10);
    const [first = "", second = "", third = ""] = names;
    await openGrid(page, address, [say.description, say.softkeyTemplate], say);
    await expect(cellOf(page, first)).toBeFocused();

    const desks = names.map((_, place) => `Desk ${place + 1}`);
    await paste(page, `${desks.join("\r\n")}\r\n`);
    await expect(page.getByText(say.changed(10))).toBeVisible();
    await expect(cellOf(page, second)).toContainText("Desk 2");

    // One is typed over, with a letter that elsewhere adds a new phone; another is typed and taken back.
    await page.keyboard.press("ArrowDown");
    await page.keyboard.type("Near window");
    await page.keyboard.press("Enter");
    await expect(cellOf(page, second)).toContainText("Near window");
    await expect(cellOf(page, third)).toBeFocused();
    await page.keyboard.press("F2");
    await page.keyboard.type(" by the door");
    await page.keyboard.press("Escape");
    await expect(cellOf(page, third)).toContainText("Desk 3");
    await expect(cellOf(page, third)).toBeFocused();

    // Two get a template, each out of the list of all of them.
    for (const name of [third, names[3] ?? ""]) {
      await page.keyboard.press("ArrowRight");
      await expect(cellOf(page, name, 1)).toBeFocused();
      await page.keyboard.press("Enter");
      await page.keyboard.type("Standard Feature");
      await expect(page.getByRole("option", { name: "Standard Feature" })).toBeVisible();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await expect(cellOf(page, name, 1)).toContainText("Standard Feature");
      await expect(cellOf(page, name, 1)).toBeFocused();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowLeft");
    }
    await expect(page.getByText(say.changed(12))).toBeVisible();
    await page.keyboard.press("Control+z");
    await expect(page.getByText(say.changed(11))).toBeVisible();
    await expect(cellOf(page, names[3] ?? "", 1)).not.toContainText("Standard Feature");
    expect(await stored(api, names, "description")).toEqual(names.map(() => "Lobby"));

    await page.keyboard.press("Control+s");
    await expect(page.getByText(say.saved(10))).toBeVisible();
    await expect(page.getByRole("button", { name: say.open })).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    expect(await stored(api, names, "description")).toEqual(desks.with(1, "Near window"));
    expect(await stored(api, names, "softkeyTemplate")).toEqual(
      names.map((name) => (name === third ? "Standard Feature" : null)),
    );

    await page.getByRole("link", { name: say.showChange }).click();
    await expect(page.getByRole("row", { name: first })).toContainText("Desk 1");
    await page.getByRole("button", { name: say.undo, exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: say.undoNow }).click();
    await expect(page.getByRole("main").getByText(say.done, { exact: true }).first()).toBeVisible();
    expect(await stored(api, names, "description")).toEqual(names.map(() => "Lobby"));
    expect(await stored(api, names, "softkeyTemplate")).toEqual(names.map(() => null));
  });

  test(`two columns are pasted with values in words; what fits no row, and what is no value, is said where it is (${language})`, async ({
    page,
    api,
    uniqueName,
    prefer,
  }) => {
    await prefer({ language });
    const { names, address } = await makeSite(api, uniqueName, 3);
    const [first = "", second = "", third = ""] = names;
    await openGrid(page, address, [say.description, say.dndOption], say);
    await paste(page, `North\t${say.reject}\nSouth\tSometimes\nEast\tringer off\nWest\tx\nRoof\ty`);
    await expect(page.getByText(say.rest)).toBeVisible();
    await expect(page.getByText("Roof")).toBeVisible();
    await expect(cellOf(page, first, 1)).toContainText(say.reject);
    await expect(cellOf(page, second, 1)).toHaveAttribute("aria-invalid", "true");
    await expect(cellOf(page, second, 1)).toContainText("Sometimes");

    await page.keyboard.press("Control+s");
    await expect(page.getByText(say.notSaved)).toBeVisible();
    await expect(cellOf(page, second, 1)).toBeFocused();
    expect(await stored(api, names, "description")).toEqual(["Lobby", "Lobby", "Lobby"]);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }))).toEqual([]);

    // A list of few values is chosen from with the arrow keys.
    await page.keyboard.press("Enter");
    await expect(page.getByRole("listbox")).toBeVisible();
    await page.keyboard.press("Home");
    await page.keyboard.press("Enter");
    await expect(cellOf(page, second, 1)).toHaveAttribute("aria-invalid", "false");
    await page.keyboard.press("Control+s");
    await expect(page.getByText(say.saved(3))).toBeVisible();
    expect(await stored(api, names, "description")).toEqual(["North", "South", "East"]);
    expect((await storedPhone(api, first))?.dnd.option).toBe("Call Reject");
    expect((await storedPhone(api, third))?.dnd.option).toBe("Ringer Off");
  });

  test(`a phone that somebody else has changed meanwhile is said at its row, and nothing is half saved (${language})`, async ({
    page,
    api,
    uniqueName,
    prefer,
  }) => {
    await prefer({ language });
    const { names, address } = await makeSite(api, uniqueName, 3);
    const [first = "", second = ""] = names;
    await openGrid(page, address, [say.description], say);
    await paste(page, "North\nSouth\nEast");
    await api.request.patch(`/api/v1/phones/${second}`, { data: { version: 1, owner: "kim" } });
    await page.keyboard.press("Control+s");
    await expect(page.getByRole("row", { name: second })).toContainText(say.others);
    expect(await stored(api, names, "description")).toEqual(["Lobby", "Lobby", "Lobby"]);

    // What was typed is still there; so is what leads away, and it asks.
    await page.getByRole("button", { name: say.close }).click();
    await expect(page.getByRole("alertdialog").getByText(say.leaveTitle)).toBeVisible();
    await page.getByRole("button", { name: say.stay }).click();
    const showNow = page.getByRole("row", { name: second }).getByRole("button", { name: say.showNow });
    await cellOf(page, second).click();
    await page.keyboard.press("Shift+Tab");
    await expect(showNow).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("row", { name: second })).not.toContainText(say.others);
    await expect(cellOf(page, second)).toContainText("South");
    await page.keyboard.press("Control+s");
    await expect(page.getByText(say.saved(3))).toBeVisible();
    expect(await stored(api, names, "description")).toEqual(["North", "South", "East"]);
    expect(await storedPhone(api, second)).toMatchObject({ owner: "kim", version: 3 });
    expect(await storedPhone(api, first)).toMatchObject({ version: 2 });
  });
}

test("what the server refuses is marked at its cell until that is changed", async ({
  page,
  api,
  uniqueName,
}) => {
  const say = words.en;
  const { names, address } = await makeSite(api, uniqueName, 2);
  const [first = "", second = ""] = names;
  await openGrid(page, address, [say.softkeyTemplate], say);
  await paste(page, "Standard User\nNowhere");
  await page.keyboard.press("Control+s");
  await expect(page.getByText(say.notSaved)).toBeVisible();
  await expect(cellOf(page, second)).toHaveAttribute("aria-invalid", "true");
  await expect(cellOf(page, second)).toBeFocused();
  await expect(cellOf(page, first)).toHaveAttribute("aria-invalid", "false");
  await page.keyboard.press("Delete");
  await expect(cellOf(page, second)).toHaveAttribute("aria-invalid", "false");
  await page.keyboard.press("Control+s");
  await expect(page.getByText("1 object saved as one change")).toBeVisible();
  expect(await stored(api, names, "softkeyTemplate")).toEqual(["Standard User", null]);
});

test("every list of objects that can be changed has a grid; the cards of a narrow window have none", async ({
  page,
}) => {
  for (const path of ["/device/phone", "/system/device-pool", "/call-routing/directory-number"]) {
    await page.goto(path);
    await expect(page.getByRole("button", { name: words.en.open })).toBeVisible();
  }
  await page.setViewportSize({ width: 390, height: 800 });
  await expect(page.getByRole("button", { name: words.en.open })).toBeHidden();
});
