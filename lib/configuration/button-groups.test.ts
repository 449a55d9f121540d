import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maximumButtons } from "@/lib/catalog/button-placement";
import { phoneModels } from "@/lib/catalog/phone-models";
import { buttonGroups, moduleChoices } from "@/lib/configuration/button-groups";

const models = fc.constantFrom(...phoneModels.map(({ name }) => name));
const totals = (model: string) => moduleChoices(model).map(({ buttons }) => buttons);

describe("[BT-02] expansion modules to choose from", () => {
  test("are those that the model takes, by the number of buttons", () => {
    expect(totals("Cisco 8841")).toEqual([5]);
    expect(totals("Cisco 8851")).toEqual([5, 33, 41, 61, 77]);
    expect(totals("Cisco 9971")).toEqual([6, 42, 78, 114]);
    expect(totals("Cisco 9999")).toEqual([]);
    expect(moduleChoices("Cisco 8851")[1]?.names).toEqual([
      "CP-8800-Audio 28-Button Key Expansion Module",
      "CP-8800-Video 28-Button Key Expansion Module",
    ]);
  });

  test("one of 24 buttons stands for two of 12 also", () => {
    expect(moduleChoices("Cisco 7965").map(({ modules, buttonsEach }) => [modules, buttonsEach])).toEqual([
      [0, 0],
      [1, 12],
      [1, 14],
      [1, 24],
      [2, 14],
      [2, 24],
    ]);
  });
});

describe("[BT-03] the buttons of a template", () => {
  test("go on over the expansion modules", () => {
    expect(buttonGroups("Cisco 8851", 77)).toEqual([
      { kind: "phone", module: 0, first: 1, last: 5 },
      { kind: "module", module: 1, first: 6, last: 41 },
      { kind: "module", module: 2, first: 42, last: 77 },
    ]);
  });

  test("may be fewer than the modules have, or more than any phone of the model has", () => {
    expect(buttonGroups("Cisco 8851", 40).map(({ last }) => last)).toEqual([5, 40]);
    expect(buttonGroups("Cisco 8841", 7)).toEqual([
      { kind: "phone", module: 0, first: 1, last: 5 },
      { kind: "beyond", module: 0, first: 6, last: 7 },
    ]);
    expect(buttonGroups("Cisco 8851", 100).at(-1)).toEqual({
      kind: "beyond",
      module: 0,
      first: 78,
      last: 100,
    });
  });

  test("are each in exactly one group, in their order", () => {
    fc.assert(
      fc.property(models, fc.integer({ min: 1, max: maximumButtons }), (model, count) => {
        const positions = buttonGroups(model, count).flatMap(({ first, last }) =>
          Array.from({ length: last - first + 1 }, (_, index) => first + index),
        );
        expect(positions).toEqual(Array.from({ length: count }, (_, index) => index + 1));
      }),
    );
  });
});
