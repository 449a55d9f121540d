import { describe, expect, test } from "vitest";
import { stepsDone } from "@/lib/callback/display/first-call-back";
import { scenario } from "@/lib/callback/scenario/scenario";

/** Two phones beside each other, and how many of the six steps are done after each thing that somebody does. */
function told(buttons?: readonly ["CallBack"]) {
  const { phones, requests, wait } = scenario({
    a: buttons ? { number: "2001", buttons, softkeys: { "Ring Out": ["EndCall"] } } : "2001",
    b: "2002",
  });
  let done = 0;
  const doneAfter = (act: () => void) => {
    act();
    const request = requests().at(-1);
    done = stepsDone(done, {
      number: "2002",
      originator: phones.a.display,
      target: phones.b.display,
      request: request ? { ...request, target: request.target.digits } : null,
    });
    return done;
  };
  return { ...phones, wait, doneAfter };
}

describe("the guide through a first call back", () => {
  test("[OV-01] counts each of the six steps as the phones do it, and stays at the end", () => {
    const { a, b, doneAfter } = told();
    expect(doneAfter(() => undefined)).toBe(0);
    expect(doneAfter(() => b.goesOffHook())).toBe(1);
    expect(doneAfter(() => a.dials(b))).toBe(2);
    expect(doneAfter(() => a.presses("CallBack"))).toBe(3);
    expect(doneAfter(() => b.hangsUp())).toBe(4);
    expect(doneAfter(() => a.presses("Dial"))).toBe(5);
    expect(doneAfter(() => b.answers())).toBe(6);
    expect(doneAfter(() => a.hangsUp())).toBe(6);
    expect(doneAfter(() => b.goesOffHook())).toBe(6);
  });

  test("[OV-03] counts the button as it does the softkey", () => {
    const { a, b, doneAfter } = told(["CallBack"]);
    doneAfter(() => b.goesOffHook());
    doneAfter(() => a.dials(b));
    expect(doneAfter(() => a.pressesButton(2))).toBe(3);
    expect(doneAfter(() => b.hangsUp())).toBe(4);
  });

  test("leads who strays on from where the phones are", () => {
    const { a, b, doneAfter } = told();
    doneAfter(() => b.goesOffHook());
    doneAfter(() => a.dials(b));
    expect(doneAfter(() => a.hangsUp())).toBe(1);
    doneAfter(() => a.dials(b));
    expect(doneAfter(() => a.presses("CallBack"))).toBe(3);
    // The screen is closed, the request goes on.
    expect(doneAfter(() => a.presses("Exit"))).toBe(3);
    expect(doneAfter(() => b.hangsUp())).toBe(4);
    expect(doneAfter(() => a.presses("Cancel"))).toBe(0);
  });

  test("does not take the end of an earlier story for its own", () => {
    const { a, b, doneAfter } = told();
    b.goesOffHook();
    a.dials(b);
    a.presses("CallBack");
    b.hangsUp();
    a.presses("Dial");
    b.answers();
    a.hangsUp();
    expect(doneAfter(() => undefined)).toBe(0);
  });

  test("comes back to where it was when nobody looked for a while", () => {
    const { a, b, doneAfter } = told();
    b.goesOffHook();
    a.dials(b);
    a.presses("CallBack");
    expect(doneAfter(() => b.hangsUp())).toBe(4);
  });
});
