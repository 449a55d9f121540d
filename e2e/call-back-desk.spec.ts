import { expect } from "@playwright/test";
import { act, advance, createCallBackTemplate, createPhones, openDesk } from "./actions/desk-phone";
import { createObject } from "./actions/objects";
import { changePhone, uniqueDevice } from "./actions/phone";
import {
  addSoftkey,
  expectStatus,
  press,
  selectCallState,
  visitLayout,
  words,
} from "./actions/softkey-template";
import { test } from "./fixtures/test";

test.use({ clock: "manual" });
test.describe.configure({ timeout: 120_000 });

test("[SK-10] [SK-11] a phone has CallBack in Ring Out only when its template has it and has been applied", async ({
  page,
  api,
  uniqueName,
}) => {
  const cast = await createPhones(api, uniqueName, { a: {}, b: {} });
  const template = await createCallBackTemplate(api, uniqueName, ["EndCall"]);
  await changePhone(api, cast.a.name, { softkeyTemplate: template });
  await api.request.post(`/api/v1/phones/${cast.a.name}/restart`, { data: {} });
  await advance(api, 5);
  const expectKey = async (isThere: boolean) => {
    const [a, b] = await openDesk(page, [cast.a, cast.b]);
    if (!a || !b) throw new Error("two phones are on the desk");
    await a.dials(b);
    await a.hears("ringback");
    await expect(a.softkey("EndCall")).toBeVisible();
    await expect(a.softkey("CallBack")).toHaveCount(isThere ? 1 : 0);
    await a.hangsUp();
  };
  await expectKey(false);

  await visitLayout(page, template);
  await selectCallState(page, words.en.states.ringOut);
  await addSoftkey(page, words.en.callBack);
  await press(page, words.en.save);
  await expectStatus(page, words.en.updateSuccessful);
  // Saved is not applied: the phone runs what it ran.
  const running = await api.request.get(`/api/v1/phones/${cast.a.name}/effective-configuration`);
  expect((await running.json()).running.softkeys.callStates["Ring Out"]).toEqual(["EndCall"]);

  const path = `/api/v1/softkey-templates/${encodeURIComponent(template)}/apply-config`;
  expect((await api.request.post(path, { data: {} })).status()).toBe(202);
  await advance(api, 5);
  await expectKey(true);
});

test("the keyboard works on the marked phone: digits, Enter, F1 to F4, Escape; the keys are listed in the help", async ({
  page,
  api,
  uniqueName,
}) => {
  const cast = await createPhones(api, uniqueName, { a: {}, b: {} });
  const [a, b] = await openDesk(page, [cast.a, cast.b]);
  if (!a || !b) throw new Error("two phones are on the desk");
  await page.keyboard.press("Enter");
  await a.hears("dial");
  await page.keyboard.type(b.number);
  await a.shows(b.number);
  await page.keyboard.press("Escape");
  await expect(a.frame.getByText("On hook", { exact: true })).toBeVisible();
  await page.keyboard.type(b.number);
  await expect(a.frame.getByRole("textbox")).toHaveValue(b.number);
  await page.keyboard.press("Enter");
  await a.hears("ringback");
  // CallBack is the second softkey in Ring Out.
  await expect(a.softkey("CallBack")).toBeVisible();
  await page.keyboard.press("F2");
  await a.shows("CallBack is activated");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toContainText("Press a softkey");
});

test("the same phone in two browsers stays in step, and one that lost its connection catches up", async ({
  page,
  browser,
  session,
  api,
  uniqueName,
  baseURL,
}) => {
  const cast = await createPhones(api, uniqueName, { a: {}, b: {} });
  const [a, b] = await openDesk(page, [cast.a, cast.b]);
  const otherContext = await browser.newContext({ storageState: session, baseURL: baseURL ?? "" });
  const other = await otherContext.newPage();
  const [seen] = await openDesk(other, [cast.a]);
  if (!a || !b || !seen) throw new Error("the phones are on both desks");
  await b.lifts();
  await b.hears("dial");
  await a.dials(b);
  await seen.hears("busy");
  await a.pressesCallBack();
  await seen.shows(`CallBack is activated on ${b.number}`);

  await otherContext.setOffline(true);
  await b.hangsUp();
  await a.shows(`${b.number} has become available`);
  await otherContext.setOffline(false);
  await seen.shows(`${b.number} has become available`);
  await seen.hears("callBack");
  await seen.presses("Exit");
  await a.showsNot("has become available");
  await otherContext.close();
});

test("phones are found by number and put beside each other, those of other clusters too; an administrator cancels a request", async ({
  page,
  api,
  uniqueName,
}) => {
  const cluster = uniqueName("Busan");
  const pattern = `5${uniqueDevice(uniqueName).slice(-6)}`;
  await createObject(api, "remoteCluster", {
    name: cluster,
    directoryNumbers: [{ pattern, name: "Harbour" }],
  });
  const cast = await createPhones(api, uniqueName, { a: {}, b: {} });
  await page.goto(`/device/phone/${cast.a.name}`);
  await page.getByRole("button", { name: "Related Links" }).click();
  await page.getByRole("option", { name: "Use This Phone" }).click();
  await press(page, "Go");
  await expect(page.getByRole("region", { name: `Phone ${cast.a.number}` })).toBeVisible();
  for (const number of [cast.b.number, pattern]) {
    await page.getByRole("button", { name: "Add a phone" }).click();
    await page
      .getByRole("searchbox", { name: "Name or directory number" })
      .or(page.getByRole("textbox", { name: "Name or directory number" }))
      .first()
      .fill(number);
    await page.getByRole("option", { name: new RegExp(number) }).click();
    await expect(page.getByRole("region", { name: `Phone ${number}` })).toBeVisible();
  }

  await act(api, cast.b.name, { action: "offHook" });
  await act(api, cast.a.name, { action: "dial", digits: cast.b.number });
  await act(api, cast.a.name, { action: "pressSoftkey", softkey: "CallBack" });
  await page.goto("/call-back/requests");
  const row = page.getByRole("row").filter({ hasText: cast.a.number });
  await expect(row).toContainText("Active");
  await row.getByRole("button", { name: /Cancel the request/ }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Cancel Request" }).click();
  await expect(row).toContainText("Ended: cancelled");
  await row.getByRole("link", { name: cast.b.number }).click();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download .txt" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe(`call-back-${cast.a.number}-${cast.b.number}.txt`);
});

test("a phone that is deleted, renamed or unplugged shows so at once to everybody who looks at it", async ({
  page,
  api,
  uniqueName,
}) => {
  const cast = await createPhones(api, uniqueName, { a: {}, b: {}, c: {} });
  const [a, b, c] = await openDesk(page, [cast.a, cast.b, cast.c]);
  if (!a || !b || !c) throw new Error("three phones are on the desk");
  await c.unplugs();
  await expect(c.frame.getByRole("status").filter({ hasText: "Unregistered" })).toBeVisible();
  await expect(c.screen).toHaveText("");
  expect((await api.request.delete(`/api/v1/phones/${cast.a.name}`)).status()).toBe(204);
  const gone = page.getByText(`There is no phone ${cast.a.name}. It may have been deleted.`);
  await expect(gone).toBeVisible();
  await expect(a.screen).toHaveCount(0);
  const other = uniqueDevice(uniqueName);
  await changePhone(api, cast.b.name, { name: other });
  await page.getByRole("button", { name: `Go on with ${other}` }).click();
  await expect(page).toHaveURL(new RegExp(`phone=${other}`));
  await expect(page.getByText(`${cast.b.name} is called`)).toHaveCount(0);
});

test("CFwdAll asks for a number, takes a complete one at once, and the idle phone says where it forwards", async ({
  page,
  api,
  uniqueName,
}) => {
  const cast = await createPhones(api, uniqueName, { a: {}, b: {} });
  const [a, b] = await openDesk(page, [cast.a, cast.b]);
  if (!a || !b) throw new Error("two phones are on the desk");
  await a.presses("CFwdAll");
  await a.hears("dial");
  await a.shows("Enter the number to forward to");
  await page.keyboard.type(b.number);
  await a.shows(`Forwarded to ${b.number}`);
  await a.hears("none");
  await a.presses("CFwdAll");
  await a.showsNot("Forwarded to");
});
