import {
  type ButtonFeature,
  buttonFeatureCatalogue,
  buttonFeatures,
  callBackFeature,
  lineFeature,
  noFeature,
  videoModeFeature,
} from "@/lib/catalog/button-features";
import { expansionButtons } from "@/lib/catalog/expansion-modules";
import { type PhoneModel, type PhoneProtocol, phoneModel } from "@/lib/catalog/phone-models";
import { standardPhoneButtonTemplate } from "@/lib/catalog/standard-phone-button-templates";

/**
 * The most buttons of a template: the largest phone with its expansion modules (9971: 6 + 3 × 36).
 * A template may have more buttons than the phone; lines on those leave it partially registered.
 */
export const maximumButtons = 114;

/** The buttons of a phone of this model with these expansion modules; 0 for a model that is not one. */
export function buttonsOfPhone(model: string, modules: readonly string[]): number {
  const known = phoneModel(model);
  return known ? known.buttons + expansionButtons(modules) : 0;
}

/** Whether a button of the model can have the feature at all [PR-08]; a model's own keys aside. */
function canHave(model: PhoneModel, feature: ButtonFeature): boolean {
  if (buttonFeatureCatalogue[feature].group !== "assignable") return false;
  // Analog devices have no keys; their only "button" is the line.
  if (model.series === "Analog") return feature === lineFeature || feature === noFeature;
  if (feature === callBackFeature) return model.callBackButton;
  if (feature === videoModeFeature) return model.supportsVideo;
  return true;
}

/**
 * The feature that cannot be changed at a position (from 1), or null: the first button is a line, and some
 * models have keys of their own.
 */
export function fixedFeature(model: string, protocol: PhoneProtocol, position: number): ButtonFeature | null {
  if (position === 1) return lineFeature;
  const standard = standardPhoneButtonTemplate(model, protocol)?.features[position - 1];
  return standard && buttonFeatureCatalogue[standard].group === "fixedKey" ? standard : null;
}

/** The features to choose from for a position (from 1), in catalogue order [BT-03, PR-08]. */
export function offeredFeatures(
  model: string,
  protocol: PhoneProtocol,
  position: number,
): readonly ButtonFeature[] {
  const known = phoneModel(model);
  if (!known) return [];
  const fixed = fixedFeature(model, protocol, position);
  return fixed ? [fixed] : buttonFeatures.filter((feature) => canHave(known, feature));
}

/** Whether the phone shows the feature at the position, wherever its button template comes from [PR-08]. */
export function showsFeature(
  model: string,
  protocol: PhoneProtocol,
  position: number,
  feature: ButtonFeature,
): boolean {
  const known = phoneModel(model);
  if (!known) return false;
  return canHave(known, feature) || fixedFeature(model, protocol, position) === feature;
}
