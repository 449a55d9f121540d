import { maximumNameLength, maximumNumberLength } from "@/lib/configuration/lengths";
import type { Problem } from "@/lib/configuration/problem";
import { checkText } from "@/lib/configuration/text-rules";

/** As many phones as anybody has side by side. */
export const mostPhonesOnDesk = 50;
/** Of one person. */
export const mostDesks = 50;

/** Names of phones, those of other clusters with their cluster and number. */
const longestPhoneName = maximumNameLength + 1 + maximumNumberLength;

/** The phones of a desk as they are kept: each once, in their order. */
export function phonesOnDesk(phones: readonly string[]): string[] {
  return [...new Set(phones)];
}

/** What is wrong with the phones of a desk: too many, or names that no phone can have. A phone may be gone, or come back. */
export function checkPhonesOnDesk(phones: readonly string[]): Problem[] {
  const count = phonesOnDesk(phones).length;
  const problems: Problem[] =
    count > mostPhonesOnDesk
      ? [{ path: ["phones"], code: "tooMany", params: { count, limit: mostPhonesOnDesk } }]
      : [];
  const broken = phones.findIndex((name) => checkText(name, longestPhoneName, []).length > 0);
  if (broken !== -1) problems.push(...checkText(phones[broken], longestPhoneName, ["phones", broken]));
  return problems;
}
