import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyConfigResult, commandResult } from "@/lib/devices/apply-result";
import { compareImpacts, type Impact, impacts, isInterruption, strongestImpact } from "@/lib/devices/impact";
import { registrationReason, registrationReasons } from "@/lib/devices/registration-reasons";

describe("impacts", () => {
  const anyImpact = fc.constantFrom(...impacts);

  test("[SK-10] the strongest one decides, whatever the order", () => {
    fc.assert(
      fc.property(fc.array(anyImpact), (given) => {
        const strongest = strongestImpact(given);
        expect(strongestImpact([...given].reverse())).toBe(strongest);
        expect(given.every((impact) => compareImpacts(impact, strongest) <= 0)).toBe(true);
        expect(strongest === "none" || given.includes(strongest)).toBe(true);
      }),
    );
  });

  test("only from registering again on does a phone lose its registration", () => {
    expect(impacts.filter(isInterruption)).toEqual(["reRegister", "restart", "reset"]);
  });
});

describe("answers to Apply Config have the numbers of the reference", () => {
  const numbers = (impact: Impact, isInCall: boolean) => {
    const { cucmResult, phoneResult, reason } = applyConfigResult(impact, isInCall);
    return [cucmResult, phoneResult, reason];
  };

  test("of an idle phone", () => {
    expect(impacts.map((impact) => numbers(impact, false))).toEqual([
      [1, 0, 0],
      [2, 1, 1],
      [3, 3, 1],
      [3, 3, 1],
      [3, 3, 1],
    ]);
  });

  test("of a phone in a call: it is delayed, and says why", () => {
    expect(impacts.map((impact) => numbers(impact, true))).toEqual([
      [1, 0, 0],
      [2, 1, 1],
      [3, 4, 4],
      [3, 4, 3],
      [3, 2, 5],
    ]);
  });

  test("Reset and Restart compare nothing", () => {
    expect(commandResult("reset", false)).toEqual({ cucmResult: 0, phoneResult: 0, reason: 0 });
    expect(commandResult("reset", true)).toEqual({ cucmResult: 0, phoneResult: 2, reason: 5 });
    expect(commandResult("restart", false)).toEqual({ cucmResult: 0, phoneResult: 3, reason: 0 });
    expect(commandResult("restart", true)).toEqual({ cucmResult: 0, phoneResult: 4, reason: 3 });
  });
});

test("every code of a registration reason leads back to it, another to none", () => {
  for (const [reason, code] of Object.entries(registrationReasons))
    expect(registrationReason(code)).toBe(reason);
  expect(registrationReason(2)).toBeUndefined();
});
