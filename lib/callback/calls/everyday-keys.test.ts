import { describe, expect, test } from "vitest";
import { scenario } from "@/lib/callback/scenario/scenario";
import { promptOn } from "@/lib/callback/testing/shown";

function open() {
  return scenario({ a: "2001", b: "2002", c: "2003" }).phones;
}

describe("everyday keys", () => {
  test("NewCall gives dial tone, EndCall ends any call of one's own, and the phone is on hook again", () => {
    const { a, b } = open();
    a.presses("NewCall");
    expect(a.display).toMatchObject({ callState: "Off Hook", tone: "dial", hook: "off" });
    a.presses("EndCall");
    expect(a.display).toMatchObject({ callState: "On Hook", tone: "none", hook: "on" });
    a.dials(b);
    a.presses("EndCall");
    expect(b.hears).toBe("none");
    a.dials(b);
    b.answers();
    b.presses("EndCall");
    expect(a.display).toMatchObject({ callState: "On Hook", hook: "on", calls: [] });
  });

  test("Redial dials the last number again, from the idle phone and from dial tone; without one it is not active", () => {
    const { a, b } = open();
    a.presses("Redial");
    expect(promptOn(a)).toBe("Key Not Active");
    a.dials(b);
    a.hangsUp();
    a.presses("Redial");
    expect(b.hears).toBe("ringing");
    a.presses("EndCall", "NewCall", "Redial");
    expect(b.hears).toBe("ringing");
  });

  test("Answer takes the call that rings", () => {
    const { a, b } = open();
    a.dials(b);
    expect(b.display).toMatchObject({ callState: "Ring In", softkeys: ["Answer"] });
    b.presses("Answer");
    expect([a.display.callState, b.display.callState]).toEqual(["Connected", "Connected"]);
  });

  test("Hold and Resume; on hold there is room for a new call, and Resume comes back to the first", () => {
    const { a, b, c } = open();
    a.dials(b);
    b.answers();
    a.presses("Hold");
    expect(a.display.callState).toBe("On Hold");
    a.presses("NewCall");
    a.dials(c);
    c.answers();
    expect(a.display.calls.map(({ callState }) => callState)).toEqual(["On Hold", "Connected"]);
    a.selects(a.display.calls[0]?.id ?? "");
    a.presses("Resume");
    expect(a.display.calls.map(({ callState }) => callState)).toEqual(["Connected", "On Hold"]);
    expect(b.display.callState).toBe("Connected");
  });

  test("Transfer while the consulted phone still rings: the held party hears ringback and may ask for call back", () => {
    const { a, b, c } = open();
    b.dials(a);
    a.answers();
    a.presses("Transfer");
    a.dials(c);
    a.presses("Transfer");
    expect(a.display).toMatchObject({ callState: "On Hook", calls: [] });
    expect(b).toMatchObject({ hears: "ringback" });
    expect(b.display.callState).toBe("Ring Out");
    b.presses("CallBack");
    expect(b.request).toMatchObject({ state: "active", target: { digits: "2003" } });
  });

  test("CFwdAll forwards to the number that is dialled next, and pressed again stops it", () => {
    const { a, b, c } = open();
    b.presses("CFwdAll");
    b.dials(c);
    a.dials(b);
    expect([b.hears, c.hears]).toEqual(["none", "ringing"]);
    a.hangsUp();
    b.presses("CFwdAll");
    a.dials(b);
    expect([b.hears, c.hears]).toEqual(["ringing", "none"]);
  });

  test("DND sets Do Not Disturb and takes it back", () => {
    const { a, b } = open();
    b.presses("DND");
    expect(b.phone.dnd.status).toBe(true);
    a.dials(b);
    expect(a.hears).toBe("fastBusy");
    b.presses("DND");
    a.hangsUp();
    a.dials(b);
    expect(b.hears).toBe("ringing");
  });

  test("<< takes digits back one by one, down to dial tone", () => {
    const { a } = open();
    a.types("29");
    a.presses("<<");
    expect(a.display.callState).toBe("Digits After First");
    a.presses("<<");
    expect(a.display).toMatchObject({ callState: "Off Hook", tone: "dial" });
    a.presses("<<");
    expect(promptOn(a)).toBe("Key Not Active");
  });

  test("what has been typed is sent after fifteen seconds", () => {
    const { phones, wait } = scenario({ a: "2001" });
    phones.a.types("29");
    wait(14.9);
    expect(phones.a.hears).toBe("none");
    wait(0.1);
    expect(phones.a.hears).toBe("reorder");
  });
});
