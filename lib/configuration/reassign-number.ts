import { fieldOf, isRecord } from "@/lib/configuration/content-shape";
import { directoryNumberKey } from "@/lib/configuration/phone-lines";

/** What names a directory number: its pattern, and the partition that it is in. */
export interface NumberName {
  readonly directoryNumber: string;
  readonly partition: string | null;
}

function isNumberName(value: unknown): value is NumberName {
  const partition = fieldOf(value, "partition");
  return (
    typeof fieldOf(value, "directoryNumber") === "string" &&
    (partition === null || typeof partition === "string")
  );
}

/**
 * The content with another directory number wherever it named `from`: on the lines of a phone or device profile,
 * or as the number of a CTI route point. The answer is a candidate: the number can then be there twice.
 */
export function reassignedNumber<Content>(content: Content, from: NumberName, to: NumberName): Content {
  const key = directoryNumberKey(from);
  const replaced = (value: unknown): unknown =>
    isRecord(value) && isNumberName(value) && directoryNumberKey(value) === key ? { ...value, ...to } : value;
  const lines = fieldOf(content, "lines");
  const changed = replaced(content);
  return (
    Array.isArray(lines) && isRecord(changed) ? { ...changed, lines: lines.map(replaced) } : changed
  ) as Content;
}
