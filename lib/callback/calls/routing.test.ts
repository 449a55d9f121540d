import { describe, expect, test } from "vitest";
import { scenario } from "@/lib/callback/scenario/scenario";
import { searchSpaceChange } from "@/lib/callback/setup/configuration-changes";
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
