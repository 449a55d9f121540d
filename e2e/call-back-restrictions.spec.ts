import { expect } from "@playwright/test";
import { act, advance, createFarPhone, setParameter } from "./actions/cluster";
import { uniqueDevice } from "./actions/phone";
import { test } from "./fixtures/desk";

test("[RS-01] [RS-02] [PR-01] behind a plain SIP trunk, and for a video call through CUBE, call back cannot be activated; the trace says why", async ({
  page,
  api,
  uniqueName,
  desk,
}) => {
  const plain = await createFarPhone(api, uniqueName, { type: "sip" });
  const behindCube = await createFarPhone(api, uniqueName, { type: "sipQsig", throughCube: true });
  const { a } = await desk({ a: { model: "Cisco 8845" } });
  await a.dials(plain.number);
  await advance(api, 2);
  await a.hears("ringback");
  await a.pressesCallBack();
  await a.shows(`CallBack cannot be activated for ${plain.number}.`);
  await a.hangsUp();
  await a.dials(behindCube.number, { isVideo: true });
  await advance(api, 2);
  await a.hears("ringback");
  await a.pressesCallBack();
  await a.shows(`CallBack cannot be activated for ${behindCube.number}.`);
  await page.getByRole("navigation").getByRole("link", { name: "Trace", exact: true }).click();
  await expect(
    page.getByRole("row").filter({ hasText: behindCube.number }).filter({ hasText: "CSCun46243" }),
  ).toBeVisible();
});

test("[RS-03] [RS-04] # and * are refused, letters only by the strict character rule; so is a B that forwards all calls to voice mail", async ({
  api,
  uniqueName,
  desk,
}) => {
  const named = (number: string, displayName: string) => ({
    lines: [{ index: 1, directoryNumber: number, displayName }],
    number,
  });
  const digits = uniqueDevice(uniqueName).slice(-6);
  const { a, b, pound } = await desk({
    a: named(`2${digits}`, "Lab A"),
    b: {},
    pound: named(`4${digits}`, "Lab #2"),
  });
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
  await a.activatesCallBackOn(b);
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
  api,
  twoPhones: { a, b },
}) => {
  await a.findsBusy(b);
  await setParameter(api, "Callback Enabled Flag", false);
  await a.pressesCallBack();
  await a.shows("Service Is Not Active");
  await setParameter(api, "Callback Enabled Flag", true);
  await a.activatesCallBackOn(b);
});
