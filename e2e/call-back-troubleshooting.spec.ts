import { advance, sendCommand } from "./actions/cluster";
import { createObject } from "./actions/objects";
import { createButtons } from "./actions/phone-button-template";
import { test } from "./fixtures/desk";

test("[TS-03] [TS-05] [TS-06] nothing is active, a number that does not exist, and CallBack before ringing", async ({
  api,
  desk,
}) => {
  const { a } = await desk({ a: {} });
  await a.pressesCallBack();
  await a.shows("CallBack is not active. Press Exit to quit this screen.");
  await a.presses("Exit");
  await a.showsNot("CallBack is not active.");

  const unknown = `4${a.number}`;
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
  api,
  uniqueName,
  desk,
}) => {
  const buttons = ["Line", "CallBack", "Speed Dial", "Speed Dial", "Speed Dial"] as const;
  const phoneButtonTemplate = await createButtons(api, uniqueName("Call Back button"), ...buttons);
  const { a } = await desk({ a: { phoneButtonTemplate } });
  await a.lifts();
  await a.hears("dial");
  await a.pressesButton("CallBack");
  await a.shows("Key Not Active");
});

test("[TS-04] a second activation asks: Exit keeps the first one, OK replaces it at once", async ({
  threePhones: { a, b, c },
}) => {
  await a.findsBusy(b);
  await a.activatesCallBackOn(b);
  const question = `CallBack is already active on ${b.number}. Press OK to activate on ${c.number}. Press Exit to quit this screen.`;
  await a.findsBusy(c);
  await a.pressesCallBack();
  await a.shows(question);
  await a.presses("Exit");
  await a.showsNot("already active");
  await a.pressesCallBack();
  await a.shows(question);
  await a.presses("OK");
  await a.shows(`CallBack is activated on ${c.number}`);
  await b.hangsUp();
  await a.isNotTold();
  await c.hangsUp();
  await a.isToldOf(c);
});

test("[TS-01] A's phone is unplugged after CallBack: the activation is gone, and CallBack tells so", async ({
  api,
  twoPhones: { a, b },
}) => {
  await a.findsBusy(b);
  await a.activatesCallBackOn(b);
  await a.unplugs();
  await a.plugsIn();
  await advance(api, 3);
  await b.hangsUp();
  await a.shows("On Hook");
  await a.isNotTold();
  await a.pressesCallBack();
  await a.shows("CallBack is not active. Press Exit to quit this screen.");
});

test("[TS-02] A missed the notification and its phone was reset: the question does not mention it, the idle phone shows it", async ({
  api,
  threePhones: { a, b, c },
}) => {
  await a.findsBusy(b);
  await a.activatesCallBackOn(b);
  await b.hangsUp();
  await a.isToldOf(b);
  await sendCommand(api, a.name, "reset");
  await advance(api, 10);
  await a.isNotTold();
  await a.hears("none");

  await a.findsBusy(c);
  await a.pressesCallBack();
  await a.shows(`CallBack is already active on ${b.number}.`);
  await a.isNotTold();
  await a.presses("Exit");
  await a.hangsUp();
  // B is still free, so the idle phone is told again; what was put away is shown by the key.
  await a.isToldOf(b);
  await a.presses("Exit");
  await a.isNotTold();
  await a.pressesCallBack();
  await a.isToldOf(b);
});
