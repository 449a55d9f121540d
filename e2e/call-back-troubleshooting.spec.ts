import { expect } from "@playwright/test";
import { advance, createPhones, openDesk } from "./actions/desk-phone";
import { createObject } from "./actions/objects";
import { test } from "./fixtures/test";

test.use({ clock: "manual" });
test.describe.configure({ timeout: 120_000 });

test("[TS-03] [TS-05] [TS-06] nothing is active, a number that does not exist, and CallBack before ringing", async ({
  page,
  api,
  uniqueName,
}) => {
  const cast = await createPhones(api, uniqueName, { a: {} });
  const [a] = await openDesk(page, [cast.a]);
  if (!a) throw new Error("one phone is on the desk");
  await a.pressesCallBack();
  await a.shows("CallBack is not active. Press Exit to quit this screen.");
  await a.presses("Exit");
  await a.showsNot("CallBack is not active.");

  const unknown = `4${cast.a.number}`;
  await a.dials(unknown);
  await a.hears("reorder");
  await a.pressesCallBack();
  await a.shows(`CallBack cannot be activated for ${unknown}.`);
  await a.hangsUp();

  // The administrator adds the directory number; a new try works.
  await createObject(api, "directoryNumber", { pattern: unknown });
  await a.dials(unknown);
  await a.hears("reorder");
  await a.pressesCallBack();
  await a.shows(`CallBack is activated on ${unknown}`);
});

test("[TS-06] Key Not Active: the CallBack button during a call, before ringing or busy tone", async ({
  page,
  api,
  uniqueName,
}) => {
  const phoneButtonTemplate = uniqueName("Call Back button");
  const answer = await api.request.post("/api/v1/phone-button-templates", {
    data: {
      name: phoneButtonTemplate,
      copyOf: "Standard 8841 SIP",
      buttons: ["Line", "CallBack", "Speed Dial", "Speed Dial", "Speed Dial"].map((feature, index) => ({
        position: index + 1,
        feature,
      })),
    },
  });
  expect(answer.status()).toBe(201);
  const cast = await createPhones(api, uniqueName, { a: { phoneButtonTemplate } });
  const [a] = await openDesk(page, [cast.a]);
  if (!a) throw new Error("one phone is on the desk");
  await a.lifts();
  await a.hears("dial");
  await a.pressesButton("CallBack");
  await a.shows("Key Not Active");
});

test("[TS-04] a second activation asks: Exit keeps the first one, OK replaces it at once", async ({
  page,
  api,
  uniqueName,
}) => {
  const cast = await createPhones(api, uniqueName, { a: {}, b: {}, c: {} });
  const [a, b, c] = await openDesk(page, [cast.a, cast.b, cast.c]);
  if (!a || !b || !c) throw new Error("three phones are on the desk");
  await b.lifts();
  await c.lifts();
  await c.hears("dial");
  await a.dials(b);
  await a.hears("busy");
  await a.pressesCallBack();
  await a.shows(`CallBack is activated on ${b.number}`);
  const question = `CallBack is already active on ${b.number}. Press OK to activate on ${c.number}. Press Exit to quit this screen.`;
  await a.dials(c);
  await a.hears("busy");
  await a.pressesCallBack();
  await a.shows(question);
  await a.presses("Exit");
  await a.showsNot("already active");
  await a.pressesCallBack();
  await a.shows(question);
  await a.presses("OK");
  await a.shows(`CallBack is activated on ${c.number}`);
  await b.hangsUp();
  await a.showsNot("has become available");
  await c.hangsUp();
  await a.shows(`${c.number} has become available`);
});

test("[TS-01] A's phone is unplugged after CallBack: the activation is gone, and CallBack tells so", async ({
  page,
  api,
  uniqueName,
}) => {
  const cast = await createPhones(api, uniqueName, { a: {}, b: {} });
  const [a, b] = await openDesk(page, [cast.a, cast.b]);
  if (!a || !b) throw new Error("two phones are on the desk");
  await a.findsBusy(b);
  await a.pressesCallBack();
  await a.shows(`CallBack is activated on ${b.number}`);
  await a.unplugs();
  await a.plugsIn();
  await advance(api, 3);
  await b.hangsUp();
  await a.shows("On Hook");
  await a.showsNot("has become available");
  await a.pressesCallBack();
  await a.shows("CallBack is not active. Press Exit to quit this screen.");
});

test("[TS-02] A missed the notification and its phone was reset: the question does not mention it, the idle phone shows it", async ({
  page,
  api,
  uniqueName,
}) => {
  const cast = await createPhones(api, uniqueName, { a: {}, b: {}, c: {} });
  const [a, b, c] = await openDesk(page, [cast.a, cast.b, cast.c]);
  if (!a || !b || !c) throw new Error("three phones are on the desk");
  await b.lifts();
  await c.lifts();
  await c.hears("dial");
  await a.dials(b);
  await a.hears("busy");
  await a.pressesCallBack();
  await b.hangsUp();
  await a.shows(`${b.number} has become available`);
  await api.request.post(`/api/v1/phones/${a.name}/reset`, { data: {} });
  await advance(api, 10);
  await a.showsNot("has become available");
  await a.hears("none");

  await a.dials(c);
  await a.hears("busy");
  await a.pressesCallBack();
  await a.shows(`CallBack is already active on ${b.number}.`);
  await a.showsNot("has become available");
  await a.presses("Exit");
  await a.hangsUp();
  // B is still free, so the idle phone is told again; what was put away is shown by the key.
  await a.shows(`${b.number} has become available`);
  await a.presses("Exit");
  await a.showsNot("has become available");
  await a.pressesCallBack();
  await a.shows(`${b.number} has become available`);
});
