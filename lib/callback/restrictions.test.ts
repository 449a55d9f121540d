import { describe, expect, test } from "vitest";
import { scenario } from "@/lib/callback/scenario/scenario";
import { refusalIn } from "@/lib/callback/testing/refusal-in";
import { promptOn, screenOn } from "@/lib/callback/testing/shown";

const remote = { number: "5001", cluster: "Busan" } as const;
const nowhere = { destination: null, voiceMail: false };
const toVoiceMail = { destination: null, voiceMail: true };

describe("trunks", () => {
  test("[RS-01] a video call over CUBE between clusters with QSIG SIP trunks: refused, the trace says why", () => {
    const { phones, simulation } = scenario(
      { a: { number: "2001", model: "Cisco 8845" }, b: remote },
      { trunk: { type: "sipQsig", throughCube: true } },
    );
    const { a, b } = phones;
    b.goesOffHook();
    a.dials(b, { video: true });
    a.presses("CallBack");
    expect(screenOn(a)).toBe("CallBack cannot be activated for 5001.");
    expect(refusalIn(simulation)).toBe("videoThroughCube");
    a.hangsUp();
    a.dials(b);
    a.presses("CallBack");
    expect(a.requestState).toBe("active");
  });

  test("[RS-02] over a SIP trunk call back is not supported", () => {
    const { phones, simulation } = scenario({ a: "2001", b: remote }, { trunk: { type: "sip" } });
    const { a, b } = phones;
    b.goesOffHook();
    a.dials(b);
    expect(a.hears).toBe("busy");
    a.presses("CallBack");
    expect(screenOn(a)).toBe("CallBack cannot be activated for 5001.");
    expect(refusalIn(simulation)).toBe("plainSipTrunk");
  });

  test("[RS-02] over a QSIG-enabled SIP trunk it is", () => {
    const { phones } = scenario({ a: "2001", b: remote }, { trunk: { type: "sipQsig" } });
    phones.b.goesOffHook();
    phones.a.dials(phones.b);
    phones.a.presses("CallBack");
    expect(phones.a.requestState).toBe("active");
  });
});

describe("[RS-03] characters of names and numbers", () => {
  const digitsOnly = { parameters: { "Callback Character Rule": "digitsAndSpacesOnly" } };

  test.each([
    ["the number of B", { number: "2001" }, { number: "20#2" }],
    ["the number of A", { number: "*2001" }, { number: "2002" }],
    ["the name of A", { number: "2001", displayName: "Desk #1" }, { number: "2002" }],
    [
      "the name of B",
      { number: "2001" },
      { number: "2002", directoryNumber: { alertingName: "Night * bell" } },
    ],
  ])("[RS-03] # and * in %s are refused", (_, a, b) => {
    const { phones, simulation } = scenario({ a, b });
    phones.b.goesOffHook();
    phones.a.dials(phones.b);
    phones.a.presses("CallBack");
    expect(screenOn(phones.a)).toBe(`CallBack cannot be activated for ${b.number}.`);
    expect(refusalIn(simulation)).toBe("characterRule");
  });

  test("[RS-03] by default a name of letters passes", () => {
    const { phones } = scenario({ a: { number: "2001", displayName: "Kim" }, b: "2002" });
    phones.b.goesOffHook();
    phones.a.dials(phones.b);
    phones.a.presses("CallBack");
    expect(phones.a.requestState).toBe("active");
  });

  test("[RS-03] digitsAndSpacesOnly refuses everything but digits and spaces", () => {
    for (const [displayName, outcome] of [
      ["Kim", null],
      ["12 34", "active"],
    ] as const) {
      const { phones } = scenario({ a: { number: "2001", displayName }, b: "2002" }, digitsOnly);
      phones.b.goesOffHook();
      phones.a.dials(phones.b);
      phones.a.presses("CallBack");
      expect(phones.a.requestState).toBe(outcome);
    }
  });

  test("[RS-03] the names of both parties count over a trunk too", () => {
    const { phones, simulation } = scenario({
      a: "2001",
      b: { ...remote, directoryNumber: { alertingName: "Lab #2" } },
    });
    const { a, b } = phones;
    a.dials(b);
    a.presses("CallBack");
    expect(refusalIn(simulation)).toBe("characterRule");
  });
});

describe("[RS-04] voice messaging", () => {
  test("[RS-04] all calls are forwarded to voice mail: call back cannot be activated", () => {
    const { phones, simulation, wait } = scenario({
      a: { number: "2001", buttons: ["CallBack"] },
      b: "2002",
    });
    const { a, b } = phones;
    b.forwardsAllToVoiceMail();
    a.dials(b);
    expect(a.hears).toBe("ringback");
    a.presses("CallBack");
    expect(screenOn(a)).toBe("CallBack cannot be activated for 2002.");
    expect(refusalIn(simulation)).toBe("forwardedToVoiceMail");
    a.presses("Exit");
    wait(3);
    expect(a.display.callState).toBe("Connected");
    a.pressesButton(2);
    expect(screenOn(a)).toBe("CallBack cannot be activated for 2002.");
    a.hangsUp();
    a.presses("CallBack");
    expect(screenOn(a)).toBe("CallBack is not active. Press Exit to quit this screen.");
  });

  test("[RS-04] also by a chain of forward-all, and in another cluster", () => {
    const { phones, simulation } = scenario({ a: "2001", b: "2002", c: "2003", r: remote });
    const { a, b, c, r } = phones;
    b.forwardsAllTo(c);
    c.forwardsAllToVoiceMail();
    r.forwardsAllToVoiceMail();
    for (const target of [b, r]) {
      a.dials(target);
      a.presses("CallBack");
      expect(screenOn(a)).toBe(`CallBack cannot be activated for ${target.number}.`);
      expect(refusalIn(simulation)).toBe("forwardedToVoiceMail");
      a.hangsUp();
    }
  });

  test("[RS-04] voice mail that answers only when B does not is no reason to refuse", () => {
    const { phones, wait } = scenario({
      a: "2001",
      b: {
        number: "2002",
        directoryNumber: {
          forward: { all: nowhere, busy: nowhere, noAnswer: toVoiceMail, unregistered: nowhere },
        },
      },
    });
    const { a, b } = phones;
    a.dials(b);
    wait(12);
    expect(a.hears).toBe("ringback");
    a.presses("CallBack");
    expect(a.requestState).toBe("active");
    a.dials(b);
    wait(15);
    expect(a.display.callState).toBe("Connected");
    expect(a.requestState).toBe("active");
  });
});

test("the service can be switched off: every press says so, and live requests go on", () => {
  const { phones, configure, simulation } = scenario({ a: "2001", b: "2002" });
  const { a, b } = phones;
  b.goesOffHook();
  a.dials(b);
  a.presses("CallBack", "Exit");
  const parameters = simulation.world("").get("parameters", "engine");
  if (parameters)
    configure({ table: "parameters", key: "engine", value: { ...parameters, isEnabled: false } });
  a.presses("CallBack");
  expect(promptOn(a)).toBe("Service Is Not Active");
  a.dials(b);
  a.presses("CallBack");
  expect(promptOn(a)).toBe("Service Is Not Active");
  a.hangsUp();
  b.hangsUp();
  expect(a.requestState).toBe("ready");
});
