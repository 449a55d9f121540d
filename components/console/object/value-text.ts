import type { Translate } from "@/lib/i18n/translate";

/**
 * A stored value in words: yes or no, that there is none, that it is empty, or what it is.
 * @param ofText the words of a text or a number; the members of a list are told as they are
 */
export function valueText(
  translate: Translate,
  stored: unknown,
  ofText: (text: string) => string = (text) => text,
): string {
  if (typeof stored === "boolean") return translate(stored ? "common.yes" : "common.no");
  if (stored === null || stored === undefined) return translate("configuration.none");
  if (stored === "") return translate("configuration.empty");
  if (!Array.isArray(stored)) return ofText(String(stored));
  return stored.length === 0 ? translate("configuration.none") : stored.join(", ");
}
