import { describe, expect, test } from "vitest";
import { type CallBackFacts, taskFlow, taskFlowSteps } from "@/lib/configuration/task-flow";

const nothing: CallBackFacts = {
  hasOwnSoftkeyTemplate: false,
  hasSoftkey: false,
  isSoftkeyOnCommon: false,
  isSoftkeyOnPhone: false,
  isSoftkeyDefault: false,
  hasButton: false,
  isButtonOnPhone: false,
  isRunning: false,
  isTried: false,
};
const flow = (...facts: readonly (keyof CallBackFacts)[]) =>
  taskFlow({ ...nothing, ...Object.fromEntries(facts.map((fact) => [fact, true])) });

describe("the task flow of the chapter", () => {
  test("begins with the copy of a standard softkey template", () => {
    expect(flow()).toEqual({ done: [], next: "copy" });
  });

  test("[SK-02][SK-08] goes on with the layout once there is a template of one's own, and with the common device configuration after that", () => {
    expect(flow("hasOwnSoftkeyTemplate")).toEqual({ done: ["copy"], next: "layout" });
    expect(flow("hasOwnSoftkeyTemplate", "hasSoftkey")).toEqual({
      done: ["copy", "layout"],
      next: "common",
    });
  });

  test.each(["isSoftkeyOnCommon", "isSoftkeyOnPhone", "isSoftkeyDefault"] as const)(
    "[SK-11][CD-03][PH-02][PH-03] %s is association enough: apply comes next, then the try",
    (association) => {
      const begun = ["hasOwnSoftkeyTemplate", "hasSoftkey", association] as const;
      expect(flow(...begun).next).toBe("apply");
      expect(flow(...begun, "isRunning").next).toBe("try");
      expect(flow(...begun, "isRunning", "isTried").next).toBeNull();
    },
  );

  test("[BT-04][BT-05] the button way needs no softkey template", () => {
    expect(flow("hasButton").next).toBe("buttonPhone");
    expect(flow("hasButton", "isButtonOnPhone").next).toBe("apply");
    expect(flow("hasButton", "isButtonOnPhone", "isRunning", "isTried").done).toEqual([
      "button",
      "buttonPhone",
      "apply",
      "try",
    ]);
  });

  test("never names a step as next that is done, whatever holds", () => {
    const facts = Object.keys(nothing) as (keyof CallBackFacts)[];
    for (let which = 0; which < 2 ** facts.length; which++) {
      const { done, next } = flow(...facts.filter((_, bit) => (which >> bit) % 2 === 1));
      expect(done).not.toContain(next);
      expect(next === null || taskFlowSteps.some(({ id }) => id === next)).toBe(true);
    }
  });
});
