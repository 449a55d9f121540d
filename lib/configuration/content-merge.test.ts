import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareContents, keepYours, mergedContent } from "@/lib/configuration/content-merge";
import { type PhoneContent, phoneRules } from "@/lib/configuration/phone";
import { phoneButtonTemplateRules } from "@/lib/configuration/phone-button-template";
import { buttonTemplate, deskPhone, known } from "@/lib/configuration/testing/cluster";
import { deskPhones, variantOf } from "@/lib/configuration/testing/phones";

const { shape } = phoneRules;
const triples = deskPhones.chain((start) =>
  fc.tuple(fc.constant(start), variantOf(start, deskPhones), variantOf(start, deskPhones)),
);

function merge(base: PhoneContent, theirs: PhoneContent, yours: PhoneContent): PhoneContent {
  return mergedContent(shape, compareContents(shape, base, theirs, yours));
}

test("changes of different fields and lines of a phone come together; in a conflict yours is kept", () => {
  const [line] = deskPhone().lines;
  if (!line) throw new Error("no line");
  const base = deskPhone();
  const second = { ...line, index: 2, directoryNumber: "2002" };
  const theirs = deskPhone({ description: "theirs", softkeyTemplate: "Reception", lines: [line, second] });
  const yours = deskPhone({
    description: "yours",
    lines: [
      { ...line, label: "Front" },
      { ...second, index: 3, directoryNumber: "2003" },
    ],
  });
  const fields = compareContents(shape, base, theirs, yours);
  const changed = fields.filter(({ status }) => status !== "same");
  expect(changed.map(({ field, key, status }) => [field, key, status])).toEqual([
    ["description", null, "conflict"],
    ["softkeyTemplate", null, "theirs"],
    ["lines", 1, "yours"],
    ["lines", 2, "theirs"],
    ["lines", 3, "yours"],
  ]);
  expect(mergedContent(shape, fields)).toEqual({
    ...yours,
    softkeyTemplate: "Reception",
    lines: [{ ...line, label: "Front" }, second, { ...second, index: 3, directoryNumber: "2003" }],
  });
  expect(mergedContent(shape, fields, () => "theirs")).toEqual(theirs);
});

test("[BT-03] two people who change different buttons both keep their change", () => {
  const base = buttonTemplate();
  const withFeature = (index: number, feature: "CallBack" | "Mobility") => ({
    ...base,
    buttons: base.buttons.with(index, { position: index + 1, feature, label: "" }),
  });
  const fields = compareContents(
    phoneButtonTemplateRules.shape,
    base,
    withFeature(1, "CallBack"),
    withFeature(2, "Mobility"),
  );
  const merged = mergedContent(phoneButtonTemplateRules.shape, fields, keepYours);
  expect(merged.buttons.map(({ feature }) => feature)).toEqual([
    "Line",
    "CallBack",
    "Mobility",
    "Speed Dial",
    "Speed Dial",
  ]);
});

describe("whatever was changed", () => {
  test("one side changed nothing: the merge is the other side's", () => {
    fc.assert(
      fc.property(triples, ([start, theirs, yours]) => {
        expect(merge(start, start, yours)).toEqual(yours);
        expect(merge(start, theirs, start)).toEqual(theirs);
        expect(merge(start, theirs, structuredClone(theirs))).toEqual(theirs);
      }),
    );
  });

  test("without a conflict it makes no difference who saved first", () => {
    fc.assert(
      fc.property(triples, ([start, theirs, yours]) => {
        if (compareContents(shape, start, theirs, yours).some(({ status }) => status === "conflict")) return;
        expect(merge(start, yours, theirs)).toEqual(merge(start, theirs, yours));
      }),
    );
  });

  test("nothing that only one of you typed is lost, and saving on top of theirs is no stale save", () => {
    fc.assert(
      fc.property(triples, ([start, theirs, yours]) => {
        const merged = merge(start, theirs, yours);
        for (const field of compareContents(shape, start, merged, yours)) {
          expect(["same", "agreed", "theirs"]).toContain(field.status);
        }
        expect(merge(theirs, theirs, merged)).toEqual(merged);
      }),
    );
  });

  test("a merge breaks no rule but one between lines: the same number twice", () => {
    fc.assert(
      fc.property(triples, ([start, theirs, yours]) => {
        const codes = phoneRules.validate(merge(start, theirs, yours), known).map(({ code }) => code);
        expect(codes.filter((code) => code !== "duplicate")).toEqual([]);
      }),
    );
  });
});
