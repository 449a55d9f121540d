import fc from "fast-check";
import { expect, test } from "vitest";
import { configurationKinds } from "@/lib/configuration/dependencies";
import { isPatternKind, namedObjectOf, namedObjectText } from "@/lib/configuration/named-object";

test("[CL-01] an object that was written as one text is read again, also with colons in its name or partition", () => {
  const given = fc.record({
    kind: fc.constantFrom(...configurationKinds),
    name: fc.constantFrom("2001", "a:b", "SEP000000000001", "::"),
    partition: fc.constantFrom(undefined, null, "Seoul", "a:b", ":"),
  });
  fc.assert(
    fc.property(given, ({ kind, name, partition }) => {
      const isNumber = isPatternKind(kind);
      const object = {
        kind,
        name: isNumber ? "20XX" : `x${name}`,
        partition: isNumber ? partition : undefined,
      };
      expect(namedObjectOf(namedObjectText(object))).toEqual(object);
    }),
  );
});

test("[CL-01] a number in a partition, in none and in whichever are three", () => {
  const partitions = ["directoryNumber:2001:Seoul", "directoryNumber:2001:", "directoryNumber:2001"].map(
    (text) => namedObjectOf(text)?.partition,
  );
  expect(partitions).toEqual(["Seoul", null, undefined]);
});

test.each(["", "phone", "phone:", "__proto__:x", "Phone:x", "nothing:x", "directoryNumber::Seoul"])(
  "%s names no object",
  (text) => expect(namedObjectOf(text)).toBeNull(),
);
