import {
  type ButtonFeature,
  buttonFeatureCatalogue,
  lineFeature,
  noFeature,
  speedDialFeature,
} from "@/lib/catalog/button-features";
import { buttonsOfPhone } from "@/lib/catalog/button-placement";
import {
  type AssignedButton,
  assignButtons,
  isPartiallyRegistered,
  positionOf,
} from "@/lib/configuration/button-assignment";
import type { PhoneContent } from "@/lib/configuration/phone";
import type { TemplateButton } from "@/lib/configuration/phone-button-template";

/** Where something sits before and after a change; null: on no button. Positions count from 1. */
interface Move {
  readonly from: number | null;
  readonly to: number | null;
}

/** What another button template does to a phone, told before it happens [PH-05]. */
export interface ButtonTemplateChangePlan {
  /** Every line of the phone; one without a button stays configured and returns with a button for it. */
  readonly lines: readonly (Move & { readonly index: number; readonly directoryNumber: string })[];
  readonly speedDials: readonly (Move & { readonly index: number; readonly number: string })[];
  readonly featuresGained: readonly ButtonFeature[];
  readonly featuresLost: readonly ButtonFeature[];
  readonly isPartiallyRegistered: boolean;
}

function featuresOf(buttons: readonly AssignedButton[]): Set<ButtonFeature> {
  const features = buttons.map(({ feature }) => feature);
  return new Set(
    features.filter((feature) => feature !== noFeature && buttonFeatureCatalogue[feature].data === null),
  );
}

/**
 * What happens to the lines, speed dials and features of a phone when its buttons come from another template, or
 * from the same one after an edit, or when modules are attached or taken off (`after`).
 */
export function planButtonTemplateChange(
  phone: PhoneContent,
  from: readonly TemplateButton[],
  to: readonly TemplateButton[],
  after: PhoneContent = phone,
): ButtonTemplateChangePlan {
  const { model, protocol } = phone;
  const hardware = buttonsOfPhone(model, after.expansionModules);
  const before = assignButtons(from, {
    model,
    protocol,
    buttons: buttonsOfPhone(model, phone.expansionModules),
  });
  const next = assignButtons(to, { model, protocol, buttons: hardware });
  const moveOf = (feature: ButtonFeature, index: number, earlier: readonly { index: number }[]): Move => ({
    // What is only added now was on no button, although there may have been one for it.
    from: earlier.some((item) => item.index === index) ? positionOf(before, feature, index) : null,
    to: positionOf(next, feature, index),
  });
  const [had, has] = [featuresOf(before), featuresOf(next)];
  return {
    lines: after.lines.map(({ index, directoryNumber }) => ({
      index,
      directoryNumber,
      ...moveOf(lineFeature, index, phone.lines),
    })),
    speedDials: after.speedDials.map(({ index, number }) => ({
      index,
      number,
      ...moveOf(speedDialFeature, index, phone.speedDials),
    })),
    featuresGained: [...has].filter((feature) => !had.has(feature)),
    featuresLost: [...had].filter((feature) => !has.has(feature)),
    isPartiallyRegistered: isPartiallyRegistered(to, hardware),
  };
}

/** The lines that have a button before the change and none after it. */
export function linesLosingButton(plan: ButtonTemplateChangePlan): ButtonTemplateChangePlan["lines"] {
  return plan.lines.filter(({ from, to }) => from !== null && to === null);
}

/** The speed dials that have a button before the change and none after it. */
export function speedDialsLosingButton(
  plan: ButtonTemplateChangePlan,
): ButtonTemplateChangePlan["speedDials"] {
  return plan.speedDials.filter(({ from, to }) => from !== null && to === null);
}
