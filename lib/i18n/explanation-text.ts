import type { Explanation } from "@/lib/callback/explain/explanation";
import type { Translate } from "@/lib/i18n/translate";

/**
 * A decision of the call back engine as a sentence, with the requirements that it serves.
 * @param translate a translator of all areas
 */
export function explanationText(
  translate: Translate,
  { key, values, labels, requirements }: Explanation,
): string {
  const words = Object.entries(labels).map(([name, label]) => [name, translate(label, values)]);
  const sentence = translate(`explanation.rule.${key}`, { ...values, ...Object.fromEntries(words) });
  return requirements.length === 0 ? sentence : `${sentence} (${requirements.join(", ")})`;
}
