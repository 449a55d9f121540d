import { expect } from "@playwright/test";
import { act, advance, createPhones, openDesk, setParameter } from "./actions/desk-phone";
import { createObject } from "./actions/objects";
import { uniqueDevice } from "./actions/phone";
import { test } from "./fixtures/test";

test.use({ clock: "manual" });
test.describe.configure({ timeout: 120_000 });

test("[RS-01] [RS-02] [PR-01] behind a plain SIP trunk, and for a video call through CUBE, call back cannot be activated; the trace says why", async ({
  page,
  api,
  uniqueName,
}) => {
  const digits = uniqueDevice(uniqueName).slice(-6);
  const far = { plain: `5${digits}`, cube: `6${digits}` };
  for (const [kind, number] of Object.entries(far)) {
    const name = uniqueName(kind);
    await createObject(api, "remoteCluster", { name, directoryNumbers: [{ pattern: number, name: "" }] });
    const type = kind === "cube" ? { type: "sipQsig", throughCube: true } : { type: "sip" };
    await createObject(api, "trunk", { name, remoteCluster: name, ...type });
    await createObject(api, "routePattern", { pattern: number, trunk: name });
  }
  const cast = await createPhones(api, uniqueName, { a: { model: "Cisco 8845" } });
  const [a] = await openDesk(page, [cast.a]);
  if (!a) throw new Error("one phone is on the desk");
  await a.dials(far.plain);
  await advance(api, 2);
  await a.hears("ringback");
  await a.pressesCallBack();
  await a.shows(`CallBack cannot be activated for ${far.plain}.`);
  await a.hangsUp();
  await a.dials(far.cube, { isVideo: true });
  await advance(api, 2);
  await a.hears("ringback");
  await a.pressesCallBack();
  await a.shows(`CallBack cannot be activated for ${far.cube}.`);
  await page.getByRole("navigation").getByRole("link", { name: "Trace", exact: true }).click();
  await expect(
    page.getByRole("row").filter({ hasText: far.cube }).filter({ hasText: "CSCun46243" }),
  ).toBeVisible();
});

test("[RS-03] [RS-04] # and * are refused, letters only by the strict character rule; so is a B that forwards all calls to voice mail", async ({
  page,
  api,
  uniqueName,
}) => {
  const named = (number: string, displayName: string) => ({
    lines: [{ index: 1, directoryNumber: number, displayName }],
    number,
  });
  const digits = uniqueDevice(uniqueName).slice(-6);
  const cast = await createPhones(api, uniqueName, {
    a: named(`2${digits}`, "Lab A"),
    b: {},
    pound: named(`4${digits}`, "Lab #2"),
  });
  const [a, b, pound] = await openDesk(page, [cast.a, cast.b, cast.pound]);
  if (!a || !b || !pound) throw new Error("three phones are on the desk");
  // The name of the caller counts as much as that of the called party.
  await pound.findsBusy(b);
  await pound.pressesCallBack();
  await pound.shows(`CallBack cannot be activated for ${b.number}.`);
  await pound.hangsUp();

  await a.dials(b);
  await a.hears("busy");
  await setParameter(api, "Callback Character Rule", "digitsAndSpacesOnly");
  await a.pressesCallBack();
  await a.shows(`CallBack cannot be activated for ${b.number}.`);
  await setParameter(api, "Callback Character Rule", "noPoundOrAsterisk");
  await a.pressesCallBack();
  await a.shows(`CallBack is activated on ${b.number}`);
  await a.presses("Cancel");
  await b.hangsUp();

  await act(api, b.name, { action: "setForwardAll", destination: null, voiceMail: true });
  await a.dials(b);
  await a.hears("ringback");
  await a.pressesCallBack();
  await a.shows(`CallBack cannot be activated for ${b.number}.`);
  await a.hangsUp();
});

test("the service parameter that turns the feature off works at once: Service Is Not Active", async ({
  page,
  api,
  uniqueName,
}) => {
  const cast = await createPhones(api, uniqueName, { a: {}, b: {} });
  const [a, b] = await openDesk(page, [cast.a, cast.b]);
  if (!a || !b) throw new Error("two phones are on the desk");
  await a.findsBusy(b);
  await setParameter(api, "Callback Enabled Flag", false);
  await a.pressesCallBack();
  await a.shows("Service Is Not Active");
  await setParameter(api, "Callback Enabled Flag", true);
  await a.pressesCallBack();
  await a.shows(`CallBack is activated on ${b.number}`);
});
