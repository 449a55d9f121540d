import fc from "fast-check";
import { expect, test } from "vitest";
import { softkeyListDifference } from "@/lib/configuration/softkey-list-difference";

test("a key that jumps over others is the only one that moved", () => {
  const before = ["Redial", "NewCall", "CFwdAll", "Park", "CallBack"] as const;
  const after = ["Redial", "CallBack", "NewCall", "CFwdAll", "Park"] as const;
  expect(softkeyListDifference(before, after)).toEqual({
    removed: [],
    moved: [{ softkey: "CallBack", from: 4, to: 1 }],
    added: [],
  });
});

test("keys that only make room for another did not move", () => {
  expect(softkeyListDifference(["Redial", "NewCall"], ["CallBack", "Redial", "NewCall"])).toEqual({
    removed: [],
    moved: [],
    added: [{ softkey: "CallBack", position: 0 }],
  });
  expect(softkeyListDifference(["Redial", "NewCall", "CFwdAll"], ["NewCall", "CFwdAll"])).toEqual({
    removed: [{ softkey: "Redial", position: 0 }],
    moved: [],
    added: [],
  });
});

test("of equally short explanations the one with keys left in place is told", () => {
  expect(
    softkeyListDifference(["Redial", "NewCall", "CFwdAll"], ["CFwdAll", "NewCall", "Redial"]).moved,
  ).toEqual([
    { softkey: "Redial", from: 0, to: 2 },
    { softkey: "CFwdAll", from: 2, to: 0 },
  ]);
});

test("blanks are told apart by their order", () => {
  const difference = softkeyListDifference(["Undefined", "EndCall"], ["Undefined", "Undefined", "EndCall"]);
  expect(difference.removed).toEqual([]);
  expect(difference.moved).toEqual([]);
  expect(difference.added).toHaveLength(1);
});

test("the fewest keys move: as many stay as the longest rising sequence has", () => {
  const keys = ["Redial", "NewCall", "CFwdAll", "Park", "MeetMe", "PickUp", "DND", "QRT"] as const;
  fc.assert(
    fc.property(fc.shuffledSubarray([...keys], { minLength: keys.length }), (after) => {
      const places = after.map((softkey) => keys.indexOf(softkey));
      const rising: number[] = [];
      for (const [index, place] of places.entries()) {
        const before = places.slice(0, index).map((other, i) => (other < place ? (rising[i] ?? 0) : 0));
        rising.push(1 + Math.max(0, ...before));
      }
      const { moved, removed, added } = softkeyListDifference(keys, after);
      expect([removed, added]).toEqual([[], []]);
      expect(moved).toHaveLength(keys.length - Math.max(...rising));
    }),
  );
});
