import { describe, expect, test } from "vitest";
import { scenario } from "@/lib/callback/scenario/scenario";
import { keysOn, screenOn } from "@/lib/callback/testing/shown";

const remote = { number: "5001", cluster: "Busan" } as const;

describe("what the feature does", () => {
  test("[OV-01][OV-03] A, told that B is busy, presses CallBack and is told when B is available", () => {
    const { phones, wait } = scenario({ a: "2001", b: "2002", c: "2003" });
    const { a, b, c } = phones;
    b.dials(c);
    c.answers();
    a.dials(b);
    expect(a.hears).toBe("busy");
    expect(a.display.callState).toBe("Ring Out");
    a.presses("CallBack");
    expect(a.display.hook).toBe("on");
    expect(screenOn(a)).toBe(
      "CallBack is activated on 2002 Press Cancel to deactivate Press Exit to quit this screen",
    );
    expect(keysOn(a)).toEqual(["Cancel", "Exit"]);
    wait(90);
    b.hangsUp();
    expect(a.hears).toBe("callBack");
    expect(screenOn(a)).toBe(
      "2002 has become available Time 09:01 01/05/2026 Press Dial to call Press Cancel to deactivate Press Exit to quit this screen",
    );
    expect(keysOn(a)).toEqual(["Dial", "Cancel", "Exit"]);
    a.presses("Dial");
    expect(a.hears).toBe("ringback");
    expect(b.hears).toBe("ringing");
    b.answers();
    expect(a.display.callState).toBe("Connected");
    expect(a.request).toBeNull();
  });

  test("[OV-01][OV-03] A, whom nobody answers, presses CallBack during ringback and is told after B's next call", () => {
    const { phones } = scenario({ a: "2001", b: "2002", c: "2003" });
    const { a, b, c } = phones;
    a.dials(b);
    expect(a.hears).toBe("ringback");
    a.presses("CallBack");
    expect(b.display.calls).toEqual([]);
    expect(a.requestState).toBe("active");
    c.dials(b);
    c.hangsUp();
    expect(a.requestState).toBe("active");
    b.goesOffHook();
    b.hangsUp();
    expect(a.requestState).toBe("ready");
  });

  test("[OV-03] the CallBack button does what the softkey does", () => {
    const { phones } = scenario({ a: { number: "2001", buttons: ["CallBack"] }, b: "2002" });
    const { a, b } = phones;
    b.goesOffHook();
    a.dials(b);
    a.pressesButton(2);
    expect(a.requestState).toBe("active");
    b.hangsUp();
    expect(screenOn(a)).toMatch(/^2002 has become available/);
  });

  test("[OV-04] during the reorder tone after the no-answer timer A can still ask for call back", () => {
    const { phones, wait } = scenario({ a: "2001", b: "2002" });
    const { a, b } = phones;
    a.dials(b);
    wait(12);
    expect(a.hears).toBe("reorder");
    expect(b.display.calls).toEqual([]);
    a.presses("CallBack");
    expect(a.request).toMatchObject({ state: "active", mode: "noReply" });
    b.goesOffHook();
    b.hangsUp();
    expect(a.requestState).toBe("ready");
  });

  test("[OV-02][OV-06] B is in another cluster behind a QSIG trunk", () => {
    const { phones } = scenario({ a: "2001", b: remote, c: { number: "5002", cluster: "Busan" } });
    const { a, b, c } = phones;
    b.dials(c);
    c.answers();
    a.dials(b);
    expect(a.hears).toBe("busy");
    a.presses("CallBack");
    expect(a.requestState).toBe("active");
    expect(screenOn(a)).toMatch(/^CallBack is activated on 5001/);
    b.hangsUp();
    expect(a.hears).toBe("callBack");
    a.presses("Dial");
    expect(b.hears).toBe("ringing");
    b.answers();
    expect(a.display.callState).toBe("Connected");
    expect(a.request).toBeNull();
  });

  test("[OV-05] B becomes available while A is busy: suspended, and resumed when A is available", () => {
    const { phones } = scenario({ a: "2001", b: "2002", c: "2003" });
    const { a, b, c } = phones;
    b.goesOffHook();
    a.dials(b);
    a.presses("CallBack");
    a.dials(c);
    c.answers();
    b.hangsUp();
    expect(a.requestState).toBe("suspended");
    expect(screenOn(a)).toMatch(/^CallBack is activated on 2002/);
    a.hangsUp();
    expect(a.requestState).toBe("ready");
    expect(a.hears).toBe("callBack");
  });

  test("[OV-06] suspend and resume reach the other cluster", () => {
    const { phones, simulation } = scenario({ a: "2001", b: remote, c: "2003" });
    const { a, b, c } = phones;
    b.goesOffHook();
    a.dials(b);
    a.presses("CallBack");
    a.dials(c);
    c.answers();
    b.hangsUp();
    expect(a.requestState).toBe("suspended");
    const served = () => [...simulation.world("Busan").tables.served.values()].map(({ state }) => state);
    expect(served()).toEqual(["suspended"]);
    a.hangsUp();
    expect(a.requestState).toBe("ready");
    expect(served()).toEqual(["notified"]);
    a.presses("Cancel");
    expect(served()).toEqual([]);
  });
});
