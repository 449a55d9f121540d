import { describe, expect, test } from "vitest";
import { contentOfValues, emptyContent, valuesOf } from "@/components/console/object/object-values";
import { problemsOf } from "@/components/console/object/use-object-form";
import { directoryNumber } from "@/components/directory-number/directory-number";
import type { Known } from "@/lib/configuration/known";

const known: Known = { exists: () => true, locale: () => undefined, phoneButtonTemplate: () => undefined };

describe("the form of a directory number", () => {
  test("keeps what has no field of its own, and changes fields within records", () => {
    const content = { ...emptyContent(directoryNumber), pattern: "2001", ownOfLaterVersions: { kept: true } };
    const values = valuesOf(directoryNumber, content);
    const forward = values.forward as { busy: object };
    const changed = contentOfValues(directoryNumber, content, {
      ...values,
      forward: { ...forward, busy: { destination: " ", voiceMail: true } },
    });
    expect(changed.ownOfLaterVersions).toEqual({ kept: true });
    expect(changed.forward).toMatchObject({
      busy: { destination: null, voiceMail: true },
      all: { destination: null, voiceMail: false },
    });
  });

  test("a number that must be given and is not is told as missing", () => {
    const content = { ...emptyContent(directoryNumber), pattern: "2001" };
    const values = { ...valuesOf(directoryNumber, content), maxCalls: " " };
    const problems = problemsOf(directoryNumber, contentOfValues(directoryNumber, content, values), known);
    expect(problems).toEqual([{ path: ["maxCalls"], code: "required" }]);
  });

  test("problems lead to where they are, within records too", () => {
    const content = { ...emptyContent(directoryNumber), pattern: "2001" };
    const values = valuesOf(directoryNumber, content);
    const forward = { ...(values.forward as object), busy: { destination: "nobody", voiceMail: false } };
    const draft = contentOfValues(directoryNumber, content, { ...values, forward });
    const [problem, ...more] = problemsOf(directoryNumber, draft, known);
    expect(problem?.path).toEqual(["forward", "busy", "destination"]);
    expect(more).toEqual([]);
  });
});
