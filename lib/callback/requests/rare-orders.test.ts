import { describe, expect, test } from "vitest";
import { losing, scenario } from "@/lib/callback/scenario/scenario";
import { keysOn, screenOn } from "@/lib/callback/testing/shown";

const button = { buttons: ["CallBack"] } as const;
const keep = { parameters: { "Call Back on Originator Reset": "keep" } };

/** B refuses calls and makes a cycle while A, who has asked for it, is unplugged. */
function cycledUnderDndWhileAway() {
  const story = scenario({ a: { number: "2001", ...button }, b: "2002" }, keep);
  const { a, b } = story.phones;
  b.goesOffHook();
  a.dials(b);
  a.presses("CallBack");
  a.isUnplugged();
  b.setsDnd();
  b.hangsUp();
  return story;
}

describe("nothing is shown by itself when A's phone registers", () => {
  test("[TS-01][IN-07] B is available but on DND-R: the key shows it (row 13)", () => {
    const { a } = cycledUnderDndWhileAway().phones;
    a.isPluggedIn();
    expect(a.requestState).toBe("readyDndReject");
    expect(screenOn(a)).toBeNull();
    a.presses("CallBack");
    expect(keysOn(a)).toEqual(["Cancel", "Exit"]);
  });

  test("[TS-02][IN-07] B has set DND-Reject off meanwhile: ready without tone and screen (row 19)", () => {
    const { a, b } = cycledUnderDndWhileAway().phones;
    a.isPluggedIn();
    a.isUnplugged();
    b.clearsDnd();
    a.isPluggedIn();
    expect(a).toMatchObject({ requestState: "ready", hears: "none", display: { screen: null } });
    a.presses("CallBack");
    expect(keysOn(a)).toEqual(["Dial", "Cancel", "Exit"]);
  });
});

test("[OV-05] two callers become free in the same step: the one who asked first is served (S8)", () => {
  const { phones } = scenario(
    { a: "2001", a2: "2002", b: "2003" },
    { parameters: { "Callback Selection Policy": "oneAtATime" } },
  );
  const { a, a2, b } = phones;
  b.goesOffHook();
  for (const caller of [a, a2]) {
    caller.dials(b);
    caller.presses("CallBack");
  }
  a2.dials(a);
  a.answers();
  b.hangsUp();
  expect([a.requestState, a2.requestState]).toEqual(["suspended", "suspended"]);
  a2.hangsUp();
  expect([a.requestState, a2.requestState]).toEqual(["ready", "active"]);
});

test("[OV-01] B resets while it is rung, after a use that A had waited for: that it is back is not enough", () => {
  const { phones } = scenario({ a: "2001", b: "2002", c: "2003" });
  const { a, b, c } = phones;
  a.dials(b);
  a.presses("CallBack");
  b.goesOffHook();
  b.hangsUp();
  c.dials(b);
  a.dials(c);
  a.hangsUp();
  expect(a.requestState).toBe("active");
  b.isReset();
  expect(a.requestState).toBe("active");
});

test("[IN-02] the screen that the key brings back beside a call stays until A turns to another call (row 14b)", () => {
  const { phones, wait } = scenario({ a: { number: "2001", ...button }, b: "2002", c: "2003" });
  const { a, b, c } = phones;
  b.goesOffHook();
  a.dials(b);
  a.presses("CallBack");
  b.hangsUp();
  wait(20);
  a.dials(b);
  a.presses("CallBack");
  a.setsDnd();
  expect(screenOn(a)).toMatch(/^2002 has become available/);
  a.hangsUp();
  a.dials(c);
  expect(screenOn(a)).toBeNull();
});

describe("row 13 over a reset of B, and on a shared line", () => {
  test("[IN-07] A resumes while B is away: shown when B is back", () => {
    const { phones } = scenario({ a: "2001", b: "2002", c: "2003" });
    const { a, b, c } = phones;
    b.goesOffHook();
    a.dials(b);
    a.presses("CallBack");
    a.dials(c);
    b.setsDnd();
    b.hangsUp();
    expect(a.requestState).toBe("suspended");
    b.isUnplugged();
    a.hangsUp();
    expect(a.requestState).toBe("active");
    b.isPluggedIn();
    expect(a.requestState).toBe("readyDndReject");
  });

  test("[IN-07] another device of the line is in use: not before it is idle too", () => {
    const { phones } = scenario({ a: "2001", b: "2002", b2: { number: "2002" } });
    const { a, b, b2 } = phones;
    for (const phone of [b, b2]) phone.setsDnd();
    a.dials("2002");
    a.presses("CallBack");
    for (const phone of [b, b2]) phone.goesOffHook();
    b.hangsUp();
    expect(a.requestState).toBe("active");
    b2.hangsUp();
    expect(a.requestState).toBe("readyDndReject");
  });

  test("[IN-06] accepted while B is away with DND-Reject set: it has to be used once, or set it off", () => {
    const { phones } = scenario({ a: "2001", b: "2002" });
    const { a, b } = phones;
    b.goesOffHook();
    a.dials(b);
    b.setsDnd();
    b.hangsUp();
    b.isUnplugged();
    a.presses("CallBack");
    b.isPluggedIn();
    expect(a.requestState).toBe("active");
    b.clearsDnd();
    expect(a.requestState).toBe("ready");
  });
});

test("[TS-04][OV-02] B of another cluster became free while its request was to be replaced in vain: A is told then (row 8)", () => {
  const { phones, simulation, wait } = scenario({
    a: "2001",
    b: { number: "5001", cluster: "Busan" },
    c: { number: "5002", cluster: "Busan" },
  });
  const { a, b, c } = phones;
  for (const phone of [b, c]) phone.goesOffHook();
  a.dials(b);
  a.presses("CallBack");
  a.dials(c);
  a.presses("CallBack");
  simulation.transport = losing("ccRequest");
  a.presses("OK");
  b.hangsUp();
  expect(a.requestState).toBe("active");
  wait(10);
  expect(a.requestState).toBe("ready");
  expect(screenOn(a)).toMatch(/^5001 has become available/);
});

/** A has asked for B of another cluster, whose answer is under way, and is asked whether to replace that by a request for C. */
function askedBeforeTheAnswer() {
  const story = scenario({ a: "2001", b: { number: "5001", cluster: "Busan" }, c: "2003" });
  const { simulation } = story;
  const { a, b, c } = story.phones;
  b.goesOffHook();
  a.dials(b);
  simulation.transport = () => "keep";
  a.presses("CallBack");
  expect(a.requestState).toBe("requested");
  simulation.transport = () => "deliver";
  a.dials(c);
  a.presses("CallBack");
  expect(keysOn(a)).toEqual(["OK", "Exit"]);
  return { a, simulation };
}

describe("[TS-04] what becomes of a request does not take the question from the screen whether to replace it (row 9)", () => {
  test("[OV-02] that it is accepted is not shown; the key does", () => {
    const { a, simulation } = askedBeforeTheAnswer();
    const question = screenOn(a);
    for (const sent of simulation.kept.splice(0)) simulation.deliver(sent);
    expect(a.requestState).toBe("active");
    expect([screenOn(a), keysOn(a)]).toEqual([question, ["OK", "Exit"]]);
    a.presses("OK");
    expect(screenOn(a)).toMatch(/^CallBack is activated on 2003/);
  });

  test("[IN-07] nor is that B is available but on DND-R", () => {
    const { a, b, c } = scenario({ a: "2001", b: "2002", c: "2003" }).phones;
    b.goesOffHook();
    a.dials(b);
    a.presses("CallBack");
    a.presses("Exit");
    a.dials(c);
    a.presses("CallBack");
    const question = screenOn(a);
    expect(keysOn(a)).toEqual(["OK", "Exit"]);
    b.setsDnd();
    b.hangsUp();
    expect(screenOn(a)).toBe(question);
    a.presses("Exit");
    expect(screenOn(a)).toBeNull();
  });

  test("[OV-02] that it was refused closes the question: nothing is left to be replaced (row 9b)", () => {
    const { a, simulation } = askedBeforeTheAnswer();
    simulation.happen("", {
      kind: "trunkMessage",
      from: "Busan",
      message: { kind: "ccReject", request: a.request?.id ?? "" },
    });
    expect(keysOn(a)).toEqual(["Exit"]);
    a.presses("Exit");
    a.presses("CallBack");
    expect(screenOn(a)).toMatch(/^CallBack is activated on 2003/);
  });
});

test("a phone that kept callers waiting turns out not to have the line: whoever waits is judged anew", () => {
  const { phones, simulation } = scenario({ a: "2001", b: "2002", b2: { number: "2002" } });
  const { a, b, b2 } = phones;
  for (const phone of [b, b2]) phone.goesOffHook();
  a.dials("2002");
  a.presses("CallBack");
  b.hangsUp();
  expect(a.requestState).toBe("active");
  const [line] = b.phone.running.lines;
  const number = line?.number ?? "";
  simulation.world("").tables.lines.set(number, { number, phones: [b.name] });
  simulation.happen("", { kind: "watchesChanged", watches: [number, "of which nobody knows"] });
  expect(a.requestState).toBe("ready");
});

test("[IN-07][IN-09] B takes calls again during a use: who asks afterwards needs a use, which a reset does not end", () => {
  const { phones, wait } = scenario({ a: { number: "2001", ...button }, a2: "2002", b: "2003" });
  const { a, a2, b } = phones;
  a.dials(b);
  wait(13);
  b.setsDnd();
  a2.dials(b);
  b.goesOffHook();
  a2.presses("CallBack");
  b.clearsDnd();
  a.presses("CallBack");
  b.isUnplugged();
  b.isPluggedIn();
  expect([a.requestState, a2.requestState]).toEqual(["active", "ready"]);
  b.goesOffHook();
  b.hangsUp();
  expect([a.requestState, a2.requestState]).toEqual(["ready", "ready"]);
});
