import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maximumButtons } from "@/lib/catalog/button-placement";
import { phoneRules } from "@/lib/configuration/phone";
import type { PhoneLine } from "@/lib/configuration/phone-lines";
import { addLine, moveLine, removeLine } from "@/lib/configuration/phone-lines-edit";
import { deskPhone, known } from "@/lib/configuration/testing/cluster";

const line = (directoryNumber: string) => ({
  directoryNumber,
  partition: null,
  label: "",
  displayName: "",
  busyTrigger: 1,
  maxCalls: 2,
});
const one: readonly PhoneLine[] = [{ ...line("2001"), index: 1 }];

describe("the lines of a phone", () => {
  test("grow at the lowest index that is free", () => {
    const two = addLine([...one, { ...line("2003"), index: 3 }], line("2002"));
    expect(two.ok && two.lines.map(({ index, directoryNumber }) => [index, directoryNumber])).toEqual([
      [1, "2001"],
      [2, "2002"],
      [3, "2003"],
    ]);
  });

  test("change places when one is moved to the other's", () => {
    const moved = moveLine([...one, { ...line("2002"), index: 2 }], 1, 2);
    expect(moved.ok && moved.lines.map(({ directoryNumber }) => directoryNumber)).toEqual(["2002", "2001"]);
  });

  test.each([
    ["a line that is not there is removed", removeLine(one, 2), "positionOutOfRange"],
    ["a number is added twice", addLine(one, line("2001")), "duplicate"],
    ["a line is moved beyond the last button", moveLine(one, 1, maximumButtons + 1), "positionOutOfRange"],
    ["a line that is not there is moved", moveLine(one, 2, 1), "positionOutOfRange"],
  ])("stay as they are when %s", (_, edit, code) => {
    expect(edit).toMatchObject({ ok: false, problem: { code } });
  });

  test("can be moved and removed while two have the same number, which was so before", () => {
    const twice = [...one, { ...line("2001"), index: 2 }, { ...line("2003"), index: 3 }];
    expect(moveLine(twice, 3, 1)).toMatchObject({ ok: true });
    expect(removeLine(twice, 3)).toMatchObject({ ok: true });
    expect(removeLine(one, 1)).toEqual({ ok: true, lines: [] });
    expect(addLine(twice, line("2003"))).toMatchObject({ ok: false, problem: { code: "duplicate" } });
  });

  test("stay valid whatever is done in whatever order", () => {
    const steps = fc.oneof(
      fc.record({ kind: fc.constant("add" as const), number: fc.integer({ min: 1, max: 9 }) }),
      fc.record({ kind: fc.constant("remove" as const), index: fc.integer({ min: 0, max: 9 }) }),
      fc.record({
        kind: fc.constant("move" as const),
        from: fc.nat({ max: 9 }),
        to: fc.integer({ min: -1, max: 120 }),
      }),
    );
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 30 }), (all) => {
        let lines: readonly PhoneLine[] = one;
        for (const step of all) {
          const edit =
            step.kind === "add"
              ? addLine(lines, line(`200${step.number}`))
              : step.kind === "remove"
                ? removeLine(lines, step.index)
                : moveLine(lines, step.from, step.to);
          if (edit.ok) lines = edit.lines;
          expect(phoneRules.validate(deskPhone({ lines }), known)).toEqual([]);
        }
      }),
    );
  });
});
