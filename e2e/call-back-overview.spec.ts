import { expect } from "@playwright/test";
import { advance, createPhones, openDesk } from "./actions/desk-phone";
import { make } from "./actions/phone";
import { test } from "./fixtures/test";

test.use({ clock: "manual" });
test.describe.configure({ timeout: 120_000 });

test("[OV-01] [OV-03] [OV-04] B does not answer: the CallBack button while it rings, the softkey after reorder tone; B is told of after using its line", async ({
  page,
  api,
  uniqueName,
}) => {
  const buttons = ["Line", "CallBack", "Speed Dial", "Speed Dial", "Speed Dial"].map((feature, index) => ({
    position: index + 1,
    feature,
  }));
  const phoneButtonTemplate = uniqueName("Call Back button");
  await make(api, "phone-button-templates", {
    name: phoneButtonTemplate,
    copyOf: "Standard 8841 SIP",
    buttons,
  });
  const cast = await createPhones(api, uniqueName, { a: { phoneButtonTemplate }, b: {}, c: {} });
  const [a, b, c] = await openDesk(page, [cast.a, cast.b, cast.c]);
  if (!a || !b || !c) throw new Error("three phones are on the desk");

  await a.dials(b);
  await a.hears("ringback");
  await b.hears("ringing");
  await a.pressesButton("CallBack");
  await a.shows(`CallBack is activated on ${b.number}`);
  await b.hears("none");

  await c.dials(b);
  await c.hears("ringback");
  await advance(api, 13);
  await c.hears("reorder");
  await c.pressesCallBack();
  await c.shows(`CallBack is activated on ${b.number}`);

  await b.isUsedOnce();
  await a.hears("callBack");
  await a.shows(`${b.number} has become available`);
  await c.shows(`${b.number} has become available`);
});

test("[OV-05] B becomes available while A talks: the service is suspended until A is free again", async ({
  page,
  api,
  uniqueName,
}) => {
  const cast = await createPhones(api, uniqueName, { a: {}, b: {}, c: {} });
  const [a, b, c] = await openDesk(page, [cast.a, cast.b, cast.c]);
  if (!a || !b || !c) throw new Error("three phones are on the desk");
  await b.lifts();
  await b.hears("dial");
  await a.dials(b);
  await a.hears("busy");
  await a.pressesCallBack();
  await a.shows("CallBack is activated");
  await c.dials(a);
  await a.answers();
  await b.hangsUp();
  await a.showsNot("has become available");
  const state = await page.request.get(`/api/v1/call-back/requests?where=phone:isExactly:${a.name}`);
  expect((await state.json()).items[0].state).toBe("suspended");
  await a.hangsUp();
  await a.shows(`${b.number} has become available`);
  await a.hears("callBack");
});
