import fc from "fast-check";
import { expect, test } from "vitest";
import { contentBefore } from "@/lib/configuration/content-before";
import { contentChanges } from "@/lib/configuration/content-difference";
import { phoneRules } from "@/lib/configuration/phone";
import { deskPhones, variantOf } from "@/lib/configuration/testing/phones";

test("undoing the changes of a save gives back exactly what was there before it, lists included", () => {
  const saves = deskPhones.chain((before) => fc.tuple(fc.constant(before), variantOf(before, deskPhones)));
  fc.assert(
    fc.property(saves, ([before, after]) => {
      const changes = contentChanges(phoneRules.shape, before, after);
      expect(contentBefore(phoneRules.shape, after, changes)).toEqual(before);
    }),
  );
});

test("without changes the content is the one after", () => {
  fc.assert(
    fc.property(deskPhones, (phone) => {
      expect(contentBefore(phoneRules.shape, phone, [])).toEqual(phone);
    }),
  );
});
