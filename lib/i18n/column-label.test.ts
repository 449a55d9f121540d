import { expect, test } from "vitest";
import { bulkResources } from "@/lib/configuration/bulk-resources";
import { configurationRules } from "@/lib/configuration/configuration-rules";
import { csvColumns, csvLists } from "@/lib/configuration/csv-columns";
import { columnHeading, columnLabel } from "@/lib/i18n/column-label";
import { columnOfHeading } from "@/lib/i18n/column-of-heading";
import { locales } from "@/lib/i18n/locales";
import { translatorFor } from "@/lib/i18n/translator";

const translators = await Promise.all(locales.map(translatorFor));
const [english, korean] = translators;

/** The columns of a kind, with twelve items in each list. */
const columnsOf = (kind: keyof typeof configurationRules) => {
  const { shape } = configurationRules[kind];
  const sizes = Object.fromEntries(csvLists(shape).map(({ path }) => [path.join("."), 12]));
  return csvColumns(shape, sizes).map(({ name }) => name);
};

test("headings carry the labels of the page in the person's language", () => {
  if (!english || !korean) throw new Error("no languages");
  expect(columnLabel(english, "phone", "devicePool")).toBe("Device Pool");
  expect(columnLabel(korean, "phone", "dnd.option")).toBe("DND 옵션");
  expect(columnHeading(english, "phone", "lines.2.directoryNumber")).toBe(
    "Line 2: Directory Number [lines.2.directoryNumber]",
  );
  expect(columnHeading(korean, "softkeyTemplate", "callStates.On Hook")).toBe("온 훅 [callStates.On Hook]");
});

test.each(Object.values(bulkResources))(
  "a file of %s is understood by names, by labels of every language, and by both together",
  (kind) => {
    const read = columnOfHeading(configurationRules[kind], translators);
    for (const column of columnsOf(kind)) {
      expect(read(column)).toBe(column);
      for (const translate of translators) {
        expect(read(columnHeading(translate, kind, column))).toBe(column);
        expect(read(` ${columnLabel(translate, kind, column).toUpperCase()} `)).toBe(column);
      }
    }
  },
);

test("what is neither stays as it is written, so that it is refused by its own words", () => {
  const read = columnOfHeading(configurationRules.phone, translators);
  for (const heading of ["colour", "Colour [colour]", "Line 0: Directory Number", "error", "", "[]"]) {
    expect(read(heading)).toBe(heading);
  }
});
