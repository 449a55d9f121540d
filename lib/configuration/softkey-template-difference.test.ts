import fc from "fast-check";
import { expect, test } from "vitest";
import { callStates } from "@/lib/catalog/call-states";
import { blankSoftkey } from "@/lib/catalog/softkey-key";
import type { SoftkeyId } from "@/lib/catalog/softkeys";
import type { SoftkeyTemplateContent } from "@/lib/configuration/softkey-template";
import {
  type SoftkeyTemplateChange,
  softkeyTemplateChanges,
} from "@/lib/configuration/softkey-template-difference";
import { contents, variantsOf } from "@/lib/configuration/testing/arbitraries";
import { receptionTemplate, standardLayout } from "@/lib/configuration/testing/layouts";

const reception = receptionTemplate();

/** Carries out the changes of one call state on its list, as a reader of the history would. */
function withSoftkeyChanges(
  before: readonly SoftkeyId[],
  changes: readonly SoftkeyTemplateChange[],
): SoftkeyId[] {
  const left = new Set<number>();
  const placed: { softkey: SoftkeyId; position: number }[] = [];
  for (const change of changes) {
    if (change.kind === "softkeyRemoved") left.add(change.position);
    if (change.kind === "softkeyAdded") placed.push(change);
    if (change.kind === "softkeyMoved") {
      left.add(change.from);
      placed.push({ softkey: change.softkey, position: change.to });
    }
  }
  const after = before.filter((_, position) => !left.has(position));
  for (const { softkey, position } of placed.toSorted((one, other) => one.position - other.position)) {
    after.splice(position, 0, softkey);
  }
  return after;
}

function withChanges(
  before: SoftkeyTemplateContent,
  changes: readonly SoftkeyTemplateChange[],
): SoftkeyTemplateContent {
  const layout = callStates.map((state) => {
    const own = changes.filter((change) => "callState" in change && change.callState === state);
    return [state, withSoftkeyChanges(before.callStates[state], own)] as const;
  });
  let after: SoftkeyTemplateContent = {
    ...before,
    callStates: { ...before.callStates, ...Object.fromEntries(layout) },
  };
  for (const change of changes) {
    if (change.kind === "renamed") after = { ...after, name: change.to };
    if (change.kind === "descriptionChanged") after = { ...after, description: change.to };
    if (change.kind === "defaultMarked") after = { ...after, isDefault: true };
    if (change.kind === "defaultUnmarked") after = { ...after, isDefault: false };
  }
  return after;
}

test("the changes are told in the words of the domain, call state by call state", () => {
  const after = receptionTemplate({
    name: "Front desk",
    description: "with CallBack",
    isDefault: true,
    callStates: {
      ...standardLayout(),
      "On Hook": ["NewCall", "CFwdAll", "Redial", "CallBack"],
      "Ring In": [],
    },
  });
  expect(softkeyTemplateChanges(reception, after)).toEqual([
    { kind: "renamed", from: "Reception", to: "Front desk" },
    { kind: "descriptionChanged", from: "", to: "with CallBack" },
    { kind: "defaultMarked" },
    { kind: "softkeyMoved", callState: "On Hook", softkey: "Redial", from: 0, to: 2 },
    { kind: "softkeyAdded", callState: "On Hook", softkey: "CallBack", position: 3 },
    { kind: "softkeyRemoved", callState: "Ring In", softkey: "Answer", position: 0 },
  ]);
  expect(softkeyTemplateChanges(after, { ...after, isDefault: false })).toEqual([
    { kind: "defaultUnmarked" },
  ]);
});

test("nothing changed: no changes", () => {
  fc.assert(
    fc.property(contents, (content) => {
      expect(softkeyTemplateChanges(content, structuredClone(content))).toEqual([]);
    }),
  );
});

test("without a before, every softkey counts as added and the name as given", () => {
  const changes = softkeyTemplateChanges(null, reception);
  const softkeys = callStates.flatMap((state) => reception.callStates[state]);
  expect(changes.map((change) => change.kind)).toEqual(softkeys.map(() => "softkeyAdded"));
});

test("carrying out the changes on what was before gives what is after", () => {
  const pairs = contents.chain((before) =>
    fc.tuple(fc.constant(before), fc.oneof(contents, variantsOf(before))),
  );
  fc.assert(
    fc.property(pairs, ([before, after]) => {
      expect(withChanges(before, softkeyTemplateChanges(before, after))).toEqual(after);
    }),
  );
});

test("a key is removed, moved or added at most once, but for blanks", () => {
  fc.assert(
    fc.property(contents, contents, (before, after) => {
      const named = softkeyTemplateChanges(before, after).flatMap((change) =>
        "softkey" in change && change.softkey !== blankSoftkey
          ? [`${change.callState} ${change.softkey}`]
          : [],
      );
      expect(new Set(named).size).toBe(named.length);
    }),
  );
});
