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

  test("CFwdAll collects the destination like a number: a complete one is taken at once, and the idle phone says so", () => {
    const { a } = open();
    a.presses("CFwdAll");
    expect(a.display).toMatchObject({ tone: "dial", prompt: "enterForwardDestination", notices: [] });
    a.types("200");
    expect(a.display).toMatchObject({ callState: "Digits After First", prompt: "enterForwardDestination" });
    a.types("2");
    expect(a.display).toMatchObject({
      ...{ callState: "On Hook", hook: "on", prompt: null, tone: "none" },
      notices: [{ key: "forwarded", destination: "2002" }],
    });
    a.presses("CFwdAll");
    expect(a.display.notices).toEqual([]);
  });

  test.each(["#", "button", "pause"])("CFwdAll takes a destination that is nobody's number: %s", (how) => {
    const { phones, wait } = scenario({ a: { number: "2001", buttons: ["Forward All"] } });
    const { a } = phones;
    a.presses("CFwdAll");
    a.types("0317");
    if (how === "#") a.types("#");
    else if (how === "button") a.pressesButton(2);
    else {
      wait(4.9);
      expect(a.display.notices).toEqual([]);
      wait(0.1);
    }
    expect(a.display).toMatchObject({
      ...{ hook: "on", prompt: null },
      notices: [{ key: "forwarded", destination: "0317" }],
    });
  });

  test("Forward All twice without a digit, and hanging up, leave everything as it was", () => {
    const { a } = scenario({ a: { number: "2001", buttons: ["Forward All"] } }).phones;
    a.pressesButton(2);
    expect(a.display).toMatchObject({ hook: "off", prompt: "enterForwardDestination" });
    a.pressesButton(2);
    expect(a.display).toMatchObject({ hook: "on", callState: "On Hook", notices: [] });
    a.presses("CFwdAll");
    a.types("200");
    a.hangsUp();
    expect(a.display).toMatchObject({ hook: "on", callState: "On Hook", notices: [] });
  });

  test("the lamp of Forward All says that calls are forwarded", () => {
    const { a } = scenario({ a: { number: "2001", buttons: ["Forward All"] } }).phones;
    const lamp = () => a.display.buttons[1]?.lamp;
    expect(lamp()).toBe("off");
    a.forwardsAllToVoiceMail();
    expect([lamp(), a.display.notices]).toEqual(["on", [{ key: "forwardedToVoiceMail" }]]);
    a.pressesButton(2);
    expect([lamp(), a.display.notices]).toEqual(["off", []]);
  });

  test("an idle phone says that it is in Do Not Disturb, and nothing of that during a call", () => {
    const { a, b } = open();
    a.setsDnd("Ringer Off");
    expect(a.display.notices).toEqual([{ key: "dnd" }]);
    a.setsDnd("Call Reject");
    expect(a.display.notices).toEqual([{ key: "dndReject" }]);
    a.dials(b);
    expect(a.display.notices).toEqual([]);
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
