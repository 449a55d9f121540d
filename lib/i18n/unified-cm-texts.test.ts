import { describe, expect, test } from "vitest";
import { fileProblemPlace, fileProblemText } from "@/lib/i18n/file-problem-text";
import { locales } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";
import { translatorFor } from "@/lib/i18n/translator";
import { fileProblemCodes } from "@/lib/unified-cm/file-problem";
import { newReport } from "@/lib/unified-cm/file-report";
import { adaptedCodes, notModelledKinds } from "@/lib/unified-cm/notes";
import { openFile, readPhones } from "@/lib/unified-cm/read-file";
import { readSoftkeyFile } from "@/lib/unified-cm/softkey-file";
import { badFiles } from "@/lib/unified-cm/testing/bad-files";
import { chunks } from "@/lib/unified-cm/testing/chunks";

/** Every problem of all bad files. */
async function everyProblem() {
  const report = newReport(() => true);
  for (const [name, { bytes }] of Object.entries(badFiles)) {
    const file = await openFile(chunks(bytes));
    if (file.recognised === null) report.addProblem(name, file.problem);
    else if (file.recognised === "softkeys")
      for (const problem of file.problems) report.addProblem(name, problem);
    else for await (const _ of readPhones(name, file, report));
  }
  const { problems } = readSoftkeyFile("x".repeat(600_000));
  return [...report.report().problems, ...problems];
}

describe.each(locales)("texts about files of Unified CM in %s", (locale) => {
  test("name every problem, whatever is adapted and not modelled, and nothing else", async () => {
    const { unifiedCm } = await loadMessages(locale);
    expect(Object.keys(unifiedCm.problem)).toEqual([...fileProblemCodes]);
    expect(Object.keys(unifiedCm.adapted)).toEqual([...adaptedCodes]);
    expect(Object.keys(unifiedCm.notModelled)).toEqual([...notModelledKinds]);
  });

  test("can be said of every problem that bad files have, with all that they name", async () => {
    const translate = await translatorFor(locale);
    const problems = await everyProblem();
    const texts = problems.map((problem) => fileProblemText(translate, problem));
    expect(texts.filter((text) => text.includes("{") || text.includes("unifiedCm."))).toEqual([]);
    const places = new Set(problems.map((problem) => fileProblemPlace(translate, problem)));
    expect([...places]).toEqual(
      expect.arrayContaining(["", translate("unifiedCm.row", { row: 1 }), "On Hook"]),
    );
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(fileProblemCodes));
  });
});
