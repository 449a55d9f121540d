import { expect, type Page } from "@playwright/test";
import { createPhones, openDesk } from "./actions/desk-phone";
import { createObject } from "./actions/objects";
import { uniqueDevice } from "./actions/phone";
import type { Api } from "./fixtures/api";
import { test } from "./fixtures/test";

test.use({ clock: "manual" });
test.describe.configure({ timeout: 120_000 });

interface Target {
  model: string;
  protocol?: string;
  /** What device names of the model begin with; SEP when it is left out. */
  prefix?: string;
}

function deviceNamed(prefix: string, unique: string): string {
  const digits = unique.slice(3);
  if (prefix === "AN") return `AN0${digits}`;
  return `${prefix}${digits}`;
}

/** The caller's phone and a phone of each target are beside each other. */
async function deskWith(
  { page, api, uniqueName }: { page: Page; api: Api; uniqueName: (words: string) => string },
  targets: readonly Target[],
) {
  const roles = Object.fromEntries(
    targets.map(({ prefix = "SEP", ...content }, index) => [
      `b${index}`,
      { ...content, name: deviceNamed(prefix, uniqueDevice(uniqueName)) },
    ]),
  );
  const cast = await createPhones(api, uniqueName, { a: {}, ...roles });
  const [a, ...others] = await openDesk(page, Object.values(cast));
  if (!a) throw new Error("the caller is on the desk");
  return { a, others };
}

/** Every target is busy, is asked for, hangs up, and A is told that it is available. */
async function expectEachCallsBack({ a, others }: Awaited<ReturnType<typeof deskWith>>): Promise<void> {
  for (const b of others) {
    await a.findsBusy(b);
    await a.pressesCallBack();
    await a.shows(`CallBack is activated on ${b.number}`);
    await b.hangsUp();
    await a.shows(`${b.number} has become available`);
    await a.presses("Cancel");
    await a.showsNot("has become available");
  }
}

test("[PR-03] [PR-04] the supported phones can be waited for when they are busy: 6900, 7900, 8900, 9900, 7800 and 8800 series", async ({
  page,
  api,
  uniqueName,
}) => {
  const targets = [
    { model: "Cisco 6941", protocol: "SIP" },
    { model: "Cisco 7965", protocol: "SCCP" },
    { model: "Cisco 8961" },
    { model: "Cisco 9971" },
    { model: "Cisco 7841" },
    { model: "Cisco 8851" },
  ];
  await expectEachCallsBack(await deskWith({ page, api, uniqueName }, targets));
});

test("[PR-05] [PR-06] gateway ports and analog adapters can be waited for when they are busy: VGC, ATA 186, analog phone", async ({
  page,
  api,
  uniqueName,
}) => {
  const targets = [
    { model: "Cisco VGC Phone", prefix: "VGC" },
    { model: "Cisco ATA 186", prefix: "ATA" },
    { model: "Analog Phone", prefix: "AN" },
  ];
  await expectEachCallsBack(await deskWith({ page, api, uniqueName }, targets));
});

test("[PR-03] [PR-06] [PR-07] a 6911 cannot be waited for; an analog port that does not answer can, also behind a CTI route point", async ({
  page,
  api,
  uniqueName,
}) => {
  const cast = await createPhones(api, uniqueName, {
    a: {},
    corridor: { model: "Cisco 6911", protocol: "SIP" },
    port: { model: "Analog Phone", name: `AN0${uniqueDevice(uniqueName).slice(3)}` },
  });
  const switchboard = `5${uniqueDevice(uniqueName).slice(-6)}`;
  await createObject(api, "ctiRoutePoint", {
    name: uniqueName("Switchboard"),
    directoryNumber: switchboard,
    forwardTo: cast.port.number,
  });
  const [a, corridor, port] = await openDesk(page, [cast.a, cast.corridor, cast.port]);
  if (!a || !corridor || !port) throw new Error("three phones are on the desk");
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
