import { expect, test } from "vitest";
import { type Edits, noEdits } from "@/components/console/grid-edit/edits";
import { gridProblems, nothingRefused, type Refused } from "@/components/console/grid-edit/grid-problems";
import { updateFields } from "@/components/console/object/update-fields";
import type { StoredObject } from "@/lib/client/configuration";
import { phoneRules } from "@/lib/configuration/phone";

const fields = updateFields(phoneRules).filter(({ column }) => column.name === "dnd.option");
const item: StoredObject = {
  version: 1,
  usedByCount: 0,
  inheritedByCount: 0,
  updatedAt: "2026-11-30T00:00:00.000Z",
  updatedBy: "kim",
};
const written = (text: string): Edits => new Map([[0, new Map([[0, text]])]]);
const wrong = (edits: Edits, refused: Refused = nothingRefused) => [
  ...gridProblems(phoneRules, fields, [{ item, changed: null }], edits, refused).keys(),
];

test("what is wrong is that of the texts that are asked for, whatever was wrong before", () => {
  expect(fields).toHaveLength(1);
  expect([noEdits, written("Sometimes"), written("Call Reject")].map((edits) => wrong(edits))).toEqual([
    [],
    [0],
    [],
  ]);
});

test("what the server objected to counts until the row has other texts", () => {
  const told = { code: "changedSinceShown", path: [], params: {} } as const;
  const refused: Refused = {
    rows: new Map([[0, [told]]]),
    edits: written("Call Reject"),
    items: [item],
  };
  expect(wrong(written("Call Reject"), refused)).toEqual([0]);
  expect(wrong(written("Ringer Off"), refused)).toEqual([]);
});
