import { describe, expect, test } from "vitest";
import { findPair } from "@/lib/callback/requests/find-pair";
import type { CastMember } from "@/lib/callback/scenario/cast";
import { scenario } from "@/lib/callback/scenario/scenario";

/** The numbers of the pair that is found among these phones, in this order. */
function pairOf(cast: Readonly<Record<string, string | CastMember>>, parameters = {}) {
  const { phones, simulation } = scenario(cast, { parameters });
  const names = Object.values(phones).map(({ name }) => name);
  const pair = findPair(simulation.world(""), names);
  return pair && [pair.originator.directoryNumber, pair.target.directoryNumber];
}

const without = { "Ring Out": ["EndCall"] } as const;

describe("two phones to try call back with", () => {
  test("[OV-03] are the first two that have CallBack; analog ports come into it as little as phones without the key", () => {
    const cast = {
      port: { number: "2000", model: "Analog Phone" },
      plain: { number: "2001", softkeys: without },
      old: { number: "2002", model: "Cisco 6911" },
      a: "2003",
      b: { number: "2004", softkeys: without, buttons: ["CallBack"] },
      c: "2005",
    } as const;
    expect(pairOf(cast)).toEqual(["2003", "2004"]);
  });

  test("can call each other: numbers in a partition that the other does not reach are passed over", () => {
    const cast = { a: "2001", hidden: { number: "2002", partition: "Hidden" }, c: "2003" };
    expect(pairOf(cast)).toEqual(["2001", "2003"]);
  });

  test("are called at their own numbers: shared, forwarded and busy-late ones are passed over", () => {
    const forward = {
      ...{ all: { destination: "2009", voiceMail: false }, busy: { destination: null, voiceMail: false } },
      ...{ noAnswer: { destination: null, voiceMail: false } },
      unregistered: { destination: null, voiceMail: false },
    };
    const cast = {
      a: "2001",
      first: { number: "2002" },
      second: { number: "2004", otherNumbers: ["2002"] },
      away: { number: "2005", directoryNumber: { forward } },
      late: { number: "2006", limits: { busyTrigger: 2, maxCalls: 4 } },
      last: "2007",
    };
    expect(pairOf({ a: cast.a, first: cast.first, second: cast.second })).toEqual(["2001", "2004"]);
    expect(pairOf({ a: cast.a, away: cast.away, late: cast.late, last: cast.last })).toEqual([
      "2001",
      "2007",
    ]);
  });

  test("are idle and let calls through", () => {
    const { phones, simulation } = scenario({ a: "2001", b: "2002", c: "2003", d: "2004" });
    const names = Object.values(phones).map(({ name }) => name);
    phones.a.goesOffHook();
    phones.b.setsDnd();
    phones.c.isUnplugged();
    expect(findPair(simulation.world(""), names)).toBeNull();
    phones.a.hangsUp();
    expect(findPair(simulation.world(""), names)).toEqual({
      originator: { phone: phones.a.name, directoryNumber: "2001" },
      target: { phone: phones.d.name, directoryNumber: "2004" },
    });
  });

  test("[RS-03] have names and numbers that call back takes", () => {
    const cast = { a: "2001", b: { number: "2002", displayName: "Door #2" }, c: "2003" };
    expect(pairOf(cast)).toEqual(["2001", "2003"]);
    expect(pairOf({ a: "2001", b: { number: "2002", displayName: "Door" } })).toEqual(["2001", "2002"]);
    const parameters = { "Callback Character Rule": "digitsAndSpacesOnly" };
    expect(pairOf({ a: "2001", b: { number: "2002", displayName: "Door" } }, parameters)).toBeNull();
  });

  test("are not looked for while call back is switched off", () => {
    expect(pairOf({ a: "2001", b: "2002" }, { "Callback Enabled Flag": false })).toBeNull();
  });
});
