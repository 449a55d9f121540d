import { describe, expect, test } from "vitest";
import { directoryNumber } from "@/lib/callback/scenario/cast";
import { type Opening, scenario } from "@/lib/callback/scenario/scenario";
import { directoryNumberChange } from "@/lib/callback/setup/configuration-changes";
import { keysOn, promptOn, screenOn } from "@/lib/callback/testing/shown";

const notActive = "CallBack is not active. Press Exit to quit this screen.";
const remote = { number: "5001", cluster: "Busan" } as const;

function activated(opening: Opening = {}, b: { number: string; cluster?: string } = { number: "2002" }) {
  const story = scenario({ a: "2001", b, c: "2003" }, opening);
  const { phones } = story;
  phones.b.goesOffHook();
  phones.a.dials(phones.b);
  phones.a.presses("CallBack");
  return story;
}

describe("[TS-01] A's phone is unplugged or reset before the call back happens", () => {
  test("[TS-01] the activation is cancelled, nothing is shown after registration, the key tells the state", () => {
    const { phones, requests } = activated();
    const { a, b } = phones;
    a.isReset();
    expect(requests()).toMatchObject([{ state: "ended", reason: "originatorReset" }]);
    expect(screenOn(a)).toBeNull();
    b.hangsUp();
    expect(screenOn(a)).toBeNull();
    a.presses("CallBack");
    expect(screenOn(a)).toBe(notActive);
  });

  test("[TS-01] with the parameter set to keep the notification occurs", () => {
    const { phones } = activated({ parameters: { "Call Back on Originator Reset": "keep" } });
    const { a, b } = phones;
    a.isReset();
    expect(screenOn(a)).toBeNull();
    a.presses("CallBack");
    expect(screenOn(a)).toMatch(/^CallBack is activated on 2002/);
    b.hangsUp();
    expect(screenOn(a)).toMatch(/^2002 has become available/);
    expect(a.hears).toBe("callBack");
  });

  test("[TS-01] keep, and B becomes available while A is away: no tone, no screen; the key shows it", () => {
    const { phones } = activated({ parameters: { "Call Back on Originator Reset": "keep" } });
    const { a, b } = phones;
    a.isUnplugged();
    b.hangsUp();
    expect(a.requestState).toBe("ready");
    a.isPluggedIn();
    expect(screenOn(a)).toBeNull();
    expect(a.hears).toBe("none");
    a.presses("CallBack");
    expect(screenOn(a)).toMatch(/^2002 has become available/);
  });
});

describe.each([
  ["inside the cluster", { number: "2002" }],
  ["between clusters", remote],
])("[TS-02] A missed the notification and its phone was reset, %s", (_, b) => {
  test("[TS-02] the replace/retain screen does not mention that it has happened", () => {
    const { phones } = activated({}, b);
    const { a, c } = phones;
    phones.b.hangsUp();
    expect(a.requestState).toBe("ready");
    a.isReset();
    c.goesOffHook();
    a.dials(c);
    a.presses("CallBack");
    expect(screenOn(a)).toBe(
      `CallBack is already active on ${b.number}. Press OK to activate on 2003. Press Exit to quit this screen.`,
    );
  });

  test("[TS-02] on the idle phone CallBack shows the pending notification", () => {
    const { phones } = activated({}, b);
    const { a } = phones;
    phones.b.hangsUp();
    a.isReset();
    expect(screenOn(a)).toBeNull();
    a.presses("CallBack");
    expect(screenOn(a)).toBe(
      `${b.number} has become available Time 09:00 01/05/2026 Press Dial to call Press Cancel to deactivate Press Exit to quit this screen`,
    );
  });
});

test("[TS-03] CallBack pressed while idle with nothing active", () => {
  const { phones } = scenario({ a: "2001" });
  phones.a.presses("CallBack");
  expect(screenOn(phones.a)).toBe(notActive);
  expect(keysOn(phones.a)).toEqual(["Exit"]);
  phones.a.presses("Exit");
  expect(screenOn(phones.a)).toBeNull();
});

describe("[TS-04] a second activation", () => {
  function asked() {
    const story = activated();
    const { a, c } = story.phones;
    c.goesOffHook();
    a.dials(c);
    a.presses("CallBack");
    return story;
  }

  test("[TS-04] asks whether to replace", () => {
    const { a } = asked().phones;
    expect(screenOn(a)).toBe(
      "CallBack is already active on 2002. Press OK to activate on 2003. Press Exit to quit this screen.",
    );
    expect(keysOn(a)).toEqual(["OK", "Exit"]);
  });

  test("[TS-04] OK replaces", () => {
    const { phones, requests } = asked();
    phones.a.presses("OK");
    expect(requests()).toMatchObject([
      { state: "ended", reason: "replaced", target: { digits: "2002" } },
      { state: "active", target: { digits: "2003" } },
    ]);
    expect(screenOn(phones.a)).toMatch(/^CallBack is activated on 2003/);
  });

  test("[TS-04] Exit keeps the old one", () => {
    const { phones, requests } = asked();
    phones.a.presses("Exit");
    expect(requests()).toMatchObject([{ state: "active", target: { digits: "2002" } }]);
    expect(phones.a.hears).toBe("busy");
  });
});

describe("[TS-05] CallBack cannot be activated", () => {
  test("[TS-05] the extension is not in the database; after it has been added a new try works", () => {
    const { phones, configure } = scenario({ a: "2001" });
    const { a } = phones;
    a.dials("2002");
    expect(a.hears).toBe("reorder");
    a.presses("CallBack");
    expect(screenOn(a)).toBe("CallBack cannot be activated for 2002.");
    expect(keysOn(a)).toEqual(["Exit"]);
    a.hangsUp();
    configure(directoryNumberChange(directoryNumber({ pattern: "2002" })));
    a.dials("2002");
    a.presses("CallBack");
    expect(a.requestState).toBe("active");
  });

  test("[TS-05] there is no QSIG route to it", () => {
    const { phones } = scenario({ a: "2001", b: remote }, { trunk: { type: "sip" } });
    phones.a.dials(phones.b);
    phones.a.presses("CallBack");
    expect(screenOn(phones.a)).toBe("CallBack cannot be activated for 5001.");
  });

  test("[TS-05] the other cluster does not know the extension", () => {
    const { phones, simulation } = scenario({ a: "2001", b: remote });
    simulation.happen("Busan", {
      kind: "configured",
      changes: [{ table: "numbers", partition: "", pattern: "5001", key: '["5001",""]', value: null }],
    });
    phones.a.dials("5001");
    expect(phones.a.hears).toBe("reorder");
    phones.a.presses("CallBack");
    expect(screenOn(phones.a)).toBe("CallBack cannot be activated for 5001.");
  });
});

describe("[TS-06] Key Not Active", () => {
  test("[TS-06] CallBack pressed during a call before ringing or busy tone", () => {
    const { phones } = scenario({ a: { number: "2001", buttons: ["CallBack"] }, b: "2002" });
    const { a, b } = phones;
    a.goesOffHook();
    a.pressesButton(2);
    expect(promptOn(a)).toBe("Key Not Active");
    a.types("200");
    expect(promptOn(a)).toBe("");
    a.presses("CallBack");
    expect(promptOn(a)).toBe("Key Not Active");
    a.types("2");
    expect(a.hears).toBe("ringback");
    b.answers();
    a.pressesButton(2);
    expect(promptOn(a)).toBe("Key Not Active");
    expect(screenOn(a)).toBeNull();
  });

  test("[TS-06] the softkey is shown on the way to another cluster, but not active before it rings", () => {
    const { phones, simulation } = scenario({ a: "2001", b: remote });
    simulation.transport = () => "keep";
    phones.a.dials(phones.b);
    expect(phones.a.display).toMatchObject({ callState: "Ring Out", tone: "none" });
    phones.a.presses("CallBack");
    expect(promptOn(phones.a)).toBe("Key Not Active");
  });
});

describe("texts in the phone's user locale", () => {
  test("[PR-02][TS-03] Korean on a phone with the Korean locale", () => {
    const { phones } = scenario({ a: { number: "2001", userLocale: "Korean Korea Republic" } });
    phones.a.presses("CallBack");
    expect(screenOn(phones.a)).toBe("콜백이 활성 상태가 아닙니다. 이 화면을 종료하려면 [종료]를 누르십시오.");
  });
});
