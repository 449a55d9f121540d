import { act, advance, createPhones, openDesk } from "./actions/desk-phone";
import { test } from "./fixtures/test";

test.use({ clock: "manual" });
test.describe.configure({ timeout: 120_000 });

test("[IN-01] [IN-02] Dial from the notification screen overrides B's forwarding until the recall timer expires", async ({
  page,
  api,
  uniqueName,
}) => {
  const cast = await createPhones(api, uniqueName, { a: {}, b: {}, d: {} });
  const [a, b, d] = await openDesk(page, [cast.a, cast.b, cast.d]);
  if (!a || !b || !d) throw new Error("three phones are on the desk");
  await a.findsBusy(b);
  await a.pressesCallBack();
  await a.shows("CallBack is activated");
  await act(api, b.name, { action: "setForwardAll", destination: d.number });
  await b.hangsUp();
  await a.shows(`${b.number} has become available`);
  await a.presses("Dial");
  await b.hears("ringing");
  await d.hears("none");
  await a.hangsUp();

  // The second time A dials too late: 20 seconds after the notification.
  await b.isUsedOnce();
  await a.shows(`${b.number} has become available`);
  await advance(api, 21);
  await a.hears("none");
  await a.presses("Dial");
  await d.hears("ringing");
  await b.hears("none");
});

test("[IN-03] a SIP 7960 as B is known to be free only after a call of its own; off-hook and on-hook tell nothing", async ({
  page,
  api,
  uniqueName,
}) => {
  const cast = await createPhones(api, uniqueName, {
    a: {},
    b: { model: "Cisco 7960", protocol: "SIP" },
    c: {},
  });
  const [a, b, c] = await openDesk(page, [cast.a, cast.b, cast.c]);
  if (!a || !b || !c) throw new Error("three phones are on the desk");
  await c.dials(b);
  await b.answers();
  await a.dials(b);
  await a.hears("busy");
  await a.pressesCallBack();
  await a.shows("CallBack is activated");
  await b.hangsUp();
  await c.hears("none");
  await b.isUsedOnce();
  await a.showsNot("has become available");
  await b.dials(c);
  await c.hears("ringing");
  await b.hangsUp();
  await a.shows(`${b.number} has become available`);
});

test("[IN-04] [IN-05] DND-Reject at A does not matter, nor does a silent ringer at B", async ({
  page,
  api,
  uniqueName,
}) => {
  const cast = await createPhones(api, uniqueName, { a: {}, b: {} });
  const [a, b] = await openDesk(page, [cast.a, cast.b]);
  if (!a || !b) throw new Error("two phones are on the desk");
  await b.setsDnd("Ringer Off");
  await a.findsBusy(b);
  await a.pressesCallBack();
  await a.shows("CallBack is activated");
  await a.setsDnd("Call Reject");
  await b.hangsUp();
  await a.shows(`${b.number} has become available`);
});

test("[IN-06] [IN-07] DND-Reject at B: fast busy, then the notification without Dial, then with it", async ({
  page,
  api,
  uniqueName,
}) => {
  const cast = await createPhones(api, uniqueName, { a: {}, b: {} });
  const [a, b] = await openDesk(page, [cast.a, cast.b]);
  if (!a || !b) throw new Error("two phones are on the desk");
  await b.setsDnd("Call Reject");
  await a.dials(b);
  await a.hears("fastBusy");
  await a.pressesCallBack();
  await a.shows(`CallBack is activated on ${b.number}`);
  await b.isUsedOnce();
  await a.shows(`${b.number} is available now but on DND-R`);
  await a.softkey("Cancel").waitFor();
  await a.softkey("Dial").waitFor({ state: "detached" });
  await b.setsDnd("Off");
  await a.shows(`${b.number} has become available`);
  await a.softkey("Dial").waitFor();
});

test("[IN-09] B's phone is removed after the activation: Dial gives reorder tone, and A can cancel or activate again", async ({
  page,
  api,
  uniqueName,
}) => {
  const cast = await createPhones(api, uniqueName, { a: {}, b: {} });
  const [a, b] = await openDesk(page, [cast.a, cast.b]);
  if (!a || !b) throw new Error("two phones are on the desk");
  await a.findsBusy(b);
  await a.pressesCallBack();
  await b.hangsUp();
  await a.shows(`${b.number} has become available`);
  await api.request.delete(`/api/v1/phones/${b.name}`);
  await a.presses("Dial");
  await a.hears("reorder");
  await a.pressesCallBack();
  await a.shows(`${b.number} has become available`);
  await a.presses("Cancel");
  await a.showsNot("has become available");
  await a.pressesCallBack();
  await a.shows(`CallBack is activated on ${b.number}`);
});
