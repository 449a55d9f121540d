import { describe, expect, test } from "vitest";
import type { CastMember } from "@/lib/callback/scenario/cast";
import { type Opening, scenario } from "@/lib/callback/scenario/scenario";
import { keysOn, screenOn } from "@/lib/callback/testing/shown";

/** A has activated call back on a busy B, who forwards to D, and has been notified. */
function notified(b: Partial<CastMember> = {}, opening: Opening = {}) {
  const story = scenario({ a: "2001", b: { number: "2002", ...b }, c: "2003", d: "2004" }, opening);
  const { phones } = story;
  phones.b.goesOffHook();
  phones.a.dials(phones.b);
  phones.a.presses("CallBack");
  phones.b.hangsUp();
  return story;
}

describe("call forward", () => {
  const nowhere = { destination: null, voiceMail: false };
  const forwardsWhenBusy = {
    all: nowhere,
    busy: { destination: "2004", voiceMail: false },
    noAnswer: nowhere,
    unregistered: nowhere,
  };

  test("[IN-01] Dial from the notification screen before T3 expires overrides every forwarding of B", () => {
    const { phones, wait } = notified();
    const { a, b, d } = phones;
    b.forwardsAllTo(d);
    wait(19);
    a.presses("Dial");
    expect(b.hears).toBe("ringing");
    expect(d.hears).toBe("none");
    wait(12);
    expect(a.hears).toBe("reorder");
    expect(d.hears).toBe("none");
  });

  test("[IN-01] at the very instant at which T3 is due, Dial still overrides", () => {
    const { phones, wait } = notified();
    const { a, b, d } = phones;
    b.forwardsAllTo(d);
    wait(20);
    expect(a.requestState).toBe("readyLate");
    a.presses("Dial");
    expect(b.hears).toBe("ringing");
  });

  test("[IN-01] also forwarding when busy: A hears busy, and the request is kept", () => {
    const { phones } = notified({ directoryNumber: { forward: forwardsWhenBusy } });
    const { a, b, c, d } = phones;
    expect(a.requestState).toBe("ready");
    c.dials(b);
    a.presses("Dial");
    expect(a.hears).toBe("busy");
    expect(d.hears).toBe("none");
    expect(a.requestState).toBe("active");
  });

  test("[IN-02] after T3 has expired the forward settings apply", () => {
    const { phones, wait } = notified();
    const { a, b, d } = phones;
    b.forwardsAllTo(d);
    wait(20.001);
    expect(a.requestState).toBe("readyLate");
    expect(a.hears).toBe("none");
    expect(screenOn(a)).toMatch(/^2002 has become available/);
    a.presses("Dial");
    expect(b.hears).toBe("none");
    expect(d.hears).toBe("ringing");
  });
});

describe("[IN-03] SIP 7940 and 7960", () => {
  const old = { number: "2002", model: "Cisco 7960", protocol: "SIP" } as const;

  test("[IN-03] as B: only an INVITE of its own and on-hook make it available", () => {
    const { phones } = scenario({ a: "2001", b: old, c: "2003" });
    const { a, b, c } = phones;
    c.dials(b);
    b.answers();
    a.dials(b);
    a.presses("CallBack");
    b.hangsUp();
    expect(a.requestState).toBe("active");
    b.goesOffHook();
    b.hangsUp();
    expect(a.requestState).toBe("active");
    b.dials(c);
    b.hangsUp();
    expect(a.requestState).toBe("ready");
    expect(a.hears).toBe("callBack");
  });

  test("[IN-03] as B: the INVITE of the call that is going on when A activates counts", () => {
    const { phones } = scenario({ a: "2001", b: old, c: "2003" });
    const { a, b, c } = phones;
    b.dials(c);
    c.answers();
    a.dials(b);
    a.presses("CallBack");
    b.hangsUp();
    expect(a.requestState).toBe("ready");
  });

  test("[IN-03] as A: idle again after an INVITE of its own and on-hook; the activated call counts", () => {
    const { phones } = scenario({ a: { ...old, number: "2001" }, b: "2002", c: "2003" });
    const { a, b, c } = phones;
    b.goesOffHook();
    a.dials(b);
    a.presses("CallBack");
    b.hangsUp();
    expect(a.requestState).toBe("ready");
    c.dials(a);
    a.answers();
    expect(a.requestState).toBe("suspended");
    a.hangsUp();
    expect(a.requestState).toBe("suspended");
    a.dials(c);
    a.hangsUp();
    expect(a.requestState).toBe("ready");
  });

  test.each([
    ["Cisco 7960", "SCCP"],
    ["Cisco 8841", "SIP"],
  ] as const)("[IN-03] %s with %s supports on-hook and off-hook notification", (model, protocol) => {
    const { phones } = scenario({ a: "2001", b: { number: "2002", model, protocol }, c: "2003" });
    const { a, b, c } = phones;
    c.dials(b);
    b.answers();
    a.dials(b);
    a.presses("CallBack");
    b.hangsUp();
    expect(a.requestState).toBe("ready");
  });
});

describe("Do Not Disturb", () => {
  test("[IN-04] with the ringer off on both sides call back works as without DND", () => {
    const { phones } = scenario({ a: "2001", b: "2002" });
    const { a, b } = phones;
    a.setsDnd("Ringer Off");
    b.setsDnd("Ringer Off");
    a.dials(b);
    expect(a.hears).toBe("ringback");
    expect(b.display).toMatchObject({ tone: "none", callState: "Ring In" });
    a.presses("CallBack");
    b.goesOffHook();
    b.hangsUp();
    expect(a.requestState).toBe("ready");
  });

  test("[IN-04] a request is handled normally once DND-Reject has been set off on both sides", () => {
    const { phones } = scenario({ a: "2001", b: "2002" });
    const { a, b } = phones;
    for (const phone of [a, b]) {
      phone.setsDnd("Call Reject");
      phone.clearsDnd();
    }
    b.goesOffHook();
    a.dials(b);
    a.presses("CallBack");
    b.hangsUp();
    expect(a.requestState).toBe("ready");
  });

  test("[IN-05] A in DND-Reject is notified all the same", () => {
    const { phones } = scenario({ a: "2001", b: "2002" });
    const { a, b } = phones;
    b.goesOffHook();
    a.dials(b);
    a.presses("CallBack");
    a.setsDnd("Call Reject");
    b.hangsUp();
    expect(a.hears).toBe("callBack");
    expect(screenOn(a)).toMatch(/^2002 has become available/);
  });

  test("[IN-06] B in DND-Reject: A hears fast busy and can activate", () => {
    const { phones } = scenario({ a: "2001", b: "2002" });
    const { a, b } = phones;
    b.setsDnd("Call Reject");
    a.dials(b);
    expect(a.hears).toBe("fastBusy");
    a.presses("CallBack");
    expect(a.request).toMatchObject({ state: "active", mode: "busy" });
  });

  test("[IN-07] B still in DND-Reject goes off-hook and on-hook: available but on DND-R, without Dial; then monitored until DND ends", () => {
    const { phones } = scenario({ a: "2001", b: "2002" });
    const { a, b } = phones;
    b.setsDnd("Call Reject");
    a.dials(b);
    a.presses("CallBack");
    expect(a.requestState).toBe("active");
    b.goesOffHook();
    b.hangsUp();
    expect(a.requestState).toBe("readyDndReject");
    expect(screenOn(a)).toBe(
      "2002 is available now but on DND-R Press Cancel to deactivate Press Exit to quit this screen",
    );
    expect(keysOn(a)).toEqual(["Cancel", "Exit"]);
    b.clearsDnd();
    expect(a.requestState).toBe("ready");
    expect(keysOn(a)).toEqual(["Dial", "Cancel", "Exit"]);
    expect(a.hears).toBe("callBack");
  });

  test("[IN-07] A's Cancel ends the monitoring", () => {
    const { phones, requests } = scenario({ a: "2001", b: "2002" });
    const { a, b } = phones;
    b.setsDnd("Call Reject");
    a.dials(b);
    a.presses("CallBack");
    b.goesOffHook();
    b.hangsUp();
    a.presses("Cancel");
    b.clearsDnd();
    expect(requests()).toMatchObject([{ state: "ended", reason: "cancelled" }]);
    expect(screenOn(a)).toBeNull();
  });

  test("[IN-07] B in another cluster: nothing is shown while DND-Reject lasts", () => {
    const { phones } = scenario({ a: "2001", b: { number: "5001", cluster: "Busan" } });
    const { a, b } = phones;
    b.setsDnd("Call Reject");
    a.dials(b);
    a.presses("CallBack", "Exit");
    b.goesOffHook();
    b.hangsUp();
    expect(a.requestState).toBe("active");
    expect(screenOn(a)).toBeNull();
    b.clearsDnd();
    expect(a.requestState).toBe("ready");
  });
});

describe("Extension Mobility", () => {
  test("[IN-08] login or logout on A's phone cancels its call completion", () => {
    const { phones, requests } = notified();
    expect(screenOn(phones.a)).not.toBeNull();
    phones.a.changesUser();
    expect(requests()).toMatchObject([{ state: "ended", reason: "extensionMobility" }]);
    expect(screenOn(phones.a)).toBeNull();
    expect(phones.a.hears).toBe("none");
  });

  test("[IN-08] login or logout during a call cancels at once what A waits for, and leaves the call alone", () => {
    const { phones, requests } = scenario({ a: "2001", b: "2002", c: "2003" });
    const { a, b, c } = phones;
    b.goesOffHook();
    a.dials(b);
    a.presses("CallBack");
    a.dials(c);
    c.answers();
    b.hangsUp();
    expect(a.requestState).toBe("suspended");
    a.changesUserInCall();
    expect(requests()).toMatchObject([{ state: "ended", reason: "extensionMobility" }]);
    expect(a.display.calls).toMatchObject([{ callState: "Connected" }]);
    a.hangsUp();
    expect(screenOn(a)).toBeNull();
  });

  test("[IN-08] login or logout on B's phone cancels every request for a number on it", () => {
    const { phones, requests } = scenario({ a: "2001", b: "2002", c: "2003" });
    const { a, b, c } = phones;
    b.goesOffHook();
    for (const caller of [a, c]) {
      caller.dials(b);
      caller.presses("CallBack");
    }
    b.changesUser();
    expect(requests().map(({ reason }) => reason)).toEqual(["extensionMobility", "extensionMobility"]);
    expect(screenOn(a)).toBeNull();
  });

  test("[IN-08] login on the phone of a remote B ends the request there and here", () => {
    const { phones, requests, simulation } = scenario({ a: "2001", b: { number: "5001", cluster: "Busan" } });
    const { a, b } = phones;
    b.goesOffHook();
    a.dials(b);
    a.presses("CallBack");
    b.changesUser();
    expect(requests()).toMatchObject([{ state: "ended", reason: "rejected" }]);
    expect(simulation.world("Busan").tables.served.size).toBe(0);
  });
});

test("[IN-09] B's phone is removed: Dial gives reorder, and A may cancel or activate again", () => {
  const { phones, rows } = notified();
  const { a, b } = phones;
  b.isRemoved();
  expect(a.requestState).toBe("ready");
  expect(rows()).toContain("targetRemoved");
  a.presses("Dial");
  expect(a.hears).toBe("reorder");
  expect(a.requestState).toBe("readyLate");
  a.presses("CallBack");
  expect(keysOn(a)).toEqual(["Dial", "Cancel", "Exit"]);
  a.presses("Cancel");
  expect(a.request).toBeNull();
  a.presses("CallBack");
  expect(screenOn(a)).toMatch(/^CallBack is activated on 2002/);
  expect(a.requestState).toBe("active");
});
