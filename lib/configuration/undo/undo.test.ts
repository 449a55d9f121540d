import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { callingSearchSpaceRules } from "@/lib/configuration/calling-search-space";
import { sameContent } from "@/lib/configuration/content-patch";
import { type PhoneContent, phoneRules } from "@/lib/configuration/phone";
import { softkeyTemplateShape } from "@/lib/configuration/softkey-template";
import { contents, variantsOf } from "@/lib/configuration/testing/arbitraries";
import { withPresentNames } from "@/lib/configuration/undo/present-references";
import { undoStep } from "@/lib/configuration/undo/undo-step";
import { undoneContent } from "@/lib/configuration/undo/undone-content";

const { shape } = phoneRules;

function phone(change: Partial<PhoneContent> = {}): PhoneContent {
  const line = {
    index: 1,
    directoryNumber: "2001",
    partition: null,
    label: "",
    displayName: "",
    busyTrigger: 1,
    maxCalls: 2,
  };
  return {
    ...{
      name: "SEP000000000001",
      description: "",
      model: "Cisco 8841",
      protocol: "SIP",
      devicePool: "Default",
      callingSearchSpace: null,
    },
    ...{ commonDeviceConfiguration: null, softkeyTemplate: null, phoneButtonTemplate: "Standard 8841 SIP" },
    ...{ userLocale: null, networkLocale: null, owner: "", extensionMobility: false, expansionModules: [] },
    ...{ dnd: { status: false, option: "Ringer Off" }, lines: [line], speedDials: [] },
    ...change,
  } as PhoneContent;
}

const dial = (index: number, number: string) => ({ index, number, label: "" });

describe("[CL-02] what a change of an object leaves when it is taken back", () => {
  test("a field that is as the change left it gets its former value, one that was changed since stays and is told", () => {
    const before = phone({ description: "Lobby", owner: "kim" });
    const after = phone({ description: "Hall", owner: "lee" });
    const now = phone({ description: "Hall", owner: "park", devicePool: "Busan" });
    expect(undoneContent(shape, { before, after, now })).toEqual({
      content: phone({ description: "Lobby", owner: "park", devicePool: "Busan" }),
      left: [{ path: ["owner"], before: "kim", now: "park" }],
    });
  });

  test("what is as before already is no difference", () => {
    const before = phone({ description: "Lobby" });
    const versions = { before, after: phone({ description: "Hall" }), now: phone({ description: "Lobby" }) };
    expect(undoneContent(shape, versions)).toEqual({ content: before, left: [] });
    expect(undoStep(shape, versions)).toEqual({ kind: "nothing" });
  });

  test("a field within a field is one for itself", () => {
    const before = phone({ dnd: { status: false, option: "Ringer Off" } });
    const after = phone({ dnd: { status: true, option: "Call Reject" } });
    const now = phone({ dnd: { status: false, option: "Call Reject" } });
    expect(undoneContent(shape, { before, after, now })).toEqual({ content: before, left: [] });
  });

  test("of a list each item is one for itself: added ones go, removed ones come back, and those of others stay", () => {
    const before = phone({ speedDials: [dial(1, "11"), dial(2, "12")] });
    const after = phone({ speedDials: [dial(1, "21"), dial(3, "13"), dial(4, "14")] });
    const now = phone({ speedDials: [dial(1, "21"), dial(3, "99"), dial(4, "14"), dial(5, "15")] });
    const { content, left } = undoneContent(shape, { before, after, now });
    expect(phoneRules.normalize(content as unknown as PhoneContent).speedDials).toEqual([
      dial(1, "11"),
      dial(2, "12"),
      dial(3, "99"),
      dial(5, "15"),
    ]);
    expect(left).toEqual([{ path: ["speedDials", 1], before: null, now: dial(3, "99") }]);
  });

  test("of a list of names each is there or not, behind what it stood behind", () => {
    const css = (...partitions: string[]) => ({ name: "A", description: "", partitions });
    const undone = (before: string[], after: string[], now: string[]) =>
      undoneContent(callingSearchSpaceRules.shape, {
        ...{ before: css(...before), after: css(...after), now: css(...now) },
      });
    expect(undone(["a", "b", "c"], ["a", "c", "d"], ["x", "a", "d"])).toEqual({
      ...{ content: css("x", "a", "b"), left: [] },
    });
    expect(undone(["a", "b"], ["b", "a"], ["b", "a"])).toEqual({ content: css("a", "b"), left: [] });
    // A change of the order alone cannot be taken back member by member.
    expect(undone(["a", "b"], ["b", "a"], ["b", "a", "c"]).left).toEqual([
      { path: ["partitions"], before: ["a", "b"], now: ["b", "a", "c"] },
    ]);
  });

  test("the softkeys of a call state are one value", () => {
    fc.assert(
      fc.property(contents, contents, contents, (before, after, now) => {
        const { content, left } = undoneContent(softkeyTemplateShape, { before, after, now });
        const states = content.callStates as typeof now.callStates;
        for (const [state, softkeys] of Object.entries(states)) {
          const [b, a, n] = [before, after, now].map((one) => Reflect.get(one.callStates, state));
          const isLeft = left.some(({ path }) => path[0] === "callStates" && path[1] === state);
          const expected = !sameContent(a, b) && sameContent(n, a) ? b : n;
          expect(softkeys).toEqual(expected);
          expect(isLeft).toBe(!sameContent(a, b) && !sameContent(n, a) && !sameContent(n, b));
        }
      }),
    );
  });

  test("without a change since everything is as before, and taking that back is as after", () => {
    const versions = contents.chain((before) => fc.tuple(fc.constant(before), variantsOf(before)));
    fc.assert(
      fc.property(versions, ([before, after]) => {
        const undone = undoneContent(softkeyTemplateShape, { before, after, now: after });
        expect(undone).toEqual({ content: before, left: [] });
        const again = undoneContent(softkeyTemplateShape, { before: after, after: before, now: before });
        expect(again).toEqual({ content: after, left: [] });
      }),
    );
  });

  test("what the change did not touch is as it is now", () => {
    const versions = contents.chain((before) => fc.tuple(fc.constant(before), variantsOf(before), contents));
    fc.assert(
      fc.property(versions, ([before, after, now]) => {
        const { content } = undoneContent(softkeyTemplateShape, { before, after, now });
        for (const field of ["name", "description", "isDefault"] as const)
          if (before[field] === after[field]) expect(content[field]).toBe(now[field]);
      }),
    );
  });
});

describe("[CL-02] taking the change of an object back means", () => {
  const made = phone({ description: "made" });
  test("to delete what it made, unless that was changed since", () => {
    expect(undoStep(shape, { before: null, after: made, now: made })).toEqual({ kind: "delete" });
    expect(undoStep(shape, { before: null, after: made, now: null })).toEqual({ kind: "nothing" });
    expect(undoStep(shape, { before: null, after: made, now: phone({ description: "Lobby" }) })).toEqual({
      ...{ kind: "leave", code: "changedSince" },
      left: [{ path: ["description"], before: null, now: "Lobby" }],
    });
  });

  test("to make what it deleted, unless that is there again", () => {
    expect(undoStep(shape, { before: made, after: null, now: null })).toEqual({
      kind: "create",
      content: made,
    });
    expect(undoStep(shape, { before: made, after: null, now: made })).toEqual({ kind: "nothing" });
    expect(
      undoStep(shape, { before: made, after: null, now: phone({ description: "Lobby" }) }),
    ).toMatchObject({
      kind: "leave",
      left: [{ path: ["description"], before: "made", now: "Lobby" }],
    });
  });

  test("nothing for what was deleted since, which is told field by field", () => {
    expect(undoStep(shape, { before: phone(), after: made, now: null })).toEqual({
      ...{ kind: "leave", code: "deletedSince" },
      left: [{ path: ["description"], before: "", now: null }],
    });
  });

  test("nothing for what it made and deleted itself", () => {
    expect(undoStep(shape, { before: null, after: null, now: null })).toEqual({ kind: "nothing" });
  });
});

test("[CL-02] what others are called now stands in the place of what they were called", () => {
  const present = (kind: string, { name, partition }: { name: string; partition: string | null }) => ({
    name: `${kind} ${name}`,
    partition: partition && `now ${partition}`,
  });
  const lines = [
    {
      index: 1,
      directoryNumber: "2001",
      partition: "Seoul",
      label: "",
      displayName: "",
      busyTrigger: 1,
      maxCalls: 2,
    },
    {
      index: 2,
      directoryNumber: "2002",
      partition: null,
      label: "",
      displayName: "",
      busyTrigger: 1,
      maxCalls: 2,
    },
  ];
  const renamed = withPresentNames("phone", phone({ lines, softkeyTemplate: "User" }), present);
  expect(renamed).toMatchObject({
    ...{ name: "SEP000000000001", devicePool: "devicePool Default", softkeyTemplate: "softkeyTemplate User" },
    ...{ commonDeviceConfiguration: null },
    lines: [
      { directoryNumber: "directoryNumber 2001", partition: "now Seoul" },
      { directoryNumber: "directoryNumber 2002", partition: null },
    ],
  });
  const space = { name: "A", description: "", partitions: ["a", "b"] };
  expect(withPresentNames("callingSearchSpace", space, present).partitions).toEqual([
    "partition a",
    "partition b",
  ]);
  const number = { pattern: "2001", partition: "Seoul", callingSearchSpace: null };
  expect(withPresentNames("directoryNumber", number, present)).toMatchObject({
    partition: "partition Seoul",
  });
});
