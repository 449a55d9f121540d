import fc from "fast-check";
import { expect, test } from "vitest";
import { type ListedRevision, revisionContents } from "@/components/console/history/revision-contents";
import { softkeyTemplateBefore } from "@/lib/configuration/softkey-template-before";
import {
  type SoftkeyTemplateChange,
  softkeyTemplateChanges,
} from "@/lib/configuration/softkey-template-difference";
import { contents, variantsOf } from "@/lib/configuration/testing/arbitraries";

test("undoing the changes of a save gives back exactly what was there before it", () => {
  const saves = contents.chain((before) => fc.tuple(fc.constant(before), variantsOf(before)));
  fc.assert(
    fc.property(saves, ([before, after]) => {
      expect(softkeyTemplateBefore(after, softkeyTemplateChanges(before, after))).toEqual(before);
    }),
  );
});

test("the history knows the content of every revision from the present content alone", () => {
  fc.assert(
    fc.property(fc.array(contents, { minLength: 1, maxLength: 5 }), (stored) => {
      const newestFirst = stored.toReversed();
      const listed = newestFirst.map(
        (content, index): ListedRevision<SoftkeyTemplateChange> => ({
          number: stored.length - index,
          at: "2026-01-01T00:00:00.000Z",
          by: "admin",
          reason: "",
          action: "updated",
          restored: null,
          changes: softkeyTemplateChanges(newestFirst[index + 1] ?? null, content),
        }),
      );
      const [current] = newestFirst;
      if (!current) throw new Error("no revision");
      expect(revisionContents(current, listed, softkeyTemplateBefore).map(({ content }) => content)).toEqual(
        newestFirst,
      );
    }),
  );
});
