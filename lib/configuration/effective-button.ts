import { lineFeature, speedDialFeature } from "@/lib/catalog/button-features";
import type { AssignedButton } from "@/lib/configuration/button-assignment";
import type { PhoneLine, SpeedDial } from "@/lib/configuration/phone-lines";

/** A button of a phone with what stands beside it and, of a line or speed dial, what it reaches. */
export interface EffectiveButton extends AssignedButton {
  /** The directory number of a line or the number of a speed dial; null where the phone has none for it. */
  readonly number: string | null;
}

/**
 * The text beside a button: the one of the line or speed dial, else its number, else the template's label, else
 * the feature's name, which is translated where it is shown.
 */
export function labelledButton(
  button: AssignedButton,
  lines: readonly PhoneLine[],
  speedDials: readonly SpeedDial[],
): EffectiveButton {
  const { feature, index } = button;
  const line = feature === lineFeature ? lines.find((entry) => entry.index === index) : undefined;
  const speedDial =
    feature === speedDialFeature ? speedDials.find((entry) => entry.index === index) : undefined;
  const number = line?.directoryNumber ?? speedDial?.number ?? null;
  const label = line?.label || speedDial?.label || number || button.label || feature;
  return { ...button, label, number };
}
