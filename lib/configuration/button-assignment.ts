import {
  type ButtonData,
  type ButtonFeature,
  buttonFeatureCatalogue,
  lineFeature,
  noFeature,
} from "@/lib/catalog/button-features";
import { showsFeature } from "@/lib/catalog/button-placement";
import type { PhoneProtocol } from "@/lib/catalog/phone-models";
import type { TemplateButton } from "@/lib/configuration/phone-button-template";

/** A button of a phone: what it does and, of a line or speed dial, which one in its order it is (from 1). */
export interface AssignedButton {
  readonly position: number;
  readonly feature: ButtonFeature;
  readonly label: string;
  readonly index: number | null;
  /** A feature of the template that the phone cannot have; the button does nothing instead [PR-08]. */
  readonly withheld: ButtonFeature | null;
}

interface Hardware {
  readonly model: string;
  readonly protocol: PhoneProtocol;
  /** How many buttons the phone has, expansion modules included. */
  readonly buttons: number;
}

/**
 * The buttons of the phone itself when it takes them from this template: those beyond its hardware are not there.
 * The first Line button carries line 1, the second line 2, and so on; speed dials likewise.
 */
export function assignButtons(buttons: readonly TemplateButton[], hardware: Hardware): AssignedButton[] {
  const counted = new Map<ButtonData, number>();
  return buttons.slice(0, hardware.buttons).map(({ position, feature, label }) => {
    if (!showsFeature(hardware.model, hardware.protocol, position, feature)) {
      return { position, feature: noFeature, label: "", index: null, withheld: feature };
    }
    const { data } = buttonFeatureCatalogue[feature];
    const index = data === null ? null : (counted.get(data) ?? 0) + 1;
    if (data !== null && index !== null) counted.set(data, index);
    return { position, feature, label, index, withheld: null };
  });
}

/** The position of the button with the index-th feature of that name, or null when there is none. */
export function positionOf(
  buttons: readonly AssignedButton[],
  feature: ButtonFeature,
  index: number,
): number | null {
  return buttons.find((button) => button.feature === feature && button.index === index)?.position ?? null;
}

/** A phone whose template has lines on buttons that it lacks registers only partially. */
export function isPartiallyRegistered(buttons: readonly TemplateButton[], hardwareButtons: number): boolean {
  return buttons.slice(hardwareButtons).some(({ feature }) => feature === lineFeature);
}
