import type { Translate } from "@/lib/i18n/translate";
import type { FileProblem } from "@/lib/unified-cm/file-problem";

/**
 * What is wrong with a file of Unified CM and what to do about it, in the words of one language, without its place.
 * @param translate a translator of all areas
 */
export function fileProblemText(translate: Translate, { code, params }: FileProblem): string {
  const key = `unifiedCm.problem.${code}`;
  return translate.has(key) ? translate(key, params) : code;
}

/** Where it is: `row 3, Device Pool`; empty when it is the whole file. */
export function fileProblemPlace(translate: Translate, { row, column }: FileProblem): string {
  const words = row === null ? [] : [translate("unifiedCm.row", { row })];
  return [...words, ...(column === null ? [] : [column])].join(", ");
}
