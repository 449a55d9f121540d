import { expect, type Page } from "@playwright/test";
import { act, advance, createCallBackTemplate, createFarPhone, sendCommand } from "./actions/cluster";
import { expectStatus, followRelatedLink, press } from "./actions/console";
import { openDesk } from "./actions/desk-phone";
import { changePhone, uniqueDevice } from "./actions/phone";
import { addSoftkey, selectCallState, visitLayout, words } from "./actions/softkey-template";
import { test } from "./fixtures/desk";

test("[SK-10] [SK-11] a phone has CallBack in Ring Out only when its template has it and has been applied", async ({
  page,
  api,
  uniqueName,
  phones,
}) => {
  const given = await phones({ a: {}, b: {} });
  const template = await createCallBackTemplate(api, uniqueName, ["EndCall"]);
  await changePhone(api, given.a.name, { softkeyTemplate: template });
  await sendCommand(api, given.a.name, "restart");
  await advance(api, 5);
  const expectKey = async (isThere: boolean) => {
    const { a, b } = await openDesk(page, given);
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
  const running = await api.request.get(`/api/v1/phones/${given.a.name}/effective-configuration`);
  expect((await running.json()).running.softkeys.callStates["Ring Out"]).toEqual(["EndCall"]);

  const path = `/api/v1/softkey-templates/${encodeURIComponent(template)}/apply-config`;
  expect((await api.request.post(path, { data: {} })).status()).toBe(202);
  await advance(api, 5);
  await expectKey(true);
});

test("the keyboard works on the marked phone: digits, Enter, F1 to F4, Escape; the keys are listed in the help", async ({
  page,
  twoPhones: { a, b },
}) => {
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

test("on a slow network every digit that is typed while the handset is being lifted is dialled, in order", async ({
  page,
  twoPhones: { a, b },
}) => {
  const sent: string[] = [];
  const typed = Promise.withResolvers<void>();
  await page.route(/\/phones\/[^/]+\/actions$/, async (route) => {
    const { action, digit = "" } = route.request().postDataJSON() as { action: string; digit?: string };
    sent.push(`${action} ${digit}`.trim());
    // Until all is typed the page cannot know that the phone has dial tone.
    await typed.promise;
    await route.continue();
  });
  await typesAtOnce(page, ["Enter", ...b.number]);
  typed.resolve();
  await a.hears("ringback");
  await a.shows(b.number);
  expect(sent).toEqual(["offHook", ...[...b.number].map((digit) => `digit ${digit}`)]);
  await expect(a.frame.getByRole("textbox")).toHaveValue("");
});

test("all that is typed before the page is painted again is dialled by Enter", async ({
  page,
  twoPhones: { a, b },
}) => {
  await typesAtOnce(page, [...b.number, "9", "Backspace", "Enter"]);
  await a.hears("ringback");
  await a.shows(b.number);
});

/** Presses keys faster than the page is painted. */
async function typesAtOnce(page: Page, keys: readonly string[]): Promise<void> {
  await page.evaluate((all) => {
    for (const key of all) document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  }, keys);
}

test("the same phone in two browsers stays in step, and one that lost its connection catches up", async ({
  browser,
  session,
  baseURL,
  twoPhones: { a, b },
}) => {
  const otherContext = await browser.newContext({ storageState: session, baseURL: baseURL ?? "" });
  const other = await otherContext.newPage();
  const { seen } = await openDesk(other, { seen: a });
  await a.findsBusy(b);
  await seen.hears("busy");
  await a.pressesCallBack();
  await seen.shows(`CallBack is activated on ${b.number}`);

  await otherContext.setOffline(true);
  await b.hangsUp();
  await a.isToldOf(b);
  await otherContext.setOffline(false);
  await seen.isToldOf(b);
  await seen.hears("callBack");
  await seen.presses("Exit");
  await a.isNotTold();
  await otherContext.close();
});

test("phones are found by number and put beside each other, those of other clusters too; an administrator cancels a request", async ({
  page,
  api,
  uniqueName,
  phones,
}) => {
  const { a, b } = await phones({ a: {}, b: {} });
  const far = await createFarPhone(api, uniqueName);
  await page.goto(`/device/phone/${a.name}`);
  await followRelatedLink(page, "Use This Phone");
  await expect(page.getByRole("region", { name: `Phone ${a.number}` })).toBeVisible();
  for (const number of [b.number, far.number]) {
    await page.getByRole("button", { name: "Add a phone" }).click();
    await page
      .getByRole("searchbox", { name: "Name or directory number" })
      .or(page.getByRole("textbox", { name: "Name or directory number" }))
      .first()
      .fill(number);
    await page.getByRole("option", { name: new RegExp(number) }).click();
    await expect(page.getByRole("region", { name: `Phone ${number}` })).toBeVisible();
  }

  await act(api, b.name, { action: "offHook" });
  await act(api, a.name, { action: "dial", digits: b.number });
  await act(api, a.name, { action: "pressSoftkey", softkey: "CallBack" });
  await page.goto("/call-back/requests");
  const row = page.getByRole("row").filter({ hasText: a.number });
  await expect(row).toContainText("Active");
  await row.getByRole("button", { name: /Cancel the request/ }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Cancel Request" }).click();
  await expect(row).toContainText("Ended: cancelled");
  await row.getByRole("link", { name: b.number }).click();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download .txt" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe(`call-back-${a.number}-${b.number}.txt`);
});

test("a phone that is deleted, renamed or unplugged shows so at once to everybody who looks at it", async ({
  page,
  api,
  uniqueName,
  threePhones: { a, b, c },
}) => {
  await c.unplugs();
  await expect(c.frame.getByRole("status").filter({ hasText: "Unregistered" })).toBeVisible();
  await expect(c.screen).toHaveText("");
  await expect.poll(() => c.colourOfScreen(), "as good as black").toMatch(/^lab\(2\.75\d* 0 0\)$/);
  expect(await b.colourOfScreen()).toBe("rgb(255, 255, 255)");
  expect((await api.request.delete(`/api/v1/phones/${a.name}`)).status()).toBe(204);
  const gone = page.getByText(`There is no phone ${a.name}. It may have been deleted.`);
  await expect(gone).toBeVisible();
  await expect(a.screen).toHaveCount(0);
  const other = uniqueDevice(uniqueName);
  await changePhone(api, b.name, { name: other });
  await page.getByRole("button", { name: `Go on with ${other}` }).click();
  await expect(page).toHaveURL(new RegExp(`phone=${other}`));
  await expect(page.getByText(`${b.name} is called`)).toHaveCount(0);
});

test("CFwdAll asks for a number, takes a complete one at once, and the idle phone says where it forwards", async ({
  page,
  twoPhones: { a, b },
}) => {
  await a.presses("CFwdAll");
  await a.hears("dial");
  await a.shows("Enter the number to forward to");
  await page.keyboard.type(b.number);
  await a.shows(`Forwarded to ${b.number}`);
  await a.hears("none");
  await a.presses("CFwdAll");
  await a.showsNot("Forwarded to");
});
