import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { BatchSizes } from "@/lib/server/runtime/devices/device-services";
import { type PhonesInUse, phonesInUse } from "@/lib/server/testing/phones-in-use";

const oneByOne: BatchSizes = { oneByOne: 500, inGroups: 500, fewestInGroup: Number.MAX_SAFE_INTEGER };
const inGroups: BatchSizes = { oneByOne: 1, inGroups: 500, fewestInGroup: 1 };
const numbers = ["2001", "2002", "2003", "2100"];
const template = "/phone-button-templates/Own%20buttons";

let cluster: PhonesInUse;
/** Calls and waits; its buttons stay as they are. */
const a = () => cluster.phone("2001");
/** Has 2100 on its second line, and a group number that nobody else has on its third. */
const second = () => cluster.phone("2002");
const c = () => cluster.phone("2003");
/** Has 2100 on its first line. */
const b = () => cluster.phone("2100");

async function setUp(sizes: BatchSizes) {
  cluster = await phonesInUse(numbers, {}, sizes);
  await cluster.send("POST", "/phone-button-templates", {
    ...{ name: "Own buttons", model: "Cisco 8841", protocol: "SIP", buttons: buttonsWith(1) },
  });
  await cluster.send("POST", "/device-profiles", {
    ...{ name: "Kim's profile", userId: "kim" },
    lines: [
      { index: 1, directoryNumber: "2050" },
      { index: 2, directoryNumber: "2100" },
    ],
  });
  for (const number of numbers.slice(1)) {
    const lines = [{ index: 1, directoryNumber: number }];
    if (number === "2002")
      lines.push({ index: 2, directoryNumber: "2100" }, { index: 3, directoryNumber: "2300" });
    await cluster.change(`/phones/${cluster.phone(number).name}`, {
      ...{ lines, phoneButtonTemplate: "Own buttons", extensionMobility: true },
    });
    await cluster.send("POST", `/phones/${cluster.phone(number).name}/restart`);
  }
  await cluster.wait(20);
}

function buttonsWith(lines: number) {
  return [1, 2, 3, 4].map((position) => ({
    position,
    feature: position <= lines ? "Line" : "Speed Dial",
    label: "",
  }));
}

/** The template of all phones has so many Line buttons from now on, and the phones run it. */
async function giveLineButtons(lines: number) {
  await cluster.change(template, { buttons: buttonsWith(lines) });
  await cluster.send("POST", `${template}/apply-config`);
  await cluster.wait(20);
}

/** Everybody on hook, nothing requested, and one Line button. */
beforeEach(async () => {
  for (const number of numbers) await cluster.phone(number).hangsUp();
  const live = (await cluster.requests()).filter(({ state }) => state !== "ended");
  for (const { id } of live) await cluster.send("DELETE", `/call-back/requests/${id}`);
  await giveLineButtons(1);
});

async function stateOf(target: string) {
  const [request] = (await cluster.requests()).filter(
    (one) => one.target === target && one.state !== "ended",
  );
  return request?.state;
}

describe.each([
  ["one by one", oneByOne],
  ["in groups", inGroups],
])("a line that no button carries, of phones that are driven %s", (_, sizes) => {
  beforeAll(() => setUp(sizes));
  afterAll(() => cluster.close());

  test("neither rings nor can be answered", async () => {
    expect(await a().dials("2100")).toMatchObject({ tone: "ringback" });
    expect(await b().display()).toMatchObject({ callState: "Ring In" });
    expect(await second().display()).toMatchObject({ callState: "On Hook", calls: [] });
    expect(await second().answers()).toMatchObject({ callState: "Off Hook" });
  });

  test("does not keep callers from hearing busy, nor from being told when the phone with the button is free", async () => {
    await c().dials("2100");
    await b().answers();
    expect(await a().dials("2100")).toMatchObject({ tone: "busy" });
    await a().presses("CallBack");
    await second().answers();
    expect(await stateOf("2100")).toBe("active");
    await b().hangsUp();
    expect(await stateOf("2100")).toBe("ready");
  });

  test("makes its number one without a registered phone, which forwards as unregistered", async () => {
    expect(await a().dials("2300")).toMatchObject({ tone: "reorder" });
    await a().presses("CallBack");
    expect((await cluster.requests()).find(({ state }) => state === "active")).toMatchObject({
      ...{ target: "2300", mode: "noReply" },
    });
    await cluster.change("/directory-numbers/2300", { forward: { unregistered: { destination: "2003" } } });
    await a().hangsUp();
    expect(await a().dials("2300")).toMatchObject({ tone: "ringback" });
    expect(await c().display()).toMatchObject({ callState: "Ring In" });
    await cluster.change("/directory-numbers/2300", { forward: { unregistered: { destination: null } } });
  });

  test("cannot be dialled from or forwarded: the answer says that no button has it", async () => {
    for (const action of [
      { action: "dial", digits: "2001", line: 2 },
      { action: "setForwardAll", line: 2, destination: "2001" },
    ]) {
      const { status, body } = await cluster.call("POST", `${second().path}/actions`, action);
      const problems = [{ path: ["line"], code: "lineWithoutButton", params: { index: 2 } }];
      expect([status, body.data]).toEqual([422, { problems: [expect.objectContaining(problems[0] ?? {})] }]);
    }
  });

  test("runs once the template has a button for it, and no longer when that goes, also for who waits", async () => {
    await a().dials("2300");
    await a().presses("CallBack");
    await giveLineButtons(3);
    expect(await c().dials("2100")).toMatchObject({ tone: "ringback" });
    expect(await second().display()).toMatchObject({ callState: "Ring In", calls: [{ line: 2 }] });
    await c().hangsUp();
    expect(await stateOf("2300")).toBe("active");
    expect(await c().dials("2300")).toMatchObject({ tone: "ringback" });
    await second().answers();
    await second().hangsUp();
    expect(await stateOf("2300")).toBe("ready");
    expect(await second().does({ action: "dial", digits: "2003", line: 2 })).toMatchObject({
      calls: [{ line: 2, party: "2003" }],
    });
    await second().hangsUp();
    await giveLineButtons(2);
    expect(await c().dials("2300")).toMatchObject({ tone: "reorder" });
  });

  test("[IN-08][PH-04] is none of the lines of a user's profile either", async () => {
    await c().does({ action: "login", userId: "kim" });
    await cluster.wait(20);
    expect(await a().dials("2100")).toMatchObject({ tone: "ringback" });
    expect(await c().display()).toMatchObject({ callState: "On Hook", lines: [{ index: 1 }] });
    await a().hangsUp();
    await giveLineButtons(2);
    await a().dials("2100");
    expect(await c().display()).toMatchObject({ callState: "Ring In", calls: [{ line: 2 }] });
    await a().hangsUp();
    await c().does({ action: "logout" });
    await cluster.wait(20);
  });
});
