import { maximumButtons } from "@/lib/catalog/button-placement";
import { checkLines, type PhoneLine } from "@/lib/configuration/phone-lines";
import type { Problem } from "@/lib/configuration/problem";

/** The lines after a step of the editor, or why it is refused. */
export type LinesEdit =
  | { readonly ok: true; readonly lines: readonly PhoneLine[] }
  | { readonly ok: false; readonly problem: Problem };

function edited(lines: readonly PhoneLine[]): LinesEdit {
  const sorted = lines.toSorted((one, other) => one.index - other.index);
  const [problem] = checkLines(sorted);
  return problem ? { ok: false, problem } : { ok: true, lines: sorted };
}

function refused(index: number, code: Problem["code"], params: Problem["params"] = {}): LinesEdit {
  return { ok: false, problem: { path: ["lines", index], code, params } };
}

/** Adds a line with the lowest index that is free. */
export function addLine(lines: readonly PhoneLine[], line: Omit<PhoneLine, "index">): LinesEdit {
  const used = new Set(lines.map(({ index }) => index));
  let index = 1;
  while (used.has(index)) index++;
  if (index > maximumButtons)
    return refused(index, "tooMany", { limit: maximumButtons, count: lines.length + 1 });
  return edited([...lines, { ...line, index }]);
}

/** Takes a line off; the last one stays, for a phone has at least one. */
export function removeLine(lines: readonly PhoneLine[], index: number): LinesEdit {
  const rest = lines.filter((line) => line.index !== index);
  if (rest.length === lines.length) return refused(index, "positionOutOfRange", range(index, lines));
  return rest.length === 0 ? refused(index, "lineMissing") : edited(rest);
}

/** Puts a line on another Line button; a line that is there goes to the first one's. */
export function moveLine(lines: readonly PhoneLine[], from: number, to: number): LinesEdit {
  if (!lines.some((line) => line.index === from)) {
    return refused(from, "positionOutOfRange", range(from, lines));
  }
  if (!Number.isInteger(to) || to < 1 || to > maximumButtons) {
    return refused(to, "positionOutOfRange", { position: to, count: maximumButtons });
  }
  return edited(
    lines.map((line) => {
      if (line.index === from) return { ...line, index: to };
      return line.index === to ? { ...line, index: from } : line;
    }),
  );
}

function range(position: number, lines: readonly PhoneLine[]): { position: number; count: number } {
  return { position, count: Math.max(0, ...lines.map(({ index }) => index)) };
}
