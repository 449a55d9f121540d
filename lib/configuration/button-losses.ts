import { type ButtonFeature, buttonFeatureCatalogue, buttonFeatures } from "@/lib/catalog/button-features";
import type { TemplateButton } from "@/lib/configuration/phone-button-template";

/** A feature of which a template has fewer buttons than before. */
export interface ButtonLoss {
  readonly feature: ButtonFeature;
  readonly before: number;
  readonly after: number;
}

/**
 * The features with data of each phone (lines, speed dials …) that have fewer buttons after a change of a template:
 * the last ones of every phone that fills them lose their button. What else changes its place loses nothing.
 */
export function buttonLosses(
  before: readonly TemplateButton[],
  after: readonly TemplateButton[],
): readonly ButtonLoss[] {
  const count = (buttons: readonly TemplateButton[], name: ButtonFeature) =>
    buttons.filter(({ feature }) => feature === name).length;
  return buttonFeatures
    .filter((feature) => buttonFeatureCatalogue[feature].data !== null)
    .map((feature) => ({ feature, before: count(before, feature), after: count(after, feature) }))
    .filter((loss) => loss.after < loss.before);
}
