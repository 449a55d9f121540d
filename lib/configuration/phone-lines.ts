import { maximumButtons } from "@/lib/catalog/button-placement";
import { type ContentOf, contentShape, keyedList } from "@/lib/configuration/content-shape";
import { numberValue, optionalReference, textValue } from "@/lib/configuration/content-values";
import { destinationValue, directoryNumberValue } from "@/lib/configuration/number-rules";
import type { Problem } from "@/lib/configuration/problem";
import { nameKey } from "@/lib/configuration/text-rules";

/** The labels beside buttons and the name shown to others (bulk tool of Unified CM). */
const maximumLabelLength = 30;

const indexValue = numberValue(1, maximumButtons);

/** The fields of one line. */
export const lineShape = contentShape({
  index: indexValue,
  directoryNumber: directoryNumberValue,
  partition: optionalReference,
  label: textValue(maximumLabelLength),
  displayName: textValue(maximumLabelLength),
});

/** A directory number on a phone or device profile. Line `index` sits on the index-th Line button, from 1. */
export type PhoneLine = ContentOf<typeof lineShape>;

export const linesShape = keyedList("index", lineShape, maximumButtons);

const speedDialShape = contentShape({
  index: indexValue,
  number: destinationValue,
  label: textValue(maximumLabelLength),
});

/** A number to dial with one key. Speed dial `index` sits on the index-th Speed Dial button, from 1. */
export type SpeedDial = ContentOf<typeof speedDialShape>;

export const speedDialsShape = keyedList("index", speedDialShape, maximumButtons);

/** The same number in the same partition is the same directory number. */
export function directoryNumberKey(number: {
  readonly directoryNumber: string;
  readonly partition: string | null;
}): string {
  return JSON.stringify([number.directoryNumber, nameKey(number.partition ?? "")]);
}

/** A directory number can be on many phones, but on each only once. */
export function checkLines(lines: readonly PhoneLine[], path: Problem["path"] = ["lines"]): Problem[] {
  const seen = new Set<string>();
  const problems: Problem[] = [];
  for (const [position, line] of lines.entries()) {
    const key = directoryNumberKey(line);
    if (seen.has(key)) {
      problems.push({
        path: [...path, position, "directoryNumber"],
        code: "duplicate",
        params: { value: line.directoryNumber },
      });
    }
    seen.add(key);
  }
  return problems;
}
