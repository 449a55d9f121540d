import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { EffectiveConfigurationDto } from "@/lib/contract/effective-configuration";
import { type PhonesInUse, phonesInUse } from "@/lib/server/testing/phones-in-use";

let cluster: PhonesInUse;
const numbers = ["2001", "2002", "2003"];
beforeAll(async () => {
  cluster = await phonesInUse(numbers, { extensionMobility: true });
  await cluster.send("POST", "/softkey-templates", { name: "Traveller", copyOf: "Call Back User" });
  await cluster.send("POST", "/device-profiles", {
    ...{ name: "Kim's profile", userId: "Kim", softkeyTemplate: "Traveller" },
    lines: [{ index: 1, directoryNumber: "2050", label: "Kim" }],
  });
  await cluster.send("POST", "/device-profiles", { name: "Lee's profile", userId: "lee" });
});
afterAll(() => cluster.close());

const a = () => cluster.phone("2001");
const b = () => cluster.phone("2002");
const c = () => cluster.phone("2003");
/** Everybody on hook, nobody logged in and nothing requested. */
beforeEach(async () => {
  await cluster.wait(2);
  for (const number of numbers) await cluster.phone(number).hangsUp();
  await cluster.wait(2);
  for (const number of numbers) {
    const phone = cluster.phone(number);
    if ((await phone.display()).user !== null) await phone.does({ action: "logout" });
  }
  await cluster.wait(2);
  const live = (await cluster.requests()).filter(({ state }) => state !== "ended");
  for (const { id } of live) await cluster.send("DELETE", `/call-back/requests/${id}`);
});

const login = { action: "login", userId: "kim" } as const;
const logout = { action: "logout" } as const;
const effective = async (path: string) =>
  (await cluster.get(`${path}/effective-configuration`)) as unknown as EffectiveConfigurationDto;

async function refusalOf(path: string, action: object) {
  const { status, body } = await cluster.call("POST", `${path}/actions`, action);
  const { problems = [] } = (body.data ?? {}) as { problems?: { code: string }[] };
  return [status, body.code, ...problems.map(({ code }) => code)];
}

/** The caller hears that the number is busy and asks for call back; the line that talks is freed by `hangsUp`. */
async function asksForCallBack(caller = a()) {
  await b().answers();
  await caller.dials("2002");
  await caller.presses("CallBack");
  const [request] = await cluster.requests("?where=state:isExactly:active");
  return request?.id ?? "";
}
const reasonOf = async (id: string) =>
  (await cluster.requests(`?where=id:isExactly:${id}`)).map(({ reason }) => reason);

describe("login and logout", () => {
  test("[IN-08][PH-04] the phone registers again with the user's profile, and without it after the logout", async () => {
    const display = await a().does(login);
    expect(display).toMatchObject({ registration: "unregistered", user: "Kim" });
    await cluster.wait(2);
    expect(await a().display()).toMatchObject({
      ...{ registration: "registered", user: "Kim" },
      lines: [{ index: 1, directoryNumber: "2050" }],
    });
    const { saved, running, differs } = await effective(a().path);
    expect([running, differs]).toEqual([saved, false]);
    expect(saved).toMatchObject({
      deviceProfile: { name: "Kim's profile", userId: "Kim" },
      softkeyTemplate: { value: "Traveller", source: "deviceProfile" },
      phoneButtonTemplate: { value: "Standard 8841 SIP", source: "phone" },
      lines: { value: [{ directoryNumber: "2050" }], source: "deviceProfile" },
    });
    const { items } = await cluster.get(`/alarms?where=phone:isExactly:${a().name}&limit=2`);
    expect(items).toMatchObject([
      { name: "EndPointRegistered" },
      { name: "EndPointUnregistered", severity: "informational", parameters: { Reason: 19 } },
    ]);
    await c().dials("2050");
    expect(await a().display()).toMatchObject({ tone: "ringing" });
    await c().hangsUp();
    await c().dials("2001");
    expect(await c().display()).toMatchObject({ tone: "reorder" });

    await a().does(logout);
    await cluster.wait(2);
    expect(await a().display()).toMatchObject({ user: null, lines: [{ directoryNumber: "2001" }] });
    expect((await effective(a().path)).running).toMatchObject({
      deviceProfile: null,
      softkeyTemplate: { value: "Call Back User", source: "phone" },
      lines: { source: "phone" },
    });
    await c().hangsUp();
    await c().dials("2001");
    expect(await a().display()).toMatchObject({ tone: "ringing" });
  });

  test("[IN-08] the limits of the profile's lines hold while its user is logged in, as they are saved", async () => {
    const line = { index: 1, directoryNumber: "2060", maxCalls: 4 };
    await cluster.send("POST", "/device-profiles", {
      ...{ name: "Park", userId: "park", lines: [{ ...line, busyTrigger: 2 }] },
    });
    await b().does({ action: "login", userId: "park" });
    await cluster.wait(2);
    await a().dials("2060");
    await b().answers();
    expect(await c().dials("2060")).toMatchObject({ tone: "ringback" });
    await c().hangsUp();
    await cluster.change("/device-profiles/Park", { lines: [{ ...line, busyTrigger: 1 }] });
    expect(await c().dials("2060")).toMatchObject({ tone: "busy" });
  });

  test("[IN-08] who is logged in stays so when the phone is unplugged or reset", async () => {
    await a().does(login);
    await cluster.wait(2);
    await a().does({ action: "unplug" });
    await a().does({ action: "plugIn" });
    await cluster.wait(2);
    expect(await a().display()).toMatchObject({ user: "Kim", lines: [{ directoryNumber: "2050" }] });
    await cluster.send("POST", `${a().path}/reset`);
    await cluster.wait(6);
    expect(await a().display()).toMatchObject({ registration: "registered", user: "Kim" });
  });

  test("[IN-08] a phone in a call is not cut: it restarts when its last call has ended", async () => {
    await a().dials("2003");
    await c().answers();
    expect(await a().does(login)).toMatchObject({ callState: "Connected", user: "Kim" });
    await cluster.wait(2);
    expect(await a().display()).toMatchObject({ registration: "registered", callState: "Connected" });
    await c().hangsUp();
    expect(await a().display()).toMatchObject({ registration: "unregistered" });
    await cluster.wait(2);
    expect(await a().display()).toMatchObject({ lines: [{ directoryNumber: "2050" }] });
  });
});

describe("call completions", () => {
  test.each(["login", "logout"])("[IN-08] A's %s cancels what A waits for", async (word) => {
    if (word === "logout") {
      await a().does(login);
      await cluster.wait(2);
    }
    const id = await asksForCallBack();
    expect(await a().does(word === "login" ? login : logout)).toMatchObject({ screen: null });
    expect(await reasonOf(id)).toEqual(["extensionMobility"]);
    await cluster.wait(2);
    await b().hangsUp();
    expect(await a().display()).toMatchObject({ tone: "none", screen: null });
  });

  test("[IN-08] a login on B's phone cancels it too", async () => {
    const id = await asksForCallBack();
    await b().hangsUp();
    expect(await a().display()).toMatchObject({ screen: { kind: "callBackAvailable" } });
    await b().does(login);
    expect(await reasonOf(id)).toEqual(["extensionMobility"]);
    expect(await a().display()).toMatchObject({ tone: "none", screen: null });
  });

  test("[IN-08] who waits for the number of a user who is nowhere is not called when the user logs in", async () => {
    await c().dials("2050");
    await c().presses("CallBack");
    const [request] = await cluster.requests("?where=state:isExactly:active");
    expect(request).toMatchObject({ target: "2050" });
    await a().does(login);
    await cluster.wait(2);
    expect(await reasonOf(request?.id ?? "")).toEqual(["extensionMobility"]);
  });

  test("[IN-08] during a call they are cancelled at once", async () => {
    const id = await asksForCallBack();
    await a().dials("2003");
    await c().answers();
    await a().does(login);
    expect(await reasonOf(id)).toEqual(["extensionMobility"]);
    expect(await a().display()).toMatchObject({ callState: "Connected" });
  });
});

describe("a login is refused", () => {
  test("in words that say why", async () => {
    expect(await refusalOf(a().path, { action: "login", userId: "nobody" })).toEqual([
      ...[422, "validationFailed", "unknownUserId"],
    ]);
    expect(await refusalOf(a().path, logout)).toEqual([409, "loginRefused", "nobodyLoggedIn"]);
    await a().does(login);
    expect(await refusalOf(a().path, logout)).toEqual([409, "phoneNotRegistered"]);
    await cluster.wait(2);
    expect(await a().does(login)).toMatchObject({ registration: "registered", user: "Kim" });
    expect(await refusalOf(a().path, { action: "login", userId: "lee" })).toEqual([
      ...[409, "loginRefused", "otherUserLoggedIn"],
    ]);
    expect(await refusalOf(b().path, login)).toEqual([409, "loginRefused", "loggedInElsewhere"]);
    await cluster.change(b().path, { extensionMobility: false });
    expect(await refusalOf(b().path, { action: "login", userId: "lee" })).toEqual([
      ...[409, "loginRefused", "extensionMobilityOff"],
    ]);
    const { body } = await cluster.call("POST", `${b().path}/actions`, { action: "login", userId: "lee" });
    expect(body.message).toContain("Extension Mobility is not enabled on this phone.");
    await cluster.change(b().path, { extensionMobility: true });
  });

  test("for all phones but one when a user logs in to several at the same moment", async () => {
    const answers = await Promise.all(
      numbers.map((number) => cluster.call("POST", `${cluster.phone(number).path}/actions`, login)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });
});

describe("a profile that is logged in", () => {
  test("is used by the phone: it cannot be deleted, nor replaced", async () => {
    await a().does(login);
    await cluster.wait(2);
    const path = "/device-profiles/Kim's%20profile";
    const use = { kind: "phone", name: a().name };
    expect(await cluster.get(`${path}/dependencies`)).toMatchObject({ items: [use], total: 1 });
    expect(await cluster.call("DELETE", path)).toMatchObject({
      status: 409,
      body: { code: "inUse", data: { dependencies: [use] } },
    });
    expect(await cluster.call("POST", `${path}/reassign`, { to: "Lee's profile" })).toMatchObject({
      status: 409,
      body: {
        code: "notReassignable",
        data: { refused: [{ ...use, problems: [{ code: "userLoggedIn" }] }] },
      },
    });
    await a().does(logout);
    expect(await cluster.get(`${path}/dependencies`)).toMatchObject({ items: [], total: 0 });
  });

  test("[SK-10] reaches the phone by Apply Config, on the phone and on its softkey template", async () => {
    await a().does(login);
    await cluster.wait(2);
    const pending = async () => (await cluster.get("/phones/pending-apply")).items;
    expect(await pending()).toEqual([]);
    await cluster.change("/device-profiles/Kim's%20profile", { description: "on the road" });
    expect(await pending()).toEqual([]);
    await cluster.change("/device-profiles/Kim's%20profile", {
      lines: [{ index: 1, directoryNumber: "2050", label: "Kim, here" }],
    });
    expect(await pending()).toMatchObject([{ phone: a().name, impact: "dynamic" }]);
    await cluster.send("POST", `${a().path}/apply-config`);
    await cluster.wait(1);
    const { registration, buttons } = await a().display();
    expect([registration, buttons[0]?.label]).toEqual(["registered", "Kim, here"]);
    expect(await pending()).toEqual([]);

    await cluster.change("/softkey-templates/Traveller", {
      callStates: { "On Hook": ["NewCall", "CallBack"] },
    });
    expect(await pending()).toMatchObject([{ phone: a().name, impact: "restart" }]);
    const preview = await cluster.get("/softkey-templates/Traveller/apply-config/preview");
    expect(preview).toMatchObject({ total: 1, groups: [{ impact: "restart", phones: [a().name] }] });
    const others = await cluster.get("/softkey-templates/Call%20Back%20User/apply-config/preview");
    expect(others).toMatchObject({ total: 2 });
    await cluster.send("POST", "/softkey-templates/Traveller/apply-config");
    await cluster.wait(2);
    expect(await a().display()).toMatchObject({ softkeys: ["NewCall", "CallBack"] });
    expect(await pending()).toEqual([]);
  });
});
