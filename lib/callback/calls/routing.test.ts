import { describe, expect, test } from "vitest";
import { scenario } from "@/lib/callback/scenario/scenario";
import {
  phoneSpaceChange,
  routePatternsChange,
  searchSpaceChange,
} from "@/lib/callback/setup/configuration-changes";
import { refusalIn } from "@/lib/callback/testing/refusal-in";
import { screenOn } from "@/lib/callback/testing/shown";

describe("calling search spaces", () => {
  const inside = searchSpaceChange({ name: "Inside", description: "", partitions: ["Staff"] });

  test("[TS-05] B outside A's calling search space cannot be reached, and the trace says so", () => {
    const { phones, simulation } = scenario({ a: "2001", b: { number: "2002", partition: "Staff" } });
    phones.a.dials("2002");
    expect(phones.a.hears).toBe("reorder");
    phones.a.presses("CallBack");
    expect(screenOn(phones.a)).toBe("CallBack cannot be activated for 2002.");
    expect(refusalIn(simulation)).toBe("outsideCallingSearchSpace");
  });

  test("with the partition in its search space it is reached", () => {
    const { phones } = scenario(
      {
        a: { number: "2001", directoryNumber: { callingSearchSpace: "inside" } },
        b: { number: "2002", partition: "staff" },
      },
      { configuration: [inside] },
    );
    phones.a.dials("2002");
    expect(phones.b.hears).toBe("ringing");
  });
});

describe("calling search spaces of phones", () => {
  const space = (name: string, ...partitions: string[]) =>
    searchSpaceChange({ name, description: "", partitions });
  const spaces = [space("Of the line", "Staff"), space("Of the phone", "Lobby", "Staff")];
  const ofPhone = phoneSpaceChange("SEP-a", "of the phone");
  const staff = { number: "2002", partition: "Staff", displayName: "Staff" };
  const lobby = { number: "2002", partition: "Lobby", displayName: "Lobby" };

  test("[TS-05] a number that only the phone's calling search space has is reached, and call back to it is accepted and dials it", () => {
    const { phones } = scenario({ a: "2001", b: lobby }, { configuration: [...spaces, ofPhone] });
    const { a, b } = phones;
    b.goesOffHook();
    a.dials("2002");
    expect(a.hears).toBe("busy");
    a.presses("CallBack");
    expect(a.request).toMatchObject({ state: "active" });
    b.hangsUp();
    expect(screenOn(a)).toMatch(/^2002 has become available/);
    a.presses("Dial");
    expect(b.hears).toBe("ringing");
  });

  test("the calling search space of the line comes first, of a phone that shares the line too", () => {
    const a = { number: "2001", directoryNumber: { callingSearchSpace: "of the line" } };
    const { phones } = scenario({ a, b: staff, c: lobby }, { configuration: [...spaces, ofPhone] });
    phones.a.dials("2002");
    expect([phones.b.hears, phones.c.hears]).toEqual(["ringing", "none"]);
  });

  test("of two phones that share a line only the one whose own calling search space has the number reaches it", () => {
    const cast = { a: "2001", a2: { number: "2001" }, b: lobby };
    const { phones } = scenario(cast, { configuration: [...spaces, ofPhone] });
    phones.a2.dials("2002");
    expect(phones.a2.hears).toBe("reorder");
    phones.a2.hangsUp();
    phones.a.dials("2002");
    expect(phones.b.hears).toBe("ringing");
  });
});

describe("digits that are discarded", () => {
  test("[OV-02] only what is dialled after the dot goes out, with the call and with the request; phones show and Dial dials all of it", () => {
    const story = scenario({ a: "2001", b: { number: "5001", cluster: "Busan" } });
    const { a, b } = story.phones;
    const pattern = { pattern: "9.[2-9]XXX", trunk: "to Busan", discardDigits: "preDot" };
    story.configure(routePatternsChange(null, [pattern]));
    b.goesOffHook();
    a.dials("95001");
    expect(a.hears).toBe("busy");
    a.presses("CallBack");
    expect(screenOn(a)).toMatch(/^CallBack is activated on 95001/);
    expect(a.request).toMatchObject({ state: "active", target: { digits: "95001", sent: "5001" } });
    b.hangsUp();
    expect(screenOn(a)).toMatch(/^95001 has become available/);
    a.presses("Dial");
    expect(b.hears).toBe("ringing");
    expect(a.hears).toBe("ringback");
    a.hangsUp();
    a.dials("91001");
    expect(a.hears).toBe("reorder");
  });

  test("the closest of several patterns leads: the one that fits the fewest numbers of that length", () => {
    const cast = {
      a: "2001",
      b: { number: "5001", cluster: "Busan" },
      c: { number: "5001", cluster: "Daegu" },
    };
    const story = scenario(cast);
    const { a, b, c } = story.phones;
    story.configure(
      routePatternsChange(null, [
        { pattern: "!", trunk: "to Busan" },
        { pattern: "50!", trunk: "to Daegu" },
        { pattern: "[45]XXX", trunk: "to Busan" },
      ]),
    );
    a.dials("5001");
    expect([b.hears, c.hears]).toEqual(["none", "ringing"]);
  });
});

describe("where calls go", () => {
  test("forward-all in a circle ends with reorder, and call back may be asked for", () => {
    const { phones } = scenario({ a: "2001", b: "2002", c: "2003" });
    const { a, b, c } = phones;
    b.forwardsAllTo(c);
    c.forwardsAllTo(b);
    a.dials(b);
    expect(a.hears).toBe("reorder");
    a.presses("CallBack");
    expect(a.request).toMatchObject({ state: "active", mode: "noReply", target: { digits: "2002" } });
  });

  test("a shared line rings everywhere; who answers has it, and the others see it in use", () => {
    const { phones } = scenario({ a: "2001", b: "2002", b2: { number: "2002" } });
    const { a, b, b2 } = phones;
    a.dials("2002");
    expect([b.hears, b2.hears]).toEqual(["ringing", "ringing"]);
    b.answers();
    expect(b2.display).toMatchObject({ callState: "On Hook", tone: "none" });
    expect(b2.display.calls).toMatchObject([{ callState: "Remote In Use" }]);
    b2.selects(b2.display.calls[0]?.id ?? "");
    expect(b2.display).toMatchObject({ callState: "Remote In Use", softkeys: ["NewCall"] });
  });

  test("[OV-01] busy is judged by the trigger of each phone's own line: with 2 on one of two phones, the third caller rings there and the next one hears busy", () => {
    const { phones, simulation } = scenario({
      ...{ a: "2001", c: "2003", d: "2004", e: "2005" },
      b: { number: "2002", limits: { busyTrigger: 1, maxCalls: 2 } },
      b2: { number: "2002", limits: { busyTrigger: 2, maxCalls: 4 } },
    });
    const { a, b, b2, c, d, e } = phones;
    a.dials("2002");
    b.answers();
    c.dials("2002");
    expect([c.hears, b2.hears]).toEqual(["ringback", "ringing"]);
    expect(b.phone.calls).toHaveLength(1);
    b2.answers();
    d.dials("2002");
    expect(d.hears).toBe("ringback");
    expect([b.phone.calls.length, b2.phone.calls.length]).toEqual([1, 2]);
    e.dials("2002");
    expect(e.hears).toBe("busy");
    expect(simulation.decisions().findLast(({ rule }) => rule === "busy")?.inputs).toMatchObject({
      busyTrigger: 2,
    });
    e.presses("CallBack");
    for (const phone of [d, c, b]) phone.hangsUp();
    expect(e.requestState).toBe("ready");
  });

  test("busy is explained by a trigger that is reached, and by none where only the caller's own phone has the number", () => {
    const { phones, simulation } = scenario({
      a: { number: "2001", limits: { busyTrigger: 3, maxCalls: 6 } },
      ...{ b: "2002", c: "2003" },
      b2: { number: "2002", limits: { busyTrigger: 5, maxCalls: 6 } },
    });
    const { a, b, b2, c } = phones;
    const trigger = () => simulation.decisions().findLast(({ rule }) => rule === "busy")?.inputs.busyTrigger;
    a.dials("2001");
    expect([a.hears, trigger()]).toEqual(["busy", 0]);
    a.hangsUp();
    c.dials("2002");
    b.answers();
    b2.dials("2002");
    expect([b2.hears, trigger()]).toEqual(["busy", 1]);
  });

  test("[PH-01] a phone without a line is registered and calls nobody; nobody can call what it had", () => {
    const { phones } = scenario({ a: "2001", b: "2002" });
    const { a, b } = phones;
    const running = { ...b.phone.running, lines: [], buttons: [] };
    b.isUnplugged();
    b.isPluggedIn(running);
    expect(b.phone.registration).toBe("registered");
    b.dials("2001");
    expect([b.phone.prompt, b.phone.calls, b.phone.hook, a.hears]).toEqual([
      "keyNotActive",
      [],
      "on",
      "none",
    ]);
    b.goesOffHook();
    expect([b.phone.prompt, b.phone.hook]).toEqual(["keyNotActive", "on"]);
    a.dials("2002");
    expect(a.hears).toBe("reorder");
  });

  test("a phone takes as many calls of its own as its line allows, not as the directory number says", () => {
    const { phones } = scenario({
      a: { number: "2001", directoryNumber: { maxCalls: 1 }, limits: { busyTrigger: 1, maxCalls: 2 } },
      b: { number: "2002", directoryNumber: { maxCalls: 2 }, limits: { busyTrigger: 1, maxCalls: 1 } },
      ...{ c: "2003", d: "2004" },
    });
    const { a, b, c, d } = phones;
    for (const [phone, other] of [
      [a, c],
      [b, d],
    ] as const) {
      phone.dials(other);
      other.answers();
      phone.presses("Hold", "NewCall");
    }
    expect([a.phone.calls.length, b.phone.calls.length]).toEqual([2, 1]);
  });

  test("a shared line is free when every device of it is idle", () => {
    const { phones } = scenario({ a: "2001", b: "2002", b2: { number: "2002" } });
    const { a, b, b2 } = phones;
    b.goesOffHook();
    b2.goesOffHook();
    a.dials("2002");
    a.presses("CallBack");
    b.hangsUp();
    expect(a.requestState).toBe("active");
    b2.hangsUp();
    expect(a.requestState).toBe("ready");
  });

  test("hold, consultation and transfer: the two others talk, the phone is idle", () => {
    const { phones } = scenario({ a: "2001", b: "2002", c: "2003" });
    const { a, b, c } = phones;
    a.dials(b);
    b.answers();
    a.presses("Hold");
    expect(a.display.callState).toBe("On Hold");
    a.presses("Resume", "Transfer");
    a.dials(c);
    c.answers();
    a.presses("Transfer");
    expect(a.display).toMatchObject({ callState: "On Hook", hook: "on", calls: [] });
    expect([b.display.callState, c.display.callState]).toEqual(["Connected", "Connected"]);
    b.hangsUp();
    expect(c.display).toMatchObject({ callState: "On Hook", hook: "on" });
  });

  test("digits are typed, taken back and sent when the number is complete", () => {
    const { phones } = scenario({ a: "2001", b: "2002" });
    const { a, b } = phones;
    a.types("209");
    expect(a.display.callState).toBe("Digits After First");
    a.presses("<<");
    a.types("0");
    expect(b.hears).toBe("none");
    a.types("2");
    expect(b.hears).toBe("ringing");
  });

  test("CFwdAll collects the number to forward to, and pressed again stops forwarding", () => {
    const { phones } = scenario({ a: "2001", b: "2002", c: "2003" });
    const { a, b, c } = phones;
    b.presses("CFwdAll");
    expect(b.display.callState).toBe("Off Hook With Feature");
    b.dials(c);
    expect(b.display.callState).toBe("On Hook");
    a.dials(b);
    expect(c.hears).toBe("ringing");
    a.hangsUp();
    b.presses("CFwdAll");
    a.dials(b);
    expect(b.hears).toBe("ringing");
  });
});
