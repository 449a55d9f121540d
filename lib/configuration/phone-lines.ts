import { maximumButtons } from "@/lib/catalog/button-placement";
import { type ContentOf, contentShape, keyedList } from "@/lib/configuration/content-shape";
import { numberValue, optional, optionalReference, textValue } from "@/lib/configuration/content-values";
import type { KnownDefaults } from "@/lib/configuration/known";
import { maximumLineTextLength, maximumSpeedDialLabelLength } from "@/lib/configuration/lengths";
import {
  checkLineLimits,
  completedLimits,
  initialLineLimits,
  mostCalls,
} from "@/lib/configuration/line-limits";
import { destinationValue, directoryNumberValue } from "@/lib/configuration/number-rules";
import type { Problem } from "@/lib/configuration/problem";
import { nameKey } from "@/lib/configuration/text-rules";

const indexValue = numberValue(1, maximumButtons);

/** The fields of one line. */
export const lineShape = contentShape({
  index: indexValue,
  directoryNumber: directoryNumberValue,
  partition: optionalReference,
  label: textValue(maximumLineTextLength),
  displayName: textValue(maximumLineTextLength),
  /** How many calls it takes on this device; null, never stored: as the directory number says when it is saved. */
  busyTrigger: optional(numberValue(1, mostCalls)),
  maxCalls: optional(numberValue(1, mostCalls)),
});

/** A directory number on a phone or device profile. Line `index` sits on the index-th Line button, from 1. */
export type PhoneLine = ContentOf<typeof lineShape>;

export const linesShape = keyedList("index", lineShape, maximumButtons);

const speedDialShape = contentShape({
  index: indexValue,
  number: destinationValue,
  label: textValue(maximumSpeedDialLabelLength),
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

/** A directory number can be on many phones, but on each only once; no line has a trigger above its limit. */
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
    problems.push(...checkLineLimits(line, [...path, position]));
  }
  return problems;
}

/**
 * The lines with limits: what is open is taken from the directory number, or from the initial ones where the line is to make
 * it.
 */
export function withLimits(lines: readonly PhoneLine[], known: KnownDefaults): readonly PhoneLine[] {
  return lines.map((line) => {
    if (line.busyTrigger !== null && line.maxCalls !== null) return line;
    const initial = known.limitsOfNumber(line.directoryNumber, line.partition) ?? initialLineLimits;
    return { ...line, ...completedLimits(line, initial) };
  });
}
