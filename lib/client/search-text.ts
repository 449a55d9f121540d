import type { ShownKind } from "@/lib/client/object-kinds";

const pairs = /^[0-9a-f]{2}(?:[:-][0-9a-f]{2})*[:-][0-9a-f]{0,2}$/i;
const groupsOfFour = /^[0-9a-f]{4}(?:[.-][0-9a-f]{1,4})+$/i;

/**
 * The texts to look for: what was typed, and for phones the digits of a MAC address, or of its beginning, as their
 * names have them: `00:11:22:33:44:55`, `00-11-22`, `0011.2233.4455`.
 */
export function searchTexts(kind: ShownKind, typed: string): readonly string[] {
  const isAddress = kind === "phone" && (pairs.test(typed) || groupsOfFour.test(typed));
  return isAddress ? [typed, typed.replaceAll(/[:.-]/g, "")] : [typed];
}
