import { act, advance } from "./actions/cluster";
import { test } from "./fixtures/desk";

test("[IN-01] [IN-02] Dial from the notification screen overrides B's forwarding until the recall timer expires", async ({
  api,
  desk,
}) => {
  const { a, b, d } = await desk({ a: {}, b: {}, d: {} });
  await a.findsBusy(b);
  await a.activatesCallBackOn(b);
  await act(api, b.name, { action: "setForwardAll", destination: d.number });
  await b.hangsUp();
  await a.isToldOf(b);
  await a.presses("Dial");
  await b.hears("ringing");
  await d.hears("none");
  await a.hangsUp();

  // The second time A dials too late: 20 seconds after the notification.
  await b.isUsedOnce();
  await a.isToldOf(b);
  await advance(api, 21);
  await a.hears("none");
  await a.presses("Dial");
  await d.hears("ringing");
  await b.hears("none");
});

test("[IN-03] a SIP 7960 as B is known to be free only after a call of its own; off-hook and on-hook tell nothing", async ({
  desk,
}) => {
  const { a, b, c } = await desk({
    a: {},
    b: { model: "Cisco 7960", protocol: "SIP" },
    c: {},
  });
  await c.talksWith(b);
  await a.dials(b);
  await a.hears("busy");
  await a.activatesCallBackOn(b);
  await b.hangsUp();
  await c.hears("none");
  await b.isUsedOnce();
  await a.isNotTold();
  await b.dials(c);
  await c.hears("ringing");
  await b.hangsUp();
  await a.isToldOf(b);
});

test("[IN-04] [IN-05] DND-Reject at A does not matter, nor does a silent ringer at B", async ({
  twoPhones: { a, b },
}) => {
  await b.setsDnd("Ringer Off");
  await a.findsBusy(b);
  await a.activatesCallBackOn(b);
  await a.setsDnd("Call Reject");
  await b.hangsUp();
  await a.isToldOf(b);
});

test("[IN-06] [IN-07] DND-Reject at B: fast busy, then the notification without Dial, then with it", async ({
  twoPhones: { a, b },
}) => {
  await b.setsDnd("Call Reject");
  await a.dials(b);
  await a.hears("fastBusy");
  await a.activatesCallBackOn(b);
  await b.isUsedOnce();
  await a.shows(`${b.number} is available now but on DND-R`);
  await a.softkey("Cancel").waitFor();
  await a.softkey("Dial").waitFor({ state: "detached" });
  await b.setsDnd("Off");
  await a.isToldOf(b);
  await a.softkey("Dial").waitFor();
});

test("[IN-09] B's phone is removed after the activation: Dial gives reorder tone, and A can cancel or activate again", async ({
  api,
  twoPhones: { a, b },
}) => {
  await a.findsBusy(b);
  await a.pressesCallBack();
  await b.hangsUp();
  await a.isToldOf(b);
  await api.request.delete(`/api/v1/phones/${b.name}`);
  await a.presses("Dial");
  await a.hears("reorder");
  await a.pressesCallBack();
  await a.isToldOf(b);
  await a.presses("Cancel");
  await a.isNotTold();
  await a.activatesCallBackOn(b);
});
