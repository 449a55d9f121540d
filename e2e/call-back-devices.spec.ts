import { expect } from "@playwright/test";
import type { DeskPhone } from "./actions/desk-phone";
import { createObject } from "./actions/objects";
import { uniqueDevice } from "./actions/phone";
import { test } from "./fixtures/desk";

/** Every phone is busy, is asked for, hangs up, and A is told that it is available. */
async function expectEachCallsBack({ a, ...others }: Record<string, DeskPhone> & { a: DeskPhone }) {
  for (const b of Object.values(others)) {
    await a.findsBusy(b);
    await a.activatesCallBackOn(b);
    await b.hangsUp();
    await a.isToldOf(b);
    await a.presses("Cancel");
    await a.isNotTold();
  }
}

test("[PR-03] [PR-04] the supported phones can be waited for when they are busy: 6900, 7900, 8900, 9900, 7800 and 8800 series", async ({
  desk,
}) => {
  const phones = await desk({
    a: {},
    series6900: { model: "Cisco 6941", protocol: "SIP" },
    series7900: { model: "Cisco 7965", protocol: "SCCP" },
    series8900: { model: "Cisco 8961" },
    series9900: { model: "Cisco 9971" },
    series7800: { model: "Cisco 7841" },
    series8800: { model: "Cisco 8851" },
  });
  await expectEachCallsBack(phones);
});

test("[PR-05] [PR-06] gateway ports and analog adapters can be waited for when they are busy: VGC, ATA 186, analog phone", async ({
  uniqueName,
  desk,
}) => {
  const digits = () => uniqueDevice(uniqueName).slice(3);
  const phones = await desk({
    a: {},
    gateway: { model: "Cisco VGC Phone", name: `VGC${digits()}` },
    adapter: { model: "Cisco ATA 186", name: `ATA${digits()}` },
    analog: { model: "Analog Phone", name: `AN0${digits()}` },
  });
  await expectEachCallsBack(phones);
});

test("[PR-03] [PR-06] [PR-07] a 6911 cannot be waited for; an analog port that does not answer can, also behind a CTI route point", async ({
  api,
  uniqueName,
  desk,
}) => {
  const { a, corridor, port } = await desk({
    a: {},
    corridor: { model: "Cisco 6911", protocol: "SIP" },
    port: { model: "Analog Phone", name: `AN0${uniqueDevice(uniqueName).slice(3)}` },
  });
  const switchboard = `5${uniqueDevice(uniqueName).slice(-6)}`;
  await createObject(api, "ctiRoutePoint", {
    name: uniqueName("Switchboard"),
    directoryNumber: switchboard,
    forwardTo: port.number,
  });
  await a.findsBusy(corridor);
  await a.pressesCallBack();
  await a.shows(`CallBack cannot be activated for ${corridor.number}.`);
  await a.hangsUp();

  await a.dials(switchboard);
  await port.hears("ringing");
  await a.pressesCallBack();
  await a.shows(`CallBack is activated on ${switchboard}`);
  await port.isUsedOnce();
  await a.shows(`${switchboard} has become available`);
  await a.presses("Dial");
  await port.answers();
  await expect(a.frame.getByText("Connected").first()).toBeVisible();
});
