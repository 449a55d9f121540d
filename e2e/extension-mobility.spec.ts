import { expect } from "@playwright/test";
import { act, advance } from "./actions/cluster";
import { press } from "./actions/console";
import { DeskPhone } from "./actions/desk-phone";
import { createObject, uniqueNumber, visitObject } from "./actions/objects";
import { goToEffective, sourceOf } from "./actions/phone";
import { test } from "./fixtures/desk";

test("[IN-08] [PH-04] a user logs in to B's phone and out again: both times it cancels the call back, and the phone has the user's number and keys", async ({
  page,
  api,
  uniqueName,
  desk,
}) => {
  const [profile, userId, softkeyTemplate] = [
    uniqueName("Travelling"),
    uniqueName("kim"),
    uniqueName("Keys"),
  ];
  const number = uniqueNumber();
  await api.createSoftkeyTemplate({ name: softkeyTemplate, callStates: { "On Hook": ["NewCall"] } });
  const lines = [{ index: 1, directoryNumber: number }];
  await createObject(api, "deviceProfile", { name: profile, userId, softkeyTemplate, lines });
  const extensionMobility = true;
  const { a, b } = await desk({ a: { extensionMobility }, b: { extensionMobility } });
  const kim = new DeskPhone(page, { name: b.name, number });

  await a.findsBusy(b);
  await a.activatesCallBackOn(b);
  await b.hangsUp();
  await a.isToldOf(b);
  await b.logsIn(userId);
  await a.isNotTold();
  await a.hears("none");
  await advance(api, 2);
  await expect(kim.frame.getByText(`User ${userId}`, { exact: true })).toBeVisible();
  await expect(kim.softkey("NewCall")).toBeVisible();
  await expect(kim.softkey("CallBack")).toHaveCount(0);

  await a.logsIn(userId);
  await expect(
    page.getByText(`${userId} is logged in to ${b.name} already. Log out there first.`),
  ).toBeVisible();
  await a.dials(kim);
  await kim.hears("ringing");
  await a.pressesCallBack();
  await a.shows(`CallBack is activated on ${number}`);
  await kim.logsOut();
  await advance(api, 2);
  await expect(b.softkey("CallBack")).toBeVisible();
  await a.showsNot("CallBack is activated");
  await a.pressesCallBack();
  await a.shows("CallBack is not active");

  await act(api, b.name, { action: "login", userId });
  await advance(api, 2);
  await page.goto(`/device/phone/${b.name}`);
  await goToEffective(page);
  await expect(sourceOf(page, "Softkey Template").getByRole("link", { name: profile })).toBeVisible();
  await visitObject(page, "deviceProfile", profile);
  await press(page, "Delete");
  const refused = page.getByRole("dialog");
  await expect(refused).toContainText("The user is logged in to a phone. Log out there first.");
  await expect(refused.getByRole("link", { name: b.name })).toBeVisible();
});
