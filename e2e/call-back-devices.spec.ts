import { expect } from "@playwright/test";
import { createPhones, openDesk } from "./actions/desk-phone";
import { createObject } from "./actions/objects";
import { uniqueDevice } from "./actions/phone";
import { test } from "./fixtures/test";

test.use({ clock: "manual" });
test.describe.configure({ timeout: 120_000 });

const supported = {
  "[PR-03] [PR-04]": [
    { model: "Cisco 6941", protocol: "SIP" },
    { model: "Cisco 7965", protocol: "SCCP" },
    { model: "Cisco 8961" },
    { model: "Cisco 9971" },
    { model: "Cisco 7841" },
    { model: "Cisco 8851" },
  ],
  "[PR-05] [PR-06]": [
    { model: "Cisco VGC Phone", prefix: "VGC" },
    { model: "Cisco ATA 186", prefix: "ATA" },
    { model: "Analog Phone", prefix: "AN" },
  ],
} as const;

function deviceNamed(prefix: string, unique: string): string {
  const digits = unique.slice(3);
  if (prefix === "AN") return `AN0${digits}`;
  return `${prefix}${digits}`;
}

for (const [ids, targets] of Object.entries(supported)) {
  test(`${ids} the supported devices can be waited for when they are busy: ${targets.map(({ model }) => model).join(", ")}`, async ({
    page,
    api,
    uniqueName,
  }) => {
    const roles = Object.fromEntries(
      targets.map(({ model, ...rest }, index) => {
        const { prefix, ...content } = { prefix: "SEP", ...rest };
        return [`b${index}`, { model, ...content, name: deviceNamed(prefix, uniqueDevice(uniqueName)) }];
      }),
    );
    const cast = await createPhones(api, uniqueName, { a: {}, ...roles });
    const [a, ...others] = await openDesk(page, Object.values(cast));
    if (!a) throw new Error("the caller is on the desk");
    for (const b of others) {
      await b.lifts();
      await b.hears("dial");
      await a.dials(b);
      await a.hears("busy");
      await a.pressesCallBack();
      await a.shows(`CallBack is activated on ${b.number}`);
      await b.hangsUp();
      await a.shows(`${b.number} has become available`);
      await a.presses("Cancel");
      await a.showsNot("has become available");
    }
  });
}

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
  await corridor.lifts();
  await corridor.hears("dial");
  await a.dials(corridor);
  await a.hears("busy");
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
