import { afterAll, beforeAll, expect, test } from "vitest";
import type { OverviewDto } from "@/lib/contract/overview";
import { seed } from "@/lib/server/seed/seed";
import { getOverview } from "@/lib/server/services/overview/get";
import { type PhonesInUse, phoneNameOf, phonesOf } from "@/lib/server/testing/phones-in-use";
import { inRole, testContext } from "@/lib/server/testing/test-context";
import { openTestDatabase } from "@/lib/server/testing/test-database";
import { testPassword } from "@/lib/server/testing/test-password";

let cluster: PhonesInUse;
beforeAll(async () => {
  cluster = await phonesOf(await testContext());
});
afterAll(() => cluster.close());

const overview = async () => (await cluster.get("/overview")) as OverviewDto;
const flow = async () => (await overview()).taskFlow;
const pair = async () => (await cluster.get("/call-back/pair")).pair;
const standard = "Standard User";
const template = "/softkey-templates/Call%20Back%20User";

async function placeCallBack(): Promise<void> {
  const { callStates, version } = (await cluster.get(template)) as {
    callStates: Record<string, string[]>;
    version: number;
  };
  const ringOut = [...(callStates["Ring Out"] ?? []), "CallBack"];
  await cluster.send("PATCH", template, { version, callStates: { ...callStates, "Ring Out": ringOut } });
}

function addPhone(number: string, fields: object = {}) {
  return cluster.send("POST", "/phones", {
    name: phoneNameOf(number),
    model: "Cisco 8841",
    lines: [{ index: 1, directoryNumber: number }],
    ...fields,
  });
}

// One story: each test goes on from where the one before has left the cluster.
test("[SK-02] the task flow of a new cluster begins with a copy, and each step is ticked when the cluster shows it", async () => {
  expect(await overview()).toEqual({
    phones: { total: 0, registered: 0 },
    liveRequests: 0,
    taskFlow: { done: [], next: "copy" },
  });
  await cluster.send("POST", "/softkey-templates", { name: "Call Back User", copyOf: standard });
  expect(await flow()).toEqual({ done: ["copy"], next: "layout" });
  await placeCallBack();
  expect(await flow()).toEqual({ done: ["copy", "layout"], next: "common" });
});

test("[CD-02][PH-02] a common device configuration counts once a phone has it, and a phone's own template by itself", async () => {
  await cluster.send("POST", "/common-device-configurations", {
    name: "Desk",
    softkeyTemplate: "Call Back User",
  });
  expect((await flow()).next).toBe("common");
  await addPhone("2001");
  await cluster.wait(2);
  expect(await overview()).toMatchObject({ phones: { total: 1, registered: 1 } });
  await cluster.change(`/phones/${phoneNameOf("2001")}`, { commonDeviceConfiguration: "Desk" });
  expect(await flow()).toEqual({ done: ["copy", "layout", "common"], next: "apply" });
  await addPhone("2002", { softkeyTemplate: "Call Back User" });
  expect((await flow()).done).toContain("phone");
});

test("[SK-10][SK-11] apply is ticked when a registered phone runs the key, not when it is saved", async () => {
  const apply = async (number: string, action: string) => {
    await cluster.send("POST", `/phones/${phoneNameOf(number)}/${action}`, {});
    await cluster.wait(20);
  };
  await cluster.phone("2002").does({ action: "unplug" });
  expect((await flow()).next).toBe("apply");
  expect(await pair()).toBeNull();
  await apply("2001", "apply-config");
  expect((await flow()).next).toBe("try");
  await cluster.phone("2002").does({ action: "plugIn" });
  await cluster.wait(20);
  expect(await pair()).toEqual({
    originator: { phone: phoneNameOf("2001"), directoryNumber: "2001" },
    target: { phone: phoneNameOf("2002"), directoryNumber: "2002" },
  });
  // What is saved now is not what runs: taking the key away takes effect when it is applied, too.
  await cluster.change(template, { callStates: await standardLayout() });
  expect((await flow()).done).toContain("apply");
  await placeCallBack();
  await apply("2001", "reset");
  expect((await flow()).next).toBe("try");
});

async function standardLayout(): Promise<unknown> {
  return (await cluster.get("/softkey-templates/Standard%20User")).callStates;
}

test("[BT-04][BT-05] the button way is ticked by a template that has the feature, and a phone that has it", async () => {
  await cluster.send("POST", "/phone-button-templates", {
    name: "Call Back Button",
    copyOf: "Standard 8841 SIP",
    buttons: ["Line", "Speed Dial", "Speed Dial", "Speed Dial", "CallBack"].map((feature, index) => ({
      position: index + 1,
      feature,
    })),
  });
  expect((await flow()).done).toContain("button");
  expect((await flow()).done).not.toContain("buttonPhone");
  await addPhone("2003", { phoneButtonTemplate: "Call Back Button" });
  expect((await flow()).done).toContain("buttonPhone");
});

test("[OV-01] a request is counted while it lives, and has been tried afterwards", async () => {
  await cluster.wait(20);
  const [a, b] = [cluster.phone("2001"), cluster.phone("2003")];
  await b.does({ action: "offHook" });
  await a.dials("2003");
  await a.presses("CallBack");
  expect(await overview()).toMatchObject({ liveRequests: 1, taskFlow: { next: null } });
  const [request] = await cluster.requests();
  await cluster.send("DELETE", `/call-back/requests/${request?.id}`);
  await b.hangsUp();
  expect(await overview()).toMatchObject({ liveRequests: 0, taskFlow: { next: null } });
});

test("[SK-04] the default template is an association of its own", async () => {
  expect((await flow()).done).not.toContain("default");
  await cluster.change(template, { isDefault: true });
  expect((await flow()).done).toContain("default");
});

test("analog ports with lower names and numbers come into no pair, even with the default template", async () => {
  const analog = { softkeyTemplate: undefined, phoneButtonTemplate: undefined };
  for (const [number, port] of [
    ["1001", "AN00005E0000300"],
    ["1002", "AN00005E0000301"],
  ] as const)
    await addPhone(number, { ...analog, name: port, model: "Analog Phone" });
  await cluster.wait(20);
  expect(await pair()).toMatchObject({ originator: { directoryNumber: "2001" } });
});

test("whoever may only read is told as well", async () => {
  expect(await getOverview(inRole(cluster.context, "readOnly"))).toEqual(await overview());
});

test("in the demonstration call back can be tried with the first two phones of the headquarters", async () => {
  const database = await openTestDatabase();
  let id = 0;
  await seed(database, {
    contents: "demo",
    adminPassword: testPassword,
    now: () => new Date(),
    newId: () => `demo-${id++}`,
  });
  const demo = await phonesOf(await testContext(database), new Date());
  expect((await demo.get("/overview")) as OverviewDto).toMatchObject({ taskFlow: { next: "apply" } });
  await demo.wait(60);
  expect(await demo.get("/overview")).toMatchObject({
    phones: { total: 30, registered: 30 },
    taskFlow: {
      done: ["copy", "layout", "common", "phone", "button", "buttonPhone", "apply"],
      next: "try",
    },
  });
  expect(await demo.get("/call-back/pair")).toMatchObject({
    pair: { originator: { directoryNumber: "2001" }, target: { directoryNumber: "2002" } },
  });
  await demo.close();
});
